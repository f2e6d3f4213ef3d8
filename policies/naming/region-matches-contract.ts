import {
  EDGE_REGION,
  otherRegionsIn,
  isMisplaced,
  ownRegionOf,
  providersOf,
  type ProviderUse,
} from "../../src/aws/region";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "region-matches-contract",
  category: "naming",
  description: "Everything must be in the region of the contract",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["region"],
  failures: ["F2", "B36"],
  why:
    "A resource in another region breaks the promise of where data is kept, and a resource cannot use zones, services and " +
    "most other resources of another region.",
  fix: {
    typescript: `// Pulumi.yaml: config: { aws:region: eu-central-1 }
const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;`,
    python: `# Pulumi.yaml: config: { aws:region: eu-central-1 }
zones = aws.get_availability_zones(state="available").names`,
    yaml: `# Pulumi.yaml
config:
  aws:region: eu-central-1
variables:
  zones:
    fn::invoke:
      function: aws:getAvailabilityZones
      arguments:
        state: available
      return: names`,
  },
  limits:
    "Global services, and what AWS requires in us-east-1 for them: certificates, web ACLs and functions of CloudFront, " +
    "alarms on it, query logs and DNSSEC keys of Route 53. Replicas that set their region.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html"],
  stack(stack, context) {
    const expected = context.contract.region;
    if (expected === undefined) {
      return;
    }
    for (const use of providersOf(stack)) {
      checkProvider(stack, use, expected, context);
      for (const resource of use.resources) {
        checkResourceRegion(stack, resource, expected, context);
        for (const { at, mention, isComputed } of otherRegionsIn(resource, expected)) {
          context.report({
            at,
            message:
              `The value names ${mention.region} (${mention.what}), and the contract requires ${expected}. Use one in ${expected}, or ` +
              "build it with the region in force (aws.getRegion).",
            restsOnComputedText: isComputed,
          });
        }
      }
    }
  },
});

/** One finding for a provider, however many resources it creates. */
function checkProvider(stack: Stack, use: ProviderUse, expected: string, context: Context): void {
  const { provider, isDefault, resources } = use;
  const { config, environmentRegion } = context.project;
  const region = use.region ?? (isDefault ? config.get("aws:region") : undefined) ?? environmentRegion;
  if (region === UNKNOWN) {
    for (const view of provider ? [provider] : resources.slice(0, 1)) {
      context.undecided(view, "region");
    }
  } else if (region !== undefined && region !== expected) {
    const misplaced = resources.filter(
      (resource) => ownRegionOf(resource) === undefined && isMisplaced(stack, resource, region, expected),
    );
    const isIdle = resources.length === 0 && !isDefault && region !== EDGE_REGION;
    if (misplaced.length > 0 || isIdle) {
      const setting = isDefault ? `"aws:region: ${expected}" in the configuration` : `\`region: "${expected}"\``;
      context.report({
        at: provider ?? stack.root,
        ...(provider && { property: "region" }),
        message:
          `${isDefault ? "The default provider" : "This provider"} creates ${namesOf(misplaced)} in ${region}, and the ` +
          `contract requires ${expected}. Set ${setting}.`,
      });
    }
  }
}

function namesOf(resources: readonly Resource[]): string {
  const [first = "its resources", ...rest] = resources.map(({ name }) => name);
  return rest.length === 0 ? first : `${first} and ${String(rest.length)} more`;
}

function checkResourceRegion(stack: Stack, resource: Resource, expected: string, { report, undecided }: Context): void {
  const region = ownRegionOf(resource);
  if (region === UNKNOWN) {
    undecided(resource, "region");
  } else if (region !== undefined && isMisplaced(stack, resource, region, expected)) {
    report({
      at: resource,
      property: "region",
      message: `The resource is in ${region}, and the contract requires ${expected}. Remove \`region\`, or set \`region: "${expected}"\`.`,
    });
  }
}
