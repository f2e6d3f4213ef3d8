import { tableOf } from "../../contract/facts";
import { containersOf, isForFargate, TASK_DEFINITION } from "../../stack/environments";
import {
  cpuUnits,
  fargateCpu,
  isForWindows,
  memoriesFor,
  memoryMib,
  nearestSize,
  type TaskSize,
} from "../../stack/fargate";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN, type Unknown } from "../../stack/value";
import type { Read } from "../../stack/view";
import { defineRule, type Context } from "../rule";

export default defineRule({
  id: "fargate-task-size",
  category: "containers",
  description: "Fargate offers the task's CPU and memory",
  severity: "high",
  level: "mandatory",
  failures: ["F19"],
  why:
    "Fargate offers certain amounts of memory with each amount of CPU, and refuses a task definition with others. " +
    "It also refuses containers that together ask for more than their task has.",
  fix: {
    typescript: 'cpu: "512",\nmemory: "1024", // with 512: 1024, 2048, 3072 or 4096',
    python: 'cpu="512",\nmemory="1024",  # with 512: 1024, 2048, 3072 or 4096',
    yaml: 'cpu: "512"\nmemory: "1024" # with 512: 1024, 2048, 3072 or 4096',
  },
  limits: "Tasks that do not ask for FARGATE; sizes above the largest known one; values in a form that is not known.",
  resource: {
    types: [TASK_DEFINITION],
    check(task, context) {
      if (task.list("requiresCompatibilities") === UNKNOWN) {
        context.undecided(task, "requiresCompatibilities");
      } else if (isForFargate(task)) {
        const cpu = amountOf(task, "cpu", cpuUnits, context);
        const memory = amountOf(task, "memory", memoryMib, context);
        if (known(cpu) && known(memory) && judgeSize(task, { cpu, memory }, context)) {
          judgeContainers(task, { cpu, memory }, context);
        }
      }
    },
  },
});

function amountOf(
  task: Resource,
  property: "cpu" | "memory",
  parse: (text: string) => number | undefined,
  { report, undecided }: Context,
): Read<number> {
  const text = task.str(property);
  if (text === undefined || text === "") {
    report({
      at: task,
      property,
      message: `the task asks for FARGATE and does not say its ${property}; set cpu and memory, such as "256" and "512".`,
    });
    return undefined;
  }
  const amount = known(text) ? parse(text) : undefined;
  if (amount === undefined) {
    undecided(task, property);
  }
  return amount;
}

/** False where there is a finding, or none can be told. */
function judgeSize(task: Resource, size: TaskSize, { contract, report, undecided }: Context): boolean {
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
      ? `cpu ${String(size.cpu)}${isWindows === true ? " for Windows" : ""}: it offers ` +
        oneOf(isWindows === true ? sizes.windows : fargateCpu(sizes))
      : `memory ${String(size.memory)} with cpu ${String(size.cpu)}: it offers ${ladder(memories)}`;
    const mend = nearest
      ? `; the nearest size that holds both is cpu: "${String(nearest.cpu)}", memory: "${String(nearest.memory)}"`
      : `; choose cpu and memory that go together`;
    report({ at: task, property: isCpu ? "cpu" : "memory", message: `Fargate does not offer ${offer}${mend}.` });
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

function judgeContainers(task: Resource, size: TaskSize, { report, undecided }: Context): void {
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
  const excess = [
    ...(cpu > size.cpu ? [`cpu ${String(cpu)} of ${String(size.cpu)}`] : []),
    ...(memory > size.memory ? [`memory ${String(memory)} of ${String(size.memory)}`] : []),
  ];
  if (excess.length > 0) {
    report({
      at: task,
      property: "containerDefinitions",
      message:
        `the containers ask for more than the task has: ${excess.join(" and ")}; ` +
        "lower what they ask for, or raise cpu and memory of the task.",
    });
  }
}

/** Of what is known: what is not known yet can only add to it. */
const sum = (amounts: readonly (number | Unknown | undefined)[]): number =>
  amounts.filter(known).reduce((total, amount) => total + amount, 0);
