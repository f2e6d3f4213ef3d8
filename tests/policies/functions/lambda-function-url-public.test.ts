import rule from "../../../policies/functions/lambda-function-url-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const url = (name: string, authorizationType: Input): BuiltResource =>
  resource("aws:lambda/functionUrl:FunctionUrl", name, { functionName: "orders", authorizationType });

ruleTest(rule, {
  valid: [{ name: "signed requests", stack: [url("orders", "AWS_IAM")] }],
  invalid: [
    {
      name: "no authentication",
      stack: [url("orders", "NONE")],
      findings: [{ resource: "orders", path: "authorizationType", message: /Set `authorizationType: "AWS_IAM"`/ }],
    },
  ],
  undecided: [{ name: "the type", stack: [url("orders", unknown)], at: ["orders.authorizationType"] }],
});
