import { tableOf } from "../../contract/facts";
import { LOAD_BALANCER, TARGET_GROUP } from "../../stack/load-balancing";
import { nameRuleOf, physicalName } from "../../stack/name-rules";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

/** What AWS calls each of them when it refuses the name. */
const CALLED: Readonly<Record<string, string>> = {
  [LOAD_BALANCER]: "The load balancer name",
  [TARGET_GROUP]: "Target group name",
};

/** The provider leaves the rest to the random characters that it adds. */
const LONGEST_PREFIX = 6;
const RANDOM = "-xxxxxxx";

export default defineRule({
  id: "load-balancer-name-length",
  category: "validity",
  description: "Names of load balancers and target groups are short enough",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Load balancers and target groups have names of 32 characters at most, far fewer than all else in a stack. Where a " +
    "program gives no name, the provider makes one of the logical name and 8 more characters, which leaves 24.",
  fix: {
    typescript: 'new aws.lb.TargetGroup("api-blue", { name: `shop-${stack}-blue` });',
    python: 'aws.lb.TargetGroup("api-blue", name=f"shop-{stack}-blue")',
    yaml:
      "resources:\n  api-blue:\n    type: aws:lb:TargetGroup\n    properties:\n" +
      "      name: shop-${pulumi.stack}-blue",
  },
  limits: "Names that Pulumi makes by a pattern of your own (`pulumi:autonaming`).",
  resource: {
    types: [LOAD_BALANCER, TARGET_GROUP, "aws:elb/loadBalancer:LoadBalancer"],
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
      const has = `has ${String(text.length)} characters, and AWS takes ${String(rule.maximum)}`;
      const called = CALLED[resource.type];
      report({
        at: resource,
        property,
        message: isAutomatic
          ? `no name is given, and the one that the provider makes of the logical name, "${text}" with random digits for ` +
            `x, ${has}; set a name, or a logical name of at most ${String(rule.maximum - RANDOM.length)} characters.`
          : isPrefix
            ? `the prefix "${text}" has ${String(text.length)} characters, and the provider takes ${String(most)} here, ` +
              `since it adds 26; shorten it, or set name to one of at most ${String(rule.maximum)}.`
            : `the name "${text}" ${has}; shorten it.`,
        ...(!isAutomatic &&
          !isPrefix &&
          called !== undefined && {
            answer: `${called} '${text}' cannot be longer than '${String(rule.maximum)}' characters`,
          }),
      });
    },
  },
});
