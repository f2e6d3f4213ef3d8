import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { parcels, sessions, sessionUser, tariffs } from "./data";
import { lambdaFunction, permit } from "./functions";
import {
  APPLICATION_PORT,
  balancerGroup,
  privateSubnetIds,
  publicSubnetIds,
  taskGroup,
  toInternet,
  vpc,
} from "./network";
import { accountId, certificateFor, config, logGroup, named, nameFor, region, serviceRole, useKey } from "./settings";

const CONTAINER = "counter";
const domainName = `counter.${config.require("domainName")}`;
const logArchive = config.require("logArchiveBucket");

// The counter: tasks behind a load balancer, which CodeDeploy exchanges color by color.

export const balancer = new aws.lb.LoadBalancer(
  named("counter"),
  {
    subnets: publicSubnetIds,
    securityGroups: [balancerGroup.id],
    dropInvalidHeaderFields: true,
    enableDeletionProtection: true,
    accessLogs: { enabled: true, bucket: logArchive, prefix: "counter" },
  },
  { dependsOn: toInternet },
);
const colors = ["blue", "green"].map(
  (color) =>
    new aws.lb.TargetGroup(named(color), {
      vpcId: vpc.id,
      targetType: "ip",
      protocol: "HTTP",
      port: APPLICATION_PORT,
      healthCheck: { path: "/health", matcher: "200" },
    }),
);
const [blue, green] = colors as [aws.lb.TargetGroup, aws.lb.TargetGroup];
const listener = new aws.lb.Listener(
  named("counter"),
  {
    loadBalancerArn: balancer.arn,
    protocol: "HTTPS",
    port: 443,
    sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
    certificateArn: certificateFor("counter", domainName, region),
    defaultActions: [{ type: "forward", targetGroupArn: blue.arn }],
  },
  // CodeDeploy moves the traffic from one color to the other.
  { ignoreChanges: ["defaultActions"] },
);
nameFor("counter", domainName, balancer);

const webAcl = new aws.wafv2.WebAcl(named("counter"), {
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: { metricName: named("counter"), cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
  rules: [
    {
      name: "common",
      priority: 0,
      overrideAction: { none: {} },
      statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
      visibilityConfig: { metricName: "common", cloudwatchMetricsEnabled: true, sampledRequestsEnabled: true },
    },
  ],
});
new aws.wafv2.WebAclAssociation(named("counter"), { resourceArn: balancer.arn, webAclArn: webAcl.arn });

// Where a parcel is, a function answers behind the same load balancer.

const track = lambdaFunction("track", { grants: [{ actions: ["dynamodb:GetItem"], on: parcels.arn }] });
const tracking = new aws.lb.TargetGroup(named("tracking"), { targetType: "lambda" });
new aws.lb.ListenerRule(named("tracking"), {
  listenerArn: listener.arn,
  priority: 10,
  conditions: [{ pathPattern: { values: ["/track/*"] } }],
  actions: [{ type: "forward", targetGroupArn: tracking.arn }],
});
const callTrack = permit("track", track, "elasticloadbalancing", tracking.arn);
new aws.lb.TargetGroupAttachment(
  named("track"),
  { targetGroupArn: tracking.arn, targetId: track.arn },
  { dependsOn: callTrack },
);

// Partners admit fixed addresses only: theirs is a network load balancer in front of the other one.

export const partners = new aws.lb.LoadBalancer(
  named("partners"),
  {
    loadBalancerType: "network",
    subnets: publicSubnetIds,
    securityGroups: [balancerGroup.id],
    enableDeletionProtection: true,
    enableCrossZoneLoadBalancing: true,
    accessLogs: { enabled: true, bucket: logArchive, prefix: "partners" },
  },
  { dependsOn: toInternet },
);
const toCounter = new aws.lb.TargetGroup(named("edge"), {
  vpcId: vpc.id,
  targetType: "alb",
  protocol: "TCP",
  port: 443,
  healthCheck: { protocol: "HTTPS", path: "/health" },
});
new aws.lb.TargetGroupAttachment(
  named("edge"),
  { targetGroupArn: toCounter.arn, targetId: balancer.arn, port: 443 },
  { dependsOn: listener },
);
new aws.lb.Listener(named("partners"), {
  loadBalancerArn: partners.arn,
  protocol: "TCP",
  port: 443,
  defaultActions: [{ type: "forward", targetGroupArn: toCounter.arn }],
});

// The tasks.

/** The application's own pipeline builds the images and pushes them. */
const REPOSITORY = "parcels-counter";
const log = logGroup("counter", "ecs");
const execution = serviceRole("execution", "ecs-tasks.amazonaws.com", [
  { actions: ["ecr:GetAuthorizationToken"], on: "*" },
  {
    actions: ["ecr:BatchCheckLayerAvailability", "ecr:GetDownloadUrlForLayer", "ecr:BatchGetImage"],
    on: pulumi.interpolate`arn:aws:ecr:${region}:${accountId}:repository/${REPOSITORY}`,
  },
  { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: pulumi.interpolate`${log.arn}:*` },
  { actions: ["secretsmanager:GetSecretValue"], on: tariffs.masterUserSecrets[0].secretArn },
  useKey,
]);
const task = serviceRole("tasks", "ecs-tasks.amazonaws.com", [
  { actions: ["elasticache:Connect"], on: [sessions.arn, sessionUser.arn] },
  useKey,
]);
const definition = new aws.ecs.TaskDefinition(named("counter"), {
  family: named("counter"),
  requiresCompatibilities: ["FARGATE"],
  networkMode: "awsvpc",
  cpu: "512",
  memory: "1024",
  executionRoleArn: execution.arn,
  taskRoleArn: task.arn,
  containerDefinitions: pulumi.jsonStringify([
    {
      name: CONTAINER,
      image: pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${config.require("imageVersion")}`,
      essential: true,
      readonlyRootFilesystem: true,
      portMappings: [{ containerPort: APPLICATION_PORT, protocol: "tcp" }],
      environment: [
        { name: "TARIFFS_HOST", value: tariffs.address },
        { name: "SESSIONS_HOST", value: sessions.primaryEndpointAddress },
      ],
      secrets: [
        {
          name: "TARIFFS_PASSWORD",
          valueFrom: pulumi.interpolate`${tariffs.masterUserSecrets[0].secretArn}:password::`,
        },
      ],
      healthCheck: { command: ["CMD-SHELL", `curl --fail http://localhost:${APPLICATION_PORT}/health || exit 1`] },
      logConfiguration: {
        logDriver: "awslogs",
        options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": CONTAINER },
      },
    },
  ]),
});
export const cluster = new aws.ecs.Cluster(named("counter"), {
  name: named("counter"),
  settings: [{ name: "containerInsights", value: "enabled" }],
});
export const service = new aws.ecs.Service(
  named("counter"),
  {
    name: named("counter"),
    cluster: cluster.arn,
    taskDefinition: definition.arn,
    launchType: "FARGATE",
    desiredCount: 2,
    deploymentController: { type: "CODE_DEPLOY" },
    networkConfiguration: { subnets: privateSubnetIds, securityGroups: [taskGroup.id], assignPublicIp: false },
    loadBalancers: [{ targetGroupArn: blue.arn, containerName: CONTAINER, containerPort: APPLICATION_PORT }],
    healthCheckGracePeriodSeconds: 60,
  },
  {
    dependsOn: [listener, tariffs, execution.policy, task.policy],
    // What CodeDeploy changes with each deployment.
    ignoreChanges: ["taskDefinition", "loadBalancers"],
  },
);

const deployer = new aws.iam.Role(named("deployer"), {
  assumeRolePolicy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: { Service: "codedeploy.amazonaws.com" }, Action: "sts:AssumeRole" }],
  }),
});
const deployerPolicy = new aws.iam.RolePolicyAttachment(named("deployer"), {
  role: deployer.name,
  policyArn: aws.iam.ManagedPolicy.AWSCodeDeployRoleForECS,
});
const application = new aws.codedeploy.Application(named("counter"), { computePlatform: "ECS" });
export const deployments = new aws.codedeploy.DeploymentGroup(
  named("counter"),
  {
    appName: application.name,
    deploymentGroupName: named("counter"),
    deploymentConfigName: "CodeDeployDefault.ECSLinear10PercentEvery1Minutes",
    serviceRoleArn: deployer.arn,
    deploymentStyle: { deploymentOption: "WITH_TRAFFIC_CONTROL", deploymentType: "BLUE_GREEN" },
    autoRollbackConfiguration: { enabled: true, events: ["DEPLOYMENT_FAILURE"] },
    blueGreenDeploymentConfig: {
      deploymentReadyOption: { actionOnTimeout: "CONTINUE_DEPLOYMENT" },
      terminateBlueInstancesOnDeploymentSuccess: { action: "TERMINATE", terminationWaitTimeInMinutes: 30 },
    },
    ecsService: { clusterName: cluster.name, serviceName: service.name },
    loadBalancerInfo: {
      targetGroupPairInfo: {
        prodTrafficRoute: { listenerArns: [listener.arn] },
        targetGroups: [{ name: blue.name }, { name: green.name }],
      },
    },
  },
  { dependsOn: deployerPolicy },
);
