import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";

/** The table of the sizes that Fargate offers. */
export interface FargateSizes {
  /** By CPU units, the MiB of memory that go with them. */
  readonly linux: Readonly<Record<string, readonly number[]>>;
  /** The CPU units with which Windows runs on Fargate. */
  readonly windows: readonly number[];
}

/** All CPU units that Fargate offers, the fewest first. */
export function fargateCpu({ linux }: FargateSizes): number[] {
  // Keys that are whole numbers come in their order.
  return Object.keys(linux).map(Number);
}

export interface TaskSize {
  /** In CPU units. */
  cpu: number;
  /** In MiB. */
  memory: number;
}

const QUANTITY = /^\s*(\d{1,7}|\d{0,4}\.\d{1,6})\s*(?:([a-z]+)\s*)?$/i;
const PER_UNIT = 1024;

/** CPU units of `256`, `1 vCPU` or `.5 vCPU`; absent for strings of another form. */
export function cpuUnits(text: string): number | undefined {
  return quantity(text, "vcpu");
}

/** MiB of `2048` or `2 GB`; absent for strings of another form. */
export function memoryMib(text: string): number | undefined {
  return quantity(text, "gb");
}

function quantity(text: string, unit: string): number | undefined {
  const [, number, suffix = ""] = QUANTITY.exec(text) ?? [];
  if (number === undefined) {
    return undefined;
  }
  return suffix === "" ? Number(number) : suffix.toLowerCase() === unit ? Number(number) * PER_UNIT : undefined;
}

/** The memory that Fargate offers with these CPU units; absent for units that it does not offer. */
export function memoriesFor(cpu: number, { linux }: FargateSizes): readonly number[] | undefined {
  return linux[String(cpu)];
}

/** The smallest size on Fargate with at least this CPU and memory; absent for what is larger than all known sizes. */
export function nearestSize({ cpu, memory }: TaskSize, isWindows: boolean, sizes: FargateSizes): TaskSize | undefined {
  for (const offeredCpu of fargateCpu(sizes)) {
    const offered = memoriesFor(offeredCpu, sizes)?.find((one) => one >= memory);
    if (offeredCpu >= cpu && offered !== undefined && (!isWindows || sizes.windows.includes(offeredCpu))) {
      return { cpu: offeredCpu, memory: offered };
    }
  }
  return undefined;
}

/** Whether a task runs on Windows. */
export function isForWindows(task: Resource): Certainty {
  const family = task.str("runtimePlatform", "operatingSystemFamily");
  return family === UNKNOWN ? UNKNOWN : known(family) && family.toUpperCase().startsWith("WINDOWS");
}
