import type { Resource } from "./resource";
import { grouped, type Stack } from "./stack";
import type { View } from "./view";

export const BUCKET = "aws:s3/bucket:Bucket";

/** The types that each say one thing of a bucket. */
export const BUCKET_PARTS = {
  encryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  logging: "aws:s3/bucketLogging:BucketLogging",
  ownership: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  policy: "aws:s3/bucketPolicy:BucketPolicy",
  publicAccessBlock: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  acl: "aws:s3/bucketAcl:BucketAcl",
  tiering: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  versioning: "aws:s3/bucketVersioning:BucketVersioning",
  website: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
} as const;
export type BucketPart = keyof typeof BUCKET_PARTS;

interface Placed {
  readonly of: ReadonlyMap<Resource, Resource[]>;
  /** True where one of them is for a bucket that is not known yet. */
  readonly unplaced: boolean;
}

function partsByType(stack: Stack): (type: string) => Placed {
  const found = new Map<string, Placed>();
  return (type) => {
    const placed = found.get(type) ?? place(stack, type);
    found.set(type, placed);
    return placed;
  };
}

function place(stack: Stack, type: string): Placed {
  let unplaced = false;
  const of = grouped(stack.ofType(type), (part) => {
    const bucket = part.at("bucket");
    const { resources } = stack.refs(bucket, BUCKET);
    unplaced ||= resources.length === 0 && bucket.isUnknown;
    return resources;
  });
  return { of, unplaced };
}

/** The resources of their own that say this of a bucket. Not complete where one may be for this bucket. */
export function partsOf(stack: Stack, bucket: Resource, part: BucketPart): { parts: Resource[]; complete: boolean } {
  const { of, unplaced } = stack.once(partsByType)(BUCKET_PARTS[part]);
  return { parts: of.get(bucket) ?? [], complete: !unplaced };
}

/** What a bucket says inside itself, by the name of the argument; BucketV2 has some of them in the plural. */
export function inlineOf(bucket: Resource, argument: string): View | undefined {
  const entries = bucket.entries();
  const places = new Map(Array.isArray(entries) ? entries : []);
  const place = places.get(argument) ?? places.get(`${argument}s`);
  return place === undefined || place.isAbsent || isEmpty(place) ? undefined : place;
}

const isEmpty = ({ value }: View): boolean => Array.isArray(value) && value.length === 0;

/** The settings at a place that is a block or a list of one; absent where they are not known. */
export function settingsOf(place: View): ReadonlyMap<string, View> | undefined {
  const blocks = place.list();
  const entries = Array.isArray(blocks) ? blocks[0]?.entries() : undefined;
  return Array.isArray(entries) ? new Map(entries) : undefined;
}

/** The buckets that a program manages. */
export const bucketsOf = (stack: Stack): Resource[] => stack.ofType(BUCKET).filter(({ outside }) => !outside);

const LOADBALANCER = "aws:lb/loadBalancer:LoadBalancer";
const LOGGED: readonly (readonly [type: string, property: string])[] = [
  [BUCKET_PARTS.logging, "targetBucket"],
  [LOADBALANCER, "accessLogs"],
  [LOADBALANCER, "connectionLogs"],
  ["aws:elb/loadBalancer:LoadBalancer", "accessLogs"],
  ["aws:cloudtrail/trail:Trail", "s3BucketName"],
  ["aws:ec2/flowLog:FlowLog", "logDestination"],
  ["aws:cfg/deliveryChannel:DeliveryChannel", "s3BucketName"],
  ["aws:cloudfront/distribution:Distribution", "loggingConfig"],
];
// What S3 and load balancers write can be encrypted with S3's own keys only.
const WITHOUT_KEYS: ReadonlySet<string> = new Set([
  BUCKET_PARTS.logging,
  LOADBALANCER,
  "aws:elb/loadBalancer:LoadBalancer",
]);

function findLogBuckets(stack: Stack): Map<Resource, { takesKeys: boolean }> {
  const found = new Map<Resource, { takesKeys: boolean }>();
  for (const [type, property] of LOGGED) {
    for (const source of stack.ofType(type)) {
      for (const bucket of stack.refs(source.at(property), BUCKET).resources) {
        found.set(bucket, { takesKeys: (found.get(bucket)?.takesKeys ?? true) && !WITHOUT_KEYS.has(type) });
      }
    }
  }
  return found;
}

/** Whether AWS writes logs into a bucket, and if so, whether they may be encrypted with a customer's key. */
export function logsIn(stack: Stack, bucket: Resource): { takesKeys: boolean } | undefined {
  return stack.once(findLogBuckets).get(bucket);
}

/** True for a bucket that serves a website, which browsers read without a login and without TLS. */
export function servesWebsite(stack: Stack, bucket: Resource): boolean {
  return inlineOf(bucket, "website") !== undefined || partsOf(stack, bucket, "website").parts.length > 0;
}
