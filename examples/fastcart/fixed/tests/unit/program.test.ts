import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { before, test } from "node:test";

type Inputs = Record<string, any>;

const registered: { type: string; name: string; inputs: Inputs }[] = [];
let outputs: Record<string, unknown>;

before(async () => {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, id }) => {
        registered.push({ type, name, inputs });
        const computed = { arn: `arn:test:${name}`, name, masterUserSecrets: [{ secretArn: "arn:test:secret" }] };
        return { id: id || `${name}-id`, state: { ...computed, ...inputs } };
      },
      call: () => ({ accountId: "test-account" }),
    },
    "fastcart",
    "test",
  );
  pulumi.runtime.setAllConfig({
    "aws:region": "eu-central-1",
    "fastcart:imageVersion": "1.2.3",
    "fastcart:operatorsEmail": "on-call@fastcart.test",
  });
  outputs = await import("../../index");
  for (let seen = -1; seen !== registered.length;) {
    seen = registered.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
});

function all(type: string): Inputs[] {
  return registered.filter((resource) => resource.type === type).map(({ inputs }) => inputs);
}

function only(type: string): Inputs {
  const found = all(type);
  assert.equal(found.length, 1, type);
  return found[0];
}

test("every name has the environment's suffix", () => {
  const without = registered.filter(({ name }) => !name.endsWith("-test")).map(({ name }) => name);
  assert.deepEqual(without, []);
});

test("subnets are in two zones of eu-central-1", () => {
  const zones = new Set(all("aws:ec2/subnet:Subnet").map(({ availabilityZone }) => availabilityZone));
  assert.deepEqual([...zones].sort(), ["eu-central-1a", "eu-central-1b"]);
});

test("stream, database and cache are encrypted", () => {
  assert.equal(only("aws:kinesis/stream:Stream").encryptionType, "KMS");
  assert.equal(only("aws:rds/instance:Instance").storageEncrypted, true);
  const cache = only("aws:elasticache/replicationGroup:ReplicationGroup");
  assert.equal(cache.atRestEncryptionEnabled, true);
  assert.equal(cache.transitEncryptionMode, "required");
});

test("the database's password is made by RDS and rotates every 30 days", () => {
  const database = only("aws:rds/instance:Instance");
  assert.equal(database.manageMasterUserPassword, true);
  assert.equal(database.password, undefined);
  const rotation = only("aws:secretsmanager/secretRotation:SecretRotation");
  assert.equal(rotation.rotationRules.automaticallyAfterDays, 30);
});

test("tasks have no public address", () => {
  assert.equal(only("aws:ecs/service:Service").networkConfiguration.assignPublicIp, false);
});

test("database and cache admit security groups only", () => {
  const rules = all("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
  assert.deepEqual(rules.map(({ fromPort }) => fromPort).sort(), [443, 5432, 6379]);
  assert.ok(rules.every(({ cidrIpv4 }) => cidrIpv4 === undefined));
});

test("the outputs are those that the integration tests read", () => {
  for (const name of ["vpcId", "streamName", "databaseEndpoint", "cacheEndpoint", "clusterName", "serviceName"]) {
    assert.ok(name in outputs, name);
  }
});
