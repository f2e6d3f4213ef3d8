import rule from "../../../policies/delivery/active-environment-parameter";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract = { deployment: "blue-green" } as const;
const PARAMETER = "aws:ssm/parameter:Parameter";
const blue = resource("aws:lb/targetGroup:TargetGroup", "blue");
const cluster = resource("aws:rds/cluster:Cluster", "blue-db");

const parameter = (name: string, inputs: Record<string, Input>): BuiltResource =>
  resource(PARAMETER, name, { type: "String", ...inputs });

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [] },
    {
      name: 'a name that contains "active"',
      contract,
      stack: [parameter("p", { name: "/shop/active-environment", value: "1" })],
    },
    {
      name: 'a logical name that contains "active"',
      contract,
      stack: [parameter("activeEnvParam", { value: "prod" })],
    },
    { name: "the current side", contract, stack: [parameter("p", { name: "/shop/currentSlot", value: "a" })] },
    { name: "a live environment", contract, stack: [parameter("live-env", { value: "a" })] },
    { name: "a colour", contract, stack: [parameter("p", { name: "/shop/deployment/color", value: unknown })] },
    { name: "a description", contract, stack: [parameter("p", { description: "Active environment", value: "a" })] },
    { name: "a side as value", contract, stack: [parameter("switch", { value: "Blue" })] },
    { name: "a side as plain value", contract, stack: [parameter("switch", { insecureValue: "green" })] },
    {
      name: "a side inside JSON",
      contract,
      stack: [parameter("state", { value: '{"serving": "green", "since": 1}' })],
    },
    { name: "a target group", contract, stack: [blue, parameter("serving", { value: blue.arn })] },
    {
      name: 'a computed name that contains "active"',
      contract,
      stack: [blue, parameter("p", { name: text`/${blue.name}/active`, value: "1" })],
    },
  ],
  invalid: [
    { name: "B7: no parameter", contract, stack: [blue], findings: [{ message: /active-environment/ }] },
    {
      name: "parameters about other things",
      contract,
      stack: [
        cluster,
        parameter("db-host", { name: "/shop/blue/host", value: cluster.endpoint }),
        parameter("version", { name: "/shop/current", value: "1.2.3" }),
        parameter("inactive-users", { value: "30" }),
        parameter("settings", { value: json({ db: cluster.endpoint, side: "blue" }) }),
      ],
      findings: [{}],
    },
    {
      name: "a parameter for each target group",
      contract,
      stack: [blue, parameter("blue-group", { value: blue.arn })],
      findings: [{}],
    },
  ],
  undecided: [
    { name: "a value that is not known yet", contract, stack: [parameter("p", { value: unknown })], at: ["p.value"] },
    {
      name: "a name that is not known yet",
      contract,
      stack: [blue, parameter("p", { name: text`/${blue.name}/x`, value: "1" })],
      at: ["p.name"],
    },
    {
      name: "a parameter of another stack whose name is not known",
      contract,
      stack: [resource(PARAMETER, "read", {}, { external: true })],
      at: ["read.name", "read.description", "read.value", "read.insecureValue"],
    },
  ],
});
