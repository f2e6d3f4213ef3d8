import { tableOf } from "../../contract/facts";
import { CONFIG_RULE } from "../../stack/config-recorders";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "config-rule-trigger",
  category: "validity",
  description: "Config rules that changes trigger have no frequency",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A managed rule of AWS Config runs when a resource changes, at intervals, or both, as AWS made it. One that only " +
    "changes trigger is refused where the program also gives it a frequency.",
  fix: {
    typescript:
      'source: { owner: "AWS", sourceIdentifier: "S3_BUCKET_VERSIONING_ENABLED" }, // no maximumExecutionFrequency',
    python:
      'source={"owner": "AWS", "source_identifier": "S3_BUCKET_VERSIONING_ENABLED"},  # no maximum_execution_frequency',
    yaml: "source: # no maximumExecutionFrequency\n  owner: AWS\n  sourceIdentifier: S3_BUCKET_VERSIONING_ENABLED",
  },
  limits: "Managed rules that the table config-managed-rules does not have; custom rules.",
  resource: {
    types: [CONFIG_RULE],
    check(rule, { contract, report, undecided }) {
      const frequency = rule.str("maximumExecutionFrequency");
      const owner = rule.str("source", "owner");
      const identifier = rule.str("source", "sourceIdentifier");
      if (frequency === undefined || frequency === "" || (known(owner) && owner !== "AWS")) {
        return;
      }
      if (owner === UNKNOWN || identifier === UNKNOWN) {
        undecided(rule, "source");
        return;
      }
      const { changeTriggered } = tableOf(contract, "config-managed-rules");
      if (identifier !== undefined && changeTriggered.includes(identifier)) {
        report({
          at: rule,
          property: "maximumExecutionFrequency",
          mend: { maximumExecutionFrequency: null },
          message: `only a change of a resource triggers ${identifier}, which has no frequency; take maximumExecutionFrequency out.`,
          answer:
            "InvalidParameterValueException: A maximum execution frequency for this rule is not allowed because only a change " +
            "in resources triggers this managed rule",
        });
      }
    },
  },
  remediation: {
    does: "takes `maximumExecutionFrequency` out",
  },
});
