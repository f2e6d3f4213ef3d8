import type { RuleExamples } from "../../src/rules/examples";

const program = (zones: string): string => `
new aws.elb.LoadBalancer("web", {
  availabilityZones: [${zones}],
  listeners: [{ lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" }],
});
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program('"us-east-1a"'),
  correct: program('"us-east-1a", "us-east-1b"'),
} satisfies RuleExamples;
