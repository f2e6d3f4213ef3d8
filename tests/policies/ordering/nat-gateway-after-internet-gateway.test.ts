import rule from "../../../policies/ordering/nat-gateway-after-internet-gateway";
import { associate, internet, NAT, nat, route, subnet, table, vpc } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const place = subnet("public", "us-east-1a");
const routes = table("public-routes");
const out = route("public-out", routes, { gatewayId: internet.id });
const network = [vpc, internet, place];

const loose = resource("aws:ec2/internetGateway:InternetGateway", "loose");
const attachment = resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "attachment", {
  vpcId: vpc.id,
  internetGatewayId: loose.id,
});
const waiting = (on: typeof place): typeof place =>
  resource(NAT, "nat", { subnetId: place.id, allocationId: "eipalloc-0123" }, { dependsOn: [on] });

ruleTest(rule, {
  valid: [
    { name: "one that waits for the gateway", stack: [...network, waiting(internet)] },
    { name: "one that waits for the default route", stack: [...network, routes, out, waiting(out)] },
    {
      name: "one that waits for an association with a table that waits for the gateway",
      stack: [
        ...network,
        table("direct", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }]),
        associate(place, table("direct", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }])),
        waiting(associate(place, table("direct", [{ cidrBlock: "0.0.0.0/0", gatewayId: internet.id }]))),
      ],
    },
    {
      name: "one whose subnet waits for the gateway",
      stack: [
        vpc,
        internet,
        resource("aws:ec2/subnet:Subnet", "late", { vpcId: vpc.id }, { dependsOn: [internet] }),
        nat("nat", resource("aws:ec2/subnet:Subnet", "late", { vpcId: vpc.id })),
      ],
    },
    {
      name: "one in a component that waits for the gateway",
      stack: [
        ...network,
        resource("shop:index:Exits", "exits", {}, { dependsOn: [internet] }),
        resource(NAT, "nat", { subnetId: place.id }, { parent: resource("shop:index:Exits", "exits") }),
      ],
    },
    { name: "one that waits for the attachment", stack: [vpc, loose, attachment, place, waiting(attachment)] },
    {
      name: "a private one, which needs no internet gateway",
      stack: [...network, nat("nat", place, { connectivityType: "private", allocationId: undefined })],
    },
    { name: "a VPC whose internet gateway is not in the stack", stack: [vpc, place, nat("nat", place)] },
    {
      name: "an internet gateway in another VPC",
      stack: [
        vpc,
        place,
        resource("aws:ec2/vpc:Vpc", "other", { cidrBlock: "10.1.0.0/16" }),
        resource("aws:ec2/internetGateway:InternetGateway", "elsewhere", {
          vpcId: resource("aws:ec2/vpc:Vpc", "other").id,
        }),
        nat("nat", place),
      ],
    },
    {
      name: "an egress-only internet gateway, which is none",
      stack: [
        vpc,
        place,
        resource("aws:ec2/egressOnlyInternetGateway:EgressOnlyInternetGateway", "out", { vpcId: vpc.id }),
        nat("nat", place),
      ],
    },
    { name: "a subnet of elsewhere", stack: [vpc, internet, resource(NAT, "nat", { subnetId: "subnet-0123" })] },
    {
      name: "one that the stack only reads",
      stack: [...network, resource(NAT, "nat", { subnetId: place.id }, { external: true })],
    },
    {
      name: "one that a component of a package makes",
      stack: [
        ...network,
        resource("awsx:ec2:Vpc", "shop"),
        resource(NAT, "nat", { subnetId: place.id }, { parent: resource("awsx:ec2:Vpc", "shop") }),
      ],
    },
  ],
  invalid: [
    {
      name: "one that waits for nothing but its subnet and address",
      stack: [...network, routes, out, nat("nat", place)],
      findings: [{ resource: "nat", message: /dependsOn: \[internet\]/ }],
    },
    {
      name: "one that waits for the gateway, but not until it is attached",
      stack: [vpc, loose, attachment, place, waiting(loose)],
      findings: [{ resource: "nat", message: /dependsOn: \[attachment\]/ }],
    },
    {
      name: "an attachment that waits for the gateway instead",
      stack: [
        vpc,
        loose,
        place,
        nat("nat", place),
        resource(
          "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment",
          "attachment",
          { vpcId: vpc.id, internetGatewayId: loose.id },
          { dependsOn: [nat("nat", place)] },
        ),
      ],
      findings: [
        { resource: "nat", message: /attachment waits for it instead \(attachment → nat\), so take that out and add/ },
      ],
    },
    {
      name: "one of two, the other of which waits",
      stack: [...network, waiting(internet), nat("hasty", place)],
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
      name: "one that may be private",
      stack: [...network, nat("nat", place, { connectivityType: unknown })],
      at: ["nat.connectivityType"],
    },
  ],
});
