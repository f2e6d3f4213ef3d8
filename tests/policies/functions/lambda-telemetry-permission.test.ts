import rule from "../../../policies/functions/lambda-telemetry-permission";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const MANAGED = "arn:aws:iam::aws:policy/";
const role = resource("aws:iam/role:Role", "worker", { assumeRolePolicy: "{}" });
const attach = (name: string): BuiltResource =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, { role: role.name, policyArn: MANAGED + name });
const fn = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", { role: role.arn, ...more });
const logs = attach("service-role/AWSLambdaBasicExecutionRole");
const tables = attach("AmazonDynamoDBReadOnlyAccess");
const traced = { tracingConfig: { mode: "Active" } };

ruleTest(rule, {
  valid: [
    { name: "a policy for logs", stack: [role, logs, fn()] },
    { name: "policies for logs and traces", stack: [role, logs, attach("AWSXRayDaemonWriteAccess"), fn(traced)] },
    { name: "traces of what calls it only", stack: [role, logs, fn({ tracingConfig: { mode: "PassThrough" } })] },
    { name: "a role without policies, which another rule reports", stack: [role, fn()] },
    { name: "a role of another stack", stack: [fn({ role: "arn:aws:iam::464738291005:role/shared" })] },
    {
      name: "a policy that is not known yet",
      stack: [role, resource("aws:iam/rolePolicy:RolePolicy", "p", { role: role.name, policy: unknown }), fn()],
    },
  ],
  invalid: [
    {
      name: "no policy for logs",
      stack: [role, tables, fn()],
      findings: [{ resource: "worker", path: "role", message: /its logs\. Attach .*AWSLambdaBasicExecutionRole/ }],
    },
    {
      name: "no policy for traces",
      stack: [role, logs, fn(traced)],
      findings: [{ resource: "worker", path: "role", message: /its traces\. Attach .*AWSXRayDaemonWriteAccess/ }],
    },
  ],
});
