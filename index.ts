import { readlinkSync } from "node:fs";
import { PolicyPack } from "@pulumi/policy";
import { ownDecoding } from "./pack/decoding";
import { toPolicies } from "./pack/policies";
import { hearConfiguration } from "./pack/remediation";
import { Session } from "./pack/session";
import { RULE_IDS, rules } from "./policies";

/** The folder in which the command was started, where the system tells it. */
function parentFolder(): string | undefined {
  try {
    return readlinkSync(`/proc/${String(process.ppid)}/cwd`);
  } catch {
    return undefined;
  }
}

ownDecoding();
const session = new Session(process.env, RULE_IDS, parentFolder());
hearConfiguration(session);
new PolicyPack("preflight", {
  displayName: "Preflight for AWS",
  description: "Stops AWS failures in pulumi preview, before pulumi up makes them.",
  provider: "aws",
  tags: ["aws", "security", "reliability"],
  repository: "https://github.com/pulumi-preflight/pulumi-preflight-aws",
  policies: toPolicies(rules, session),
});
