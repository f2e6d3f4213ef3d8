import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { databases, rotations, sessionTable } from "./database";
import { key, logGroup } from "./foundation";
import { groups, loadBalancerGroup, privateSubnets, publicSubnets, vpc } from "./network";
import {
  accountId,
  APPLICATION_PORT,
  COLORS,
  type Color,
  DATABASE_NAME,
  DATABASE_PORT,
  domainName,
  hostedZoneId,
  imageVersion,
  logArchiveBucket,
  permissions,
  physicalName,
  region,
  trust,
} from "./settings";

const CONTAINER = "api";
const REPOSITORY = "payments-api";

const certificate = new aws.acm.Certificate("certificate", { domainName, validationMethod: "DNS" });
const validationOption = certificate.domainValidationOptions[0];
const validationRecord = new aws.route53.Record("certificate-validation-record", {
  zoneId: hostedZoneId,
  name: validationOption.resourceRecordName,
  type: validationOption.resourceRecordType,
  records: [validationOption.resourceRecordValue],
  ttl: 300,
});
const validatedCertificate = new aws.acm.CertificateValidation("certificate-validation", {
  certificateArn: certificate.arn,
  validationRecordFqdns: [validationRecord.fqdn],
});

export const loadBalancer = new aws.lb.LoadBalancer("load-balancer", {
  loadBalancerType: "application",
  internal: false,
  subnets: publicSubnets.map((subnet) => subnet.id),
  securityGroups: [loadBalancerGroup.id],
  dropInvalidHeaderFields: true,
  enableDeletionProtection: true,
  accessLogs: { enabled: true, bucket: logArchiveBucket, prefix: "payments" },
});

export const targetGroups = Object.fromEntries(
  COLORS.map((color) => [
    color,
    new aws.lb.TargetGroup(`${color}-targets`, {
      vpcId: vpc.id,
      targetType: "ip",
      protocol: "HTTP",
      port: APPLICATION_PORT,
      deregistrationDelay: 30,
      healthCheck: {
        path: "/health",
        protocol: "HTTP",
        matcher: "200",
        interval: 15,
        timeout: 5,
        healthyThreshold: 2,
        unhealthyThreshold: 3,
      },
    }),
  ]),
) as Record<Color, aws.lb.TargetGroup>;

// Blue begins with all traffic. From then on the weights belong to the switch function, not to this program.
export const listener = new aws.lb.Listener(
  "https-listener",
  {
    loadBalancerArn: loadBalancer.arn,
    protocol: "HTTPS",
    port: 443,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    certificateArn: validatedCertificate.certificateArn,
    defaultActions: [
      {
        type: "forward",
        forward: {
          targetGroups: [
            { arn: targetGroups.blue.arn, weight: 100 },
            { arn: targetGroups.green.arn, weight: 0 },
          ],
        },
      },
    ],
  },
  { ignoreChanges: ["defaultActions"] },
);

export const redirectListener = new aws.lb.Listener("http-listener", {
  loadBalancerArn: loadBalancer.arn,
  protocol: "HTTP",
  port: 80,
  defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
});

export const addressRecord = new aws.route53.Record("address-record", {
  zoneId: hostedZoneId,
  name: domainName,
  type: "A",
  aliases: [{ name: loadBalancer.dnsName, zoneId: loadBalancer.zoneId, evaluateTargetHealth: true }],
});

function visibility(metricName: string): aws.types.input.wafv2.WebAclVisibilityConfig {
  return { metricName, cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true };
}

const webAcl = new aws.wafv2.WebAcl("web-acl", {
  description: "Requests to the payment platform",
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: visibility("payments"),
  rules: [
    ...["AWSManagedRulesCommonRuleSet", "AWSManagedRulesKnownBadInputsRuleSet"].map((name, priority) => ({
      name,
      priority,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
      visibilityConfig: visibility(name),
    })),
    {
      name: "RequestsPerAddress",
      priority: 2,
      action: { block: {} },
      statement: { rateBasedStatement: { aggregateKeyType: "IP", limit: 2000 } },
      visibilityConfig: visibility("RequestsPerAddress"),
    },
  ],
});

export const webAclAssociation = new aws.wafv2.WebAclAssociation("web-acl-association", {
  resourceArn: loadBalancer.arn,
  webAclArn: webAcl.arn,
});

const execLog = logGroup("exec-log", physicalName("exec"));

export const cluster = new aws.ecs.Cluster("services", {
  settings: [{ name: "containerInsights", value: "enabled" }],
  configuration: {
    executeCommandConfiguration: {
      kmsKeyId: key.arn,
      logging: "OVERRIDE",
      logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: execLog.name },
    },
  },
});

/** The image is built and pushed by the application's own pipeline. */
const image = pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${imageVersion}`;

function createService(color: Color): aws.ecs.Service {
  const database = databases[color];
  const log = logGroup(`${color}-service-log`, physicalName(`${color}-service`));

  const executionRole = new aws.iam.Role(`${color}-execution-role`, {
    assumeRolePolicy: trust("ecs-tasks.amazonaws.com"),
  });
  const executionPolicy = new aws.iam.RolePolicy(`${color}-execution-policy`, {
    role: executionRole.id,
    policy: permissions([
      { Effect: "Allow", Action: ["ecr:GetAuthorizationToken"], Resource: "*" },
      {
        Effect: "Allow",
        Action: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
        Resource: pulumi.interpolate`arn:aws:ecr:${region}:${accountId}:repository/${REPOSITORY}`,
      },
      {
        Effect: "Allow",
        Action: ["logs:CreateLogStream", "logs:PutLogEvents"],
        Resource: pulumi.interpolate`${log.arn}:*`,
      },
      { Effect: "Allow", Action: ["secretsmanager:GetSecretValue"], Resource: database.credentials.arn },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: key.arn },
    ]),
  });

  const taskRole = new aws.iam.Role(`${color}-task-role`, { assumeRolePolicy: trust("ecs-tasks.amazonaws.com") });
  const taskPolicy = new aws.iam.RolePolicy(`${color}-task-policy`, {
    role: taskRole.id,
    policy: permissions([
      {
        Effect: "Allow",
        Action: ["dynamodb:GetItem", "dynamodb:PutItem", "dynamodb:UpdateItem", "dynamodb:DeleteItem"],
        Resource: sessionTable.arn,
      },
      { Effect: "Allow", Action: ["kms:Decrypt"], Resource: key.arn },
    ]),
  });

  const taskDefinition = new aws.ecs.TaskDefinition(`${color}-task`, {
    family: physicalName(color),
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
    executionRoleArn: executionRole.arn,
    taskRoleArn: taskRole.arn,
    containerDefinitions: pulumi.jsonStringify([
      {
        name: CONTAINER,
        image,
        essential: true,
        readonlyRootFilesystem: true,
        portMappings: [{ containerPort: APPLICATION_PORT, protocol: "tcp" }],
        environment: [
          { name: "SIDE", value: color },
          { name: "DATABASE_HOST", value: database.cluster.endpoint },
          { name: "DATABASE_READER_HOST", value: database.cluster.readerEndpoint },
          { name: "DATABASE_PORT", value: String(DATABASE_PORT) },
          { name: "DATABASE_NAME", value: DATABASE_NAME },
          { name: "SESSION_TABLE", value: sessionTable.name },
        ],
        secrets: [
          { name: "DATABASE_USER", valueFrom: pulumi.interpolate`${database.credentials.arn}:username::` },
          { name: "DATABASE_PASSWORD", valueFrom: pulumi.interpolate`${database.credentials.arn}:password::` },
        ],
        healthCheck: {
          command: ["CMD-SHELL", `curl --fail --silent http://localhost:${APPLICATION_PORT}/health || exit 1`],
          interval: 15,
          timeout: 5,
          retries: 3,
          startPeriod: 30,
        },
        logConfiguration: {
          logDriver: "awslogs",
          options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": CONTAINER },
        },
      },
    ]),
  });

  const service = new aws.ecs.Service(
    `${color}-service`,
    {
      cluster: cluster.arn,
      taskDefinition: taskDefinition.arn,
      launchType: "FARGATE",
      desiredCount: 3,
      networkConfiguration: {
        subnets: privateSubnets.map((subnet) => subnet.id),
        securityGroups: [groups[color].service.id],
        assignPublicIp: false,
      },
      loadBalancers: [
        { targetGroupArn: targetGroups[color].arn, containerName: CONTAINER, containerPort: APPLICATION_PORT },
      ],
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      healthCheckGracePeriodSeconds: 90,
      propagateTags: "SERVICE",
      enableEcsManagedTags: true,
    },
    {
      dependsOn: [listener, ...database.instances, rotations[color], executionPolicy, taskPolicy],
      ignoreChanges: ["desiredCount"],
    },
  );

  const scaling = new aws.appautoscaling.Target(`${color}-scaling`, {
    serviceNamespace: "ecs",
    scalableDimension: "ecs:service:DesiredCount",
    resourceId: pulumi.interpolate`service/${cluster.name}/${service.name}`,
    minCapacity: 3,
    maxCapacity: 12,
  });
  new aws.appautoscaling.Policy(`${color}-scaling-by-cpu`, {
    serviceNamespace: scaling.serviceNamespace,
    scalableDimension: scaling.scalableDimension,
    resourceId: scaling.resourceId,
    policyType: "TargetTrackingScaling",
    targetTrackingScalingPolicyConfiguration: {
      predefinedMetricSpecification: { predefinedMetricType: "ECSServiceAverageCPUUtilization" },
      targetValue: 60,
    },
  });
  return service;
}

export const services = Object.fromEntries(COLORS.map((color) => [color, createService(color)])) as Record<
  Color,
  aws.ecs.Service
>;
