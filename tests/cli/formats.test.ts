import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command, InvalidArgumentError } from "commander";
import { destination, type Destination } from "../../cli/formats";
import { reported, tell } from "../../cli/report";
import { ProgramError } from "../../engine/program-error";
import { empty, sample } from "../report/sample";

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
    ["a format that is none", ["xml"], /one of text, json, sarif, junit, github, html/],
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
    });
  });
});

it("writes text to standard output where nothing is asked for", async () => {
  expect(await tell({}, () => sample)).toBe(1);
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
  expect(await tell({ format, showUndecided: true }, () => sample)).toBe(1);
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
  expect(await tell({ format: parsed(`json=${path("a.json")}`) }, () => empty)).toBe(0);
  expect({ out, err }).toEqual({ out: "", err: "preflight: No findings.\n" });
});

it("names a file whose folder is not there before anything is run", async () => {
  const make = jest.fn(() => sample);
  expect(await tell({ format: parsed("text", `json=${path("gone/a.json")}`) }, make)).toBe(2);
  expect(make).not.toHaveBeenCalled();
  expect(err).toBe(`preflight: ${path("gone/a.json")} cannot be written: there is no folder ${path("gone")}\n`);
  expect(out).toBe("");
});

it("writes the other formats where one cannot be written", async () => {
  mkdirSync(path("taken"));
  const format = parsed(`sarif=${path("taken")}`, `json=${path("a.json")}`, "text");
  expect(await tell({ format }, () => sample)).toBe(2);
  expect(err).toMatch(/^preflight: \S+taken cannot be written: it is a folder\n$/);
  expect(existsSync(path("a.json"))).toBe(true);
  expect(out).toContain("4 findings");
});

it("overwrites what a file held", async () => {
  const format = parsed(`json=${path("a.json")}`);
  await tell({ format }, () => sample);
  await tell({ format }, () => empty);
  expect(JSON.parse(read("a.json"))).toMatchObject({ findings: [] });
});

it("exits 2 with the program's own words, and 3 on a fault of its own", async () => {
  const fail = (error: Error) => () => {
    throw error;
  };
  expect(await tell({}, fail(new ProgramError("no orders table")))).toBe(2);
  expect(err).toBe("preflight: no orders table\n");
  expect(await tell({}, fail(new TypeError("x is undefined")))).toBe(3);
  expect(err).toContain("internal fault");
});

it("exits 3 where a rule failed inside, unless something is mandatory or nothing was read", async () => {
  const faults = ["the rule x failed inside."];
  expect(await tell({}, () => ({ ...empty, faults }))).toBe(3);
  expect(await tell({}, () => ({ ...empty, faults, isUnread: true }))).toBe(2);
  expect(await tell({}, () => ({ ...sample, faults }))).toBe(1);
});

describe("colour", () => {
  const coloured = async (environment: Record<string, string>, isTTY: boolean): Promise<boolean> => {
    out = "";
    const before = { env: { ...process.env }, isTTY: process.stdout.isTTY };
    process.env = { TERM: "xterm", ...environment };
    process.stdout.isTTY = isTTY;
    try {
      await tell({}, () => sample);
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
