import rule from "../../../policies/network/security-group-open-admin-port";
import { vpc } from "../../kit/network";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const CLASSIC = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const WORLD = "0.0.0.0/0";

const group = (...ingress: Input[]): BuiltResource => resource(GROUP, "app", { vpcId: vpc.id, ingress });
const tcp = (fromPort: Input, toPort: Input, ...cidrBlocks: Input[]): Record<string, Input> => ({
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlocks,
});
const everything = group({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [WORLD] });
const web = group(tcp(8080, 8080, WORLD), tcp(22, 22, WORLD));
const ssh = group(tcp(22, 22, WORLD));
const balancer = resource("aws:alb/loadBalancer:LoadBalancer", "web", { securityGroups: [web.id] });
const bastion = resource("aws:ec2/instance:Instance", "bastion", { vpcSecurityGroupIds: [web.id] });
const onEverything = (type: string, property: string): BuiltResource =>
  resource(type, "member", { engine: "postgres", [property]: [everything.id] });

ruleTest(rule, {
  valid: [
    {
      name: "web ports to the world, SSH to some addresses",
      stack: [vpc, group(tcp(443, 443, WORLD), tcp(80, 80, WORLD), tcp(22, 22, "203.0.113.0/29"))],
    },
    { name: "a large block that is not the world (trivy#7455)", stack: [vpc, group(tcp(22, 22, "10.0.0.0/8"))] },
    {
      name: "ranges that end before and begin after",
      stack: [vpc, group(tcp(26, 109, WORLD), tcp(9301, 65535, WORLD))],
    },
    { name: "ports of databases, which another rule has", stack: [vpc, group(tcp(5432, 5432, WORLD))] },
    {
      name: "other protocols",
      stack: [
        vpc,
        group(
          { protocol: "udp", fromPort: 22, toPort: 22, cidrBlocks: [WORLD] },
          { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: [WORLD] },
        ),
      ],
    },
    {
      name: "egress",
      stack: [
        resource(GROUP, "app", { egress: [tcp(22, 22, WORLD)] }),
        resource(CLASSIC, "out", { type: "egress", securityGroupId: "sg-0123", ...tcp(22, 22, WORLD) }),
      ],
    },
    { name: "a group of load balancers only", stack: [vpc, web, balancer] },
    {
      name: "a group of SFTP servers only",
      stack: [
        vpc,
        ssh,
        resource("aws:transfer/server:Server", "files", {
          endpointType: "VPC",
          endpointDetails: { vpcId: vpc.id, securityGroupIds: [ssh.id] },
        }),
      ],
    },
    {
      name: "a group of databases only, which another rule has",
      stack: [vpc, everything, onEverything("aws:rds/instance:Instance", "vpcSecurityGroupIds")],
    },
    { name: "the VPC's block, not known yet", stack: [vpc, group(tcp(22, 22, vpc.cidrBlock))] },
    {
      name: "another group and a prefix list",
      stack: [
        vpc,
        group({ protocol: "tcp", fromPort: 22, toPort: 22, securityGroups: ["sg-0123"], prefixListIds: ["pl-0123"] }),
      ],
    },
    {
      name: "a group that the stack only reads",
      stack: [resource(GROUP, "shared", { ingress: [tcp(22, 22, WORLD)] }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "SSH",
      stack: [vpc, group(tcp(22, 22, WORLD))],
      findings: [
        { resource: "app", path: "ingress[0].cidrBlocks[0]", message: /opens 22 \(SSH\) to.*Session Manager/ },
      ],
    },
    {
      name: "RDP over IPv6, in a range, of a rule of its own for a group outside",
      stack: [
        resource(INGRESS, "rdp", {
          securityGroupId: "sg-0123",
          ipProtocol: "tcp",
          fromPort: 3000,
          toPort: 3389,
          cidrIpv6: "::/0",
        }),
      ],
      findings: [{ resource: "rdp", path: "cidrIpv6", message: /opens 3389 \(RDP\) to/ }],
    },
    {
      name: "every port, of an instance",
      stack: [vpc, everything, onEverything("aws:ec2/instance:Instance", "vpcSecurityGroupIds")],
      findings: [{ resource: "app", path: "ingress[0].cidrBlocks[0]", message: /22 \(SSH\) and 3389 \(RDP\)/ }],
    },
    {
      name: "a classic rule, with two halves of the world",
      stack: [
        resource(CLASSIC, "ssh", {
          type: "ingress",
          securityGroupId: "sg-0123",
          ...tcp(22, 22, "0.0.0.0/1", "128.0.0.0/1"),
        }),
      ],
      findings: [{ resource: "ssh" }],
    },
    {
      name: "a group of a load balancer and of an instance",
      stack: [vpc, web, balancer, bastion],
      findings: [
        { resource: "app", path: "ingress[0].cidrBlocks[0]", level: "advisory" },
        { resource: "app", path: "ingress[1].cidrBlocks[0]", level: "mandatory" },
      ],
    },
    {
      name: "another risky port, and a range of them",
      stack: [vpc, group(tcp(9200, 9200, WORLD), tcp(4000, 9000, WORLD))],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /opens 9200 \(OpenSearch\) to/,
        },
        {
          resource: "app",
          path: "ingress[1].cidrBlocks[0]",
          level: "advisory",
          message: /4333 \(mSQL\).* and 3 more to/,
        },
      ],
    },
  ],
  undecided: [
    {
      name: "a block that is not known",
      stack: [vpc, group(tcp(22, 22, unknown))],
      at: ["app.ingress[0].cidrBlocks[0]"],
    },
    { name: "ports that are not known", stack: [vpc, group(tcp(unknown, 22, WORLD))], at: ["app.ingress[0]"] },
    {
      name: "a protocol that is not known",
      stack: [vpc, group({ ...tcp(22, 22, WORLD), protocol: unknown })],
      at: ["app.ingress[0]"],
    },
  ],
});
