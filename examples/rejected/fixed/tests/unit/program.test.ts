import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { before, test } from "node:test";

const registered: { type: string; inputs: Record<string, any> }[] = [];

before(async () => {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, id }) => {
        registered.push({ type, inputs });
        const secret = [{ secretArn: "arn:test:secret" }];
        const proof = { resourceRecordName: name, resourceRecordType: "CNAME", resourceRecordValue: name };
        const computed = { arn: `arn:test:${name}`, name, masterUserSecrets: secret, domainValidationOptions: [proof] };
        return { id: id || `${name}-id`, state: { ...computed, memberClusters: [name], ...inputs } };
      },
      call: () => ({ accountId: "test-account" }),
    },
    "shop",
    "test",
  );
  pulumi.runtime.setAllConfig({
    "aws:region": "us-east-1",
    "shop:domainName": "shop.test",
    "shop:imageVersion": "1.2.3",
    "shop:logArchiveBucket": "logs",
    "shop:operatorsEmail": "operators@shop.test",
    "shop:tasks": "0",
  });
  await import("../../index");
  for (let seen = -1; seen !== registered.length;) {
    seen = registered.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
});

test("databases are encrypted", () => {
  const databases = registered.filter(({ type }) => /^aws:rds\/(instance|cluster):/.test(type));
  assert.deepEqual(
    databases.map(({ inputs }) => inputs.storageEncrypted),
    [true, true, true],
  );
});
