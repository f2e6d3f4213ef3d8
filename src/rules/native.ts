import { NATIVE_TYPES, type NativeType } from "../aws/native/types";
import { mappingOf, nativePath, nativeViewsOf, renamed, type NativeView } from "../aws/native/views";
import type { Resource } from "../graph/resource";
import { languageOf, pathIn, type Language } from "./language";
import type { Requirement, RuleOfRequirements } from "./requirement";
import type { Rule } from "./rule";
import type { Outcome, Result, RunContext } from "./outcome";

/**
 * The functions that take what is not known for neither present nor absent, so that a resource with only some known
 * properties shows them nothing that is not so. Requirements always do.
 */
const READ_PARTS: ReadonlySet<string> = new Set([
  "ami-approved",
  "container-registry-allowed",
  "dynamodb-customer-key",
  "dynamodb-point-in-time-recovery",
  "ebs-encrypted",
  "ecs-container-logging",
  "ecs-container-privileged",
  "ecs-container-read-only",
  "ecs-secret-json-key",
  "ecs-secret-names",
  "efs-encrypted",
  "elasticache-encrypted-at-rest",
  "elasticache-encrypted-in-transit",
  "endpoint-not-public",
  "iam-decrypt-all-keys",
  "iam-full-access",
  "iam-policy-syntax",
  "iam-trust-public",
  "iam-wildcard-action",
  "instance-type-allowed",
  "kinesis-stream-encrypted",
  "kms-key-policy-lockout",
  "kms-key-rotation",
  "lambda-environment-reserved",
  "listener-tls-policy",
  "log-group-customer-key",
  "log-group-retention",
  "rds-backup-retention",
  "rds-customer-key",
  "rds-log-exports",
  "rds-multi-az",
  "rds-not-public",
  "rds-storage-encrypted",
  "rds-windows",
  "redshift-encrypted",
  "resource-policy-public",
  "s3-public-access-block",
  "secretsmanager-rotation-period",
  "security-group-allowed-ports",
  "security-group-database-open",
  "security-group-open-admin-port",
  "sqs-encrypted",
  "tls-policy-allowed",
]);

/** The rules that check each resource of a stack for itself. */
const CHECK_EACH: ReadonlySet<string> = new Set(["property-combinations", "property-values"]);

/** Functions with a check for the stack that read of it no more than a resource and its parts. */
const READ_WITH_PARTS: ReadonlySet<string> = new Set([
  "imdsv2",
  "lambda-runtime",
  "s3-access-logging",
  "s3-versioning",
]);

/** True for a rule that checks each resource of aws-native, with its parts, where it checks the stack. */
export const checksNativeOnStack = (rule: Rule): boolean =>
  CHECK_EACH.has(rule.id) || READ_WITH_PARTS.has(rule.id) || isMetByParts(requirementsOf(rule));

const requirementsOf = (rule: Rule): readonly Requirement[] => (rule as Partial<RuleOfRequirements>).requirements ?? [];

const PART_TYPES: ReadonlySet<string> = new Set(
  Object.values(NATIVE_TYPES).flatMap((all) => all.flatMap(({ parts = [] }) => parts.map(({ type }) => type))),
);

/** True where other resources meet requirements as well, and all of these are properties of aws-native. */
function isMetByParts(requirements: readonly Requirement[]): boolean {
  const onStack = requirements.filter(({ companions, unlessInStack }) => companions ?? unlessInStack);
  return (
    onStack.length > 0 &&
    onStack.every(
      ({ companions = [], unlessInStack }) =>
        unlessInStack === undefined && companions.every(({ types }) => types.every((type) => PART_TYPES.has(type))),
    )
  );
}

/** True for a rule that also looks at resources of aws-native, one at a time. */
export const readsNative = (rule: Rule): boolean =>
  (READ_PARTS.has(rule.id) || requirementsOf(rule).length > 0) &&
  (rule.resource?.types !== undefined || rule.alone !== undefined);

/** The ids of the functions among them. */
export const NATIVE_RULES: readonly string[] = [...READ_PARTS, ...READ_WITH_PARTS, ...CHECK_EACH];

/** The checks of a rule, each with its fence. */
export interface Run {
  onResource: (rule: Rule, resource: Resource, runContext: RunContext) => Outcome;
  onStack: (rule: Rule, stack: NativeView["stack"], runContext: RunContext) => Outcome;
}

/** What a rule that reads single resources finds on one of aws-native, in the names that the program uses. */
export function checkNative(rule: Rule, resource: Resource, runContext: RunContext, run: Run): Outcome[] {
  return nativeViewsOf(resource).flatMap((view) => {
    const { type } = view.mapping;
    const outcomes = [
      ...(rule.resource?.types?.includes(type) ? [run.onResource(rule, view.resource, runContext)] : []),
      ...(rule.alone?.includes(type) ? [run.onStack(rule, view.stack, runContext)] : []),
    ];
    return outcomes.map((outcome) => inNativeNames(outcome, resource, view, runContext));
  });
}

/** What a rule that checks the stack finds on a resource of aws-native and its parts. */
export function checkNativeOnStack(rule: Rule, resource: Resource, runContext: RunContext, run: Run): Outcome[] {
  return nativeViewsOf(resource).map((view) => {
    const outcome = run.onStack(rule, view.stack, runContext);
    // What a constraint reads and the mapping lacks would never be decided.
    const decided = CHECK_EACH.has(rule.id) ? { ...outcome, undecided: [] } : outcome;
    return inNativeNames(decided, resource, view, runContext);
  });
}

function inNativeNames(outcome: Outcome, native: Resource, view: NativeView, runContext: RunContext): Outcome {
  const language = languageOf(runContext.project.files?.settings?.runtime);
  const { urn } = native;
  return {
    ...outcome,
    results: outcome.results.map((result) => nativeResult(result, native, view, language)),
    undecided: outcome.undecided.map((one) => ({ ...one, urn, path: nativePath(one.path, mappingOf(view, one.urn)) })),
  };
}

/** A finding as one of the resource of aws-native. A fix is left out, since it would be that of the other type. */
function nativeResult(found: Result, { type, urn }: Resource, view: NativeView, language: Language): Result {
  const path = nativePath(found.path, mappingOf(view, found.urn ?? urn));
  const result: Result = {
    ...found,
    urn,
    type,
    path,
    codePath: pathIn(path, language),
    message: withoutParts(found.message, view, language).replace(/`[^`]*`/g, (code) =>
      inNativeCode(code, namesOf(view.mapping), language),
    ),
    ...(found.alsoAt && {
      alsoAt: found.alsoAt.map((one) => ({ ...one, urn, type, path: nativePath(one.path, mappingOf(view, one.urn)) })),
    }),
  };
  delete result.fix;
  return result;
}

/** A type token up to its class: `aws:s3/bucket:` is `aws.s3.` in a program. */
const TOKEN = /^(\w+):(\w+)\/\w+:/;

/** A message with the property of aws-native where it names the resource that is a part in @pulumi/aws. */
const withoutParts = (message: string, { mapping: { parts = [] } }: NativeView, language: Language): string =>
  parts.reduce(
    (text, { type, onlyWith }) =>
      text.replaceAll(`an ${type.replace(TOKEN, "$1.$2.")} `, `\`${pathIn(onlyWith, language)}\` `),
    message,
  );

/** The properties of a resource, and those of its parts below the property that holds them. */
function namesOf({ properties, parts = [] }: NativeType): Pick<NativeType, "properties"> {
  const below = parts.flatMap((part) =>
    Object.entries(part.properties).map(([key, from]) => [key, from?.replace(`${part.onlyWith}.`, "") ?? null]),
  );
  return { properties: { ...properties, ...(Object.fromEntries(below) as NativeType["properties"]) } };
}

const WORD = /[A-Za-z_]\w*/g;

/** A piece of code of a message, with the names of aws-native in it. */
function inNativeCode(code: string, mapping: Pick<NativeType, "properties">, language: Language): string {
  const all = Object.keys(mapping.properties).flatMap((path) => path.match(WORD) ?? []);
  const byOwn = new Map(all.map((name) => [pathIn(name, language), name]));
  const names = renamed(
    mapping,
    (code.match(WORD) ?? []).flatMap((word) => byOwn.get(word) ?? []),
  );
  return code.replace(WORD, (word) => {
    const name = names.get(byOwn.get(word) ?? "");
    return name === undefined ? word : pathIn(name, language);
  });
}
