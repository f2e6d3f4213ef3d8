import { overriddenFacts } from "../../src/contract/facts";
import { decides } from "../../src/rules/gap";
import { gapsOf, listed } from "../../src/rules/gaps";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "preflight",
  category: "project",
  description: "The whole stack must be open to checks",
  severity: "low",
  level: "advisory",
  why: "What could not be checked is reported, so that silence is never mistaken for a pass.",
  fix: {
    typescript: `// export PREFLIGHT_PROJECT=/path/to/program`,
    python: `# export PREFLIGHT_PROJECT=/path/to/program`,
    yaml: `# export PREFLIGHT_PROJECT=/path/to/program`,
  },
  root({ contract, listsGaps = false, project, report }) {
    const facts = overriddenFacts(contract);
    if (facts.length > 0) {
      report({
        message:
          `The contract overrides facts about AWS that rules use: ${listed(facts)}. ` +
          '"preflight facts" lists the tables as they ship.',
      });
    }
    if (listsGaps) {
      return;
    }
    if (project.missingFolder !== undefined) {
      report({
        message:
          `PREFLIGHT_PROJECT is "${project.missingFolder}", which is not a folder, so the program's sources were not ` +
          "checked. Set it to the folder with the program's Pulumi.yaml.",
      });
    } else if (!project.files) {
      report({
        message:
          "The program's folder was not found, so its sources were not checked. Start the command in the folder with " +
          "its Pulumi.yaml, or set PREFLIGHT_PROJECT to that folder.",
      });
    }
  },
  stack(stack, { gaps = [], listsGaps = false, project, report }) {
    const all = [...gapsOf(stack, project), ...gaps];
    if (!listsGaps && all.some((gap) => decides(gap) || gap.kind === "disabled-policies")) {
      report({ message: `Not everything was checked. ${all.map(({ message }) => message).join(" ")}` });
    }
  },
});
