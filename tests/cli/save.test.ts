import {
  chmodSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import * as fs from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { save } from "../../src/cli/save";
import { ProgramError } from "../../src/errors";

jest.mock("node:fs", () => ({ __esModule: true, ...jest.requireActual<typeof fs>("node:fs") }));

let folder: string;
const path = (name: string): string => join(folder, name);
const read = (name: string): string => readFileSync(path(name), "utf8");

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-save-"));
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const failing = (code: string) => () => {
  throw Object.assign(new Error(`${code}: the system's words`), { code });
};

it("writes a new file, and leaves nothing else behind", () => {
  save(path("a"), "one");
  expect(read("a")).toBe("one");
  expect(readdirSync(folder)).toEqual(["a"]);
});

it("replaces what a file holds, and keeps its mode", () => {
  writeFileSync(path("a"), "a longer text than the new one");
  chmodSync(path("a"), 0o640);
  save(path("a"), "two");
  expect(read("a")).toBe("two");
  expect(statSync(path("a")).mode & 0o777).toBe(0o640);
  expect(readdirSync(folder)).toEqual(["a"]);
});

it("is never seen half written: readers of the old file keep the old one", () => {
  writeFileSync(path("a"), "old");
  const opened = fs.openSync(path("a"), "r");
  save(path("a"), "new");
  expect(readFileSync(opened, "utf8")).toBe("old");
  fs.closeSync(opened);
});

describe("links", () => {
  it("stay, and what they lead to is written", () => {
    mkdirSync(path("real"));
    writeFileSync(path("real/a"), "old");
    symlinkSync("a", path("real/second"));
    symlinkSync("real/second", path("first"));
    save(path("first"), "new");
    expect([read("real/a"), readlinkSync(path("first")), readlinkSync(path("real/second"))]).toEqual([
      "new",
      "real/second",
      "a",
    ]);
    expect(lstatSync(path("real/a")).isSymbolicLink()).toBe(false);
    expect(readdirSync(path("real")).sort()).toEqual(["a", "second"]);
  });

  it("may lead to a file that does not exist yet, by way of a folder that is a link", () => {
    mkdirSync(path("deep/inner"), { recursive: true });
    symlinkSync("deep/inner", path("folder"));
    symlinkSync("../target", path("deep/inner/link"));
    save(path("folder/link"), "new");
    expect(read("deep/target")).toBe("new");
    expect(lstatSync(path("deep/inner/link")).isSymbolicLink()).toBe(true);
  });

  it("that lead in a circle are reported", () => {
    symlinkSync("b", path("a"));
    symlinkSync("a", path("b"));
    expect(() => {
      save(path("a"), "x");
    }).toThrow(new ProgramError(`${path("a")} cannot be written: its links lead in a circle`));
  });
});

describe("where writing fails, the old file stays whole and one line says why", () => {
  beforeEach(() => {
    writeFileSync(path("a"), "old");
  });

  it.each([
    ["there is no space for the text", "writeFileSync", "ENOSPC", "there is no space left"],
    ["the text does not reach the disk", "fsyncSync", "ENOSPC", "there is no space left"],
    ["the file system has become read-only", "openSync", "EROFS", "the file system can only be read"],
    ["the new file cannot be put in its place", "renameSync", "EIO", "EIO: the system's words"],
  ] as const)("%s", (_name, step, code, words) => {
    jest.spyOn(fs, step).mockImplementation(failing(code));
    expect(() => {
      save(path("a"), "new", "Pulumi.yaml");
    }).toThrow(new ProgramError(`Pulumi.yaml cannot be written: ${words}`));
    jest.restoreAllMocks();
    expect(read("a")).toBe("old");
    expect(readdirSync(folder)).toEqual(["a"]);
  });

  it.each([
    ["a folder in its place", "folder", "it is a folder"],
    ["a folder that does not exist", "gone/a", "its folder does not exist"],
    ["a folder that is a file", "a/b", "its folder is a file"],
  ])("%s", (_name, name, words) => {
    mkdirSync(path("folder"));
    expect(() => {
      save(path(name), "new");
    }).toThrow(new ProgramError(`${path(name)} cannot be written: ${words}`));
    expect(read("a")).toBe("old");
  });

  it("a file that may only be read", () => {
    jest.spyOn(fs, "accessSync").mockImplementation(failing("EACCES"));
    expect(() => {
      save(path("a"), "new");
    }).toThrow("its permissions do not allow it");
    expect(read("a")).toBe("old");
  });
});

it.each(["openSync", "renameSync"] as const)("writes in place where %s may not add a file beside it", (step) => {
  writeFileSync(path("a"), "a longer old text");
  const original = fs[step] as (...args: unknown[]) => unknown;
  let calls = 0;
  jest
    .spyOn(fs, step)
    .mockImplementation(((...args: unknown[]) =>
      calls++ === 0 ? failing(step === "openSync" ? "EACCES" : "EBUSY")() : original(...args)) as never);
  save(path("a"), "new");
  expect(read("a")).toBe("new");
  expect(readdirSync(folder)).toEqual(["a"]);
});

(existsSync("/dev/full") ? it : it.skip)("writes to a device itself", () => {
  expect(() => {
    save("/dev/full", "x");
  }).toThrow("there is no space left");
  expect(statSync("/dev/full").isCharacterDevice()).toBe(true);
  save("/dev/null", "x");
  expect(statSync("/dev/null").isCharacterDevice()).toBe(true);
});
