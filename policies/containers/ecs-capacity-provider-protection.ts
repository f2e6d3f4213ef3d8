import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ecs-capacity-provider-protection",
  category: "containers",
  description: "ECS capacity providers must protect instances that run tasks from termination",
  severity: "medium",
  level: "only-if-required",
  why: "Without it, scaling in ends instances with tasks on them, whatever these are doing.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/managed-termination-protection.html",
  ],
  requirement: {
    types: ["aws:ecs/capacityProvider:CapacityProvider"],
    property: "autoScalingGroupProvider.managedTerminationProtection",
    must: { equals: "ENABLED" },
    whenAbsent: "DISABLED",
    when: [{ property: "autoScalingGroupProvider", must: { isSet: true } }],
    consequence: "Scaling in ends instances on which tasks still run.",
    instead:
      'Set `managedTerminationProtection: "ENABLED"`, with `managedScaling: { status: "ENABLED" }` and `protectFromScaleIn: true` of the group.',
    example: {
      autoScalingGroupProvider: {
        autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:464738291005:autoScalingGroup:1:autoScalingGroupName/web",
        managedScaling: { status: "ENABLED" },
      },
    },
  },
});
