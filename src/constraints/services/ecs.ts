import {
  ECS_CLUSTER_CAPACITY_PROVIDERS,
  ECS_CAPACITY_PROVIDER,
  ECS_CLUSTER,
  ECS_SERVICE,
  ECS_TASK_DEFINITION,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
import { GROUP_IDS } from "../security-group-ids";

const API = "https://docs.aws.amazon.com/AmazonECS/latest/APIReference";
const GUIDE = "https://docs.aws.amazon.com/AmazonECS/latest/developerguide";
const CONTAINER = `${API}/API_ContainerDefinition.html`;
const CREATE_SERVICE = `${API}/API_CreateService.html`;
const FARGATE = `${GUIDE}/fargate-tasks-services.html`;

const web = { name: "web", image: "nginx:1.29", memory: 256 };

const task = (container: object, more: object = {}): Record<string, unknown> => ({
  family: "shop",
  containerDefinitions: JSON.stringify([{ ...web, ...container }]),
  ...more,
});

const fargate = (container: object = {}, more: object = {}): Record<string, unknown> =>
  task(container, { requiresCompatibilities: ["FARGATE"], networkMode: "awsvpc", cpu: "256", memory: "512", ...more });

const role = "arn:aws:iam::111122223333:role/execution";
const efs = (configuration: object): Record<string, unknown> =>
  task({}, { volumes: [{ name: "data", efsVolumeConfiguration: { fileSystemId: "fs-0a", ...configuration } }] });
const run = { taskDefinition: "shop:1" };
const network = { networkConfiguration: { subnets: ["subnet-0a"] } };
const balanced = { loadBalancers: [{ targetGroupArn: "arn:aws:x", containerName: "web", containerPort: 80 }] };
const awslogs = {
  logDriver: "awslogs",
  options: { "awslogs-group": "shop", "awslogs-region": "us-east-1", "awslogs-stream-prefix": "web" },
};
const inGroup = { logDriver: "awslogs", options: { "awslogs-group": "shop", "awslogs-region": "us-east-1" } };
const firelens = { logDriver: "awsfirelens" };
const router = { ...web, name: "router", firelensConfiguration: { type: "fluentbit" } };
const containers = (...all: object[]): Record<string, unknown> => ({
  family: "shop",
  containerDefinitions: JSON.stringify(all),
});

/** The provider reads keys in any case: a container may have `Name` and `Image`, as in CloudFormation. */
const inCapitals = containers({ Name: "web", Image: "nginx:1.29", Memory: 256 });
const WRITTEN_SMALL = { Name: { present: false } } as const;

const DEPENDENCY = `${API}/API_ContainerDependency.html`;
const service = (more: object = {}): Record<string, unknown> => ({
  cluster: "shop",
  taskDefinition: "shop:1",
  desiredCount: 2,
  ...more,
});
const pair = (condition: string, other: object): Record<string, unknown> => ({
  family: "shop",
  containerDefinitions: JSON.stringify([
    { ...web, dependsOn: [{ containerName: "init", condition }] },
    { ...web, name: "init", ...other },
  ]),
});
const fleet = (more: object): Record<string, unknown> => ({
  autoScalingGroupProvider: {
    autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:111122223333:autoScalingGroup:x:autoScalingGroupName/x",
    ...more,
  },
});

const SERVICE_DISCOVERY = "aws:servicediscovery/service:Service";

/** A service of tasks in this network mode, which are found by records of a type. */
const registered = (networkMode: string, type: string): Record<string, unknown> => ({
  taskDefinition: { networkMode },
  serviceRegistries: {
    registryArn: { dnsConfig: { namespaceId: "ns-0a", dnsRecords: [{ type, ttl: 10 }] } },
    containerName: "web",
    containerPort: 8080,
  },
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.ecs.task-definition.fargate-network-mode": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      defaults: { networkMode: "bridge" },
      require: { networkMode: "awsvpc" },
      must: 'Tasks on Fargate have a network interface of their own: set `networkMode: "awsvpc"`.',
      source: FARGATE,
      accepts: [fargate(), task({}), task({}, { requiresCompatibilities: ["EC2"] })],
      rejects: [fargate({}, { networkMode: "bridge" }), fargate({}, { networkMode: "" })],
    },
    "aws.ecs.task-definition.fargate-privileged": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { privileged: { not: true } },
      must: "Fargate runs no privileged containers: leave out `privileged`.",
      source: FARGATE,
      accepts: [fargate({ privileged: false }), task({ privileged: true })],
      rejects: [fargate({ privileged: true })],
    },
    "aws.ecs.task-definition.fargate-host-volume": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "volumes",
      require: { hostPath: { present: false }, dockerVolumeConfiguration: { present: false } },
      must: "Fargate has no host to mount volumes from: leave out `hostPath` and `dockerVolumeConfiguration`.",
      source: FARGATE,
      accepts: [
        fargate({}, { volumes: [{ name: "data" }] }),
        task({}, { volumes: [{ name: "data", hostPath: "/data" }] }),
      ],
      rejects: [fargate({}, { volumes: [{ name: "data", hostPath: "/data" }] })],
    },
    "aws.ecs.task-definition.fargate-placement": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      require: { placementConstraints: { present: false } },
      must: "Fargate chooses where tasks run: leave out `placementConstraints`.",
      source: FARGATE,
      accepts: [fargate(), task({}, { placementConstraints: [{ type: "memberOf", expression: "attribute:x == y" }] })],
      rejects: [fargate({}, { placementConstraints: [{ type: "memberOf", expression: "attribute:x == y" }] })],
    },
    "aws.ecs.task-definition.fargate-log-driver": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { "logConfiguration.logDriver": ["awslogs", "splunk", "awsfirelens"] },
      must: 'On Fargate the log driver must be one of "awslogs", "splunk" and "awsfirelens".',
      source: `${API}/API_LogConfiguration.html`,
      accepts: [
        fargate({ logConfiguration: awslogs }, { executionRoleArn: role }),
        task({ logConfiguration: { logDriver: "json-file" } }),
      ],
      rejects: [fargate({ logConfiguration: { logDriver: "json-file" } })],
    },
    "aws.ecs.task-definition.fargate-logs-role": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" }, executionRoleArn: { present: false } },
      each: "containerDefinitions",
      require: { "logConfiguration.logDriver": { not: "awslogs" } },
      must: "Fargate sends logs to CloudWatch with the role in `executionRoleArn`: set it.",
      awsError: "Fargate requires task definition to have execution role ARN to support log driver awslogs",
      source: `${GUIDE}/task_execution_IAM_role.html`,
      accepts: [
        fargate({ logConfiguration: awslogs }, { executionRoleArn: role }),
        task({ logConfiguration: awslogs }),
      ],
      rejects: [fargate({ logConfiguration: awslogs })],
    },
    "aws.ecs.task-definition.fargate-image-role": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" }, executionRoleArn: { present: false } },
      each: "containerDefinitions",
      require: { image: { not: { matches: /^\d{12}\.dkr\.ecr\./ } } },
      must: "Fargate pulls images from ECR with the role in `executionRoleArn`: set it.",
      awsError: "Fargate requires task definition to have execution role ARN to support ECR images",
      source: `${GUIDE}/task_execution_IAM_role.html`,
      accepts: [
        fargate(),
        fargate({ image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1" }, { executionRoleArn: role }),
      ],
      rejects: [fargate({ image: "111122223333.dkr.ecr.us-east-1.amazonaws.com/shop:1" })],
    },
    "aws.ecs.task-definition.secrets-role": {
      type: ECS_TASK_DEFINITION,
      when: { executionRoleArn: { present: false } },
      each: "containerDefinitions",
      require: { secrets: { present: false } },
      must: "Secrets must be read with the role in `executionRoleArn`: set it.",
      awsError: "When you are specifying container secrets, you must also specify a value for 'executionRoleArn'",
      source: `${GUIDE}/task_execution_IAM_role.html`,
      accepts: [
        task({ secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm:x" }] }, { executionRoleArn: role }),
        task({ secrets: [] }),
      ],
      rejects: [task({ secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm:x" }] })],
    },
    "aws.ecs.task-definition.container-name": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      where: WRITTEN_SMALL,
      require: { name: { present: true } },
      must: "Each container must have a name.",
      source: CONTAINER,
      accepts: [task({}), inCapitals],
      rejects: [task({ name: "" })],
    },
    "aws.ecs.task-definition.container-image": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      where: WRITTEN_SMALL,
      require: { image: { present: true } },
      must: "Each container must have an image.",
      source: CONTAINER,
      accepts: [task({}), inCapitals],
      rejects: [task({ image: "" })],
    },
    "aws.ecs.task-definition.container-names-differ": {
      type: ECS_TASK_DEFINITION,
      require: { containerDefinitions: { uniqueBy: "name" } },
      must: "Each container of a task must have a name of its own.",
      source: CONTAINER,
      accepts: [{ family: "shop", containerDefinitions: JSON.stringify([web, { ...web, name: "proxy" }]) }],
      rejects: [{ family: "shop", containerDefinitions: JSON.stringify([web, web]) }],
    },
    "aws.ecs.task-definition.container-memory": {
      type: ECS_TASK_DEFINITION,
      when: { memory: { present: false } },
      each: "containerDefinitions",
      where: WRITTEN_SMALL,
      require: { atLeastOne: ["memory", "memoryReservation"] },
      must: "A container requires `memory` or `memoryReservation` where the task has no `memory`.",
      awsError: "At least one of 'memory' or 'memoryReservation' must be specified",
      source: CONTAINER,
      accepts: [
        task({}),
        task({ memory: undefined, memoryReservation: 128 }),
        task({ memory: undefined }, { memory: "512" }),
        inCapitals,
      ],
      rejects: [task({ memory: undefined })],
    },
    "aws.ecs.task-definition.memory-reservation": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: { memoryReservation: { max: { property: "memory" } } },
      must: "A container cannot reserve more than its `memory`.",
      source: CONTAINER,
      accepts: [task({ memory: 512, memoryReservation: 256 })],
      rejects: [task({ memory: 256, memoryReservation: 512 })],
    },
    "aws.ecs.task-definition.awsvpc-host-port": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: "awsvpc" },
      each: "containerDefinitions.portMappings",
      where: { hostPort: { above: 0 } },
      require: { hostPort: { sameAs: "containerPort" } },
      must: "A task with a network interface of its own has no other ports: leave out `hostPort`.",
      awsError: "When networkMode=awsvpc, the host ports and container ports in port mappings must match",
      source: `${API}/API_PortMapping.html`,
      accepts: [
        fargate({ portMappings: [{ containerPort: 8080 }, { containerPort: 9090, hostPort: 9090 }] }),
        task({ portMappings: [{ containerPort: 8080, hostPort: 80 }] }),
      ],
      rejects: [fargate({ portMappings: [{ containerPort: 8080, hostPort: 80 }] })],
    },
    "aws.ecs.task-definition.essential-container": {
      type: ECS_TASK_DEFINITION,
      defaults: { essential: true },
      require: { containerDefinitions: { some: { essential: true } } },
      must: "At least one container of a task must be essential.",
      source: CONTAINER,
      accepts: [
        task({}),
        { family: "shop", containerDefinitions: JSON.stringify([web, { ...web, name: "init", essential: false }]) },
      ],
      rejects: [task({ essential: false })],
    },
    "aws.ecs.task-definition.awslogs-options": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      where: { "logConfiguration.logDriver": "awslogs" },
      require: {
        "logConfiguration.options.awslogs-group": { present: true },
        "logConfiguration.options.awslogs-region": { present: true },
      },
      must: 'The log driver "awslogs" requires the options "awslogs-group" and "awslogs-region".',
      source: `${GUIDE}/specify-log-config.html`,
      accepts: [task({ logConfiguration: awslogs })],
      rejects: [
        task({ logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "shop" } } }),
        task({ logConfiguration: { logDriver: "awslogs" } }),
      ],
    },
    "aws.ecs.task-definition.mount-point-volume": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.mountPoints",
      where: { sourceVolume: { present: true } },
      require: { "/volumes": { present: true, some: { name: { sameAs: "../sourceVolume" } } } },
      must: "A mount point must name one of the task's `volumes`.",
      source: `${API}/API_MountPoint.html`,
      accepts: [
        task({ mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }, { volumes: [{ name: "data" }] }),
      ],
      rejects: [
        task({ mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }),
        task({ mountPoints: [{ sourceVolume: "data", containerPath: "/data" }] }, { volumes: [{ name: "logs" }] }),
      ],
    },
    "aws.ecs.task-definition.dependency-container": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.dependsOn",
      require: { "/containerDefinitions": { some: { name: { sameAs: "../containerName" } } } },
      must: "A container waits for another one of the same task, by its name.",
      source: `${API}/API_ContainerDependency.html`,
      accepts: [
        {
          family: "shop",
          containerDefinitions: JSON.stringify([
            { ...web, dependsOn: [{ containerName: "init", condition: "COMPLETE" }] },
            { ...web, name: "init", essential: false },
          ]),
        },
      ],
      rejects: [task({ dependsOn: [{ containerName: "init", condition: "COMPLETE" }] })],
    },
    "aws.ecs.task-definition.dependency-condition": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.dependsOn",
      require: { condition: ["START", "COMPLETE", "SUCCESS", "HEALTHY"] },
      must: 'A container waits for "START", "COMPLETE", "SUCCESS" or "HEALTHY".',
      source: `${API}/API_ContainerDependency.html`,
      accepts: [
        {
          family: "shop",
          containerDefinitions: JSON.stringify([
            { ...web, dependsOn: [{ containerName: "init", condition: "SUCCESS" }] },
            { ...web, name: "init", essential: false },
          ]),
        },
      ],
      rejects: [task({ dependsOn: [{ containerName: "web", condition: "RUNNING" }] })],
    },
    "aws.ecs.task-definition.health-check-numbers": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: {
        "healthCheck.interval": { min: 5, max: 300 },
        "healthCheck.timeout": { min: 2, max: 60 },
        "healthCheck.retries": { min: 1, max: 10 },
        "healthCheck.startPeriod": { min: 0, max: 300 },
      },
      must: "A health check must have an interval of 5 to 300 seconds, a timeout of 2 to 60, 1 to 10 retries, and a start period of at most 300.",
      source: `${API}/API_HealthCheck.html`,
      accepts: [
        task({ healthCheck: { command: ["CMD", "true"], interval: 5, timeout: 2, retries: 10, startPeriod: 300 } }),
      ],
      rejects: [
        task({ healthCheck: { command: ["CMD", "true"], interval: 3 } }),
        task({ healthCheck: { command: ["CMD", "true"], startPeriod: 600 } }),
      ],
    },
    "aws.ecs.task-definition.awsvpc-links": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: "awsvpc" },
      each: "containerDefinitions",
      require: { links: { present: false } },
      must: "Containers of a task with a network interface of its own reach each other at localhost: leave out `links`.",
      awsError: "Links are not supported when networkMode=awsvpc",
      source: CONTAINER,
      accepts: [fargate(), task({ links: ["db"] })],
      rejects: [fargate({ links: ["db"] })],
    },
    "aws.ecs.task-definition.awsvpc-hostname": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: "awsvpc" },
      each: "containerDefinitions",
      require: { hostname: { present: false } },
      must: "A task with a network interface of its own has the hostname of that: leave out `hostname`.",
      source: CONTAINER,
      accepts: [fargate(), task({ hostname: "web" })],
      rejects: [fargate({ hostname: "web" })],
    },
    "aws.ecs.task-definition.ephemeral-storage": {
      type: ECS_TASK_DEFINITION,
      require: { "ephemeralStorage.sizeInGib": { min: 21, max: 200 } },
      must: "The ephemeral storage of a task must be 21 to 200 GiB.",
      source: `${API}/API_EphemeralStorage.html`,
      accepts: [fargate({}, { ephemeralStorage: { sizeInGib: 21 } })],
      rejects: [fargate({}, { ephemeralStorage: { sizeInGib: 20 } })],
    },
    "aws.ecs.task-definition.efs-iam-encryption": {
      type: ECS_TASK_DEFINITION,
      each: "volumes",
      where: [
        { "efsVolumeConfiguration.authorizationConfig.iam": "ENABLED" },
        { "efsVolumeConfiguration.authorizationConfig.accessPointId": { present: true } },
      ],
      defaults: { "efsVolumeConfiguration.transitEncryption": "DISABLED" },
      require: { "efsVolumeConfiguration.transitEncryption": "ENABLED" },
      must: 'IAM and access points require `efsVolumeConfiguration: { transitEncryption: "ENABLED" }`.',
      source: `${API}/API_EFSVolumeConfiguration.html`,
      accepts: [efs({ transitEncryption: "ENABLED", authorizationConfig: { iam: "ENABLED" } }), efs({})],
      rejects: [
        efs({ authorizationConfig: { iam: "ENABLED" } }),
        efs({ authorizationConfig: { accessPointId: "fsap-0a" } }),
      ],
    },
    "aws.ecs.task-definition.efs-access-point-root": {
      type: ECS_TASK_DEFINITION,
      each: "volumes",
      where: { "efsVolumeConfiguration.authorizationConfig.accessPointId": { present: true } },
      require: { "efsVolumeConfiguration.rootDirectory": "/" },
      must: "An access point has a root directory of its own: leave out `efsVolumeConfiguration.rootDirectory`.",
      source: `${API}/API_EFSVolumeConfiguration.html`,
      accepts: [
        efs({ transitEncryption: "ENABLED", rootDirectory: "/", authorizationConfig: { accessPointId: "fsap-0a" } }),
        efs({ rootDirectory: "/data" }),
      ],
      rejects: [
        efs({
          transitEncryption: "ENABLED",
          rootDirectory: "/data",
          authorizationConfig: { accessPointId: "fsap-0a" },
        }),
      ],
    },
    "aws.ecs.service.fargate-network": {
      type: ECS_SERVICE,
      when: { launchType: "FARGATE" },
      require: { networkConfiguration: { present: true } },
      must: "A service on Fargate requires `networkConfiguration` with its subnets.",
      source: CREATE_SERVICE,
      accepts: [
        { ...run, launchType: "FARGATE", ...network },
        { ...run, launchType: "EC2" },
      ],
      rejects: [{ launchType: "FARGATE" }],
    },
    "aws.ecs.service.fargate-daemon": {
      type: ECS_SERVICE,
      when: { launchType: "FARGATE" },
      require: { schedulingStrategy: { not: "DAEMON" } },
      must: "Tasks on Fargate are replicas: leave out `schedulingStrategy`.",
      source: CREATE_SERVICE,
      accepts: [
        { ...run, launchType: "FARGATE", schedulingStrategy: "REPLICA", ...network },
        { ...run, launchType: "EC2", schedulingStrategy: "DAEMON" },
      ],
      rejects: [{ launchType: "FARGATE", schedulingStrategy: "DAEMON", ...network }],
    },
    "aws.ecs.service.launch-type-or-strategy": {
      type: ECS_SERVICE,
      require: { atMostOne: ["launchType", "capacityProviderStrategies"] },
      must: "A service has a launch type or a strategy for capacity providers: leave out `launchType`.",
      source: CREATE_SERVICE,
      accepts: [{ ...run, capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }], ...network }],
      rejects: [
        {
          launchType: "FARGATE",
          capacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
          ...network,
        },
      ],
    },
    "aws.ecs.service.grace-period-needs-load-balancer": {
      type: ECS_SERVICE,
      when: {
        healthCheckGracePeriodSeconds: { above: 0 },
        vpcLatticeConfigurations: { present: false },
        serviceConnectConfiguration: { present: false },
      },
      require: { loadBalancers: { present: true } },
      must: "A grace period is for the health checks of load balancers: leave out `healthCheckGracePeriodSeconds`.",
      level: "advisory",
      source: CREATE_SERVICE,
      accepts: [
        { ...run, launchType: "EC2", healthCheckGracePeriodSeconds: 60, ...balanced },
        { ...run, launchType: "EC2", healthCheckGracePeriodSeconds: 0 },
      ],
      rejects: [{ launchType: "EC2", healthCheckGracePeriodSeconds: 60 }],
    },
    "aws.ecs.service.circuit-breaker-controller": {
      type: ECS_SERVICE,
      when: { "deploymentController.type": ["CODE_DEPLOY", "EXTERNAL"] },
      require: { "deploymentCircuitBreaker.enable": { not: true } },
      must: "The circuit breaker is for the deployments of ECS itself: leave out `deploymentCircuitBreaker`.",
      source: `${API}/API_DeploymentCircuitBreaker.html`,
      accepts: [
        { ...run, deploymentController: { type: "ECS" }, deploymentCircuitBreaker: { enable: true, rollback: true } },
        { ...run, deploymentController: { type: "CODE_DEPLOY" }, ...balanced },
      ],
      rejects: [
        {
          deploymentController: { type: "CODE_DEPLOY" },
          deploymentCircuitBreaker: { enable: true, rollback: true },
          ...balanced,
        },
      ],
    },
    "aws.ecs.service.platform-version-launch-type": {
      type: ECS_SERVICE,
      when: { launchType: ["EC2", "EXTERNAL"] },
      require: { platformVersion: { present: false } },
      must: "Platform versions are those of Fargate: leave out `platformVersion`.",
      awsError: "The platform version must be null when specifying an EC2 launch type",
      source: CREATE_SERVICE,
      accepts: [
        { ...run, launchType: "FARGATE", platformVersion: "LATEST", ...network },
        { ...run, launchType: "EC2" },
      ],
      rejects: [{ launchType: "EC2", platformVersion: "1.4.0" }],
    },
    "aws.ecs.service.fargate-placement-strategy": {
      type: ECS_SERVICE,
      when: { launchType: "FARGATE" },
      require: { orderedPlacementStrategies: { present: false } },
      must: "Fargate chooses where tasks run: leave out `orderedPlacementStrategies`.",
      source: CREATE_SERVICE,
      accepts: [{ ...run, launchType: "EC2", orderedPlacementStrategies: [{ type: "binpack", field: "cpu" }] }],
      rejects: [{ launchType: "FARGATE", orderedPlacementStrategies: [{ type: "binpack", field: "cpu" }], ...network }],
    },
    "aws.ecs.service.fargate-placement-constraint": {
      type: ECS_SERVICE,
      when: { launchType: "FARGATE" },
      require: { placementConstraints: { present: false } },
      must: "Fargate chooses where tasks run: leave out `placementConstraints`.",
      source: CREATE_SERVICE,
      accepts: [{ ...run, launchType: "EC2", placementConstraints: [{ type: "distinctInstance" }] }],
      rejects: [{ launchType: "FARGATE", placementConstraints: [{ type: "distinctInstance" }], ...network }],
    },
    "aws.ecs.service.placement-strategy-count": {
      type: ECS_SERVICE,
      require: { orderedPlacementStrategies: { maxItems: 5 }, placementConstraints: { maxItems: 10 } },
      must: "A service must have at most 5 placement strategies and 10 placement constraints.",
      source: CREATE_SERVICE,
      accepts: [{ ...run, launchType: "EC2", orderedPlacementStrategies: [{ type: "random" }] }],
      rejects: [
        {
          launchType: "EC2",
          orderedPlacementStrategies: ["a", "b", "c", "d", "e", "f"].map((field) => ({ type: "spread", field })),
        },
      ],
    },
    "aws.ecs.service.public-address-launch-type": {
      type: ECS_SERVICE,
      when: { launchType: "EC2" },
      require: { "networkConfiguration.assignPublicIp": { not: true } },
      must: "Only tasks on Fargate have public addresses: leave out `networkConfiguration.assignPublicIp`.",
      source: `${API}/API_AwsVpcConfiguration.html`,
      accepts: [
        { ...run, launchType: "EC2", networkConfiguration: { subnets: ["subnet-0a"], assignPublicIp: false } },
        { ...run, launchType: "FARGATE", networkConfiguration: { subnets: ["subnet-0a"], assignPublicIp: true } },
      ],
      rejects: [{ launchType: "EC2", networkConfiguration: { subnets: ["subnet-0a"], assignPublicIp: true } }],
    },
    "aws.ecs.service.security-group-count": {
      type: ECS_SERVICE,
      require: {
        "networkConfiguration.securityGroups": { maxItems: 5 },
        "networkConfiguration.subnets": { maxItems: 16 },
      },
      must: "A service must have at most 5 security groups and 16 subnets.",
      source: `${API}/API_AwsVpcConfiguration.html`,
      accepts: [{ ...run, networkConfiguration: { subnets: ["subnet-0a"], securityGroups: ["sg-0a"] } }],
      rejects: [
        {
          networkConfiguration: {
            subnets: ["subnet-0a"],
            securityGroups: ["sg-1", "sg-2", "sg-3", "sg-4", "sg-5", "sg-6"],
          },
        },
      ],
    },
    "aws.ecs.capacity-provider.target-capacity": {
      type: ECS_CAPACITY_PROVIDER,
      require: { "autoScalingGroupProvider.managedScaling.targetCapacity": { min: 1, max: 100 } },
      must: "The target capacity must be 1 to 100 percent.",
      source: `${API}/API_ManagedScaling.html`,
      accepts: [
        { autoScalingGroupProvider: { autoScalingGroupArn: "arn:aws:x", managedScaling: { targetCapacity: 100 } } },
      ],
      rejects: [
        { autoScalingGroupProvider: { autoScalingGroupArn: "arn:aws:x", managedScaling: { targetCapacity: 120 } } },
      ],
    },
    "aws.ecs.task-definition.port-names-differ": {
      type: "aws:ecs/taskDefinition:TaskDefinition",
      each: "containerDefinitions",
      require: { portMappings: { uniqueBy: "name" } },
      must: "Each of the port mappings must have a name of its own.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
      accepts: [
        {
          family: "x",
          containerDefinitions: JSON.stringify([
            {
              name: "x",
              image: "y",
              memory: 128,
              portMappings: [
                { containerPort: 80, name: "web" },
                { containerPort: 81, name: "admin" },
              ],
            },
          ]),
        },
      ],
      rejects: [
        {
          family: "x",
          containerDefinitions: JSON.stringify([
            {
              name: "x",
              image: "y",
              memory: 128,
              portMappings: [
                { containerPort: 80, name: "web" },
                { containerPort: 81, name: "web" },
              ],
            },
          ]),
        },
      ],
    },
    "aws.ecs.capacity-provider.name": {
      type: "aws:ecs/capacityProvider:CapacityProvider",
      when: { name: { present: true } },
      require: { name: { not: { matches: /^(?:aws|ecs|fargate)/i } } },
      must: "The name of a capacity provider does not begin with `aws`, `ecs` or `fargate`.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateCapacityProvider.html",
      accepts: [{ name: "orders", autoScalingGroupProvider: { autoScalingGroupArn: "x" } }],
      rejects: [{ name: "ecs-orders", autoScalingGroupProvider: { autoScalingGroupArn: "x" } }],
    },
    "aws.ecs.task-definition.dependency-ends": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.dependsOn",
      where: { condition: ["SUCCESS", "COMPLETE"] },
      defaults: { essential: true },
      require: { "/containerDefinitions": { none: { name: { sameAs: "../containerName" }, essential: true } } },
      must: "A container that has to end first must not be essential: set its `essential: false`.",
      source: DEPENDENCY,
      accepts: [pair("SUCCESS", { essential: false }), pair("START", {})],
      rejects: [pair("SUCCESS", {}), pair("COMPLETE", { essential: true })],
    },
    "aws.ecs.task-definition.dependency-health": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.dependsOn",
      where: { condition: "HEALTHY" },
      require: {
        "/containerDefinitions": { none: { name: { sameAs: "../containerName" }, healthCheck: { present: false } } },
      },
      must: "A container that has to be healthy first requires a `healthCheck` in its definition.",
      source: DEPENDENCY,
      accepts: [pair("HEALTHY", { healthCheck: { command: ["CMD-SHELL", "true"] } })],
      rejects: [pair("HEALTHY", {})],
    },
    "aws.ecs.task-definition.fargate-stop-timeout": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { stopTimeout: { max: 120 } },
      must: "Fargate waits at most 120 seconds for a container to stop: lower `stopTimeout`.",
      source: CONTAINER,
      accepts: [fargate({ stopTimeout: 120 }), task({ stopTimeout: 300 })],
      rejects: [fargate({ stopTimeout: 300 })],
    },
    "aws.ecs.task-definition.fargate-graphics": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { resourceRequirements: { none: { type: "GPU" } } },
      must: "Fargate has no GPU: run the task on instances.",
      source: CONTAINER,
      accepts: [task({ resourceRequirements: [{ type: "GPU", value: "1" }] })],
      rejects: [fargate({ resourceRequirements: [{ type: "GPU", value: "1" }] })],
    },
    "aws.ecs.task-definition.fargate-linux": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: {
        "linuxParameters.devices": { present: false },
        "linuxParameters.sharedMemorySize": { present: false },
      },
      must: "Fargate gives a task no devices and no shared memory: leave both out of `linuxParameters`.",
      source: `${API}/API_LinuxParameters.html`,
      accepts: [
        fargate({ linuxParameters: { initProcessEnabled: true } }),
        task({ linuxParameters: { sharedMemorySize: 64 } }),
      ],
      rejects: [
        fargate({ linuxParameters: { sharedMemorySize: 64 } }),
        fargate({ linuxParameters: { devices: [{ hostPath: "/dev/fuse" }] } }),
      ],
    },
    "aws.ecs.task-definition.fargate-capabilities": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { "linuxParameters.capabilities.add": { every: "SYS_PTRACE" } },
      must: "The only capability that Fargate adds to a container is SYS_PTRACE.",
      source: `${API}/API_KernelCapabilities.html`,
      accepts: [
        fargate({ linuxParameters: { capabilities: { add: ["SYS_PTRACE"], drop: ["NET_RAW"] } } }),
        task({ linuxParameters: { capabilities: { add: ["NET_ADMIN"] } } }),
      ],
      rejects: [fargate({ linuxParameters: { capabilities: { add: ["NET_ADMIN"] } } })],
    },
    "aws.ecs.task-definition.fargate-processes": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      require: { pidMode: "task", ipcMode: { present: false } },
      must: 'Tasks on Fargate share no processes or memory with a host: leave out `ipcMode`, and `pidMode` is at most "task".',
      source: `${API}/API_RegisterTaskDefinition.html`,
      accepts: [fargate({}, { pidMode: "task" }), task({}, { pidMode: "host", ipcMode: "host" })],
      rejects: [fargate({}, { pidMode: "host" }), fargate({}, { ipcMode: "task" })],
    },
    "aws.ecs.task-definition.awsvpc-hosts": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: "awsvpc" },
      each: "containerDefinitions",
      require: { extraHosts: { present: false } },
      must: "Containers of a task with its own network interface have no `extraHosts`.",
      source: CONTAINER,
      accepts: [task({ extraHosts: [{ hostname: "db", ipAddress: "10.0.0.4" }] })],
      rejects: [fargate({ extraHosts: [{ hostname: "db", ipAddress: "10.0.0.4" }] })],
    },
    "aws.ecs.task-definition.one-kind-of-volume": {
      type: ECS_TASK_DEFINITION,
      each: "volumes",
      require: {
        atMostOne: [
          "efsVolumeConfiguration",
          "fsxWindowsFileServerVolumeConfiguration",
          "dockerVolumeConfiguration",
          "hostPath",
        ],
      },
      must: "A volume has one kind: leave out all configurations but one.",
      source: `${API}/API_Volume.html`,
      accepts: [efs({})],
      rejects: [
        task({}, { volumes: [{ name: "data", hostPath: "/data", efsVolumeConfiguration: { fileSystemId: "fs-0a" } }] }),
      ],
    },
    "aws.ecs.task-definition.volume-names-differ": {
      type: ECS_TASK_DEFINITION,
      require: { volumes: { uniqueBy: "name" } },
      must: "Each volume must have a name of its own.",
      source: `${API}/API_Volume.html`,
      accepts: [task({}, { volumes: [{ name: "data" }, { name: "cache" }] })],
      rejects: [task({}, { volumes: [{ name: "data" }, { name: "data" }] })],
    },
    "aws.ecs.task-definition.port-range": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.portMappings",
      require: { containerPort: { min: 0, max: 65535 }, hostPort: { min: 0, max: 65535 } },
      must: "Ports are from 0 to 65535.",
      source: `${API}/API_PortMapping.html`,
      accepts: [task({ portMappings: [{ containerPort: 8080, hostPort: 0 }] })],
      rejects: [task({ portMappings: [{ containerPort: 80800 }] })],
    },
    "aws.ecs.task-definition.protocol-of-application": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.portMappings",
      where: { appProtocol: { present: true } },
      require: { protocol: "tcp" },
      must: "A port with `appProtocol` is for TCP.",
      level: "advisory",
      source: `${API}/API_PortMapping.html`,
      accepts: [task({ portMappings: [{ containerPort: 8080, name: "web", appProtocol: "http" }] })],
      rejects: [task({ portMappings: [{ containerPort: 8080, name: "web", appProtocol: "http", protocol: "udp" }] })],
    },
    "aws.ecs.service.healthy-share": {
      type: ECS_SERVICE,
      when: [
        {
          deploymentController: { present: false },
          schedulingStrategy: { present: false },
          "deploymentConfiguration.strategy": "ROLLING",
        },
        {
          "deploymentController.type": "ECS",
          schedulingStrategy: { not: "DAEMON" },
          "deploymentConfiguration.strategy": "ROLLING",
        },
      ],
      defaults: {
        deploymentMaximumPercent: 200,
        deploymentMinimumHealthyPercent: 100,
        schedulingStrategy: "REPLICA",
        "deploymentConfiguration.strategy": "ROLLING",
      },
      require: { deploymentMaximumPercent: { above: { property: "deploymentMinimumHealthyPercent" } } },
      must: "A deployment needs room: `deploymentMaximumPercent` must be above `deploymentMinimumHealthyPercent`.",
      source: `${API}/API_DeploymentConfiguration.html`,
      accepts: [
        service(),
        service({ deploymentMaximumPercent: 100, deploymentMinimumHealthyPercent: 0 }),
        service({ deploymentMaximumPercent: 100, deploymentConfiguration: { strategy: "BLUE_GREEN" } }),
        service({
          schedulingStrategy: "DAEMON",
          launchType: "EC2",
          desiredCount: 0,
          deploymentMaximumPercent: 100,
          deploymentMinimumHealthyPercent: 0,
        }),
      ],
      rejects: [
        service({ deploymentMaximumPercent: 100 }),
        service({ deploymentMaximumPercent: 100, deploymentMinimumHealthyPercent: 100 }),
      ],
    },
    "aws.ecs.service.constraint-expression": {
      type: ECS_SERVICE,
      each: "placementConstraints",
      where: { type: "memberOf" },
      require: { expression: { present: true } },
      must: "A placement constraint of the type memberOf requires `expression`.",
      source: `${API}/API_PlacementConstraint.html`,
      accepts: [
        service({
          placementConstraints: [
            { type: "memberOf", expression: "attribute:ecs.instance-type =~ m7g.*" },
            { type: "distinctInstance" },
          ],
        }),
      ],
      rejects: [service({ placementConstraints: [{ type: "memberOf" }] })],
    },
    "aws.ecs.service.distinct-without-expression": {
      type: ECS_SERVICE,
      each: "placementConstraints",
      where: { type: "distinctInstance" },
      require: { expression: { present: false } },
      must: "A placement constraint of the type distinctInstance has no `expression`.",
      source: `${API}/API_PlacementConstraint.html`,
      accepts: [service({ placementConstraints: [{ type: "distinctInstance" }] })],
      rejects: [
        service({ placementConstraints: [{ type: "distinctInstance", expression: "attribute:ecs.os-type == linux" }] }),
      ],
    },
    "aws.ecs.service.binpack-field": {
      type: ECS_SERVICE,
      each: "orderedPlacementStrategies",
      where: { type: "binpack" },
      require: [{ field: ["cpu", "memory", "CPU", "MEMORY"] }],
      must: "The strategy binpack fills instances by cpu or memory: set `field`.",
      source: `${API}/API_PlacementStrategy.html`,
      accepts: [
        service({
          orderedPlacementStrategies: [
            { type: "binpack", field: "memory" },
            { type: "spread", field: "instanceId" },
          ],
        }),
      ],
      rejects: [service({ orderedPlacementStrategies: [{ type: "binpack", field: "instanceId" }] })],
    },
    "aws.ecs.service.one-balancer": {
      type: ECS_SERVICE,
      each: "loadBalancers",
      require: { exactlyOne: ["targetGroupArn", "elbName"] },
      must: "A service is behind a target group or a classic load balancer: set `targetGroupArn` or `elbName`.",
      source: `${API}/API_LoadBalancer.html`,
      accepts: [service(balanced)],
      rejects: [
        service({ loadBalancers: [{ containerName: "web", containerPort: 80 }] }),
        service({
          loadBalancers: [{ targetGroupArn: "arn:aws:x", elbName: "x", containerName: "web", containerPort: 80 }],
        }),
      ],
    },
    "aws.ecs.service.one-registry": {
      type: ECS_SERVICE,
      require: { atMostOne: ["serviceRegistries.port", "serviceRegistries.containerPort"] },
      must: "A registry has a port or the port of a container: leave out one of the two.",
      source: `${API}/API_ServiceRegistry.html`,
      accepts: [service({ serviceRegistries: { registryArn: "arn:aws:x", containerName: "web", containerPort: 80 } })],
      rejects: [
        service({ serviceRegistries: { registryArn: "arn:aws:x", containerName: "web", containerPort: 80, port: 80 } }),
      ],
    },
    "aws.ecs.service.one-base": {
      type: ECS_SERVICE,
      when: { capacityProviderStrategies: { some: { base: { above: 0 } } } },
      each: "capacityProviderStrategies",
      where: { base: { above: 0 } },
      require: {
        "/capacityProviderStrategies": {
          none: { base: { above: 0 }, capacityProvider: { not: { sameAs: "../capacityProvider" } } },
        },
      },
      must: "Only one provider of a strategy has a `base`.",
      source: `${API}/API_CapacityProviderStrategyItem.html`,
      accepts: [
        service({
          capacityProviderStrategies: [
            { capacityProvider: "FARGATE", base: 1, weight: 1 },
            { capacityProvider: "FARGATE_SPOT", weight: 3 },
          ],
        }),
      ],
      rejects: [
        service({
          capacityProviderStrategies: [
            { capacityProvider: "FARGATE", base: 1, weight: 1 },
            { capacityProvider: "FARGATE_SPOT", base: 1, weight: 3 },
          ],
        }),
      ],
    },
    "aws.ecs.service.some-weight": {
      type: ECS_SERVICE,
      when: { capacityProviderStrategies: { minItems: 1 } },
      require: { capacityProviderStrategies: { some: { weight: { not: 0 } } } },
      defaults: { weight: 0 },
      must: "At least one provider of a strategy must have a `weight` above 0.",
      source: `${API}/API_CapacityProviderStrategyItem.html`,
      accepts: [service({ capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }] })],
      rejects: [service({ capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 0 }] })],
      level: "advisory",
    },
    "aws.ecs.service.volume-daemon": {
      type: ECS_SERVICE,
      when: { schedulingStrategy: "DAEMON" },
      require: { volumeConfiguration: { present: false } },
      must: "Only a replica service attaches volumes: leave out `volumeConfiguration`.",
      source: CREATE_SERVICE,
      accepts: [service({ volumeConfiguration: { name: "data", managedEbsVolume: { roleArn: role, sizeInGb: 20 } } })],
      rejects: [
        service({
          schedulingStrategy: "DAEMON",
          launchType: "EC2",
          volumeConfiguration: { name: "data", managedEbsVolume: { roleArn: role, sizeInGb: 20 } },
        }),
      ],
    },
    "aws.ecs.service.mesh-services": {
      type: ECS_SERVICE,
      when: { "serviceConnectConfiguration.enabled": false },
      require: { "serviceConnectConfiguration.services": { present: false } },
      must: "Service Connect that is not enabled has no `services`.",
      source: `${API}/API_ServiceConnectConfiguration.html`,
      accepts: [service({ serviceConnectConfiguration: { enabled: true, namespace: "shop" } })],
      rejects: [service({ serviceConnectConfiguration: { enabled: false, services: [{ portName: "web" }] } })],
      level: "advisory",
    },
    "aws.ecs.service.canary": {
      type: ECS_SERVICE,
      when: { "deploymentConfiguration.canaryConfiguration": { present: true } },
      require: { "deploymentConfiguration.strategy": "CANARY" },
      must: "Only the strategy CANARY has `canaryConfiguration`.",
      source: `${API}/API_DeploymentConfiguration.html`,
      accepts: [
        service({
          deploymentConfiguration: {
            strategy: "CANARY",
            canaryConfiguration: { canaryPercent: 10, canaryBakeTimeInMinutes: 10 },
          },
        }),
      ],
      rejects: [
        service({ deploymentConfiguration: { strategy: "LINEAR", canaryConfiguration: { canaryPercent: 10 } } }),
      ],
    },
    "aws.ecs.service.linear": {
      type: ECS_SERVICE,
      when: { "deploymentConfiguration.linearConfiguration": { present: true } },
      require: { "deploymentConfiguration.strategy": "LINEAR" },
      must: "Only the strategy LINEAR has `linearConfiguration`.",
      source: `${API}/API_DeploymentConfiguration.html`,
      accepts: [
        service({
          deploymentConfiguration: {
            strategy: "LINEAR",
            linearConfiguration: { stepPercent: 10, stepBakeTimeInMinutes: 10 },
          },
        }),
      ],
      rejects: [
        service({ deploymentConfiguration: { strategy: "BLUE_GREEN", linearConfiguration: { stepPercent: 10 } } }),
      ],
    },
    "aws.ecs.capacity-provider.protection-needs-scaling": {
      type: ECS_CAPACITY_PROVIDER,
      when: { "autoScalingGroupProvider.managedTerminationProtection": "ENABLED" },
      require: {
        "autoScalingGroupProvider.managedScaling": { present: true },
        "autoScalingGroupProvider.managedScaling.status": "ENABLED",
      },
      must: 'Protection from termination requires managed scaling: set `managedScaling.status: "ENABLED"`.',
      source: `${API}/API_AutoScalingGroupProvider.html`,
      accepts: [
        fleet({ managedTerminationProtection: "ENABLED", managedScaling: { status: "ENABLED" } }),
        fleet({ managedTerminationProtection: "DISABLED" }),
      ],
      rejects: [fleet({ managedTerminationProtection: "ENABLED", managedScaling: { status: "DISABLED" } })],
    },
    "aws.ecs.capacity-provider.steps": {
      type: ECS_CAPACITY_PROVIDER,
      require: {
        "autoScalingGroupProvider.managedScaling.minimumScalingStepSize": {
          min: 1,
          max: { property: "autoScalingGroupProvider.managedScaling.maximumScalingStepSize" },
        },
        "autoScalingGroupProvider.managedScaling.maximumScalingStepSize": { max: 10000 },
      },
      must: "Steps of managed scaling are from 1 to 10,000, and the smallest is not above the largest.",
      source: `${API}/API_ManagedScaling.html`,
      accepts: [fleet({ managedScaling: { status: "ENABLED", minimumScalingStepSize: 1, maximumScalingStepSize: 4 } })],
      rejects: [fleet({ managedScaling: { status: "ENABLED", minimumScalingStepSize: 8, maximumScalingStepSize: 4 } })],
    },
    "aws.ecs.cluster.exec-logs": {
      type: ECS_CLUSTER,
      when: { "configuration.executeCommandConfiguration.logging": "OVERRIDE" },
      require: { "configuration.executeCommandConfiguration.logConfiguration": { present: true } },
      must: "Logging by OVERRIDE requires `logConfiguration`.",
      source: `${API}/API_ExecuteCommandConfiguration.html`,
      accepts: [
        {
          configuration: {
            executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: "x" } },
          },
        },
      ],
      rejects: [{ configuration: { executeCommandConfiguration: { logging: "OVERRIDE" } } }],
    },
    "aws.ecs.service.group-ids": {
      type: ECS_SERVICE,
      require: {
        "networkConfiguration.securityGroups": GROUP_IDS,
        "networkConfiguration.subnets": { every: { not: { matches: /^(?:[a-z]{2,}|arn:.*|sg-.*|vpc-.*)$/ } } },
      },
      ofLiterals: true,
      must: 'Groups and subnets are named by their ids: "sg-…" and "subnet-…".',
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_AwsVpcConfiguration.html",
      accepts: [service({ networkConfiguration: { securityGroups: ["sg-1"], subnets: ["subnet-1"] } })],
      rejects: [service({ networkConfiguration: { securityGroups: ["orders"], subnets: ["subnet-1"] } })],
    },
    "aws.ecs.cluster.insights": {
      type: ECS_CLUSTER,
      each: "settings",
      require: { name: "containerInsights", value: ["enabled", "disabled", "enhanced"] },
      must: 'The setting of a cluster is `containerInsights`: "enabled", "enhanced" or "disabled".',
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ClusterSetting.html",
      accepts: [{ settings: [{ name: "containerInsights", value: "enhanced" }] }],
      rejects: [
        { settings: [{ name: "containerInsights", value: "on" }] },
        { settings: [{ name: "container_insights", value: "enabled" }] },
      ],
    },
    "aws.ecs.service.propagate": {
      type: ECS_SERVICE,
      require: { propagateTags: ["SERVICE", "TASK_DEFINITION", "NONE"] },
      must: '`propagateTags` must be "SERVICE", "TASK_DEFINITION" or "NONE".',
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
      accepts: [
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
          propagateTags: "SERVICE",
        },
      ],
      rejects: [
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
          propagateTags: "TASK",
        },
      ],
    },
    "aws.ecs.service.role-in-vpc": {
      type: ECS_SERVICE,
      when: { "networkConfiguration.subnets": { present: true } },
      require: { iamRole: { present: false } },
      must: "A service with a network of its own uses the service-linked role: leave out `iamRole`.",
      awsError: "You cannot specify an IAM role for services that require a service linked role",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CreateService.html",
      accepts: [
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
        },
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "EC2",
          iamRole: "arn:aws:iam::111122223333:role/ecs",
          loadBalancers: [{ targetGroupArn: "arn:x", containerName: "web", containerPort: 80 }],
        },
      ],
      rejects: [
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
          iamRole: "arn:aws:iam::111122223333:role/ecs",
        },
      ],
    },
    "aws.ecs.service.rebalancing": {
      type: ECS_SERVICE,
      when: { availabilityZoneRebalancing: "ENABLED" },
      require: { deploymentMaximumPercent: { above: 100 }, schedulingStrategy: { not: "DAEMON" } },
      must: "Rebalancing between zones requires `deploymentMaximumPercent` above 100 and replicas.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-rebalancing.html",
      accepts: [
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
          availabilityZoneRebalancing: "ENABLED",
        },
      ],
      rejects: [
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "FARGATE",
          networkConfiguration: { subnets: ["subnet-1"] },
          availabilityZoneRebalancing: "ENABLED",
          deploymentMaximumPercent: 100,
          deploymentMinimumHealthyPercent: 0,
        },
        {
          cluster: "orders",
          taskDefinition: "orders:1",
          launchType: "EC2",
          availabilityZoneRebalancing: "ENABLED",
          schedulingStrategy: "DAEMON",
        },
      ],
    },
    "aws.ecs.task-definition.launch-types": {
      type: ECS_TASK_DEFINITION,
      require: { requiresCompatibilities: { every: ["EC2", "FARGATE", "EXTERNAL", "MANAGED_INSTANCES"] } },
      must: 'A task is for "EC2", "FARGATE", "EXTERNAL" or "MANAGED_INSTANCES".',
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RegisterTaskDefinition.html",
      accepts: [{ family: "orders", requiresCompatibilities: ["EC2"] }],
      rejects: [
        { family: "orders", requiresCompatibilities: ["Fargate"] },
        { family: "orders", requiresCompatibilities: ["FARGATE_SPOT"] },
      ],
    },
    "aws.ecs.task-definition.system": {
      type: ECS_TASK_DEFINITION,
      require: {
        "runtimePlatform.operatingSystemFamily": [
          "LINUX",
          "WINDOWS_SERVER_2019_FULL",
          "WINDOWS_SERVER_2019_CORE",
          "WINDOWS_SERVER_2016_FULL",
          "WINDOWS_SERVER_2004_CORE",
          "WINDOWS_SERVER_2022_CORE",
          "WINDOWS_SERVER_2022_FULL",
          "WINDOWS_SERVER_2025_CORE",
          "WINDOWS_SERVER_2025_FULL",
          "WINDOWS_SERVER_20H2_CORE",
        ],
      },
      must: "The system must be one that ECS has, such as LINUX or WINDOWS_SERVER_2022_CORE.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html",
      accepts: [{ family: "orders", runtimePlatform: { operatingSystemFamily: "LINUX" } }],
      rejects: [
        { family: "orders", runtimePlatform: { operatingSystemFamily: "linux" } },
        { family: "orders", runtimePlatform: { operatingSystemFamily: "WINDOWS" } },
      ],
    },
    "aws.ecs.task-definition.limit-order": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.ulimits",
      // With -1 there is no limit.
      where: { hardLimit: { min: 0 } },
      require: { softLimit: { max: { property: "hardLimit" } } },
      must: "The soft limit is at most the hard limit.",
      level: "advisory",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Ulimit.html",
      accepts: [
        task({ ulimits: [{ name: "memlock", softLimit: 65536, hardLimit: -1 }] }),
        {
          family: "orders",
          containerDefinitions:
            '[{"name":"web","image":"nginx","memory":128,"ulimits":[{"name":"nofile","softLimit":1024,"hardLimit":4096}]}]',
        },
      ],
      rejects: [
        {
          family: "orders",
          containerDefinitions:
            '[{"name":"web","image":"nginx","memory":128,"ulimits":[{"name":"nofile","softLimit":8192,"hardLimit":4096}]}]',
        },
      ],
    },
    "aws.ecs.task-definition.port-protocol": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.portMappings",
      require: { protocol: ["tcp", "udp"] },
      must: 'A port mapping is of the protocol "tcp" or "udp": HTTP is `appProtocol`.',
      level: "advisory",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_PortMapping.html",
      accepts: [
        {
          family: "orders",
          containerDefinitions:
            '[{"name":"web","image":"nginx","memory":128,"portMappings":[{"containerPort":80,"protocol":"tcp"}]}]',
        },
      ],
      rejects: [
        {
          family: "orders",
          containerDefinitions:
            '[{"name":"web","image":"nginx","memory":128,"portMappings":[{"containerPort":80,"protocol":"http"}]}]',
        },
      ],
    },
    "aws.ecs.task-definition.log-driver": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: {
        "logConfiguration.logDriver": [
          "awslogs",
          "fluentd",
          "gelf",
          "json-file",
          "journald",
          "logentries",
          "splunk",
          "syslog",
          "awsfirelens",
          "none",
        ],
      },
      must: "The log driver must be one that ECS has, such as awslogs or awsfirelens.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LogConfiguration.html",
      accepts: [
        {
          family: "orders",
          containerDefinitions:
            '[{"name":"web","image":"nginx","memory":128,"logConfiguration":{"logDriver":"fluentd"}}]',
        },
      ],
      rejects: [
        {
          family: "orders",
          containerDefinitions:
            '[{"name":"web","image":"nginx","memory":128,"logConfiguration":{"logDriver":"cloudwatch"}}]',
        },
      ],
    },
    "aws.ecs.task-definition.autoprovision": {
      type: ECS_TASK_DEFINITION,
      each: "volumes",
      where: { "dockerVolumeConfiguration.scope": "task" },
      require: { "dockerVolumeConfiguration.autoprovision": { not: true } },
      must: 'Only a volume with `scope: "shared"` is provisioned by itself.',
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html",
      accepts: [
        {
          family: "orders",
          volumes: [{ name: "data", dockerVolumeConfiguration: { scope: "shared", autoprovision: true } }],
        },
      ],
      rejects: [
        {
          family: "orders",
          volumes: [{ name: "data", dockerVolumeConfiguration: { scope: "task", autoprovision: true } }],
        },
      ],
    },
    "aws.ecs.cluster-capacity-providers.one-base": {
      type: ECS_CLUSTER_CAPACITY_PROVIDERS,
      each: "defaultCapacityProviderStrategies",
      where: { base: { above: 0 } },
      require: {
        "/defaultCapacityProviderStrategies": {
          none: { base: { above: 0 }, capacityProvider: { not: { sameAs: "../capacityProvider" } } },
        },
      },
      must: "Only one provider of a strategy has a `base`.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_CapacityProviderStrategyItem.html",
      accepts: [
        {
          clusterName: "orders",
          capacityProviders: ["FARGATE", "FARGATE_SPOT"],
          defaultCapacityProviderStrategies: [
            { capacityProvider: "FARGATE", base: 1, weight: 1 },
            { capacityProvider: "FARGATE_SPOT", weight: 4 },
          ],
        },
      ],
      rejects: [
        {
          clusterName: "orders",
          capacityProviders: ["FARGATE", "FARGATE_SPOT"],
          defaultCapacityProviderStrategies: [
            { capacityProvider: "FARGATE", base: 1, weight: 1 },
            { capacityProvider: "FARGATE_SPOT", base: 1, weight: 4 },
          ],
        },
      ],
    },
    "aws.ecs.service.fargate-task-size": {
      type: ECS_SERVICE,
      refers: { taskDefinition: ECS_TASK_DEFINITION },
      when: { launchType: "FARGATE" },
      require: { "taskDefinition->cpu": { present: true }, "taskDefinition->memory": { present: true } },
      must: "Fargate runs task definitions that have `cpu` and `memory`.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
      accepts: [
        {
          launchType: "FARGATE",
          taskDefinition: { cpu: "256", memory: "512" },
          networkConfiguration: { subnets: ["subnet-0a"] },
        },
        { ...run, launchType: "EC2", taskDefinition: {} },
      ],
      rejects: [
        { launchType: "FARGATE", taskDefinition: { memory: "512" }, networkConfiguration: { subnets: ["subnet-0a"] } },
      ],
    },
    "aws.ecs.service.registry-address": {
      type: ECS_SERVICE,
      refers: { taskDefinition: ECS_TASK_DEFINITION, "serviceRegistries.registryArn": SERVICE_DISCOVERY },
      when: { "taskDefinition->networkMode": ["bridge", "host"] },
      defaults: { "taskDefinition->networkMode": "bridge" },
      require: { "serviceRegistries.registryArn->dnsConfig.dnsRecords": { none: { type: ["A", "AAAA"] } } },
      must: "Tasks without network interfaces of their own are found by records of the type SRV.",
      source: "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/service-discovery.html",
      accepts: [
        registered("bridge", "SRV"),
        { ...registered("awsvpc", "A"), networkConfiguration: { subnets: ["subnet-0a"] } },
      ],
      rejects: [registered("bridge", "A"), registered("host", "A")],
    },
    "aws.ecs.task-definition.fargate-stream-prefix": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      where: {
        "logConfiguration.logDriver": "awslogs",
        "logConfiguration.options.awslogs-group": { present: true },
        "logConfiguration.options.awslogs-region": { present: true },
      },
      require: { "logConfiguration.options.awslogs-stream-prefix": { present: true } },
      must: 'On Fargate the log driver "awslogs" also requires the option "awslogs-stream-prefix".',
      awsError:
        "Fargate requires log configuration options to include awslogs-stream-prefix to support log driver awslogs",
      source: `${API}/API_LogConfiguration.html`,
      accepts: [
        fargate({ logConfiguration: awslogs }, { executionRoleArn: role }),
        task({ logConfiguration: inGroup }, { requiresCompatibilities: ["EC2"] }),
      ],
      rejects: [fargate({ logConfiguration: inGroup }, { executionRoleArn: role })],
    },
    "aws.ecs.task-definition.log-router": {
      type: ECS_TASK_DEFINITION,
      when: { containerDefinitions: { some: { "logConfiguration.logDriver": "awsfirelens" } } },
      require: { containerDefinitions: { some: { firelensConfiguration: { present: true } } } },
      must: 'The log driver "awsfirelens" requires a container with `firelensConfiguration`, which routes the logs.',
      awsError:
        "When awsfirelens log driver is specified in log configuration, a firelens configuration object must be configured in one of the containers",
      source: `${API}/API_FirelensConfiguration.html`,
      accepts: [containers({ ...web, logConfiguration: firelens }, router), task({ logConfiguration: awslogs })],
      rejects: [task({ logConfiguration: firelens })],
    },
    "aws.ecs.task-definition.routed-logs": {
      type: ECS_TASK_DEFINITION,
      when: { containerDefinitions: { some: { firelensConfiguration: { present: true } } } },
      require: { containerDefinitions: { some: { "logConfiguration.logDriver": "awsfirelens" } } },
      must: 'With `firelensConfiguration` at least one container must have the log driver "awsfirelens".',
      awsError:
        "When a firelensConfiguration object is specified, at least one container has to be configured with the awsfirelens log driver",
      source: `${API}/API_FirelensConfiguration.html`,
      accepts: [containers({ ...web, logConfiguration: firelens }, router)],
      rejects: [containers({ ...web, logConfiguration: awslogs }, router)],
    },
    "aws.ecs.task-definition.router-type": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: { "firelensConfiguration.type": ["fluentd", "fluentbit"] },
      must: 'A log router must be "fluentd" or "fluentbit".',
      source: `${API}/API_FirelensConfiguration.html`,
      accepts: [containers({ ...web, logConfiguration: firelens }, router)],
      rejects: [
        containers(
          { ...web, logConfiguration: firelens },
          { ...router, firelensConfiguration: { type: "fluent-bit" } },
        ),
      ],
    },
    "aws.ecs.task-definition.registry-role": {
      type: ECS_TASK_DEFINITION,
      when: { executionRoleArn: { present: false } },
      each: "containerDefinitions",
      require: { repositoryCredentials: { present: false } },
      must: "Credentials of a registry must be read with the role in `executionRoleArn`: set it.",
      awsError:
        "Private repository authentication requires that the task definition specify a value for executionRoleArn",
      source: `${GUIDE}/private-auth.html`,
      accepts: [
        task({ repositoryCredentials: { credentialsParameter: "registry" } }, { executionRoleArn: role }),
        task({}),
      ],
      rejects: [task({ repositoryCredentials: { credentialsParameter: "registry" } })],
    },
    "aws.ecs.task-definition.host-port-of-host": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: "host" },
      each: "containerDefinitions.portMappings",
      where: { hostPort: { above: 0 }, containerPort: { present: true } },
      require: { hostPort: { sameAs: "containerPort" } },
      must: 'With `networkMode: "host"` a container has the ports of the host: leave out `hostPort`.',
      source: `${API}/API_PortMapping.html`,
      accepts: [
        task({ portMappings: [{ containerPort: 8080 }, { containerPort: 90, hostPort: 90 }] }, { networkMode: "host" }),
        task({ portMappings: [{ containerPort: 8080, hostPort: 80 }] }, { networkMode: "bridge" }),
      ],
      rejects: [task({ portMappings: [{ containerPort: 8080, hostPort: 80 }] }, { networkMode: "host" })],
    },
    "aws.ecs.task-definition.ports-without-network": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: "none" },
      each: "containerDefinitions",
      require: { portMappings: { present: false } },
      must: 'A task with `networkMode: "none"` has no ports: leave out `portMappings`.',
      source: CONTAINER,
      accepts: [task({ portMappings: [] }, { networkMode: "none" }), task({ portMappings: [{ containerPort: 80 }] })],
      rejects: [task({ portMappings: [{ containerPort: 80 }] }, { networkMode: "none" })],
    },
    "aws.ecs.task-definition.links-of-bridge": {
      type: ECS_TASK_DEFINITION,
      when: { networkMode: ["host", "none"] },
      each: "containerDefinitions",
      require: { links: { present: false } },
      must: 'Only containers with `networkMode: "bridge"` have `links`: leave them out.',
      source: CONTAINER,
      accepts: [task({ links: ["db"] }, { networkMode: "bridge" }), task({}, { networkMode: "host" })],
      rejects: [task({ links: ["db"] }, { networkMode: "host" })],
    },
    "aws.ecs.task-definition.container-name-form": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: { name: { matches: /^[A-Za-z0-9_-]{1,255}$/ } },
      must: "The name of a container has at most 255 letters, digits, hyphens and underscores.",
      awsError: "Container.name contains invalid characters",
      source: CONTAINER,
      accepts: [task({ name: "web_1-a" })],
      rejects: [task({ name: "my web" }), task({ name: "shop.web" })],
    },
    "aws.ecs.task-definition.fargate-swap": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { "linuxParameters.maxSwap": { present: false }, "linuxParameters.swappiness": { present: false } },
      must: "Fargate has no swap: leave `maxSwap` and `swappiness` out of `linuxParameters`.",
      source: `${API}/API_LinuxParameters.html`,
      accepts: [
        fargate({ linuxParameters: { initProcessEnabled: true } }),
        task({ linuxParameters: { maxSwap: 512 } }),
      ],
      rejects: [fargate({ linuxParameters: { maxSwap: 512 } }), fargate({ linuxParameters: { swappiness: 10 } })],
    },
    "aws.ecs.task-definition.swappiness": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: { "linuxParameters.swappiness": { min: 0, max: 100 } },
      must: "`swappiness` must be from 0 to 100.",
      source: `${API}/API_LinuxParameters.html`,
      accepts: [task({ linuxParameters: { maxSwap: 512, swappiness: 100 } })],
      rejects: [task({ linuxParameters: { maxSwap: 512, swappiness: 200 } })],
    },
    "aws.ecs.task-definition.fargate-security-options": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { dockerSecurityOptions: { present: false } },
      must: "Fargate takes no options of Docker's security systems: leave out `dockerSecurityOptions`.",
      source: CONTAINER,
      accepts: [fargate({ dockerSecurityOptions: [] }), task({ dockerSecurityOptions: ["no-new-privileges"] })],
      rejects: [fargate({ dockerSecurityOptions: ["no-new-privileges"] })],
    },
    "aws.ecs.task-definition.fargate-start-timeout": {
      type: ECS_TASK_DEFINITION,
      when: { requiresCompatibilities: { contains: "FARGATE" } },
      each: "containerDefinitions",
      require: { startTimeout: { max: 120 } },
      must: "Fargate waits at most 120 seconds for what a container depends on: lower `startTimeout`.",
      level: "advisory",
      source: CONTAINER,
      accepts: [fargate({ startTimeout: 120 }), task({ startTimeout: 600 })],
      rejects: [fargate({ startTimeout: 600 })],
    },
    "aws.ecs.task-definition.restart-period": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: { "restartPolicy.restartAttemptPeriod": { min: 60, max: 1800 } },
      must: "The period of a restart policy must be 60 to 1,800 seconds.",
      source: `${API}/API_ContainerRestartPolicy.html`,
      accepts: [task({ restartPolicy: { enabled: true, restartAttemptPeriod: 60 } })],
      rejects: [task({ restartPolicy: { enabled: true, restartAttemptPeriod: 30 } })],
    },
    "aws.ecs.task-definition.lists": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      require: {
        command: { kind: "list" },
        dependsOn: { kind: "list" },
        entryPoint: { kind: "list" },
        environment: { kind: "list" },
        mountPoints: { kind: "list" },
        portMappings: { kind: "list" },
        secrets: { kind: "list" },
      },
      must: "Commands, ports, mounts and dependencies are lists, and variables and secrets are lists of names and values.",
      source: `${API}/API_ContainerDefinition.html`,
      accepts: [task({ command: ["npm", "start"], environment: [{ name: "STAGE", value: "prod" }] })],
      rejects: [task({ command: "npm start" }), task({ environment: { STAGE: "prod" } })],
    },
    "aws.ecs.task-definition.variable-text": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.environment",
      require: { value: { kind: "string" } },
      must: "The value of a variable is a string: put numbers and booleans in quotes.",
      source: `${API}/API_KeyValuePair.html`,
      accepts: [task({ environment: [{ name: "PORT", value: "8080" }] })],
      rejects: [
        task({ environment: [{ name: "PORT", value: 8080 }] }),
        task({ environment: [{ name: "DEBUG", value: true }] }),
      ],
    },
    "aws.ecs.task-definition.secret-source": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.secrets",
      where: { ValueFrom: { present: false } },
      require: { valueFrom: { present: true } },
      must: "A secret names the parameter or secret that it is read from: set `valueFrom`.",
      source: `${API}/API_Secret.html`,
      accepts: [
        task({ secrets: [{ name: "TOKEN", valueFrom: "arn:aws:ssm:x" }] }, { executionRoleArn: role }),
        task({ environment: [{ name: "STAGE", value: "prod" }] }),
      ],
      rejects: [task({ secrets: [{ name: "TOKEN", value: "arn:aws:ssm:x" }] }, { executionRoleArn: role })],
    },
    "aws.ecs.task-definition.log-driver-set": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      where: { logConfiguration: { present: true }, "logConfiguration.LogDriver": { present: false } },
      require: { "logConfiguration.logDriver": { present: true } },
      must: "A log configuration requires `logDriver`.",
      source: `${API}/API_LogConfiguration.html`,
      accepts: [task({ logConfiguration: awslogs }), task({})],
      rejects: [task({ logConfiguration: { options: awslogs.options } })],
    },
    "aws.ecs.task-definition.health-check-command": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions",
      where: { healthCheck: { present: true }, "healthCheck.Command": { present: false } },
      require: { "healthCheck.command": { present: true } },
      must: "A health check requires `command`.",
      source: `${API}/API_HealthCheck.html`,
      accepts: [task({ healthCheck: { command: ["CMD-SHELL", "exit 0"], interval: 30 } }), task({})],
      rejects: [task({ healthCheck: { interval: 30 } })],
    },
    "aws.ecs.task-definition.environment-file": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.environmentFiles",
      require: { type: "s3", value: { matches: /^arn:[a-z-]+:s3:::/ } },
      must: 'A file of variables is an object in S3: it has the type "s3" and the ARN of the object as its value.',
      source: `${API}/API_EnvironmentFile.html`,
      accepts: [task({ environmentFiles: [{ type: "s3", value: "arn:aws:s3:::shop/web.env" }] })],
      rejects: [
        task({ environmentFiles: [{ type: "s3", value: "s3://shop/web.env" }] }),
        task({ environmentFiles: [{ type: "S3", value: "arn:aws:s3:::shop/web.env" }] }),
      ],
    },
    "aws.ecs.task-definition.limit-name": {
      type: ECS_TASK_DEFINITION,
      each: "containerDefinitions.ulimits",
      require: {
        name: [
          "core",
          "cpu",
          "data",
          "fsize",
          "locks",
          "memlock",
          "msgqueue",
          "nice",
          "nofile",
          "nproc",
          "rss",
          "rtprio",
          "rttime",
          "sigpending",
          "stack",
        ],
      },
      must: "A limit must be one that ECS has, such as nofile or memlock.",
      awsError: "Unrecognized ulimit name",
      source: `${API}/API_Ulimit.html`,
      accepts: [task({ ulimits: [{ name: "nofile", softLimit: 1024, hardLimit: 4096 }] })],
      rejects: [task({ ulimits: [{ name: "files", softLimit: 1024, hardLimit: 4096 }] })],
    },
    "aws.ecs.task-definition.placement-type": {
      type: ECS_TASK_DEFINITION,
      each: "placementConstraints",
      require: { type: "memberOf" },
      must: 'A placement constraint of a task definition has the type "memberOf": "distinctInstance" is for services.',
      source: `${API}/API_TaskDefinitionPlacementConstraint.html`,
      accepts: [task({}, { placementConstraints: [{ type: "memberOf", expression: "attribute:x == y" }] })],
      rejects: [task({}, { placementConstraints: [{ type: "distinctInstance" }] })],
    },
    "aws.ecs.service.task-definition": {
      type: ECS_SERVICE,
      when: { "deploymentController.type": ["ECS", "CODE_DEPLOY"] },
      defaults: { "deploymentController.type": "ECS" },
      require: { taskDefinition: { present: true } },
      must: "A service requires `taskDefinition`, except with the deployment controller EXTERNAL.",
      source: CREATE_SERVICE,
      accepts: [service(), { cluster: "shop", deploymentController: { type: "EXTERNAL" } }],
      rejects: [{ cluster: "shop", desiredCount: 2 }],
    },
    "aws.ecs.service.daemon-controller": {
      type: ECS_SERVICE,
      when: { "deploymentController.type": ["CODE_DEPLOY", "EXTERNAL"] },
      require: { schedulingStrategy: { not: "DAEMON" } },
      must: "Only ECS itself deploys daemons: leave out `deploymentController` or `schedulingStrategy`.",
      source: CREATE_SERVICE,
      accepts: [
        service({ launchType: "EC2", schedulingStrategy: "DAEMON", deploymentController: { type: "ECS" } }),
        service({ launchType: "EC2", deploymentController: { type: "EXTERNAL" } }),
      ],
      rejects: [
        service({ launchType: "EC2", schedulingStrategy: "DAEMON", deploymentController: { type: "EXTERNAL" } }),
      ],
    },
    "aws.ecs.service.daemon-placement": {
      type: ECS_SERVICE,
      when: { schedulingStrategy: "DAEMON" },
      require: { orderedPlacementStrategies: { present: false } },
      must: "A daemon runs once on each instance: leave out `orderedPlacementStrategies`.",
      awsError:
        "The daemon scheduling strategy does not support placement strategies. Remove the placement strategy and try again",
      source: `${GUIDE}/ecs_services.html`,
      accepts: [
        service({
          launchType: "EC2",
          schedulingStrategy: "DAEMON",
          placementConstraints: [{ type: "memberOf", expression: "attribute:x == y" }],
        }),
        service({ launchType: "EC2", orderedPlacementStrategies: [{ type: "binpack", field: "cpu" }] }),
      ],
      rejects: [
        service({
          launchType: "EC2",
          schedulingStrategy: "DAEMON",
          orderedPlacementStrategies: [{ type: "binpack", field: "cpu" }],
        }),
      ],
    },
    "aws.ecs.service.code-deploy-balancer": {
      type: ECS_SERVICE,
      when: { "deploymentController.type": "CODE_DEPLOY" },
      require: { loadBalancers: { present: true } },
      must: "CodeDeploy moves the requests of a load balancer: set `loadBalancers`.",
      source: CREATE_SERVICE,
      accepts: [service({ deploymentController: { type: "CODE_DEPLOY" }, ...balanced }), service()],
      rejects: [service({ deploymentController: { type: "CODE_DEPLOY" } })],
    },
    "aws.ecs.service.alarms-controller": {
      type: ECS_SERVICE,
      when: { "deploymentController.type": ["CODE_DEPLOY", "EXTERNAL"] },
      require: { "alarms.enable": { not: true } },
      must: "Alarms end the deployments of ECS itself: leave out `alarms` or `deploymentController`.",
      source: `${API}/API_DeploymentAlarms.html`,
      accepts: [
        service({ alarms: { enable: true, rollback: true, alarmNames: ["errors"] } }),
        service({ deploymentController: { type: "EXTERNAL" } }),
      ],
      rejects: [
        service({
          deploymentController: { type: "EXTERNAL" },
          alarms: { enable: true, rollback: true, alarmNames: ["errors"] },
        }),
      ],
    },
    "aws.ecs.service.strategy-controller": {
      type: ECS_SERVICE,
      when: { "deploymentConfiguration.strategy": ["BLUE_GREEN", "CANARY", "LINEAR"] },
      require: { "deploymentController.type": { not: ["CODE_DEPLOY", "EXTERNAL"] } },
      must: "`deploymentConfiguration.strategy` is for the deployments of ECS itself: leave out `deploymentController`.",
      source: `${API}/API_DeploymentController.html`,
      accepts: [service({ deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: 5 } })],
      rejects: [
        service({
          deploymentController: { type: "CODE_DEPLOY" },
          deploymentConfiguration: { strategy: "BLUE_GREEN", bakeTimeInMinutes: 5 },
          ...balanced,
        }),
      ],
    },
    "aws.ecs.service.shifts": {
      type: ECS_SERVICE,
      require: {
        "deploymentConfiguration.canaryConfiguration.canaryPercent": { min: 0.1, max: 100 },
        "deploymentConfiguration.canaryConfiguration.canaryBakeTimeInMinutes": { min: 0, max: 1440 },
        "deploymentConfiguration.linearConfiguration.stepPercent": { min: 3, max: 100 },
        "deploymentConfiguration.linearConfiguration.stepBakeTimeInMinutes": { min: 0, max: 1440 },
      },
      must: "A canary takes 0.1 to 100 percent of the requests, a linear step 3 to 100, and each bakes for up to 1,440 minutes.",
      source: `${API}/API_LinearConfiguration.html`,
      accepts: [
        service({ deploymentConfiguration: { strategy: "LINEAR", linearConfiguration: { stepPercent: 3 } } }),
        service({ deploymentConfiguration: { strategy: "CANARY", canaryConfiguration: { canaryPercent: 0.1 } } }),
      ],
      rejects: [
        service({ deploymentConfiguration: { strategy: "LINEAR", linearConfiguration: { stepPercent: 1 } } }),
        service({
          deploymentConfiguration: { strategy: "CANARY", canaryConfiguration: { canaryBakeTimeInMinutes: 2880 } },
        }),
      ],
    },
    "aws.ecs.service.one-kind-of-provider": {
      type: ECS_SERVICE,
      each: "capacityProviderStrategies",
      where: { capacityProvider: ["FARGATE", "FARGATE_SPOT"] },
      require: {
        "/capacityProviderStrategies": { none: { capacityProvider: { not: ["FARGATE", "FARGATE_SPOT"] } } },
      },
      must: "A strategy has providers of Fargate or of instances, not both.",
      awsError:
        "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers",
      source: CREATE_SERVICE,
      accepts: [
        service({
          capacityProviderStrategies: [
            { capacityProvider: "FARGATE", weight: 1 },
            { capacityProvider: "FARGATE_SPOT", weight: 3 },
          ],
        }),
        service({
          capacityProviderStrategies: [
            { capacityProvider: "arm", weight: 1 },
            { capacityProvider: "intel", weight: 3 },
          ],
        }),
      ],
      rejects: [
        service({
          capacityProviderStrategies: [
            { capacityProvider: "FARGATE", weight: 1 },
            { capacityProvider: "arm", weight: 3 },
          ],
        }),
      ],
    },
    "aws.ecs.service.role-balancer": {
      type: ECS_SERVICE,
      when: { iamRole: { present: true }, "networkConfiguration.subnets": { present: false } },
      require: { loadBalancers: { present: true } },
      must: "The role of a service is for its load balancers: set `loadBalancers` or leave out `iamRole`.",
      source: CREATE_SERVICE,
      accepts: [service({ launchType: "EC2", iamRole: role, ...balanced }), service()],
      rejects: [service({ launchType: "EC2", iamRole: role })],
    },
    "aws.ecs.service.one-alias": {
      type: ECS_SERVICE,
      each: "serviceConnectConfiguration.services",
      require: { clientAlias: { maxItems: 1 } },
      must: "A service of Service Connect has at most one alias.",
      source: `${API}/API_ServiceConnectService.html`,
      accepts: [
        service({
          serviceConnectConfiguration: {
            enabled: true,
            services: [{ portName: "web", clientAlias: [{ port: 80 }] }],
          },
        }),
      ],
      rejects: [
        service({
          serviceConnectConfiguration: {
            enabled: true,
            services: [{ portName: "web", clientAlias: [{ port: 80 }, { port: 8080 }] }],
          },
        }),
      ],
    },
    "aws.ecs.service.access-log": {
      type: ECS_SERVICE,
      when: { "serviceConnectConfiguration.accessLogConfiguration": { present: true } },
      require: { "serviceConnectConfiguration.logConfiguration": { present: true } },
      must: "Access logs of Service Connect are sent with `logConfiguration`: set it as well.",
      source: `${API}/API_ServiceConnectAccessLogConfiguration.html`,
      accepts: [
        service({
          serviceConnectConfiguration: {
            enabled: true,
            accessLogConfiguration: { format: "JSON" },
            logConfiguration: awslogs,
          },
        }),
      ],
      rejects: [
        service({ serviceConnectConfiguration: { enabled: true, accessLogConfiguration: { format: "JSON" } } }),
      ],
    },
    "aws.ecs.service.registry-container": {
      type: ECS_SERVICE,
      refers: { taskDefinition: ECS_TASK_DEFINITION },
      when: {
        "taskDefinition->networkMode": ["bridge", "host"],
        "serviceRegistries.registryArn": { present: true },
      },
      defaults: { "taskDefinition->networkMode": "bridge" },
      require: {
        "serviceRegistries.containerName": { present: true },
        "serviceRegistries.containerPort": { present: true },
      },
      must: "Tasks without network interfaces of their own are registered by `containerName` and `containerPort`.",
      source: `${API}/API_ServiceRegistry.html`,
      accepts: [
        {
          taskDefinition: { networkMode: "bridge" },
          serviceRegistries: { registryArn: "arn:aws:x", containerName: "web", containerPort: 80 },
        },
        { taskDefinition: { networkMode: "awsvpc" }, serviceRegistries: { registryArn: "arn:aws:x" }, ...network },
      ],
      rejects: [
        { taskDefinition: {}, serviceRegistries: { registryArn: "arn:aws:x" } },
        { taskDefinition: { networkMode: "host" }, serviceRegistries: { registryArn: "arn:aws:x", port: 80 } },
      ],
    },
    "aws.ecs.cluster.exec-logs-override": {
      type: ECS_CLUSTER,
      when: { "configuration.executeCommandConfiguration.logConfiguration": { present: true } },
      defaults: { "configuration.executeCommandConfiguration.logging": "DEFAULT" },
      require: { "configuration.executeCommandConfiguration.logging": "OVERRIDE" },
      must: 'A `logConfiguration` of commands requires `logging: "OVERRIDE"`.',
      awsError: "You must set logging to 'OVERRIDE' when you supply a log configuration",
      source: `${API}/API_ExecuteCommandConfiguration.html`,
      accepts: [
        {
          configuration: {
            executeCommandConfiguration: { logging: "OVERRIDE", logConfiguration: { cloudWatchLogGroupName: "x" } },
          },
        },
        { configuration: { executeCommandConfiguration: { logging: "NONE" } } },
      ],
      rejects: [
        {
          configuration: {
            executeCommandConfiguration: { logging: "DEFAULT", logConfiguration: { cloudWatchLogGroupName: "x" } },
          },
        },
        { configuration: { executeCommandConfiguration: { logConfiguration: { cloudWatchLogGroupName: "x" } } } },
      ],
    },
    "aws.ecs.cluster-capacity-providers.one-kind-of-provider": {
      type: ECS_CLUSTER_CAPACITY_PROVIDERS,
      each: "defaultCapacityProviderStrategies",
      where: { capacityProvider: ["FARGATE", "FARGATE_SPOT"] },
      require: {
        "/defaultCapacityProviderStrategies": { none: { capacityProvider: { not: ["FARGATE", "FARGATE_SPOT"] } } },
      },
      must: "A strategy has providers of Fargate or of instances, not both.",
      awsError:
        "A capacity provider strategy cannot contain a mix of capacity providers using Auto Scaling groups and Fargate providers",
      source: `${API}/API_PutClusterCapacityProviders.html`,
      accepts: [
        {
          clusterName: "orders",
          capacityProviders: ["FARGATE", "arm"],
          defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
        },
      ],
      rejects: [
        {
          clusterName: "orders",
          capacityProviders: ["FARGATE", "arm"],
          defaultCapacityProviderStrategies: [
            { capacityProvider: "FARGATE", weight: 1 },
            { capacityProvider: "arm", weight: 4 },
          ],
        },
      ],
    },
    "aws.ecs.cluster-capacity-providers.default-provider": {
      type: ECS_CLUSTER_CAPACITY_PROVIDERS,
      each: "defaultCapacityProviderStrategies",
      require: { "/capacityProviders": { present: true, contains: { sameAs: "../capacityProvider" } } },
      must: "The default strategy must name providers of the cluster: add them to `capacityProviders`.",
      source: `${API}/API_PutClusterCapacityProviders.html`,
      accepts: [
        {
          clusterName: "orders",
          capacityProviders: ["FARGATE", "FARGATE_SPOT"],
          defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
        },
        { clusterName: "orders", capacityProviders: ["FARGATE"] },
      ],
      rejects: [
        {
          clusterName: "orders",
          capacityProviders: ["FARGATE"],
          defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE_SPOT", weight: 1 }],
        },
        { clusterName: "orders", defaultCapacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }] },
      ],
    },
    "aws.ecs.capacity-provider.one-kind": {
      type: ECS_CAPACITY_PROVIDER,
      require: { exactlyOne: ["autoScalingGroupProvider", "managedInstancesProvider"] },
      must: "A capacity provider has the instances of `autoScalingGroupProvider` or of `managedInstancesProvider`.",
      source: `${API}/API_CreateCapacityProvider.html`,
      accepts: [fleet({})],
      rejects: [{ name: "orders" }],
    },
  },
} satisfies ServiceConstraints;
