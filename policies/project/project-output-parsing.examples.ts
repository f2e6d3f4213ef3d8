import type { RuleExamples } from "../../src/rules/examples";

const DATABASE = `const db = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 20,
  username: "shop",
  manageMasterUserPassword: true,
});`;

export default {
  incorrect: `
${DATABASE}
export const host = db.endpoint.apply((endpoint) => endpoint.split(":")[0]);
`,
  correct: `
${DATABASE}
export const host = db.address;
`,
} satisfies RuleExamples;
