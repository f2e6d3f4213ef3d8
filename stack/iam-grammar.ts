import { statementsOf, type Principal, type Statement } from "./iam";
import type { DocumentKind, IamDocument } from "./iam-documents";
import { jsonFault } from "./json-text";
import { known, UNKNOWN, type Unknown } from "./value";
import type { View } from "./view";

/** The first place where an IAM document breaks the grammar. */
export interface GrammarFault {
  at: View;
  /** What is not there to be looked at. */
  property?: string;
  message: string;
  /** What IAM or S3 would say. */
  answer?: string | undefined;
  /** False where it breaks the grammar, but the service may take it all the same. */
  isSure?: false;
}

const VERSIONS = ["2012-10-17", "2008-10-17"];
const TOP_ELEMENTS = ["Version", "Id", "Statement", "Conditions"];
const ELEMENTS = [
  "Sid",
  "Effect",
  "Principal",
  "NotPrincipal",
  "Action",
  "NotAction",
  "Resource",
  "NotResource",
  "Condition",
];
const PRINCIPALS = ["AWS", "Service", "Federated", "CanonicalUser", "*"];

/** The documents of which it is known that a key too many is refused. */
const STRICT: readonly DocumentKind[] = ["identity", "trust", "bucket"];

const SYNTAX: Readonly<Record<DocumentKind, string | undefined>> = {
  identity: "Syntax errors in policy",
  trust: undefined,
  resource: undefined,
  bucket: undefined,
  other: undefined,
};
const NOT_JSON: Readonly<Record<DocumentKind, string | undefined>> = {
  ...SYNTAX,
  trust: "This policy contains invalid Json",
};

/** Where a document is not JSON or not what the grammar of IAM allows; unknown where it cannot be read yet. */
export function grammarFault({ view, kind }: IamDocument): GrammarFault | Unknown | undefined {
  const text = view.value;
  if (text === UNKNOWN) {
    return UNKNOWN;
  }
  const fault = typeof text === "string" ? jsonFault(text) : undefined;
  if (fault) {
    const { line, column, problem } = fault;
    return {
      at: view,
      message: `this is not JSON at line ${String(line)}, column ${String(column)}: ${problem}; write the document as an object and let the program make the JSON.`,
      answer: NOT_JSON[kind],
    };
  }
  return documentFault(view.json(), kind);
}

function documentFault(document: View, kind: DocumentKind): GrammarFault | Unknown | undefined {
  const answer = SYNTAX[kind];
  if (!isObject(document)) {
    return { at: document, message: 'the document has to be an object with "Version" and "Statement".', answer };
  }
  const stranger = strangerIn(document, TOP_ELEMENTS);
  if (stranger) {
    const message = `${stranger.message}; a document has Version, Id and Statement.`;
    return { at: stranger.at, message, answer, ...unsureUnless(STRICT.includes(kind)) };
  }
  const version = document.str("Version");
  if (known(version) && !VERSIONS.includes(version)) {
    return {
      at: document.at("Version"),
      message: `there is no version ${version} of the policy language; write "2012-10-17".`,
      answer: kind === "identity" ? answer : "The policy must contain a valid version string",
    };
  }
  if (isMissing(document, "Statement")) {
    return { at: document, property: "Statement", message: "the document has no Statement; add one.", answer };
  }
  const statements = statementsOf(document);
  if (statements === UNKNOWN) {
    return UNKNOWN;
  }
  for (const statement of statements) {
    const fault = statementFault(statement, kind);
    if (fault) {
      return fault;
    }
  }
  return undefined;
}

function statementFault(statement: Statement, kind: DocumentKind): GrammarFault | undefined {
  const { view } = statement;
  const answer = SYNTAX[kind];
  if (view.isUnknown) {
    return undefined;
  }
  if (!isObject(view)) {
    return { at: view, message: "a statement has to be an object with Effect, Action and more.", answer };
  }
  const stranger = strangerIn(view, ELEMENTS);
  if (stranger) {
    return { ...stranger, message: `${stranger.message}.`, answer, ...unsureUnless(STRICT.includes(kind)) };
  }
  return (
    effectFault(view, answer) ??
    actionFault(view, kind) ??
    resourceFault(view, kind) ??
    principalFault(statement, kind) ??
    conditionFault(view, answer) ??
    sidFault(view, kind)
  );
}

function effectFault(statement: View, answer: string | undefined): GrammarFault | undefined {
  const effect = statement.str("Effect");
  if (isMissing(statement, "Effect")) {
    return {
      at: statement,
      property: "Effect",
      message: 'the statement has no Effect; add "Allow" or "Deny".',
      answer,
    };
  }
  return known(effect) && !/^(?:allow|deny)$/i.test(effect)
    ? { at: statement.at("Effect"), message: `an Effect is "Allow" or "Deny", not "${effect}".`, answer }
    : undefined;
}

function actionFault(statement: View, kind: DocumentKind): GrammarFault | undefined {
  const element = oneOf(statement, "Action", SYNTAX[kind]);
  if ("message" in element) {
    return element;
  }
  const { name, texts } = element;
  if (name === undefined || texts?.length === 0) {
    return {
      at: statement,
      property: name ?? "Action",
      message: "the statement names no action; add Action (or NotAction).",
      answer: kind === "identity" ? "Policy statement must contain actions" : undefined,
    };
  }
  const wrong = texts?.find((text) => isWrong(text, (action) => action === "*" || action.includes(":")));
  return wrong
    ? textFault(wrong, "an action is a service and what it does, such as s3:GetObject", {
        answer: "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.",
        syntax: SYNTAX[kind],
      })
    : undefined;
}

function resourceFault(statement: View, kind: DocumentKind): GrammarFault | undefined {
  const element = oneOf(statement, "Resource", SYNTAX[kind]);
  if ("message" in element) {
    return element;
  }
  const { name, texts } = element;
  if (kind === "trust") {
    return name === undefined
      ? undefined
      : {
          at: statement.at(name),
          message: `who may take on a role is said without ${name}, since the role itself is meant; leave it out.`,
          answer: `Has prohibited field ${name}`,
        };
  }
  if ((kind === "identity" || kind === "bucket") && (name === undefined || texts?.length === 0)) {
    return {
      at: statement,
      property: name ?? "Resource",
      message: "the statement names no resource; add Resource (or NotResource).",
      answer: kind === "identity" ? "Policy statement must contain resources" : "Missing required field Resource",
    };
  }
  const wrong =
    kind === "identity"
      ? texts?.find((text) => isWrong(text, (resource) => resource === "*" || resource.includes(":")))
      : undefined;
  const resource = wrong?.str();
  return wrong
    ? textFault(wrong, 'a resource is an ARN or "*"', {
        answer: known(resource) ? `Resource ${resource} must be in ARN format or "*".` : undefined,
        syntax: SYNTAX[kind],
      })
    : undefined;
}

function principalFault(statement: Statement, kind: DocumentKind): GrammarFault | undefined {
  const { view, principals } = statement;
  const name = ["Principal", "NotPrincipal"].find((one) => !view.at(one).isAbsent);
  if (kind === "identity") {
    return name === undefined
      ? undefined
      : {
          at: view.at(name),
          message: `the policy of an identity speaks of that identity, and names no ${name}; leave it out.`,
          answer: "Policy document should not specify a principal",
        };
  }
  if (name === undefined) {
    return kind === "other" || hasInAnotherCase(view, "Principal")
      ? undefined
      : {
          at: view,
          property: "Principal",
          message: "the statement does not say whom it speaks of; add Principal.",
          answer: kind === "trust" || kind === "bucket" ? "Missing required field Principal" : undefined,
        };
  }
  const place = view.at(name);
  const { value } = place;
  if (typeof value === "string" && value !== "*") {
    return {
      at: place,
      message: `a principal is "*" or an object such as { "Service": "lambda.amazonaws.com" }, not "${value}".`,
    };
  }
  const stranger = isObject(place) ? strangerIn(place, PRINCIPALS) : undefined;
  if (stranger) {
    return { ...stranger, message: `${stranger.message}; a principal is AWS, Service, Federated or CanonicalUser.` };
  }
  for (const principal of principals === UNKNOWN ? [] : principals) {
    const wrong = explain(principal);
    const at = entriesOf(place).find(([type]) => type === principal.type)?.[1];
    if (wrong && at) {
      return { at, ...wrong };
    }
  }
  return undefined;
}

/** What is wrong with a principal that can be none; nothing where it may be one. */
function explain({ type, id }: Principal): { message: string; answer: string } | undefined {
  if (id === UNKNOWN) {
    return undefined;
  }
  if (type === "Service" && id !== "*" && !id.includes(".")) {
    return { message: `"${id}" is no service; write ${id}.amazonaws.com.`, answer: "Invalid principal in policy" };
  }
  if (type === "AWS" && id.endsWith(".amazonaws.com")) {
    return { message: `${id} is a service; name it under Service, not AWS.`, answer: "Invalid principal in policy" };
  }
  return type === "Federated" && isNoProvider(id)
    ? {
        message:
          `"${id}" is no identity provider; name the ARN of an OpenID Connect or SAML provider (oidc-provider/… or ` +
          "saml-provider/…), or a provider that AWS knows, such as cognito-identity.amazonaws.com.",
        answer: "Federated principals must be valid domain names or SAML metadata ARNs",
      }
    : undefined;
}

function isNoProvider(id: string): boolean {
  return id.startsWith("arn:")
    ? !/:(?:oidc|saml)-provider\//.test(id)
    : id.includes("://") || (id.endsWith(".amazonaws.com") && !id.startsWith("cognito-identity"));
}

function conditionFault(statement: View, answer: string | undefined): GrammarFault | undefined {
  const condition = statement.at("Condition");
  if (condition.isAbsent || condition.isUnknown) {
    return undefined;
  }
  const shape = 'write { "StringEquals": { "aws:SourceAccount": "…" } }';
  if (!isObject(condition)) {
    return { at: condition, message: `a condition is an object of operators; ${shape}.`, answer };
  }
  for (const [operator, keys] of entriesOf(condition)) {
    if (!keys.isUnknown && !isObject(keys)) {
      return {
        at: keys,
        message: `${operator} has to hold an object of condition keys with their values; ${shape}.`,
        answer,
      };
    }
    const wrong = entriesOf(keys).find(([, values]) => !isTextOrList(values));
    if (wrong) {
      return { at: wrong[1], message: `the value of ${wrong[0]} has to be a text or a list of texts.`, answer };
    }
  }
  return undefined;
}

function sidFault(statement: View, kind: DocumentKind): GrammarFault | undefined {
  const sid = statement.str("Sid");
  return kind === "identity" && known(sid) && !/^[0-9A-Za-z]*$/.test(sid)
    ? {
        at: statement.at("Sid"),
        message: `"${sid}" has other characters than letters and digits, which the Sid of an identity's policy has not.`,
        answer:
          "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression " +
          "[0-9A-Za-z]*",
      }
    : undefined;
}

/** `Action` or `NotAction`, whichever is there, and the texts in it as far as they can be seen; not both. */
function oneOf(
  statement: View,
  element: "Action" | "Resource",
  answer: string | undefined,
): { name: string | undefined; texts: View[] | undefined } | GrammarFault {
  const names = [element, `Not${element}`].filter((name) => !isMissing(statement, name));
  const [name, other] = names;
  if (name !== undefined && other !== undefined) {
    return { at: statement.at(other), message: `a statement has ${name} or ${other}, not both.`, answer };
  }
  const texts = name === undefined ? undefined : statement.list(name);
  return { name, texts: known(texts) ? texts : undefined };
}

function isWrong(text: View, fits: (value: string) => boolean): boolean {
  const { value } = text;
  return typeof value === "string" ? !fits(value) : value !== UNKNOWN;
}

function textFault(
  text: View,
  what: string,
  { answer, syntax }: { answer: string | undefined; syntax: string | undefined },
): GrammarFault {
  return typeof text.value === "string"
    ? { at: text, message: `${what}, not "${text.value}".`, answer: syntax === undefined ? undefined : answer }
    : { at: text, message: `${what}, and has to be a text.`, answer: syntax };
}

function isObject(view: View): boolean {
  const { value } = view;
  return typeof value === "object" && !Array.isArray(value);
}

function entriesOf(view: View): [string, View][] {
  const entries = view.entries();
  return known(entries) ? entries : [];
}

function isTextOrList(view: View): boolean {
  const { value } = view;
  return Array.isArray(value) ? value.every((one) => one !== null && typeof one !== "object") : isScalar(value);
}

const isScalar = (value: unknown): boolean => value !== undefined && typeof value !== "object";

// Some services read element names in any case: what is there in another one is not taken for missing.
function hasInAnotherCase(view: View, name: string): boolean {
  return entriesOf(view).some(([key]) => key.toLowerCase() === name.toLowerCase());
}

const isMissing = (view: View, name: string): boolean => view.at(name).isAbsent && !hasInAnotherCase(view, name);

const unsureUnless = (isSure: boolean): { isSure?: false } => (isSure ? {} : { isSure });

/** The first key that no element has. */
function strangerIn(view: View, elements: readonly string[]): { at: View; message: string } | undefined {
  const names = elements.map((element) => element.toLowerCase());
  const stranger = entriesOf(view).find(([key]) => !names.includes(key.toLowerCase()));
  if (!stranger) {
    return undefined;
  }
  const [key, at] = stranger;
  const meant = elements.find((element) => element.toLowerCase() === key.toLowerCase().replace(/s$/, ""));
  return { at, message: `the policy language has no ${key}${meant === undefined ? "" : `; write ${meant}`}` };
}
