import { isEmulated } from "../../../src/aws/identity/account";
import { Stack } from "../../../src/graph/stack";
import { build, resource, unknown, type Input } from "../../../src/testing/stack";

test.each<[string, Record<string, Input>, boolean]>([
  ["addresses of its own", { endpoints: [{ s3: "http://localhost:4566" }] }, true],
  ["addresses as text", { endpoints: '[{"s3":"http://localhost:4566"}]' }, true],
  ["addresses that are not known yet", { endpoints: unknown }, true],
  ["no account", { skipRequestingAccountId: "true" }, true],
  ["credentials that are not validated", { skipCredentialsValidation: true }, true],
  ["paths for buckets", { s3UsePathStyle: "true" }, true],
  ["none of it", { region: "us-east-1", endpoints: [] }, false],
])("a provider with %s", (_name, inputs, expected) => {
  const provider = resource("pulumi:providers:aws", "p", inputs);
  const stack = Stack.from(build([provider, resource("aws:s3/bucket:Bucket", "b", {}, { provider })], "preview"));
  expect(stack.ofType("aws:s3/bucket:Bucket").map(isEmulated)).toEqual([expected]);
});
