import { BUCKET } from "./buckets";
import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { UNKNOWN } from "./value";
import type { Read } from "./view";

export const BUCKET_ACL = "aws:s3/bucketAcl:BucketAcl";
const CONTROLS = "aws:s3/bucketOwnershipControls:BucketOwnershipControls";

/** Who owns the objects of a bucket. */
export interface ObjectOwnership {
  /** The resource that says so. */
  controls: Resource;
  /** `BucketOwnerEnforced` (no ACLs), `BucketOwnerPreferred` or `ObjectWriter`. */
  setting: Read<string>;
}

interface Ownerships {
  of: ReadonlyMap<Resource, ObjectOwnership>;
  unplaced: boolean;
}

function findOwnerships(stack: Stack): Ownerships {
  const of = new Map<Resource, ObjectOwnership>();
  let unplaced = false;
  for (const controls of stack.ofType(CONTROLS)) {
    const [bucket] = stack.refs(controls.at("bucket"), BUCKET).resources;
    if (bucket) {
      of.set(bucket, { controls, setting: controls.str("rule", "objectOwnership") });
    } else {
      unplaced ||= controls.at("bucket").isUnknown;
    }
  }
  return { of, unplaced };
}

/** Who owns the objects of a bucket; absent where the stack does not say, unknown where it may. */
export function objectOwnershipOf(stack: Stack, bucket: Resource): ObjectOwnership | typeof UNKNOWN | undefined {
  const { of, unplaced } = stack.once(findOwnerships);
  return of.get(bucket) ?? (unplaced ? UNKNOWN : undefined);
}
