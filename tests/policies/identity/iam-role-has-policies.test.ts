import rule from "../../../policies/identity/iam-role-has-policies";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type Input } from "../../../src/testing/stack";

const BASIC = "arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole";
const EXECUTION = "arn:aws:iam::aws:policy/service-role/AmazonECSTaskExecutionRolePolicy";
const policy = json({ Version: "2012-10-17", Statement: [{ Effect: "Allow", Action: "logs:*", Resource: "*" }] });

const role = resource("aws:iam/role:Role", "switch-role", { assumeRolePolicy: "{}" });
const otherRole = resource("aws:iam/role:Role", "other-role", { assumeRolePolicy: "{}" });
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
const onRole = [{ resource: "switch-role", level: "advisory" as const }];
/** A task on Fargate with one container. */
const fargate = (container: Record<string, Input>, more: Record<string, Input> = {}): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    executionRoleArn: role.arn,
    containerDefinitions: json([{ name: "app", image: "public.ecr.aws/nginx/nginx:1.29", ...container }]),
    ...more,
  });
const awslogs = { logConfiguration: { logDriver: "awslogs" } };
const inVpc = (vpcConfig: Input): ReturnType<typeof resource> =>
  resource("aws:lambda/function:Function", "switch", { role: role.arn, vpcConfig });
const secret = resource("aws:secretsmanager/secret:Secret", "db", {});
const withSecret = {
  secrets: [{ name: "PASSWORD", valueFrom: "arn:aws:secretsmanager:us-east-1:464738291005:secret:x" }],
};

ruleTest(rule, {
  valid: [
    {
      name: "a function with one of two roles, which may be the other one",
      stack: [
        role,
        otherRole,
        resource("aws:lambda/function:Function", "switch", { role: text`${role.arn}${otherRole.arn}` }),
      ],
    },
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
    { name: "inline policies", stack: withRole({ inlinePolicies: [{ name: "logs", policy }] }) },
    { name: "managed policies listed in the role", stack: withRole({ managedPolicyArns: [BASIC] }) },
    {
      name: "a role given by its name",
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
      name: "a role of another stack",
      stack: [resource("aws:lambda/function:Function", "f", { role: "arn:aws:iam::464738291005:role/elsewhere" })],
    },
    {
      name: "a role that the stack only reads",
      stack: (() => {
        const found = resource("aws:iam/role:Role", "found", {}, { external: true });
        return [found, resource("aws:lambda/function:Function", "f", { role: found.arn })];
      })(),
    },
    {
      name: "access that is missing and that iam-role-grants-needed-access reports",
      stack: [
        role,
        secret,
        resource("aws:lambda/function:Function", "switch", {
          role: role.arn,
          environment: { variables: { SECRET_ARN: secret.arn } },
        }),
      ],
    },
    {
      name: "one of two roles, not known which",
      stack: [
        role,
        ...withRole({}).slice(0, 1),
        resource("aws:lambda/function:Function", "either", {
          role: text`${role.arn}${resource("aws:iam/role:Role", "own", { assumeRolePolicy: "{}" }).arn}`,
        }),
      ],
      shape: "preview",
    },
    {
      name: "roles without a workload, and the role of the containers themselves",
      stack: [
        role,
        resource("aws:ecs/taskDefinition:TaskDefinition", "app", { containerDefinitions: "[]", taskRoleArn: role.arn }),
      ],
    },
  ],
  invalid: [
    {
      name: "a function that runs without policies",
      stack: [role, fn],
      findings: [{ ...onRole[0], message: /function switch .*AWSLambdaBasicExecutionRole/ }],
    },
    {
      name: "two functions with one such role",
      stack: [role, fn, resource("aws:lambda/function:Function", "other", { role: role.arn })],
      findings: onRole,
    },
    {
      name: "a function in a VPC",
      stack: [role, inVpc({ subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] })],
      shape: "preview",
      findings: [
        { resource: "switch-role", message: /in a VPC.*AWSLambdaVPCAccessExecutionRole.*CreateNetworkInterface/ },
      ],
    },
    {
      name: "a function in a VPC whose subnets are not known yet, beside another function",
      stack: [
        role,
        resource("aws:lambda/function:Function", "another", { role: role.arn }),
        inVpc({ subnetIds: unknown, securityGroupIds: [] }),
      ],
      shape: "preview",
      findings: [{ resource: "switch-role", message: /AWSLambdaVPCAccessExecutionRole/ }],
    },
    {
      name: "a function that exists in a VPC, and got its network interfaces in some other way",
      stack: [role, inVpc({ subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] })],
      shape: "up",
      findings: onRole,
    },
    {
      name: "a function with a VPC configuration without subnets",
      stack: [role, inVpc({ subnetIds: [], securityGroupIds: [] })],
      findings: onRole,
    },
    {
      name: "a task that runs without policies",
      stack: [role, task],
      findings: [{ ...onRole[0], message: /tasks of app .*AmazonECSTaskExecutionRolePolicy/ }],
    },
    {
      name: "a task on Fargate with the awslogs driver and an image in ECR",
      stack: [role, fargate({ ...awslogs, image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/app:1" })],
      findings: [{ resource: "switch-role", message: /pull their image from ECR and send their logs.*awslogs/ }],
    },
    {
      name: "a task on Fargate with a public image and another log driver",
      stack: [role, fargate({ logConfiguration: { logDriver: "awsfirelens" } })],
      findings: onRole,
    },
    {
      name: "a task on instances, whose role sends the logs and pulls the image",
      stack: [
        role,
        fargate(
          { ...awslogs, image: "464738291005.dkr.ecr.us-east-1.amazonaws.com/app:1" },
          { requiresCompatibilities: ["EC2"] },
        ),
      ],
      findings: onRole,
    },
    {
      name: "a task with a secret of another stack",
      stack: [role, fargate({ ...withSecret, name: "app" }, { requiresCompatibilities: ["EC2"] })],
      findings: [{ resource: "switch-role", message: /fetch their secrets/ }],
    },
    {
      name: "a task with containers that are not known yet",
      stack: [role, fargate({}, { containerDefinitions: unknown })],
      shape: "preview",
      findings: onRole,
    },
    {
      name: "empty lists and the block that removes inline policies",
      stack: withRole({ inlinePolicies: [{}], managedPolicyArns: [] }),
      findings: [{ resource: "own", level: "advisory" }],
    },
    {
      name: "policies of another role",
      stack: [
        role,
        fn,
        ...withRole({}).slice(0, 1),
        resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "a", { role: "elsewhere", policyArn: BASIC }),
      ],
      findings: onRole,
    },
    {
      name: "a role of a component of the program",
      stack: (() => {
        const inner = resource("aws:iam/role:Role", "inner", { assumeRolePolicy: "{}" }, { parent: component });
        return [
          component,
          inner,
          resource("aws:lambda/function:Function", "f", { role: inner.arn }, { parent: component }),
        ];
      })(),
      findings: [{ resource: "inner", level: "advisory" }],
    },
    {
      name: "a role of a packaged component",
      stack: (() => {
        const inner = resource("aws:iam/role:Role", "inner", { assumeRolePolicy: "{}" }, { parent: service });
        return [
          service,
          inner,
          resource(
            "aws:ecs/taskDefinition:TaskDefinition",
            "t",
            {
              executionRoleArn: inner.arn,
              requiresCompatibilities: ["FARGATE"],
              containerDefinitions: json([{ name: "app", ...awslogs }]),
            },
            { parent: service },
          ),
        ];
      })(),
      findings: [{ resource: "inner", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "an imported role, which may have policies that were not imported",
      stack: (() => {
        const console = resource("aws:iam/role:Role", "console", { assumeRolePolicy: "{}" }, { imported: true });
        return [
          console,
          resource("aws:ecs/taskDefinition:TaskDefinition", "t", {
            executionRoleArn: console.arn,
            requiresCompatibilities: ["FARGATE"],
            containerDefinitions: json([{ name: "app", ...awslogs }]),
          }),
        ];
      })(),
      at: ["console"],
    },
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
