import rule from "../../../policies/observability/ecs-container-insights";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const cluster = (settings?: Input): BuiltResource => resource("aws:ecs/cluster:Cluster", "shop", { settings });
const account = (name: Input, value: Input): BuiltResource =>
  resource("aws:ecs/accountSettingDefault:AccountSettingDefault", "all", { name, value });

ruleTest(rule, {
  valid: [
    { name: "enabled", stack: [cluster([{ name: "containerInsights", value: "enabled" }])] },
    { name: "enhanced", stack: [cluster([{ name: "containerInsights", value: "enhanced" }])] },
    { name: "the account does", stack: [cluster(), account("containerInsights", "enabled")] },
    { name: "a read one", stack: [resource("aws:ecs/cluster:Cluster", "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "nothing is said",
      stack: [cluster(), account("taskLongArnFormat", "enabled")],
      findings: [{ resource: "shop", path: "settings", stays: true }],
    },
    {
      name: "switched off",
      stack: [cluster([{ name: "containerInsights", value: "disabled" }])],
      findings: [{ resource: "shop", path: "settings" }],
      mended: { shop: { settings: [{ name: "containerInsights", value: "enabled" }] } },
    },
  ],
  undecided: [
    { name: "the settings", stack: [cluster(unknown)], at: ["shop.settings"] },
    { name: "the value", stack: [cluster([{ name: "containerInsights", value: unknown }])], at: ["shop.settings"] },
    { name: "the name", stack: [cluster([{ name: unknown, value: "enabled" }])], at: ["shop.settings"] },
  ],
});
