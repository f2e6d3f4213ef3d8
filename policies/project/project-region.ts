import { regionOf } from "../../stack/region";
import { defineRule } from "../rule";

export default defineRule({
  id: "project-region",
  category: "project",
  description: "The project says in which AWS region it deploys",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["region"],
  failures: ["B36"],
  why: "Without a region the deployment fails, or goes wherever the profile of whoever runs it points.",
  fix: {
    typescript: "# Pulumi.yaml\nconfig:\n  aws:region: us-east-1",
    python: "# Pulumi.yaml\nconfig:\n  aws:region: us-east-1",
    yaml: "# Pulumi.yaml\nconfig:\n  aws:region: us-east-1",
  },
  limits: "Programs without AWS resources. A region in the profile of the AWS command line does not count.",
  stack(stack, { contract, project, report }) {
    if (project.config.get("aws:region") || project.environmentRegion) {
      return;
    }
    const homeless = stack.resources.find(
      (resource) => resource.type.startsWith("aws:") && !resource.outside && regionOf(resource) === undefined,
    );
    if (homeless) {
      report({
        at: stack.root,
        message:
          `neither the configuration, the environment nor the provider says which region ${homeless.name} goes to; ` +
          `add aws:region: ${contract.region ?? "us-east-1"} under config in Pulumi.yaml.`,
      });
    }
  },
});
