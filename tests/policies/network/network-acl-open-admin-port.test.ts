import rule from "../../../policies/network/network-acl-open-admin-port";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const gateway = resource("aws:ec2/internetGateway:InternetGateway", "gateway", { vpcId: vpc["id"] });
const subnet = resource("aws:ec2/subnet:Subnet", "public", {
  vpcId: vpc["id"],
  cidrBlock: "10.0.0.0/24",
  mapPublicIpOnLaunch: true,
});
const routes = resource("aws:ec2/routeTable:RouteTable", "public", {
  vpcId: vpc["id"],
  routes: [{ cidrBlock: "0.0.0.0/0", gatewayId: gateway["id"] }],
});
const association = resource("aws:ec2/routeTableAssociation:RouteTableAssociation", "public", {
  subnetId: subnet["id"],
  routeTableId: routes["id"],
});
const machine = (cidr: string): BuiltResource[] => {
  const group = resource("aws:ec2/securityGroup:SecurityGroup", "machines", {
    vpcId: vpc["id"],
    ingress: [{ protocol: "tcp", fromPort: 22, toPort: 22, cidrBlocks: [cidr] }],
  });
  return [
    vpc,
    gateway,
    subnet,
    routes,
    association,
    group,
    resource("aws:ec2/instance:Instance", "bastion", { subnetId: subnet["id"], vpcSecurityGroupIds: [group["id"]] }),
  ];
};

const entry = (more: Record<string, Input> = {}): Record<string, Input> => ({
  ruleNo: 100,
  action: "allow",
  protocol: "tcp",
  fromPort: 22,
  toPort: 22,
  cidrBlock: "0.0.0.0/0",
  ...more,
});
const acl = (...ingress: Input[]): BuiltResource =>
  resource("aws:ec2/networkAcl:NetworkAcl", "machines", { vpcId: vpc["id"], subnetIds: [subnet["id"]], ingress });
const everything = { protocol: "-1", fromPort: 0, toPort: 0 };

ruleTest(rule, {
  valid: [
    { name: "an office", stack: [...machine("0.0.0.0/0"), acl(entry({ cidrBlock: "203.0.113.0/29" }))] },
    { name: "another port", stack: [...machine("0.0.0.0/0"), acl(entry({ fromPort: 443, toPort: 443 }))] },
    {
      name: "denied by an earlier rule",
      stack: [...machine("0.0.0.0/0"), acl(entry(everything), entry({ ruleNo: 90, action: "deny" }))],
    },
    {
      name: "every port, as AWS's own ACL, before closed groups",
      stack: [...machine("203.0.113.0/29"), acl(entry(everything))],
    },
    { name: "no rules", stack: [vpc, subnet, acl()] },
  ],
  invalid: [
    {
      name: "every port, as AWS's own ACL, where a framework requires the rule",
      contract: { frameworks: ["AWS FSBP"] },
      stack: [...machine("203.0.113.0/29"), acl(entry(everything))],
      findings: [22, 3389].map((port) => ({
        resource: "machines",
        path: "ingress[0]",
        level: "advisory" as const,
        message: new RegExp(`port ${String(port)} `),
      })),
    },
    {
      name: "in front of an open machine",
      stack: [...machine("0.0.0.0/0"), acl(entry())],
      findings: [{ resource: "machines", path: "ingress[0]", message: /bastion can be reached there/ }],
    },
    {
      name: "every port in front of an open machine, IPv6 too",
      stack: [...machine("0.0.0.0/0"), acl(entry({ ...everything, cidrBlock: undefined, ipv6CidrBlock: "::/0" }))],
      findings: [{ resource: "machines", path: "ingress[0]" }],
    },
    {
      name: "a rule of its own, in front of a closed machine",
      stack: [
        ...machine("203.0.113.0/29"),
        acl(),
        resource("aws:ec2/networkAclRule:NetworkAclRule", "remote", {
          networkAclId: acl()["id"],
          ruleNumber: 100,
          ruleAction: "allow",
          protocol: "6",
          fromPort: 3000,
          toPort: 4000,
          cidrBlock: "0.0.0.0/0",
        }),
      ],
      findings: [{ resource: "remote", level: "advisory", message: /port 3389/ }],
    },
  ],
  undecided: [
    {
      name: "the rules",
      stack: [
        vpc,
        subnet,
        resource("aws:ec2/networkAcl:NetworkAcl", "machines", { vpcId: vpc["id"], ingress: unknown }),
      ],
      at: ["machines.ingress"],
    },
    { name: "a port", stack: [vpc, subnet, acl(entry({ fromPort: unknown }))], at: ["machines.ingress"] },
  ],
});
