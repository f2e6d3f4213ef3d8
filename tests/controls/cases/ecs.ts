import type { ControlCase, Inputs } from "./case";

const REPOSITORY = "aws:ecr/repository:Repository";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";
const SERVICE = "aws:ecs/service:Service";

const task = (container: Inputs, inputs: Inputs = {}): Inputs => ({
  family: "web",
  containerDefinitions: JSON.stringify([{ name: "web", image: "nginx:1.29", ...container }]),
  ...inputs,
});
const windows = { runtimePlatform: { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE" } };
const service = { cluster: "shop", taskDefinition: "web:1", launchType: "FARGATE" };
const taskSet = (assignPublicIp: boolean): Inputs => ({
  cluster: "shop",
  service: "web",
  taskDefinition: "web:1",
  networkConfiguration: { subnets: ["subnet-1"], assignPublicIp },
});
const provider = (managedTerminationProtection: string): Inputs => ({
  autoScalingGroupProvider: {
    autoScalingGroupArn: "arn:aws:autoscaling:us-east-1:464738291005:autoScalingGroup:1:autoScalingGroupName/web",
    managedTerminationProtection,
  },
});
const files = (transitEncryption: string): Inputs => ({
  volumes: [{ name: "files", efsVolumeConfiguration: { fileSystemId: "fs-1", transitEncryption } }],
});

export default [
  {
    control: "ECR.2",
    rule: "ecr-tag-immutable",
    type: REPOSITORY,
    violating: { name: "web", imageTagMutability: "MUTABLE" },
    compliant: { name: "web", imageTagMutability: "IMMUTABLE" },
  },
  {
    control: "ECR.3",
    rule: "ecr-lifecycle-policy",
    type: REPOSITORY,
    violating: { name: "web" },
    compliant: { name: "web" },
    othersOfCompliant: [
      {
        type: "aws:ecr/lifecyclePolicy:LifecyclePolicy",
        name: "policy",
        inputs: { repository: "${it.name}", policy: "{}" },
      },
    ],
  },
  {
    control: "ECS.1",
    rule: "ecs-host-network-user",
    type: TASK,
    violating: task({}, { networkMode: "host" }),
    compliant: task({}, { networkMode: "awsvpc" }),
  },
  {
    control: "ECS.3",
    rule: "ecs-host-process-namespace",
    type: TASK,
    violating: task({}, { pidMode: "host" }),
    compliant: task({}, { pidMode: "task" }),
  },
  {
    control: "ECS.4",
    rule: "ecs-container-privileged",
    type: TASK,
    violating: task({ privileged: true }),
    compliant: task({ privileged: false }),
  },
  {
    control: "ECS.5",
    rule: "ecs-container-read-only",
    type: TASK,
    violating: task({ readonlyRootFilesystem: false }),
    compliant: task({ readonlyRootFilesystem: true }),
  },
  {
    control: "ECS.9",
    rule: "ecs-container-logging",
    type: TASK,
    violating: task({}),
    compliant: task({ logConfiguration: { logDriver: "awslogs", options: { "awslogs-group": "web" } } }),
  },
  {
    control: "ECS.10",
    rule: "ecs-fargate-platform-version",
    type: SERVICE,
    violating: { ...service, platformVersion: "1.3.0" },
    compliant: { ...service, platformVersion: "LATEST" },
  },
  {
    control: "ECS.16",
    rule: "ecs-task-set-public-ip",
    type: "aws:ecs/taskSet:TaskSet",
    violating: taskSet(true),
    compliant: taskSet(false),
  },
  {
    control: "ECS.18",
    rule: "ecs-efs-in-transit",
    type: TASK,
    violating: task({}, files("DISABLED")),
    compliant: task({}, files("ENABLED")),
  },
  {
    control: "ECS.19",
    rule: "ecs-capacity-provider-protection",
    type: "aws:ecs/capacityProvider:CapacityProvider",
    violating: provider("DISABLED"),
    compliant: provider("ENABLED"),
  },
  {
    control: "ECS.20",
    rule: "ecs-container-non-root",
    type: TASK,
    violating: task({ user: "root" }),
    compliant: task({ user: "1000" }),
  },
  {
    control: "ECS.21",
    rule: "ecs-container-non-administrator",
    type: TASK,
    violating: task({ user: "ContainerAdministrator" }, windows),
    compliant: task({ user: "ContainerUser" }, windows),
  },
] satisfies ControlCase[];
