import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";

/** What `pulumi stack output --json` wrote after the deployment. */
const OUTPUTS_FILE = "cfn-outputs/flat-outputs.json";
const skip = existsSync(OUTPUTS_FILE) ? false : `${OUTPUTS_FILE} is written after a deployment`;

function outputs(): Record<string, any> {
  return JSON.parse(readFileSync(OUTPUTS_FILE, "utf8"));
}

test("the platform answers over HTTPS", { skip }, async () => {
  const response = await fetch(`${outputs().connectionInfo.url}/health`);
  assert.equal(response.status, 200);
});

test("plain HTTP is redirected", { skip }, async () => {
  const response = await fetch(outputs().connectionInfo.url.replace("https:", "http:"), { redirect: "manual" });
  assert.equal(response.status, 301);
  assert.match(response.headers.get("location") ?? "", /^https:/);
});

test("blue and green have databases of their own", { skip }, () => {
  const { blueClusterEndpoint, greenClusterEndpoint } = outputs();
  assert.notEqual(blueClusterEndpoint, greenClusterEndpoint);
});
