import { EC2_FLOW_LOG, EC2_SUBNET, EC2_VPC } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Refs, Stack } from "../../src/graph/stack";
import { managedVpcs, subnetsOf } from "../../src/aws/network/vpc";
import { defineRule } from "../../src/rules/rule";

/** The VPCs and subnets with flow logs. Not complete while it is not known what a log is of. */
function logged(stack: Stack, servesFramework: boolean): Refs {
  const logs = stack
    .ofType(EC2_FLOW_LOG)
    // The frameworks require the rejected traffic.
    .filter((log) => !servesFramework || log.str("trafficType") !== "ACCEPT")
    .flatMap((log) => [log.at("vpcId"), log.at("subnetId")])
    .filter(({ isAbsent }) => !isAbsent);
  const refs = logs.map((at) => ({ at, ...stack.refs(at, EC2_VPC, EC2_SUBNET) }));
  return {
    resources: refs.flatMap(({ resources }) => resources),
    complete: refs.every(({ at, resources }) => resources.length > 0 || !at.isUnknown),
  };
}

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

export default defineRule({
  id: "vpc-flow-logs",
  category: "network",
  description: "Every VPC must have a flow log",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["flowLogs"],
  failures: ["E4"],
  why:
    "Without a flow log it cannot be found out afterwards who connected to what, and which connections were rejected: " +
    "neither after an incident nor when a security group is in the way.",
  fix: {
    typescript: `new aws.ec2.FlowLog("main", {
  vpcId: vpc.id,
  trafficType: "ALL",
  logDestination: logGroup.arn,
  iamRoleArn: role.arn,
});`,
    python: `aws.ec2.FlowLog("main",
    vpc_id=vpc.id,
    traffic_type="ALL",
    log_destination=log_group.arn,
    iam_role_arn=role.arn)`,
    yaml: `resources:
  main:
    type: aws:ec2:FlowLog
    properties:
      vpcId: \${vpc.id}
      trafficType: ALL
      logDestination: \${logGroup.arn}
      iamRoleArn: \${role.arn}`,
  },
  limits:
    "VPCs of other stacks; which traffic is logged, unless the contract names a framework, and where to; logs of single network interfaces.",
  references: ["https://docs.aws.amazon.com/vpc/latest/userguide/flow-logs.html"],
  stack(stack, { servesFramework, report, undecided }) {
    const { resources, complete } = logged(stack, servesFramework);
    for (const vpc of managedVpcs(stack).filter((one) => !resources.includes(one))) {
      const subnets = subnetsOf(stack, vpc);
      const unlogged = subnets.resources.filter((subnet) => !resources.includes(subnet));
      const isBySubnet = unlogged.length < subnets.resources.length;
      if (isBySubnet && unlogged.length === 0 && subnets.complete) {
        continue;
      }
      if (!complete || (isBySubnet && !subnets.complete)) {
        undecided(vpc);
      } else {
        const problem = isBySubnet
          ? `Some subnets of this VPC have flow logs, but ${names(unlogged)} and the VPC itself have none`
          : "This VPC has no flow log";
        report({
          at: vpc,
          message: `${problem}. Add an aws.ec2.FlowLog with its \`vpcId\`, \`trafficType: "ALL"\` and a \`logDestination\`.`,
        });
      }
    }
  },
});
