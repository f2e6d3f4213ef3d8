import { isMadeByPackage } from "../../stack/components";
import { providersOf } from "../../stack/region";
import { known } from "../../stack/value";
import { defineRule, type ProjectFacts } from "../rule";

export default defineRule({
  id: "explicit-provider-used",
  category: "project",
  description: "Providers that the program configures make something",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A provider is used only by what is given it. A program that configures one with a region, a role or tags and passes it " +
    "to nothing makes everything with the default provider, in another region or account than it means to.",
  fix: {
    typescript: 'new aws.s3.Bucket("replica", {}, { provider: west }); // or on a component: { providers: [west] }',
    python: 'aws.s3.Bucket("replica", opts=pulumi.ResourceOptions(provider=west))',
    yaml: "resources:\n  replica:\n    type: aws:s3:Bucket\n    options:\n      provider: ${west}",
  },
  limits: "Providers that the program looks something up with (aws.getRegion, …), as far as its sources show it.",
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
            `the program configures this provider${known(region) && region !== "" ? ` (${region})` : ""} and makes nothing with it; ` +
            "pass it to the resources it is meant for with the option provider, or delete it.",
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
