import rule from "../../../policies/containers/fargate-task-size";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type Input } from "../../../src/testing/stack";

const repository = resource("aws:ecr/repository:Repository", "app");
const task = (inputs: Record<string, Input>): ReturnType<typeof resource> =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "app", {
    family: "app",
    requiresCompatibilities: ["FARGATE"],
    containerDefinitions: json([{ name: "app", image: "shop/app:1" }]),
    ...inputs,
  });
const containers = (...list: Record<string, Input>[]): ReturnType<typeof json> =>
  json(list.map((container) => ({ image: "shop/app:1", ...container })));

const good: [string, Input, Input][] = [
  ["the smallest size", "256", "512"],
  ["256 units with 1024 MiB", "256", "1024"],
  ["sizes as numbers", 512, 4096],
  ["sizes with units", "1 vCPU", "2 GB"],
  ["a fraction of a vCPU", ".5 vCPU", "1GB"],
  ["the most memory of 4 vCPU", "4096", "30720"],
  ["8 vCPU in steps of 4096", "8192", "20480"],
  ["16 vCPU in steps of 8192", "16384", "122880"],
  ["32 vCPU", "32768", "249856"],
];
const windows = { operatingSystemFamily: "WINDOWS_SERVER_2022_CORE", cpuArchitecture: "X86_64" };

ruleTest(rule, {
  valid: [
    ...good.map(([name, cpu, memory]) => ({ name, stack: [task({ cpu, memory })] })),
    { name: "Windows with 1 vCPU", stack: [task({ cpu: "1024", memory: "2048", runtimePlatform: windows })] },
    {
      name: "a platform that is not known yet, with a size for each",
      stack: [task({ cpu: "1024", memory: "2048", runtimePlatform: { operatingSystemFamily: unknown } })],
    },
    {
      name: "a task for EC2, with any size or none",
      stack: [
        task({ requiresCompatibilities: ["EC2"], cpu: "300", memory: "700" }),
        resource("aws:ecs/taskDefinition:TaskDefinition", "b", { family: "b", containerDefinitions: "[]", cpu: "128" }),
      ],
    },
    {
      name: "containers that need all of the task",
      stack: [
        task({
          cpu: "512",
          memory: "1 GB",
          containerDefinitions: containers(
            { name: "app", cpu: 256, memory: 1024, memoryReservation: 512 },
            { name: "proxy", cpu: 256, memory: 512 },
          ),
        }),
      ],
    },
    {
      name: "a task definition that is skipped with --target, or only read",
      stack: [
        resource(
          "aws:ecs/taskDefinition:TaskDefinition",
          "old",
          { family: "a", requiresCompatibilities: ["FARGATE"], cpu: "1" },
          { external: true },
        ),
      ],
    },
  ],
  invalid: [
    ...[
      {
        name: "too little memory",
        stack: [task({ cpu: "1024", memory: "512" })],
        findings: [
          {
            resource: "app",
            path: "memory",
            message:
              /`memory: "512"` with `cpu: "1024"`, only 2048 to 8192 in steps of 1024\. Set `cpu: "1024", memory: "2048"`.* AWS rejects this with: "No Fargate configuration exists for given values"\.$/,
          },
        ],
      },
      {
        name: "too much memory",
        stack: [task({ cpu: "256", memory: "4096" })],
        findings: [
          { resource: "app", path: "memory", message: /only 512, 1024, 2048\. Set `cpu: "512", memory: "4096"`/ },
        ],
      },
      {
        name: "memory between two steps",
        stack: [task({ cpu: "8 vCPU", memory: "18 GB" })],
        findings: [{ resource: "app", path: "memory", message: /memory: "20480"/ }],
      },
      {
        name: "memory of 32 vCPU that is not one of three",
        stack: [task({ cpu: "32768", memory: "65536" })],
        findings: [{ resource: "app", path: "memory", message: /61440, 122880, 249856/ }],
      },
      {
        name: "a CPU that is not offered",
        stack: [task({ cpu: "768", memory: "2048" })],
        findings: [
          {
            resource: "app",
            path: "cpu",
            message: /not offer `cpu: "768"`, only .* Set `cpu: "1024", memory: "2048"`/,
          },
        ],
      },
      {
        name: "a size that only EC2 offers, in a task for both",
        stack: [task({ requiresCompatibilities: ["EC2", "FARGATE"], cpu: "128", memory: "512" })],
        findings: [{ resource: "app", path: "cpu" }],
      },
      {
        name: "Windows with a size that only Linux has",
        stack: [task({ cpu: "512", memory: "1024", runtimePlatform: windows })],
        findings: [
          {
            resource: "app",
            path: "cpu",
            message: /for Windows, only 1024, 2048, 4096\. Set `cpu: "1024", memory: "2048"`/,
          },
        ],
      },
      {
        name: "Windows that is too large",
        stack: [task({ cpu: "8192", memory: "16384", runtimePlatform: windows })],
        findings: [{ resource: "app", path: "cpu", message: /Choose a CPU and a memory that go together/ }],
      },
      {
        name: "no CPU and no memory",
        stack: [task({ memory: "" })],
        findings: [
          { resource: "app", path: "cpu", message: /Fargate requires that 'cpu' be defined at the task level/ },
          { resource: "app", path: "memory" },
        ],
      },
      {
        name: "a container with more memory than the task",
        stack: [
          task({
            cpu: "256",
            memory: "512",
            containerDefinitions: containers({ name: "app", memory: 1024, memoryReservation: 256 }),
          }),
        ],
        findings: [
          { resource: "app", path: "containerDefinitions", message: /a memory of 1024 where the task has 512/ },
        ],
      },
      {
        name: "containers that together need more, with one that is not known yet",
        stack: [
          task({
            cpu: "256",
            memory: "512",
            containerDefinitions: [
              { name: "a", cpu: 200, memory: 300 },
              { name: "b", cpu: 100, memory: 300 },
              { name: "c", cpu: unknown },
            ],
          }),
        ],
        findings: [
          {
            resource: "app",
            path: "containerDefinitions",
            message:
              /^The containers need a CPU of 300 where the task has 256 and a memory of 600 where the task has 512\. .* AWS rejects/,
          },
        ],
      },
    ].map((one) => ({ ...one, shape: "preview" as const })),
    {
      name: "a task definition that exists already",
      shape: "up",
      stack: [task({ cpu: "1024", memory: "512" })],
      findings: [{ resource: "app", path: "memory", level: "advisory", message: /exists already/ }],
    },
  ],
  undecided: [
    { name: "a CPU that is not known yet", stack: [task({ cpu: unknown, memory: "512" })], at: ["app.cpu"] },
    { name: "a memory in an unknown form", stack: [task({ cpu: "256", memory: "512 MB" })], at: ["app.memory"] },
    { name: "more CPU than any known size", stack: [task({ cpu: "65536", memory: "249856" })], at: ["app.cpu"] },
    { name: "more memory than any known size", stack: [task({ cpu: "32768", memory: "499712" })], at: ["app.memory"] },
    {
      name: "a platform that is not known yet",
      stack: [task({ cpu: "256", memory: "512", runtimePlatform: { operatingSystemFamily: unknown } })],
      at: ["app.runtimePlatform"],
    },
    {
      name: "a launch type that is not known yet",
      stack: [task({ requiresCompatibilities: unknown, cpu: "1", memory: "1" })],
      at: ["app.requiresCompatibilities"],
    },
    {
      name: "containers that are not known yet",
      stack: [
        repository,
        task({
          cpu: "256",
          memory: "512",
          containerDefinitions: json([{ name: "app", image: repository.repositoryUrl, cpu: 512 }]),
        }),
      ],
      at: ["app.containerDefinitions"],
    },
  ],
});
