import { secrecyOf } from "../graph/credential-text";
import { STACK_REFERENCE_TYPE, type AnswersFile, type FunctionAnswer, type ResourceAnswer } from "../graph/answers";
import { isWireObject } from "../graph/merge-patch";
import type { Wire } from "../graph/recorded";
import { partsOfUrn, urnOfProvider } from "../graph/urn";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../graph/value";
import { ProgramError } from "../errors";
import { shaped } from "./shape";
import { parseJson, readText, type TextFile } from "./text";

type Properties = Record<string, Wire>;

const OBJECT = { type: "object" };
const TEXT = { type: "string", minLength: 1 };

const SCHEMA = {
  type: "object",
  additionalProperties: false,
  properties: {
    functions: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["function", "result"],
        properties: { function: TEXT, args: OBJECT, result: OBJECT, provider: TEXT },
      },
    },
    resources: {
      type: "array",
      items: {
        type: "object",
        additionalProperties: false,
        required: ["type", "id", "state"],
        properties: { type: TEXT, id: TEXT, state: OBJECT },
      },
    },
  },
};

/** One call in the log that PULUMI_DEBUG_GRPC makes the Pulumi CLI write, one a line. */
interface LoggedCall {
  method: string;
  request?: { tok?: string; args?: Properties; provider?: string; type?: string; id?: string };
  response?: { return?: Properties; properties?: Properties };
  metadata?: { mode?: string };
}

const SECURE = "SecureString";

const INVOKE = "/pulumirpc.ResourceMonitor/Invoke";
const READ = "/pulumirpc.ResourceMonitor/ReadResource";

/** Reads recorded answers, or takes them from a log of the calls in a preview. */
export function readAnswers(path: string): AnswersFile {
  const file = readText(path);
  return isLog(file.text) ? loggedAnswers(file) : writtenAnswers(file);
}

/** Takes the answers from a log of the calls in a preview, without what is secret. */
export function readLog(path: string): AnswersFile {
  const file = readText(path);
  if (!isLog(file.text)) {
    throw new ProgramError(
      `${file.name} is not a log of Pulumi's calls: 'PULUMI_DEBUG_GRPC=calls.log pulumi preview' writes one`,
    );
  }
  return loggedAnswers(file);
}

function isLog(text: string): boolean {
  const [first = ""] = text.trimStart().split("\n", 1);
  return /^\{"method":\s*"\//.test(first);
}

function writtenAnswers(file: TextFile): AnswersFile {
  const document = parseJson(file);
  if (typeof document !== "object" || document === null) {
    throw new ProgramError(
      `${file.name} holds no recorded answers: 'preflight answers LOG' writes them, with "functions" and "resources"`,
    );
  }
  const { functions = [], resources = [] } = shaped(document, SCHEMA, file.name) as {
    functions?: (Omit<FunctionAnswer, "args"> & { args?: Properties })[];
    resources?: ResourceAnswer[];
  };
  return { functions: functions.map((answer) => ({ ...answer, args: answer.args ?? {} })), resources };
}

function loggedAnswers({ name, text }: TextFile): AnswersFile {
  const functions = new Map<string, FunctionAnswer>();
  const resources = new Map<string, ResourceAnswer>();
  for (const [index, line] of text.split("\n").entries()) {
    if (!line.includes(INVOKE) && !line.includes(READ)) {
      continue;
    }
    const { method, request, response, metadata } = parseJson({ name, text: line }, index + 1) as LoggedCall;
    if (request === undefined || response === undefined || metadata?.mode === "client") {
      continue;
    }
    if (method === INVOKE && request.tok !== undefined && response.return !== undefined) {
      const answer = functionAnswer(request.tok, request, response.return);
      functions.set(JSON.stringify([answer.function, answer.args, answer.provider]), answer);
    } else if (method === READ && request.type !== undefined && response.properties !== undefined) {
      const { type, id = "" } = request;
      resources.set(JSON.stringify([type, id]), { type, id, state: stateOf(type, response.properties) });
    }
  }
  return { functions: sorted(functions), resources: sorted(resources) };
}

/** In the same order after each recording. */
const sorted = <Value>(answers: ReadonlyMap<string, Value>): Value[] =>
  [...answers].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, answer]) => answer);

/** The name that the engine gives a default provider: `default`, or with a version. */
const DEFAULT_PROVIDER = /^default(?:_\d|$)/;

function functionAnswer(
  token: string,
  { args = {}, provider = "" }: { args?: Properties; provider?: string },
  result: Properties,
): FunctionAnswer {
  const { name, type } = partsOfUrn(urnOfProvider(provider));
  return {
    function: token,
    args: revealed(args),
    result: withoutSecrets(result),
    ...(type.startsWith("pulumi:providers:") && !DEFAULT_PROVIDER.test(name) && { provider: name }),
  };
}

function stateOf(type: string, properties: Properties): Properties {
  if (type !== STACK_REFERENCE_TYPE) {
    return withoutSecrets(properties);
  }
  // The names of the secret outputs stay: a placeholder takes the place of their values.
  const { outputs = {}, secretOutputNames = [] } = properties;
  const names = Array.isArray(secretOutputNames) ? secretOutputNames.map(String) : [];
  const open = Object.entries(outputs as Properties).filter(([key, value]) => !names.includes(key) && !isSecret(value));
  const marked = Object.keys(outputs as Properties).filter((key) => !open.some(([name]) => name === key));
  return {
    outputs: withoutSecrets(Object.fromEntries(open)),
    secretOutputNames: [...new Set([...names, ...marked])].sort(),
  };
}

const isSecret = (value: Wire): boolean => isWireObject(value) && value[SIGNATURE] === SIGNATURES.secret;

/** Arguments are compared with those of the next run, so that their values stay. */
function revealed(args: Properties): Properties {
  const reveal = (value: Wire): Wire => {
    if (Array.isArray(value)) return value.map(reveal);
    if (!isWireObject(value)) return value;
    return isSecret(value) ? reveal(value.value ?? null) : revealed(value);
  };
  return Object.fromEntries(Object.entries(args).map(([key, value]) => [key, reveal(value)]));
}

/** Without the values that are marked as secret or named so, and without those that were not known. */
function withoutSecrets(properties: Properties): Properties {
  const open = Object.entries(properties).filter(
    ([key, value]) => !isSecret(value) && value !== UNKNOWN_STRING && !holdsSecret(key, value, properties),
  );
  return Object.fromEntries(open.map(([key, value]) => [key, withoutSecretsInside(value)]));
}

function withoutSecretsInside(value: Wire): Wire {
  if (Array.isArray(value)) {
    return value.filter((item) => !isSecret(item)).map(withoutSecretsInside);
  }
  return isWireObject(value) ? withoutSecrets(value) : value;
}

/** What data sources answer with the content of secrets, besides properties that are named as a password or key. */
const CONTENTS: ReadonlySet<string> = new Set([
  "secretString",
  "secretBinary",
  "plaintext",
  "userData",
  "userDataBase64",
]);

function holdsSecret(key: string, value: Wire, { type, types }: Properties): boolean {
  // Parameters of the Systems Manager, one or all below a path.
  if ((key === "value" && type === SECURE) || (key === "values" && Array.isArray(types) && types.includes(SECURE))) {
    return true;
  }
  return CONTENTS.has(key) || (typeof value === "string" && secrecyOf(key) !== "none");
}
