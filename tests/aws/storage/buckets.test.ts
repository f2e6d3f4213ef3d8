import {
  bucketsOf,
  inlineOf,
  isVersioned,
  logsIn,
  partsOf,
  servesWebsite,
  settingsOf,
} from "../../../src/aws/storage/buckets";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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

  test("buckets for logs have customer keys only where the service supports them", () => {
    const stack = stackOf(
      shape,
      bucket,
      resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: bucket.id }),
      resource("aws:lb/loadBalancer:LoadBalancer", "web", { accessLogs: { bucket: bucket.id } }),
    );
    expect(bucketsOf(stack).map((one) => logsIn(stack, one))).toEqual([{ takesKeys: false }]);
  });

  test("a bucket serves a website by a resource of its own", () => {
    const site = resource("aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration", "site", {
      bucket: bucket.id,
    });
    const stack = stackOf(shape, bucket, site);
    expect(bucketsOf(stack).map((one) => servesWebsite(stack, one))).toEqual([true]);
  });
});

test("a part may be for any bucket while its bucket is not known", () => {
  const stack = stackOf("preview", bucket, versioning(unknown));
  expect(bucketsOf(stack).map((one) => partsOf(stack, one, "versioning").complete)).toEqual([false]);
});

describe("the settings inside a bucket", () => {
  const inside = (inputs: Record<string, Input>, type = BUCKET): unknown => {
    const [found] = bucketsOf(stackOf("up", resource(type, "data", inputs)));
    const view = found && inlineOf(found, "versioning");
    return view && settingsOf(view)?.get("enabled")?.value;
  };

  test("are read in both forms", () => {
    expect(inside({ versioning: { enabled: true } })).toBe(true);
    expect(inside({ versionings: [{ enabled: true }] }, "aws:s3/bucketV2:BucketV2")).toBe(true);
  });

  test("may be absent", () => {
    expect(inside({})).toBeUndefined();
    expect(inside({ versionings: [] }, "aws:s3/bucketV2:BucketV2")).toBeUndefined();
  });
});

test("a bucket is versioned by its status, by object lock, or inside itself", () => {
  const status = (of: Input, value: Input): BuiltResource =>
    resource("aws:s3/bucketVersioning:BucketVersioning", "versions", {
      bucket: of,
      versioningConfiguration: { status: value },
    });
  const versioned = (...resources: BuiltResource[]): unknown[] => {
    const stack = stackOf("preview", ...resources);
    return bucketsOf(stack).map((one) => isVersioned(stack, one));
  };
  expect(versioned(bucket, status(bucket.id, "Enabled"))).toEqual([true]);
  expect(versioned(resource(BUCKET, "data", { objectLockEnabled: true }))).toEqual([true]);
  expect(versioned(resource(BUCKET, "data", { versioning: { enabled: true } }))).toEqual([true]);
  expect(versioned(bucket)).toEqual([false]);
  expect(versioned(bucket, status(bucket.id, "Suspended"))).toEqual([false]);
  expect(versioned(bucket, status(bucket.id, unknown))).toEqual([UNKNOWN]);
  expect(versioned(bucket, status(unknown, "Enabled"))).toEqual([UNKNOWN]);
});
