import { namesOf } from "../../src/aws/names";
import { regionInForce } from "../../src/aws/region";
import type { Contract } from "../../src/contract/contract";
import { environmentSuffixes } from "../../src/contract/environment";
import { globMatcher } from "../../src/contract/globs";
import { isMadeByPackage } from "../../src/graph/components";
import type { Resource } from "../../src/graph/resource";
import { grouped } from "../../src/graph/stack";
import { classOf } from "../../src/graph/tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

type Exceptions = NonNullable<NonNullable<Contract["naming"]>["exceptions"]>;

const ANY = "[a-z0-9]+(?:[-_./]?[a-z0-9]+)*";
const REGION = "[a-z]{2,4}(?:-[a-z]+)+-[0-9]+";

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
const oneOf = (texts: readonly string[]): string => `(?:${texts.map(escaped).join("|")})`;

/** The form that the names of a class have: that of the first exception that fits, else the pattern. */
function patternFor(pattern: string, exceptions: Exceptions, className: string): string {
  const exception = Object.entries(exceptions).find(([glob]) => globMatcher(glob)(className));
  return exception?.[1] ?? pattern;
}

/** What each placeholder matches, as part of a regular expression. */
function placeholders(resource: Resource, { contract, project }: Context): Readonly<Record<string, string>> {
  const region = regionInForce(resource, project);
  const suffixes = environmentSuffixes(contract.environmentSuffix ?? project.stack, project);
  return {
    environment: contract.environment === undefined ? ANY : oneOf([contract.environment]),
    suffix: oneOf(suffixes.map(({ suffix }) => suffix)),
    project: oneOf([project.name]),
    stack: oneOf([project.stack]),
    region: known(region) ? oneOf([region]) : REGION,
    type: ANY,
    name: ANY,
  };
}

/** Whether a name has the form of a pattern; case does not count. */
function matches(name: string, pattern: string, values: Readonly<Record<string, string>>): boolean {
  const parts = pattern.split(/\{(\w+)\}/);
  const source = parts.map((part, index) => (index % 2 === 0 ? escaped(part) : (values[part] ?? ANY))).join("");
  return new RegExp(`^${source}$`, "i").test(name);
}

export default defineRule({
  id: "name-matches-pattern",
  category: "naming",
  description: "Names must have the form that the contract requires",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["naming.pattern"],
  why:
    "People and scripts find resources by their names, and permissions and budgets are given by patterns on them. One that " +
    "is named otherwise is in none of these.",
  fix: {
    typescript: `name: \`\${pulumi.getProject()}-orders-\${environmentSuffix}\`,`,
    python: `name=f"{pulumi.get_project()}-orders-{environment_suffix}",`,
    yaml: `name: \${pulumi.project}-orders-\${environmentSuffix}`,
  },
  limits:
    "Resources without a name of their own, such as attachments and rules; case; what {type} and {name} match. A name that " +
    "Pulumi makes has the form if the logical name has it. What a published package creates is advisory.",
  stack(stack, context) {
    const { contract, report, undecided } = context;
    const { pattern: required, exceptions = {} } = contract.naming ?? {};
    if (required === undefined) {
      return;
    }
    const resources = stack.resources.filter(
      ({ type, external, skipped }) => type.startsWith("aws:") && !external && !skipped,
    );
    for (const [className, group] of grouped(resources, ({ type }) => [classOf(type)])) {
      const pattern = patternFor(required, exceptions, className);
      const misnamed = group.flatMap((resource) => {
        const names = namesOf(resource);
        const values = placeholders(resource, context);
        if (names.length === 0 || names.some(({ text }) => known(text) && matches(text, pattern, values))) {
          return [];
        }
        const unknown = names.find(({ text }) => text === UNKNOWN);
        if (unknown) {
          undecided(resource, unknown.property);
        }
        return unknown ? [] : [{ resource, name: names[0] }];
      });
      const [first, ...others] = misnamed;
      if (first) {
        const property = first.name?.property;
        const isSame = misnamed.every(({ name }) => name?.property === property);
        report({
          at: first.resource,
          ...(property !== undefined && isSame && { property }),
          alsoAt: others.map(({ resource }) => resource),
          ...(misnamed.every(({ resource }) => isMadeByPackage(resource)) && { level: "advisory" }),
          message:
            `The name ${JSON.stringify(String(first.name?.text))} does not have the form "${pattern}" that the contract ` +
            `requires of ${className}. Use a name of that form.`,
        });
      }
    }
  },
});
