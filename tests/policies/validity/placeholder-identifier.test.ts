import rule from "../../../policies/validity/placeholder-identifier";
import { ruleTest } from "../../../src/testing/rule-test";
import { createdAndDeployed } from "../../kit/deployed";
import { json, resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const LISTENER = "aws:lb/listener:Listener";
const listener = (certificateArn: Input): BuiltResource => resource(LISTENER, "https", { port: 443, certificateArn });
const role = (principal: Input): BuiltResource =>
  resource("aws:iam/role:Role", "app", {
    assumeRolePolicy: json({ Statement: [{ Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }] }),
  });
const trusted = role({ AWS: "arn:aws:iam::123456789012:root" });
const group = resource("aws:ec2/securityGroup:SecurityGroup", "web", { vpcId: "vpc-12345678" });
const certificate = resource("aws:acm/certificate:Certificate", "site", { domainName: "shop.io" });
const record = (zoneId: Input): BuiltResource => resource("aws:route53/record:Record", "www", { zoneId, name: "www" });
const RECORD = 'new aws.route53.Record("www", { zoneId, name: "www" });';
const under = (inputs: Record<string, Input>): BuiltResource[] => {
  const provider = resource("pulumi:providers:aws", "local", inputs);
  return [
    provider,
    resource(
      "aws:sns/topicSubscription:TopicSubscription",
      "s",
      { topic: "arn:aws:sns:us-east-1:123456789012:t" },
      { provider },
    ),
  ];
};

ruleTest(rule, {
  valid: [
    {
      name: "real identifiers",
      stack: [certificate, listener(certificate.arn), role({ Service: "ecs-tasks.amazonaws.com" })],
    },
    { name: "what a data source returned", stack: [trusted, group], literals: ["arn:aws:iam::", "vpc-1234"] },
    { name: "what may come from a data source, the sources not at hand", stack: [trusted, group] },
    {
      name: "what is not known yet",
      stack: [listener(unknown), resource("aws:s3/bucket:Bucket", "b", { bucket: unknown })],
    },
    {
      name: "an emulator",
      stack: [...under({ endpoints: [{ sns: "http://localhost:4566" }] })],
      literals: ["arn:aws:sns:us-east-1:123456789012:t"],
    },
    {
      name: "an emulator that has no accounts",
      stack: [...under({ skipRequestingAccountId: "true" })],
      literals: ["arn:aws:sns:us-east-1:123456789012:t"],
    },
    {
      name: "the account that the provider is for",
      stack: [...under({ allowedAccountIds: ["123456789012"] })],
      literals: ["arn:aws:sns:us-east-1:123456789012:t"],
    },
    {
      name: "what people read, parameters, secrets, variables and code",
      stack: [
        resource("aws:s3/bucket:Bucket", "b", { tags: { Owner: "your-role-arn", Vpc: "vpc-xxxx" } }),
        resource("aws:ssm/parameter:Parameter", "p", { type: "String", value: "your-bucket-name" }),
        resource("aws:secretsmanager/secretVersion:SecretVersion", "v", {
          secretId: "s",
          secretString: "your-api-key",
        }),
        resource("aws:rds/instance:Instance", "db", { instanceClass: "db.t4g.micro", password: "your-db-password" }),
        resource("aws:iam/policy:Policy", "policy", {
          description: "your-bucket",
          policy: json({ Statement: [{ Sid: "your-bucket", Effect: "Allow", Action: "s3:*", Resource: text`*` }] }),
        }),
        resource("aws:lambda/function:Function", "f", {
          environment: { variables: { VPC: "vpc-xxxx", NAME: "your-db" } },
        }),
        resource("aws:apigateway/restApi:RestApi", "api", { body: json({ example: "your-bucket-name" }) }),
      ],
    },
    {
      name: "an image of a sample registry, which container-image-placeholder reports",
      stack: [
        resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
          family: "shop",
          containerDefinitions: json([{ name: "app", image: "your-registry.example.com/your-app:1" }]),
        }),
      ],
    },
    {
      name: "example values in a dashboard",
      stack: [
        resource("aws:cloudwatch/dashboard:Dashboard", "d", {
          dashboardName: "shop",
          dashboardBody: json({
            widgets: [
              { type: "text", properties: { markdown: "vpc-xxxx" } },
              { type: "metric", properties: { metrics: [["AWS/EC2", "CPUUtilization", "InstanceId", "i-xxxxxxxx"]] } },
            ],
          }),
        }),
      ],
    },
    {
      name: "names that the program gives itself",
      stack: [
        resource("aws:s3/bucket:Bucket", "b", { bucket: "your-bucket-name" }),
        resource("aws:s3/bucket:Bucket", "c", { bucketPrefix: "your-bucket-" }),
        resource("aws:ec2/launchTemplate:LaunchTemplate", "t", { name: "lt-example" }),
        resource("aws:rds/instance:Instance", "db", {
          instanceClass: "db.t4g.micro",
          dbSubnetGroupName: "subnet-example",
        }),
        resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
          family: "your-app",
          containerDefinitions: json([{ name: "your-app", image: "nginx:1" }]),
        }),
      ],
    },
    {
      name: "templates of events and requests, which have gaps",
      stack: [
        resource("aws:cloudwatch/eventTarget:EventTarget", "t", {
          rule: "r",
          arn: "arn:aws:sns:us-east-1:464738291005:t",
          inputTransformer: {
            inputPaths: { account: "$.account", id: "$.detail.id" },
            inputTemplate: json({ arn: "arn:aws:ec2:us-east-1:<account>:instance/<id>" }),
          },
        }),
        resource("aws:apigateway/integrationResponse:IntegrationResponse", "i", {
          restApi: "a",
          resourceId: "r",
          httpMethod: "GET",
          statusCode: "200",
          responseTemplates: { "application/json": json({ accountId: "123456789012" }) },
        }),
      ],
      literals: ["123456789012"],
    },
    {
      name: "an emulator whose address the environment sets",
      stack: [...under({ skipCredentialsValidation: true })],
      literals: ["arn:aws:sns:us-east-1:123456789012:t"],
    },
    {
      name: "what the stack only reads",
      stack: [resource("aws:ec2/subnet:Subnet", "s", { vpcId: "vpc-xxxx" }, { external: true })],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "a certificate",
      stack: [listener("arn:aws:acm:us-east-1:464738291005:certificate/placeholder")],
      findings: [
        {
          resource: "https",
          path: "certificateArn",
          message:
            /^"placeholder" is a placeholder for a certificate\. Use the ARN of an aws\.acm\.Certificate.*AWS rejects this with: "CertificateNotFound"\./,
        },
      ],
    },
    {
      name: "an account in the principals of a policy",
      stack: [trusted],
      literals: ["arn:aws:iam::123456789012:root"],
      findings: [
        {
          resource: "app",
          path: "assumeRolePolicy.Statement[0].Principal.AWS",
          message: /getCallerIdentity.*AWS rejects this with: "Invalid principal in policy"\./,
        },
      ],
    },
    {
      name: "an account from the configuration, and one alone in a list",
      stack: [role({ AWS: ["123456789012", "464738291005"] })],
      config: { "shop:partner": "123456789012" },
      findings: [{ resource: "app", path: "assumeRolePolicy.Statement[0].Principal.AWS[0]" }],
    },
    {
      name: "an account in a template",
      stack: [
        resource("aws:lambda/function:Function", "f", {
          role: "arn:aws:iam::464738291005:role/f",
          environment: { variables: { TOPIC: "arn:aws:sns:us-east-1:123456789012:alerts" } },
        }),
      ],
      files: {
        "index.ts": "const account = '123456789012'; export const arn = `arn:aws:sns:us-east-1:${account}:alerts`;",
      },
      findings: [{ resource: "f", path: "environment.variables.TOPIC" }],
    },
    {
      name: "ids and names in forms that AWS never gives",
      stack: [
        resource("aws:ec2/subnet:Subnet", "s", { vpcId: "vpc-xxxx", cidrBlock: "10.0.0.0/24" }),
        resource("aws:ec2/instance:Instance", "i", { keyName: "your-key-pair", vpcSecurityGroupIds: ["sg-xxxxxxxx"] }),
        resource("aws:iam/policy:Policy", "policy", {
          policy: json({
            Statement: [{ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::your-bucket/*" }],
          }),
        }),
        resource("aws:ecs/taskDefinition:TaskDefinition", "task", {
          family: "shop",
          containerDefinitions: json([{ name: "app", image: "your-account.dkr.ecr.us-east-1.amazonaws.com/app:1" }]),
        }),
      ],
      findings: [
        { resource: "s", path: "vpcId", message: /^"vpc-xxxx" is a placeholder for an id/ },
        { resource: "i", path: "keyName", level: "advisory", message: /looks like a placeholder for a name/ },
        { resource: "i", path: "vpcSecurityGroupIds[0]" },
        { resource: "policy", path: "policy.Statement[0].Resource", level: "advisory" },
        { resource: "task", path: "containerDefinitions[0].image", level: "advisory" },
      ],
    },
    {
      name: "a key and a bucket in ARNs that cannot exist",
      stack: [
        resource("aws:iam/policy:Policy", "policy", {
          policy: json({
            Statement: [
              {
                Effect: "Allow",
                Action: "*",
                Resource: [
                  "arn:aws:kms:us-east-1:464738291005:key/xxxxxxxx-xxxx-xxxx-xxxx-xxxxxxxxxxxx",
                  "arn:aws:s3:::<bucket>/*",
                ],
              },
            ],
          }),
        }),
        resource("aws:ec2/instance:Instance", "i", { launchTemplate: { id: "lt-xxxx" } }),
      ],
      findings: [
        { resource: "policy", path: "policy.Statement[0].Resource[0]" },
        { resource: "policy", path: "policy.Statement[0].Resource[1]" },
        { resource: "i", path: "launchTemplate.id" },
      ],
    },
    {
      name: "a zone id of zeros that the program uses in previews only",
      stack: [record("Z000000000000")],
      files: { "index.ts": `const zoneId = pulumi.runtime.isDryRun() ? "Z000000000000" : zone.id; ${RECORD}` },
      findings: [{ resource: "www", path: "zoneId", level: "advisory", message: /uses in previews only/ }],
    },
    {
      name: "an account of zeros inside an ARN that the program uses in previews only, in Python",
      stack: [
        resource("aws:lb/listener:Listener", "https", {
          certificateArn: `arn:aws:acm:us-east-1:000000000000:certificate/1`,
        }),
      ],
      files: {
        "Pulumi.yaml": "name: shop\nruntime: python\n",
        "__main__.py": 'account = "000000000000" if pulumi.runtime.is_dry_run() else caller.account_id\n',
      },
      findings: [{ resource: "https", path: "certificateArn", level: "advisory" }],
    },
    {
      name: "a zone id of zeros that a deployment uses too",
      stack: [record("Z000000000000")],
      files: { "index.ts": `const zoneId = config.get("zoneId") ?? "Z000000000000"; ${RECORD}` },
      findings: [{ resource: "www", path: "zoneId" }],
    },
    {
      name: "a zone id for previews that reached a deployment",
      stack: [record("Z000000000000")],
      deploying: true,
      files: { "index.ts": `const zoneId = pulumi.runtime.isDryRun() ? "Z000000000000" : zone.id; ${RECORD}` },
      findings: [{ resource: "www", path: "zoneId" }],
    },
    {
      name: "an example id in the sources",
      stack: [group],
      literals: ["vpc-12345678"],
      findings: [{ resource: "web", path: "vpcId" }],
    },
  ]),
});
