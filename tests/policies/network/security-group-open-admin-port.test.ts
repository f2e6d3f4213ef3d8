import rule from "../../../policies/network/security-group-open-admin-port";
import { internet, publicSubnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const CLASSIC = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const EVERYONE = "0.0.0.0/0";

const group = (...ingress: Input[]): BuiltResource => resource(GROUP, "app", { vpcId: vpc.id, ingress });
const tcp = (fromPort: Input, toPort: Input, ...cidrBlocks: Input[]): Record<string, Input> => ({
  protocol: "tcp",
  fromPort,
  toPort,
  cidrBlocks,
});
const everything = group({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: [EVERYONE] });
const web = group(tcp(8080, 8080, EVERYONE), tcp(22, 22, EVERYONE));
const ssh = group(tcp(22, 22, EVERYONE));
const balancer = resource("aws:alb/loadBalancer:LoadBalancer", "web", { securityGroups: [web.id] });
const bastion = resource("aws:ec2/instance:Instance", "bastion", { vpcSecurityGroupIds: [web.id] });
const onEverything = (type: string, property: string): BuiltResource =>
  resource(type, "member", { engine: "postgres", [property]: [everything.id] });
const server = (of: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ec2/instance:Instance", "server", { vpcSecurityGroupIds: [of.id], ...more });
const quiet = resource("aws:ec2/subnet:Subnet", "quiet", { vpcId: vpc.id, cidrBlock: "10.0.9.0/24" });

const front = publicSubnet("front", "us-east-1a");
const [street] = front as [BuiltResource];
const ofDefaultGroup = resource(INGRESS, "ssh", {
  securityGroupId: vpc.defaultSecurityGroupId,
  ipProtocol: "tcp",
  fromPort: 22,
  toPort: 22,
  cidrIpv4: EVERYONE,
});
const inDefaultGroup = resource("aws:ec2/instance:Instance", "server", {
  subnetId: street.id,
  associatePublicIpAddress: true,
});
const named = resource("aws:ec2/instance:Instance", "server", {
  vpcSecurityGroupIds: [vpc.defaultSecurityGroupId],
  subnetId: street.id,
  associatePublicIpAddress: true,
});

ruleTest(rule, {
  valid: [
    {
      name: "web ports to the internet, SSH to some addresses",
      stack: [vpc, group(tcp(443, 443, EVERYONE), tcp(80, 80, EVERYONE), tcp(22, 22, "203.0.113.0/29"))],
    },
    { name: "a large block that is not the internet (trivy#7455)", stack: [vpc, group(tcp(22, 22, "10.0.0.0/8"))] },
    {
      name: "ranges that end before and begin after",
      stack: [vpc, group(tcp(26, 109, EVERYONE), tcp(9301, 65535, EVERYONE))],
    },
    { name: "ports of databases, which another rule has", stack: [vpc, group(tcp(5432, 5432, EVERYONE))] },
    {
      name: "other protocols",
      stack: [
        vpc,
        group(
          { protocol: "udp", fromPort: 22, toPort: 22, cidrBlocks: [EVERYONE] },
          { protocol: "icmp", fromPort: -1, toPort: -1, cidrBlocks: [EVERYONE] },
        ),
      ],
    },
    {
      name: "egress",
      stack: [
        resource(GROUP, "app", { egress: [tcp(22, 22, EVERYONE)] }),
        resource(CLASSIC, "out", { type: "egress", securityGroupId: "sg-0123", ...tcp(22, 22, EVERYONE) }),
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
    {
      name: "groups of what the internet has no way to: an endpoint, a function, a private instance",
      stack: [
        vpc,
        everything,
        quiet,
        onEverything("aws:ec2/vpcEndpoint:VpcEndpoint", "securityGroupIds"),
        resource("aws:lambda/function:Function", "fn", { vpcConfig: { securityGroupIds: [everything.id] } }),
        server(everything, { subnetId: quiet.id }),
      ],
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
      stack: [resource(GROUP, "shared", { ingress: [tcp(22, 22, EVERYONE)] }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "SSH to an instance with a public address",
      stack: [vpc, ssh, server(ssh)],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          message:
            /opens port 22 \(SSH\) to the internet; server has a public address and a route to an internet gateway\. Use Session/,
        },
      ],
    },
    {
      name: "SSH to instances of a launch template, and of a spot request that names the group by name",
      stack: [
        vpc,
        ssh,
        resource("aws:ec2/launchTemplate:LaunchTemplate", "template", {
          networkInterfaces: [{ associatePublicIpAddress: true, securityGroups: [ssh.id] }],
        }),
        resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot", { securityGroups: [ssh.name] }),
      ],
      findings: [{ resource: "app", path: "ingress[0].cidrBlocks[0]", message: /; spot has a public address/ }],
    },
    {
      name: "SSH to a network interface with an Elastic IP address that is attached to the group",
      stack: [
        vpc,
        ssh,
        ...publicSubnet("public", "us-east-1a"),
        internet,
        ...(() => {
          const [edge] = publicSubnet("public", "us-east-1a");
          const card = resource("aws:ec2/networkInterface:NetworkInterface", "card", { subnetId: edge?.id });
          return [
            card,
            resource("aws:ec2/eip:Eip", "address", { networkInterface: card.id }),
            resource("aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment", "in", {
              networkInterfaceId: card.id,
              securityGroupId: ssh.id,
            }),
          ];
        })(),
      ],
      findings: [{ resource: "app", path: "ingress[0].cidrBlocks[0]", message: /; card has a public address/ }],
    },
    {
      name: "SSH of a group that nothing uses",
      stack: [vpc, ssh],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /to the internet, and nothing in the stack uses its group yet\./,
        },
      ],
    },
    {
      name: "SSH to an instance in a subnet of another stack",
      stack: [vpc, ssh, server(ssh, { subnetId: "subnet-0123" })],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /; server may have a public address\./,
        },
      ],
    },
    {
      name: "SSH of a group of private instances that another provider's resource uses as well",
      stack: [
        vpc,
        ssh,
        quiet,
        server(ssh, { subnetId: quiet.id }),
        resource("command:local:Command", "attach", { create: ssh.id }),
      ],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /, and what uses its group is not known\./,
        },
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
      findings: [
        {
          resource: "rdp",
          path: "cidrIpv6",
          level: "advisory",
          message: /opens port 3389 \(RDP\) to the internet, and/,
        },
      ],
    },
    {
      name: "every port, of an instance",
      stack: [vpc, everything, onEverything("aws:ec2/instance:Instance", "vpcSecurityGroupIds")],
      findings: [
        { resource: "app", path: "ingress[0].cidrBlocks[0]", message: /opens every port to the internet; member has/ },
      ],
    },
    {
      name: "every port, of tasks only, which are not administered over SSH",
      stack: [
        vpc,
        internet,
        ...front,
        everything,
        resource("aws:ecs/service:Service", "shop", {
          launchType: "FARGATE",
          networkConfiguration: {
            assignPublicIp: true,
            subnets: front.slice(0, 1).map(({ id }) => id),
            securityGroups: [everything.id],
          },
        }),
      ],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /opens every port to the internet; shop has .* Open only the ports that the containers serve/,
        },
      ],
    },
    {
      name: "a classic rule, with two halves of the internet",
      stack: [
        resource(CLASSIC, "ssh", {
          type: "ingress",
          securityGroupId: "sg-0123",
          ...tcp(22, 22, "0.0.0.0/1", "128.0.0.0/1"),
        }),
      ],
      findings: [{ resource: "ssh", level: "advisory" }],
    },
    {
      name: "SSH through the default group of a VPC, of an instance without a group of its own",
      shape: "up",
      stack: [vpc, internet, ...front, ofDefaultGroup, inDefaultGroup],
      findings: [{ resource: "ssh", path: "cidrIpv4", level: "mandatory", message: /internet; server has a public/ }],
    },
    {
      name: "SSH through the default group of a VPC, of an instance that names it",
      shape: "up",
      stack: [vpc, internet, ...front, ofDefaultGroup, named],
      findings: [{ resource: "ssh", path: "cidrIpv4", level: "mandatory", message: /internet; server has a public/ }],
    },
    {
      name: "SSH through the default group of a VPC that the stack has as a resource",
      shape: "up",
      stack: [
        vpc,
        internet,
        ...front,
        ofDefaultGroup,
        inDefaultGroup,
        resource("aws:ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", { vpcId: vpc.id }),
      ],
      findings: [{ resource: "ssh", path: "cidrIpv4", level: "mandatory", message: /internet; server has a public/ }],
    },
    {
      name: "SSH through a group that AWS has not made yet, which may be the default group of its VPC",
      shape: "preview",
      stack: [vpc, internet, ...front, ofDefaultGroup, inDefaultGroup],
      findings: [{ resource: "ssh", path: "cidrIpv4", level: "advisory", message: /what uses its group is not known/ }],
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
      stack: [vpc, group(tcp(9200, 9200, EVERYONE), tcp(4000, 9000, EVERYONE))],
      findings: [
        {
          resource: "app",
          path: "ingress[0].cidrBlocks[0]",
          level: "advisory",
          message: /opens port 9200 \(OpenSearch\) to/,
        },
        {
          resource: "app",
          path: "ingress[1].cidrBlocks[0]",
          level: "advisory",
          message: /opens ports 4333 \(mSQL\).* and 3 more to/,
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
    { name: "ports that are not known", stack: [vpc, group(tcp(unknown, 22, EVERYONE))], at: ["app.ingress[0]"] },
    {
      name: "a protocol that is not known",
      stack: [vpc, group({ ...tcp(22, 22, EVERYONE), protocol: unknown })],
      at: ["app.ingress[0]"],
    },
  ],
});
