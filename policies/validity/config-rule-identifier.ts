import { tableOf } from "../../src/contract/facts";
import type { Tables } from "../../src/aws/data/tables";
import { CONFIG_RULE } from "../../src/aws/observability/config-recorders";
import { known, UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type ResourceCheck } from "../../src/rules/rule";

const IDENTIFIER = /^[A-Z0-9_]+$/;

const CHECK: ResourceCheck = {
  types: [CONFIG_RULE],
  check(rule, { contract, report, undecided }) {
    const owner = rule.str("source", "owner");
    const identifier = rule.str("source", "sourceIdentifier");
    if (owner === UNKNOWN || identifier === UNKNOWN) {
      undecided(rule, "source");
      return;
    }
    if (owner !== "AWS" || !known(identifier) || identifier.startsWith("arn:")) {
      return;
    }
    const intended = identifierOf(identifier, tableOf(contract, "config-managed-rules"));
    const hasForm = IDENTIFIER.test(identifier);
    if (intended === identifier || (intended === undefined && hasForm)) {
      return;
    }
    report({
      at: rule,
      property: "source.sourceIdentifier",
      // Whether the intended rule accepts a frequency is another question.
      ...(intended !== undefined &&
        rule.at("maximumExecutionFrequency").isAbsent && { fix: { source: { sourceIdentifier: intended } } }),
      // Without the form of an identifier it is not one; with the form, only the table speaks against it.
      ...(hasForm && { level: "advisory" }),
      message:
        (hasForm
          ? `There is no managed rule with the identifier "${identifier}".`
          : `"${identifier}" is not the identifier of a managed rule, which has upper-case letters, digits and "_" only.`) +
        (intended === undefined
          ? " Set `sourceIdentifier` to the identifier on the rule's page in the AWS Config guide."
          : ` Set \`sourceIdentifier: "${intended}"\`.`),
      awsError:
        `InvalidParameterValueException: The sourceIdentifier ${identifier} is invalid. Please refer to the documentation for ` +
        "a list of valid sourceIdentifiers that can be used when AWS is the Owner",
    });
  },
};

export default defineRule({
  id: "config-rule-identifier",
  category: "validity",
  description: "Managed Config rules must be named by their identifier",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The documentation shows a managed rule by its name, such as restricted-ssh, while the API expects its identifier, such " +
    "as INCOMING_SSH_DISABLED. They look alike, and some differ.",
  fix: {
    typescript: `source: { owner: "AWS", sourceIdentifier: "INCOMING_SSH_DISABLED" }, // not restricted-ssh`,
    python: `source={"owner": "AWS", "source_identifier": "INCOMING_SSH_DISABLED"},  # not restricted-ssh`,
    yaml: `source:
  owner: AWS
  sourceIdentifier: INCOMING_SSH_DISABLED # not restricted-ssh`,
  },
  limits:
    "Strings with the form of an identifier that are like no known one: they may be newer than the table. Those that are " +
    "like a known one are advisory.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/managed-rules-by-aws-config.html"],
  ...atCreation(CHECK),
  remediation: {
    does: "sets `source.sourceIdentifier` to the identifier of the rule that a name or another spelling refers to",
    leaves: "Rules with a `maximumExecutionFrequency`; names that the table of facts does not have.",
    resource: CHECK,
  },
});

const folded = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** The known identifier that a string is, but for case and separators, or is the name of. */
function identifierOf(text: string, table: Tables["config-managed-rules"]): string | undefined {
  const all = [...table.changeTriggered, ...table.periodicOrHybrid];
  const byName = Object.entries(table.named).find(([name]) => folded(name) === folded(text))?.[1];
  return all.includes(text) ? text : (byName ?? all.find((identifier) => folded(identifier) === folded(text)));
}
