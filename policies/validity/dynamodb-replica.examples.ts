import type { RuleExamples } from "../../src/rules/examples";

const table = (regionName: string): string => `
const orders = new aws.dynamodb.Table("orders", {
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",
  streamEnabled: true,
  streamViewType: "NEW_AND_OLD_IMAGES",
  replicas: [{ regionName: "${regionName}" }],
});
`;

export default {
  config: { "aws:region": "eu-west-1" },
  incorrect: table("eu-west-1"),
  correct: table("eu-central-1"),
} satisfies RuleExamples;
