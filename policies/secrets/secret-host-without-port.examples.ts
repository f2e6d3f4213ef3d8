import type { RuleExamples } from "../../src/rules/examples";

export default {
  incorrect: `
new aws.secretsmanager.SecretVersion("orders", {
  secretId: "orders",
  secretString: JSON.stringify({ host: "orders.c9akciq32.eu-west-1.rds.amazonaws.com:5432", port: 5432 }),
});
`,
  correct: `
new aws.secretsmanager.SecretVersion("orders", {
  secretId: "orders",
  secretString: JSON.stringify({ host: "orders.c9akciq32.eu-west-1.rds.amazonaws.com", port: 5432 }),
});
`,
} satisfies RuleExamples;
