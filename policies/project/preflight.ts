import { defineRule } from "../rule";

// Providers for AWS whose types no rule knows.
const UNCHECKED = /^(aws-native|awscc|aws-apigateway|cdk):/;

export default defineRule({
  id: "preflight",
  category: "project",
  description: "Everything in the stack could be checked",
  severity: "low",
  level: "advisory",
  failures: [],
  why: "What a check could not look at is said, so that silence is never taken for a pass.",
  fix: {
    typescript: "// export PREFLIGHT_PROJECT=/path/to/program",
    python: "# export PREFLIGHT_PROJECT=/path/to/program",
    yaml: "# export PREFLIGHT_PROJECT=/path/to/program",
  },
  root({ project, report }) {
    if (project.missingFolder !== undefined) {
      report({
        message:
          `PREFLIGHT_PROJECT names ${project.missingFolder}, which is no folder, so the program's sources were not ` +
          "looked at; set it to the folder with the program's Pulumi.yaml.",
      });
    } else if (!project.files) {
      report({
        message:
          "the program's folder was not found, so its sources were not looked at; start the command in the folder " +
          "with its Pulumi.yaml, or set PREFLIGHT_PROJECT to that folder.",
      });
    }
  },
  stack(stack, { report }) {
    for (const [kind, count] of uncheckedKinds(stack.resources.map((resource) => resource.type))) {
      report({
        message:
          `${String(count)} resource${count === 1 ? "" : "s"} of the package ${kind} ${count === 1 ? "was" : "were"} ` +
          "not checked, since the rules know the types of @pulumi/aws only.",
      });
    }
  },
});

function uncheckedKinds(types: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const type of types) {
    const kind = UNCHECKED.exec(type)?.[1];
    if (kind !== undefined) {
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    }
  }
  return counts;
}
