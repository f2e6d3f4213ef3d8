import { anyOf, type Certainty } from "../../stack/certainty";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const CLUSTER = "aws:ecs/cluster:Cluster";
const ACCOUNT_DEFAULT = "aws:ecs/accountSettingDefault:AccountSettingDefault";
const SETTING = "containerInsights";

export default defineRule({
  id: "ecs-container-insights",
  category: "observability",
  description: "ECS clusters measure their tasks",
  severity: "low",
  level: "advisory",
  failures: [],
  controls: [{ framework: "AWS FSBP", reference: "ECS.12" }],
  why:
    "Without Container Insights, ECS tells the processor and memory of a service, and neither its network and storage nor " +
    "how many tasks run, start and fail.",
  fix: {
    typescript: 'settings: [{ name: "containerInsights", value: "enabled" }], // or "enhanced"',
    python: 'settings=[{"name": "containerInsights", "value": "enabled"}],  # or "enhanced"',
    yaml: "settings:\n  - name: containerInsights\n    value: enabled # or enhanced",
  },
  limits: "Stacks that switch it on for the account (aws.ecs.AccountSettingDefault); other tools that measure tasks.",
  stack(stack, context) {
    if (stack.ofType(ACCOUNT_DEFAULT).some((setting) => isOn(setting) !== false)) {
      return;
    }
    for (const cluster of stack.ofType(CLUSTER).filter(({ outside }) => !outside)) {
      checkCluster(cluster, context);
    }
  },
  remediation: {
    does: 'sets the value of the setting `containerInsights` to `"enabled"` where it is off',
    leaves: "Clusters that say nothing, which take over what the account sets, such as `enhanced`.",
    resource: { types: [CLUSTER], check: checkCluster },
  },
});

function checkCluster(cluster: Resource, { report, undecided }: Context): void {
  const settings = cluster.list("settings") ?? [];
  const measures = known(settings) ? anyOf(settings.map(isOn)) : UNKNOWN;
  if (!known(settings) || measures === UNKNOWN) {
    undecided(cluster, "settings");
  } else if (!measures) {
    const off = settings.findIndex((setting) => setting.str("name") === SETTING);
    report({
      at: cluster,
      property: "settings",
      ...(off >= 0 && { mend: { settings: { [off]: { value: "enabled" } } } }),
      message:
        'the cluster does not measure its tasks; set settings: [{ name: "containerInsights", value: "enabled" }].',
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
