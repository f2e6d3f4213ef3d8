import { readlinkSync } from "node:fs";
import { PolicyPack } from "@pulumi/policy";
import { Budget } from "./pack/budget";
import { ownDecoding } from "./pack/decoding";
import { dispatched } from "./pack/dispatch";
import { Examiner } from "./pack/examiner";
import { readManifest } from "./pack/manifest";
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
const session = new Session(process.env, RULE_IDS, parentFolder);
hearConfiguration(session);
const budget = new Budget();
const examiners = rules.map((rule) => new Examiner(rule, session, budget));
dispatched(examiners, session, () => {
  new PolicyPack("preflight", {
    displayName: "Preflight for AWS",
    provider: "aws",
    tags: ["aws", "security", "reliability"],
    // The engine starts a pack in its own folder.
    ...readManifest(process.cwd()),
    policies: toPolicies(examiners, session),
  });
});
