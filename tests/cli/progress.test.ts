import { Progress } from "../../src/cli/progress";

let written: string[] = [];
const before = { isTTY: process.stderr.isTTY, columns: process.stderr.columns };

beforeEach(() => {
  written = [];
  jest.useFakeTimers({ now: 0 });
  jest.spyOn(process.stderr, "write").mockImplementation((text) => written.push(String(text)) > 0);
  Object.assign(process.stderr, { isTTY: true, columns: 80 });
});

afterEach(() => {
  jest.useRealTimers();
  jest.restoreAllMocks();
  Object.assign(process.stderr, before);
});

it("says what is going on only where it takes a while, and takes it back", () => {
  const progress = new Progress();
  progress.show("starting");
  expect(written).toEqual([]);
  jest.advanceTimersByTime(600);
  progress.show("checking");
  expect(written).toEqual(["\r\u001b[2Kchecking (1 s)"]);
  progress.clear();
  expect(written).toEqual(["\r\u001b[2Kchecking (1 s)", "\r\u001b[2K"]);
});

it("goes on by itself while nothing happens", () => {
  const progress = new Progress();
  progress.show("starting the program");
  jest.advanceTimersByTime(3000);
  expect(written).toEqual([1, 2, 3].map((seconds) => `\r\u001b[2Kstarting the program (${String(seconds)} s)`));
  progress.clear();
  jest.advanceTimersByTime(3000);
  expect(written).toHaveLength(4);
});

it("stays on one line of a narrow terminal", () => {
  process.stderr.columns = 20;
  const progress = new Progress();
  jest.advanceTimersByTime(2000);
  progress.show("running the program, 120 resources so far");
  expect(written).toEqual(["\r\u001b[2Krunning the program"]);
  progress.clear();
});

it("is silent where standard error is no terminal", () => {
  process.stderr.isTTY = false;
  const progress = new Progress();
  progress.show("starting");
  jest.advanceTimersByTime(3000);
  progress.clear();
  expect(written).toEqual([]);
});
