import type { Resource } from "../../stack/resource";
import type { Refs, Stack } from "../../stack/stack";
import { managedVpcs, SUBNET, subnetsOf, VPC } from "../../stack/vpc";
import { defineRule } from "../rule";

const FLOW_LOG = "aws:ec2/flowLog:FlowLog";

/** What flow logs are of, by VPC or by subnet. Not complete while a log does not say which it is of. */
function logged(stack: Stack): Refs {
  const places = stack
    .ofType(FLOW_LOG)
    .filter(({ outside }) => !outside)
    .flatMap((log) => [log.at("vpcId"), log.at("subnetId")])
    .filter(({ isAbsent }) => !isAbsent);
  const refs = places.map((place) => ({ place, ...stack.refs(place, VPC, SUBNET) }));
  return {
    resources: refs.flatMap(({ resources }) => resources),
    complete: refs.every(({ place, resources }) => resources.length > 0 || !place.isUnknown),
  };
}

const names = (resources: readonly Resource[]): string => resources.map(({ name }) => name).join(", ");

export default defineRule({
  id: "vpc-flow-logs",
  category: "network",
  description: "Every VPC has a flow log",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["flowLogs"],
  failures: ["E4"],
  controls: [
    { framework: "AWS FSBP", reference: "EC2.6" },
    { framework: "CIS AWS Foundations 5.0", reference: "3.7" },
  ],
  why:
    "Without a flow log nobody can tell afterwards who connected to what, and which connections were refused: neither " +
    "after an incident nor when a security group is in the way.",
  fix: {
    typescript:
      'new aws.ec2.FlowLog("main", {\n  vpcId: vpc.id,\n  trafficType: "ALL",\n  logDestination: logGroup.arn,\n' +
      "  iamRoleArn: role.arn,\n});",
    python:
      'aws.ec2.FlowLog("main",\n    vpc_id=vpc.id,\n    traffic_type="ALL",\n    log_destination=log_group.arn,\n' +
      "    iam_role_arn=role.arn)",
    yaml:
      "resources:\n  main:\n    type: aws:ec2:FlowLog\n    properties:\n      vpcId: ${vpc.id}\n" +
      "      trafficType: ALL\n      logDestination: ${logGroup.arn}\n      iamRoleArn: ${role.arn}",
  },
  limits: "VPCs outside the stack; which traffic is logged and where to; logs of single network interfaces.",
  stack(stack, { report, undecided }) {
    const { resources, complete } = logged(stack);
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
        const lack = isBySubnet
          ? `some subnets of this VPC have flow logs, but ${names(unlogged)} and the VPC itself have none`
          : "this VPC has no flow log";
        report({
          at: vpc,
          message: `${lack}; add an aws.ec2.FlowLog with its vpcId, trafficType: "ALL" and a logDestination.`,
        });
      }
    }
  },
});
