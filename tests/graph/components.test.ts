import { isMadeByPackage } from "../../src/graph/components";
import { Resource } from "../../src/graph/resource";
import { classOf } from "../../src/graph/tokens";

const EIP = "aws:ec2/eip:Eip";
const isMade = (...types: string[]): boolean =>
  isMadeByPackage(
    new Resource({ urn: `urn:pulumi:dev::shop::${types.join("$")}::name$awsx:ec2:Vpc`, type: EIP, name: "" }),
  );

describe("a resource of a published package", () => {
  it.each([
    ["awsx", "awsx:ec2:Vpc"],
    ["classic awsx, whose types have four parts", "awsx:x:ec2:Vpc"],
    ["eks", "eks:index:Cluster"],
    ["a package for one purpose", "aws-static-website:index:Website"],
    ["@pulumi/aws itself", "aws:s3:BucketEventSubscription"],
  ])("is below a component of %s", (_name, type) => {
    expect(isMade(type, EIP)).toBe(true);
    expect(isMade("shop:index:Network", type, EIP)).toBe(true);
    expect(isMade(type, "aws:ec2/vpc:Vpc", EIP)).toBe(true);
    expect(isMade(type, "shop:index:Inner", EIP)).toBe(false);
  });

  it.each([
    ["the program's own component", "shop:index:Network"],
    ["the program's own component with a type that reads like AWS's", "aws:network:Vpc"],
    ["a resource of AWS", "aws:ec2/vpc:Vpc"],
    ["a resource of another provider", "docker-build:index:Image"],
    ["a resource of the provider aws-native", "aws-native:ec2:Vpc"],
  ])("is not below %s", (_name, type) => {
    expect(isMade(type, EIP)).toBe(false);
  });

  it("is not the component itself", () => {
    expect(isMade("awsx:ec2:Vpc")).toBe(false);
  });
});

describe("the class of a type", () => {
  it.each([
    ["aws:ec2/eip:Eip", "aws.ec2.Eip"],
    ["awsx:x:ec2:Vpc", "awsx.x.ec2.Vpc"],
    ["random:index/randomPassword:RandomPassword", "random.RandomPassword"],
    ["shop:index:Network", "shop.Network"],
  ])("%s is %s", (type, expected) => {
    expect(classOf(type)).toBe(expected);
  });
});
