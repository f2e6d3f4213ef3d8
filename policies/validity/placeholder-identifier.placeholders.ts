import { nameProperty } from "../../src/aws/names";
import type { View } from "../../src/graph/view";

/** A string in place of a value that is still missing. */
export interface Placeholder {
  /** The part of the string that shows it. */
  readonly text: string;
  /** What is missing. */
  readonly what: "account" | "certificate" | "id" | "name";
  /** True where AWS never gives anything of this form; an emulator of AWS may have given the others. */
  readonly isUnmistakable: boolean;
}

const ARN = /^arn:[\w-]{0,20}:([\w-]{0,40}):[\w-]{0,40}:([^:]*):(.+)$/s;
const REGISTRY = /^(\d{12})\.dkr\.ecr\./;
const ID =
  /^(?:acl|ami|cgw|dopt|eipalloc|eni|fs|fsap|i|igw|lt|nat|pcx|pl|rtb|sg|snap|subnet|tgw|vgw|vol|vpc|vpce)-([\w-]{1,40})$/i;
const ZONE_ID = /^Z(X{3,30}|0{4,30}|1234567890[A-Z0-9]{0,20})$/i;

const EXAMPLE_ACCOUNTS: ReadonlySet<string> = new Set(["123456789012", "000000000000"]);
const BLANK = /^(?:x{3,40}|<[^<>]{1,60}>|(?:change|replace)[-_]?me)$/i;
// Ids and certificates are numbers; other things may have such names.
const NO_NUMBER = /^(?:dummy|example|fake|placeholder|sample|test)(?:[-_](?:arn|cert|certificate|id|uuid))?$/i;
const UUID = /^(?:0{8}-0{4}-0{4}-0{4}-0{12}|12345678-1234-1234-1234-123456789(?:012|abc))$/i;
const X_UUID = /^x{8}-x{4}-x{4}-x{4}-x{12}$/i;
const YOUR =
  /^<?your[-_](?:aws[-_])?(?:account|acm|ami|api|app|bucket|cert|certificate|cluster|database|db|domain|ecr|function|github|hosted[-_]zone|iam|image|key|kms|lambda|org|organization|project|queue|registry|repo|repository|role|secret|security[-_]group|sns|sqs|subnet|table|topic|vpc|zone)(?![a-z])/i;
const SEQUENCES = ["1234567890abcdef0", "0123456789abcdef0", "abcdef1234567890", "12345678901234567"];

const isBlank = (text: string): boolean => BLANK.test(text) || YOUR.test(text) || X_UUID.test(text);
const isSequence = (text: string): boolean =>
  /^0{4,17}$/.test(text) || (text.length >= 4 && SEQUENCES.some((sequence) => sequence.startsWith(text.toLowerCase())));

/** The placeholder that a string is, or that an ARN, an id or the name of an image contains. */
export function placeholderIn(text: string, key: string): Placeholder | undefined {
  if (text.length > 500 || /[\s@]|:\/\//.test(text)) {
    return undefined;
  }
  const [, service, account, resource] = ARN.exec(text) ?? [];
  if (service !== undefined && account !== undefined && resource !== undefined) {
    return inArn(service, account, resource);
  }
  return inAccount(text, key) ?? inId(text, key) ?? inName(text, key);
}

function inArn(service: string, account: string, resource: string): Placeholder | undefined {
  if (EXAMPLE_ACCOUNTS.has(account) || isBlank(account) || /^account[-_]?id$/i.test(account)) {
    return { text: account, what: "account", isUnmistakable: !EXAMPLE_ACCOUNTS.has(account) };
  }
  const parts = resource.split(/[/:]/);
  const isCertificate = service === "acm" && parts[0] === "certificate";
  const found = parts.find((part) => isBlank(part) || (isCertificate && NO_NUMBER.test(part)));
  const zeros = isCertificate || service === "kms" ? parts.find((part) => UUID.test(part)) : undefined;
  if (found !== undefined) {
    // Names may be anything, ids may not.
    const isId = service === "kms" || X_UUID.test(found) || found.startsWith("<");
    return { text: found, what: isCertificate ? "certificate" : isId ? "id" : "name", isUnmistakable: true };
  }
  return zeros === undefined
    ? undefined
    : { text: zeros, what: isCertificate ? "certificate" : "id", isUnmistakable: false };
}

function inAccount(text: string, key: string): Placeholder | undefined {
  const account = /^(?:AWS|.*account(?:ids?|s)?)$/i.test(key) ? text : (REGISTRY.exec(text)?.[1] ?? "");
  return EXAMPLE_ACCOUNTS.has(account) ? { text: account, what: "account", isUnmistakable: false } : undefined;
}

function inId(text: string, key: string): Placeholder | undefined {
  const body = /names?$/i.test(key) ? undefined : ID.exec(text)?.[1];
  if (body !== undefined && (isBlank(body) || /^(?:example|placeholder)$/i.test(body) || isSequence(body))) {
    return { text, what: "id", isUnmistakable: !isSequence(body) };
  }
  const isId = (/zoneId$/i.test(key) && ZONE_ID.test(text)) || (/kms\w*Key\w*$/i.test(key) && UUID.test(text));
  return isId ? { text, what: "id", isUnmistakable: /^zx/i.test(text) } : undefined;
}

function inName(text: string, key: string): Placeholder | undefined {
  const isImage = /image(?:Uri)?$/i.test(key);
  const [host = ""] = text.split("/");
  // container-image-placeholder reports such a registry.
  if (isImage && /(?:^|\.)example\.(?:com|net|org)(?::\d+)?$/.test(host)) {
    return undefined;
  }
  const found = (isImage ? text.split(/[/:.]/) : [text]).find((part) => YOUR.test(part));
  return found === undefined ? undefined : { text: found, what: "name", isUnmistakable: true };
}

// What people read, such as dashboards, what programs are given, templates with gaps, and credentials.
const NO_IDENTIFIERS = [
  /^(?:__|(?:body|code|comment|content|dashboardBody|description|input|password|schema|secretBinary|secretString|tags|tagsAll|userData|value)(?=$|[.[]))/,
  /(?:^|[.\]])(?:comment|default|description|name|sid|value)$/i,
  /(?:^|[.\]])(?:input(?:Template|Transformer)|re(?:quest|sponse)(?:Mapping)?Templates?|templateBody)(?=$|[.[])/,
  /password|secret$/i,
];

function mayIdentify({ path, resource: { type } }: View): boolean {
  const own = nameProperty(type) ?? "name";
  return path !== own && path !== `${own}Prefix` && !NO_IDENTIFIERS.some((form) => form.test(path));
}

/** A known string, and the property that has it. */
export interface LocatedString {
  readonly at: View;
  readonly text: string;
}

/** The strings of a resource that may name something by an identifier, including those inside JSON documents. */
export function identifiersIn(resource: View): LocatedString[] {
  return stringsIn(resource).flatMap((located) =>
    /^\s*[[{]/.test(located.text) ? stringsIn(located.at.json()) : [located],
  );
}

// A fast test that most strings fail. JSON documents pass it.
const MAY_HOLD_ONE =
  /^\s*[[{]|\d{12}|0{4}|0123|1234|abcd|xxx|<|change|replace|your|account|dummy|example|fake|placeholder|sample|test/i;

const stringsIn = (view: View): LocatedString[] =>
  view.scalars().flatMap((at) => {
    const { value } = at;
    return typeof value === "string" && MAY_HOLD_ONE.test(value) && mayIdentify(at) ? [{ at, text: value }] : [];
  });

/** The last key of a property's path: `AWS` of `policy.Statement[0].Principal.AWS[1]`. */
export function lastKeyOf({ path }: View): string {
  return /(?<![\w-])([\w-]+)(?:"?\])?(?:\[\d+\])*$/.exec(path)?.[1] ?? "";
}
