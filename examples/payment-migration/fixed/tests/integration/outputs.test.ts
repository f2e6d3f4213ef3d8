import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

// Written by `pulumi stack output --json` after a deployment.
const OUTPUTS = "cfn-outputs/flat-outputs.json";
const skip = existsSync(OUTPUTS) ? false : `there is no ${OUTPUTS}: nothing has been deployed`;
const outputs = (): Record<string, any> => JSON.parse(readFileSync(OUTPUTS, "utf8"));

test("the API answers over HTTPS", { skip }, async () => {
  const response = await fetch(`${outputs().url}/health`);
  assert.equal(response.status, 200);
});

test("plain HTTP is sent to HTTPS", { skip }, async () => {
  const response = await fetch(outputs().url.replace("https:", "http:"), { redirect: "manual" });
  assert.equal(response.status, 301);
  assert.match(response.headers.get("location") ?? "", /^https:/);
});

test("each tier has a subnet in each of three zones", { skip }, () => {
  assert.equal(outputs().publicSubnetIds.length, 3);
  assert.equal(outputs().privateSubnetIds.length, 3);
});

test("blue and green have target groups of their own", { skip }, () => {
  assert.notEqual(outputs().blueTargetGroupArn, outputs().greenTargetGroupArn);
});
