import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.sqs.Queue("orders", { region: "us-east-1" });
`,
  correct: `
new aws.sqs.Queue("orders", { region: "us-east-1" });
new aws.sqs.Queue("orders-west", { region: "us-west-2" });
`,
  contract: { regions: { names: ["us-east-1", "us-west-2"], services: ["sqs"] } },
} satisfies RuleExamples;
