import { nativePath, nativeViewsOf, renamed, type NativeView } from "../aws/native/views";
import type { Resource } from "../graph/resource";
import { languageOf, pathIn, type Language } from "./language";
import type { RuleOfRequirements } from "./requirement";
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

/** True for a rule that checks each resource of aws-native together with the stack. */
export const checksNativeOnStack = ({ id }: Rule): boolean => CHECK_EACH.has(id);

const isOfRequirements = (rule: Rule): boolean => ((rule as Partial<RuleOfRequirements>).requirements ?? []).length > 0;

/** True for a rule that also looks at resources of aws-native, one at a time. */
export const readsNative = (rule: Rule): boolean =>
  (READ_PARTS.has(rule.id) || isOfRequirements(rule)) &&
  (rule.resource?.types !== undefined || rule.alone !== undefined);

/** The ids of the functions among them. */
export const NATIVE_RULES: readonly string[] = [...READ_PARTS, ...CHECK_EACH];

/** What a rule finds on a resource of aws-native, in the names that the program uses. */
export function checkNative(
  rule: Rule,
  resource: Resource,
  runContext: RunContext,
  run: {
    onResource: (rule: Rule, resource: Resource, runContext: RunContext) => Outcome;
    onStack: (rule: Rule, stack: NativeView["stack"], runContext: RunContext) => Outcome;
  },
): Outcome[] {
  // What a constraint reads and the mapping lacks would never be decided.
  const isConstraint = checksNativeOnStack(rule);
  return nativeViewsOf(resource).flatMap((view) => {
    const { type } = view.mapping;
    const outcomes = [
      ...(rule.resource?.types?.includes(type) ? [run.onResource(rule, view.resource, runContext)] : []),
      ...(rule.alone?.includes(type) || isConstraint ? [run.onStack(rule, view.stack, runContext)] : []),
    ];
    return outcomes
      .map((outcome) => (isConstraint ? { ...outcome, undecided: [] } : outcome))
      .map((outcome) => inNativeNames(outcome, resource, view, runContext));
  });
}

function inNativeNames(outcome: Outcome, native: Resource, { mapping }: NativeView, runContext: RunContext): Outcome {
  const language = languageOf(runContext.project.files?.settings?.runtime);
  return {
    ...outcome,
    results: outcome.results.map((result) => nativeResult(result, native, mapping, language)),
    undecided: outcome.undecided.map((one) => ({ ...one, path: nativePath(one.path, mapping) })),
  };
}

/** A finding as one of the resource of aws-native. A fix is left out, since it would be that of the other type. */
function nativeResult(found: Result, { type }: Resource, mapping: NativeView["mapping"], language: Language): Result {
  const path = nativePath(found.path, mapping);
  const result: Result = {
    ...found,
    type,
    path,
    codePath: pathIn(path, language),
    message: found.message.replace(/`[^`]*`/g, (code) => inNativeCode(code, mapping, language)),
    ...(found.alsoAt && {
      alsoAt: found.alsoAt.map((one) => ({ ...one, type, path: nativePath(one.path, mapping) })),
    }),
  };
  delete result.fix;
  return result;
}

const WORD = /[A-Za-z_]\w*/g;

/** A piece of code of a message, with the names of aws-native in it. */
function inNativeCode(code: string, mapping: NativeView["mapping"], language: Language): string {
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
