import { tableOf } from "../../contract/facts";
import type { Tables } from "../../facts/tables";
import { CONFIG_RULE } from "../../stack/config-recorders";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const folded = (text: string): string => text.toUpperCase().replace(/[^A-Z0-9]/g, "");

export default defineRule({
  id: "config-rule-identifier",
  category: "validity",
  description: "Managed Config rules are named by their identifier",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "The documentation shows a managed rule by its name, such as restricted-ssh, while the API takes its identifier, such " +
    "as INCOMING_SSH_DISABLED. They look alike, and some differ.",
  fix: {
    typescript: 'source: { owner: "AWS", sourceIdentifier: "INCOMING_SSH_DISABLED" }, // not restricted-ssh',
    python: 'source={"owner": "AWS", "source_identifier": "INCOMING_SSH_DISABLED"},  # not restricted-ssh',
    yaml: "source:\n  owner: AWS\n  sourceIdentifier: INCOMING_SSH_DISABLED # not restricted-ssh",
  },
  limits:
    "Identifiers that are written like one and look like none of the known ones: they may be newer than the table.",
  resource: {
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
      const meant = identifierOf(identifier, tableOf(contract, "config-managed-rules"));
      if (meant === identifier || (meant === undefined && /^[A-Z0-9_]+$/.test(identifier))) {
        return;
      }
      report({
        at: rule,
        property: "source.sourceIdentifier",
        // Whether the rule meant takes a frequency is another question.
        ...(meant !== undefined &&
          rule.at("maximumExecutionFrequency").isAbsent && { mend: { source: { sourceIdentifier: meant } } }),
        message:
          `"${identifier}" is no identifier of a managed rule${/^[A-Z0-9_]+$/.test(identifier) ? "" : ", which has upper-case letters, digits and _ only"}; ` +
          `set sourceIdentifier${meant === undefined ? " to the one that the rule's page in the AWS Config guide gives" : `: "${meant}"`}.`,
        answer:
          `InvalidParameterValueException: The sourceIdentifier ${identifier} is invalid. Please refer to the documentation for ` +
          "a list of valid sourceIdentifiers that can be used when AWS is the Owner",
      });
    },
  },
  remediation: {
    does: "sets `source.sourceIdentifier` to the identifier that a name or another spelling stands for",
    leaves: "Rules with a `maximumExecutionFrequency`; names that the table of facts does not have.",
  },
});

/** The known identifier that a text is, but for case and separators, or is the name of. */
function identifierOf(text: string, table: Tables["config-managed-rules"]): string | undefined {
  const all = [...table.changeTriggered, ...table.periodicOrHybrid];
  const byName = Object.entries(table.named).find(([name]) => folded(name) === folded(text))?.[1];
  return all.includes(text) ? text : (byName ?? all.find((identifier) => folded(identifier) === folded(text)));
}
