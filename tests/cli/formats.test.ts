import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { destination, type Destination } from "../../src/cli/formats";
import { reported, runReport } from "../../src/cli/report";
import { ProgramError } from "../../src/errors";
import { EMPTY } from "../kit/reports";
import { sample, unread } from "../report/sample";

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-formats-"));
  out = "";
  err = "";
  jest.spyOn(process.stdout, "write").mockImplementation((text) => {
    out += String(text);
    return true;
  });
  jest.spyOn(process.stderr, "write").mockImplementation((text) => {
    err += String(text);
    return true;
  });
});
afterEach(() => {
  jest.restoreAllMocks();
  rmSync(folder, { recursive: true });
});

const path = (name: string): string => join(folder, name);
const parsed = (...texts: string[]): Destination[] =>
  texts.reduce<Destination[]>((earlier, text) => destination(text, earlier), []);
const read = (name: string): string => readFileSync(path(name), "utf8");

describe("--format", () => {
  it("is a format alone or with a file, and may be repeated", () => {
    expect(parsed("text", "sarif=a.sarif", "html=b=c.html")).toEqual([
      { format: "text" },
      { format: "sarif", file: "a.sarif" },
      { format: "html", file: "b=c.html" },
    ]);
  });

  it.each([
    ["a format that is none", ["xml"], /one of text, concise, markdown, json, sarif, junit, github, gitlab, csv, html/],
    ["a name that every object has", ["constructor"], /one of text/],
    ["a file without a name", ["json="], /one of text/],
    ["two on standard output", ["text", "json"], /json=FILE/],
    ["two in one file", ["json=a", "sarif=./a"], /two formats would go to \.\/a/i],
  ])("is wrong with %s", (_name, texts, wanted) => {
    expect(() => parsed(...texts)).toThrow(InvalidArgumentError);
    expect(() => parsed(...texts)).toThrow(wanted);
  });

  it("is read from the command line", () => {
    const command = reported(new Command("check")).action(() => undefined);
    command.parse(["--format", "text", "--format", "json=a.json", "--show-undecided"], { from: "user" });
    expect(command.opts()).toEqual({
      format: [{ format: "text" }, { format: "json", file: "a.json" }],
      showUndecided: true,
      color: true,
    });
  });
});

it("writes text to standard output where nothing is asked for", async () => {
  expect(await runReport({}, () => sample)).toBe(1);
  expect(out).toContain("4 findings on 2 resources");
  expect(out).toContain("--show-undecided lists them");
  expect(err).toBe("");
});

it("writes each format to its file, and one to standard output", async () => {
  const format = parsed(
    "github",
    `text=${path("a.txt")}`,
    `json=${path("a.json")}`,
    `sarif=${path("a.sarif")}`,
    `junit=${path("a.xml")}`,
    `html=${path("a.html")}`,
  );
  expect(await runReport({ format, showUndecided: true }, () => sample)).toBe(1);
  expect(out).toMatch(/^::error /);
  expect(err).toBe("");
  expect(read("a.txt")).toContain("waits for alias and key");
  expect(read("a.txt")).not.toContain("\u001b");
  expect(JSON.parse(read("a.json"))).toMatchObject({ version: 1 });
  expect(JSON.parse(read("a.sarif"))).toMatchObject({
    runs: [{ tool: { driver: { semanticVersion: expect.stringMatching(/^\d/) as string } } }],
  });
  expect(read("a.xml")).toMatch(/^<\?xml/);
  expect(read("a.html")).toMatch(/^<!doctype html>/i);
});

it("says in one line what it came to where everything goes to files", async () => {
  expect(await runReport({ format: parsed(`json=${path("a.json")}`) }, () => EMPTY)).toBe(0);
  expect({ out, err }).toEqual({ out: "", err: "preflight: No findings.\n" });
});

it("writes the other formats and the baseline where some cannot be written", async () => {
  mkdirSync(path("taken"));
  const format = parsed(`sarif=${path("taken")}`, `html=${path("gone/a.html")}`, `json=${path("a.json")}`, "text");
  expect(await runReport({ format, writeBaseline: path("known.json") }, () => sample)).toBe(2);
  expect(err).toBe(
    `preflight: ${path("taken")} cannot be written: it is a folder\n` +
      `preflight: ${path("gone/a.html")} cannot be written: its folder does not exist\n`,
  );
  const findings = (name: string): unknown[] => (JSON.parse(read(name)) as { findings: unknown[] }).findings;
  expect(findings("a.json")).toHaveLength(findings("known.json").length);
  expect(out).toContain("4 findings");
});

it("writes the formats where the baseline cannot be written", async () => {
  const format = parsed(`json=${path("a.json")}`, "text");
  expect(await runReport({ format, writeBaseline: path("gone/known.json") }, () => EMPTY)).toBe(2);
  expect(err).toBe(`preflight: ${path("gone/known.json")} cannot be written: its folder does not exist\n`);
  expect(existsSync(path("a.json"))).toBe(true);
  expect(out).toBe("No findings.\n");
});

it("overwrites what a file held", async () => {
  const format = parsed(`json=${path("a.json")}`);
  await runReport({ format }, () => sample);
  await runReport({ format }, () => EMPTY);
  expect(JSON.parse(read("a.json"))).toMatchObject({ findings: [] });
});

it("exits 2 with the program's own words, and 3 on a fault of its own", async () => {
  const fail = (error: Error) => () => {
    throw error;
  };
  expect(await runReport({}, fail(new ProgramError("no orders table")))).toBe(2);
  expect(err).toBe("preflight: no orders table\n");
  expect(await runReport({}, fail(new TypeError("x is undefined")))).toBe(3);
  expect(err).toContain("internal error");
});

it("exits 3 where a rule failed inside, unless something is mandatory or nothing was read", async () => {
  const faults = ["the rule x failed inside."];
  expect(await runReport({}, () => ({ ...EMPTY, crashes: faults }))).toBe(3);
  expect(await runReport({}, () => ({ ...unread, crashes: faults }))).toBe(2);
  expect(await runReport({}, () => ({ ...sample, crashes: faults }))).toBe(1);
});

describe("colour", () => {
  const coloured = async (environment: Record<string, string>, isTTY: boolean): Promise<boolean> => {
    out = "";
    const before = { env: { ...process.env }, isTTY: process.stdout.isTTY };
    process.env = { TERM: "xterm", ...environment };
    process.stdout.isTTY = isTTY;
    try {
      await runReport({}, () => sample);
    } finally {
      process.env = before.env;
      process.stdout.isTTY = before.isTTY;
    }
    return out.includes("\u001b[");
  };

  it.each<[string, Record<string, string>, boolean, boolean]>([
    ["on a terminal", {}, true, true],
    ["not in a pipe", {}, false, false],
    ["not with NO_COLOR", { NO_COLOR: "1" }, true, false],
    ["with an empty NO_COLOR", { NO_COLOR: "" }, true, true],
    ["not on a dumb terminal", { TERM: "dumb" }, true, false],
    ["in a pipe with FORCE_COLOR", { FORCE_COLOR: "1", NO_COLOR: "1" }, false, true],
    ["not with FORCE_COLOR=0", { FORCE_COLOR: "0" }, true, false],
  ])("%s", async (_name, environment, isTTY, wanted) => {
    expect(await coloured(environment, isTTY)).toBe(wanted);
  });
});
