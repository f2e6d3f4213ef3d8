import { isRegional } from "../../src/aws/types";
import { otherRegionsIn, isMisplaced, providersOf, regionInForce, regionOf, regionOfZone } from "../../src/aws/region";
import type { Resource } from "../../src/graph/resource";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { build, resource, unknown, type BuiltResource, type Input } from "../../src/testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const here = resource("pulumi:providers:aws", "default_7_48_0", { region: "eu-central-1" });
const stackOf = (...built: BuiltResource[]): Stack => Stack.from(build([here, ...built], "preview"));

function only(type: string, inputs: Record<string, Input> = {}): Resource {
  const [found] = stackOf(resource(type, "r", inputs, { provider: here })).ofType(type);
  if (found === undefined) {
    throw new Error("the stack has no such resource");
  }
  return found;
}

it.each([
  ["us-east-1a", "us-east-1"],
  ["us-gov-west-1b", "us-gov-west-1"],
  ["ap-northeast-1d", "ap-northeast-1"],
  ["us-east-1", undefined],
  ["use1-az1", undefined],
  ["us-west-2-lax-1a", undefined],
  ["", undefined],
])("the region of the zone %p is %p", (zone, region) => {
  expect(regionOfZone(zone)).toBe(region);
});

it("takes a resource's own region before its provider's", () => {
  expect(regionOf(only(BUCKET, { region: "us-east-1" }))).toBe("us-east-1");
  expect(regionOf(only(BUCKET))).toBe("eu-central-1");
  expect(regionOf(only(BUCKET, { region: "" }))).toBe("eu-central-1");
  expect(regionOf(only(BUCKET, { region: unknown }))).toBe(UNKNOWN);
});

it("distinguishes global services from regional ones", () => {
  expect(isRegional(BUCKET)).toBe(true);
  expect(isRegional("aws:iam/role:Role")).toBe(false);
  expect(isRegional("aws:cloudfront/distribution:Distribution")).toBe(false);
});

it("lists the providers with their resources", () => {
  const idle = resource("pulumi:providers:aws", "default-eu", { region: "eu-west-1" });
  const stack = stackOf(idle, resource(BUCKET, "a", {}, { provider: here }), resource(BUCKET, "b"));
  expect(
    providersOf(stack).map(({ provider, isDefault, region, resources }) => [
      provider?.name,
      isDefault,
      region,
      resources.map(({ name }) => name),
    ]),
  ).toEqual([
    ["default-eu", false, "eu-west-1", []],
    ["default_7_48_0", true, "eu-central-1", ["a"]],
    [undefined, true, undefined, ["b"]],
  ]);
});

it("finds the properties that name another region", () => {
  const policy = only("aws:iam/policy:Policy", {
    policy: '{"Resource":["arn:aws:sns:eu-central-1:1:a","arn:aws:sns:us-west-2:1:a","arn:aws:sns:us-east-1:1:a"]}',
    description: "us-west-2",
  });
  expect(
    otherRegionsIn(policy, "eu-central-1").map(({ at, mention }) => [at.path, mention.what, mention.region]),
  ).toEqual([["policy", "an ARN", "us-west-2"]]);
});

it("leaves the edge's resources in us-east-1", () => {
  const [certificate, bucket] = [only("aws:acm/certificate:Certificate"), only(BUCKET)];
  const stack = stackOf();
  expect(isMisplaced(stack, certificate, "us-east-1", "eu-central-1")).toBe(false);
  expect(isMisplaced(stack, certificate, "eu-west-1", "eu-central-1")).toBe(true);
  expect(isMisplaced(stack, bucket, "us-east-1", "eu-central-1")).toBe(true);
  expect(isMisplaced(stack, bucket, "eu-central-1", "eu-central-1")).toBe(false);
});

it("reads long strings quickly", () => {
  const long = only("aws:ssm/parameter:Parameter", { value: `arn:aws:${"a-".repeat(50_000)}` });
  const start = performance.now();
  expect(otherRegionsIn(long, "eu-central-1")).toEqual([]);
  expect(performance.now() - start).toBeLessThan(500);
});

it("uses the configuration for the default provider, and the environment where nothing else sets the region", () => {
  const config = new Map([["aws:region", "eu-west-1"]]);
  const other = resource("pulumi:providers:aws", "other");
  const [free, bound] = Stack.from(
    build([other, resource(BUCKET, "free"), resource(BUCKET, "x-bound", {}, { provider: other })], "preview"),
  ).ofType(BUCKET);
  const regionFor = (bucket: Resource | undefined, settings: Parameters<typeof regionInForce>[1]) =>
    bucket && regionInForce(bucket, settings);
  expect(regionFor(only(BUCKET), { config })).toBe("eu-central-1");
  expect(regionFor(free, { config })).toBe("eu-west-1");
  expect(regionFor(bound, { config })).toBeUndefined();
  expect(regionFor(bound, { config, environmentRegion: "us-east-1" })).toBe("us-east-1");
});
