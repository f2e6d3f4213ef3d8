import { anyOf, allOf, type Certainty } from "../../graph/certainty";
import { parseBlock, sizeOf } from "../../graph/cidr";
import { known, UNKNOWN, type Unknown } from "../../graph/value";
import type { View } from "../../graph/view";

/** How the values of a condition key name who may use a resource. */
type Kind = "account" | "name" | "arn" | "address" | "unique-id" | "flag";

const kindOf = (kind: Kind, ...keys: string[]): [string, Kind][] => keys.map((key) => [key, kind]);

/** The keys with which a condition limits who a principal of everyone is, in lower case. */
const LIMITING: ReadonlyMap<string, Kind> = new Map([
  ...kindOf(
    "account",
    "aws:principalaccount",
    "aws:sourceaccount",
    "aws:sourceowner",
    "aws:vpceaccount",
    "kms:calleraccount",
    "s3:dataaccesspointaccount",
  ),
  ...kindOf(
    "name",
    "aws:federatedprovider",
    "aws:principalorgid",
    "aws:principalorgpaths",
    "aws:principalservicename",
    "aws:principalservicenameslist",
    "aws:sourceorgid",
    "aws:sourceorgpaths",
    "aws:sourcevpc",
    "aws:sourcevpce",
    "aws:vpceorgid",
    "aws:vpceorgpaths",
    "lambda:eventsourcetoken",
  ),
  ...kindOf("arn", "aws:principalarn", "aws:sourcearn", "aws:sourcevpcarn", "s3:dataaccesspointarn"),
  ...kindOf("address", "aws:sourceip", "aws:vpcsourceip"),
  ...kindOf("unique-id", "aws:userid"),
  ...kindOf("flag", "aws:principalisawsservice", "elasticfilesystem:accessedviamounttarget"),
]);

/** Keys about the request, and those that every caller can choose: they leave open who the caller is. */
const OPEN: ReadonlySet<string> = new Set([
  "aws:calledvia",
  "aws:calledviafirst",
  "aws:calledvialast",
  "aws:currenttime",
  "aws:epochtime",
  "aws:multifactorauthage",
  "aws:multifactorauthpresent",
  "aws:principaltype",
  "aws:referer",
  "aws:requestedregion",
  "aws:securetransport",
  "aws:tagkeys",
  "aws:useragent",
  "aws:username",
  "aws:viaawsservice",
  "kms:grantisforawsresource",
  "kms:viaservice",
  "lambda:functionurlauthtype",
  "sns:endpoint",
  "sns:protocol",
  "sts:externalid",
  "sts:rolesessionname",
]);
const OPEN_FAMILIES =
  /^(?:aws:(?:principal|request|resource)tag\/|kms:encryptioncontext|s3:(?!accesspoint|accessgrants))/;

const isOpen = (key: string): boolean => OPEN.has(key) || OPEN_FAMILIES.test(key);

/** What compares the values. */
export interface Operator {
  /** `stringequals`, without the prefix of sets and without `IfExists`. */
  name: string;
  /** True where the condition holds for requests without the key. */
  holdsWithoutKey: boolean;
}

function operatorOf(text: string): Operator {
  const [, set = "", name = "", ifExists = ""] =
    /^(?:(forallvalues|foranyvalue):)?(.*?)(ifexists)?$/.exec(text.toLowerCase()) ?? [];
  return { name, holdsWithoutKey: set === "forallvalues" || (ifExists !== "" && set === "") };
}

const POSITIVE: ReadonlySet<string> = new Set([
  "stringequals",
  "stringequalsignorecase",
  "stringlike",
  "arnequals",
  "arnlike",
  "ipaddress",
  "bool",
]);
const NEGATIVE: ReadonlySet<string> = new Set([
  "stringnotequals",
  "stringnotequalsignorecase",
  "stringnotlike",
  "arnnotequals",
  "arnnotlike",
  "notipaddress",
  "bool",
]);

// AWS takes wider ranges of public addresses for everyone.
const WIDEST = { 4: 1n << 24n, 6: 1n << 96n };

/** True for a value without a wildcard and without a variable. */
export const isFixed = (value: string): boolean => value !== "" && !/[*?]|\$\{/.test(value);

const isNarrowRange = (value: string): boolean => {
  const block = parseBlock(value.includes("/") ? value : `${value}/${value.includes(":") ? "128" : "32"}`);
  return block !== undefined && sizeOf(block) <= WIDEST[block.family];
};

/** An ARN names an account or a bucket, whose name only one account has. */
export function isFixedArn(value: string): boolean {
  const [prefix, , service = "", , account = "", ...rest] = value.split(":");
  if (prefix !== "arn" || value.includes("${")) {
    return isFixed(value);
  }
  return (
    /^\d{12}$/.test(account) ||
    account === "aws" ||
    (service === "s3" && isFixed(rest.join(":").split("/", 1).join("")))
  );
}

// Variables for the account and the organization of the resource itself: whose it is never changes.
const OWN_ACCOUNT = /\$\{aws:Resource(?:Account|OrgID|OrgPaths)\}/gi;

/** Whether a value names someone in particular, as AWS defines it: no wildcard and no variable where they matter. */
function isParticular(kind: Kind, text: string, isAllowed: boolean): boolean {
  const value = text.replace(OWN_ACCOUNT, "000000000000");
  switch (kind) {
    case "account":
      return /^\d{12}$/.test(value) || isFixedArn(value);
    case "arn":
      return isFixedArn(value);
    case "address":
      return isNarrowRange(value);
    case "unique-id":
      return isFixed(value) || /^A[A-Z0-9]{15,}:\*$/.test(value);
    case "flag":
      return value.toLowerCase() === String(isAllowed);
    case "name":
      // A path of an organization may end with a wildcard: the organization is fixed.
      return isFixed(value) || /^o-[a-z0-9]{10,32}\//.test(value);
  }
}

/**
 * Whether one entry of a condition limits a principal of everyone to someone in particular.
 * @param isAllowed true for what a statement allows, false for what it denies, where the opposite operator limits
 */
function entryLimits(operator: Operator, key: string, values: View, isAllowed: boolean): Certainty {
  const kind = LIMITING.get(key.toLowerCase());
  if (kind === undefined) {
    const isThroughService = /^aws:(?:viaawsservice|calledvia\w*)$/i.test(key);
    return isOpen(key.toLowerCase()) && (isAllowed || !isThroughService) ? false : UNKNOWN;
  }
  if (!(isAllowed ? POSITIVE : NEGATIVE).has(operator.name) || (isAllowed && operator.holdsWithoutKey)) {
    return operator.name === "null" || POSITIVE.has(operator.name) || NEGATIVE.has(operator.name) ? false : UNKNOWN;
  }
  const list = values.list() ?? [];
  if (list === UNKNOWN) {
    return UNKNOWN;
  }
  const particular = list.map((one): Certainty => {
    const value = one.str();
    return known(value) ? isParticular(kind, value, isAllowed) : UNKNOWN;
  });
  return list.length > 0 && allOf(particular);
}

/** One requirement of a condition. */
export interface Entry {
  operator: Operator;
  key: string;
  values: View;
}

/** What a condition requires; unknown where one of its parts is. */
export function entriesOf(condition: View): Entry[] | Unknown {
  const operators = condition.entries() ?? [];
  const found: Entry[] = [];
  for (const [name, at] of operators === UNKNOWN ? [] : operators) {
    const keys = at.entries() ?? [];
    if (keys === UNKNOWN) {
      return UNKNOWN;
    }
    found.push(...keys.map(([key, values]) => ({ operator: operatorOf(name), key, values })));
  }
  return operators === UNKNOWN ? UNKNOWN : found;
}

/** Whether the condition of a statement that allows everyone leaves someone in particular: one entry is enough. */
export function limitsCallers(condition: View): Certainty {
  const entries = entriesOf(condition);
  return entries === UNKNOWN
    ? UNKNOWN
    : anyOf(entries.map(({ operator, key, values }) => entryLimits(operator, key, values, true)));
}

/**
 * Whether the condition of a statement that denies everyone spares only someone in particular. A request is denied where
 * all entries hold, so each of them has to spare someone in particular; without entries it spares nothing at all.
 */
export function deniesOthers(condition: View): Certainty {
  const entries = entriesOf(condition);
  if (entries === UNKNOWN) {
    return UNKNOWN;
  }
  return allOf(entries.map(({ operator, key, values }) => entryLimits(operator, key, values, false)));
}
