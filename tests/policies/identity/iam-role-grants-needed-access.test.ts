import rule from "../../../policies/identity/iam-role-grants-needed-access";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type BuiltResource, type Input, type Json } from "../../../src/testing/stack";

const FUNCTION = "aws:lambda/function:Function";
const ROLE = "aws:iam/role:Role";
const ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";

type Statement = Record<string, Input>;
const document = (...statements: Statement[]): Json => json({ Version: "2012-10-17", Statement: statements });
const allow = (actions: Input, resources: Input, more: Statement = {}): Statement => ({
  Effect: "Allow",
  Action: actions,
  Resource: resources,
  ...more,
});
const LOGS = allow(["logs:CreateLogStream", "logs:PutLogEvents"], "*");

const table = resource("aws:dynamodb/table:Table", "orders", { hashKey: "id" });
const globalTable = resource("aws:dynamodb/table:Table", "orders", {
  name: "orders",
  hashKey: "id",
  replicas: [{ regionName: "us-west-2" }],
});
const otherTable = resource("aws:dynamodb/table:Table", "customers", { hashKey: "id" });
const stream = resource("aws:kinesis/stream:Stream", "events", {});
const secret = resource("aws:secretsmanager/secret:Secret", "db", {});
const queue = resource("aws:sqs/queue:Queue", "jobs", {});
const bucket = resource("aws:s3/bucket:Bucket", "uploads", {});
const parameter = resource("aws:ssm/parameter:Parameter", "active", { type: "String", value: "blue" });
const listener = resource("aws:lb/listener:Listener", "front", {});

const role = resource(ROLE, "role", { assumeRolePolicy: "{}" });
const executionRole = resource(ROLE, "execution", { assumeRolePolicy: "{}" });
const policy = (...statements: Statement[]): BuiltResource =>
  resource("aws:iam/rolePolicy:RolePolicy", "policy", { role: role.id, policy: document(...statements) });
const executionPolicy = (...statements: Statement[]): BuiltResource =>
  resource("aws:iam/rolePolicy:RolePolicy", "execution-policy", {
    role: executionRole.id,
    policy: document(...statements),
  });
const attached = (name: string): BuiltResource =>
  resource(ATTACHMENT, "attached", { role: role.name, policyArn: `arn:aws:iam::aws:policy/${name}` });
const fn = (variables: Record<string, Input>): BuiltResource =>
  resource(FUNCTION, "fn", { role: role.arn, environment: { variables } });
const task = (container: Record<string, Input>, more: Record<string, Input> = {}): BuiltResource =>
  resource(TASK, "app", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    taskRoleArn: role.arn,
    executionRoleArn: executionRole.arn,
    containerDefinitions: json([{ name: "app", image: "app:1", ...container }]),
    ...more,
  });
const tasks = (...more: BuiltResource[]): BuiltResource[] => [role, executionRole, executionPolicy(LOGS), ...more];

const onFunction = [{ resource: "fn", path: "role", level: "advisory" as const }];
const onTask = [{ resource: "app", path: "containerDefinitions", level: "advisory" as const }];
/** A function with code in the program. */
const withCode = (code: string, variables: Record<string, Input>, runtime = "nodejs22.x"): BuiltResource =>
  resource(FUNCTION, "fn", {
    role: role.arn,
    runtime,
    handler: "index.handler",
    environment: { variables },
    code: archiveOf(runtime.startsWith("python") ? "index.py" : "index.js", code),
  });
/** An archive with one inline file, as it travels. */
const archiveOf = (name: string, text: string): Input => ({
  "4dabf18193072939515e22adb298388d": "0def7320c3a5731c473e5ecbe6d01bc7",
  assets: { [name]: { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", text } },
});
const USES_DYNAMODB = 'import { DynamoDBClient } from "@aws-sdk/client-dynamodb";\nexport const handler = () => {};';
const odd = resource("constructor", "odd", {});
const component = resource("shop:index:Orders", "component", {});
const service = resource("awsx:ecs:FargateService", "service", {});

ruleTest(rule, {
  valid: [
    {
      name: "a replica of a table in another region",
      stack: [
        globalTable,
        role,
        policy(LOGS, allow("dynamodb:GetItem", "arn:aws:dynamodb:us-west-2:123456789012:table/orders")),
        fn({ TABLE: globalTable.name }),
      ],
    },
    {
      name: "a resource of another provider, whatever its type is called",
      stack: [role, policy(LOGS), odd, fn({ OF: odd.id })],
    },
    {
      name: "a function with access to what it is wired to",
      stack: [
        role,
        table,
        stream,
        policy(LOGS, allow("dynamodb:GetItem", table.arn), allow("kinesis:PutRecord*", [stream.arn])),
        fn({ TABLE: table.name, STREAM: stream.name }),
      ],
    },
    {
      name: "a policy that allows it everywhere",
      stack: [role, table, policy(allow("dynamodb:*", "*")), fn({ TABLE: table.name })],
    },
    {
      name: "an ARN with an index or an object below it",
      stack: [
        role,
        table,
        bucket,
        policy(allow("dynamodb:Query", text`${table.arn}/index/*`), allow("s3:GetObject", text`${bucket.arn}/*`)),
        fn({ TABLE: table.name, BUCKET: bucket.id }),
      ],
    },
    {
      name: "AWS's own policies",
      stack: [role, table, attached("AmazonDynamoDBFullAccess"), fn({ TABLE: table.name })],
    },
    {
      name: "administrator access",
      stack: [
        role,
        table,
        listener,
        attached("AdministratorAccess"),
        fn({ TABLE: table.name, LISTENER: listener.arn }),
      ],
    },
    {
      name: "every action except some",
      stack: [role, table, attached("PowerUserAccess"), fn({ TABLE: table.name })],
    },
    {
      name: "every resource except others",
      stack: [
        role,
        table,
        policy({ Effect: "Allow", Action: "dynamodb:*", NotResource: "arn:aws:dynamodb:*:*:table/secret" }),
        fn({ TABLE: table.name }),
      ],
    },
    {
      name: "a literal ARN that may be the table's",
      stack: [
        role,
        table,
        policy(allow("dynamodb:PutItem", "arn:aws:dynamodb:us-east-1:464738291005:table/orders-*")),
        fn({ TABLE: table.name }),
      ],
    },
    {
      name: "an access point, which the rule does not follow",
      stack: [
        role,
        bucket,
        policy(allow("s3:GetObject", "arn:aws:s3:us-east-1:464738291005:accesspoint/uploads/*")),
        fn({ BUCKET: bucket.id }),
      ],
    },
    {
      name: "policy variables",
      stack: [
        role,
        table,
        policy(allow("dynamodb:GetItem", "arn:aws:dynamodb:*:*:table/${aws:PrincipalTag/team}")),
        fn({ TABLE: table.name }),
      ],
    },
    {
      name: "a policy attached by its role's name in a list",
      stack: (() => {
        const named = resource(ROLE, "named", { name: "worker", assumeRolePolicy: "{}" });
        const shared = resource("aws:iam/policy:Policy", "shared", { policy: document(allow("sqs:*", "*")) });
        return [
          named,
          shared,
          queue,
          resource("aws:iam/policyAttachment:PolicyAttachment", "a", { roles: ["worker"], policyArn: shared.arn }),
          resource(FUNCTION, "fn", { role: named.arn, environment: { variables: { QUEUE: queue.id } } }),
        ];
      })(),
    },
    {
      name: "a policy inside the role",
      stack: (() => {
        const own = resource(ROLE, "own", {
          inlinePolicies: [{ name: "orders", policy: document(allow("dynamodb:PutItem", table.arn)) }],
        });
        return [
          own,
          table,
          resource(FUNCTION, "fn", { role: own.arn, environment: { variables: { TABLE: table.name } } }),
        ];
      })(),
    },
    {
      name: "the secret's own policy",
      stack: [
        role,
        secret,
        policy(LOGS),
        resource("aws:secretsmanager/secretPolicy:SecretPolicy", "sp", {
          secretArn: secret.arn,
          policy: document(allow("secretsmanager:GetSecretValue", "*", { Principal: { AWS: role.arn } })),
        }),
        fn({ SECRET_ARN: secret.arn }),
      ],
    },
    {
      name: "resource policies for every principal, and for a service and a role",
      stack: [
        role,
        secret,
        queue,
        policy(LOGS),
        resource("aws:secretsmanager/secretPolicy:SecretPolicy", "sp", {
          secretArn: secret.arn,
          policy: document(allow("secretsmanager:GetSecretValue", "*", { Principal: "*" })),
        }),
        resource("aws:sqs/queuePolicy:QueuePolicy", "qp", {
          queueUrl: queue.id,
          policy: document(allow("sqs:*", "*", { Principal: { Service: "sns.amazonaws.com", AWS: role.arn } })),
        }),
        fn({ SECRET_ARN: secret.arn, QUEUE: queue.id }),
      ],
    },
    {
      name: "a parameter in a folder, with or without a slash before it",
      stack: [
        role,
        resource("aws:ssm/parameter:Parameter", "a", { type: "String", name: "/shop/active" }),
        resource("aws:ssm/parameter:Parameter", "b", { type: "String", name: "shop/active" }),
        policy(allow("ssm:GetParameter", "arn:aws:ssm:us-east-1:464738291005:parameter/shop/active")),
        fn({ ONE_PARAMETER: "/shop/active", OTHER_PARAMETER: "shop/active" }),
      ],
    },
    {
      name: "a table of a packaged component, before its outputs are known",
      stack: [
        service,
        role,
        policy(LOGS),
        resource("aws:dynamodb/table:Table", "inner", {}, { parent: service }),
        fn({ LOCATION: resource("aws:dynamodb/table:Table", "inner", {}, { parent: service }).name }),
      ],
      shape: "preview",
    },
    {
      name: "a secret that the task does not get",
      stack: [
        role,
        executionRole,
        secret,
        resource("aws:secretsmanager/secret:Secret", "unused", {}),
        executionPolicy(allow("secretsmanager:GetSecretValue", secret.arn)),
        task({ secrets: [{ name: "PASSWORD", valueFrom: secret.arn }] }),
      ],
      shape: "up",
    },
    {
      name: "a bucket's domain name and a parameter's value, which need no permission",
      stack: [
        role,
        bucket,
        parameter,
        policy(LOGS),
        fn({
          ASSETS_URL: bucket.bucketRegionalDomainName,
          BUCKET_DOMAIN: bucket.bucketDomainName,
          SIDE: parameter.value,
        }),
      ],
    },
    {
      name: "a value that only looks like the name of a table",
      stack: [
        role,
        resource("aws:dynamodb/table:Table", "t", { name: "payments" }),
        policy(LOGS),
        fn({ APPLICATION: "payments", TABLE_LAYOUT: "wide" }),
      ],
    },
    {
      name: "a table that the stack only reads",
      stack: (() => {
        const found = resource("aws:dynamodb/table:Table", "found", {}, { external: true });
        return [role, found, policy(LOGS), fn({ TABLE: found.name })];
      })(),
    },
    {
      name: "code with credentials of its own",
      stack: [role, table, policy(LOGS), fn({ TABLE: table.name, AWS_ACCESS_KEY_ID: "x" })],
    },
    {
      name: "code that gets the ARN of another role",
      stack: [role, executionRole, table, policy(LOGS), fn({ TABLE: table.name, WORK_AS: executionRole.arn })],
    },
    {
      name: "a task that gets the ARN of another role",
      stack: tasks(
        stream,
        policy(LOGS),
        task({
          environment: [
            { name: "STREAM", value: stream.name },
            { name: "WORK_AS", value: executionRole.arn },
          ],
        }),
      ),
    },
    {
      name: "a task with access to its stream, whose secret ECS may fetch",
      stack: [
        role,
        executionRole,
        stream,
        secret,
        policy(allow("kinesis:PutRecords", stream.arn)),
        executionPolicy(allow("secretsmanager:GetSecretValue", text`${secret.arn}*`)),
        task({
          environment: [{ name: "STREAM", value: stream.name }],
          secrets: [{ name: "PASSWORD", valueFrom: text`${secret.arn}:password::` }],
        }),
      ],
    },
    {
      name: "a task without anything that needs permission",
      stack: tasks(task({ environment: [{ name: "MODE", value: "fast" }], secrets: [] })),
    },
    {
      name: "a function and a task without any environment",
      stack: tasks(resource(FUNCTION, "f", { role: role.arn }), resource(TASK, "t")),
    },
    {
      name: "a task on instances, which have a role as well",
      stack: [
        executionRole,
        executionPolicy(LOGS),
        stream,
        task(
          { environment: [{ name: "STREAM", value: stream.name }] },
          { taskRoleArn: undefined, requiresCompatibilities: ["EC2"] },
        ),
      ],
    },
    {
      name: "a queue that Lambda may read",
      stack: [
        role,
        queue,
        fn({}),
        attached("service-role/AWSLambdaSQSQueueExecutionRole"),
        resource("aws:lambda/eventSourceMapping:EventSourceMapping", "m", {
          functionName: resource(FUNCTION, "fn", { role: role.arn, environment: { variables: {} } }).arn,
          eventSourceArn: queue.arn,
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "a task role that may write logs only (F12)",
      stack: tasks(stream, policy(LOGS), task({ environment: [{ name: "STREAM", value: stream.name }] })),
      findings: [
        { ...onTask[0], message: /the stream events \(such as "kinesis:PutRecord" or "kinesis:PutRecords"\)/ },
      ],
    },
    {
      name: "a switch without any policy (B28)",
      stack: [role, listener, parameter, fn({ LISTENER_ARN: listener.arn, SSM_PARAM_NAME: parameter.name })],
      findings: [
        {
          ...onFunction[0],
          message:
            /listener front \(such as "elasticloadbalancing:ModifyListener".*parameter active \(such as "ssm:GetParameter"/,
        },
      ],
    },
    {
      name: "only the basic policy of AWS",
      stack: [role, table, attached("service-role/AWSLambdaBasicExecutionRole"), fn({ TABLE: table.name })],
      findings: onFunction,
    },
    {
      name: "a policy for another table by its literal ARN",
      stack: [
        role,
        resource("aws:dynamodb/table:Table", "t", { name: "orders", hashKey: "id" }),
        policy(allow("dynamodb:*", "arn:aws:dynamodb:us-east-1:464738291005:table/customers")),
        fn({ TABLE: "orders" }),
      ],
      findings: [{ ...onFunction[0], message: /the table t \(/ }],
    },
    {
      name: "a policy for another table by its ARN, once that is known",
      stack: [role, table, otherTable, policy(allow("dynamodb:*", otherTable.arn)), fn({ TABLE: table.name })],
      findings: onFunction,
      shape: "up",
    },
    {
      name: "a policy for another table during a deployment, when it is too late",
      stack: [role, table, otherTable, policy(allow("dynamodb:*", otherTable.arn)), fn({ TABLE: table.name })],
      deploying: true,
      findings: onFunction,
      shape: "up",
    },
    {
      name: "a denial",
      stack: [
        role,
        table,
        policy(allow("dynamodb:*", "*"), { Effect: "Deny", NotAction: "logs:*", Resource: "*" }),
        fn({ TABLE: table.name }),
      ],
      findings: onFunction,
    },
    {
      name: "a denial of this table, once its ARN is known",
      stack: [
        role,
        table,
        policy(allow("dynamodb:*", "*"), { Effect: "Deny", Action: "dynamodb:*", Resource: table.arn }),
        fn({ TABLE: table.name }),
      ],
      shape: "up",
      findings: onFunction,
    },
    {
      name: "a name within a longer string",
      stack: [role, table, policy(LOGS), fn({ LOCATION: text`dynamodb://${table.name}/orders` })],
      findings: onFunction,
    },
    {
      name: "literals during a deployment",
      stack: [
        role,
        resource("aws:dynamodb/table:Table", "t", { name: "orders", hashKey: "id" }),
        resource("aws:iam/rolePolicy:RolePolicy", "policy", {
          role: role.id,
          policy: JSON.stringify({ Statement: [{ Effect: "Allow", Action: "logs:*", Resource: "*" }] }),
        }),
        fn({ TABLE: "orders" }),
      ],
      deploying: true,
      shape: "up",
      findings: onFunction,
    },
    {
      name: "computed containers during a deployment",
      stack: tasks(stream, policy(LOGS), task({ environment: [{ name: "STREAM", value: stream.name }] })),
      deploying: true,
      shape: "up",
      findings: onTask,
    },
    {
      name: "a denial of everything except others",
      stack: [
        role,
        table,
        policy(allow("dynamodb:*", "*"), { Effect: "Deny", Action: "dynamodb:*", NotResource: "arn:aws:s3:::*" }),
        fn({ TABLE: table.name }),
      ],
      findings: onFunction,
    },
    {
      name: "a secret's policy for a service",
      stack: [
        role,
        secret,
        policy(LOGS),
        resource("aws:secretsmanager/secretPolicy:SecretPolicy", "sp", {
          secretArn: secret.arn,
          policy: document(allow("secretsmanager:*", "*", { Principal: { Service: "rds.amazonaws.com" } })),
        }),
        fn({ SECRET_ARN: secret.arn }),
      ],
      findings: onFunction,
    },
    {
      name: "an event source that Lambda may not read",
      stack: [
        role,
        stream,
        attached("service-role/AWSLambdaBasicExecutionRole"),
        fn({}),
        resource("aws:lambda/eventSourceMapping:EventSourceMapping", "m", {
          functionName: resource(FUNCTION, "fn", { role: role.arn, environment: { variables: {} } }).arn,
          eventSourceArn: stream.arn,
        }),
      ],
      findings: [{ resource: "fn", path: "role", message: /"kinesis:GetRecords".*rejects the event source mapping/ }],
    },
    {
      name: "a secret that neither role of a task may read, before it is known what uses it",
      stack: tasks(secret, policy(LOGS), task({ secrets: [{ name: "PASSWORD", valueFrom: secret.arn }] })),
      shape: "preview",
      findings: [{ ...onTask[0], message: /the secret db/ }],
    },
    {
      name: "a secret that ECS may not fetch",
      stack: tasks(secret, policy(LOGS), task({ secrets: [{ name: "PASSWORD", valueFrom: secret.arn }] })),
      shape: "up",
      findings: [{ resource: "app", path: "containerDefinitions", message: /ECS fetches the secret db.*do not start/ }],
    },
    {
      name: "a secret that only the task role may read",
      stack: tasks(
        secret,
        policy(allow("secretsmanager:GetSecretValue", "*")),
        task({ secrets: [{ name: "PASSWORD", valueFrom: text`${secret.arn}:password::` }] }),
      ),
      shape: "up",
      findings: [{ resource: "app", path: "containerDefinitions" }],
    },
    {
      name: "secrets of log drivers and registries",
      stack: tasks(
        secret,
        parameter,
        policy(LOGS),
        task({
          repositoryCredentials: { credentialsParameter: secret.arn },
          logConfiguration: { secretOptions: [{ name: "key", valueFrom: parameter.arn }] },
        }),
      ),
      shape: "up",
      findings: [
        {
          resource: "app",
          path: "containerDefinitions",
          message: /parameter active.*secret db|secret db.*parameter active/,
        },
      ],
    },
    {
      name: "a Fargate task without a task role",
      stack: [
        executionRole,
        executionPolicy(LOGS),
        stream,
        task({ environment: [{ name: "STREAM", value: stream.name }] }, { taskRoleArn: undefined }),
      ],
      findings: onTask,
    },
    {
      name: "code that creates a client of the service",
      stack: [role, table, policy(LOGS), withCode(USES_DYNAMODB, { TABLE: table.name })],
      findings: [{ resource: "fn", path: "role", message: /creates a client of the service/ }],
    },
    {
      name: "code in Python and older code that create a client of the service",
      stack: [
        role,
        secret,
        policy(LOGS),
        withCode('import boto3\nsecrets = boto3.client("secretsmanager")\n', { SECRET_ARN: secret.arn }, "python3.13"),
        resource(FUNCTION, "old", {
          role: role.arn,
          runtime: "nodejs22.x",
          handler: "index.handler",
          environment: { variables: { LISTENER_ARN: listener.arn } },
          code: archiveOf("index.js", "const AWS = require('aws-sdk');\nconst client = new AWS.ELBv2();"),
        }),
        listener,
      ],
      findings: [
        { resource: "fn", path: "role" },
        { resource: "old", path: "role" },
      ],
    },
    {
      name: "code that does not call the service",
      stack: [
        role,
        table,
        policy(LOGS),
        withCode("exports.handler = async () => process.env.TABLE;", { TABLE: table.name }),
      ],
      findings: onFunction,
    },
    {
      name: "code that uses the table through DAX",
      stack: [
        role,
        table,
        policy(LOGS),
        withCode(`${USES_DYNAMODB}\nconst { Dax } = require("@amazon-dax-sdk/client-dax");`, { TABLE: table.name }),
      ],
      findings: onFunction,
    },
    {
      name: "code that starts Glue jobs, which use the bucket with their own role",
      stack: [
        role,
        bucket,
        policy(LOGS, allow("glue:StartJobRun", "*")),
        withCode('const { S3Client } = require("@aws-sdk/client-s3");', { BUCKET: bucket.id }),
      ],
      findings: onFunction,
    },
    {
      name: "code that gets its data through S3 Access Grants",
      stack: [
        role,
        bucket,
        policy(LOGS, allow("s3:GetDataAccess", "*")),
        withCode('const { S3Client } = require("@aws-sdk/client-s3");', { BUCKET: bucket.id }),
      ],
      findings: onFunction,
    },
    {
      name: "a need that is certain beside one that is not",
      stack: [role, table, queue, policy(LOGS), withCode(USES_DYNAMODB, { TABLE: table.name, QUEUE: queue.id })],
      findings: [
        { resource: "fn", path: "role", message: /the table orders/ },
        { resource: "fn", path: "role", level: "advisory", message: /the queue jobs/ },
      ],
    },
    {
      name: "a function in a component",
      stack: [
        component,
        role,
        policy(LOGS),
        resource("aws:dynamodb/table:Table", "orders", {}, { parent: component }),
        resource(
          FUNCTION,
          "fn",
          {
            role: role.arn,
            environment: {
              variables: { TABLE: resource("aws:dynamodb/table:Table", "orders", {}, { parent: component }).name },
            },
          },
          { parent: component },
        ),
      ],
      findings: onFunction,
    },
    {
      name: "a task of a packaged component",
      stack: (() => {
        const inner = resource(ROLE, "inner", {}, { parent: service });
        return [
          service,
          inner,
          stream,
          resource(
            TASK,
            "app",
            {
              requiresCompatibilities: ["FARGATE"],
              taskRoleArn: inner.arn,
              containerDefinitions: json([{ name: "app", environment: [{ name: "STREAM", value: stream.name }] }]),
            },
            { parent: service },
          ),
        ];
      })(),
      findings: onTask,
    },
  ],
  undecided: [
    {
      name: "a policy that is not known yet",
      stack: [role, table, otherTable, policy(allow("dynamodb:*", otherTable.arn)), fn({ TABLE: table.name })],
      at: ["fn.role"],
    },
    {
      name: "an AWS-managed policy that the table does not have",
      stack: [role, table, attached("service-role/BrandNewExecutionRole"), fn({ TABLE: table.name })],
      at: ["fn.role"],
    },
    {
      name: "a customer-managed policy of another stack",
      stack: [
        role,
        table,
        resource(ATTACHMENT, "a", { role: role.name, policyArn: "arn:aws:iam::464738291005:policy/team" }),
        fn({ TABLE: table.name }),
      ],
      shape: "up",
      at: ["fn.role"],
    },
    {
      name: "a role that may assume another one",
      stack: [role, table, policy(allow("sts:AssumeRole", "*")), fn({ TABLE: table.name })],
      at: ["fn.role"],
    },
    {
      name: "a role that may assume another one but has the access itself",
      stack: [
        role,
        table,
        policy(allow("sts:AssumeRole", "*"), allow("dynamodb:GetItem", "*")),
        fn({ TABLE: table.name }),
      ],
      at: [],
    },
    {
      name: "a role of another stack",
      stack: [
        table,
        resource(FUNCTION, "fn", {
          role: "arn:aws:iam::464738291005:role/elsewhere",
          environment: { variables: { TABLE: table.name } },
        }),
      ],
      at: ["fn.role"],
    },
    {
      name: "one of two roles, not known which",
      stack: [
        role,
        executionRole,
        table,
        resource(FUNCTION, "fn", {
          role: text`${role.arn}${executionRole.arn}`,
          environment: { variables: { TABLE: table.name } },
        }),
      ],
      at: ["fn.role"],
    },
    {
      name: "a bucket policy that is not known yet",
      stack: [
        role,
        bucket,
        policy(LOGS),
        resource("aws:s3/bucketPolicy:BucketPolicy", "bp", {
          bucket: bucket.id,
          policy: document(allow("s3:GetObject", text`${bucket.arn}/*`, { Principal: "*" })),
        }),
        fn({ BUCKET: bucket.id }),
      ],
      at: ["fn.role"],
    },
    {
      name: "two buckets, one of which may be there for its domain name",
      stack: [
        role,
        bucket,
        resource("aws:s3/bucket:Bucket", "assets", {}),
        policy(LOGS),
        fn({ UPLOAD_BUCKET: bucket.id, CDN: resource("aws:s3/bucket:Bucket", "assets", {}).bucketDomainName }),
      ],
      at: [],
    },
    {
      name: "an environment and containers that are not known yet",
      stack: tasks(
        resource(FUNCTION, "fn", { role: role.arn, environment: unknown }),
        resource(TASK, "app", { containerDefinitions: unknown, taskRoleArn: role.arn }),
      ),
      at: [],
    },
  ],
});
