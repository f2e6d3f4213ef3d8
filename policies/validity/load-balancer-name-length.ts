import { LB_LOAD_BALANCER, LB_TARGET_GROUP } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { nameRuleOf, physicalName, type NameRule, type PhysicalName } from "../../src/aws/name-rules";
import { UNKNOWN } from "../../src/graph/value";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule } from "../../src/rules/rule";

/** What AWS calls each of them when it rejects the name. */
const LABELS: Readonly<Record<string, string>> = {
  [LB_LOAD_BALANCER]: "The load balancer name",
  [LB_TARGET_GROUP]: "Target group name",
};

/** A longer prefix leaves no room for the random characters that the provider adds. */
const LONGEST_PREFIX = 6;
const RANDOM = "-xxxxxxx";

function messageFor({ text, isAutomatic, isPrefix }: PhysicalName, { property, maximum }: NameRule): string {
  const length = `${String(text.length)} characters`;
  if (isPrefix) {
    return (
      `The prefix "${text}" has ${length}, and the provider accepts ${String(LONGEST_PREFIX)}, since it adds 26. ` +
      `Shorten it, or set \`${property}\` to a name of at most ${String(maximum)} characters.`
    );
  }
  return isAutomatic
    ? `The name that the provider generates, "${text}" with random digits for x, has ${length}, and AWS accepts ` +
        `${String(maximum)}. Set \`${property}\`, or use a logical name of at most ` +
        `${String(maximum - RANDOM.length)} characters.`
    : `The name "${text}" has ${length}, and AWS accepts ${String(maximum)}. Shorten it.`;
}

export default defineRule({
  id: "load-balancer-name-length",
  category: "validity",
  description: "Names of load balancers and target groups must have at most 32 characters",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Load balancers and target groups have names of at most 32 characters, far fewer than other resources. Where a program " +
    "sets no name, the provider generates one from the logical name and 8 more characters, which leaves 24.",
  fix: {
    typescript: `new aws.lb.TargetGroup("api-blue", { name: \`shop-\${stack}-blue\` });`,
    python: `aws.lb.TargetGroup("api-blue", name=f"shop-{stack}-blue")`,
    yaml: `resources:
  api-blue:
    type: aws:lb:TargetGroup
    properties:
      name: shop-\${pulumi.stack}-blue`,
  },
  limits:
    "Names that Pulumi generates from a pattern of your own (`pulumi:autonaming`). On a resource that exists already a " +
    "finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
  ],
  ...atCreation({
    types: [LB_LOAD_BALANCER, LB_TARGET_GROUP, "aws:elb/loadBalancer:LoadBalancer"],
    check(resource, { contract, project, report, undecided }) {
      const rule = nameRuleOf(resource, tableOf(contract, "name-rules"));
      const name = rule && physicalName(resource, rule);
      if (!rule || !name || rule.maximum === 0) {
        return;
      }
      if (name === UNKNOWN) {
        undecided(resource, rule.property);
        return;
      }
      const { text, property, isAutomatic, isPrefix } = name;
      const most = isPrefix ? LONGEST_PREFIX : rule.maximum;
      if (text.length <= most || (isAutomatic && project.config.has("pulumi:autonaming"))) {
        return;
      }
      const label = LABELS[resource.type];
      report({
        at: resource,
        property,
        message: messageFor(name, rule),
        ...(!isAutomatic &&
          !isPrefix &&
          label !== undefined && {
            awsError: `${label} '${text}' cannot be longer than '${String(rule.maximum)}' characters`,
          }),
      });
    },
  }),
});
