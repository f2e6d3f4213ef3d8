import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { before, test } from "node:test";

interface Registered {
  type: string;
  name: string;
  inputs: Record<string, any>;
}

const resources: Registered[] = [];
let outputs: Record<string, unknown>;

before(async () => {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, id }) => {
        resources.push({ type, name, inputs });
        return { id: id || `${name}-id`, state: { ...inputs, name: inputs.name ?? name, arn: `arn:test:${name}` } };
      },
      call: () => ({ accountId: "test-account" }),
    },
    "payments",
    "test",
  );
  pulumi.runtime.setAllConfig({
    "aws:region": "us-east-1",
    "payments:domainName": "pay.test",
    "payments:hostedZoneId": "zone",
    "payments:imageVersion": "1.2.3",
    "payments:logArchiveBucket": "logs",
    "payments:operatorsEmail": "operators@pay.test",
  });
  outputs = await import("../../index");
  await settled();
});

/** Registrations are asynchronous: waits until no more come. */
async function settled(): Promise<void> {
  for (let seen = -1; seen !== resources.length;) {
    seen = resources.length;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
}

function ofType(type: string): Registered[] {
  return resources.filter((resource) => resource.type === type);
}

test("every tier spans three zones, each with its own NAT gateway", () => {
  const zones = new Set(ofType("aws:ec2/subnet:Subnet").map(({ inputs }) => inputs.availabilityZone));
  assert.deepEqual([...zones].sort(), ["us-east-1a", "us-east-1b", "us-east-1c"]);
  assert.equal(ofType("aws:ec2/natGateway:NatGateway").length, 3);
});

test("the databases are encrypted, private and have two instances each", () => {
  for (const { inputs } of ofType("aws:rds/cluster:Cluster")) {
    assert.equal(inputs.storageEncrypted, true);
    assert.equal(inputs.manageMasterUserPassword, true);
    assert.equal(inputs.backupRetentionPeriod, 7);
  }
  const instances = ofType("aws:rds/clusterInstance:ClusterInstance");
  assert.equal(instances.length, 4);
  assert.ok(instances.every(({ inputs }) => inputs.publiclyAccessible === false));
});

test("blue begins with all of the traffic and green can be given some", () => {
  const https = ofType("aws:lb/listener:Listener").find(({ inputs }) => inputs.protocol === "HTTPS");
  const weights = https?.inputs.defaultActions[0].forward.targetGroups.map((group: { weight: number }) => group.weight);
  assert.deepEqual(weights, [100, 0]);
});

test("no database admits an address range", () => {
  const rules = ofType("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule");
  const databaseRules = rules.filter(({ inputs }) => inputs.fromPort === 3306);
  assert.equal(databaseRules.length, 2);
  assert.ok(databaseRules.every(({ inputs }) => inputs.cidrIpv4 === undefined));
});

test("operators and clients find what they need among the outputs", () => {
  const wanted = ["vpcId", "blueClusterEndpoint", "greenClusterEndpoint", "dynamodbTableName", "switchLambdaName"];
  wanted.push("activeEnvironmentParameter", "kmsKeyId", "backupVaultName", "connectionInfo");
  assert.deepEqual(
    wanted.filter((name) => !(name in outputs)),
    [],
  );
});
