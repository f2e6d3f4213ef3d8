import { hasPublicAddress } from "../../src/aws/network/reachability";
import { not } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "emr-cluster-not-public",
  category: "network",
  description: "The primary nodes of EMR clusters must not have public addresses",
  severity: "high",
  level: "only-if-required",
  why:
    "The primary node takes jobs and shows their data on its web pages, without a password. With a public address, one " +
    "wrong rule of a security group opens all of that to the internet.",
  fix: {
    typescript: `ec2Attributes: { instanceProfile: profile.arn, subnetId: private.id }, // without mapPublicIpOnLaunch`,
    python: `ec2_attributes={"instance_profile": profile.arn, "subnet_id": private.id},  # without map_public_ip_on_launch`,
    yaml: `ec2Attributes:
  instanceProfile: \${profile.arn}
  subnetId: \${private.id} # without mapPublicIpOnLaunch`,
  },
  limits: "Subnets of other stacks, and clusters that choose one of several subnets.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html",
    "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-vpc-host-job-flows.html",
  ],
  stack(stack, { decide, undecided }) {
    for (const cluster of stack.managed("aws:emr/cluster:Cluster")) {
      if (!cluster.at("ec2Attributes", "subnetIds").isAbsent) {
        undecided(cluster, "ec2Attributes.subnetIds");
        continue;
      }
      decide(not(hasPublicAddress(stack, cluster)), {
        at: cluster,
        property: "ec2Attributes.subnetId",
        message:
          "The primary node gets a public address from the subnet that it is started in. Set a private subnet in " +
          "`ec2Attributes.subnetId`.",
      });
    }
  },
});
