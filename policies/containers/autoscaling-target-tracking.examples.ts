import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
const service = { serviceNamespace: "ecs", resourceId: "service/shop/api", scalableDimension: "ecs:service:DesiredCount" };
new aws.appautoscaling.Target("api", { ...service, minCapacity: 2, maxCapacity: 8 });
`,
  correct: `
const service = { serviceNamespace: "ecs", resourceId: "service/shop/api", scalableDimension: "ecs:service:DesiredCount" };
const target = new aws.appautoscaling.Target("api", { ...service, minCapacity: 2, maxCapacity: 8 });
new aws.appautoscaling.Policy("api-cpu", {
  ...service,
  policyType: "TargetTrackingScaling",
  targetTrackingScalingPolicyConfiguration: {
    targetValue: 60,
    predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
  },
}, { dependsOn: [target] });
`,
} satisfies RuleExamples;
