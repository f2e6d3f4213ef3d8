import { BUCKET_PARTS, partsOf } from "./buckets";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { UNKNOWN } from "./value";
import type { Read } from "./view";

export const BUCKET_ACL = BUCKET_PARTS.acl;

/** Who owns the objects of a bucket. */
export interface ObjectOwnership {
  /** The resource that says so. */
  controls: Resource;
  /** `BucketOwnerEnforced` (no ACLs), `BucketOwnerPreferred` or `ObjectWriter`. */
  setting: Read<string>;
}

/** Who owns the objects of a bucket; absent where the stack does not say, unknown where it may. */
export function objectOwnershipOf(stack: Stack, bucket: Resource): ObjectOwnership | typeof UNKNOWN | undefined {
  const { parts, complete } = partsOf(stack, bucket, "ownership");
  const controls = parts.at(-1);
  return controls ? { controls, setting: controls.str("rule", "objectOwnership") } : complete ? undefined : UNKNOWN;
}
