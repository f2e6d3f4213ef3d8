import { CODEPIPELINE_PIPELINE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Context } from "../../src/rules/rule";

/** How many input artifacts an action takes at least, by category and provider. */
function inputsOf(category: string, provider: string): number {
  switch (category) {
    case "Source":
    case "Approval":
    case "Compute":
    case "Invoke":
      return 0;
    case "Deploy":
      return provider === "CloudFormation" ||
        provider === "CloudFormationStackSet" ||
        provider === "CloudFormationStackInstances"
        ? 0
        : 1;
    default:
      return ["CodeBuild", "Jenkins"].includes(provider) ? 1 : 0;
  }
}

/** The names in a list; unknown where one of them is. */
function namesIn(action: View, property: string): string[] | undefined {
  const list = action.list(property) ?? [];
  const names = known(list) ? list.map((one) => one.str()).filter(known) : [];
  return known(list) && names.length === list.length ? names : undefined;
}

function check(pipeline: Resource, { report, undecided }: Context): void {
  const stages = pipeline.list("stages");
  if (!known(stages)) {
    return;
  }
  const made = new Set<string>();
  for (const [index, stage] of stages.entries()) {
    const actions = stage.list("actions") ?? [];
    if (actions === UNKNOWN) {
      undecided(stage, "actions");
      return;
    }
    const outputs = actions.map((action) => namesIn(action, "outputArtifacts"));
    for (const action of actions) {
      const name = action.str("name");
      const category = action.str("category");
      const provider = action.str("provider");
      const inputs = namesIn(action, "inputArtifacts");
      if (!known(category) || !known(provider) || inputs === undefined || outputs.includes(undefined)) {
        undecided(action);
        return;
      }
      const label = `The action ${known(name) ? `"${name}"` : ""}`.trim();
      if ((category === "Source") !== (index === 0)) {
        report({
          at: action,
          property: "category",
          message:
            index === 0
              ? `${label} is in the first stage, which has source actions only. Put it into a later stage.`
              : `${label} is a source, and only the first stage has sources. Put it there.`,
        });
        return;
      }
      if (inputs.length < inputsOf(category, provider)) {
        report({
          at: action,
          property: "inputArtifacts",
          message: `${label} has no input artifact, and ${provider} requires one. Add it to \`inputArtifacts\`.`,
        });
      }
      // An action of the same stage may run earlier, by its `runOrder`.
      const missing = inputs.find((input) => !made.has(input) && !outputs.flat().includes(input));
      if (missing !== undefined) {
        report({
          at: action,
          property: "inputArtifacts",
          message: `${label} takes the artifact "${missing}", which no earlier action has among its \`outputArtifacts\`.`,
        });
      }
    }
    for (const output of outputs.flat()) {
      if (output !== undefined) {
        made.add(output);
      }
    }
  }
}

export default defineRule({
  id: "codepipeline-structure",
  category: "validity",
  description: "Pipelines must have sources first and artifacts that an earlier action makes",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "CodePipeline validates the structure of a pipeline as a whole: sources are in the first stage and nowhere else, and an " +
    "action takes only artifacts that earlier actions make. A preview does not check that.",
  fix: {
    typescript: `stages: [
  { name: "Source", actions: [{ category: "Source", outputArtifacts: ["source"], /* … */ }] },
  { name: "Build", actions: [{ category: "Build", provider: "CodeBuild", inputArtifacts: ["source"], /* … */ }] },
],`,
    python: `stages=[
    {"name": "Source", "actions": [{"category": "Source", "output_artifacts": ["source"]}]},
    {"name": "Build", "actions": [{"category": "Build", "provider": "CodeBuild", "input_artifacts": ["source"]}]},
],`,
    yaml: `stages:
  - name: Source
    actions:
      - category: Source
        outputArtifacts: [source]
  - name: Build
    actions:
      - category: Build
        provider: CodeBuild
        inputArtifacts: [source]`,
  },
  limits:
    "The order of actions within a stage, and the configuration of actions. On a pipeline that exists already a finding is " +
    "advisory.",
  references: ["https://docs.aws.amazon.com/codepipeline/latest/userguide/reference-pipeline-structure.html"],
  ...atCreation({ types: [CODEPIPELINE_PIPELINE], check }),
});
