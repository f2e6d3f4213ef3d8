import * as aws from "@pulumi/aws";
import * as pulumi from "@pulumi/pulumi";
import { APPLICATION_PORT, COLORS, type Color, DATABASE_PORT, ServiceRole } from "./shared";
import { DATABASE_NAME, DATABASE_USER, type Database } from "./database";
import type { Foundation } from "./foundation";
import type { Network } from "./network";

const REPOSITORY = "payments/api";
const CONTAINER = "api";
const TASKS = "ecs-tasks.amazonaws.com";

export interface PlatformArgs {
  environmentSuffix: string;
  region: string;
  accountId: pulumi.Input<string>;
  domainName: string;
  hostedZoneId: string;
  imageVersion: string;
  logArchiveBucket: string;
  foundation: Foundation;
  network: Network;
  database: Database;
}

/** The payment API, once in blue and once in green, behind one listener that weighs them. */
export class Platform extends pulumi.ComponentResource {
  readonly loadBalancer: aws.lb.LoadBalancer;
  readonly listener: aws.lb.Listener;
  readonly targetGroups: Record<Color, aws.lb.TargetGroup>;
  readonly cluster: aws.ecs.Cluster;
  readonly services: Record<Color, aws.ecs.Service>;

  constructor(
    name: string,
    private readonly args: PlatformArgs,
    opts?: pulumi.ComponentResourceOptions,
  ) {
    super("payments:index:Platform", name, {}, opts);
    const parent = { parent: this };
    const { network, foundation } = args;

    this.loadBalancer = new aws.lb.LoadBalancer(
      this.named("alb"),
      {
        loadBalancerType: "application",
        internal: false,
        subnets: network.subnetIds.public,
        securityGroups: [network.loadBalancerGroup.id],
        dropInvalidHeaderFields: true,
        enableDeletionProtection: false,
        accessLogs: { enabled: true, bucket: args.logArchiveBucket, prefix: this.named("alb") },
      },
      parent,
    );

    this.targetGroups = this.bothSides(
      (color) =>
        new aws.lb.TargetGroup(
          this.named(color),
          {
            vpcId: network.vpc.id,
            targetType: "ip",
            protocol: "HTTP",
            port: APPLICATION_PORT,
            deregistrationDelay: 15,
            healthCheck: {
              path: "/health",
              protocol: "HTTP",
              matcher: "200",
              interval: 10,
              timeout: 5,
              healthyThreshold: 2,
              unhealthyThreshold: 3,
            },
          },
          parent,
        ),
    );

    // All traffic begins with blue. The cutover changes the weights, and later deployments leave them alone.
    this.listener = new aws.lb.Listener(
      this.named("https"),
      {
        loadBalancerArn: this.loadBalancer.arn,
        protocol: "HTTPS",
        port: 443,
        sslPolicy: "ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
        certificateArn: this.certificateArn(),
        defaultActions: [
          {
            type: "forward",
            forward: {
              targetGroups: [
                { arn: this.targetGroups.blue.arn, weight: 100 },
                { arn: this.targetGroups.green.arn, weight: 0 },
              ],
            },
          },
        ],
      },
      { parent: this, ignoreChanges: ["defaultActions"] },
    );
    new aws.lb.Listener(
      this.named("http"),
      {
        loadBalancerArn: this.loadBalancer.arn,
        protocol: "HTTP",
        port: 80,
        defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" } }],
      },
      parent,
    );
    new aws.route53.Record(
      this.named("address"),
      {
        zoneId: args.hostedZoneId,
        name: args.domainName,
        type: "A",
        aliases: [{ name: this.loadBalancer.dnsName, zoneId: this.loadBalancer.zoneId, evaluateTargetHealth: true }],
      },
      parent,
    );
    this.protect();

    const execLog = foundation.logGroup("exec", `/payments/${args.environmentSuffix}/exec`);
    this.cluster = new aws.ecs.Cluster(
      this.named("cluster"),
      {
        settings: [{ name: "containerInsights", value: "enabled" }],
        configuration: {
          executeCommandConfiguration: {
            kmsKeyId: foundation.key.arn,
            logging: "OVERRIDE",
            logConfiguration: { cloudWatchEncryptionEnabled: true, cloudWatchLogGroupName: execLog.name },
          },
        },
      },
      parent,
    );
    this.services = this.bothSides((color) => this.service(color));
    this.registerOutputs({ albDnsName: this.loadBalancer.dnsName });
  }

  private named(part: string): string {
    return `payments-${part}-${this.args.environmentSuffix}`;
  }

  private bothSides<T>(make: (color: Color) => T): Record<Color, T> {
    const [blue, green] = COLORS.map(make);
    return { blue, green };
  }

  private certificateArn(): pulumi.Output<string> {
    const { domainName, hostedZoneId } = this.args;
    const certificate = new aws.acm.Certificate(
      this.named("certificate"),
      { domainName, validationMethod: "DNS" },
      { parent: this },
    );
    const wanted = certificate.domainValidationOptions[0];
    const proof = new aws.route53.Record(
      this.named("certificate-proof"),
      {
        zoneId: hostedZoneId,
        name: wanted.resourceRecordName,
        type: wanted.resourceRecordType,
        records: [wanted.resourceRecordValue],
        ttl: 60,
      },
      { parent: this },
    );
    return new aws.acm.CertificateValidation(
      this.named("certificate-validation"),
      { certificateArn: certificate.arn, validationRecordFqdns: [proof.fqdn] },
      { parent: this },
    ).certificateArn;
  }

  /** Turns away what AWS knows as attacks before it reaches the API. */
  private protect(): void {
    const seen = (metricName: string): aws.types.input.wafv2.WebAclVisibilityConfig => ({
      metricName,
      cloudwatchMetricsEnabled: true,
      sampledRequestsEnabled: true,
    });
    const managed = ["AWSManagedRulesCommonRuleSet", "AWSManagedRulesSQLiRuleSet"];
    const acl = new aws.wafv2.WebAcl(
      this.named("web-acl"),
      {
        description: "Requests to the payment API",
        scope: "REGIONAL",
        defaultAction: { allow: {} },
        visibilityConfig: seen("payments"),
        rules: managed.map((name, priority) => ({
          name,
          priority,
          overrideAction: { none: {} },
          statement: { managedRuleGroupStatement: { vendorName: "AWS", name } },
          visibilityConfig: seen(name),
        })),
      },
      { parent: this },
    );
    new aws.wafv2.WebAclAssociation(
      this.named("web-acl"),
      { resourceArn: this.loadBalancer.arn, webAclArn: acl.arn },
      { parent: this },
    );
  }

  private service(color: Color): aws.ecs.Service {
    const { region, accountId, imageVersion, environmentSuffix, foundation, network, database } = this.args;
    const parent = { parent: this };
    const log = foundation.logGroup(color, `/payments/${environmentSuffix}/${color}`);

    const executionRole = new ServiceRole(
      this.named(`${color}-execution-role`),
      TASKS,
      [
        { actions: ["ecr:GetAuthorizationToken"], on: "*" },
        {
          actions: ["ecr:BatchCheckLayerAvailability", "ecr:BatchGetImage", "ecr:GetDownloadUrlForLayer"],
          on: [pulumi.interpolate`arn:aws:ecr:${region}:${accountId}:repository/${REPOSITORY}`],
        },
        { actions: ["logs:CreateLogStream", "logs:PutLogEvents"], on: [pulumi.interpolate`${log.arn}:*`] },
        { actions: ["secretsmanager:GetSecretValue"], on: [database.secretArn] },
        { actions: ["kms:Decrypt"], on: [foundation.key.arn] },
      ],
      parent,
    );
    const taskRole = new ServiceRole(
      this.named(`${color}-task-role`),
      TASKS,
      [
        {
          actions: ["rds-db:connect"],
          on: [
            pulumi.interpolate`arn:aws:rds-db:${region}:${accountId}:dbuser:${database.cluster.clusterResourceId}/${DATABASE_USER}`,
          ],
        },
      ],
      parent,
    );

    const image = pulumi.interpolate`${accountId}.dkr.ecr.${region}.amazonaws.com/${REPOSITORY}:${imageVersion}`;
    const environment = [
      { name: "SIDE", value: color },
      { name: "DATABASE_HOST", value: database.cluster.endpoint },
      { name: "DATABASE_PORT", value: String(DATABASE_PORT) },
      { name: "DATABASE_NAME", value: DATABASE_NAME },
      { name: "DATABASE_USER", value: DATABASE_USER },
    ];
    const logTo = (prefix: string): object => ({
      logDriver: "awslogs",
      options: { "awslogs-group": log.name, "awslogs-region": region, "awslogs-stream-prefix": prefix },
    });

    const task = new aws.ecs.TaskDefinition(
      this.named(`${color}-task`),
      {
        family: this.named(color),
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: "512",
        memory: "1024",
        runtimePlatform: { operatingSystemFamily: "LINUX", cpuArchitecture: "ARM64" },
        executionRoleArn: executionRole.arn,
        taskRoleArn: taskRole.arn,
        containerDefinitions: pulumi.jsonStringify([
          // Runs once before the API: the schema, and the user that signs in with IAM.
          {
            name: "migrate",
            image,
            command: ["migrate"],
            essential: false,
            readonlyRootFilesystem: true,
            environment,
            secrets: [
              { name: "OWNER_USER", valueFrom: pulumi.interpolate`${database.secretArn}:username::` },
              { name: "OWNER_PASSWORD", valueFrom: pulumi.interpolate`${database.secretArn}:password::` },
            ],
            logConfiguration: logTo("migrate"),
          },
          {
            name: CONTAINER,
            image,
            command: ["serve"],
            essential: true,
            readonlyRootFilesystem: true,
            dependsOn: [{ containerName: "migrate", condition: "SUCCESS" }],
            portMappings: [{ containerPort: APPLICATION_PORT, protocol: "tcp" }],
            environment,
            healthCheck: {
              command: ["CMD-SHELL", `wget -q -O /dev/null http://localhost:${APPLICATION_PORT}/health`],
              interval: 15,
              timeout: 5,
              retries: 3,
              startPeriod: 60,
            },
            logConfiguration: logTo(CONTAINER),
          },
        ]),
      },
      parent,
    );

    return new aws.ecs.Service(
      this.named(`${color}-service`),
      {
        cluster: this.cluster.arn,
        taskDefinition: task.arn,
        launchType: "FARGATE",
        desiredCount: 2,
        networkConfiguration: {
          subnets: network.subnetIds.private,
          securityGroups: [network.serviceGroup.id],
          assignPublicIp: false,
        },
        loadBalancers: [
          { targetGroupArn: this.targetGroups[color].arn, containerName: CONTAINER, containerPort: APPLICATION_PORT },
        ],
        deploymentMinimumHealthyPercent: 100,
        deploymentMaximumPercent: 200,
        deploymentCircuitBreaker: { enable: true, rollback: true },
        healthCheckGracePeriodSeconds: 120,
        propagateTags: "SERVICE",
        enableEcsManagedTags: true,
      },
      {
        parent: this,
        dependsOn: [
          this.listener,
          database.rotation,
          executionRole.policy,
          taskRole.policy,
          ...database.instances,
          ...network.endpoints,
        ],
      },
    );
  }
}
