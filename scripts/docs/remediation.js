// The section on a rule's page about what it does at the level `remediate`.
"use strict";

const ONLY_NEW =
  "only where its configuration says `assumeNew: true`, as a resource that exists would be replaced or lose data";

/** @param {import("../../policies/rule").Rule} rule @returns {string[]} the section, or nothing for a rule that mends nothing */
function remediationSection({ id, remediation }) {
  if (!remediation) {
    return [];
  }
  const { does, doesWhenNew, leaves } = remediation;
  const items = [...(does ? [does] : []), ...(doesWhenNew ? [`${ONLY_NEW}: ${doesWhenNew}`] : [])];
  const settings = { enforcementLevel: "remediate", ...(doesWhenNew && !does && { assumeNew: true }) };
  return [
    [
      "## Remediation\n",
      "At the level `remediate` the rule mends what it finds in the inputs of a resource, before that is created or changed:\n",
      `${items.map((item) => `- ${item}`).join("\n")}\n`,
      ...(leaves ? [`It leaves to you: ${leaves.charAt(0).toLowerCase()}${leaves.slice(1)}\n`] : []),
      "A policy configuration (`--policy-pack-config FILE`, or the policy group in Pulumi Cloud) switches it on:\n",
      `\`\`\`json\n${JSON.stringify({ [id]: settings })}\n\`\`\`\n`,
      "What it finds and does not mend counts as at the level of its own. What is exempted, not known yet or under `ignoreChanges` stays as it is, " +
        "and so do types with arguments for files or archives (Lambda functions and layers, objects in S3), which the policy SDK " +
        "does not hand on whole.\n",
    ].join("\n"),
  ];
}

module.exports = { remediationSection };
