import type { RuleExamples } from "../../src/rules/examples";

const BEFORE = `
const cluster = new aws.ecs.Cluster("shop", { name: "shop" });
const service = new aws.ecs.Service("api", { name: "api", cluster: cluster.arn, taskDefinition: "api:1" });
const limits = { serviceNamespace: "ecs", scalableDimension: "ecs:service:DesiredCount", minCapacity: 2, maxCapacity: 9 };`;

export default {
  incorrect: `${BEFORE}
new aws.appautoscaling.Target("api", { ...limits, resourceId: "service/shop/api" });
`,
  correct: `${BEFORE}
new aws.appautoscaling.Target("api", { ...limits, resourceId: "service/shop/api" }, { dependsOn: [service] });
`,
} satisfies RuleExamples;
