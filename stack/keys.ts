import { UNKNOWN } from "./value";
import type { Read } from "./view";

/**
 * True for a KMS key that the customer manages. A key that will be known only after the deployment is one: the keys that
 * AWS manages are named by their alias.
 */
export function isCustomerKey(key: Read<string>): boolean {
  return key === UNKNOWN || (key !== undefined && key !== "" && !/(^|:)alias\/aws\//.test(key));
}
