import rule from "../../../policies/validity/lambda-environment-reserved";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const table = resource("aws:dynamodb/table:Table", "orders");
const fn = (environment: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { environment }, options);

ruleTest(rule, {
  valid: [
    { name: "a name without a value, which is not set", stack: [fn({ variables: { AWS_REGION: null } })] },
    { name: "no environment", stack: [fn(undefined)] },
    { name: "an environment without variables", stack: [fn({})] },
    { name: "other names", stack: [table, fn({ variables: { TABLE_NAME: table.name, REGION: "eu-west-1" } })] },
    {
      name: "names that Lambda lets a function overwrite",
      stack: [
        fn({
          variables: {
            AWS_LAMBDA_EXEC_WRAPPER: "/opt/otel-handler",
            AWS_XRAY_CONTEXT_MISSING: "LOG_ERROR",
            AWS_NODEJS_CONNECTION_REUSE_ENABLED: "1",
            PATH: "/opt/bin",
            TZ: "Europe/Berlin",
            NODE_PATH: "/opt/nodejs",
          },
        }),
      ],
    },
    { name: "another case, which is another name", stack: [fn({ variables: { aws_region: "eu-west-1" } })] },
    {
      name: "a name that the contract removes from the table",
      contract: { facts: { "lambda-reserved-variables": { reserved: { AWS_EXECUTION_ENV: null } } } },
      stack: [fn({ variables: { AWS_EXECUTION_ENV: "x" } })],
    },
    {
      name: "a function that the stack only reads",
      stack: [fn({ variables: { AWS_REGION: "eu-west-1" } }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the region",
      stack: [fn({ variables: { AWS_REGION: "eu-west-1", TABLE_NAME: "orders" } })],
      findings: [
        {
          resource: "api",
          path: "environment.variables",
          message: /^Lambda reserves the variable AWS_REGION\..*Reserved keys used in this request: AWS_REGION"\.$/,
        },
      ],
    },
    {
      name: "access keys, whose values are never shown",
      stack: [fn({ variables: { AWS_SECRET_ACCESS_KEY: "hunter2hunter2", AWS_ACCESS_KEY_ID: unknown } })],
      findings: [
        {
          resource: "api",
          path: "environment.variables",
          message: /^Lambda reserves the variables AWS_ACCESS_KEY_ID, AWS_SECRET_ACCESS_KEY\./,
        },
      ],
      secrets: ["hunter2"],
    },
    {
      name: "variables that describe the function",
      stack: [fn({ variables: { AWS_LAMBDA_FUNCTION_NAME: "api", _HANDLER: "x", LAMBDA_TASK_ROOT: "/x" } })],
      findings: [{ resource: "api", path: "environment.variables" }],
    },
  ],
  undecided: [
    {
      name: "variables that are not known yet",
      stack: [fn({ variables: unknown })],
      at: ["api.environment.variables"],
    },
    { name: "an environment that is not known yet", stack: [fn(unknown)], at: ["api.environment.variables"] },
  ],
});
