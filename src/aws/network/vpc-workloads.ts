import { anyOf, equals, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import type { Refs, Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { DEFAULT_SUBNET } from "./vpc";
import { EC2_SUBNET, ECR_REPOSITORY, ECS_TASK_DEFINITION } from "../type-tokens";

/** What runs code in subnets of a VPC. */
export interface VpcWorkload {
  resource: Resource;
  kind: "task" | "function" | "instance";
  /** The property that names its subnets. */
  subnetsAt: View;
  subnets: Refs;
}

const SUBNETS_AT: readonly { type: string; kind: VpcWorkload["kind"]; path: [string, ...string[]] }[] = [
  { type: "aws:ecs/service:Service", kind: "task", path: ["networkConfiguration", "subnets"] },
  { type: "aws:ecs/taskSet:TaskSet", kind: "task", path: ["networkConfiguration", "subnets"] },
  { type: "aws:lambda/function:Function", kind: "function", path: ["vpcConfig", "subnetIds"] },
  { type: "aws:ec2/instance:Instance", kind: "instance", path: ["subnetId"] },
  { type: "aws:autoscaling/group:Group", kind: "instance", path: ["vpcZoneIdentifiers"] },
  { type: "aws:eks/nodeGroup:NodeGroup", kind: "instance", path: ["subnetIds"] },
];

function findWorkloads(stack: Stack): VpcWorkload[] {
  return SUBNETS_AT.flatMap(({ type, kind, path }) =>
    stack
      .managed(type)
      .filter((resource) => !resource.at(...path).isAbsent)
      .map((resource) => {
        const subnetsAt = resource.at(...path);
        return { resource, kind, subnetsAt, subnets: stack.refs(subnetsAt, EC2_SUBNET, DEFAULT_SUBNET) };
      }),
  );
}

/** The tasks (of services), functions and instances (also of groups) that name their subnets. */
export function vpcWorkloads(stack: Stack): readonly VpcWorkload[] {
  return stack.once(findWorkloads);
}

/** The task definition of a service or task set; absent where it is not in the stack or not known yet. */
export function taskDefinitionOf(stack: Stack, service: Resource): Resource | undefined {
  return stack.refs(service.at("taskDefinition"), ECS_TASK_DEFINITION).resources[0];
}

/** Whether a service or task set runs on Fargate. */
export function isOnFargate(stack: Stack, service: Resource): Certainty {
  const launchType = service.str("launchType");
  if (launchType !== undefined && launchType !== "") {
    return equals(launchType, "FARGATE");
  }
  const strategies = service.list("capacityProviderStrategies") ?? [];
  if (known(strategies) && strategies.length > 0) {
    return anyOf(
      strategies.map((strategy) => {
        const provider = strategy.str("capacityProvider");
        return provider === UNKNOWN ? UNKNOWN : provider?.startsWith("FARGATE") === true;
      }),
    );
  }
  const compatibilities = taskDefinitionOf(stack, service)?.list("requiresCompatibilities") ?? [];
  return known(compatibilities) ? compatibilities.some((one) => one.value === "FARGATE") : UNKNOWN;
}

const isOfEcr = ({ type, dependencies }: Resource): boolean =>
  type === ECR_REPOSITORY ||
  type.startsWith("awsx:ecr:") ||
  (/^docker(-build)?:/.test(type) && dependencies.some((one) => one.type === ECR_REPOSITORY));

/**
 * Whether a container of a service or task set has an image in ECR. Unknown for a string with computed parts, unless one
 * of them is the image: an update then shows no more than the first preview.
 */
export function pullsFromEcr(stack: Stack, service: Resource): Certainty {
  const task = taskDefinitionOf(stack, service);
  if (!task) {
    return UNKNOWN;
  }
  if (task.propertyDependencies.get("containerDefinitions")?.some(isOfEcr)) {
    return true;
  }
  const text = task.isComputed("containerDefinitions") ? UNKNOWN : task.str("containerDefinitions");
  return text === UNKNOWN ? UNKNOWN : text?.includes(".dkr.ecr.") === true;
}

/**
 * The subnets among those of a workload that it surely runs in: none where it names fewer than it was computed from,
 * as an output of a packaged component counts as computed from all that the component has.
 */
export function certainSubnets({ subnetsAt, subnets }: VpcWorkload): readonly Resource[] {
  return subnets.resources.length > subnetsAt.scalars().length ? [] : subnets.resources;
}
