import rule from "../../../policies/validity/iam-policy-before-consumer";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const role = resource("aws:iam/role:Role", "api-role", { name: "api-role" });
const attach = (name: string, options: BuildOptions = {}, policy = "AWSLambdaVPCAccessExecutionRole"): BuiltResource =>
  resource(
    "aws:iam/rolePolicyAttachment:RolePolicyAttachment",
    name,
    { role: role.name, policyArn: `arn:aws:iam::aws:policy/service-role/${policy}` },
    options,
  );
const access = attach("vpc-access");
const logs = attach("logs", {}, "AWSLambdaBasicExecutionRole");
const receive = attach("receive", {}, "AWSLambdaSQSQueueExecutionRole");
const inline = (Action: string): BuiltResource =>
  resource("aws:iam/rolePolicy:RolePolicy", "inline", {
    role: role.name,
    policy: json({ Statement: [{ Effect: "Allow", Action, Resource: "*" }] }),
  });
const inVpc = { vpcConfig: { subnetIds: ["subnet-1"], securityGroupIds: ["sg-1"] } };
const fn = (inputs: Record<string, Input> = inVpc, options: BuildOptions = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "api", { role: role.arn, ...inputs }, options);
const queue = resource("aws:sqs/queue:Queue", "orders");
const mapping = (of: BuiltResource, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lambda/eventSourceMapping:EventSourceMapping",
    "orders-to-api",
    { functionName: of.arn, eventSourceArn: queue.arn },
    options,
  );
const task = (inputs: Record<string, Input> = { executionRoleArn: role.arn }): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "task", { family: "shop", ...inputs });
const service = (of: BuiltResource, options: BuildOptions = {}): BuiltResource =>
  resource("aws:ecs/service:Service", "shop", { taskDefinition: of.arn, desiredCount: 1 }, options);
const nodes = (options: BuildOptions = {}): BuiltResource =>
  resource("aws:eks/nodeGroup:NodeGroup", "nodes", { clusterName: "main", nodeRoleArn: role.arn }, options);
const plain = fn({});

ruleTest(rule, {
  valid: [
    { name: "a function that waits", stack: [role, access, fn(inVpc, { dependsOn: [access] })] },
    { name: "a function whose role AWS does not check", stack: [role, access, plain] },
    {
      name: "a VPC configuration without subnets",
      stack: [role, access, fn({ vpcConfig: { subnetIds: [], securityGroupIds: [] } })],
    },
    { name: "a role without separate policies", stack: [role, fn()] },
    {
      name: "a policy on the function itself, which comes after it",
      stack: [
        role,
        fn(),
        resource("aws:iam/rolePolicy:RolePolicy", "self", { role: role.name, policy: json({ Resource: fn().arn }) }),
      ],
    },
    {
      name: "a mapping of a function that waits",
      stack: [role, access, queue, fn({}, { dependsOn: [access] }), mapping(fn({}, { dependsOn: [access] }))],
    },
    { name: "a mapping that waits", stack: [role, receive, queue, plain, mapping(plain, { dependsOn: [receive] })] },
    { name: "a function in a VPC that does not wait for the policy for logs", stack: [role, logs, fn()] },
    {
      name: "the same, which waits for the policy for the VPC",
      stack: [role, access, logs, fn(inVpc, { dependsOn: [access] })],
    },
    { name: "a function in a VPC and a policy for a table", stack: [role, inline("dynamodb:GetItem"), fn()] },
    { name: "a mapping of a queue and a policy for logs", stack: [role, logs, queue, plain, mapping(plain)] },
    {
      name: "a second policy for the VPC, which comes too late",
      stack: [role, access, attach("again"), fn(inVpc, { dependsOn: [access] })],
    },
    {
      name: "a role with the policy for the VPC in itself",
      stack: (() => {
        const own = resource("aws:iam/role:Role", "api-role", {
          name: "api-role",
          managedPolicyArns: ["arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole"],
        });
        return [own, access, fn()];
      })(),
    },
    {
      name: "a mapping of a function of another stack",
      stack: [
        role,
        access,
        queue,
        resource("aws:lambda/eventSourceMapping:EventSourceMapping", "m", { functionName: "other" }),
      ],
    },
    { name: "a service that waits", stack: [role, access, task(), service(task(), { dependsOn: [access] })] },
    { name: "a task without an execution role", stack: [role, access, task({}), service(task({}))] },
    { name: "a node group that waits", stack: [role, access, nodes({ dependsOn: [access] })] },
    {
      name: "a role of another stack",
      stack: [access, role, fn({ ...inVpc, role: "arn:aws:iam::464738291005:role/x" })],
    },
    { name: "a function that the stack only reads", stack: [role, access, fn(inVpc, { external: true })] },
    { name: "an attachment that the stack only reads", stack: [role, attach("vpc-access", { external: true }), fn()] },
    {
      name: "a function that a component of a package creates",
      stack: [
        role,
        access,
        fn(inVpc, { parent: resource("awsx:lambda:Thing", "x") }),
        resource("awsx:lambda:Thing", "x"),
      ],
    },
  ],
  invalid: [
    {
      name: "a function in a VPC that waits for the policy for logs only",
      stack: [role, access, logs, fn(inVpc, { dependsOn: [logs] })],
      findings: [
        {
          resource: "api",
          path: "role",
          message:
            /^AWS uses the role api-role at once, .* wait for vpc-access, which .* named "vpc-access" to its `dependsOn`.*CreateNetworkInterface on EC2/,
        },
      ],
    },
    {
      name: "a function with a dead-letter target",
      stack: [
        role,
        logs,
        inline("sqs:*"),
        attach("more", {}, "AWSLambdaSQSQueueExecutionRole"),
        queue,
        fn({ deadLetterConfig: { targetArn: queue.arn } }),
      ],
      findings: [{ resource: "api", path: "role", message: /wait for inline, which gives the role/ }],
    },
    {
      name: "a function with a file system",
      stack: [
        role,
        inline("elasticfilesystem:*"),
        fn({ fileSystemConfig: { arn: unknown, localMountPath: "/mnt/x" } }),
      ],
      findings: [{ resource: "api", path: "role" }],
    },
    {
      name: "a mapping",
      stack: [role, receive, queue, plain, mapping(plain)],
      findings: [{ resource: "orders-to-api", path: "functionName", message: /ReceiveMessage on SQS/ }],
    },
    {
      name: "a mapping onto a stream",
      stack: [
        role,
        access,
        plain,
        resource("aws:lambda/eventSourceMapping:EventSourceMapping", "m", {
          functionName: plain.name,
          eventSourceArn: "arn:aws:kinesis:eu-west-1:464738291005:stream/s",
        }),
      ],
      findings: [{ resource: "m", path: "functionName", message: /`dependsOn`\.$/ }],
    },
    {
      name: "a service",
      stack: [role, access, task(), service(task())],
      findings: [{ resource: "shop", path: "taskDefinition" }],
    },
    { name: "a node group", stack: [role, access, nodes()], findings: [{ resource: "nodes", path: "nodeRoleArn" }] },
  ],
  undecided: [
    {
      name: "a function in a VPC and a policy that is not known yet",
      stack: [
        role,
        queue,
        resource("aws:iam/rolePolicy:RolePolicy", "later", {
          role: role.name,
          policy: json({ Statement: [{ Effect: "Allow", Action: "*", Resource: queue.arn }] }),
        }),
        fn(),
      ],
      at: ["api.role"],
    },
    {
      name: "an unknown role",
      stack: [role, access, fn({ ...inVpc, role: unknown })],
      at: ["api.role"],
    },
  ],
});
