import rule from "../../../policies/network/ecs-service-private";
import { internet, privateSubnet, publicSubnet, subnet, vpc } from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, text, unknown, type BuiltResource, type BuildOptions, type Input } from "../../../src/testing/stack";

const SERVICE = "aws:ecs/service:Service";
const [app = vpc, ...appRest] = privateSubnet("app", "us-east-1a");
const [open = vpc, ...openRest] = publicSubnet("open", "us-east-1a");
const mapping = subnet("mapping", "us-east-1b", { mapPublicIpOnLaunch: true });
const network = [vpc, internet, app, ...appRest, open, ...openRest, mapping];

const service = (networkConfiguration: Input, options: BuildOptions = {}): BuiltResource =>
  resource(SERVICE, "shop", { networkConfiguration }, options);
const component = resource("awsx:ecs:FargateService", "shop");

const groupFor = (name: string, cidrBlock: string): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", name, {
    ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: [cidrBlock] }],
  });
const everyone = groupFor("everyone", "0.0.0.0/0");
const office = groupFor("office", "203.0.113.0/24");

ruleTest(rule, {
  valid: [
    {
      name: "private subnets and no public address",
      stack: [...network, service({ subnets: [app.id], assignPublicIp: false })],
    },
    { name: "private subnets, and assignPublicIp not set", stack: [...network, service({ subnets: [app.id] })] },
    { name: "no network of its own, in bridge mode", stack: [...network, service(undefined)] },
    {
      name: "a function and an instance in a public subnet",
      stack: [
        ...network,
        resource("aws:ec2/instance:Instance", "bastion", { subnetId: open.id }),
        resource("aws:lambda/function:Function", "worker", { vpcConfig: { subnetIds: [open.id] } }),
      ],
    },
    {
      name: "a service that the stack only reads",
      stack: [...network, service({ subnets: [open.id], assignPublicIp: true }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a public address in a public subnet, both in one finding",
      stack: [...network, service({ subnets: [open.id], assignPublicIp: true })],
      findings: [
        {
          resource: "shop",
          path: "networkConfiguration.assignPublicIp",
          message: /public addresses, so that one open rule.*Set `assignPublicIp: false`/,
        },
      ],
    },
    {
      name: "a public address, a route to an internet gateway and an open group",
      stack: [
        ...network,
        everyone,
        service({ subnets: [open.id], assignPublicIp: true, securityGroups: [everyone.id] }),
      ],
      findings: [
        {
          resource: "shop",
          path: "networkConfiguration.assignPublicIp",
          message: /directly: their subnets route to an internet gateway, and their security groups admit everyone\./,
        },
      ],
    },
    {
      name: "a public address, and a group that keeps the internet out",
      stack: [...network, office, service({ subnets: [open.id], assignPublicIp: true, securityGroups: [office.id] })],
      findings: [
        {
          resource: "shop",
          path: "networkConfiguration.assignPublicIp",
          message: /only their security groups keep the internet out/,
        },
      ],
    },
    {
      name: "a public address without a route to an internet gateway",
      stack: [...network, service({ subnets: [app.id], assignPublicIp: true })],
      findings: [
        {
          resource: "shop",
          path: "networkConfiguration.assignPublicIp",
          message: /although their subnets have no route to an internet gateway/,
        },
      ],
    },
    {
      name: "public subnets without public addresses",
      stack: [...network, service({ subnets: [open.id] })],
      findings: [{ resource: "shop", path: "networkConfiguration.subnets", message: /public subnets \(open\)/ }],
    },
    {
      name: "where the contract requires private services",
      stack: [...network, service({ subnets: [app.id, mapping.id, open.id] })],
      contract: { privateServices: true },
      findings: [
        { resource: "shop", path: "networkConfiguration.subnets", level: "mandatory", message: /\(mapping, open\)/ },
      ],
    },
    {
      name: "a public address as a string, in subnets of another stack",
      stack: [service({ subnets: ["subnet-0123"], assignPublicIp: "true" })],
      contract: { privateServices: true },
      findings: [{ resource: "shop", path: "networkConfiguration.assignPublicIp", level: "mandatory" }],
    },
    {
      name: "a task set",
      stack: [
        ...network,
        resource("aws:ecs/taskSet:TaskSet", "green", { networkConfiguration: { subnets: [open.id] } }),
      ],
      findings: [{ resource: "green", path: "networkConfiguration.subnets" }],
    },
    {
      name: "the service of a package's component, which the program cannot fix in place",
      stack: [...network, component, service({ subnets: [app.id], assignPublicIp: true }, { parent: component })],
      contract: { privateServices: true },
      findings: [{ resource: "shop", path: "networkConfiguration.assignPublicIp", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "subnets that come from all that a component has",
      stack: [...network, service({ subnets: text`${app.id},${open.id}` })],
      at: ["shop.networkConfiguration.subnets"],
    },
    {
      name: "an address that is not known yet",
      stack: [...network, service({ subnets: [app.id], assignPublicIp: unknown })],
      at: ["shop.networkConfiguration.assignPublicIp"],
    },
    {
      name: "subnets outside the stack",
      stack: [...network, service({ subnets: [app.id, "subnet-0123"] })],
      at: ["shop.networkConfiguration.subnets"],
    },
    {
      name: "a subnet whose routes are not known yet",
      stack: [
        vpc,
        ...[subnet("loose", "us-east-1a", { vpcId: unknown })].flatMap((one) => [one, service({ subnets: [one.id] })]),
      ],
      at: ["shop.networkConfiguration.subnets"],
    },
  ],
});
