import { objectOwnershipOf } from "../../../policies/validity/s3-acl-ownership.ownership";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const assets = resource("aws:s3/bucket:Bucket", "assets");
const controls = (bucket: Input, name = "owner"): BuiltResource =>
  resource("aws:s3/bucketOwnershipControls:BucketOwnershipControls", name, {
    bucket,
    rule: { objectOwnership: "ObjectWriter" },
  });

describe.each(["preview", "up"] as const)("the ownership of a bucket's objects (%s)", (shape) => {
  const ownership = (...resources: BuiltResource[]) => {
    const stack = Stack.from(build([assets, ...resources], shape));
    const [bucket] = stack.ofType("aws:s3/bucket:Bucket");
    return bucket && objectOwnershipOf(stack, bucket);
  };

  it("is what the bucket's controls set", () => {
    expect(ownership(controls(assets.id))).toMatchObject({ controls: { name: "owner" }, setting: "ObjectWriter" });
  });

  it("is absent without controls, and with those of another bucket", () => {
    expect(ownership()).toBeUndefined();
    expect(ownership(controls("shared"))).toBeUndefined();
  });

  it("is unknown while the bucket of some controls is not known", () => {
    expect(ownership(controls(unknown))).toBe(shape === "preview" ? UNKNOWN : undefined);
    expect(ownership(controls(unknown), controls(assets.id, "own"))).toMatchObject({ setting: "ObjectWriter" });
  });
});
