import {
  BACKUP_PLAN,
  CLOUDWATCH_METRIC_ALARM,
  EC2_NAT_GATEWAY,
  EC2_SECURITY_GROUP,
  EC2_SUBNET,
  IAM_POLICY,
  IAM_ROLE,
  IAM_ROLE_POLICY,
  LAMBDA_FUNCTION,
  LB_TARGET_GROUP,
  RDS_CLUSTER,
  RDS_INSTANCE,
} from "../../aws/type-tokens";
import { SERVICE_NAMES, SERVICES } from "../../contract/services";
import { providersOf } from "../../aws/region";
import type { Resource } from "../../graph/resource";
import { daysBetween, rotationsOf } from "../../aws/identity/secret-rotation";
import type { Stack } from "../../graph/stack";
import { tagsOf, takesTags } from "../../aws/tags";
import { known } from "../../graph/value";
import { managedVpcs } from "../../aws/network/vpc";
import { endpointsOf } from "../../aws/network/vpc-endpoints";
import type { Read } from "../../graph/view";

/** A key of the contract that a stack may keep to, with the values to try: the first that holds counts. */
export interface Candidate {
  /** With a dot for the second level. */
  key: string;
  values: readonly unknown[];
}
const DATABASES = [RDS_CLUSTER, RDS_INSTANCE];
const MOST_ZONES = 6;

/** Keys that are true or absent, with the types that they are about: without one of them they would promise nothing. */
const SWITCHES: readonly (readonly [key: string, value: unknown, types: readonly string[]])[] = [
  ["environmentSuffix", "{stack}", []],
  ["natGateways", "per-zone", [EC2_NAT_GATEWAY]],
  ["ordering", true, [EC2_NAT_GATEWAY]],
  ["subnetLayout", true, [EC2_SUBNET]],
  ["securityGroupDescriptions", true, [EC2_SECURITY_GROUP]],
  ["flowLogs", true, SERVICES.vpc],
  ["privateServices", true, ["aws:ecs/service:Service"]],
  ["customerKeys", true, SERVICES.kms],
  ["managedCredentials", true, DATABASES],
  ["cacheAuthentication", true, SERVICES.elasticache],
  ["leastPrivilege", true, [IAM_ROLE, IAM_ROLE_POLICY, IAM_POLICY]],
  ["engineVersions.offered", true, [RDS_CLUSTER]],
  ["databaseLogExports", true, DATABASES],
  ["pointInTimeRecovery", true, SERVICES.dynamodb],
  ["imageResolvable", true, ["aws:ecs/taskDefinition:TaskDefinition"]],
  ["imageScanning", true, ["aws:ecr/repository:Repository"]],
  ["deploymentSettings", true, ["aws:ecs/service:Service"]],
  ["deployment", "blue-green", [LB_TARGET_GROUP]],
  ["healthChecks", true, [LB_TARGET_GROUP]],
  ["https", true, ["aws:lb/listener:Listener"]],
  ["webFirewall", true, ["aws:lb/loadBalancer:LoadBalancer", "aws:cloudfront/distribution:Distribution"]],
  ["throttling", true, ["aws:apigateway/stage:Stage", "aws:apigatewayv2/stage:Stage"]],
  ["accessLogs", true, ["aws:lb/loadBalancer:LoadBalancer"]],
  ["functions.implemented", true, [LAMBDA_FUNCTION]],
  ["functions.tracing", true, [LAMBDA_FUNCTION]],
  ["containerInsights", true, ["aws:ecs/cluster:Cluster"]],
  ["alarms", true, [CLOUDWATCH_METRIC_ALARM]],
  ["logRetention", true, ["aws:cloudwatch/logGroup:LogGroup"]],
  ["dashboard", true, ["aws:cloudwatch/dashboard:Dashboard"]],
  ["backup", {}, [BACKUP_PLAN]],
];

/**
 * What a stack may be held to, read off its resources. A number that requires less than the rule does by itself is
 * none: it would loosen the rule.
 */
export function candidatesOf(stack: Stack): Candidate[] {
  const has = (types: readonly string[]): boolean =>
    types.length === 0 || stack.ofType(...types).some(({ external }) => !external);
  const numbers: [key: string, value: number | undefined, least: number, most: number][] = [
    ["backupRetentionDays", least(managed(stack, DATABASES), (one) => one.num("backupRetentionPeriod")), 7, 35],
    ["functions.minimumTimeout", least(managed(stack, [LAMBDA_FUNCTION]), (one) => one.num("timeout")), 60, 900],
    ["functions.minimumMemory", least(managed(stack, [LAMBDA_FUNCTION]), (one) => one.num("memorySize")), 256, 10240],
    ["secretRotationDays", rotationDays(stack), 1, 30],
  ];
  const lists: [key: string, values: readonly string[]][] = [
    ["vpcEndpoints", sharedBy(managedVpcs(stack), (vpc) => endpointNames(stack, vpc))],
    ["tags", sharedBy(taggable(stack), (resource) => [...tagsOf(resource).values.keys()])],
    ["services", SERVICE_NAMES.filter((name) => has(SERVICES[name]))],
    ["outputs", outputsOf(stack)],
  ];
  return [
    { key: "region", values: regionsOf(stack) },
    ...(has([EC2_SUBNET]) ? [{ key: "availabilityZones.minimum", values: downTo(2, MOST_ZONES) }] : []),
    ...SWITCHES.filter(([, , types]) => has(types)).map(([key, value]) => ({ key, values: [value] })),
    ...(has([RDS_CLUSTER]) ? [{ key: "databaseInstances", values: downTo(2, 16) }] : []),
    ...numbers
      .filter(([, value, lowest, highest]) => value !== undefined && value >= lowest && value <= highest)
      .map(([key, value]) => ({ key, values: [value] })),
    ...lists.filter(([, values]) => values.length > 0).map(([key, values]) => ({ key, values: [values] })),
  ];
}

function managed(stack: Stack, types: readonly string[]): Resource[] {
  return stack.managed(...types);
}

const downTo = (last: number, first: number): number[] =>
  Array.from({ length: first - last + 1 }, (_, index) => first - index);

/** The least of a number that all resources have and that is known of each. */
function least(resources: readonly Resource[], read: (resource: Resource) => Read<number>): number | undefined {
  const values = resources.map(read).filter(known);
  return values.length === 0 || values.length < resources.length ? undefined : Math.min(...values);
}

function rotationDays(stack: Stack): number | undefined {
  const days = rotationsOf(stack).map(({ resource }) => daysBetween(resource));
  const values = days.filter(known);
  return values.length === 0 || values.length < days.length ? undefined : Math.ceil(Math.max(...values));
}

function taggable(stack: Stack): Resource[] {
  return stack.resources.filter(({ type, external }) => !external && takesTags(type));
}

/** The words that all of them have, sorted. */
function sharedBy(resources: readonly Resource[], read: (resource: Resource) => readonly string[]): string[] {
  const [first, ...others] = resources.map(read);
  return (first ?? []).filter((word) => others.every((words) => words.includes(word))).sort();
}

function endpointNames(stack: Stack, vpc: Resource): string[] {
  const names = endpointsOf(stack, vpc).endpoints.map(({ service }) => service);
  return [...new Set(names.filter(known))].filter((name) => /^[a-z0-9][a-z0-9_-]*(\.[a-z0-9_-]+)?$/.test(name));
}

function outputsOf({ root }: Stack): string[] {
  const entries = root?.outputs.entries();
  return known(entries) ? entries.map(([name]) => name).filter((name) => /^[A-Za-z][\w .-]*$/.test(name)) : [];
}

function regionsOf(stack: Stack): string[] {
  return [
    ...new Set(
      providersOf(stack)
        .filter(({ resources }) => resources.length > 0)
        .map(({ region }) => region)
        .filter(known),
    ),
  ];
}
