import * as pulumi from "@pulumi/pulumi";
import assert from "node:assert/strict";
import { before, test } from "node:test";

type Inputs = Record<string, any>;

const registered: { type: string; inputs: Inputs }[] = [];

before(async () => {
  await pulumi.runtime.setMocks(
    {
      newResource: ({ type, name, inputs, id }) => {
        registered.push({ type, inputs });
        const computed = {
          name,
          arn: `arn:test:${name}`,
          masterUserSecrets: [{ secretArn: "arn:test:secret" }],
          domainValidationOptions: [
            { resourceRecordName: "proof", resourceRecordType: "CNAME", resourceRecordValue: "value" },
          ],
        };
        return { id: id || `${name}-id`, state: { ...computed, ...inputs } };
      },
      call: () => ({ accountId: "test-account" }),
    },
    "payment-migration",
    "test",
  );
  const { PaymentStack } = await import("../../payment-stack");
  new PaymentStack("payments", {
    environmentSuffix: "test",
    region: "eu-west-1",
    zoneName: "payments.test",
    hostedZoneId: "zone",
    imageVersion: "1.2.3",
    logArchiveBucket: "logs",
    operatorsEmail: "operators@payments.test",
  });
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

test("each tier spans three zones, and one NAT gateway serves them", () => {
  const subnets = all("aws:ec2/subnet:Subnet");
  assert.equal(subnets.length, 9);
  assert.equal(new Set(subnets.map(({ availabilityZone }) => availabilityZone)).size, 3);
  only("aws:ec2/natGateway:NatGateway");
});

test("the database is Aurora Serverless v2, encrypted, and goes with its environment", () => {
  const cluster = only("aws:rds/cluster:Cluster");
  assert.equal(cluster.engine, "aurora-mysql");
  assert.ok(cluster.serverlessv2ScalingConfiguration);
  assert.equal(cluster.storageEncrypted, true);
  assert.equal(cluster.skipFinalSnapshot, true);
  assert.ok(all("aws:rds/clusterInstance:ClusterInstance").every((it) => it.instanceClass === "db.serverless"));
});

test("no password is in the program, and the one that RDS makes rotates every 30 days", () => {
  const cluster = only("aws:rds/cluster:Cluster");
  assert.equal(cluster.masterPassword, undefined);
  assert.equal(cluster.manageMasterUserPassword, true);
  const { rotationRules } = only("aws:secretsmanager/secretRotation:SecretRotation");
  assert.equal(rotationRules.automaticallyAfterDays, 30);
});

test("blue has all traffic, and green can be given some", () => {
  const https = all("aws:lb/listener:Listener").find(({ protocol }) => protocol === "HTTPS");
  const groups: { weight: number }[] = https?.defaultActions[0].forward.targetGroups;
  assert.deepEqual(
    groups.map(({ weight }) => weight),
    [100, 0],
  );
});

test("every step of the cutover that changes traffic can be taken back", () => {
  const { States: states } = JSON.parse(only("aws:sfn/stateMachine:StateMachine").definition);
  for (const name of ["ShiftTenPercent", "PerformTrafficSwitch", "RecordActiveSide"]) {
    assert.equal(states[name].Catch[0].Next, "RestoreTraffic", name);
  }
  const weights = states.RestoreTraffic.Arguments.DefaultActions[0].ForwardConfig.TargetGroups;
  assert.deepEqual(
    weights.map(({ Weight }: { Weight: number }) => Weight),
    [0, 100],
  );
});

test("every state leads to one that exists", () => {
  const { States: states, StartAt } = JSON.parse(only("aws:sfn/stateMachine:StateMachine").definition);
  const led = JSON.stringify(states).matchAll(/"(?:Next|Default)":"(\w+)"/g);
  for (const name of [StartAt, ...[...led].map(([, next]) => next)]) {
    assert.ok(name in states, name);
  }
});

test("backups are made daily and kept for 30 days", () => {
  const [rule] = only("aws:backup/plan:Plan").rules;
  assert.match(rule.schedule, /^cron\(0 3 \* \* \? \*\)$/);
  assert.equal(rule.lifecycle.deleteAfter, 30);
});
