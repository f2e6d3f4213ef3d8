import rule from "../../../policies/identity/iam-role-has-policies";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type Input } from "../../../testing/stack";

const BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const policy = json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "logs:*", Resource: "*" }] });

const role = resource("aws:iam/role:Role", "switch-role", { assumeRolePolicy: "{}" });
const fn = resource("aws:lambda/function:Function", "switch", { role: role.arn });
const task = resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
  family: "app",
  containerDefinitions: "[]",
  executionRoleArn: role.arn,
});
const withRole = (inputs: Record<string, Input>): ReturnType<typeof resource>[] => {
  const own = resource("aws:iam/role:Role", "own", { assumeRolePolicy: "{}", ...inputs });
  return [own, resource("aws:lambda/function:Function", "switch", { role: own.arn })];
};
const shared = resource("aws:iam/policy:Policy", "shared", { policy });
const component = resource("shop:index:Switch", "switching", {});
const service = resource("awsx:ecs:FargateService", "web", {});

ruleTest(rule, {
  valid: [
    {
      name: "a policy of its own",
      stack: [role, fn, resource("aws:iam/rolePolicy:RolePolicy", "p", { role: role.id, policy })],
    },
    {
      name: "a managed policy, attached",
      stack: [
        role,
        task,
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: role.name, policyArn: EXECUTION }),
      ],
    },
    {
      name: "policies attached exclusively",
      stack: [
        role,
        fn,
        shared,
        resource("aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive", "a", {
          roleName: role.name,
          policyArns: [shared.arn],
        }),
      ],
    },
    {
      name: "a policy attached to a list of roles",
      stack: [
        role,
        fn,
        shared,
        resource("aws:iam/policyAttachment:PolicyAttachment", "a", { roles: [role.name], policyArn: shared.arn }),
      ],
    },
    { name: "policies written into the role", stack: withRole({ inlinePolicies: [{ name: "logs", policy }] }) },
    { name: "managed policies listed in the role", stack: withRole({ managedPolicyArns: [BASIC] }) },
    {
      name: "a role named by its name",
      stack: [
        ...withRole({ name: "switch-role" }),
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "switch-role", policyArn: BASIC }),
      ],
    },
    {
      name: "inline policies that the stack only names",
      stack: [
        role,
        fn,
        resource("aws:iam/rolePoliciesExclusive:RolePoliciesExclusive", "e", {
          roleName: role.name,
          policyNames: ["made-elsewhere"],
        }),
      ],
    },
    {
      name: "a role outside the stack",
      stack: [resource("aws:lambda/function:Function", "f", { role: "arn:aws:iam::464738291005:role/elsewhere" })],
    },
    {
      name: "a role that was looked up",
      stack: (() => {
        const found = resource("aws:iam/role:Role", "found", {}, { external: true });
        return [found, resource("aws:lambda/function:Function", "f", { role: found.arn })];
      })(),
    },
    {
      name: "roles that nothing runs with, and the role that containers run with",
      stack: [
        role,
        resource("aws:ecs/taskDefinition:TaskDefinition", "app", { containerDefinitions: "[]", taskRoleArn: role.arn }),
      ],
    },
  ],
  invalid: [
    {
      name: "a function's role with nothing attached",
      stack: [role, fn],
      findings: [{ resource: "switch-role", message: /function switch .*AWSLambdaBasicExecutionRole/ }],
    },
    {
      name: "two functions with one such role are one finding",
      stack: [role, fn, resource("aws:lambda/function:Function", "other", { role: role.arn })],
      findings: [{ resource: "switch-role" }],
    },
    {
      name: "a task's execution role with nothing attached",
      stack: [role, task],
      findings: [{ resource: "switch-role", message: /tasks of app .*AmazonECSTaskExecutionRolePolicy/ }],
    },
    {
      name: "empty lists and the block that takes inline policies away",
      stack: withRole({ inlinePolicies: [{}], managedPolicyArns: [] }),
      findings: [{ resource: "own" }],
    },
    {
      name: "policies of another role",
      stack: [
        role,
        fn,
        ...withRole({}).slice(0, 1),
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "elsewhere", policyArn: BASIC }),
      ],
      findings: [{ resource: "switch-role" }],
    },
    {
      name: "a role that a component made",
      stack: (() => {
        const inner = resource("aws:iam/role:Role", "inner", { assumeRolePolicy: "{}" }, { parent: component });
        return [
          component,
          inner,
          resource("aws:lambda/function:Function", "f", { role: inner.arn }, { parent: component }),
        ];
      })(),
      findings: [{ resource: "inner" }],
    },
    {
      name: "a role that a package's component made",
      stack: (() => {
        const inner = resource("aws:iam/role:Role", "inner", { assumeRolePolicy: "{}" }, { parent: service });
        return [
          service,
          inner,
          resource("aws:ecs/taskDefinition:TaskDefinition", "t", { executionRoleArn: inner.arn }, { parent: service }),
        ];
      })(),
      findings: [{ resource: "inner", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "an attachment to a role that is not known yet",
      stack: [
        role,
        fn,
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: unknown, policyArn: BASIC }),
      ],
      at: ["switch-role"],
    },
    {
      name: "a role that another provider may give policies to",
      stack: [role, fn, resource("aws-native:iam:RolePolicy", "n", { roleName: role.name, policyDocument: {} })],
      shape: "up",
      at: ["switch-role"],
    },
  ],
});
