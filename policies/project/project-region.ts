import { regionOf } from "../../src/aws/region";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "project-region",
  category: "project",
  description: "The project must set its AWS region",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["region"],
  failures: ["B36"],
  why: "Without a region the deployment fails, or goes to the region of the AWS profile that it happens to run with.",
  fix: {
    typescript: `# Pulumi.yaml
config:
  aws:region: us-east-1`,
    python: `# Pulumi.yaml
config:
  aws:region: us-east-1`,
    yaml: `# Pulumi.yaml
config:
  aws:region: us-east-1`,
  },
  limits: "Programs without AWS resources. A region in the profile of the AWS command line does not count.",
  stack(stack, { contract, project, report }) {
    if (project.config.get("aws:region") || project.environmentRegion) {
      return;
    }
    const withoutRegion = stack.resources.find(
      (resource) => resource.type.startsWith("aws:") && !resource.external && regionOf(resource) === undefined,
    );
    if (withoutRegion) {
      report({
        at: stack.root,
        message:
          `Neither the configuration, the environment nor the provider sets the region of ${withoutRegion.name}. ` +
          `Add "aws:region: ${contract.region ?? "us-east-1"}" under "config" in Pulumi.yaml.`,
      });
    }
  },
});
