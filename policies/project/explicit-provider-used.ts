import { isMadeByPackage } from "../../src/graph/components";
import { providersOf } from "../../src/aws/region";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";
import type { ProjectFacts } from "../../src/source/project-files";

export default defineRule({
  id: "explicit-provider-used",
  category: "project",
  description: "Every provider that the program configures must be used",
  severity: "medium",
  level: "advisory",
  why:
    "Only the resources that are given a provider use it. A program that configures one with a region, a role or tags, and " +
    "passes it to no resource, creates everything with the default provider, in another region or account than intended.",
  fix: {
    typescript: `new aws.s3.Bucket("replica", {}, { provider: west }); // on a component: { providers: [west] }`,
    python: `aws.s3.Bucket("replica", opts=pulumi.ResourceOptions(provider=west))`,
    yaml: `resources:
  replica:
    type: aws:s3:Bucket
    options:
      provider: \${west}`,
  },
  limits: "Providers that the program passes to a data source such as aws.getRegion, as far as its sources show it.",
  stack(stack, { report, undecided, project }) {
    for (const { provider, isDefault } of providersOf(stack)) {
      if (!provider || isDefault || isMadeByPackage(provider)) {
        continue;
      }
      const isUsed = stack.resources.some(
        (resource) =>
          resource !== provider && (resource.provider.urn === provider.urn || resource.dependencies.includes(provider)),
      );
      if (isUsed) {
        continue;
      }
      if (mayLookUpWithProvider(project)) {
        undecided(provider);
      } else {
        const region = provider.str("region");
        report({
          at: provider,
          message:
            `The program configures this provider${known(region) && region !== "" ? ` for "${region}"` : ""}, and no resource ` +
            "uses it. Pass it to the resources that it is for with the resource option `provider`, or delete it.",
        });
      }
    }
  },
});

/** False where the sources are there, and none of them looks something up with an option `provider`. */
function mayLookUpWithProvider({ files }: ProjectFacts): boolean {
  return (
    files?.sources.some(({ calls, text }) =>
      calls.some(
        ({ callee, node }) =>
          /(?:^|\.)get[A-Z_]\w*$/.test(callee) && text.slice(node.from, node.to).includes("provider"),
      ),
    ) !== false
  );
}
