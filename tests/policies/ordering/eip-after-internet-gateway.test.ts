import rule from "../../../policies/ordering/eip-after-internet-gateway";
import { internet, NAT, nat, subnet, vpc } from "../../kit/network";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, type BuildOptions, type BuiltResource } from "../../../src/testing/stack";

const contract = { ordering: true };
const edge = subnet("public", "us-east-1a");
const eip = (options: BuildOptions = {}, name = "address"): BuiltResource =>
  resource("aws:ec2/eip:Eip", name, { domain: "vpc" }, options);
const loose = resource("aws:ec2/internetGateway:InternetGateway", "loose");
const attachment = resource("aws:ec2/internetGatewayAttachment:InternetGatewayAttachment", "attachment", {
  vpcId: vpc.id,
  internetGatewayId: loose.id,
});
const of = (address: BuiltResource): BuiltResource[] => [
  address,
  nat("nat", edge, { allocationId: address.allocationId }),
];

ruleTest(rule, {
  valid: [
    { name: "an address that waits for nothing, without a contract", stack: [vpc, internet, edge, ...of(eip())] },
    ...[
      { name: "an address that waits", stack: [vpc, internet, edge, ...of(eip({ dependsOn: [internet] }))] },
      {
        name: "an address that waits for a gateway that is attached by itself",
        stack: [vpc, loose, attachment, edge, ...of(eip({ dependsOn: [loose] }))],
      },
      {
        name: "an address that waits for the attachment",
        stack: [vpc, loose, attachment, edge, ...of(eip({ dependsOn: [attachment] }))],
      },
      { name: "a VPC whose internet gateway is not in the stack", stack: [vpc, edge, ...of(eip())] },
      { name: "an address of something other than a NAT gateway", stack: [vpc, internet, eip()] },
      {
        name: "an address of another stack",
        stack: [vpc, internet, edge, resource(NAT, "nat", { subnetId: edge.id, allocationId: "eipalloc-0123" })],
      },
      { name: "an address that the stack only reads", stack: [vpc, internet, edge, ...of(eip({ external: true }))] },
      {
        name: "an address that a component of a package creates",
        stack: [
          vpc,
          internet,
          edge,
          resource("awsx:ec2:Vpc", "shop"),
          ...of(eip({ parent: resource("awsx:ec2:Vpc", "shop") })),
        ],
      },
      {
        name: "a subnet of another stack",
        stack: [vpc, internet, eip(), resource(NAT, "nat", { allocationId: eip().id })],
      },
    ].map((one) => ({ ...one, contract })),
  ],
  invalid: createdAndDeployed([
    {
      name: "an address that waits for nothing",
      stack: [vpc, internet, edge, ...of(eip())],
      findings: [{ resource: "address", message: /NAT gateway nat .*add `dependsOn: \[internet\]`/ }],
    },
    {
      name: "an address of two NAT gateways, reported once",
      stack: [vpc, internet, edge, ...of(eip()), nat("second", edge, { allocationId: eip().id })],
      findings: [{ resource: "address" }],
    },
    {
      name: "a further address",
      stack: [
        vpc,
        internet,
        edge,
        eip({}, "further"),
        nat("nat", edge, { secondaryAllocationIds: [eip({}, "further").id] }),
      ],
      findings: [{ resource: "further" }],
    },
  ]).map((one) => ({
    ...one,
    contract,
    findings: one.findings.map((finding) => ({ level: "mandatory", ...finding })),
  })),
});
