import { anyOf, type Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { grouped, type Stack } from "../../graph/stack";
import { UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { LB_LOAD_BALANCER, S3_BUCKET } from "../type-tokens";

/** The types that each configure one aspect of a bucket. */
export const BUCKET_PARTS = {
  encryption: "aws:s3/bucketServerSideEncryptionConfiguration:BucketServerSideEncryptionConfiguration",
  lifecycle: "aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
  logging: "aws:s3/bucketLogging:BucketLogging",
  ownership: "aws:s3/bucketOwnershipControls:BucketOwnershipControls",
  policy: "aws:s3/bucketPolicy:BucketPolicy",
  publicAccessBlock: "aws:s3/bucketPublicAccessBlock:BucketPublicAccessBlock",
  acl: "aws:s3/bucketAcl:BucketAcl",
  replication: "aws:s3/bucketReplicationConfig:BucketReplicationConfig",
  tiering: "aws:s3/bucketIntelligentTieringConfiguration:BucketIntelligentTieringConfiguration",
  versioning: "aws:s3/bucketVersioning:BucketVersioning",
  website: "aws:s3/bucketWebsiteConfiguration:BucketWebsiteConfiguration",
} as const;
export type BucketPart = keyof typeof BUCKET_PARTS;

interface Parts {
  readonly byBucket: ReadonlyMap<Resource, Resource[]>;
  /** False while the bucket of one of them is not known. */
  readonly complete: boolean;
}

function partsByType(stack: Stack): (type: string) => Parts {
  const found = new Map<string, Parts>();
  return (type) => {
    const parts = found.get(type) ?? findParts(stack, type);
    found.set(type, parts);
    return parts;
  };
}

function findParts(stack: Stack, type: string): Parts {
  let complete = true;
  const byBucket = grouped(stack.ofType(type), (part) => {
    const bucket = part.at("bucket");
    const { resources } = stack.refs(bucket, S3_BUCKET);
    complete &&= resources.length > 0 || !bucket.isUnknown;
    return resources;
  });
  return { byBucket, complete };
}

/** The resources that configure this aspect of a bucket. Not complete where another one may be for this bucket. */
export function partsOf(stack: Stack, bucket: Resource, part: BucketPart): { parts: Resource[]; complete: boolean } {
  const { byBucket, complete } = stack.once(partsByType)(BUCKET_PARTS[part]);
  return { parts: byBucket.get(bucket) ?? [], complete };
}

/** An argument of the bucket itself, where it is set; BucketV2 has some of them in the plural. */
export function inlineOf(bucket: Resource, argument: string): View | undefined {
  const entries = bucket.entries();
  const views = new Map(Array.isArray(entries) ? entries : []);
  const view = views.get(argument) ?? views.get(`${argument}s`);
  return view === undefined || view.isAbsent || isEmpty(view) ? undefined : view;
}

const isEmpty = ({ value }: View): boolean => Array.isArray(value) && value.length === 0;

/** The settings in a block or a list of one block; absent where they are not known. */
export function settingsOf(view: View): ReadonlyMap<string, View> | undefined {
  const blocks = view.list();
  const entries = Array.isArray(blocks) ? blocks[0]?.entries() : undefined;
  return Array.isArray(entries) ? new Map(entries) : undefined;
}

/** Where one aspect of a bucket is configured, in resources of their own and in the bucket itself. */
export interface Configurations {
  views: View[];
  /** False where another resource may configure this bucket too. */
  complete: boolean;
}

function configurations(
  stack: Stack,
  bucket: Resource,
  part: BucketPart,
  property: string,
  own: string,
): Configurations {
  const { parts, complete } = partsOf(stack, bucket, part);
  const inline = inlineOf(bucket, own);
  return { views: [...parts.map((one) => one.at(property)), ...(inline ? [inline] : [])], complete };
}

/** The lifecycle rules of a bucket: a list in each view. */
export const lifecyclesOf = (stack: Stack, bucket: Resource): Configurations =>
  configurations(stack, bucket, "lifecycle", "rules", "lifecycleRule");

/** The versioning of a bucket: a block in each view. */
export const versioningsOf = (stack: Stack, bucket: Resource): Configurations =>
  configurations(stack, bucket, "versioning", "versioningConfiguration", "versioning");

/** The replication of a bucket: a list of rules in each view. */
export function replicationsOf(stack: Stack, bucket: Resource): Configurations {
  const { parts, complete } = partsOf(stack, bucket, "replication");
  const inline = inlineOf(bucket, "replicationConfiguration");
  return { views: [...parts.map((one) => one.at("rules")), ...(inline ? [inline.at("rules")] : [])], complete };
}

/** Whether a block is switched on: by its `status`, or by `enabled` where it is part of the bucket. */
export function isSwitchedOn(block: View): Certainty {
  const settings = settingsOf(block);
  const [status, enabled] = [settings?.get("status")?.str(), settings?.get("enabled")?.bool()];
  return settings === undefined || status === UNKNOWN || enabled === UNKNOWN
    ? UNKNOWN
    : status === "Enabled" || enabled === true;
}

/** Whether a bucket keeps the versions of its objects; object lock switches that on. */
export function isVersioned(stack: Stack, bucket: Resource): Certainty {
  const { views, complete } = versioningsOf(stack, bucket);
  return anyOf([bucket.bool("objectLockEnabled") ?? false, ...views.map(isSwitchedOn), complete ? false : UNKNOWN]);
}

/** The buckets that a program manages. */
export const bucketsOf = (stack: Stack): Resource[] => stack.managed(S3_BUCKET);
const LOGGED: readonly (readonly [type: string, property: string])[] = [
  [BUCKET_PARTS.logging, "targetBucket"],
  [LB_LOAD_BALANCER, "accessLogs"],
  [LB_LOAD_BALANCER, "connectionLogs"],
  ["aws:elb/loadBalancer:LoadBalancer", "accessLogs"],
  ["aws:cloudtrail/trail:Trail", "s3BucketName"],
  ["aws:ec2/flowLog:FlowLog", "logDestination"],
  ["aws:cfg/deliveryChannel:DeliveryChannel", "s3BucketName"],
  ["aws:cloudfront/distribution:Distribution", "loggingConfig"],
];
// The logs of S3 and of load balancers can be encrypted with S3's own keys only.
const WITHOUT_KEYS: ReadonlySet<string> = new Set([
  BUCKET_PARTS.logging,
  LB_LOAD_BALANCER,
  "aws:elb/loadBalancer:LoadBalancer",
]);

function findLogBuckets(stack: Stack): Map<Resource, { takesKeys: boolean }> {
  const found = new Map<Resource, { takesKeys: boolean }>();
  for (const [type, property] of LOGGED) {
    for (const source of stack.ofType(type)) {
      for (const bucket of stack.refs(source.at(property), S3_BUCKET).resources) {
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
