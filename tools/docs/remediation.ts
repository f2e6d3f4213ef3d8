// The section of a rule's page on what it does at the level `remediate`.
import type { Rule } from "../../src/rules/rule";

const ONLY_NEW =
  "only where its configuration sets `assumeNew: true`, as a resource that exists would be replaced or lose data";

/** The section, or nothing for a rule that changes nothing by itself. */
export function remediationSection({ id, remediation }: Rule): string[] {
  if (!remediation) {
    return [];
  }
  const { does, doesWhenNew, leaves } = remediation;
  const items = [
    ...(does === undefined ? [] : [does]),
    ...(doesWhenNew === undefined ? [] : [`${ONLY_NEW}: ${doesWhenNew}`]),
  ];
  const settings = {
    enforcementLevel: "remediate",
    ...(doesWhenNew !== undefined && does === undefined && { assumeNew: true }),
  };
  return [
    [
      "## Remediation\n",
      "At the level `remediate` the rule changes the inputs of a resource before it is created or updated:\n",
      `${items.map((item) => `- ${item}`).join("\n")}\n`,
      ...(leaves === undefined ? [] : [`It leaves to you: ${leaves.charAt(0).toLowerCase()}${leaves.slice(1)}\n`]),
      "A policy configuration (`--policy-pack-config FILE`, or the policy group in Pulumi Cloud) switches it on:\n",
      `\`\`\`json\n${JSON.stringify({ [id]: settings })}\n\`\`\`\n`,
      "[What every remediation leaves as it is](README.md#remediation).\n",
    ].join("\n"),
  ];
}
