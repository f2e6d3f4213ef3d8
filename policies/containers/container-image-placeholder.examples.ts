import type { RuleExamples } from "../../src/rules/examples";

export default {
  config: { "shop:image": "464738291005.dkr.ecr.us-east-1.amazonaws.com/api:1.4.2" },
  incorrect: `
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{ name: "api", image: "amazon/amazon-ecs-sample", memory: 512 }]),
});
`,
  correct: `
const image = new pulumi.Config("shop").require("image");
new aws.ecs.TaskDefinition("api", {
  family: "api",
  containerDefinitions: JSON.stringify([{ name: "api", image, memory: 512 }]),
});
`,
} satisfies RuleExamples;
