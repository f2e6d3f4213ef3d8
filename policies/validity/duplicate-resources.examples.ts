import type { RuleExamples } from "../../src/rules/examples";

const program = (second: string): string => `
const main = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const shared = new aws.ec2.Vpc("shared", { cidrBlock: "10.1.0.0/16" });
new aws.ec2.InternetGateway("main", { vpcId: main.id });
new aws.ec2.InternetGateway("second", { vpcId: ${second}.id });
`;

export default { incorrect: program("main"), correct: program("shared") } satisfies RuleExamples;
