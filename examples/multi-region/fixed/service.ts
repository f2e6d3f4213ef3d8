import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { credentials, databases, orders, repository } from "./data";
import { keyOf, primaryKey, standbyKey } from "./keys";
import { networks } from "./network";
import {
  accountId,
  domainName,
  hostedZoneId,
  imageVersion,
  LOG_RETENTION_DAYS,
  named,
  operatorsEmail,
  type Permission,
  primary,
  type Region,
  serviceRole,
  standby,
} from "./settings";

export interface Service {
  api: aws.apigatewayv2.Api;
  domain: aws.apigatewayv2.DomainName;
  topic: aws.sns.Topic;
}

/** Calls the people on call after three bad minutes, in the region where it is bad. */
function watch(
  part: string,
  region: Region,
  topic: aws.sns.Topic,
  what: Pick<aws.cloudwatch.MetricAlarmArgs, "namespace" | "metricName" | "dimensions" | "threshold" | "statistic">,
): void {
  new aws.cloudwatch.MetricAlarm(
    named(part, region),
    {
      ...what,
      alarmDescription: `${part} of the orders API in ${region.name}`,
      period: 60,
      evaluationPeriods: 3,
      comparisonOperator: "GreaterThanThreshold",
      treatMissingData: "notBreaching",
      alarmActions: [topic.arn],
      okActions: [topic.arn],
    },
    { provider: region.provider },
  );
}

/** What each function in the VPC does: it logs, traces and attaches itself to the subnets. */
const functionPermissions = (logs: aws.cloudwatch.LogGroup): Permission[] => [
  { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: [pulumi.interpolate`${logs.arn}:*`] },
  { actions: ["xray:PutTraceSegments", "xray:PutTelemetryRecords"], on: ["*"] },
  {
    actions: [
      "ec2:CreateNetworkInterface",
      "ec2:DeleteNetworkInterface",
      "ec2:DescribeNetworkInterfaces",
      "ec2:DescribeSubnets",
      "ec2:AssignPrivateIpAddresses",
      "ec2:UnassignPrivateIpAddresses",
    ],
    on: ["*"],
  },
];

function serviceIn(region: Region): Service {
  const { name, part, provider } = region;
  const { subnets, functions, ready } = networks[part];
  const options = { provider };
  const local = (arn: pulumi.Output<string>): pulumi.Output<string> =>
    arn.apply((text) => text.replace(primary.name, name));

  const logs = (of: string, logName: string): aws.cloudwatch.LogGroup =>
    new aws.cloudwatch.LogGroup(
      named(`${of}-logs`, region),
      { name: logName, retentionInDays: LOG_RETENTION_DAYS, kmsKeyId: keyOf(region) },
      options,
    );
  const functionName = named("api", region);
  const functionLogs = logs("function", `/aws/lambda/${functionName}`);
  const role = serviceRole(`api-${part}`, "lambda.amazonaws.com", [
    ...functionPermissions(functionLogs),
    {
      actions: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:Query", "dynamodb:UpdateItem"],
      on: [local(orders.arn)],
    },
    { actions: ["secretsmanager:GetSecretValue"], on: [local(credentials.arn)] },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], on: [primaryKey.arn, standbyKey.arn] },
  ]);
  const handler = new aws.lambda.Function(
    named("api", region),
    {
      name: functionName,
      packageType: "Image",
      imageUri: pulumi.interpolate`${accountId}.dkr.ecr.${name}.amazonaws.com/${repository.name}:${imageVersion}`,
      role: role.arn,
      timeout: 20,
      memorySize: 512,
      kmsKeyArn: keyOf(region),
      tracingConfig: { mode: "Active" },
      vpcConfig: { subnetIds: subnets.map(({ id }) => id), securityGroupIds: [functions.id] },
      environment: {
        variables: {
          ORDERS_TABLE: orders.name,
          DATABASE_HOST: databases[part].cluster.endpoint,
          DATABASE_SECRET: credentials.name,
        },
      },
    },
    { provider, dependsOn: [role.policy, functionLogs, ...ready] },
  );

  const api = new aws.apigatewayv2.Api(named("api", region), { protocolType: "HTTP" }, options);
  const integration = new aws.apigatewayv2.Integration(
    named("api", region),
    {
      apiId: api.id,
      integrationType: "AWS_PROXY",
      integrationUri: handler.invokeArn,
      payloadFormatVersion: "2.0",
      timeoutMilliseconds: 25_000,
    },
    options,
  );
  const routes = ["ANY /orders/{id}", "GET /health"].map(
    (routeKey, index) =>
      new aws.apigatewayv2.Route(
        named(`route-${String(index + 1)}`, region),
        { apiId: api.id, routeKey, target: pulumi.interpolate`integrations/${integration.id}` },
        options,
      ),
  );
  new aws.lambda.Permission(
    named("api", region),
    {
      function: handler.name,
      action: "lambda:InvokeFunction",
      principal: "apigateway.amazonaws.com",
      sourceArn: pulumi.interpolate`${api.executionArn}/*`,
    },
    options,
  );
  const stage = new aws.apigatewayv2.Stage(
    named("api", region),
    {
      apiId: api.id,
      name: "$default",
      autoDeploy: true,
      accessLogSettings: {
        destinationArn: logs("access", named("access", region)).arn,
        format: JSON.stringify({
          requestId: "$context.requestId",
          route: "$context.routeKey",
          status: "$context.status",
        }),
      },
      defaultRouteSettings: { throttlingBurstLimit: 400, throttlingRateLimit: 200 },
    },
    { provider, dependsOn: routes },
  );

  // Both regions answer for the same name, each with a certificate of its own.
  const certificate = new aws.acm.Certificate(named("api", region), { domainName, validationMethod: "DNS" }, options);
  const [proof] = [certificate.domainValidationOptions[0]];
  const record = new aws.route53.Record(named("certificate", region), {
    zoneId: hostedZoneId,
    name: proof.resourceRecordName,
    type: proof.resourceRecordType,
    records: [proof.resourceRecordValue],
    ttl: 300,
    allowOverwrite: true,
  });
  const validated = new aws.acm.CertificateValidation(
    named("api", region),
    { certificateArn: certificate.arn, validationRecordFqdns: [record.fqdn] },
    options,
  );
  const domain = new aws.apigatewayv2.DomainName(
    named("api", region),
    {
      domainName,
      domainNameConfiguration: {
        certificateArn: validated.certificateArn,
        endpointType: "REGIONAL",
        securityPolicy: "TLS_1_2",
      },
    },
    options,
  );
  new aws.apigatewayv2.ApiMapping(
    named("api", region),
    { apiId: api.id, domainName: domain.id, stage: stage.id },
    options,
  );

  const topic = new aws.sns.Topic(named("on-call", region), { kmsMasterKeyId: keyOf(region) }, options);
  new aws.sns.TopicSubscription(
    named("on-call", region),
    { topic: topic.arn, protocol: "email", endpoint: operatorsEmail },
    options,
  );
  watch("function-errors", region, topic, {
    namespace: "AWS/Lambda",
    metricName: "Errors",
    dimensions: { FunctionName: handler.name },
    statistic: "Sum",
    threshold: 0,
  });
  watch("server-errors", region, topic, {
    namespace: "AWS/ApiGateway",
    metricName: "5xx",
    dimensions: { ApiId: api.id, Stage: stage.name },
    statistic: "Sum",
    threshold: 0,
  });
  watch("database-cpu", region, topic, {
    namespace: "AWS/RDS",
    metricName: "CPUUtilization",
    dimensions: { DBClusterIdentifier: databases[part].cluster.clusterIdentifier },
    statistic: "Average",
    threshold: 80,
  });
  for (const access of ["Read", "Write"]) {
    watch(`orders-${access.toLowerCase()}-throttling`, region, topic, {
      namespace: "AWS/DynamoDB",
      metricName: `${access}ThrottleEvents`,
      dimensions: { TableName: orders.name },
      statistic: "Sum",
      threshold: 0,
    });
  }
  watch("database-connections", region, topic, {
    namespace: "AWS/RDS",
    metricName: "DatabaseConnections",
    dimensions: { DBClusterIdentifier: databases[part].cluster.clusterIdentifier },
    statistic: "Maximum",
    threshold: 700,
  });
  return { api, domain, topic };
}

/** Changes the password in the primary region; the secret's replicas follow. */
function rotate(): void {
  const { subnets, functions, ready } = networks.primary;
  const functionName = named("rotation");
  const logGroup = new aws.cloudwatch.LogGroup(
    named("rotation-logs"),
    { name: `/aws/lambda/${functionName}`, retentionInDays: LOG_RETENTION_DAYS, kmsKeyId: primaryKey.arn },
    { provider: primary.provider },
  );
  const role = serviceRole("rotation", "lambda.amazonaws.com", [
    ...functionPermissions(logGroup),
    {
      actions: [
        "secretsmanager:DescribeSecret",
        "secretsmanager:GetSecretValue",
        "secretsmanager:PutSecretValue",
        "secretsmanager:UpdateSecretVersionStage",
      ],
      on: [credentials.arn],
    },
    { actions: ["kms:Decrypt", "kms:GenerateDataKey"], on: [primaryKey.arn] },
  ]);
  const handler = new aws.lambda.Function(
    functionName,
    {
      name: functionName,
      packageType: "Image",
      imageUri: pulumi.interpolate`${repository.repositoryUrl}:${imageVersion}`,
      imageConfig: { commands: ["rotation.handler"] },
      role: role.arn,
      timeout: 60,
      memorySize: 512,
      kmsKeyArn: primaryKey.arn,
      tracingConfig: { mode: "Active" },
      vpcConfig: { subnetIds: subnets.map(({ id }) => id), securityGroupIds: [functions.id] },
      environment: { variables: { DATABASE_HOST: databases.primary.cluster.endpoint } },
    },
    { provider: primary.provider, dependsOn: [role.policy, logGroup, ...ready] },
  );
  const permission = new aws.lambda.Permission(
    functionName,
    {
      function: handler.name,
      action: "lambda:InvokeFunction",
      principal: "secretsmanager.amazonaws.com",
      sourceAccount: accountId,
    },
    { provider: primary.provider },
  );
  new aws.secretsmanager.SecretRotation(
    named("database-credentials"),
    { secretId: credentials.id, rotationLambdaArn: handler.arn, rotationRules: { automaticallyAfterDays: 30 } },
    { provider: primary.provider, dependsOn: permission },
  );
}
rotate();

export const services = { primary: serviceIn(primary), standby: serviceIn(standby) };
