import { BUCKET_PARTS, partsOf } from "../../src/aws/storage/buckets";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";

export const BUCKET_ACL = BUCKET_PARTS.acl;

/** Who owns the objects of a bucket. */
export interface ObjectOwnership {
  /** The resource that sets it. */
  controls: Resource;
  /** `BucketOwnerEnforced` (no ACLs), `BucketOwnerPreferred` or `ObjectWriter`. */
  setting: Read<string>;
}

/** Who owns the objects of a bucket; absent where the stack does not set it, unknown where it may. */
export function objectOwnershipOf(stack: Stack, bucket: Resource): ObjectOwnership | typeof UNKNOWN | undefined {
  const { parts, complete } = partsOf(stack, bucket, "ownership");
  const controls = parts.at(-1);
  return controls ? { controls, setting: controls.str("rule", "objectOwnership") } : complete ? undefined : UNKNOWN;
}
