import table from "../../src/aws/data/physical-names.json";
import { hasSuffix, nameProperty, namesOf } from "../../src/aws/names";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { isProperty, isType } from "../../src/testing/aws-schema";
import { build, resource, unknown, type Input } from "../../src/testing/stack";

const names = (type: string, inputs: Record<string, Input> = {}, external = false): unknown[] => {
  const [first] = Stack.from(build([resource(type, "orders", inputs, { external })], "preview")).resources;
  return first ? namesOf(first).map(({ text, property }) => [text, property]) : [];
};

it("has only types and arguments of @pulumi/aws", () => {
  expect(Object.entries(table.named).filter(([type, property]) => !isProperty(type, property))).toEqual([]);
  expect([...table.unnamed, ...table.parts].filter((type) => !isType(type))).toEqual([]);
});

describe("the names of a resource", () => {
  it("are its name in AWS", () => {
    expect(names("aws:sqs/queue:Queue", { name: "shop" })).toEqual([["shop", "name"]]);
    expect(names("aws:s3/bucketV2:BucketV2", { bucket: "shop" })).toEqual([["shop", "bucket"]]);
    expect(names("aws:ecs/taskDefinition:TaskDefinition", { family: "shop" })).toEqual([["shop", "family"]]);
    expect(names("aws:alb/targetGroup:TargetGroup", { namePrefix: "shop" })).toEqual([["shop", "namePrefix"]]);
    expect(names("aws:sqs/queue:Queue", { name: unknown })).toEqual([[UNKNOWN, "name"]]);
    expect(names("aws:sqs/queue:Queue", { name: "shop" }, true)).toEqual([[UNKNOWN, "name"]]);
  });

  it("are the logical one where the name comes from it", () => {
    expect(names("aws:sqs/queue:Queue")).toEqual([["orders", undefined]]);
    expect(names("aws:sqs/queue:Queue", { name: "orders-1a2b3c4" })).toEqual([["orders", undefined]]);
    expect(names("aws:sqs/queue:Queue", { name: "orders-1a2b3c4.fifo" })).toEqual([["orders", undefined]]);
    expect(names("aws:sqs/queue:Queue", { name: "orders-dev" })).toEqual([["orders-dev", "name"]]);
  });

  it("are the logical one and the tag where AWS has only an id", () => {
    expect(names("aws:ec2/vpc:Vpc", { tags: { Name: "shop" } })).toEqual([
      ["orders", undefined],
      ["shop", "tags.Name"],
    ]);
    expect(names("aws:ec2/vpc:Vpc")).toEqual([["orders", undefined]]);
  });

  it.each([
    "aws:ec2/routeTableAssociation:RouteTableAssociation",
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    "aws:iam/rolePolicy:RolePolicy",
    "aws:lb/listener:Listener",
    "aws:lb/listenerRule:ListenerRule",
    "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
    "aws:lambda/permission:Permission",
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    "aws:route53/record:Record",
    "aws:route53/zone:Zone",
    "aws:eks/addon:Addon",
    "random:index/randomPassword:RandomPassword",
  ])("do not exist for %s", (type) => {
    expect(names(type, { name: "shop" })).toEqual([]);
    expect(nameProperty(type)).toBeUndefined();
  });
});

describe("a suffix in a name", () => {
  it.each([
    ["shop-dev", "dev"],
    ["dev-shop", "dev"],
    ["shop-dev-logs", "dev"],
    ["/shop/dev/password", "dev"],
    ["ShopDev", "dev"],
    ["shop_DEV_1", "dev"],
    ["shopdev", "dev"],
    ["subnet-dev2", "dev"],
    ["shop-dev.fifo", "dev"],
    ["shop-pr-12", "pr-12"],
    ["shop_pr_12_logs", "pr-12"],
    ["shoppr12", "pr-12"],
    ["a-1-12", "12"],
    ["shop-12-a", "12"],
    ["shop~", "~"],
  ])("%s contains %s", (name, suffix) => {
    expect(hasSuffix(name, suffix)).toBe(true);
  });

  it.each([
    ["shop", "dev"],
    ["product-catalog", "prod"],
    ["device-table", "dev"],
    ["devshop", "dev"],
    ["shop-pr-123", "pr-12"],
    ["shop-112", "12"],
    ["shop-prod", "dev"],
    ["", "dev"],
    ["shop", "~"],
  ])("%s does not contain %s", (name, suffix) => {
    expect(hasSuffix(name, suffix)).toBe(false);
  });
});
