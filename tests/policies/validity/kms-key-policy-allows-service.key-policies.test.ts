import {
  isPolicyComputed,
  keyOf,
  serviceMayUse,
} from "../../../policies/validity/kms-key-policy-allows-service.key-policies";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, json, resource, text, type BuiltResource, type Input } from "../../../src/testing/stack";

const KEY = "aws:kms/key:Key";
const LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
const policy = (principal: Input, action: Input = "kms:*"): Input =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: action, Resource: "*" }] });

function mayUse(keyPolicy: Input, service = "logs", ...others: BuiltResource[]): unknown {
  const stack = Stack.from(build([resource(KEY, "key", { policy: keyPolicy }), ...others], "up"));
  const [key] = stack.ofType(KEY);
  return key && serviceMayUse(stack, key, service);
}

test.each([
  ["its principal", { Service: "logs.amazonaws.com" }, true],
  ["its principal of a region", { Service: "logs.eu-west-1.amazonaws.com" }, true],
  ["its principal in China", { Service: ["x.amazonaws.com", "logs.cn-north-1.amazonaws.com.cn"] }, true],
  ["its principal in the European partition", { Service: "logs.eusc-de-east-1.amazonaws.eu" }, true],
  ["its principal in a closed partition", { Service: "logs.us-iso-east-1.c2s.ic.gov" }, true],
  ["a domain with another ending", { Service: "logs.amazonaws.com.example.org" }, false],
  ["every principal", "*", true],
  ["another service", { Service: "sns.amazonaws.com" }, false],
  ["a service of a similar name", { Service: "delivery.logs.amazonaws.com" }, false],
  ["identities", { AWS: "arn:aws:iam::464738291005:root" }, false],
])("a policy for %s", (_name, principal, expected) => {
  expect(mayUse(policy(principal))).toBe(expected);
});

test("a policy that lets a service only describe the key does not let it use the key", () => {
  expect(mayUse(policy({ Service: "logs.amazonaws.com" }, "kms:DescribeKey"))).toBe(false);
});

test("no policy allows no service, and one that cannot be read is unknown", () => {
  expect(mayUse(undefined)).toBe(false);
  expect(mayUse("{")).toBe(UNKNOWN);
});

test("a key is found directly and by its alias", () => {
  const key = resource(KEY, "key");
  const alias = resource("aws:kms/alias:Alias", "alias", { name: "alias/shop", targetKeyId: key.keyId });
  const groups = [
    resource(LOG_GROUP, "a", { kmsKeyId: key.arn }),
    resource(LOG_GROUP, "b", { kmsKeyId: alias.arn }),
    resource(LOG_GROUP, "c", { kmsKeyId: "arn:aws:kms:us-east-1:464738291005:key/1" }),
  ];
  const stack = Stack.from(build([key, alias, ...groups], "preview"));
  expect(stack.ofType(LOG_GROUP).map((group) => keyOf(stack, group.at("kmsKeyId"))?.name)).toEqual([
    "key",
    "key",
    undefined,
  ]);
});

test("a policy is computed where it names other resources", () => {
  const role = resource("aws:iam/role:Role", "role");
  const key = resource(KEY, "key", { policy: policy({ AWS: text`${role.arn}` }) });
  const stack = Stack.from(build([role, key], "preview"));
  expect(stack.ofType(KEY).map((one) => isPolicyComputed(stack, one))).toEqual([true]);
});
