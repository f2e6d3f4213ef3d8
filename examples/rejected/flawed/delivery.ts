import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { catalog, catalogInstances, orders, sessions } from "./data";
import { readPrice, rewrite } from "./functions";
import { accountId, config, key, logGroup, region, serviceRole, useKey } from "./identity";
import {
  apiEndpoint,
  APPLICATION_PORT,
  balancerGroup,
  certificateFor,
  domainName,
  nameFor,
  privateSubnetIds,
  publicSubnetIds,
  taskGroup,
  toInternet,
  vpc,
} from "./network";
import { artifacts, bucketPolicy, site } from "./storage";

const CONTAINER = "shop";

/** The rules that AWS keeps against common attacks. */
function firewall(part: string, scope: string): aws.wafv2.WebAcl {
  const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: part, sampledRequestsEnabled: true };
  return new aws.wafv2.WebAcl(part, {
    scope,
    defaultAction: { allow: {} },
    visibilityConfig,
    rules: [
      {
        name: "common",
        priority: 0,
        overrideAction: { none: {} },
        statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
        visibilityConfig,
      },
    ],
  });
}

// The shop itself: tasks behind a load balancer.

export const balancer = new aws.lb.LoadBalancer(
  "shop",
  {
    subnets: publicSubnetIds,
    securityGroups: [balancerGroup.id],
    dropInvalidHeaderFields: true,
    enableDeletionProtection: true,
    accessLogs: { enabled: true, bucket: config.require("logArchiveBucket"), prefix: "shop" },
  },
  { dependsOn: toInternet },
);
// load-balancer-name-length: 26 characters, and 8 that Pulumi adds.
const targets = new aws.lb.TargetGroup("shop-tasks-behind-balancer", {
  vpcId: vpc.id,
  targetType: "instance", // ecs-network-mode: tasks have addresses of their own, and are no instances.
  protocol: "TCP", // load-balancer-protocols: the listener forwards HTTP.
  port: APPLICATION_PORT,
  healthCheck: { path: "/health", matcher: "200" },
});
export const listener = new aws.lb.Listener("https", {
  loadBalancerArn: balancer.arn,
  protocol: "HTTPS",
  port: 443,
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  certificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/placeholder", // placeholder-identifier: names no certificate.
  defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});
nameFor("shop", balancer.dnsName, balancer.zoneId);
new aws.wafv2.WebAclAssociation("shop", {
  resourceArn: balancer.arn,
  webAclArn: firewall("shop", "REGIONAL").arn,
});

// Tills of the stores come by the VPC.

const inner = new aws.lb.LoadBalancer("tills", {
  internal: true,
  subnets: privateSubnetIds,
  securityGroups: [balancerGroup.id],
  dropInvalidHeaderFields: true,
  enableDeletionProtection: true,
  accessLogs: { enabled: true, bucket: config.require("logArchiveBucket"), prefix: "tills" },
});
// target-group-one-balancer: the group is of the first load balancer.
const tillListener = new aws.lb.Listener("tills", {
  loadBalancerArn: inner.arn,
  protocol: "HTTPS",
  port: 443,
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  certificateArn: certificateFor("tills"),
  defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
});
nameFor("tills", inner.dnsName, inner.zoneId);

export const images = new aws.ecr.Repository("shop", {
  name: `shop-${pulumi.getStack()}`,
  imageTagMutability: "IMMUTABLE",
  imageScanningConfiguration: { scanOnPush: true },
  encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: key.arn }],
});
const image = pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${images.name}:${config.require("imageVersion")}`;
export const log = logGroup("shop", `/shop/${pulumi.getStack()}/tasks`);
/** What tasks have to know; they read it, and the secrets that it names, as they start. */
const settings = new aws.ssm.Parameter("settings", {
  name: `/shop/${pulumi.getStack()}/settings`,
  type: "String",
  value: pulumi.jsonStringify({
    orders: { host: orders.address, secret: orders.masterUserSecrets[0].secretArn },
    catalog: { host: catalog.endpoint, secret: catalog.masterUserSecrets[0].secretArn },
    sessions: { host: sessions.primaryEndpointAddress },
  }),
});
const execution = serviceRole("execution", "ecs-tasks.amazonaws.com", [
  { actions: ["ecr:GetAuthorizationToken"], on: "*" },
  {
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
    on: images.arn,
  },
  { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: pulumi.interpolate`${log.arn}:*` },
  { actions: ["ssm:GetParameters"], on: settings.arn },
  useKey,
]);
const task = serviceRole(
  "task",
  "ecs-tasks.amazonaws.com",
  [
    { actions: ["ssm:GetParameter"], on: settings.arn },
    {
      actions: ["secretsmanager:GetSecretValue"],
      on: [orders.masterUserSecrets[0].secretArn, catalog.masterUserSecrets[0].secretArn],
    },
    useKey,
    {
      actions: ["elasticache:Connect"],
      on: [sessions.arn, pulumi.interpolate`arn:aws:elasticache:${region}:${accountId}:user:shop-tasks`],
    },
  ],
  { Team: "checkout", team: "shop" }, // duplicate-tag-keys: to IAM they are one.
);
const definition = new aws.ecs.TaskDefinition("shop", {
  family: "shop",
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  executionRoleArn: execution.role.arn,
  taskRoleArn: task.role.arn,
  containerDefinitions: pulumi.jsonStringify([
    {
      name: CONTAINER,
      image,
      essential: true,
      portMappings: [{ containerPort: 3000, protocol: "tcp" }], // container-port-matches: the service is for 8080.
      environment: [{ name: "SETTINGS", value: settings.name }],
      secrets: [{ name: "SETTINGS", valueFrom: settings.name }], // ecs-secret-names: a variable has that name.
      healthCheck: { command: ["CMD-SHELL", `curl --fail http://localhost:${APPLICATION_PORT}/health || exit 1`] },
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": CONTAINER },
      },
    },
  ]),
});
export const cluster = new aws.ecs.Cluster("shop", {
  name: `shop-${pulumi.getStack()}`,
  settings: [{ name: "containerInsights", value: "enabled" }],
});
export const service = new aws.ecs.Service(
  "shop",
  {
    name: "shop",
    cluster: cluster.arn,
    taskDefinition: definition.arn,
    // ecs-cluster-capacity-providers: the cluster has none.
    capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
    desiredCount: config.requireNumber("tasks"), // ecs-image-from-empty-repository: nothing has pushed the image yet.
    networkConfiguration: { subnets: privateSubnetIds, securityGroups: [taskGroup.id], assignPublicIp: false },
    loadBalancers: [{ targetGroupArn: targets.arn, containerName: CONTAINER, containerPort: APPLICATION_PORT }],
    deploymentMinimumHealthyPercent: 100,
    deploymentMaximumPercent: 200,
    deploymentCircuitBreaker: { enable: true, rollback: true },
    healthCheckGracePeriodSeconds: 60,
  },
  // iam-policy-before-consumer: it does not wait for what its roles may do.
  { dependsOn: [listener, tillListener, orders, ...catalogInstances] },
);

// Prices for the tills of the stores, which come by the VPC.

export const api = new aws.apigateway.RestApi("prices", {
  endpointConfiguration: { types: "PRIVATE", vpcEndpointIds: [apiEndpoint.id] },
});
const price = new aws.apigateway.Resource("price", {
  restApi: api.id,
  parentId: api.rootResourceId,
  pathPart: "price",
});
const method = new aws.apigateway.Method("get-price", {
  restApi: api.id,
  resourceId: price.id,
  httpMethod: "GET",
  authorization: "NONE",
  apiKeyRequired: true,
});
new aws.apigateway.Integration("read-price", {
  restApi: api.id,
  resourceId: price.id,
  httpMethod: method.httpMethod,
  type: "AWS_PROXY",
  integrationHttpMethod: "POST",
  // api-gateway-integration-uri: the ARN of the function, not the path by which API Gateway calls it.
  uri: `arn:aws:lambda:us-east-1:464738291005:function:shop-read-price-${pulumi.getStack()}`,
});
// api-gateway-deployment-methods: nothing answers this method.
new aws.apigateway.Method("head-price", {
  restApi: api.id,
  resourceId: price.id,
  httpMethod: "HEAD",
  authorization: "NONE",
  apiKeyRequired: true,
});
new aws.lambda.Permission("get-price", {
  action: "lambda:InvokeFunction",
  function: readPrice.name,
  principal: "apigateway.amazonaws.com",
  sourceArn: pulumi.interpolate`${api.executionArn}/*/GET/price`,
});
// api-gateway-deployment-order: it waits for neither the method nor the integration.
// api-gateway-private-policy: a private API without a policy lets in nobody, and cannot be deployed.
const deployment = new aws.apigateway.Deployment("prices", { restApi: api.id });
const apiLog = logGroup("prices", `/shop/${pulumi.getStack()}/prices`);
new aws.apigateway.Stage("prices", {
  restApi: api.id,
  deployment: deployment.id,
  stageName: "live",
  xrayTracingEnabled: true,
  // api-gateway-account-role: the account has no role that API Gateway could write this with.
  accessLogSettings: { destinationArn: apiLog.arn, format: "$context.requestId $context.status" },
});
new aws.apigateway.UsagePlan("tills", {
  apiStages: [{ apiId: api.id, stage: "live" }], // api-gateway-stage-order: a text waits for no stage.
  throttleSettings: { rateLimit: 100, burstLimit: 200 },
});

// The magazine: pages that the pipeline puts into a bucket, behind CloudFront.

const access = new aws.cloudfront.OriginAccessControl("site", {
  originAccessControlOriginType: "s3",
  signingBehavior: "always",
  signingProtocol: "sigv4",
});
export const distribution = new aws.cloudfront.Distribution("site", {
  enabled: true,
  webAclId: firewall("magazine", "CLOUDFRONT").arn,
  defaultRootObject: "index.html",
  aliases: [`magazine.${domainName}`, `blog.${domainName}`], // certificate-names: it is for the magazine only.
  origins: [{ originId: "site", domainName: site.bucket.bucketRegionalDomainName, originAccessControlId: access.id }],
  defaultCacheBehavior: {
    targetOriginId: "site",
    viewerProtocolPolicy: "redirect-to-https",
    allowedMethods: ["GET", "HEAD"],
    cachedMethods: ["GET", "HEAD"],
    cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    lambdaFunctionAssociations: [{ eventType: "origin-request", lambdaArn: rewrite.qualifiedArn }],
  },
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: {
    acmCertificateArn: certificateFor("magazine"),
    sslSupportMethod: "sni-only",
    minimumProtocolVersion: "TLSv1.2_2021",
  },
});
nameFor("magazine", distribution.domainName, distribution.hostedZoneId);
bucketPolicy("site", site, [
  {
    Effect: "Allow",
    Principal: { Service: "cloudfront.amazonaws.com" },
    Action: "s3:GetObject",
    Resource: pulumi.interpolate`${site.bucket.arn}/*`,
    Condition: { StringEquals: { "aws:SourceArn": distribution.arn } },
  },
]);

const release = serviceRole("release", "codepipeline.amazonaws.com", [
  {
    actions: ["s3:GetBucketVersioning", "s3:GetObject", "s3:GetObjectVersion", "s3:PutObject"],
    on: [artifacts.bucket.arn, pulumi.interpolate`${artifacts.bucket.arn}/*`],
  },
  { actions: ["s3:PutObject"], on: pulumi.interpolate`${site.bucket.arn}/*` },
]);
new aws.codepipeline.Pipeline(
  "magazine",
  {
    roleArn: release.role.arn,
    // codepipeline-artifact-store-region: only the stores of several regions have one.
    artifactStores: [{ type: "S3", location: artifacts.bucket.bucket, region: "us-east-1" }],
    stages: [
      {
        name: "Source",
        actions: [
          {
            name: "Pages",
            category: "Source",
            owner: "AWS",
            provider: "S3",
            version: "1",
            outputArtifacts: ["pages"],
            configuration: { S3Bucket: artifacts.bucket.bucket, S3ObjectKey: "magazine.zip" },
          },
        ],
      },
      {
        name: "Publish",
        actions: [
          {
            name: "Site",
            category: "Deploy",
            owner: "AWS",
            provider: "S3",
            version: "1",
            inputArtifacts: ["site"], // codepipeline-structure: no action before has this output.
            configuration: { BucketName: site.bucket.bucket, Extract: "true" },
          },
        ],
      },
    ],
  },
  { dependsOn: release.policy },
);
