import type { RuleExamples } from "../../src/rules/examples";

const program = (inputs: string): string => `
const password = new random.RandomPassword("orders", ${inputs});
const orders = new aws.rds.Instance("orders", {
  engine: "postgres",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 50,
  username: "orders_owner",
  password: password.result,
});
`;

export default {
  incorrect: program("{ length: 32 }"),
  correct: program(`{ length: 32, overrideSpecial: "!#-" }`),
} satisfies RuleExamples;
