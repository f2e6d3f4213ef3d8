import { hasPublicAddress } from "../../src/aws/network/reachability";
import { EC2_INSTANCE, EC2_SPOT_INSTANCE_REQUEST } from "../../src/aws/type-tokens";
import { not } from "../../src/graph/certainty";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "ec2-instance-not-public",
  category: "network",
  description: "EC2 instances must not have a public address",
  severity: "high",
  level: "only-if-required",
  why:
    "An instance with a public address is one wrong security group rule away from the internet. Behind a load balancer, " +
    "and with Session Manager for administration, it needs none.",
  fix: {
    typescript: `associatePublicIpAddress: false,`,
    python: `associate_public_ip_address=False,`,
    yaml: `associatePublicIpAddress: false`,
  },
  limits: "Instances whose launch template chooses the subnet.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-instance-addressing.html",
  ],
  alone: [EC2_INSTANCE],
  stack(stack, { decide }) {
    for (const instance of stack.managed(EC2_INSTANCE, EC2_SPOT_INSTANCE_REQUEST)) {
      decide(not(hasPublicAddress(stack, instance)), {
        at: instance,
        property: "associatePublicIpAddress",
        message:
          "The instance has a public address, from its own setting, its subnet or an Elastic IP. " +
          "Set `associatePublicIpAddress: false`, and connect through a load balancer or Session Manager.",
      });
    }
  },
});
