import type { RuleExamples } from "../../src/rules/examples";

const gateways = (second: string): string => `
const first = new aws.ec2.Eip("first", { domain: "vpc" });
const second = new aws.ec2.Eip("second", { domain: "vpc" });
const natA = new aws.ec2.NatGateway("nat-a", { subnetId: "subnet-0a1b2c3d", allocationId: first.id });
const natB = new aws.ec2.NatGateway("nat-b", { subnetId: "subnet-4e5f6a7b", allocationId: ${second}.id });
`;

export default { incorrect: gateways("first"), correct: gateways("second") } satisfies RuleExamples;
