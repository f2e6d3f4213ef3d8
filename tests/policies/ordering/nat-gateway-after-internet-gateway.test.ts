import rule from "../../../policies/ordering/nat-gateway-after-internet-gateway";
import { associate, internet, NAT, nat, route, subnet, table, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const edge = subnet("public", "us-east-1a");
const routes = table("public-routes");
const out = route("public-out", routes, { gatewayId: internet.id });
const network = [vpc, internet, edge];

const loose = resource("aws:ec2/internetGateway:InternetGateway", "loose");
const attachment = resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "attachment", {
  vpcId: vpc.id,
  internetGatewayId: loose.id,
});
const waiting = (on: typeof edge): typeof edge =>
  resource(NAT, "nat", { subnetId: edge.id, allocationId: "eipalloc-0123" }, { dependsOn: [on] });

ruleTest(rule, {
  valid: [
    { name: "a NAT gateway that waits for the gateway", stack: [...network, waiting(internet)] },
    { name: "a NAT gateway that waits for the default route", stack: [...network, routes, out, waiting(out)] },
    {
      name: "a NAT gateway that waits for an association with a table that waits for the gateway",
      stack: [
        ...network,
        table("direct", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }]),
        associate(edge, table("direct", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }])),
        waiting(associate(edge, table("direct", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }]))),
      ],
    },
    {
      name: "a NAT gateway whose subnet waits for the gateway",
      stack: [
        vpc,
        internet,
        resource("aws:ec2/subnet:Subnet", "late", { vpcId: vpc.id }, { dependsOn: [internet] }),
        nat("nat", resource("aws:ec2/subnet:Subnet", "late", { vpcId: vpc.id })),
      ],
    },
    {
      name: "a NAT gateway in a component that waits for the gateway",
      stack: [
        ...network,
        resource("shop:index:Exits", "exits", {}, { dependsOn: [internet] }),
        resource(NAT, "nat", { subnetId: edge.id }, { parent: resource("shop:index:Exits", "exits") }),
      ],
    },
    {
      name: "a NAT gateway that waits for the attachment",
      stack: [vpc, loose, attachment, edge, waiting(attachment)],
    },
    {
      name: "a private one, which needs no internet gateway",
      stack: [...network, nat("nat", edge, { connectivityType: "private", allocationId: undefined })],
    },
    { name: "a VPC whose internet gateway is not in the stack", stack: [vpc, edge, nat("nat", edge)] },
    {
      name: "an internet gateway in another VPC",
      stack: [
        vpc,
        edge,
        resource("aws:ec2/vpc:Vpc", "other", { cidrBlock: "10.1.0.0/16" }),
        resource("aws:ec2/internetGateway:InternetGateway", "external", {
          vpcId: resource("aws:ec2/vpc:Vpc", "other").id,
        }),
        nat("nat", edge),
      ],
    },
    {
      name: "an egress-only internet gateway",
      stack: [
        vpc,
        edge,
        resource("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "out", { vpcId: vpc.id }),
        nat("nat", edge),
      ],
    },
    { name: "a subnet of another stack", stack: [vpc, internet, resource(NAT, "nat", { subnetId: "subnet-0123" })] },
    {
      name: "a NAT gateway that the stack only reads",
      stack: [...network, resource(NAT, "nat", { subnetId: edge.id }, { external: true })],
    },
    {
      name: "a NAT gateway that a component of a package creates",
      stack: [
        ...network,
        resource("awsx:ec2:Vpc", "shop"),
        resource(NAT, "nat", { subnetId: edge.id }, { parent: resource("awsx:ec2:Vpc", "shop") }),
      ],
    },
  ],
  invalid: [
    {
      name: "a NAT gateway that waits for nothing but its subnet and address",
      stack: [...network, routes, out, nat("nat", edge)],
      findings: [
        { resource: "nat", message: /add `dependsOn: \[internet\]`.*"Network vpc-… has no Internet gateway attached"/ },
      ],
    },
    {
      name: "a NAT gateway that waits for the gateway, but not until it is attached",
      stack: [vpc, loose, attachment, edge, waiting(loose)],
      findings: [{ resource: "nat", message: /add `dependsOn: \[attachment\]`/ }],
    },
    {
      name: "an attachment that waits for the gateway instead",
      stack: [
        vpc,
        loose,
        edge,
        nat("nat", edge),
        resource(
          "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
          "attachment",
          { vpcId: vpc.id, internetGatewayId: loose.id },
          { dependsOn: [nat("nat", edge)] },
        ),
      ],
      findings: [
        {
          resource: "nat",
          message: /attachment waits for it instead \(attachment → nat\), so remove that dependency and add/,
        },
      ],
    },
    {
      name: "one of two when the other one waits",
      stack: [...network, waiting(internet), nat("hasty", edge)],
      findings: [{ resource: "hasty" }],
    },
    {
      name: "a regional one, which names its VPC",
      stack: [vpc, internet, resource(NAT, "nat", { vpcId: vpc.id, availabilityMode: "regional" })],
      findings: [{ resource: "nat" }],
    },
  ],
  undecided: [
    {
      name: "a NAT gateway that may be private",
      stack: [...network, nat("nat", edge, { connectivityType: unknown })],
      at: ["nat.connectivityType"],
    },
  ],
});
