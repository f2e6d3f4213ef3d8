import { isMadeByPackage } from "../../src/graph/components";
import { environmentSuffixes } from "../../src/contract/environment";
import { show } from "../../src/contract/show";
import { hasSuffix, nameProperty, namesOf, type ResourceName } from "../../src/aws/names";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** The name or names that lack the suffix, up to the verb. */
function subject({ type }: Resource, { text, property }: ResourceName): string {
  if (property === undefined) {
    return nameProperty(type) === undefined
      ? "Neither the logical name nor the tag Name contains"
      : "The logical name, which the name in AWS comes from, does not contain";
  }
  const shown = show(text);
  return `The name ${shown.startsWith('"') ? `${shown} ` : ""}does not contain`;
}

export default defineRule({
  id: "name-has-environment-suffix",
  category: "naming",
  description: "Names must contain the suffix of the environment",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["environmentSuffix"],
  failures: ["F3"],
  why:
    "AWS identifies most resources of an account by their names. Without the environment in it, the name is taken when the " +
    "second environment is created, and no name shows which environment a resource belongs to.",
  fix: {
    typescript: `name: \`orders-\${environmentSuffix}\`,`,
    python: `name=f"orders-{environment_suffix}",`,
    yaml: `name: orders-\${environmentSuffix}`,
  },
  limits:
    "Resources without a name of their own: attachments, associations, rules, policies and other parts of a resource; " +
    "domain names. Case and separators do not count. For resources that AWS identifies by an id only, such as VPCs, the " +
    "tag Name or the logical name is enough; what a component of a published package creates is advisory. Where the " +
    'contract takes the stack\'s name ("{stack}"), a suffix counts too that comes from the configuration ' +
    "(environmentSuffix, environment_suffix, env), from the variable ENVIRONMENT_SUFFIX or from a part of the stack's name.",
  resource: {
    check(resource, { contract, project, report, undecided }) {
      const suffixes = environmentSuffixes(contract.environmentSuffix ?? "", project);
      const names = namesOf(resource);
      const [first] = names;
      if (!first || names.some(({ text }) => known(text) && suffixes.some(({ suffix }) => hasSuffix(text, suffix)))) {
        return;
      }
      const unknown = names.find(({ text }) => text === UNKNOWN);
      if (unknown) {
        undecided(resource, unknown.property);
        return;
      }
      const { property } = first;
      report({
        at: resource,
        ...(property !== undefined && { property }),
        ...(isMadeByPackage(resource) && { level: "advisory" }),
        message:
          `${subject(resource, first)} the environment suffix ${suffixes[0].shown}. Add it, so that environments do not ` +
          "collide.",
      });
    },
  },
});
