import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { UNKNOWN } from "../../graph/value";
import type { Read } from "../../graph/view";

/**
 * True for a KMS key that the customer manages. A key that will be known only after the deployment is one: the keys that
 * AWS manages are given by their alias.
 */
export function isCustomerKey(key: Read<string>): boolean {
  return key === UNKNOWN || (key !== undefined && key !== "" && !/(^|:)alias\/aws\//.test(key));
}

const KEYS = [
  "aws:kms/key:Key",
  "aws:kms/externalKey:ExternalKey",
  "aws:kms/replicaKey:ReplicaKey",
  "aws:kms/replicaExternalKey:ReplicaExternalKey",
  "aws:kms/alias:Alias",
];

// kmsKeyId, kmsKeyArn, kmsMasterKeyId, …, also in a block; a block that is not known yet may have one.
const KEY_PROPERTY = /(kms\w*key\w*|serverSideEncryption|encryptAtRest)$/i;

const usesCustomerKey = (resource: Resource): boolean =>
  resource.scalars().some((scalar) => KEY_PROPERTY.test(scalar.path) && isCustomerKey(scalar.str()));

const findCustomerKey = (stack: Stack): boolean =>
  stack.ofType(...KEYS).length > 0 || stack.resources.some(usesCustomerKey);

/** True for a stack that creates a KMS key, or uses one that the customer manages. */
export const hasCustomerKey = (stack: Stack): boolean => stack.once(findCustomerKey);
