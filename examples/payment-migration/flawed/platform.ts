import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { DATABASE_NAME, type Database } from "./database";
import { APPLICATION_PORT, DATABASE_PORT, type Network } from "./network";

const CONTAINER = "api";
const REPOSITORY = "payments/api";

export interface PlatformArgs {
  certificateArn: string;
  imageVersion: string;
  logArchiveBucket: string;
  tags: Record<string, string>;
  network: Network;
  database: Database;
}

const trust = JSON.stringify({
  Version: "2012-10-17",
  Statement: [{ Effect: "Allow", Action: "sts:AssumeRole", Principal: { Service: "ecs-tasks.amazonaws.com" } }],
});

export class Platform extends pulumi.ComponentResource {
  readonly loadBalancer: aws.lb.LoadBalancer;

  constructor(name: string, args: PlatformArgs, opts?: pulumi.ComponentResourceOptions) {
    super("payments:index:Platform", name, {}, opts);
    const parent = { parent: this };
    const { tags, network, database } = args;
    const region = aws.config.requireRegion();
    const accountId = aws.getCallerIdentityOutput({}, parent).accountId;

    this.loadBalancer = new aws.lb.LoadBalancer(
      "payments-alb",
      {
        loadBalancerType: "application",
        internal: false,
        subnets: network.publicSubnets.map((subnet) => subnet.id),
        securityGroups: [network.loadBalancerGroup.id],
        dropInvalidHeaderFields: true,
        accessLogs: { enabled: true, bucket: args.logArchiveBucket, prefix: "payments" },
        tags,
      },
      parent,
    );
    // P2: one target group; there is nowhere to move the traffic to.
    const targets = new aws.lb.TargetGroup(
      "payments-targets",
      {
        vpcId: network.vpc.id,
        targetType: "ip",
        protocol: "HTTP",
        port: APPLICATION_PORT,
        healthCheck: { path: "/health", matcher: "200", interval: 15, timeout: 5 },
        tags,
      },
      parent,
    );
    // P8: payments in clear text, not even redirected.
    const listener = new aws.lb.Listener(
      "payments-listener",
      {
        loadBalancerArn: this.loadBalancer.arn,
        protocol: "HTTP",
        port: 80,
        defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
        tags,
      },
      parent,
    );
    new aws.lb.Listener(
      "partners-listener",
      {
        loadBalancerArn: this.loadBalancer.arn,
        protocol: "HTTPS",
        port: 8443,
        sslPolicy: "ELBSecurityPolicy-2016-08", // P8: takes TLS 1.0.
        certificateArn: args.certificateArn,
        defaultActions: [{ type: "forward", targetGroupArn: targets.arn }],
        tags,
      },
      parent,
    );

    const log = new aws.cloudwatch.LogGroup(
      "payments-log",
      { name: "/payments/api", retentionInDays: 30, tags },
      parent,
    );
    const cluster = new aws.ecs.Cluster(
      "payments-cluster",
      { name: "payments", settings: [{ name: "containerInsights", value: "enabled" }], tags },
      parent,
    );

    const executionRole = new aws.iam.Role("payments-execution-role", { assumeRolePolicy: trust, tags }, parent);
    const executionPolicy = new aws.iam.RolePolicyAttachment(
      "payments-execution-policy",
      { role: executionRole.name, policyArn: aws.iam.ManagedPolicy.AmazonECSTaskExecutionRolePolicy },
      parent,
    );
    const taskRole = new aws.iam.Role("payments-task-role", { assumeRolePolicy: trust, tags }, parent);
    const taskPolicy = new aws.iam.RolePolicy(
      "payments-task-policy",
      {
        role: taskRole.name,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            // P15: everything that S3 and Secrets Manager can do, on everything.
            { Effect: "Allow", Action: ["s3:*", "secretsmanager:*"], Resource: "*" },
            // P15: any key of the account.
            { Effect: "Allow", Action: ["kms:Decrypt"], Resource: "*" },
          ],
        }),
      },
      parent,
    );

    const task = new aws.ecs.TaskDefinition(
      "payments-task",
      {
        family: "payments-api",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "512",
        memory: "1024",
        executionRoleArn: executionRole.arn,
        taskRoleArn: taskRole.arn,
        containerDefinitions: pulumi.jsonStringify([
          {
            name: CONTAINER,
            image: pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${args.imageVersion}`,
            essential: true,
            portMappings: [{ containerPort: APPLICATION_PORT, protocol: "tcp" }],
            environment: [
              { name: "DATABASE_HOST", value: database.instance.address },
              { name: "DATABASE_PORT", value: String(DATABASE_PORT) },
              { name: "DATABASE_NAME", value: DATABASE_NAME },
            ],
            healthCheck: {
              command: ["CMD-SHELL", `wget -q -O /dev/null http://localhost:${APPLICATION_PORT}/health`],
              interval: 15,
              timeout: 5,
              retries: 3,
            },
            logConfiguration: {
              logDriver: "awslogs",
              options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": CONTAINER },
            },
          },
        ]),
        tags,
      },
      parent,
    );
    new aws.ecs.Service(
      "payments-service",
      {
        name: "payments-api",
        cluster: cluster.arn,
        taskDefinition: task.arn,
        launchType: "FARGATE",
        desiredCount: 2,
        networkConfiguration: {
          subnets: network.privateSubnets.map((subnet) => subnet.id),
          securityGroups: [network.serviceGroup.id],
          assignPublicIp: false,
        },
        loadBalancers: [{ targetGroupArn: targets.arn, containerName: CONTAINER, containerPort: APPLICATION_PORT }],
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        healthCheckGracePeriodSeconds: 120,
        tags,
      },
      { parent: this, dependsOn: [listener, executionPolicy, taskPolicy] },
    );
    this.registerOutputs({ albDnsName: this.loadBalancer.dnsName });
  }
}
