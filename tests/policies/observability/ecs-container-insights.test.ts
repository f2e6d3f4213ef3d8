import rule from "../../../policies/observability/ecs-container-insights";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const cluster = (settings?: Input): BuiltResource => resource("aws:ecs/cluster:Cluster", "shop", { settings });
const account = (name: Input, value: Input): BuiltResource =>
  resource("aws:ecs/accountSettingDefault:AccountSettingDefault", "all", { name, value });

ruleTest(
  rule,
  underContract(
    { containerInsights: true },
    {
      valid: [
        { name: "enabled", stack: [cluster([{ name: "containerInsights", value: "enabled" }])] },
        { name: "enhanced", stack: [cluster([{ name: "containerInsights", value: "enhanced" }])] },
        { name: "the account does", stack: [cluster(), account("containerInsights", "enabled")] },
        {
          name: "a cluster that the stack only reads",
          stack: [resource("aws:ecs/cluster:Cluster", "shared", {}, { external: true })],
        },
      ],
      invalid: [
        {
          name: "no settings",
          stack: [cluster(), account("taskLongArnFormat", "enabled")],
          findings: [{ resource: "shop", path: "settings", stays: true }],
        },
        {
          name: "switched off",
          stack: [cluster([{ name: "containerInsights", value: "disabled" }])],
          findings: [{ resource: "shop", path: "settings" }],
          fixed: { shop: { settings: [{ name: "containerInsights", value: "enabled" }] } },
        },
      ],
      undecided: [
        { name: "the settings", stack: [cluster(unknown)], at: ["shop.settings"] },
        { name: "the value", stack: [cluster([{ name: "containerInsights", value: unknown }])], at: ["shop.settings"] },
        { name: "the name", stack: [cluster([{ name: unknown, value: "enabled" }])], at: ["shop.settings"] },
      ],
    },
  ),
);
