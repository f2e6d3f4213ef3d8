import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "project-name",
  category: "project",
  description: "The project must have the name that the contract requires",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["project.name"],
  failures: ["E2"],
  why:
    "Scripts select a stack as organization/project/stack. With another name of the project they find no stack, or " +
    "create a second one.",
  fix: {
    typescript: `# Pulumi.yaml
name: TapStack`,
    python: `# Pulumi.yaml
name: TapStack`,
    yaml: `# Pulumi.yaml
name: TapStack`,
  },
  limits: "`pulumi policy analyze`, where policies do not get the name of the project.",
  root({ contract, project, report }) {
    const required = contract.project?.name;
    if (required !== undefined && project.name !== "" && project.name !== required) {
      report({
        message:
          `The name of the project is "${project.name}", and the contract requires "${required}". ` +
          `Write "name: ${required}" in Pulumi.yaml.`,
      });
    }
  },
});
