import type { RuleExamples } from "../../src/rules/examples";

const group = (more: string): string => `
const settings = new aws.rds.ParameterGroup("settings", {
  family: "postgres16",
  parameters: [{ name: "max_connections", value: "200"${more} }],
});
`;

export default {
  incorrect: group(""),
  correct: group(', applyMethod: "pending-reboot"'),
} satisfies RuleExamples;
