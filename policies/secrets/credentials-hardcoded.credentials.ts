import { posix } from "node:path";
import { isEmulator } from "../../src/aws/identity/account";
import { credentialProperties } from "../../src/aws/identity/credential-properties";
import {
  EC2_LAUNCH_CONFIGURATION,
  EC2_SPOT_INSTANCE_REQUEST,
  ECS_TASK_DEFINITION,
  LAMBDA_FUNCTION,
  SECRETSMANAGER_SECRET_VERSION,
  SSM_PARAMETER,
} from "../../src/aws/type-tokens";
import {
  assignedCredentials,
  connectionPasswords,
  isCredential,
  isNameLike,
  isNameOfCredential,
  isPlaceholder,
  isReference,
  issuedTokens,
  knownTokens,
  looksRandom,
  mayBeCredential,
  privateKeys,
  secrecyOf,
  type Excerpt,
} from "../../src/graph/credential-text";
import type { Resource } from "../../src/graph/resource";
import { STACK_TYPE } from "../../src/graph/stack";
import { Archive, Asset, known } from "../../src/graph/value";
import { View } from "../../src/graph/view";
import type { Context } from "../../src/rules/rule";
import { mappingIn } from "../../src/source/mapping";

const CIPHERTEXT = "aws:kms/ciphertext:Ciphertext";

/** Where a credential is: in an argument that takes one, in a variable, in a store of secrets, in a script, … */
export type CredentialKind =
  "property" | "provider" | "variable" | "container" | "store" | "script" | "output" | "tag" | "string";

/** A known string that is a credential, by its location and by its form. It must never be shown. */
export interface Credential {
  kind: CredentialKind;
  view: View;
  text: string;
  /** Where it is a part of a longer string: the part with the characters around it. */
  excerpt?: string;
  /** True where only its form suggests it: letters and digits without a pattern. */
  isGuess?: true;
}

/** The credentials in a resource's properties, and the strings that may hold some but cannot be read. */
export interface Credentials {
  found: Credential[];
  unreadable: View[];
}

/** Finds the credentials in every property of a resource that may hold them. */
export function credentialsIn(resource: Resource, files: Context["project"]["files"]): Credentials {
  const found: Credential[] = [];
  const unreadable = documentsOf(resource).filter((view) => view.isUnknown || isPacked(view));
  found.push(...inProperties(resource), ...inStore(resource), ...inCode(resource, files));
  const seen = new Set(found.map(({ view }) => view.path));
  const exported = resource.type === STACK_TYPE ? resource.outputs : resource;
  for (const credential of inAnyProperty(exported, resource)) {
    if (!seen.has(credential.view.path)) {
      found.push(credential);
    }
  }
  return { found, unreadable };
}

// Strings that hold several values: one of them may be a credential while another is not known yet.
const DOCUMENTS: ReadonlyMap<string, readonly string[]> = new Map([
  [ECS_TASK_DEFINITION, ["containerDefinitions"]],
  [SECRETSMANAGER_SECRET_VERSION, ["secretString", "secretStringWo"]],
  ["aws:batch/jobDefinition:JobDefinition", ["containerProperties"]],
  ["aws:ec2/instance:Instance", ["userData", "userDataBase64"]],
  [EC2_LAUNCH_CONFIGURATION, ["userData", "userDataBase64"]],
  ["aws:ec2/launchTemplate:LaunchTemplate", ["userData"]],
  [EC2_SPOT_INSTANCE_REQUEST, ["userData", "userDataBase64"]],
  ["aws:lightsail/instance:Instance", ["userData"]],
]);

const documentsOf = (resource: Resource): View[] =>
  (DOCUMENTS.get(resource.type) ?? []).map((property) => resource.at(property));

/** The credentials that services take: the password of a database, the token of a cache, … */
function inProperties(resource: Resource): Credential[] {
  const { type } = resource;
  const kind = type.startsWith("pulumi:providers:") ? "provider" : "property";
  // An emulator takes any keys.
  if (kind === "provider" && isEmulator(resource)) {
    return [];
  }
  return credentialProperties(type)
    .flatMap((path) => viewsAt(resource, path.split(".")))
    .flatMap((view) => {
      const text = typeof view.value === "number" ? String(view.value) : view.value;
      return typeof text === "string" && text !== "" && !isReference(text) ? [{ kind, view, text }] : [];
    });
}

/** The scalars at a path such as `users.password`, in all elements of the lists on the way. */
function viewsAt(owner: View, [key, ...rest]: readonly string[]): View[] {
  if (Array.isArray(owner.value)) {
    const elements = owner.list();
    return known(elements) ? elements.flatMap((element) => viewsAt(element, [...(key ? [key] : []), ...rest])) : [];
  }
  return key === undefined ? owner.scalars() : viewsAt(owner.at(key), rest);
}

const WITH_CODE = [LAMBDA_FUNCTION, "aws:lambda/layerVersion:LayerVersion"];
const CODE = /\.(?:[cm]?[jt]sx?|py)$/;

/** Tokens and keys in the code that a function or a layer is made of, where the program writes it or has it in a folder. */
function inCode(resource: Resource, files: Context["project"]["files"]): Credential[] {
  const view = WITH_CODE.includes(resource.type) ? resource.at("code") : undefined;
  if (!(view?.value instanceof Archive)) {
    return [];
  }
  const excerpts = sourcesOf(view.value, files).flatMap((text) => [...privateKeys(text), ...issuedTokens(text)]);
  return partsOf("variable", view, excerpts.slice(0, 1));
}

function sourcesOf({ assets = {}, path }: Archive, files: Context["project"]["files"]): string[] {
  const folder = path === undefined ? undefined : `${posix.normalize(path).replace(/\/$/, "")}/`;
  const inFolder =
    folder === undefined ? [] : (files?.sources ?? []).filter((source) => source.path.startsWith(folder));
  return [
    ...inFolder.map(({ text }) => text),
    ...Object.values(assets).flatMap((one) => (one instanceof Archive ? sourcesOf(one, files) : sourceOf(one, files))),
  ];
}

function sourceOf({ text, path = "" }: Asset, files: Context["project"]["files"]): string[] {
  const content = text ?? (CODE.test(path) ? files?.assets.read(path) : undefined);
  return content === undefined ? [] : [content];
}

/** The credentials that a secret's version, a parameter or an encrypted string holds. */
function inStore(resource: Resource): Credential[] {
  if (resource.type === SECRETSMANAGER_SECRET_VERSION || resource.type === CIPHERTEXT) {
    const properties = resource.type === CIPHERTEXT ? ["plaintext", "plaintextWo"] : ["secretString", "secretStringWo"];
    const found = properties.flatMap((property) => {
      const json = resource.json(property);
      return typeof json.value === "object" ? inJson("", json) : inSecret("secret", resource.at(property));
    });
    return resource.type === SECRETSMANAGER_SECRET_VERSION
      ? [...found, ...inBinary(resource.at("secretBinary"))]
      : found;
  }
  if (resource.type !== SSM_PARAMETER) {
    return [];
  }
  const name = resource.str("name");
  const title = known(name) ? (name.split("/").at(-1) ?? "") : "";
  const find = resource.str("type") === "SecureString" ? inSecret : inVariableOfStore;
  return ["value", "insecureValue", "valueWo"].flatMap((property) => find(title, resource.at(property)));
}

/** A secret that is stored as bytes, in base64. */
function inBinary(view: View): Credential[] {
  if (typeof view.value !== "string") {
    return [];
  }
  const text = textIn(view);
  return text !== view.value && mayBeCredential(text) && !isNameLike(text) ? [{ kind: "store", view, text }] : [];
}

const inVariableOfStore = (name: string, view: View): Credential[] => namedString("store", name, view);

/** A string that is stored as a secret is one unless it looks like a name. */
function inSecret(name: string, view: View): Credential[] {
  const credentials = inVariableOfStore(name, view);
  const { value } = view;
  const isSecret =
    typeof value === "string" &&
    mayBeCredential(value) &&
    !isNameOfCredential(value) &&
    (secrecyOf(name) === "password" || isPlaceholder(value) || !isNameLike(value));
  return credentials.length > 0 || !isSecret ? credentials : [{ kind: "store", view, text: value }];
}

function inJson(name: string, view: View): Credential[] {
  if (Array.isArray(view.value)) {
    const list = view.list();
    return known(list) ? list.flatMap((element) => inJson(name, element)) : [];
  }
  const entries = view.entries();
  return known(entries) ? entries.flatMap(([key, item]) => inJson(key, item)) : inVariableOfStore(name, view);
}

/** The credentials in a string with a name: those of a known form, else the string itself where its name requires it. */
function namedString(kind: CredentialKind, name: string, view: View): Credential[] {
  const { value } = view;
  if (typeof value === "number") {
    return isCredential(name, String(value)) ? [{ kind, view, text: String(value) }] : [];
  }
  if (typeof value !== "string") {
    return [];
  }
  const parts = partsOf(kind, view, formsIn(value));
  return parts.length > 0 || !isCredential(name, value) ? parts : [{ kind, view, text: value }];
}

const formsIn = (text: string): Excerpt[] => [...connectionPasswords(text), ...privateKeys(text), ...knownTokens(text)];

const partsOf = (kind: CredentialKind, view: View, excerpts: readonly Excerpt[]): Credential[] =>
  excerpts.map(({ credential, excerpt }) => ({ kind, view, text: credential, excerpt }));

/** What surrounds a string: names decide in a map of variables, and lines in a script. */
interface Surroundings {
  kind: CredentialKind;
  /** The key, or the `name` beside a `value`. */
  name: string;
  isNamed: boolean;
  isScript: boolean;
}

/** Maps in which users choose the keys, and documents that are full of them. */
const NAMED =
  /^(?:environment|(?:stage|runtimeEnvironment|environment|exported)?variables|(?:default|nonOverridable)?arguments|(?:hyper|input|header|queryString|provisioning|request|integration)?parameters|(?:connection|athena)Properties|airflowConfigurationOptions|configuration|options|tags|tagsAll|dockerLabels|labels|annotations|customHeaders?|headers|settings|(?:container|ecs|eks|node|job)(?:Definitions|Properties)|content|definition|input|payload|properties|data|stringData|metadata|\w+Json|assumeRoleWithWebIdentit(?:y|ies)|desiredState|templateBody|containerOverrides|overrides|body)$/i;
const SCRIPT =
  /^(?:userData(?:Base64)?|user_data|build_?spec|commands?|entryPoint|args|arguments|scripts?|initializationScript|startupScript|commandLineArguments|templateBody|content|data|create|update|delete|onCreate|onStart|\w+LifecycleConfigContent)$/i;

/** Strings by a name of their own. In CodeBuild, `type` has where the value is kept. */
const NAME_KEYS = ["name", "key", "parameterKey", "headerName"] as const;
const VALUE_KEYS: ReadonlySet<string> = new Set(["value", "defaultValue", "parameterValue", "headerValue"]);

/** Resources of providers whose schemas are not read here; what components take, their parts have. */
const OF_OTHER_PROVIDERS = /^(?:(?!aws:|pulumi:)[^:]+:[^:]*\/|aws-native:|awscc:|docker-build:)/;

function* inAnyProperty(view: View, resource: Resource): Generator<Credential> {
  const isExternal = OF_OTHER_PROVIDERS.test(resource.type);
  const kind = kindIn(resource);
  const around = { kind, name: "", isNamed: isExternal || resource.type === STACK_TYPE, isScript: false };
  yield* below(view, around);
}

function kindIn({ type }: Resource): CredentialKind {
  if (type === STACK_TYPE) {
    return "output";
  }
  return type === ECS_TASK_DEFINITION || type.startsWith("aws:batch/") ? "container" : "string";
}

function* below(view: View, around: Surroundings): Generator<Credential> {
  const { value } = view;
  if (typeof value === "string" || typeof value === "number" || value instanceof Asset) {
    yield* inString(view, around);
  } else if (Array.isArray(value)) {
    const list = view.list();
    const elements = known(list) ? list : [];
    yield* inArguments(elements, around);
    for (const element of elements) {
      yield* below(element, around);
    }
  } else {
    const entries = view.entries();
    for (const [key, item] of known(entries) ? entries : []) {
      yield* below(item, inside(view, key, around));
    }
  }
}

/** What surrounds the value of a key. */
function inside(owner: View, key: string, around: Surroundings): Surroundings {
  const name = VALUE_KEYS.has(key) ? nameBeside(owner) : undefined;
  if (name !== undefined) {
    return { ...around, name, isNamed: true, kind: around.kind === "string" ? "variable" : around.kind };
  }
  const isTags = /^tags(?:All)?$/.test(key);
  const isVariables = /variables$|^environment$/i.test(key);
  return {
    kind: isTags ? "tag" : isVariables && around.kind === "string" ? "variable" : around.kind,
    name: key,
    isNamed: around.isNamed || NAMED.test(key),
    isScript: SCRIPT.test(key) || (around.isScript && around.isNamed),
  };
}

/** The name beside a value, where the value is the string itself and not the name of a stored one. */
function nameBeside(owner: View): string | undefined {
  const type = owner.find("type")?.value;
  const name = NAME_KEYS.map((key) => owner.find(key)?.value).find((one) => typeof one === "string");
  return type === "SECRETS_MANAGER" || type === "PARAMETER_STORE" ? "" : name;
}

/** `["--password", "…"]`: the element after an option. */
function* inArguments(elements: readonly View[], { kind, isScript }: Surroundings): Generator<Credential> {
  if (!isScript) {
    return;
  }
  for (const [index, element] of elements.entries()) {
    const option = typeof element.value === "string" ? /^--?([a-z][\w-]*)$/i.exec(element.value)?.[1] : undefined;
    const next = elements[index + 1];
    if (option !== undefined && typeof next?.value === "string" && isCredential(option, next.value)) {
      yield { kind: kind === "string" ? "script" : kind, view: next, text: next.value };
    }
  }
  yield* inCommandLine(elements, kind === "string" ? "script" : kind);
}

/** `["mysql", "-u", "root", "-p…"]`: a word that only the whole command shows to be a credential. */
function* inCommandLine(elements: readonly View[], kind: CredentialKind): Generator<Credential> {
  const words = elements.flatMap((view) => (typeof view.value === "string" ? [{ view, word: view.value }] : []));
  const ofWords = new Set(words.flatMap(({ word }) => assignedCredentials(word)).map(({ credential }) => credential));
  for (const { credential: text } of assignedCredentials(words.map(({ word }) => word).join(" "))) {
    const found = ofWords.has(text) ? undefined : words.find(({ word }) => word.includes(text));
    if (found !== undefined) {
      yield { kind, view: found.view, text, excerpt: found.word };
    }
  }
}

/** Where a string without a pattern is more likely a key than an id. */
const MAY_BE_RANDOM: ReadonlySet<CredentialKind> = new Set(["variable", "container", "output"]);

const BASE64 = /^[A-Za-z0-9+/]{8,}={0,2}\s*$/;
/** How a packed file begins, in base64. */
const PACKED = /^(?:H4sI|UEsD)/;

/** The text of a string in base64. */
const decoded = (text: string): string => Buffer.from(text, "base64").toString("utf8");

/** True for `user:password` in base64, as the `auth` of Docker's configuration is. */
const isLogin = (name: string, text: string): boolean =>
  name === "auth" && BASE64.test(text) && /^[\w.@-]{1,100}:[!-~]{4,2000}$/.test(decoded(text));

const isPacked = ({ value }: View): boolean => typeof value === "string" && PACKED.test(value) && BASE64.test(value);

/** A string or a number as text; empty for anything else. */
const textOf = (value: View["value"]): string =>
  typeof value === "string" || typeof value === "number" ? String(value) : "";

/** The text in a string that may be encoded. */
function textIn({ value }: View): string {
  const text = value instanceof Asset ? (value.text ?? "") : textOf(value);
  if (!BASE64.test(text.replace(/\s/g, ""))) {
    return text;
  }
  const plain = decoded(text);
  return /[^\t\n\r -\u{10ffff}]|\ufffd/u.test(plain) ? text : plain;
}

/** Variables that images of databases and others document as the password itself, never as the name of a stored one. */
const OF_IMAGES =
  /^(?:PG|POSTGRES_|POSTGRESQL_|POSTGRESQL_POSTGRES_|(?:MYSQL|MARIADB)_(?:ROOT_)?|MONGO_INITDB_ROOT_|MONGODB_ROOT_|MINIO_ROOT_|GF_SECURITY_ADMIN_|KEYCLOAK_ADMIN_|KC_BOOTSTRAP_ADMIN_|ELASTIC_|WORDPRESS_DB_|DJANGO_SUPERUSER_)PASSWORD$|^(?:RABBITMQ_DEFAULT_PASS|MYSQL_PWD)$/;

/** True for a password of an image, even where it reads like the name of one, as `shop_password` does. */
const isPasswordOfImage = (kind: CredentialKind, { resource }: View, name: string, text: string): boolean =>
  (kind === "container" || /^(?:kubernetes|docker):/.test(resource.type)) &&
  OF_IMAGES.test(name) &&
  mayBeCredential(text) &&
  !text.includes("/");

function* inString(view: View, around: Surroundings): Generator<Credential> {
  const { kind, name, isNamed, isScript } = around;
  const isAlsoScript = isScript || view.value instanceof Asset;
  const text = isAlsoScript ? textIn(view) : textOf(view.value);
  if (isNamed || isAlsoScript) {
    const document = documentIn(view, text, isAlsoScript);
    if (document) {
      yield* below(document, { ...around, isNamed: true, kind: kind === "string" ? "variable" : kind });
      return;
    }
  }
  const forms = partsOf(kind, view, formsIn(text));
  const lines = isAlsoScript ? partsOf(kind === "string" ? "script" : kind, view, assignedCredentials(text)) : [];
  if (forms.length + lines.length > 0) {
    yield* [...lines, ...forms];
  } else if (isNamed && (isCredential(name, text) || isPasswordOfImage(kind, view, name, text))) {
    yield { kind, view, text };
  } else if (isNamed && isLogin(name, text)) {
    yield { kind, view, text, excerpt: decoded(text) };
  } else if (isNamed && !isAlsoScript && MAY_BE_RANDOM.has(kind) && looksRandom(name, text)) {
    yield { kind, view, text, isGuess: true };
  }
}

/** A document in JSON, or of a script in YAML, as a view. */
function documentIn(view: View, text: string, isScript: boolean): View | undefined {
  if (typeof view.value === "string" && /^\s*[[{]/.test(text)) {
    const json = view.json();
    return typeof json.value === "object" ? json : undefined;
  }
  const isYaml = isScript && /^(?:#cloud-config|version:|phases:|schemaVersion:|---)/m.test(text.slice(0, 200));
  const mapping = isYaml ? mappingIn(text) : undefined;
  return mapping === undefined ? undefined : new View(mapping, view.path, view.resource, true);
}
