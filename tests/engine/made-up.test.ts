import { madeUpAnswers, madeUpValues, MADE_UP_OUTPUTS } from "../../src/engine/made-up";
import { answerInvoke } from "../../src/engine/invokes";
import type { Wire } from "../../src/graph/recorded";
import { STAND_IN, UNKNOWN } from "../../src/engine/wire";

const REGION = "eu-central-1";
const ACCOUNT = "590184027351";
const values = madeUpValues({ region: REGION });

function valueOf(
  type: string,
  property: string,
  inputs: Record<string, Wire> = {},
  computed = values,
  name = "orders",
  region?: string,
): Wire | undefined {
  const urn = `urn:pulumi:dev::shop::${type}::${name}`;
  return computed({ type, name, urn, inputs, ...(region !== undefined && { region }) }, property);
}

const HEX = "[0-9a-f]";

it.each<[string, string, Record<string, Wire>, string]>([
  ["aws:ec2/vpc:Vpc", "id", {}, `^vpc-0${HEX}{16}$`],
  ["aws:ec2/securityGroup:SecurityGroup", "id", {}, `^sg-0${HEX}{16}$`],
  ["aws:ec2/securityGroupIngressRule:SecurityGroupIngressRule", "id", {}, `^sgr-0${HEX}{16}$`],
  ["aws:ec2/eip:Eip", "allocationId", {}, `^eipalloc-0${HEX}{16}$`],
  ["aws:ec2/eip:Eip", "publicIp", {}, String.raw`^52\.\d+\.\d+\.17$`],
  ["aws:s3/bucket:Bucket", "arn", { bucket: "shop-orders" }, "^arn:aws:s3:::shop-orders$"],
  [
    "aws:s3/bucket:Bucket",
    "bucketRegionalDomainName",
    {},
    String.raw`^orders-${HEX}{7}\.s3\.eu-central-1\.amazonaws\.com$`,
  ],
  ["aws:sqs/queue:Queue", "arn", { name: "orders" }, `^arn:aws:sqs:eu-central-1:${ACCOUNT}:orders$`],
  [
    "aws:sqs/queue:Queue",
    "id",
    { name: "orders" },
    String.raw`^https://sqs\.eu-central-1\.amazonaws\.com/${ACCOUNT}/orders$`,
  ],
  ["aws:iam/role:Role", "arn", { name: "app", path: "/teams/" }, `^arn:aws:iam::${ACCOUNT}:role/teams/app$`],
  ["aws:kms/key:Key", "id", {}, `^${HEX}{8}-${HEX}{4}-4${HEX}{3}-a${HEX}{3}-${HEX}{12}$`],
  ["aws:dynamodb/table:Table", "arn", { name: "orders" }, `^arn:aws:dynamodb:eu-central-1:${ACCOUNT}:table/orders$`],
  ["aws:lb/loadBalancer:LoadBalancer", "id", { name: "web" }, `:loadbalancer/app/web/${HEX}{16}$`],
  [
    "aws:lb/loadBalancer:LoadBalancer",
    "arnSuffix",
    { loadBalancerType: "network" },
    `^net/orders-${HEX}{7}/${HEX}{16}$`,
  ],
  [
    "aws:lb/loadBalancer:LoadBalancer",
    "dnsName",
    { internal: true },
    String.raw`^internal-orders-${HEX}{7}-\d{10}\.eu-central-1\.elb\.amazonaws\.com$`,
  ],
  [
    "aws:rds/instance:Instance",
    "endpoint",
    { engine: "postgres", identifier: "db" },
    String.raw`^db\..+\.rds\.amazonaws\.com:5432$`,
  ],
  ["aws:rds/cluster:Cluster", "readerEndpoint", {}, String.raw`\.cluster-ro-`],
  ["aws:acm/certificate:Certificate", "id", {}, `^arn:aws:acm:eu-central-1:${ACCOUNT}:certificate/`],
  ["aws:batch/jobDefinition:JobDefinition", "arnPrefix", {}, "^arn:aws:batch:"],
  [
    "aws:wafv2/webAcl:WebAcl",
    "arn",
    { scope: "CLOUDFRONT", name: "edge" },
    `^arn:aws:wafv2:us-east-1:${ACCOUNT}:global/webacl/edge/`,
  ],
  ["aws:secretsmanager/secret:Secret", "arn", { name: "db" }, `:secret:db-${HEX}{6}$`],
  [
    "aws:lambda/function:Function",
    "invokeArn",
    { name: "f" },
    `^arn:aws:apigateway:eu-central-1:lambda:path/2015-03-31/functions/arn:aws:lambda:eu-central-1:${ACCOUNT}:function:f/invocations$`,
  ],
  ["random:index/randomId:RandomId", "hex", { byteLength: 3 }, `^${HEX}{6}$`],
  ["random:index/randomPassword:RandomPassword", "result", { length: 24, special: false }, "^[a-zA-Z0-9]{24}$"],
  ["random:index/randomPassword:RandomPassword", "result", { length: 16 }, "^[a-z][A-Z][0-9].!@#.{9}$"],
  [
    "random:index/randomPassword:RandomPassword",
    "result",
    { length: 16, overrideSpecial: "_-" },
    "^[a-z][A-Z][0-9][_-]_-[a-zA-Z0-9_-]{10}$",
  ],
  [
    "random:index/randomString:RandomString",
    "result",
    { length: 8, upper: false, numeric: false, special: false },
    "^[a-z]{8}$",
  ],
])("%s.%s with %j looks like %s", (type, property, inputs, pattern) => {
  expect(valueOf(type, property, inputs)).toMatch(new RegExp(pattern));
});

it("has the shapes of the provider's schema", () => {
  expect(valueOf("aws:rds/cluster:Cluster", "availabilityZones")).toEqual(["a", "b", "c"].map((zone) => REGION + zone));
  expect(valueOf("aws:rds/cluster:Cluster", "port", { engine: "aurora-mysql" })).toBe(3306);
  expect(valueOf("aws:rds/cluster:Cluster", "tagsAll", { tags: { Team: "shop" } })).toEqual({ Team: "shop" });
  expect(valueOf("aws:acm/certificate:Certificate", "domainValidationOptions", { domainName: "*.shop.org" })).toEqual([
    expect.objectContaining({ domainName: "shop.org", resourceRecordType: "CNAME" }),
  ]);
  expect(valueOf("aws:eks/cluster:Cluster", "vpcConfig.clusterSecurityGroupId")).toMatch(/^sg-0/);
});

it("leaves to AWS what only AWS decides", () => {
  expect(valueOf("aws:rds/cluster:Cluster", "storageEncrypted")).toBe(UNKNOWN);
  expect(valueOf("aws:lambda/function:Function", "codeSha256")).toBe(UNKNOWN);
  expect(valueOf("acme:index/thing:Thing", "id")).toBe(UNKNOWN);
  expect(valueOf("pulumi:pulumi:StackReference", "outputs")).toBe(UNKNOWN);
});

it("is in the resource's own region, then the provider's, and in their partition", () => {
  const arn = (inputs: Record<string, Wire>, region?: string) =>
    valueOf("aws:sns/topic:Topic", "arn", { name: "t", ...inputs }, values, "t", region);
  expect(arn({ region: "eu-west-1" }, "us-west-2")).toBe(`arn:aws:sns:eu-west-1:${ACCOUNT}:t`);
  expect(arn({}, "cn-north-1")).toBe(`arn:aws-cn:sns:cn-north-1:${ACCOUNT}:t`);
});

it("is the same in each run, and differs between resources and between seeds", () => {
  const id = (name: string, seed?: string) =>
    valueOf("aws:ec2/vpc:Vpc", "id", {}, madeUpValues({ region: REGION, ...(seed !== undefined && { seed }) }), name);
  expect(id("a")).toBe(id("a"));
  expect(new Set([id("a"), id("b"), id("a", "1"), id("a", "2")]).size).toBe(4);
});

it("names the outputs of types outside @pulumi/aws", () => {
  expect(MADE_UP_OUTPUTS["random:index/randomPet:RandomPet"]).toEqual([]);
  expect(MADE_UP_OUTPUTS["random:index/randomInteger:RandomInteger"]).toEqual(["result"]);
});

describe("answers of data sources", () => {
  const ask = (token: string, args: Record<string, Wire> = {}, seed?: string) =>
    answerInvoke(token, args, {
      provider: {},
      region: REGION,
      answers: madeUpAnswers(seed === undefined ? {} : { seed }),
    });

  it.each<[string, Record<string, Wire>, string, RegExp]>([
    ["aws:ec2/getVpc:getVpc", { default: true }, "id", /^vpc-0[0-9a-f]{16}$/],
    ["aws:ec2/getAmi:getAmi", {}, "id", /^ami-0[0-9a-f]{16}$/],
    ["aws:acm/getCertificate:getCertificate", { domain: "shop.org" }, "arn", /^arn:aws:acm:eu-central-1:/],
    ["aws:route53/getZone:getZone", { name: "shop.org" }, "zoneId", /^Z0[0-9A-F]{18}$/],
    ["aws:iam/getRole:getRole", { name: "deployer" }, "arn", /:role\/deployer$/],
    ["aws:secretsmanager/getSecret:getSecret", { name: "db" }, "arn", /:secret:db-[0-9a-f]{6}$/],
  ])("%s with %j has a likely %s", (token, args, field, pattern) => {
    expect(ask(token, args)[field]).toMatch(pattern);
  });

  it("has lists of ids", () => {
    const { ids } = ask("aws:ec2/getSubnets:getSubnets", { filters: [] });
    expect(ids).toEqual([expect.stringMatching(/^subnet-0/), expect.stringMatching(/^subnet-0/)]);
    expect(new Set(ids as string[]).size).toBe(2);
  });

  it("keeps the arguments, and differs by them", () => {
    const [a, b] = ["a", "b"].map((name) => ask("aws:ec2/getSecurityGroup:getSecurityGroup", { name }));
    expect([a?.["name"], b?.["name"]]).toEqual(["a", "b"]);
    expect(a?.["id"]).not.toBe(b?.["id"]);
    expect(ask("aws:ec2/getSecurityGroup:getSecurityGroup", { name: "a" }, "other")["id"]).not.toBe(a?.["id"]);
  });

  it("makes up no secret, and no version or kind that AWS decides", () => {
    expect(ask("aws:secretsmanager/getSecretVersion:getSecretVersion", { secretId: "db" })["secretString"]).toBe(
      STAND_IN,
    );
    expect(ask("aws:ssm/getParameter:getParameter", { name: "ami" })["value"]).toBe(STAND_IN);
    expect(ask("aws:ec2/getAmi:getAmi")["architecture"]).toBe(STAND_IN);
  });
});
