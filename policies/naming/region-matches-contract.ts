import { EDGE_REGION, foreignTexts, isMisplaced, ownRegionOf, providersOf, type ProviderUse } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

export default defineRule({
  id: "region-matches-contract",
  category: "naming",
  description: "Everything lies in the region of the contract",
  severity: "high",
  level: "contract",
  contractKeys: ["region"],
  failures: ["F2", "B36"],
  why:
    "What lies in another region breaks the promise of where data is kept, " +
    "and what names another region is not found by what lies in this one.",
  fix: {
    typescript:
      "// Pulumi.yaml: config: { aws:region: eu-central-1 }\n" +
      'const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;',
    python:
      "# Pulumi.yaml: config: { aws:region: eu-central-1 }\n" +
      'zones = aws.get_availability_zones(state="available").names',
    yaml:
      "# Pulumi.yaml\nconfig:\n  aws:region: eu-central-1\nvariables:\n  zones:\n    fn::invoke:\n" +
      "      function: aws:getAvailabilityZones\n      arguments:\n        state: available\n" +
      "      return: names",
  },
  limits:
    "Global services, and what AWS wants in us-east-1 for them: certificates, web ACLs and functions of CloudFront, " +
    "alarms on it, query logs and DNSSEC keys of Route 53. Replicas that name their region.",
  stack(stack, context) {
    const wanted = context.contract.region;
    if (wanted === undefined) {
      return;
    }
    for (const use of providersOf(stack)) {
      judgeProvider(stack, use, wanted, context);
      for (const resource of use.resources) {
        judgeResource(stack, resource, wanted, context);
        for (const { at, mention, isComputed } of foreignTexts(resource, wanted)) {
          context.report({
            at,
            message:
              `${mention.what} here names ${mention.region}, but the contract wants ${wanted}; ` +
              "name what lies there, or build the text with the region in force (aws.getRegion).",
            restsOnComputedText: isComputed,
          });
        }
      }
    }
  },
});

/** One finding for a provider, however many resources it makes. */
function judgeProvider(stack: Stack, use: ProviderUse, wanted: string, context: Context): void {
  const { provider, isDefault, resources } = use;
  const { config, environmentRegion } = context.project;
  const region = use.region ?? (isDefault ? config.get("aws:region") : undefined) ?? environmentRegion;
  if (region === UNKNOWN) {
    for (const place of provider ? [provider] : resources.slice(0, 1)) {
      context.undecided(place, "region");
    }
  } else if (region !== undefined && region !== wanted) {
    const misplaced = resources.filter(
      (resource) => ownRegionOf(resource) === undefined && isMisplaced(stack, resource, region, wanted),
    );
    const isIdle = resources.length === 0 && !isDefault && region !== EDGE_REGION;
    if (misplaced.length > 0 || isIdle) {
      const mend = isDefault ? `aws:region: ${wanted} in the configuration` : `region: "${wanted}"`;
      context.report({
        at: provider ?? stack.root,
        ...(provider && { property: "region" }),
        message:
          `${isDefault ? "the default provider" : "this provider"} makes ${namesOf(misplaced)} in ${region}, ` +
          `but the contract wants ${wanted}; set ${mend}.`,
      });
    }
  }
}

function namesOf(resources: readonly Resource[]): string {
  const [first = "what uses it", ...rest] = resources.map(({ name }) => name);
  return rest.length === 0 ? first : `${first} and ${String(rest.length)} more`;
}

function judgeResource(stack: Stack, resource: Resource, wanted: string, { report, undecided }: Context): void {
  const region = ownRegionOf(resource);
  if (region === UNKNOWN) {
    undecided(resource, "region");
  } else if (region !== undefined && isMisplaced(stack, resource, region, wanted)) {
    report({
      at: resource,
      property: "region",
      message: `this resource lies in ${region}, but the contract wants ${wanted}; leave region out or set it to "${wanted}".`,
    });
  }
}
