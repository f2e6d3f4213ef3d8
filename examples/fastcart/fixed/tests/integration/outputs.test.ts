import assert from "node:assert/strict";
import { lookup } from "node:dns/promises";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

// Written by `pulumi stack output --json` after a deployment.
const OUTPUTS = "cfn-outputs/flat-outputs.json";
const skip = existsSync(OUTPUTS) ? false : `there is no ${OUTPUTS}: nothing has been deployed`;

function output(name: string): string {
  const value: unknown = JSON.parse(readFileSync(OUTPUTS, "utf8"))[name];
  assert.equal(typeof value, "string", name);
  return value as string;
}

test("the stream is where the shops send orders to", { skip }, () => {
  assert.match(output("streamArn"), /^arn:aws:kinesis:eu-central-1:\d{12}:stream\/fastcart-orders-/);
  assert.ok(output("streamArn").endsWith(`/${output("streamName")}`));
});

test("the database has an address inside the VPC only", { skip }, async () => {
  const { address } = await lookup(new URL(`postgres://${output("databaseEndpoint")}`).hostname);
  assert.match(address, /^10\.60\./);
});

test("cluster and service belong together", { skip }, () => {
  assert.match(output("serviceName"), /^fastcart-processor-/);
  assert.match(output("clusterName"), /^fastcart-cluster-/);
});
