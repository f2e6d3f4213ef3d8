import { ACCOUNT_ID, answerInvoke } from "../../src/engine/invokes";
import { plain, STAND_IN, UNKNOWN, type Properties } from "../../src/engine/wire";

function ask(token: string, args: Properties = {}, provider: Properties = {}): Properties {
  return answerInvoke(token, args, { provider, region: "us-east-1" });
}

describe("a call of a data source", () => {
  test("knows the region: the argument's, the provider's, or that of the environment", () => {
    const token = "aws:index/getRegion:getRegion";
    expect(ask(token)).toMatchObject({ name: "us-east-1", region: "us-east-1", id: "us-east-1" });
    expect(ask(token, {}, { region: "eu-west-3" })).toMatchObject({ name: "eu-west-3" });
    expect(ask(token, { region: "sa-east-1" }, { region: "eu-west-3" })).toMatchObject({ name: "sa-east-1" });
  });

  test.each([
    ["us-east-1", "abcdef", "use1-az6"],
    ["us-west-2", "abcd", "usw2-az4"],
    ["eu-central-1", "abc", "euc1-az3"],
    ["ap-northeast-1", "acd", "apne1-az3"],
    ["ap-southeast-2", "abc", "apse2-az3"],
    ["us-gov-west-1", "abc", "usgw1-az3"],
  ])("knows the zones of %s", (region, letters, lastId) => {
    const { names, zoneIds } = ask("aws:index/getAvailabilityZones:getAvailabilityZones", {}, { region });
    expect(names).toEqual(Array.from(letters, (letter) => region + letter));
    expect((zoneIds as string[]).at(-1)).toBe(lastId);
  });

  test("leaves out excluded zones", () => {
    const args = { excludeNames: ["us-east-1e"], excludeZoneIds: ["use1-az6"], state: "available" };
    const answer = ask("aws:index/getAvailabilityZones:getAvailabilityZones", args);
    expect(answer).toMatchObject({
      names: ["us-east-1a", "us-east-1b", "us-east-1c", "us-east-1d"],
      state: "available",
    });
  });

  test("knows account and partition", () => {
    expect(ACCOUNT_ID).toMatch(/^\d{12}$/);
    expect(ACCOUNT_ID).not.toBe("123456789012");
    expect(ask("aws:index/getCallerIdentity:getCallerIdentity")).toMatchObject({
      accountId: ACCOUNT_ID,
      arn: `arn:aws:iam::${ACCOUNT_ID}:user/preflight`,
    });
    expect(ask("aws:index/getPartition:getPartition", {}, { region: "cn-north-1" })).toMatchObject({
      partition: "aws-cn",
      dnsSuffix: "amazonaws.com.cn",
      reverseDnsPrefix: "cn.com.amazonaws",
    });
    expect(ask("aws:index/getPartition:getPartition", {}, { region: "us-gov-east-1" })).toMatchObject({
      partition: "aws-us-gov",
    });
  });

  test("knows the account of the load balancers' logs", () => {
    expect(ask("aws:elb/getServiceAccount:getServiceAccount")).toMatchObject({
      id: "127311923860",
      arn: "arn:aws:iam::127311923860:root",
    });
    expect(plain(ask("aws:elb/getServiceAccount:getServiceAccount", { region: "xx-new-1" }))).toMatchObject({
      id: UNKNOWN,
      arn: UNKNOWN,
    });
  });

  test("knows the default tags of the provider", () => {
    const token = "aws:index/getDefaultTags:getDefaultTags";
    expect(ask(token, {}, { defaultTags: '{"tags":{"Team":"web"}}' })).toMatchObject({ tags: { Team: "web" } });
    expect(ask(token, {}, { defaultTags: "{" })).toMatchObject({ tags: {} });
    expect(ask(token)).toMatchObject({ tags: {} });
  });

  test("has the types that the SDK of Python requires: dictionaries for maps, and booleans", () => {
    const token = "aws:ec2/getAmi:getAmi";
    const context = { provider: {}, region: "us-east-1" };
    expect(answerInvoke(token, { mostRecent: "true" }, { ...context, requiresMaps: true })).toMatchObject({
      mostRecent: true,
      stateReason: {},
    });
    expect(answerInvoke(token, { mostRecent: "false" }, context)).toMatchObject({
      mostRecent: false,
      stateReason: UNKNOWN,
    });
  });

  test("is answered with stand-ins where only AWS knows, and these are recorded as unknown", () => {
    const subnets = ask("aws:ec2/getSubnets:getSubnets", { filters: [{ name: "vpc-id", values: ["vpc-1"] }] });
    expect(subnets.ids).toHaveLength(3);
    expect(plain(subnets)).toMatchObject({ ids: UNKNOWN, id: UNKNOWN, tags: {}, filters: [{ name: "vpc-id" }] });
    const vpc = ask("aws:ec2/getVpc:getVpc", { id: "vpc-1" });
    expect(vpc).toMatchObject({ id: "vpc-1", cidrBlock: STAND_IN, enableDnsSupport: false, region: "us-east-1" });
    expect((vpc.arn as string).split(":")).toHaveLength(6);
    expect(plain(vpc)).toMatchObject({ arn: UNKNOWN, cidrBlockAssociations: [{ cidrBlock: UNKNOWN }] });
    expect(plain(ask("other:index:lookup", { name: "x" }))).toEqual({ id: UNKNOWN, name: "x" });
  });
});

describe("a policy document", () => {
  const token = "aws:iam/getPolicyDocument:getPolicyDocument";

  function render(args: Properties): unknown {
    const { json, minifiedJson } = ask(token, args);
    expect(JSON.parse(json as string)).toEqual(JSON.parse(minifiedJson as string));
    return JSON.parse(json as string);
  }

  test("has AWS's form", () => {
    const statement = {
      sid: "Read",
      actions: ["s3:GetObject", "s3:ListBucket"],
      resources: ["*"],
      principals: [
        { type: "AWS", identifiers: ["arn:aws:iam::1:root"] },
        { type: "AWS", identifiers: ["arn:aws:iam::2:root"] },
        { type: "Service", identifiers: ["ec2.amazonaws.com"] },
      ],
      conditions: [
        { test: "StringEquals", variable: "aws:SourceAccount", values: ["1"] },
        { test: "StringEquals", variable: "aws:SourceVpc", values: ["a", "b"] },
      ],
    };
    const denial = {
      effect: "Deny",
      notActions: ["iam:*"],
      notResources: ["a"],
      notPrincipals: [{ type: "AWS", identifiers: ["x"] }],
    };
    const everybody = { actions: ["sns:Publish"], principals: [{ type: "*", identifiers: ["*"] }] };
    expect(render({ policyId: "p", statements: [statement, denial, everybody] })).toEqual({
      Version: "2012-10-17",
      Id: "p",
      Statement: [
        {
          Sid: "Read",
          Effect: "Allow",
          Action: ["s3:GetObject", "s3:ListBucket"],
          Resource: "*",
          Principal: { AWS: ["arn:aws:iam::1:root", "arn:aws:iam::2:root"], Service: "ec2.amazonaws.com" },
          Condition: { StringEquals: { "aws:SourceAccount": "1", "aws:SourceVpc": ["a", "b"] } },
        },
        { Effect: "Deny", NotAction: "iam:*", NotResource: "a", NotPrincipal: { AWS: "x" } },
        { Effect: "Allow", Action: "sns:Publish", Principal: "*" },
      ],
    });
  });

  test("merges sources before and overrides after its statements", () => {
    const source = JSON.stringify({ Version: "2008-10-17", Statement: { Sid: "A", Effect: "Allow", Action: "s3:*" } });
    const override = JSON.stringify({ Statement: [{ Sid: "B", Effect: "Deny", Action: "*" }, { Effect: "Deny" }] });
    const statements = [{ sid: "B", actions: ["sqs:*"] }];
    expect(
      render({
        version: "2008-10-17",
        sourcePolicyDocuments: [source],
        statements,
        overridePolicyDocuments: [override],
      }),
    ).toEqual({
      Version: "2008-10-17",
      Statement: [
        { Sid: "A", Effect: "Allow", Action: "s3:*" },
        { Sid: "B", Effect: "Deny", Action: "*" },
        { Effect: "Deny" },
      ],
    });
  });

  test("that is to be merged must be JSON", () => {
    expect(() => ask(token, { sourcePolicyDocuments: ["{"] })).toThrow("a policy document to merge is not JSON: {");
  });
});
