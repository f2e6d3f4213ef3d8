import rule from "../../../policies/identity/iam-managed-policy-broad";
import { json, resource, ruleTest, type BuiltResource, type Input } from "../../../src/testing";

const trust = (principal: Record<string, Input>): Input =>
  json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }] });
const roleFor = (principal: Record<string, Input>, more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:iam/role:Role", "worker", { assumeRolePolicy: trust(principal), ...more });
const lambda = { Service: "lambda.amazonaws.com" };
const attach = (role: BuiltResource, policyArn: Input): BuiltResource =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "worker", { role: role.name, policyArn });
const withPolicy = (principal: Record<string, Input>, name: string): BuiltResource[] => {
  const role = roleFor(principal);
  return [role, attach(role, `arn:aws:iam::aws:policy/${name}`)];
};

ruleTest(rule, {
  valid: [
    { name: "the policy for logs", stack: withPolicy(lambda, "service-role/AWSLambdaBasicExecutionRole") },
    { name: "logs and metrics", stack: withPolicy(lambda, "CloudWatchLogsFullAccess") },
    { name: "reading only", stack: withPolicy(lambda, "AmazonS3ReadOnlyAccess") },
    { name: "a role of people", stack: withPolicy({ AWS: "arn:aws:iam::464738291005:root" }, "AdministratorAccess") },
    { name: "a role that deploys", stack: withPolicy({ Service: "cloudformation.amazonaws.com" }, "PowerUserAccess") },
    {
      name: "a policy of its own with such a name",
      stack: [roleFor(lambda), attach(roleFor(lambda), "arn:aws:iam::464738291005:policy/OrdersFullAccess")],
    },
  ],
  invalid: [
    {
      name: "a whole service",
      stack: withPolicy(lambda, "AmazonS3FullAccess"),
      findings: [{ resource: "worker", path: "policyArn", message: /every action of a service/ }],
    },
    {
      name: "the account, for a pipeline of GitHub",
      stack: withPolicy(
        { Federated: "arn:aws:iam::464738291005:oidc-provider/token.actions.githubusercontent.com" },
        "AdministratorAccess",
      ),
      findings: [{ resource: "worker", path: "policyArn", message: /control over the account/ }],
    },
    {
      name: "several policies of one role, as one finding",
      stack: [
        roleFor(lambda),
        attach(roleFor(lambda), "arn:aws:iam::aws:policy/AmazonS3FullAccess"),
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "queues", {
          role: roleFor(lambda).name,
          policyArn: "arn:aws:iam::aws:policy/AmazonSQSFullAccess",
        }),
      ],
      findings: [
        {
          resource: "queues",
          path: "policyArn",
          message: /^Amazon\w+FullAccess and Amazon\w+FullAccess give the role/,
        },
      ],
    },
    {
      name: "in the role itself, under a contract",
      contract: { leastPrivilege: true },
      stack: [roleFor(lambda, { managedPolicyArns: ["arn:aws:iam::aws:policy/PowerUserAccess"] })],
      findings: [{ resource: "worker", path: "managedPolicyArns[0]", level: "mandatory" }],
    },
  ],
});
