import { tableOf } from "../../src/contract/facts";
import { CONFIG_RULE } from "../../src/aws/observability/config-recorders";
import { known, UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type ResourceCheck } from "../../src/rules/rule";

const CHECK: ResourceCheck = {
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
        fix: { maximumExecutionFrequency: null },
        message: `Only changes of resources trigger the managed rule ${identifier}, so it accepts no frequency. Remove \`maximumExecutionFrequency\`.`,
        awsError:
          "InvalidParameterValueException: A maximum execution frequency for this rule is not allowed because only a change " +
          "in resources triggers this managed rule",
      });
    }
  },
};

export default defineRule({
  id: "config-rule-trigger",
  category: "validity",
  description: "Config rules that only changes trigger must not have a frequency",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A managed rule of AWS Config runs when a resource changes, at intervals, or both, as AWS designed it. AWS rejects a " +
    "frequency on one that only changes trigger.",
  fix: {
    typescript: `source: { owner: "AWS", sourceIdentifier: "S3_BUCKET_VERSIONING_ENABLED" }, // no maximumExecutionFrequency`,
    python: `source={"owner": "AWS", "source_identifier": "S3_BUCKET_VERSIONING_ENABLED"},  # no maximum_execution_frequency`,
    yaml: `source: # no maximumExecutionFrequency
  owner: AWS
  sourceIdentifier: S3_BUCKET_VERSIONING_ENABLED`,
  },
  limits: "Managed rules that the table config-managed-rules does not have; custom rules.",
  references: [
    "https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-trigger-type.html",
    "https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigRule.html",
  ],
  ...atCreation(CHECK),
  remediation: { does: "removes `maximumExecutionFrequency`", resource: CHECK },
});
