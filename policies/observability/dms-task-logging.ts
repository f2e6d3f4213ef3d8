import { allOf, type Certainty } from "../../src/graph/certainty";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

/** What has to be logged of each side, by the names of DMS. */
const SOURCE = ["SOURCE_CAPTURE", "SOURCE_UNLOAD"];
const TARGET = ["TARGET_APPLY", "TARGET_LOAD"];
/** From the least to the most; what is less than the default leaves out what went wrong. */
const ENOUGH: ReadonlySet<string> = new Set([
  "LOGGER_SEVERITY_DEFAULT",
  "LOGGER_SEVERITY_DEBUG",
  "LOGGER_SEVERITY_DETAILED_DEBUG",
]);

export default defineRule({
  id: "dms-task-logging",
  category: "observability",
  description: "Replication tasks must log what they read and write",
  severity: "medium",
  level: "only-if-required",
  why:
    "A replication task that fails half-way leaves tables incomplete. Its logs show which rows, and whether the source or " +
    "the target rejected them.",
  fix: {
    typescript: `replicationTaskSettings: JSON.stringify({
  Logging: {
    EnableLogging: true,
    LogComponents: ["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"].map((Id) => ({
      Id,
      Severity: "LOGGER_SEVERITY_DEFAULT",
    })),
  },
}),`,
    python: `replication_task_settings=json.dumps({
    "Logging": {
        "EnableLogging": True,
        "LogComponents": [
            {"Id": name, "Severity": "LOGGER_SEVERITY_DEFAULT"}
            for name in ["SOURCE_CAPTURE", "SOURCE_UNLOAD", "TARGET_APPLY", "TARGET_LOAD"]
        ],
    },
}),`,
    yaml: `replicationTaskSettings:
  fn::toJSON:
    Logging:
      EnableLogging: true
      LogComponents:
        - { Id: SOURCE_CAPTURE, Severity: LOGGER_SEVERITY_DEFAULT }
        - { Id: SOURCE_UNLOAD, Severity: LOGGER_SEVERITY_DEFAULT }
        - { Id: TARGET_APPLY, Severity: LOGGER_SEVERITY_DEFAULT }
        - { Id: TARGET_LOAD, Severity: LOGGER_SEVERITY_DEFAULT }`,
  },
  references: [
    "https://docs.aws.amazon.com/dms/latest/userguide/CHAP_Tasks.CustomizingTasks.TaskSettings.Logging.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/dms-controls.html",
  ],
  resource: {
    types: ["aws:dms/replicationTask:ReplicationTask"],
    check(task, { decide }) {
      const logging = task.json("replicationTaskSettings").at("Logging");
      const isOn = logging.bool("EnableLogging") ?? false;
      for (const [side, names] of [["source", SOURCE] as const, ["target", TARGET] as const]) {
        decide(allOf([isOn, ...names.map((name) => isLogged(logging, name))]), {
          at: task,
          property: "replicationTaskSettings",
          message:
            `The task does not log what it does with the ${side}, so that its errors leave no trace. Set ` +
            `"EnableLogging" in "Logging", and "LOGGER_SEVERITY_DEFAULT" for ${names.map((name) => `"${name}"`).join(" and ")}.`,
        });
      }
    },
  },
});

/** Whether a component is logged with the default severity or more. */
function isLogged(logging: View, name: string): Certainty {
  const components = logging.list("LogComponents") ?? [];
  if (components === UNKNOWN) {
    return UNKNOWN;
  }
  const named = components.filter((one) => one.str("Id") === name);
  const [first] = named;
  if (first === undefined) {
    return components.some((one) => one.str("Id") === UNKNOWN) ? UNKNOWN : false;
  }
  const severity = first.str("Severity");
  return severity === UNKNOWN ? UNKNOWN : known(severity) && ENOUGH.has(severity);
}
