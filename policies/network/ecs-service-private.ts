import { reachabilityOf } from "../../src/aws/network/reachability";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { tierOf } from "../../src/aws/network/vpc";
import { certainSubnets, vpcWorkloads } from "../../src/aws/network/vpc-workloads";
import { defineRule } from "../../src/rules/rule";

const names = (subnets: readonly Resource[]): string => subnets.map(({ name }) => name).join(", ");

/** What the public addresses of a service mean, by its routes and security groups. */
function effectOf(stack: Stack, service: Resource): string {
  const { reachable, hasRoute, isAdmitted } = reachabilityOf(stack, service);
  if (reachable === true) {
    return "so clients on the internet reach them directly: their subnets route to an internet gateway, and their security groups admit everyone";
  }
  if (hasRoute === false) {
    return "although their subnets have no route to an internet gateway";
  }
  return isAdmitted === false
    ? "and only their security groups keep the internet out"
    : "so that one open rule of a security group lets the internet reach them";
}

export default defineRule({
  id: "ecs-service-private",
  category: "network",
  description: "ECS services must run in private subnets without public addresses",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["privateServices"],
  failures: ["F6"],
  why:
    "The internet can reach a task with a public address past the load balancer and what it checks; one open rule of a " +
    "security group is enough.",
  fix: {
    typescript: `networkConfiguration: {
  assignPublicIp: false,
  subnets: privateSubnets.map((subnet) => subnet.id),
  securityGroups: [tasks.id],
},`,
    python: `network_configuration={
    "assign_public_ip": False,
    "subnets": [subnet.id for subnet in private_subnets],
    "security_groups": [tasks.id],
},`,
    yaml: `networkConfiguration:
  assignPublicIp: false
  subnets: ["\${privateA.id}", "\${privateB.id}"]
  securityGroups: ["\${tasks.id}"]`,
  },
  limits: "Subnets of other stacks; tasks that start without a service (RunTask, EventBridge, Step Functions).",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-task-networking.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
  ],
  stack(stack, { report, undecided }) {
    for (const workload of vpcWorkloads(stack).filter(({ kind }) => kind === "task")) {
      const { resource: service, subnetsAt, subnets } = workload;
      const address = service.at("networkConfiguration", "assignPublicIp");
      const assigned = address.bool();
      const open = subnets.resources.filter((subnet) => tierOf(stack, subnet) === "public");
      const areAll = open.length === subnets.resources.length;
      const isInPublic = open.length > 0 && (areAll || certainSubnets(workload).length > 0);
      if (assigned === UNKNOWN) {
        undecided(address);
      } else if (assigned) {
        report({
          at: address,
          message:
            `The tasks get public addresses, ${effectOf(stack, service)}. Set \`assignPublicIp: false\`, and run them in ` +
            "private subnets with a NAT gateway or VPC endpoints.",
        });
      } else if (isInPublic) {
        report({
          at: subnetsAt,
          message:
            `The tasks run in public subnets (${names(open)}), which route to an internet gateway or assign public ` +
            "addresses. Name private subnets, with a NAT gateway or VPC endpoints.",
        });
      }
      if (
        !isInPublic &&
        (!subnets.complete || subnets.resources.some((subnet) => tierOf(stack, subnet) !== "private"))
      ) {
        undecided(subnetsAt);
      }
    }
  },
});
