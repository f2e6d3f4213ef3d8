import sizes from "../../../src/aws/data/fargate-task-sizes.json";
import { cpuUnits, memoriesFor, memoryMib, nearestSize } from "../../../policies/containers/fargate-task-size.sizes";

test.each([
  ["256", 256],
  [" 1024 ", 1024],
  ["1 vCPU", 1024],
  ["1vcpu", 1024],
  [".5 vCPU", 512],
  ["0.25 vCPU", 256],
  ["1 GB", undefined],
  ["1.5.2 vCPU", undefined],
  ["", undefined],
  ["small", undefined],
])("cpu %j is %s units", (text, units) => {
  expect(cpuUnits(text)).toBe(units);
});

test.each([
  ["512", 512],
  ["2 GB", 2048],
  ["0.5GB", 512],
  ["512 MB", undefined],
])("memory %j is %s MiB", (text, mib) => {
  expect(memoryMib(text)).toBe(mib);
});

test("the table has the sizes of AWS's documentation", () => {
  expect(memoriesFor(256, sizes)).toEqual([512, 1024, 2048]);
  expect(memoriesFor(4096, sizes)).toHaveLength(23);
  expect(memoriesFor(8192, sizes)).toHaveLength(12);
  expect(memoriesFor(16384, sizes)).toHaveLength(12);
  expect(memoriesFor(300, sizes)).toBeUndefined();
});

test.each([
  [{ cpu: 256, memory: 3072 }, false, { cpu: 512, memory: 3072 }],
  [{ cpu: 256, memory: 3072 }, true, { cpu: 1024, memory: 3072 }],
  [{ cpu: 4096, memory: 8000 }, false, { cpu: 4096, memory: 8192 }],
  [{ cpu: 16384, memory: 200000 }, false, { cpu: 32768, memory: 249856 }],
  [{ cpu: 16384, memory: 300000 }, false, undefined],
  [{ cpu: 8192, memory: 16384 }, true, undefined],
])("the nearest size to %j (Windows: %s) is %j", (size, isWindows, nearest) => {
  expect(nearestSize(size, isWindows, sizes)).toEqual(nearest);
});
