import type { RuleExamples } from "../../src/rules/examples";

const program = (zone: string): string => `
const vpc = new aws.ec2.Vpc("main", { cidrBlock: "10.0.0.0/16" });
const gateway = new aws.ec2.InternetGateway("main", { vpcId: vpc.id });
const subnets = ["a", "${zone}"].map((zone, index) => new aws.ec2.Subnet(\`public-\${index}\`, {
  vpcId: vpc.id,
  cidrBlock: \`10.0.\${index}.0/24\`,
  availabilityZone: \`us-east-1\${zone}\`,
}));
const balancer = new aws.lb.LoadBalancer("public", { subnets: subnets.map((subnet) => subnet.id) });
`;

export default { incorrect: program("a"), correct: program("b") } satisfies RuleExamples;
