import type { RuleExamples } from "../../src/rules/examples";

const program = (options: string): string => `
class Network extends pulumi.ComponentResource {
  constructor(name: string) {
    super("shop:index:Network", name);
    const vpc = new aws.ec2.Vpc("shop", { cidrBlock: "10.0.0.0/16" }, { parent: this });
    const subnet = new aws.ec2.Subnet("shop", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24" }${options});
    const routes = new aws.ec2.RouteTable("shop", { vpcId: vpc.id }, { parent: this });
    const ids = { subnetId: subnet.id, routeTableId: routes.id };
    new aws.ec2.RouteTableAssociation("shop", ids, { parent: this });
  }
}
new Network("shop");
`;

export default {
  incorrect: program(""),
  correct: program(", { parent: this }"),
} satisfies RuleExamples;
