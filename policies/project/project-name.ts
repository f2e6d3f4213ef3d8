import { defineRule } from "../rule";

export default defineRule({
  id: "project-name",
  category: "project",
  description: "The project has the name that scripts deploy it by",
  severity: "high",
  level: "contract",
  contractKeys: ["project.name"],
  failures: ["E2"],
  why:
    "Scripts select a stack as organization/project/stack. Where the project's name is another one, no stack is found, " +
    "or one is made beside the one that was meant.",
  fix: {
    typescript: "# Pulumi.yaml\nname: TapStack",
    python: "# Pulumi.yaml\nname: TapStack",
    yaml: "# Pulumi.yaml\nname: TapStack",
  },
  limits: "`pulumi policy analyze`, which tells policies of no project.",
  root({ contract, project, report }) {
    const wanted = contract.project?.name;
    if (wanted !== undefined && project.name !== "" && project.name !== wanted) {
      report({
        message: `the project is called ${project.name}, and the contract asks for ${wanted}; write name: ${wanted} in Pulumi.yaml.`,
      });
    }
  },
});
