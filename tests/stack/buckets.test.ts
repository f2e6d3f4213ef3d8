import { bucketsOf, inlineOf, logsIn, partsOf, servesWebsite, settingsOf } from "../../stack/buckets";
import { Stack } from "../../stack/stack";
import { build, resource, unknown, type BuiltResource, type Input } from "../../testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "data");
const versioning = (of: Input): BuiltResource =>
  resource("aws:s3/bucketVersioning:BucketVersioning", "versions", { bucket: of });
const stackOf = (shape: "preview" | "up", ...resources: BuiltResource[]): Stack => Stack.from(build(resources, shape));

describe.each(["preview", "up"] as const)("in %s", (shape) => {
  test("the parts of a bucket are those that name it", () => {
    const stack = stackOf(shape, bucket, resource(BUCKET, "other"), versioning(bucket.id));
    const found = bucketsOf(stack).map((one) => partsOf(stack, one, "versioning"));
    expect(found.map(({ parts, complete }) => [parts.length, complete])).toEqual([
      [1, true],
      [0, true],
    ]);
  });

  test("buckets for logs say whether they take keys", () => {
    const stack = stackOf(
      shape,
      bucket,
      resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: bucket.id }),
      resource("aws:lb/loadBalancer:LoadBalancer", "web", { accessLogs: { bucket: bucket.id } }),
    );
    expect(bucketsOf(stack).map((one) => logsIn(stack, one))).toEqual([{ takesKeys: false }]);
  });

  test("websites are told by their own resource", () => {
    const site = resource("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "site", {
      bucket: bucket.id,
    });
    const stack = stackOf(shape, bucket, site);
    expect(bucketsOf(stack).map((one) => servesWebsite(stack, one))).toEqual([true]);
  });
});

test("a part of a bucket that is not known yet may be any's", () => {
  const stack = stackOf("preview", bucket, versioning(unknown));
  expect(bucketsOf(stack).map((one) => partsOf(stack, one, "versioning").complete)).toEqual([false]);
});

describe("what stands inside a bucket", () => {
  const inside = (inputs: Record<string, Input>, type = BUCKET): unknown => {
    const [found] = bucketsOf(stackOf("up", resource(type, "data", inputs)));
    const place = found && inlineOf(found, "versioning");
    return place && settingsOf(place)?.get("enabled")?.value;
  };

  test("is read in both forms", () => {
    expect(inside({ versioning: { enabled: true } })).toBe(true);
    expect(inside({ versionings: [{ enabled: true }] }, "aws:s3/bucketV2:BucketV2")).toBe(true);
  });

  test("may be nothing", () => {
    expect(inside({})).toBeUndefined();
    expect(inside({ versionings: [] }, "aws:s3/bucketV2:BucketV2")).toBeUndefined();
  });
});
