import rule from "../../../policies/identity/resource-policy-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const ACCOUNT = "464738291005";
const QUEUE = "aws:sqs/queuePolicy:QueuePolicy";
const URL = "https://sqs.eu-central-1.amazonaws.com/464738291005/orders";

const queuePolicy = (name: string, policy: Input): BuiltResource => resource(QUEUE, name, { queueUrl: URL, policy });
const document = (...statements: Record<string, Input>[]): string =>
  JSON.stringify({ Version: "2012-10-17", Statement: statements });
const allow = (more: Record<string, Input>): Record<string, Input> => ({
  Effect: "Allow",
  Principal: "*",
  Action: "sqs:SendMessage",
  Resource: "*",
  ...more,
});
const under = (name: string, Condition: Input): BuiltResource => queuePolicy(name, document(allow({ Condition })));

const NARROWING: Record<string, Input> = {
  "a topic": { ArnEquals: { "aws:SourceArn": "arn:aws:sns:eu-central-1:464738291005:orders" } },
  "topics of an account": { ArnLike: { "AWS:SourceArn": "arn:aws:sns:*:464738291005:*" } },
  "a bucket": { ArnLike: { "aws:SourceArn": "arn:aws:s3:*:*:orders-of-the-shop" } },
  "an account": { StringEquals: { "aws:SourceAccount": ACCOUNT } },
  "an organization": { StringEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  "a part of an organization": {
    "ForAnyValue:StringLike": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/r-ab12/ou-ab12-11111111/*" },
  },
  "an endpoint": { StringEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } },
  "an office": {
    IpAddress: { "aws:SourceIp": ["203.0.113.0/24", "10.0.0.0/8"] },
    Bool: { "aws:SecureTransport": "true" },
  },
  "one address": { IpAddress: { "aws:SourceIp": "203.0.113.7" } },
  "the organization of the resource": { StringEquals: { "aws:PrincipalOrgID": "${aws:ResourceOrgID}" } },
  "the account of the resource": { StringEquals: { "aws:SourceAccount": "${aws:ResourceAccount}" } },
  "an owner": { StringEquals: { "AWS:SourceOwner": ACCOUNT } },
};

const OPEN: Record<string, Input> = {
  "nothing at all": {},
  "an operator without keys": { StringEquals: {} },
  "encrypted requests": { Bool: { "aws:SecureTransport": "true" } },
  "any topic": { ArnLike: { "aws:SourceArn": "arn:aws:sns:*:*:*" } },
  "any account": { StringLike: { "aws:SourceAccount": "*" } },
  "all but one account": { StringNotEquals: { "aws:PrincipalAccount": ACCOUNT } },
  "one account or any": { StringLike: { "aws:SourceAccount": [ACCOUNT, "*"] } },
  "an organization, if there is one": { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
  "every value of none": { "ForAllValues:StringEquals": { "aws:PrincipalOrgPaths": "o-a1b2c3d4e5/*" } },
  "any organization": { Null: { "aws:PrincipalOrgID": "false" } },
  "half of the internet": { IpAddress: { "aws:SourceIp": "0.0.0.0/1" } },
  "the internet of IPv6": { IpAddress: { "aws:SourceIp": "::/0" } },
  "the caller's own account": { StringEquals: { "aws:SourceAccount": "${aws:PrincipalAccount}" } },
  "a browser": { StringLike: { "aws:UserAgent": "*Mozilla*" } },
};

const CASES_OF_DOCUMENTS: readonly [type: string, property: string][] = [
  ["aws:sns/topicPolicy:TopicPolicy", "policy"],
  ["aws:sns/topic:Topic", "policy"],
  ["aws:kms/key:Key", "policy"],
  ["aws:kms/keyPolicy:KeyPolicy", "policy"],
  ["aws:ecr/repositoryPolicy:RepositoryPolicy", "policy"],
  ["aws:secretsmanager/secretPolicy:SecretPolicy", "policy"],
  ["aws:backup/vaultPolicy:VaultPolicy", "policy"],
  ["aws:efs/fileSystemPolicy:FileSystemPolicy", "policy"],
  ["aws:glacier/vault:Vault", "accessPolicy"],
  ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", "policy"],
  ["aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy", "policy"],
  ["aws:s3tables/tableBucketPolicy:TableBucketPolicy", "resourcePolicy"],
  ["aws:codeartifact/domainPermissions:DomainPermissions", "policyDocument"],
];

const permission = (name: string, inputs: Record<string, Input>): BuiltResource =>
  resource("aws:lambda/permission:Permission", name, { action: "lambda:InvokeFunction", function: "shop", ...inputs });
const method = (name: string, authorization: string, api: Input, httpMethod = "GET"): BuiltResource =>
  resource("aws:apigateway/method:Method", name, { restApi: api, authorization, httpMethod });
const api = (name: string): BuiltResource => resource("aws:apigateway/restApi:RestApi", name, { policy: apiPolicy });
const apiPolicy = document(allow({ Action: "execute-api:Invoke" }));
const openApi = api("open");
const userApi = api("users");

ruleTest(rule, {
  valid: [
    ...Object.entries(NARROWING).map(([name, condition]) => ({ name, stack: [under("orders", condition)] })),
    {
      name: "particular principals",
      stack: [
        queuePolicy("account", document(allow({ Principal: { AWS: ACCOUNT } }))),
        queuePolicy("service", document(allow({ Principal: { Service: "sns.amazonaws.com" } }))),
        queuePolicy("denied", document(allow({ Effect: "Deny" }))),
        queuePolicy("empty", ""),
        queuePolicy("none", undefined),
      ],
    },
    {
      name: "denied to all outside of the organization",
      stack: [
        queuePolicy(
          "orders",
          document(
            allow({ Action: ["sqs:SendMessage", "sqs:ReceiveMessage"] }),
            allow({
              Effect: "Deny",
              Action: "sqs:*",
              Condition: {
                StringNotEqualsIfExists: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
                BoolIfExists: { "aws:PrincipalIsAWSService": "false" },
              },
            }),
          ),
        ),
      ],
    },
    {
      name: "denied to everyone after all",
      stack: [queuePolicy("orders", document(allow({}), allow({ Effect: "Deny", Action: "*" })))],
    },
    {
      name: "a file system through its mount targets",
      stack: [
        resource("aws:efs/fileSystemPolicy:FileSystemPolicy", "files", {
          fileSystemId: "fs-1",
          policy: document(
            allow({
              Principal: { AWS: "*" },
              Action: "elasticfilesystem:ClientMount",
              Condition: { Bool: { "elasticfilesystem:AccessedViaMountTarget": "true" } },
            }),
          ),
        }),
      ],
    },
    {
      name: "permissions with a source",
      stack: [
        permission("api", {
          principal: "apigateway.amazonaws.com",
          sourceArn: "arn:aws:execute-api:eu-central-1:464738291005:a1/*",
        }),
        permission("bucket", { principal: "s3.amazonaws.com", sourceArn: "arn:aws:s3:::orders" }),
        permission("later", { principal: "s3.amazonaws.com", sourceArn: unknown }),
        permission("account", { principal: ACCOUNT }),
        permission("organization", { principal: "*", principalOrgId: "o-a1b2c3d4e5" }),
      ],
    },
    {
      name: "an open URL, which has a rule of its own",
      stack: [
        resource("aws:lambda/functionUrl:FunctionUrl", "hook", { functionName: "shop", authorizationType: "NONE" }),
        permission("hook", { principal: "*", action: "lambda:InvokeFunctionUrl", functionUrlAuthType: "NONE" }),
      ],
    },
    {
      name: "a domain in a VPC",
      stack: [
        resource("aws:opensearch/domain:Domain", "search", {
          vpcOptions: { subnetIds: ["subnet-1"] },
          accessPolicies: document(allow({ Action: "es:*" })),
        }),
      ],
    },
    {
      name: "a private API for one endpoint",
      stack: [
        resource("aws:apigateway/restApi:RestApi", "shop", {
          endpointConfiguration: { types: "PRIVATE" },
          policy: document(
            allow({ Action: "execute-api:Invoke", Resource: "execute-api:/*" }),
            allow({
              Effect: "Deny",
              Action: "execute-api:Invoke",
              Resource: "execute-api:/*",
              Condition: { StringNotEquals: { "aws:SourceVpce": "vpce-1a2b3c4d" } },
            }),
          ),
        }),
      ],
    },
    {
      name: "a layer and a bus for an organization",
      stack: [
        resource("aws:lambda/layerVersionPermission:LayerVersionPermission", "tools", {
          layerName: "tools",
          versionNumber: 1,
          statementId: "all",
          action: "lambda:GetLayerVersion",
          principal: "*",
          organizationId: "o-a1b2c3d4e5",
        }),
        resource("aws:cloudwatch/eventPermission:EventPermission", "bus", {
          principal: "*",
          statementId: "all",
          condition: { type: "StringEquals", key: "aws:PrincipalOrgID", value: "o-a1b2c3d4e5" },
        }),
      ],
    },
  ],
  invalid: [
    ...Object.entries(OPEN).map(([name, condition]) => ({
      name,
      stack: [under("orders", condition)],
      findings: [{ resource: "orders", path: "policy.Statement[0].Principal" }],
    })),
    ...CASES_OF_DOCUMENTS.map(([type, property]) => ({
      name: type,
      stack: [resource(type, "open", { [property]: document(allow({ Principal: { AWS: "*" } })) })],
      findings: [{ resource: "open", path: `${property}.Statement[0].Principal` }],
    })),
    {
      name: "everyone in other forms",
      stack: [
        queuePolicy("list", document(allow({ Principal: { AWS: [ACCOUNT, "*"] } }))),
        queuePolicy(
          "but",
          document({ Effect: "Allow", NotPrincipal: { AWS: ACCOUNT }, Action: "sqs:*", Resource: "*" }),
        ),
        queuePolicy("services", document(allow({ Principal: { Service: "*" } }))),
        queuePolicy("object", { Version: "2012-10-17", Statement: allow({}) }),
        resource("aws:sqs/queue:Queue", "lower", {
          policy: JSON.stringify({ statement: { effect: "allow", principal: "*", action: "sqs:*", resource: "*" } }),
        }),
      ],
      findings: [
        { resource: "list", path: "policy.Statement[0].Principal" },
        { resource: "but", path: "policy.Statement[0].NotPrincipal", message: /everyone but a few/ },
        { resource: "services", path: "policy.Statement[0].Principal" },
        { resource: "object", path: "policy.Statement.Principal" },
        { resource: "lower", path: "policy.statement.Principal" },
      ],
    },
    {
      name: "denied for plain HTTP only",
      stack: [
        queuePolicy(
          "orders",
          document(allow({}), allow({ Effect: "Deny", Condition: { Bool: { "aws:SecureTransport": "false" } } })),
        ),
      ],
      findings: [{ resource: "orders", path: "policy.Statement[0].Principal" }],
    },
    {
      name: "denied to others for another action only",
      stack: [
        queuePolicy(
          "orders",
          document(
            allow({}),
            allow({
              Effect: "Deny",
              Action: "sqs:DeleteMessage",
              Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            }),
          ),
        ),
      ],
      findings: [{ resource: "orders", path: "policy.Statement[0].Principal" }],
    },
    {
      name: "permissions",
      stack: [
        permission("all", { principal: "*" }),
        permission("accounts", { principal: "*", functionUrlAuthType: "AWS_IAM", action: "lambda:InvokeFunctionUrl" }),
        permission("bucket", { principal: "s3.amazonaws.com" }),
        permission("wild", { principal: "*", sourceArn: "arn:aws:execute-api:*:*:*" }),
        permission("api", { principal: "apigateway.amazonaws.com" }),
        resource("aws:lambda/layerVersionPermission:LayerVersionPermission", "layer", {
          layerName: "tools",
          versionNumber: 1,
          statementId: "all",
          action: "lambda:GetLayerVersion",
          principal: "*",
        }),
        resource("aws:cloudwatch/eventPermission:EventPermission", "bus", { principal: "*", statementId: "all" }),
      ],
      findings: [
        { resource: "all", path: "principal" },
        { resource: "accounts", path: "principal" },
        { resource: "bucket", path: "sourceArn" },
        { resource: "wild", path: "principal" },
        { resource: "api", path: "sourceArn", level: "advisory" },
        { resource: "layer", path: "principal" },
        { resource: "bus", path: "principal" },
      ],
    },
    {
      name: "search domains with a public endpoint",
      stack: [
        resource("aws:opensearch/domain:Domain", "search", { accessPolicies: document(allow({ Action: "es:*" })) }),
        resource("aws:opensearch/domain:Domain", "users", {
          accessPolicies: document(allow({ Action: "es:*" })),
          advancedSecurityOptions: { enabled: true },
        }),
        resource("aws:elasticsearch/domainPolicy:DomainPolicy", "old", {
          domainName: "old",
          accessPolicies: document(allow({ Action: "es:*" })),
        }),
      ],
      findings: [
        { resource: "search", path: "accessPolicies.Statement[0].Principal" },
        { resource: "users", path: "accessPolicies.Statement[0].Principal", level: "advisory" },
        { resource: "old", path: "accessPolicies.Statement[0].Principal" },
      ],
    },
    {
      name: "APIs",
      stack: [
        openApi,
        method("open", "NONE", openApi["id"]),
        userApi,
        method("users", "COGNITO_USER_POOLS", userApi["id"]),
        method("preflight", "NONE", userApi["id"], "OPTIONS"),
      ],
      findings: [
        { resource: "open", path: "policy.Statement[0].Principal" },
        { resource: "users", path: "policy.Statement[0].Principal", level: "advisory" },
      ],
    },
  ],
  undecided: [
    { name: "a document", stack: [queuePolicy("orders", unknown)], at: ["orders.policy"] },
    {
      name: "a denial that spares requests of AWS services, which may act for any account",
      stack: [
        queuePolicy(
          "orders",
          document(
            allow({}),
            allow({
              Effect: "Deny",
              Condition: {
                StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" },
                BoolIfExists: { "aws:ViaAWSService": "false" },
              },
            }),
          ),
        ),
      ],
      at: ["orders.policy"],
    },
    {
      name: "a denial for another resource, which may be the same",
      stack: [
        queuePolicy(
          "orders",
          document(
            allow({}),
            allow({
              Effect: "Deny",
              Resource: "arn:aws:sqs:eu-central-1:464738291005:orders",
              Condition: { StringNotEquals: { "aws:PrincipalOrgID": "o-a1b2c3d4e5" } },
            }),
          ),
        ),
      ],
      at: ["orders.policy"],
    },
    {
      name: "a principal",
      stack: [queuePolicy("orders", { Statement: [allow({ Principal: { AWS: unknown } })] })],
      at: ["orders.policy"],
    },
    {
      name: "a condition",
      stack: [under("orders", { StringEquals: { "shop:Color": "blue" } })],
      at: ["orders.policy"],
    },
    {
      name: "the principal of a permission",
      stack: [permission("orders", { principal: unknown })],
      at: ["orders.principal"],
    },
  ],
});
