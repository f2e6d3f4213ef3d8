import table from "../facts/needed-actions.json";
import { anyOf, type Certainty } from "./certainty";
import { isMadeByPackage } from "./components";
import {
  environmentOf,
  eventSourcesOf,
  isForFargate,
  mentions,
  secretsOf,
  TASK_DEFINITION,
  type Variable,
} from "./environments";
import { FUNCTION } from "./functions";
import {
  allows,
  arnsOverlap,
  policiesOf,
  ROLE,
  roleAllows,
  statementsOf,
  type ManagedPolicies,
  type Statement,
  type Target,
} from "./iam";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known, UNKNOWN } from "./value";
import { wordsOf } from "./words";

/** A kind of resource that takes permission to use. */
interface Kind {
  label: string;
  /** How the ARN begins that the name follows. */
  arn: string;
  /** The property with the physical name. */
  name?: string;
  /** Words in the names of variables that name one. */
  words: readonly string[];
  /** True when it also has outputs that take no permission: a bucket's domain name, a parameter's value. */
  hasPublicOutputs?: boolean;
  /** The actions that make sense for code that is told of one, for Lambda's poller, and for ECS itself. */
  environment: readonly string[];
  eventSource?: readonly string[];
  secrets?: readonly string[];
}

const kinds = new Map<string, Kind>(Object.entries(table.kinds));
const TYPES = [...kinds.keys()];

/** Something that a function or task is told of, and that takes permission to use. */
export interface Need {
  target: Resource;
  /** What it is called: table, queue, … */
  label: string;
  /** Any one of these makes sense of it. */
  actions: readonly string[];
  /** The properties of the workload that name roles; any one of these will do. */
  roles: readonly string[];
  /** How policies speak of it. */
  resources: Target;
}

/** What a function or task definition needs permission for. What it may know of for another reason is left out. */
export function needsOf(stack: Stack, workload: Resource): Need[] {
  const variables = environmentOf(workload);
  if (workload.type === FUNCTION) {
    const sources = eventSourcesOf(stack, workload).flatMap((source) => stack.refs(source, ...TYPES).resources);
    return [
      ...needs(toldOf(stack, workload, "environment", known(variables) ? variables : []), "environment", "role"),
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
    ...needs(toldOf(stack, workload, "containerDefinitions", variables), "environment", "taskRoleArn"),
    ...needs(handedOver(stack, secrets), "secrets", "executionRoleArn"),
  ];
}

function needs(
  targets: readonly Resource[],
  use: "environment" | "eventSource" | "secrets",
  ...roles: string[]
): Need[] {
  return [...new Set(targets)].flatMap((target) => {
    const kind = kinds.get(target.type);
    return kind && !target.outside
      ? [
          {
            target,
            label: kind.label,
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

// An output of a packaged component counts as made from all that the component has.
const usable = (workload: Resource, targets: readonly Resource[]): readonly Resource[] =>
  isMadeByPackage(workload) ? targets : targets.filter((target) => !isMadeByPackage(target));

// With keys of its own, or those of another role, the code does not depend on its role.
const OTHER_CREDENTIALS: ReadonlySet<string> = new Set(["AWS_ACCESS_KEY_ID", "AWS_PROFILE", "AWS_ROLE_ARN"]);

function mayActAsOther(stack: Stack, workload: Resource, property: string, variables: readonly Variable[]): boolean {
  const isOther = variables.some(({ name }) => OTHER_CREDENTIALS.has(name));
  return isOther || stack.refs(workload.at(property), ROLE).resources.length > 0;
}

/** The resources that environment variables name. */
function toldOf(stack: Stack, workload: Resource, property: string, variables: readonly Variable[]): Resource[] {
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

  // Of several that are not to be told apart, some may be there for their public outputs only.
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

/** Those of these types one of which a variable names, by what it is called. */
function typesNamedBy(variable: string, types: readonly string[]): string[] {
  const words = wordsOf(variable);
  const isPublic = NAMES_OF_PUBLIC_OUTPUTS.has(words.at(-1) ?? "");
  return types.filter((type) => {
    const kind = kinds.get(type);
    return !(isPublic && kind?.hasPublicOutputs) && words.some((word) => kind?.words.includes(word));
  });
}

/** The secrets and parameters that ECS fetches for a task. */
function handedOver(stack: Stack, secrets: readonly Variable[]): Resource[] {
  const candidates = stack.ofType(...TYPES.filter((type) => kinds.get(type)?.secrets));
  return candidates.filter((target) => secrets.some(({ value }) => mentionedIn(value, target)));
}

/** True when a role of the workload, or the target's own policy, allows any of the needed actions; unknown while one may. */
export function isGranted(stack: Stack, workload: Resource, need: Need, managed?: ManagedPolicies): Certainty {
  return anyOf([
    ...need.roles.map((property) => roleGrants(stack, workload, property, { need, managed })),
    resourceGrants(stack, need),
  ]);
}

/** True when what is allowed to the workload rests on texts that are made from other resources. */
export function restsOnComputedText(
  stack: Stack,
  workload: Resource,
  needs: readonly Need[],
  managed?: ManagedPolicies,
): boolean {
  return (
    workload.isComputed("containerDefinitions") ||
    needs
      .flatMap(({ roles }) => roles.flatMap((property) => stack.refs(workload.at(property), ROLE).resources))
      .flatMap((role) => policiesOf(stack, role, managed).policies)
      .some(({ statements }) => known(statements) && statements.some(({ isComputed }) => isComputed))
  );
}

interface Question {
  need: Need;
  managed: ManagedPolicies | undefined;
}

function roleGrants(stack: Stack, workload: Resource, property: string, { need, managed }: Question): Certainty {
  const place = workload.at(property);
  if (place.isAbsent) {
    // Elsewhere the tasks have what the role of their instance allows.
    return workload.type === TASK_DEFINITION && isForFargate(workload) ? false : UNKNOWN;
  }
  const { resources, complete } = stack.refs(place, ROLE);
  const [role] = resources;
  if (!complete || !role || resources.length > 1) {
    return UNKNOWN;
  }
  const policies = policiesOf(stack, role, managed);
  const granted = anyOf(need.actions.map((action) => roleAllows(policies, action, need.resources)));
  // What it may do in another role is not known.
  return granted === false && roleAllows(policies, "sts:AssumeRole") !== false ? UNKNOWN : granted;
}

/** Where AWS keeps the policies of resources that are resources of their own, and what names the one they are for. */
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

/** What a resource pattern has to be like to be about `resource`. */
export function targetOf(resource: Resource, { arn: prefix, name: property }: Pick<Kind, "arn" | "name">): Target {
  const name = property === undefined ? undefined : resource.str(property);
  const [, , service = ""] = prefix.split(":");
  const likely = `${prefix}${known(name) ? name.replace(/^\//, "") : ""}*`;
  const arn = resource.outputs.str("arn");
  return {
    concerns(pattern, { isComputed }) {
      // Policy variables stand for anything.
      const text = pattern.replace(/\$\{[^{}]*\}/g, "*");
      // A text that was written before the resource existed cannot hold its ARN: there the name decides.
      const own = isComputed && known(arn) ? `${arn}*` : likely;
      // What names something else of the service, such as an access point or a rule of a listener, is not followed.
      return arnsOverlap(text, own) || (arnsOverlap(text, `arn:*:${service}`) && !arnsOverlap(text, `${prefix}*`));
    },
    covers: (pattern) => pattern === "*" || (known(arn) && arnsOverlap(pattern, arn)),
  };
}
