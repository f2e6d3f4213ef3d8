import { Stack } from "../../src/graph/stack";
import { tagsOf, takesDefaultTags, takesTags, type Tags } from "../../src/aws/tags";
import { UNKNOWN } from "../../src/graph/value";
import { build, resource, unknown, type Input } from "../../src/testing/stack";

const VPC = "aws:ec2/vpc:Vpc";
const GROUP = "aws:autoscaling/group:Group";

function tags(type: string, inputs: Record<string, Input>, defaultTags?: Input): Tags {
  const provider = resource("pulumi:providers:aws", "p", { defaultTags });
  const built = [provider, resource(type, "r", inputs, { provider })];
  const [found] = Stack.from(build(built, "preview")).ofType(type).map(tagsOf);
  return found ?? { values: new Map(), complete: false };
}

it("knows which types have tags", () => {
  expect(takesTags(VPC)).toBe(true);
  expect(takesTags("aws:ec2/route:Route")).toBe(false);
  expect(takesTags("aws:inspector/resourceGroup:ResourceGroup")).toBe(false);
  expect(takesTags("aws:s3/bucketObject:BucketObject")).toBe(false);
  expect(takesTags("random:index/randomPet:RandomPet")).toBe(false);
});

it("knows that default tags do not reach Auto Scaling groups", () => {
  expect(takesDefaultTags(VPC)).toBe(true);
  expect(takesTags(GROUP)).toBe(true);
  expect(takesDefaultTags(GROUP)).toBe(false);
});

it("lets a resource's own tags win over default ones", () => {
  const { values, complete } = tags(VPC, { tags: { A: "own" } }, { tags: { A: "default", B: "b" } });
  expect(Object.fromEntries(values)).toEqual({ A: "own", B: "b" });
  expect(complete).toBe(true);
});

it("reads default tags from JSON, and other strings as unknown", () => {
  expect(tags(VPC, {}, '{"tags":{"A":"a"}}')).toEqual({ values: new Map([["A", "a"]]), complete: true });
  expect(tags(VPC, {}, "not JSON").complete).toBe(false);
});

it("keeps keys whose value is not known yet, and drops those without one", () => {
  const { values, complete } = tags(VPC, { tags: { A: unknown, B: null } });
  expect([...values]).toEqual([["A", UNKNOWN]]);
  expect(complete).toBe(true);
});

it("does not treat an unknown tagsAll as unknown tags", () => {
  expect(tags(VPC, { tags: { A: "a" }, tagsAll: unknown }).complete).toBe(true);
});

it.each<[string, Record<string, Input>]>([
  [VPC, { tags: unknown }],
  [GROUP, { tags: unknown }],
  [GROUP, { tags: [{ key: unknown, value: "a" }] }],
])("is not complete for %s with %j", (type, inputs) => {
  expect(tags(type, inputs).complete).toBe(false);
});

it("reads the list of an Auto Scaling group, without default tags", () => {
  const inputs = { tags: [{ key: "A", value: "a", propagateAtLaunch: true }] };
  expect(tags(GROUP, inputs, { tags: { B: "b" } })).toEqual({ values: new Map([["A", "a"]]), complete: true });
});
