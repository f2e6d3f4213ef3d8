import autoscalingTarget from "../../../policies/ordering/autoscaling-target-after-service";
import eip from "../../../policies/ordering/eip-after-internet-gateway";
import listenerBefore from "../../../policies/ordering/ecs-service-after-listener";
import natGateway from "../../../policies/ordering/nat-gateway-after-internet-gateway";
import privateRoute from "../../../policies/ordering/private-route-after-nat-gateway";
import type { Rule } from "../../../src/rules/rule";
import { runRule, type Case } from "../../../src/testing/rule-test";
import { build, resource, type BuildOptions, type BuiltResource } from "../../../src/testing/stack";
import { withNew } from "../../kit/deployed";
import { internet, NAT, route, ROUTE_TABLE, subnet, table, vpc } from "../../kit/network";

interface Order {
  rule: Rule;
  /** What has to come first. */
  first: string;
  /** What does not wait for it. */
  late: string;
  stack: (options?: BuildOptions) => BuiltResource[];
}

const edge = subnet("public", "us-east-1a");
const address = (options?: BuildOptions): BuiltResource =>
  resource("aws:ec2/eip:Eip", "address", { domain: "vpc" }, options);
const targets = resource("aws:lb/targetGroup:TargetGroup", "targets");
const listener = resource("aws:lb/listener:Listener", "https", {
  loadBalancerArn: "arn:aws:elasticloadbalancing:us-east-1:464738291005:loadbalancer/app/web/1",
  defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});
const nat = resource(NAT, "nat", { subnetId: edge.id, allocationId: "eipalloc-0123" });
const routes = table("private");

const ORDERS: Order[] = [
  {
    rule: natGateway,
    first: "internet",
    late: "nat",
    stack: (options) => [
      vpc,
      internet,
      edge,
      resource(NAT, "nat", { subnetId: edge.id, allocationId: "eipalloc-0123" }, options),
    ],
  },
  {
    rule: eip,
    first: "internet",
    late: "address",
    stack: (options) => {
      const own = address(options);
      return [vpc, internet, edge, own, resource(NAT, "nat", { subnetId: edge.id, allocationId: own.id })];
    },
  },
  {
    rule: listenerBefore,
    first: "https",
    late: "api",
    stack: (options) => [
      targets,
      listener,
      resource(
        "aws:ecs/service:Service",
        "api",
        { loadBalancers: [{ targetGroupArn: targets.arn, containerName: "api", containerPort: 80 }] },
        options,
      ),
    ],
  },
  {
    rule: autoscalingTarget,
    first: "api",
    late: "scaling",
    stack: (options) => [
      resource("aws:ecs/service:Service", "api", { name: "api", cluster: "shop" }),
      resource(
        "aws:appautoscaling/target:Target",
        "scaling",
        { resourceId: "service/shop/api", serviceNamespace: "ecs" },
        options,
      ),
    ],
  },
  {
    rule: privateRoute,
    first: "nat",
    late: "out",
    stack: (options) => [
      vpc,
      edge,
      nat,
      routes,
      resource(
        "aws:ec2/route:Route",
        "out",
        { routeTableId: routes.id, destinationCidrBlock: "0.0.0.0/0", natGatewayId: "nat-0a1b2c3d4e5f67890" },
        options,
      ),
    ],
  },
];

const contract = { ordering: true };

const levelsOf = (
  rule: Rule,
  testCase: Omit<Case, "name">,
  recorded = build(testCase.stack ?? [], "preview"),
): string[] =>
  runRule(rule, { name: "", contract, ...testCase }, "preview", recorded).results.map(({ level }) => level);

describe.each(ORDERS.map((order): [string, Order] => [order.rule.id, order]))(
  "%s",
  (_id, { rule, first, late, stack }) => {
    it("is mandatory in a new stack, where the contract requires the order", () => {
      expect(levelsOf(rule, { stack: stack() })).toEqual(["mandatory"]);
    });

    it("is advisory in a deployed stack, where nothing will be created", () => {
      const [result] = runRule(rule, { name: "", contract }, "up", build(stack(), "up")).results;
      expect(result?.level).toBe("advisory");
      expect(result?.message).toContain("The resource exists already");
    });

    it("is mandatory for both when they are added to a deployed stack", () => {
      expect(levelsOf(rule, {}, withNew(stack(), first, late))).toEqual(["mandatory"]);
    });

    it("is advisory for a new resource when what it needs exists", () => {
      expect(levelsOf(rule, {}, withNew(stack(), late))).toEqual(["advisory"]);
    });

    it("is at most advisory for a resource that a package creates, classic awsx included", () => {
      for (const type of ["awsx:ec2:Vpc", "awsx:x:ec2:Vpc"]) {
        const component = resource(type, "shop");
        expect(levelsOf(rule, { stack: [component, ...stack({ parent: component })] })).not.toContain("mandatory");
      }
    });

    it("is silent with an emulated provider, or advisory where it is about what AWS accepts or required", () => {
      const provider = resource("pulumi:providers:aws", "local", {
        endpoints: JSON.stringify([{ ec2: "http://localhost:4566", ecs: "http://localhost:4566" }]),
        skipCredentialsValidation: "true",
        skipRequestingAccountId: "true",
      });
      const expected = rule.category === "validity" || rule.contractKeys ? ["advisory"] : [];
      expect(levelsOf(rule, { stack: [provider, ...stack({ provider })] })).toEqual(expected);
    });

    it("is not reported of a resource that a targeted operation skips", () => {
      expect(levelsOf(rule, { stack: stack({ external: true }) })).toEqual([]);
    });
  },
);

it("reports a NAT gateway as advisory without a contract", () => {
  const [order] = ORDERS;
  expect(order && levelsOf(order.rule, { stack: order.stack(), contract: {} })).toEqual(["advisory"]);
});

it("leaves out a route that may be in another VPC's table", () => {
  const other = resource(ROUTE_TABLE, "other", { vpcId: "vpc-0123" });
  const either = resource("shop:index:Tables", "tables", { a: routes.id, b: other.id });
  const out = route("out", routes, { natGatewayId: "nat-0a1b2c3d4e5f67890" });
  const recorded = build([vpc, edge, nat, routes, other, either, out], "preview");
  const found = recorded.resources.find(({ name }) => name === "out");
  const tables = recorded.resources.filter(({ name }) => name === "private" || name === "other");
  found?.propertyDependencies["routeTableId"]?.splice(0, 1, ...tables.map(({ urn }) => urn));
  expect(levelsOf(privateRoute, {}, recorded)).toEqual([]);
});
