import { canonicalType } from "../../src/graph/tokens";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN_STRING } from "../../src/graph/value";
import { build, resource, unknown, type BuiltResource, type Shape } from "../../src/testing/stack";

const VPC = "aws:ec2/vpc:Vpc";
const SUBNET = "aws:ec2/subnet:Subnet";
const vpc = resource(VPC, "main", { cidrBlock: "10.0.0.0/16" });
const a = resource(SUBNET, "a", { vpcId: vpc.id });
const b = resource(SUBNET, "b", { vpcId: vpc.id });

const names = (resources: readonly { name: string }[]): string[] => resources.map(({ name }) => name);
const stackOf = (resources: BuiltResource[], shape: Shape): Stack => Stack.from(build(resources, shape));

function group(subnetIds: Parameters<typeof resource>[2]): BuiltResource {
  return resource("aws:rds/subnetGroup:SubnetGroup", "group", subnetIds);
}

describe.each(["preview", "up"] as const)("a stack, %s", (shape) => {
  const refs = (subnets: Parameters<typeof resource>[2]): [string[], boolean] => {
    const stack = stackOf([vpc, a, b, group(subnets)], shape);
    const found = stack.ofType("aws:rds/subnetGroup:SubnetGroup")[0];
    const { resources, complete } = found
      ? stack.refs(found.at("subnetIds"), SUBNET)
      : { resources: [], complete: false };
    return [names(resources), complete];
  };

  it("follows references", () => {
    expect(refs({ subnetIds: [a.id, b.id] })).toEqual([["a", "b"], true]);
    expect(refs({ subnetIds: [b.id, a.id] })).toEqual([["a", "b"], true]);
    expect(refs({ subnetIds: [] })).toEqual([[], true]);
    expect(refs({ subnetIds: [a.id, ""] })).toEqual([["a"], true]);
    expect(refs({})).toEqual([[], true]);
  });

  it("reports when part of what is named is not in the stack", () => {
    expect(refs({ subnetIds: [a.id, unknown] })).toEqual([["a"], false]);
    expect(refs({ subnetIds: [a.id, "subnet-123"] })).toEqual([["a"], false]);
    expect(refs({ subnetIds: unknown })).toEqual([[], false]);
  });

  it("gives its resources in the same order within components and without", () => {
    const tier = resource("zone:index:Tier", "tier");
    const inside = resource(SUBNET, "c", { vpcId: vpc.id }, { parent: tier });
    const other = resource("app:index:Tier", "tier");
    const twin = resource(SUBNET, "c", { vpcId: vpc.id }, { parent: other });
    const subnets = stackOf([tier, inside, other, twin, b, vpc, a], shape).ofType(SUBNET);
    expect(subnets.map(({ name, urn }) => [name, urn.includes("zone:")])).toEqual([
      ["a", false],
      ["b", false],
      ["c", false],
      ["c", true],
    ]);
  });

  it("gives its resources in the order of their types and names", () => {
    const stack = stackOf([b, vpc, a], shape);
    expect(names(stack.resources)).toEqual(["a", "b", "main"]);
    expect(names(stack.ofType(SUBNET))).toEqual(["a", "b"]);
    expect(names(stack.ofType(VPC, SUBNET))).toEqual(["a", "b", "main"]);
    expect(stack.ofType("aws:x/y:Y")).toEqual([]);
    expect(stack.get(stack.resources[0]?.urn)).toBe(stack.resources[0]);
    expect(stack.get(undefined)).toBeUndefined();
    expect(stack.root).toBeUndefined();
  });

  it("finds who names a resource", () => {
    const stack = stackOf([vpc, a, b], shape);
    const [found] = stack.ofType(VPC);
    expect(found && names(stack.referrers(found, "vpcId", SUBNET))).toEqual(["a", "b"]);
  });

  it("finds the chain of dependencies", () => {
    const late = resource("aws:ec2/natGateway:NatGateway", "nat", { subnetId: a.id }, { dependsOn: [b] });
    const stack = stackOf([vpc, a, b, late], shape);
    const [nat] = stack.ofType("aws:ec2/natGateway:NatGateway");
    const [main] = stack.ofType(VPC);
    expect(nat && main && names(stack.path(nat, main) ?? [])).toEqual(["nat", "a", "main"]);
    expect(nat && main && stack.path(main, nat)).toBeUndefined();
    expect(nat && names(nat.dependencies)).toEqual(["a", "b"]);
  });
});

describe("a stack", () => {
  it("matches names that are given as text", () => {
    const role = resource("aws:iam/role:Role", "role", { name: "deployer" });
    const policy = resource("aws:iam/rolePolicy:RolePolicy", "policy", { role: "deployer" });
    const stack = stackOf([role, policy], "preview");
    const [found] = stack.ofType("aws:iam/rolePolicy:RolePolicy");
    expect(found && names(stack.refs(found.at("role"), "aws:iam/role:Role").resources)).toEqual(["role"]);
    expect(stack.named("deployer", ["aws:iam/policy:Policy"])).toBeUndefined();
  });

  it("does not count a resource named by a string for an unknown value beside it", () => {
    const role = resource("aws:iam/role:Role", "role", { name: "deployer" });
    const attachment = resource("aws:iam/policyAttachment:PolicyAttachment", "all", { roles: ["deployer", unknown] });
    const stack = stackOf([role, attachment], "preview");
    const [found] = stack.ofType("aws:iam/policyAttachment:PolicyAttachment");
    const refs = found && stack.refs(found.at("roles"), "aws:iam/role:Role");
    expect([names(refs?.resources ?? []), refs?.complete]).toEqual([["role"], false]);
  });

  it("does not count a dependency that a string names for an unknown value beside it", () => {
    const subnet = resource("aws:ec2/subnet:Subnet", "a");
    const found = resource("aws:rds/subnetGroup:SubnetGroup", "db", { subnetIds: [subnet.id, "subnet-b"] });
    const recorded = build([subnet, found], "up");
    const [known] = recorded.resources[1]?.inputs["subnetIds"] as string[];
    Object.assign(recorded.resources[1]?.inputs ?? {}, { subnetIds: [known ?? "", UNKNOWN_STRING] });
    const stack = Stack.from(recorded);
    const [group] = stack.ofType("aws:rds/subnetGroup:SubnetGroup");
    const refs = group && stack.refs(group.at("subnetIds"), "aws:ec2/subnet:Subnet");
    expect([names(refs?.resources ?? []), refs?.complete]).toEqual([["a"], false]);
  });

  it("distinguishes resources of one name by their types", () => {
    const role = resource("aws:iam/role:Role", "role", { name: "shop" });
    const policy = resource("aws:iam/policy:Policy", "policy", { name: "shop" });
    const stack = stackOf([role, policy], "preview");
    expect(stack.named("shop", ["aws:iam/role:Role"])?.name).toBe("role");
    expect(stack.named("shop", ["aws:iam/policy:Policy"])?.name).toBe("policy");
  });

  it("gives each resource its provider and its parent, and judges nothing that it does not manage", () => {
    const provider = resource("pulumi:providers:aws", "west", { region: "us-west-2" });
    const component = resource("shop:index:Network", "network");
    const child = resource(VPC, "child", {}, { provider, parent: component });
    const read = resource(VPC, "read", { cidrBlock: "10.0.0.0/16" }, { external: true });
    const stack = stackOf([provider, component, child, read], "preview");
    const [found] = stack.resources.filter(({ name }) => name === "child");
    expect(found?.provider.str("region")).toBe("us-west-2");
    expect(found?.provider.urn).toContain("west");
    expect(stack.get(found?.parent)?.name).toBe("network");
    const parent = stack.get(found?.parent);
    expect(parent && names(stack.children(parent))).toEqual(["child"]);
    expect(stack.resources.find(({ name }) => name === "read")?.external).toBe(true);
  });

  it("works out what rules share once", () => {
    const stack = new Stack([]);
    const compute = jest.fn(() => 1);
    expect([stack.once(compute), stack.once(compute)]).toEqual([1, 1]);
    expect(compute).toHaveBeenCalledTimes(1);
  });

  it("passes over dependencies on what it does not hold", () => {
    const stack = new Stack([
      {
        urn: "u",
        type: VPC,
        name: "n",
        inputs: {},
        outputs: {},
        dependencies: ["gone"],
        propertyDependencies: { a: ["gone"] },
      },
    ]);
    expect(stack.resources[0]?.dependencies).toEqual([]);
  });
});

describe("canonicalType", () => {
  it.each([
    ["aws:alb/listener:Listener", "aws:lb/listener:Listener"],
    ["aws:elasticloadbalancingv2/targetGroup:TargetGroup", "aws:lb/targetGroup:TargetGroup"],
    ["aws:elasticloadbalancing/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
    ["aws:s3/bucketV2:BucketV2", "aws:s3/bucket:Bucket"],
    ["aws:s3/bucketObjectv2:BucketObjectv2", "aws:s3/bucketObjectv2:BucketObjectv2"],
    ["aws:rds/cluster:Cluster", "aws:rds/cluster:Cluster"],
    ["pulumi:pulumi:Stack", "pulumi:pulumi:Stack"],
  ])("%s is %s", (token, type) => {
    expect(canonicalType(token)).toBe(type);
    expect(canonicalType(token)).toBe(type);
  });
});
