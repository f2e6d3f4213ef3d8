import type { RuleExamples } from "../../src/rules/examples";

export default {
  contract: { securityGroupDescriptions: true },
  incorrect: `
new aws.ec2.SecurityGroup("web", {
  ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
});
`,
  correct: `
new aws.ec2.SecurityGroup("web", {
  ingress: [{ description: "Customers", protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks: ["0.0.0.0/0"] }],
});
`,
} satisfies RuleExamples;
