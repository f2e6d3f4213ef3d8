import table from "../data/needed-actions.json";
import { anyOf, type Certainty } from "../../graph/certainty";
import { isMadeByPackage } from "../../graph/components";
import {
  environmentOf,
  eventSourcesOf,
  isForFargate,
  mentionedBy,
  mentions,
  secretsOf,
  type Variable,
} from "../containers/environments";
import { haveComputedStatement, roleAllows } from "./grants";
import {
  allows,
  arnsOverlap,
  beginningOf,
  policiesOf,
  statementsOf,
  type ManagedPolicies,
  type Statement,
  type Target,
} from "./iam";
import type { Resource } from "../../graph/resource";
import { inOrder, type Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { Read } from "../../graph/view";
import { wordsOf } from "../../graph/words";
import { DYNAMODB_TABLE, ECS_TASK_DEFINITION, IAM_ROLE, LAMBDA_FUNCTION, SECRETSMANAGER_SECRET } from "../type-tokens";

/** A kind of resource that can only be used with permission. */
interface Kind {
  label: string;
  /** The beginning of the ARN, which the name follows. */
  arn: string;
  /** The property with the physical name. */
  name?: string;
  /** Words in the names of variables that hold its name. */
  words: readonly string[];
  /** True when it also has outputs that need no permission: a bucket's domain name, a parameter's value. */
  hasPublicOutputs?: boolean;
  /** The actions that code may call on one from its environment, that Lambda's poller calls, and that ECS calls. */
  environment: readonly string[];
  eventSource?: readonly string[];
  secrets?: readonly string[];
}

const kinds = new Map<string, Kind>(Object.entries(table.kinds));
const TYPES = [...kinds.keys()];

/** How a workload uses a resource: in its code, as an event source of Lambda, or as a secret that ECS fetches. */
export type Use = "environment" | "eventSource" | "secrets";

/** A resource that a function or task is wired to, and that can only be used with permission. */
export interface Need {
  target: Resource;
  use: Use;
  /** Its kind in words: table, queue, … */
  label: string;
  /** The service as ARNs name it: `dynamodb`. */
  service: string;
  /** Any one of these actions is enough. */
  actions: readonly string[];
  /** The properties of the workload that name roles; any one of these roles is enough. */
  roles: readonly string[];
  /** How the resources of policies match it. */
  resources: Target;
}

/** The resources that a function or task definition needs permission for, without those that may serve another purpose. */
export function needsOf(stack: Stack, workload: Resource): Need[] {
  const variables = environmentOf(workload);
  if (workload.type === LAMBDA_FUNCTION) {
    const sources = eventSourcesOf(stack, workload).flatMap((source) => stack.refs(source, ...TYPES).resources);
    return [
      ...needs(
        namedByVariables(stack, workload, "environment", known(variables) ? variables : []),
        "environment",
        "role",
      ),
      ...needs(sources, "eventSource", "role"),
    ];
  }
  const secrets = secretsOf(workload);
  if (!known(variables) || !known(secrets)) {
    if (mayActAsOther(stack, workload, "containerDefinitions", [])) {
      return [];
    }
    const named = computedFrom(workload, "containerDefinitions").filter(
      ({ type }) => !kinds.get(type)?.hasPublicOutputs,
    );
    return needs(usable(workload, named), "environment", "taskRoleArn", "executionRoleArn");
  }
  return [
    ...needs(namedByVariables(stack, workload, "containerDefinitions", variables), "environment", "taskRoleArn"),
    ...needs(fetchedByEcs(stack, secrets), "secrets", "executionRoleArn"),
  ];
}

function needs(targets: readonly Resource[], use: Use, ...roles: string[]): Need[] {
  return [...new Set(targets)].flatMap((target) => {
    const kind = kinds.get(target.type);
    return kind && !target.external
      ? [
          {
            target,
            use,
            label: kind.label,
            service: kind.arn.split(":")[2] ?? "",
            actions: kind[use] ?? kind.environment,
            roles,
            resources: targetOf(target, kind),
          },
        ]
      : [];
  });
}

const computedFrom = (workload: Resource, property: string): readonly Resource[] =>
  workload.propertyDependencies.get(property) ?? [];

// An output of a packaged component counts as computed from all resources of the component.
const usable = (workload: Resource, targets: readonly Resource[]): readonly Resource[] =>
  isMadeByPackage(workload) ? targets : targets.filter((target) => !isMadeByPackage(target));

// With credentials of its own, or those of another role, the code does not depend on its role.
const OTHER_CREDENTIALS: ReadonlySet<string> = new Set(["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ROLE_ARN"]);

function mayActAsOther(stack: Stack, workload: Resource, property: string, variables: readonly Variable[]): boolean {
  const isOther = variables.some(({ name }) => OTHER_CREDENTIALS.has(name));
  return isOther || stack.refs(workload.at(property), IAM_ROLE).resources.length > 0;
}

/** The resources that environment variables name. */
function namedByVariables(
  stack: Stack,
  workload: Resource,
  property: string,
  variables: readonly Variable[],
): Resource[] {
  if (mayActAsOther(stack, workload, property, variables)) {
    return [];
  }
  const unknown = variables.filter(({ value }) => value.isUnknown);
  const computed = computedFrom(workload, property);
  const byDependency = computed.filter((target) => {
    const fitting = variables.filter(
      ({ name }) => !kinds.get(target.type)?.hasPublicOutputs || typesNamedBy(name, [target.type]).length > 0,
    );
    return fitting.some(({ value }) => mentionedIn(value, target)) || isSurelyIn(target, fitting);
  });
  const byName = variables.flatMap(({ name, value }) => {
    const text = value.str();
    const types = typesNamedBy(name, TYPES);
    const target = known(text) && types.length > 0 ? stack.named(text, types) : undefined;
    return target ? [target] : [];
  });
  return [...byDependency, ...byName];

  // Of several that cannot be distinguished, some may be there for their public outputs only.
  function isSurelyIn(target: Resource, fitting: readonly Variable[]): boolean {
    const alike = kinds.get(target.type)?.hasPublicOutputs
      ? computed.filter(({ type }) => type === target.type)
      : [target];
    const free = unknown.filter((variable) => fitting.includes(variable)).length;
    return free >= alike.length && usable(workload, [target]).length > 0;
  }
}

const mentionedIn = (value: Variable["value"], target: Resource): boolean => {
  const text = value.str();
  return known(text) && mentions(text, target);
};

const NAMES_OF_PUBLIC_OUTPUTS: ReadonlySet<string> = new Set(["URL", "URI", "DOMAIN", "ENDPOINT", "HOST", "VALUE"]);

/** Those of these types that a variable may name, by the words of its own name. */
function typesNamedBy(variable: string, types: readonly string[]): string[] {
  const words = wordsOf(variable);
  const isPublic = NAMES_OF_PUBLIC_OUTPUTS.has(words.at(-1) ?? "");
  return types.filter((type) => {
    const kind = kinds.get(type);
    return !(isPublic && kind?.hasPublicOutputs) && words.some((word) => kind?.words.includes(word));
  });
}

/** The secrets and parameters that ECS fetches for a task. */
function fetchedByEcs(stack: Stack, secrets: readonly Variable[]): Resource[] {
  return secrets
    .map(({ value }) => value.str())
    .filter(known)
    .flatMap((text) => mentionedBy(stack, text))
    .filter(({ type }) => kinds.get(type)?.secrets)
    .sort(inOrder);
}

/** True when a role of the workload, or the target's own policy, allows any of the needed actions; unknown while one may. */
function isGranted(stack: Stack, workload: Resource, need: Need, managed?: ManagedPolicies): Certainty {
  return anyOf([
    ...need.roles.map((property) => roleGrants(stack, workload, property, { need, managed })),
    resourceGrants(stack, need),
  ]);
}

/** The needs of a workload that are certainly not granted, and those that may not be. */
export interface MissingAccess {
  missing: readonly Need[];
  unknown: readonly Need[];
}

/** The access that a function or task definition needs and that no policy grants. */
export function missingAccess(stack: Stack, workload: Resource, managed?: ManagedPolicies): MissingAccess {
  const needs = needsOf(stack, workload).map((need) => ({ need, granted: isGranted(stack, workload, need, managed) }));
  const having = (state: Certainty): Need[] => needs.filter(({ granted }) => granted === state).map(({ need }) => need);
  return { missing: having(false), unknown: having(UNKNOWN) };
}

/** True when the permissions of the workload rest on documents that are computed from other resources. */
export function restsOnComputedText(
  stack: Stack,
  workload: Resource,
  needs: readonly Need[],
  managed?: ManagedPolicies,
): boolean {
  return (
    workload.isComputed("containerDefinitions") ||
    needs
      .flatMap(({ roles }) => roles.flatMap((property) => stack.refs(workload.at(property), IAM_ROLE).resources))
      .some((role) => haveComputedStatement(policiesOf(stack, role, managed).policies))
  );
}

/**
 * True when a role of the workload may let another service use the target, with a role of that service: it may pass a
 * role, start a job, or call a service that has a role of its own. Then its own permissions prove nothing.
 */
export function mayActThroughService(
  stack: Stack,
  workload: Resource,
  { roles }: Need,
  managed?: ManagedPolicies,
): boolean {
  return roles
    .flatMap((property) => stack.refs(workload.at(property), IAM_ROLE).resources)
    .some((role) => {
      const policies = policiesOf(stack, role, managed);
      return THROUGH_SERVICES.some((action) => roleAllows(policies, action) !== false);
    });
}

// DAX, Glue, Athena, S3 Access Grants and others use tables, streams and buckets with roles of their own.
const THROUGH_SERVICES = [
  "athena:StartQueryExecution",
  "batch:SubmitJob",
  "codebuild:StartBuild",
  "dax:GetItem",
  "dax:PutItem",
  "dax:Query",
  "dax:UpdateItem",
  "ecs:RunTask",
  "firehose:PutRecord",
  "firehose:PutRecordBatch",
  "glue:StartJobRun",
  "iam:PassRole",
  "lambda:InvokeFunction",
  "redshift-data:ExecuteStatement",
  "s3:GetDataAccess",
  "states:StartExecution",
  "states:StartSyncExecution",
];

interface GrantOptions {
  need: Need;
  managed: ManagedPolicies | undefined;
}

function roleGrants(stack: Stack, workload: Resource, property: string, { need, managed }: GrantOptions): Certainty {
  const arn = workload.at(property);
  if (arn.isAbsent) {
    // On instances, tasks have the permissions of the instance's role.
    return workload.type === ECS_TASK_DEFINITION && isForFargate(workload) ? false : UNKNOWN;
  }
  const { resources, complete } = stack.refs(arn, IAM_ROLE);
  const [role] = resources;
  if (!complete || !role || resources.length > 1) {
    return UNKNOWN;
  }
  const policies = policiesOf(stack, role, managed);
  const granted = anyOf(need.actions.map((action) => roleAllows(policies, action, need.resources)));
  // The permissions of a role that it may assume are not known.
  return granted === false && roleAllows(policies, "sts:AssumeRole") !== false ? UNKNOWN : granted;
}

/** The types that hold the policy of a resource, each with the property that names the resource. */
const RESOURCE_POLICIES: Readonly<Record<string, readonly [type: string, property: string]>> = {
  "aws:dynamodb/table:Table": ["aws:dynamodb/resourcePolicy:ResourcePolicy", "resourceArn"],
  "aws:kinesis/stream:Stream": ["aws:kinesis/resourcePolicy:ResourcePolicy", "resourceArn"],
  "aws:secretsmanager/secret:Secret": ["aws:secretsmanager/secretPolicy:SecretPolicy", "secretArn"],
  "aws:sqs/queue:Queue": ["aws:sqs/queuePolicy:QueuePolicy", "queueUrl"],
  "aws:s3/bucket:Bucket": ["aws:s3/bucketPolicy:BucketPolicy", "bucket"],
};
const HAVE_A_POLICY_INSIDE = new Set([
  "aws:secretsmanager/secret:Secret",
  "aws:sqs/queue:Queue",
  "aws:s3/bucket:Bucket",
]);

function resourceGrants(stack: Stack, { target, actions, resources }: Need): Certainty {
  const [type = "", property = ""] = RESOURCE_POLICIES[target.type] ?? [];
  const separate = type === "" ? [] : stack.referrers(target, property, type);
  const owners = HAVE_A_POLICY_INSIDE.has(target.type) ? [target, ...separate] : separate;
  return anyOf(
    owners.map((owner) => {
      const statements = statementsOf(owner, "policy");
      return statements === UNKNOWN
        ? UNKNOWN
        : anyOf(actions.map((action) => allows(statements.filter(isForRoles), action, resources)));
    }),
  );
}

function isForRoles({ effect, principals }: Statement): boolean {
  return effect === "Deny" || principals === UNKNOWN || principals.some(({ type }) => type === "AWS" || type === "*");
}

const REPLICATED: ReadonlySet<string> = new Set([DYNAMODB_TABLE, SECRETSMANAGER_SECRET]);

/** The ARN of a resource, in any region where it has replicas. */
function arnOf(resource: Resource): Read<string> {
  const arn = resource.outputs.str("arn");
  const isReplicated = REPLICATED.has(resource.type) && !resource.at("replicas").isAbsent;
  return known(arn) && isReplicated ? arn.replace(/^(arn:[^:]*:[^:]*):[^:]*/, "$1:*") : arn;
}

/** How the resource patterns of policies match `resource`. */
export function targetOf(resource: Resource, { arn: prefix, name: property }: Pick<Kind, "arn" | "name">): Target {
  const name = property === undefined ? undefined : resource.str(property);
  const [, , service = ""] = prefix.split(":");
  // A pattern for another kind of the service, such as an access point or a rule of a listener, is not followed.
  const isOfOtherKind = (text: string): boolean =>
    arnsOverlap(text, `arn:*:${service}`) && !arnsOverlap(text, `${prefix}*`);
  const likely = `${prefix}${known(name) ? name.replace(/^\//, "") : ""}*`;
  const arn = arnOf(resource);
  // Policy variables may have any value.
  const textOf = (pattern: string): string => pattern.replace(/\$\{[^{}]*\}/g, "*");
  return {
    index: {
      kind: prefix,
      concernsAll: (pattern) => isOfOtherKind(textOf(pattern)),
      beginnings: [...new Set([likely, ...(known(arn) ? [`${arn}*`] : [])].map(beginningOf))],
    },
    concerns(pattern, { isComputed }) {
      const text = textOf(pattern);
      // A document from before the resource existed cannot contain its ARN: there the name decides.
      const own = isComputed && known(arn) ? `${arn}*` : likely;
      return arnsOverlap(text, own) || isOfOtherKind(text);
    },
    covers: (pattern) => pattern === "*" || (known(arn) && arnsOverlap(pattern, arn)),
  };
}
