import { isCustomerKey } from "../../../src/aws/identity/keys";
import { UNKNOWN } from "../../../src/graph/value";

describe("a customer-managed key", () => {
  it.each([
    "arn:aws:kms:us-east-1:464738291005:key/7c6b5a49-3827-4615-8c9d-0e1f2a3b4c5d",
    "arn:aws-cn:kms:cn-north-1:464738291005:alias/orders",
    "7c6b5a49-3827-4615-8c9d-0e1f2a3b4c5d",
    "alias/orders",
    "alias/awesome",
    UNKNOWN,
  ] as const)("is one: %p", (key) => {
    expect(isCustomerKey(key)).toBe(true);
  });

  it.each(["alias/aws/rds", "arn:aws:kms:us-east-1:464738291005:alias/aws/dynamodb", "", undefined])(
    "is not one: %p",
    (key) => {
      expect(isCustomerKey(key)).toBe(false);
    },
  );
});
