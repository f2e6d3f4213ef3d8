import { isMadeByPackage } from "../../stack/components";
import { show } from "../../contract/show";
import { hasSuffix, nameProperty, namesOf } from "../../stack/names";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "name-has-environment-suffix",
  category: "naming",
  description: "Names contain the suffix of the environment",
  severity: "medium",
  level: "contract",
  contractKeys: ["environmentSuffix"],
  failures: ["F3"],
  why:
    "AWS knows most resources of an account by their names. Without the environment in it, the second environment finds " +
    "the name taken, and nobody sees from a name which environment a resource belongs to.",
  fix: {
    typescript: "name: `orders-${environmentSuffix}`,",
    python: 'name=f"orders-{environment_suffix}",',
    yaml: "name: orders-${environmentSuffix}",
  },
  limits:
    "Resources without a name of their own: attachments, associations, rules, policies and other parts of a resource; " +
    "domain names. Case and separators do not count. Of resources that AWS knows by an id only, such as VPCs, the tag " +
    "Name or the logical name is enough; what a component of a published package makes is advisory.",
  resource: {
    check(resource, { contract, report, undecided }) {
      const suffix = contract.environmentSuffix ?? "";
      const names = namesOf(resource);
      const [first] = names;
      if (!first || names.some(({ text }) => known(text) && hasSuffix(text, suffix))) {
        return;
      }
      const unknown = names.find(({ text }) => text === UNKNOWN);
      if (unknown) {
        undecided(resource, unknown.property);
        return;
      }
      const { text, property } = first;
      const what =
        property !== undefined
          ? `the name ${show(text)} does not contain`
          : nameProperty(resource.type) !== undefined
            ? "its logical name, of which its name is made, does not contain"
            : "neither its logical name nor a tag Name contains";
      report({
        at: resource,
        ...(property !== undefined && { property }),
        ...(isMadeByPackage(resource) && { level: "advisory" }),
        message: `${what} the environment's suffix ${show(suffix)}; add it, so that environments do not mix.`,
      });
    },
  },
});
