import rule from "../../../policies/naming/required-outputs";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";
import { checkStack } from "../../../src/rules/run";
import { Stack, STACK_TYPE } from "../../../src/graph/stack";

const vpc = resource("aws:ec2/vpc:Vpc", "main");
const root = (outputs: Parameters<typeof resource>[2]) => resource("pulumi:pulumi:Stack", "shop-dev", outputs);
const contract = { outputs: ["vpc_id", "switch_lambda_name|switch_lambda_arn"] };

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [root({}), vpc] },
    { name: "all of them", contract, stack: [root({ vpc_id: vpc.id, switch_lambda_arn: vpc.id }), vpc] },
    { name: "in another case", contract, stack: [root({ vpcId: vpc.id, "switch-lambda-name": "switch" }), vpc] },
    { name: "values that are not known yet", contract, stack: [root({ vpcId: unknown, switchLambdaName: unknown })] },
    { name: "a graph without the stack's own resource", contract, stack: [vpc] },
  ],
  invalid: [
    {
      name: "no outputs at all: one finding that names all",
      contract,
      stack: [root({}), vpc],
      findings: [
        {
          resource: "shop-dev",
          message: /does not export vpc_id and switch_lambda_name or switch_lambda_arn\. Export them/,
        },
      ],
    },
    {
      name: "one of two",
      contract,
      stack: [root({ vpcId: vpc.id, other: "x" }), vpc],
      findings: [{ resource: "shop-dev", message: /switch_lambda_name or switch_lambda_arn\. Export it/ }],
    },
    {
      name: "an output that is undefined",
      contract: { outputs: ["vpcId"] },
      stack: [root({ vpcId: null })],
      findings: [{ resource: "shop-dev", message: /vpcId/ }],
    },
    {
      name: "outputs that only a component registers",
      contract: { outputs: ["vpcId"] },
      stack: (() => {
        const component = resource("shop:index:TapStack", "tap", { other: "x", vpcId: vpc.id });
        const parent = resource("aws:ec2/vpc:Vpc", "parent", { vpcId: "not a component" });
        return [
          root({ albDns: "x" }),
          parent,
          resource("aws:ec2/subnet:Subnet", "child", {}, { parent }),
          component,
          resource("aws:ec2/subnet:Subnet", "a", {}, { parent: component }),
        ];
      })(),
      findings: [{ resource: "shop-dev", message: /The component tap registers vpcId, which is not an output/ }],
    },
  ],
});

it("is undecided where the outputs were not sent", () => {
  const facts = { urn: "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", type: STACK_TYPE, name: "shop-dev" };
  const stack = new Stack([{ ...facts, dependencies: [], propertyDependencies: {} }]);
  const project = {
    name: "shop",
    stack: "dev",
    config: new Map<string, string>(),
    deploying: false,
    hasConfiguration: true,
  };
  const outcome = checkStack(rule, stack, { contract, contractProblems: [], day: "2026-11-22", project });
  expect(outcome.results).toEqual([]);
  expect(outcome.undecided.map(({ name }) => name)).toEqual(["shop-dev"]);
});
