import { ECS_TASK_DEFINITION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { containersOf, isForFargate } from "../../src/aws/containers/environments";
import {
  cpuUnits,
  fargateCpu,
  isForWindows,
  memoriesFor,
  memoryMib,
  nearestSize,
  type TaskSize,
} from "./fargate-task-size.sizes";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "fargate-task-size",
  category: "containers",
  description: "Fargate tasks must have a size that Fargate offers",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["F19"],
  why:
    "Fargate offers certain amounts of memory with each amount of CPU, and AWS rejects a task definition with others. " +
    "It also rejects containers that together need more than their task has.",
  fix: {
    typescript: `cpu: "512",
memory: "1024", // with 512: 1024, 2048, 3072 or 4096`,
    python: `cpu="512",
memory="1024",  # with 512: 1024, 2048, 3072 or 4096`,
    yaml: `cpu: "512"
memory: "1024" # with 512: 1024, 2048, 3072 or 4096`,
  },
  limits:
    "Tasks without FARGATE in requiresCompatibilities; sizes above the largest known one; values in a form that is not " +
    "known. On a task definition that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/fargate-tasks-services.html",
    "https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task-cpu-memory-error.html",
  ],
  ...atCreation({
    types: [ECS_TASK_DEFINITION],
    check(task, context) {
      if (task.list("requiresCompatibilities") === UNKNOWN) {
        context.undecided(task, "requiresCompatibilities");
      } else if (isForFargate(task)) {
        const cpu = amountOf(task, "cpu", cpuUnits, context);
        const memory = amountOf(task, "memory", memoryMib, context);
        if (known(cpu) && known(memory) && hasOfferedSize(task, { cpu, memory }, context)) {
          checkContainers(task, { cpu, memory }, context);
        }
      }
    },
  }),
});

function amountOf(
  task: Resource,
  property: "cpu" | "memory",
  parse: (text: string) => number | undefined,
  { report, undecided }: Context,
): Read<number> {
  const quantity = task.str(property);
  if (quantity === undefined || quantity === "") {
    report({
      at: task,
      property,
      message: `The task runs on Fargate without \`${property}\`. Set \`cpu\` and \`memory\`, such as \`cpu: "256", memory: "512"\`.`,
      awsError: `Fargate requires that '${property}' be defined at the task level`,
    });
    return undefined;
  }
  const amount = known(quantity) ? parse(quantity) : undefined;
  if (amount === undefined) {
    undecided(task, property);
  }
  return amount;
}

/** Whether Fargate offers the size; false where that is reported, or cannot be decided. */
function hasOfferedSize(task: Resource, size: TaskSize, { contract, report, undecided }: Context): boolean {
  const sizes = tableOf(contract, "fargate-task-sizes");
  const isWindows = isForWindows(task);
  const memories = memoriesFor(size.cpu, sizes);
  const isWindowsCpu = sizes.windows.includes(size.cpu);
  const nearest = nearestSize(size, isWindows === true, sizes);
  if (memories?.includes(size.memory) && (isWindowsCpu || isWindows === false)) {
    return true;
  }
  if (memories?.includes(size.memory) && isWindows === UNKNOWN) {
    undecided(task, "runtimePlatform");
  } else if (size.cpu > Math.max(...fargateCpu(sizes)) || (memories && !nearestSize(size, false, sizes))) {
    undecided(task, memories ? "memory" : "cpu");
  } else {
    const isCpu = memories === undefined || (isWindows === true && !isWindowsCpu);
    const offer = isCpu
      ? `\`cpu: "${String(size.cpu)}"\`${isWindows === true ? " for Windows" : ""}, only ` +
        oneOf(isWindows === true ? sizes.windows : fargateCpu(sizes))
      : `\`memory: "${String(size.memory)}"\` with \`cpu: "${String(size.cpu)}"\`, only ${ladder(memories)}`;
    const instead = nearest
      ? `Set \`cpu: "${String(nearest.cpu)}", memory: "${String(nearest.memory)}"\`, the nearest size with both.`
      : "Choose a CPU and a memory that go together.";
    report({
      at: task,
      property: isCpu ? "cpu" : "memory",
      message: `Fargate does not offer ${offer}. ${instead}`,
      awsError: "No Fargate configuration exists for given values",
    });
  }
  return false;
}

const oneOf = (numbers: readonly number[]): string => numbers.map(String).join(", ");

function ladder(memories: readonly number[]): string {
  const [first = 0, second = 0] = memories;
  return memories.length > 4
    ? `${String(first)} to ${String(memories.at(-1))} in steps of ${String(second - first)}`
    : oneOf(memories);
}

function checkContainers(task: Resource, size: TaskSize, { report, undecided }: Context): void {
  const containers = containersOf(task);
  if (containers === UNKNOWN) {
    undecided(task, "containerDefinitions");
    return;
  }
  const cpu = sum(containers.map((container) => container.num("cpu")));
  const memory = Math.max(
    sum(containers.map((container) => container.num("memoryReservation") ?? container.num("memory"))),
    ...containers.map((container) => sum([container.num("memory")])),
  );
  const isCpuExceeded = cpu > size.cpu;
  const excess = [
    ...(isCpuExceeded ? [`a CPU of ${String(cpu)} where the task has ${String(size.cpu)}`] : []),
    ...(memory > size.memory ? [`a memory of ${String(memory)} where the task has ${String(size.memory)}`] : []),
  ];
  if (excess.length > 0) {
    report({
      at: task,
      property: "containerDefinitions",
      message:
        `The containers need ${excess.join(" and ")}. ` + "Lower that of the containers, or raise that of the task.",
      ...(isCpuExceeded && {
        awsError: "The sum of all container 'cpu' values cannot be greater than the value of the task 'cpu'",
      }),
    });
  }
}

/** The sum of the known amounts: those that are not known yet can only add to it. */
const sum = (amounts: readonly (number | Unknown | undefined)[]): number =>
  amounts.filter(known).reduce((total, amount) => total + amount, 0);
