import rule from "../../../policies/ordering/eip-after-internet-gateway";
import { internet, NAT, nat, subnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { resource, type BuildOptions, type BuiltResource } from "../../../testing/stack";

const place = subnet("public", "us-east-1a");
const eip = (options: BuildOptions = {}, name = "address"): BuiltResource =>
  resource("aws:ec2/eip:Eip", name, { domain: "vpc" }, options);
const loose = resource("aws:ec2/internetGateway:InternetGateway", "loose");
const attachment = resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "attachment", {
  vpcId: vpc.id,
  internetGatewayId: loose.id,
});
const of = (address: BuiltResource): BuiltResource[] => [
  address,
  nat("nat", place, { allocationId: address.allocationId }),
];

ruleTest(rule, {
  valid: [
    { name: "one that waits", stack: [vpc, internet, place, ...of(eip({ dependsOn: [internet] }))] },
    {
      name: "one that waits for a gateway that is attached by itself",
      stack: [vpc, loose, attachment, place, ...of(eip({ dependsOn: [loose] }))],
    },
    {
      name: "one that waits for the attachment",
      stack: [vpc, loose, attachment, place, ...of(eip({ dependsOn: [attachment] }))],
    },
    { name: "a VPC whose internet gateway is not in the stack", stack: [vpc, place, ...of(eip())] },
    { name: "one that is not a NAT gateway's", stack: [vpc, internet, eip()] },
    {
      name: "one of elsewhere",
      stack: [vpc, internet, place, resource(NAT, "nat", { subnetId: place.id, allocationId: "eipalloc-0123" })],
    },
    { name: "one that the stack only reads", stack: [vpc, internet, place, ...of(eip({ external: true }))] },
    {
      name: "one that a component of a package makes",
      stack: [
        vpc,
        internet,
        place,
        resource("awsx:ec2:Vpc", "shop"),
        ...of(eip({ parent: resource("awsx:ec2:Vpc", "shop") })),
      ],
    },
    { name: "a subnet of elsewhere", stack: [vpc, internet, eip(), resource(NAT, "nat", { allocationId: eip().id })] },
  ],
  invalid: [
    {
      name: "one that waits for nothing",
      stack: [vpc, internet, place, ...of(eip())],
      findings: [{ resource: "address", message: /NAT gateway nat .*dependsOn: \[internet\]/ }],
    },
    {
      name: "one of two NAT gateways, told once",
      stack: [vpc, internet, place, ...of(eip()), nat("second", place, { allocationId: eip().id })],
      findings: [{ resource: "address" }],
    },
    {
      name: "a further address",
      stack: [
        vpc,
        internet,
        place,
        eip({}, "further"),
        nat("nat", place, { secondaryAllocationIds: [eip({}, "further").id] }),
      ],
      findings: [{ resource: "further" }],
    },
  ],
});
