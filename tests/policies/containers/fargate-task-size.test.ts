import rule from "../../../policies/containers/fargate-task-size";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type Input } from "../../../testing/stack";

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
  ["the smallest", "256", "512"],
  ["256 with 1024", "256", "1024"],
  ["numbers", 512, 4096],
  ["words", "1 vCPU", "2 GB"],
  ["a fraction", ".5 vCPU", "1GB"],
  ["the border of 4 vCPU", "4096", "30720"],
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
      name: "containers that share all that the task has",
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
      name: "a task definition that the stack only reads",
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
    {
      name: "too little memory",
      stack: [task({ cpu: "1024", memory: "512" })],
      findings: [
        {
          resource: "app",
          path: "memory",
          message: /memory 512 with cpu 1024: it offers 2048 to 8192 in steps of 1024; .* cpu: "1024", memory: "2048"/,
        },
      ],
    },
    {
      name: "too much memory",
      stack: [task({ cpu: "256", memory: "4096" })],
      findings: [{ resource: "app", path: "memory", message: /512, 1024, 2048; .* cpu: "512", memory: "4096"/ }],
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
      name: "CPU that is not offered",
      stack: [task({ cpu: "768", memory: "2048" })],
      findings: [{ resource: "app", path: "cpu", message: /cpu 768: .* cpu: "1024", memory: "2048"/ }],
    },
    {
      name: "EC2 and Fargate",
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
          message: /for Windows: it offers 1024, 2048, 4096; .* cpu: "1024", memory: "2048"/,
        },
      ],
    },
    {
      name: "Windows that is too large",
      stack: [task({ cpu: "8192", memory: "16384", runtimePlatform: windows })],
      findings: [{ resource: "app", path: "cpu", message: /choose cpu and memory that go together/ }],
    },
    {
      name: "no size",
      stack: [task({ memory: "" })],
      findings: [
        { resource: "app", path: "cpu" },
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
      findings: [{ resource: "app", path: "containerDefinitions", message: /memory 1024 of 512/ }],
    },
    {
      name: "containers with more together, of which one is not known yet",
      shape: "preview",
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
      findings: [{ resource: "app", path: "containerDefinitions", message: /cpu 300 of 256 and memory 600 of 512/ }],
    },
  ],
  undecided: [
    { name: "CPU that is not known yet", stack: [task({ cpu: unknown, memory: "512" })], at: ["app.cpu"] },
    { name: "a form that nobody knows", stack: [task({ cpu: "256", memory: "512 MB" })], at: ["app.memory"] },
    { name: "more CPU than any known", stack: [task({ cpu: "65536", memory: "249856" })], at: ["app.cpu"] },
    { name: "more memory than any known", stack: [task({ cpu: "32768", memory: "499712" })], at: ["app.memory"] },
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
