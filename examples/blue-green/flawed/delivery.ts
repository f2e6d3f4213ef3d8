import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { databases, sessionTable } from "./database";
import { loadBalancerGroup, privateSubnets, publicSubnets, serviceGroup, vpc } from "./network";
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

// B25: no healthCheck, so AWS asks for "/" and expects 200.
const blueTargets = new aws.lb.TargetGroup("blue-targets", {
  vpcId: vpc.id,
  targetType: "ip",
  protocol: "HTTP",
  port: APPLICATION_PORT,
});

// B26: none here either.
const greenTargets = new aws.lb.TargetGroup("green-targets", {
  vpcId: vpc.id,
  targetType: "ip",
  protocol: "HTTP",
  port: APPLICATION_PORT,
});

const listener = new aws.lb.Listener("https-listener", {
  loadBalancerArn: loadBalancer.arn,
  protocol: "HTTPS",
  port: 443,
  sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  certificateArn: validatedCertificate.certificateArn,
  // B27: all traffic to one group; it cannot be shifted by weight.
  defaultActions: [{ type: "forward", targetGroupArn: blueTargets.arn }],
});

// Testers reach green by a header.
const greenRule = new aws.lb.ListenerRule("green-rule", {
  listenerArn: listener.arn,
  priority: 10,
  conditions: [{ httpHeader: { httpHeaderName: "X-Payments-Side", values: ["green"] } }],
  actions: [{ type: "forward", targetGroupArn: greenTargets.arn }],
});

export const redirectListener = new aws.lb.Listener("http-listener", {
  loadBalancerArn: loadBalancer.arn,
  protocol: "HTTP",
  port: 80,
  defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
});

const cluster = new aws.ecs.Cluster("services", { settings: [{ name: "containerInsights", value: "enabled" }] });

const image = pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${imageVersion}`;

function createService(color: Color, targets: aws.lb.TargetGroup, forwarding: pulumi.Resource): aws.ecs.Service {
  const database = databases[color];
  const log = new aws.cloudwatch.LogGroup(`${color}-service-log`, { retentionInDays: 365 });

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
    ]),
  });

  const taskDefinition = new aws.ecs.TaskDefinition(`${color}-task`, {
    family: `payments-${color}`,
    requiresCompatibilities: ["FARGATE"],
    networkMode: "awsvpc",
    cpu: "1024",
    memory: "2048",
    executionRoleArn: executionRole.arn,
    taskRoleArn: taskRole.arn,
    containerDefinitions: pulumi.jsonStringify([
      {
        name: CONTAINER,
        image,
        essential: true,
        portMappings: [{ containerPort: APPLICATION_PORT, protocol: "tcp" }],
        environment: [
          { name: "SIDE", value: color },
          { name: "DATABASE_HOST", value: database.cluster.endpoint },
          { name: "DATABASE_PORT", value: String(DATABASE_PORT) },
          { name: "DATABASE_NAME", value: DATABASE_NAME },
          { name: "SESSION_TABLE", value: sessionTable.name },
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

  return new aws.ecs.Service(
    `${color}-service`,
    {
      cluster: cluster.arn,
      taskDefinition: taskDefinition.arn,
      launchType: "FARGATE",
      desiredCount: 2,
      networkConfiguration: {
        subnets: privateSubnets.map((subnet) => subnet.id),
        securityGroups: [serviceGroup.id],
        assignPublicIp: false,
      },
      loadBalancers: [{ targetGroupArn: targets.arn, containerName: CONTAINER, containerPort: APPLICATION_PORT }],
      deploymentMinimumHealthyPercent: 100,
      deploymentMaximumPercent: 200,
      deploymentCircuitBreaker: { enable: true, rollback: true },
      healthCheckGracePeriodSeconds: 90,
    },
    { dependsOn: [forwarding, database.instance, executionPolicy, taskPolicy] },
  );
}

const targetGroups = { blue: blueTargets, green: greenTargets };
const forwardings = { blue: listener, green: greenRule };
for (const color of COLORS) {
  createService(color, targetGroups[color], forwardings[color]);
}

// B5: no CloudWatch alarms on databases, services, response time or throttling.
