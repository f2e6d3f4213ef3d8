import table from "../facts/fargate-task-sizes.json";
import type { Certainty } from "./certainty";
import type { Resource } from "./resource";
import { known, UNKNOWN } from "./value";

/** CPU units, and the MiB of memory that Fargate offers with them. */
const SIZES: readonly (readonly [cpu: number, memory: readonly number[]])[] = Object.entries(table.linux)
  .map(([cpu, memory]): [number, number[]] => [Number(cpu), memory])
  .sort(([left], [right]) => left - right);

/** The CPU units with which Windows runs on Fargate. */
export const WINDOWS_CPU: readonly number[] = table.windows;

/** All CPU units that Fargate offers. */
export const FARGATE_CPU: readonly number[] = SIZES.map(([cpu]) => cpu);

export interface TaskSize {
  /** In CPU units. */
  cpu: number;
  /** In MiB. */
  memory: number;
}

const QUANTITY = /^\s*(\d{1,7}|\d{0,4}\.\d{1,6})\s*([a-z]*)\s*$/i;
const PER_UNIT = 1024;

/** CPU units of `256`, `1 vCPU` or `.5 vCPU`; absent for what has another form. */
export function cpuUnits(text: string): number | undefined {
  return quantity(text, "vcpu");
}

/** MiB of `2048` or `2 GB`; absent for what has another form. */
export function memoryMib(text: string): number | undefined {
  return quantity(text, "gb");
}

function quantity(text: string, unit: string): number | undefined {
  const [, number, suffix] = QUANTITY.exec(text) ?? [];
  if (number === undefined) {
    return undefined;
  }
  return suffix === "" ? Number(number) : suffix?.toLowerCase() === unit ? Number(number) * PER_UNIT : undefined;
}

/** The memory that Fargate offers with these CPU units; absent for units that it does not offer. */
export function memoriesFor(cpu: number): readonly number[] | undefined {
  return SIZES.find(([one]) => one === cpu)?.[1];
}

/** The smallest size that Fargate offers which holds both; absent for what is larger than all known ones. */
export function nearestSize({ cpu, memory }: TaskSize, isWindows: boolean): TaskSize | undefined {
  for (const [offeredCpu, memories] of SIZES) {
    const offered = memories.find((one) => one >= memory);
    if (offeredCpu >= cpu && offered !== undefined && (!isWindows || WINDOWS_CPU.includes(offeredCpu))) {
      return { cpu: offeredCpu, memory: offered };
    }
  }
  return undefined;
}

/** True for a task that asks for Windows. */
export function isForWindows(task: Resource): Certainty {
  const family = task.str("runtimePlatform", "operatingSystemFamily");
  return family === UNKNOWN ? UNKNOWN : known(family) && family.toUpperCase().startsWith("WINDOWS");
}
