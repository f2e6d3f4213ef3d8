import rule from "../../../policies/functions/lambda-environment";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const FUNCTION = "aws:lambda/function:Function";
const contract = { functions: { environment: { "*switch*": ["LISTENER_ARN", "SSM_PARAM_NAME"], "**": ["STAGE"] } } };
const listener = resource("aws:lb/listener:Listener", "http");
const fn = (variables: Input, name = "env-switch-fn"): BuiltResource =>
  resource(FUNCTION, name, { environment: { variables } });
const all: Input = { LISTENER_ARN: listener.arn, SSM_PARAM_NAME: "/active", STAGE: "dev" };

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [resource(FUNCTION, "switch")] },
    { name: "all required variables", contract, stack: [listener, fn(all)] },
    { name: "a function that requires fewer", contract, stack: [fn({ STAGE: "dev" }, "worker")] },
    {
      name: "a glob that nothing matches",
      contract: { functions: { environment: { "pay*": ["X"] } } },
      stack: [fn({})],
    },
    {
      name: "a function that the stack only reads",
      contract,
      stack: [resource(FUNCTION, "switch", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "B33: no variables",
      contract,
      stack: [resource(FUNCTION, "switch")],
      findings: [
        { resource: "switch", path: "environment.variables", message: /lacks LISTENER_ARN, SSM_PARAM_NAME and STAGE/ },
      ],
    },
    {
      name: "one missing, one without a value, beside computed ones",
      contract,
      stack: [listener, fn({ LISTENER_ARN: listener.arn, SSM_PARAM_NAME: null, STAGE: unknown })],
      findings: [
        { resource: "env-switch-fn", path: "environment.variables", message: /lacks SSM_PARAM_NAME, .*Add it/ },
      ],
    },
    {
      name: "a name in another case",
      contract: { functions: { environment: { "*switch*": ["STAGE"] } } },
      stack: [fn({}, "TrafficSwitch")],
      findings: [{ resource: "TrafficSwitch", path: "environment.variables" }],
    },
    {
      name: "what a first preview could not know, in a deployment",
      contract,
      deploying: true,
      stack: [listener, fn({ LISTENER_ARN: listener.arn })],
      findings: [{ resource: "env-switch-fn", path: "environment.variables", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "variables that are not known yet",
      contract,
      stack: [fn(unknown)],
      at: ["env-switch-fn.environment.variables"],
    },
  ],
});
