import { ECS_CLUSTER } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";
const ACCOUNT_DEFAULT = "aws:ecs/accountSettingDefault:AccountSettingDefault";
const SETTING = "containerInsights";

export default defineRule({
  id: "ecs-container-insights",
  category: "observability",
  description: "ECS clusters must have Container Insights switched on",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["containerInsights"],
  failures: [],
  why:
    "Without Container Insights, ECS measures the processor and memory of a service, and neither its network and storage " +
    "nor how many tasks run, start and fail.",
  fix: {
    typescript: `settings: [{ name: "containerInsights", value: "enabled" }], // or "enhanced"`,
    python: `settings=[{"name": "containerInsights", "value": "enabled"}],  # or "enhanced"`,
    yaml: `settings:
  - name: containerInsights
    value: enabled # or enhanced`,
  },
  limits: "Stacks that switch it on for the account (aws.ecs.AccountSettingDefault); other tools that measure tasks.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/cloudwatch-container-insights.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecs-controls.html",
  ],
  stack(stack, context) {
    if (stack.ofType(ACCOUNT_DEFAULT).some((setting) => isOn(setting) !== false)) {
      return;
    }
    for (const cluster of stack.managed(ECS_CLUSTER)) {
      checkCluster(cluster, context);
    }
  },
  remediation: {
    does: 'sets the value of the setting `containerInsights` to `"enabled"` where it is off',
    leaves: "Clusters without the setting, which use that of the account, such as `enhanced`.",
    resource: { types: [ECS_CLUSTER], check: checkCluster },
  },
});

function checkCluster(cluster: Resource, { report, undecided }: Context): void {
  const settings = cluster.list("settings") ?? [];
  const isEnabled = known(settings) ? anyOf(settings.map(isOn)) : UNKNOWN;
  if (!known(settings) || isEnabled === UNKNOWN) {
    undecided(cluster, "settings");
  } else if (!isEnabled) {
    const off = settings.findIndex((setting) => setting.str("name") === SETTING);
    report({
      at: cluster,
      property: "settings",
      ...(off >= 0 && { fix: { settings: { [off]: { value: "enabled" } } } }),
      message:
        "The cluster does not measure its tasks. Set " +
        '`settings: [{ name: "containerInsights", value: "enabled" }]`.',
    });
  }
}

/** Whether a setting switches Container Insights on. */
function isOn(setting: View): Certainty {
  const name = setting.str("name");
  const value = setting.str("value");
  if (known(name) && name !== SETTING) {
    return false;
  }
  return name === UNKNOWN || value === UNKNOWN ? UNKNOWN : value === "enabled" || value === "enhanced";
}
