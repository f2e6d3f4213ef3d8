import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { UNKNOWN } from "./value";
import type { Read } from "./view";

/**
 * True for a KMS key that the customer manages. A key that will be known only after the deployment is one: the keys that
 * AWS manages are named by their alias.
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

// kmsKeyId, kmsKeyArn, kmsMasterKeyId, …, also in a block; a block that is not known yet may name one.
const KEY_PROPERTY = /(kms\w*key\w*|serverSideEncryption|encryptAtRest)$/i;

const namesCustomerKey = (resource: Resource): boolean =>
  resource.scalars().some((scalar) => KEY_PROPERTY.test(scalar.path) && isCustomerKey(scalar.str()));

const findCustomerKey = (stack: Stack): boolean =>
  stack.ofType(...KEYS).length > 0 || stack.resources.some(namesCustomerKey);

/** True for a stack that makes a KMS key, or names one of the customer's. */
export const hasCustomerKey = (stack: Stack): boolean => stack.once(findCustomerKey);
