import type { Contract } from "../../../src/contract/schema";
import rule from "../../../policies/network/nat-gateway-per-zone";
import {
  associate,
  internet,
  nat,
  NAT,
  privateSubnet,
  publicSubnet,
  route,
  subnet,
  table,
  vpc,
} from "../../kit/network";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const PER_ZONE: Contract = { natGateways: "per-zone" };
const SINGLE: Contract = { natGateways: "single" };

const entrance = (zone: Input): { parts: BuiltResource[]; gateway: BuiltResource } => {
  const name = `public-${typeof zone === "string" ? zone : "x"}`;
  const [edge = vpc, ...rest] = publicSubnet(name, zone);
  const gateway = nat(`nat-${typeof zone === "string" ? zone : "x"}`, edge);
  return { parts: [edge, ...rest, gateway], gateway };
};
const a = entrance("us-east-1a");
const b = entrance("us-east-1b");
const base = [vpc, internet, ...a.parts];
const regional = resource(NAT, "regional", { vpcId: vpc.id, availabilityMode: "regional" });

ruleTest(rule, {
  valid: [
    {
      name: "a NAT gateway for each zone",
      stack: [
        ...base,
        ...b.parts,
        ...privateSubnet("app-a", "us-east-1a", a.gateway),
        ...privateSubnet("app-b", "us-east-1b", b.gateway),
      ],
      contract: PER_ZONE,
    },
    {
      name: "database subnets without a route to the internet, beside others that have one",
      stack: [...base, ...privateSubnet("app-a", "us-east-1a", a.gateway), ...privateSubnet("data-a", "us-east-1a")],
      contract: PER_ZONE,
    },
    {
      name: "a regional NAT gateway",
      stack: [
        ...base,
        regional,
        ...privateSubnet("app-a", "us-east-1a", regional),
        ...privateSubnet("app-b", "us-east-1b", regional),
        ...privateSubnet("data-c", "us-east-1c"),
      ],
      contract: PER_ZONE,
    },
    {
      name: "a route through a transit gateway",
      stack: [
        vpc,
        ...[subnet("app", "us-east-1a")].flatMap((edge) => {
          const routes = table("routes", [{ cidrBlock: "0.0.0.0/0", transitGatewayId: "tgw-0123" }]);
          return [edge, routes, associate(edge, routes)];
        }),
      ],
      contract: PER_ZONE,
    },
    {
      name: "one NAT gateway, and a contract without the key",
      stack: [...base, ...privateSubnet("app-b", "us-east-1b", a.gateway)],
    },
    {
      name: "a single one, beside a private one",
      stack: [
        ...base,
        ...privateSubnet("app-b", "us-east-1b", a.gateway),
        resource(NAT, "between", { subnetId: a.parts[0]?.id, connectivityType: "private" }),
      ],
      contract: SINGLE,
    },
    {
      name: "none at all where a single one is enough",
      stack: [vpc, ...privateSubnet("data", "us-east-1a")],
      contract: SINGLE,
    },
  ],
  invalid: [
    {
      name: "a NAT gateway in another zone",
      stack: [
        ...base,
        ...privateSubnet("app-a", "us-east-1a", a.gateway),
        ...privateSubnet("app-b", "us-east-1b", a.gateway),
      ],
      contract: PER_ZONE,
      findings: [{ resource: "app-b", message: /in us-east-1b .*nat-us-east-1a in us-east-1a/ }],
    },
    {
      name: "no NAT gateway: one finding for each zone",
      stack: [
        vpc,
        ...privateSubnet("a1", "us-east-1a"),
        ...privateSubnet("a2", "us-east-1a"),
        ...privateSubnet("b1", "us-east-1b"),
      ],
      contract: PER_ZONE,
      findings: [
        { resource: "a1", message: /no NAT gateway in the zone of this private subnet \(us-east-1a\)/ },
        { resource: "b1" },
      ],
    },
    {
      name: "no NAT gateway, in a zone that is not known",
      stack: [vpc, ...privateSubnet("one", undefined)],
      contract: PER_ZONE,
      findings: [{ resource: "one", message: /in the zone of this private subnet, and/ }],
    },
    {
      name: "a route to the internet for IPv6 only",
      stack: [
        vpc,
        ...[subnet("app", "us-east-1a")].flatMap((edge) => {
          const routes = table("routes", [{ ipv6CidrBlock: "::/0", egressOnlyGatewayId: "eigw-0123" }]);
          return [edge, routes, associate(edge, routes)];
        }),
      ],
      contract: PER_ZONE,
      findings: [{ resource: "app" }],
    },
    {
      name: "two, where the contract requires a single one",
      stack: [...base, ...b.parts, ...privateSubnet("app-a", "us-east-1a", a.gateway)],
      contract: SINGLE,
      findings: [{ resource: "main", message: /has 2 \(nat-us-east-1a, nat-us-east-1b\)\. .* 33 USD a month/ }],
    },
  ],
  undecided: [
    {
      name: "zones that are not known",
      stack: [vpc, internet, ...entrance(unknown).parts, ...privateSubnet("app", unknown, entrance(unknown).gateway)],
      contract: PER_ZONE,
      at: ["app.availabilityZone"],
    },
    {
      name: "a NAT gateway outside the stack",
      stack: [
        vpc,
        ...[subnet("app", "us-east-1a")].flatMap((edge) => {
          const routes = table("routes");
          return [edge, routes, associate(edge, routes), route("out", routes, { natGatewayId: "nat-0123" })];
        }),
      ],
      contract: PER_ZONE,
      at: ["app.availabilityZone"],
    },
    {
      name: "a NAT gateway that may be in this zone",
      stack: [vpc, ...privateSubnet("app", "us-east-1a"), resource(NAT, "nat", { subnetId: unknown })],
      contract: PER_ZONE,
      at: ["app.availabilityZone"],
    },
    {
      name: "an isolated subnet of a zone that is not known, beside a NAT gateway",
      stack: [...base, ...privateSubnet("data", undefined)],
      contract: PER_ZONE,
      at: ["data.availabilityZone"],
    },
    {
      name: "a NAT gateway whose subnet and kind are not known",
      stack: [...base, resource(NAT, "second", { subnetId: unknown })],
      contract: SINGLE,
      at: ["main"],
    },
    {
      name: "a NAT gateway of unknown kind",
      stack: [...base, resource(NAT, "second", { subnetId: a.parts[0]?.id, connectivityType: unknown })],
      contract: SINGLE,
      at: ["main"],
    },
  ],
});
