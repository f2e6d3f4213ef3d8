import { DEFAULT_SUBNET } from "../../src/aws/network/vpc";
import { EC2_SUBNET, EFS_MOUNT_TARGET } from "../../src/aws/type-tokens";
import { allOf, not } from "../../src/graph/certainty";
import { UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "efs-mount-target-private",
  category: "network",
  description: "EFS mount targets must be in subnets that do not assign public addresses",
  severity: "medium",
  level: "only-if-required",
  why:
    "A subnet that assigns public addresses is for what the internet reaches. A file system beside that is one wrong rule " +
    "of a security group away from it.",
  fix: {
    typescript: `subnetId: private.id, // a subnet without mapPublicIpOnLaunch`,
    python: `subnet_id=private.id,  # a subnet without map_public_ip_on_launch`,
    yaml: `subnetId: \${private.id} # a subnet without mapPublicIpOnLaunch`,
  },
  limits: "Subnets of other stacks.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/efs-controls.html",
    "https://docs.aws.amazon.com/efs/latest/ug/accessing-fs.html",
  ],
  stack(stack, { decide }) {
    for (const target of stack.managed(EFS_MOUNT_TARGET)) {
      const { resources, complete } = stack.refs(target.at("subnetId"), EC2_SUBNET, DEFAULT_SUBNET);
      const isPrivate = resources.map((subnet) =>
        not(subnet.bool("mapPublicIpOnLaunch") ?? subnet.type === DEFAULT_SUBNET),
      );
      decide(allOf([...isPrivate, complete || UNKNOWN]), {
        at: target,
        property: "subnetId",
        message:
          `The subnet ${joinNames(resources.map(({ name }) => name))} assigns public addresses to what is started in it. ` +
          "Put the mount target into a private subnet.",
      });
    }
  },
});
