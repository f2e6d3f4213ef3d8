import rule from "../../../policies/observability/dms-task-logging";
import { json, resource, ruleTest, unknown, type Input } from "../../../src/testing";

const TASK = "aws:dms/replicationTask:ReplicationTask";
const ALL = ["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"];
const contract = { frameworks: ["AWS FSBP"] } as object;

const logging = (names: string[], severity: Input = "LOGGER_SEVERITY_DEFAULT", isOn: Input = true): Input =>
  json({ Logging: { EnableLogging: isOn, LogComponents: names.map((Id) => ({ Id, Severity: severity })) } });
const task = (settings?: Input): ReturnType<typeof resource> =>
  resource(TASK, "orders", { migrationType: "cdc", replicationTaskSettings: settings });
const finding = (side: string): { resource: string; path: string; message: RegExp; level: "mandatory" } => ({
  resource: "orders",
  path: "replicationTaskSettings",
  message: new RegExp(`with the ${side}`),
  level: "mandatory",
});

ruleTest(rule, {
  valid: [
    { name: "everything is logged", contract, stack: [task(logging(ALL))] },
    { name: "everything is logged in detail", contract, stack: [task(logging(ALL, "LOGGER_SEVERITY_DEBUG"))] },
    { name: "no framework requires it", stack: [task()] },
  ],
  invalid: [
    { name: "no settings", contract, stack: [task()], findings: [finding("source"), finding("target")] },
    {
      name: "logging switched off",
      contract,
      stack: [task(logging(ALL, "LOGGER_SEVERITY_DEFAULT", false))],
      findings: [finding("source"), finding("target")],
    },
    {
      name: "the source alone is logged",
      contract,
      stack: [task(logging(ALL.slice(0, 2)))],
      findings: [finding("target")],
    },
    {
      name: "errors only",
      contract,
      stack: [task(logging(ALL, "LOGGER_SEVERITY_ERROR"))],
      findings: [finding("source"), finding("target")],
    },
  ],
  undecided: [
    {
      name: "settings that are not known yet",
      contract,
      stack: [task(unknown)],
      at: ["orders.replicationTaskSettings", "orders.replicationTaskSettings"],
    },
  ],
});
