import { readFileSync } from "node:fs";
import { workshop } from "../kit/command";

const { path, write, preflight } = workshop();

beforeEach(() => {
  // The program is in another language than its contract wants: two findings on the project.
  write("Pulumi.yaml", "name: shop\nruntime: go\n");
});

const contract = '{"project":{"name":"TapStack","runtime":"python"}}';
const project = (...more: string[]): ReturnType<typeof preflight> =>
  preflight("project", ".", "--config", `preflight:contract=${contract}`, ...more);

it("reports only what is new, and says how many are left out", () => {
  const first = project("--write-baseline", "known.json");
  expect(first.code).toBe(1);
  const { project: name, findings } = JSON.parse(readFileSync(path("known.json"), "utf8")) as {
    project: string;
    findings: { level: string }[];
  };
  expect(name).toBe("shop");
  expect(findings.some(({ level }) => level === "mandatory")).toBe(true);
  const { code, out } = project("--baseline", "known.json");
  expect(code).toBe(0);
  expect(out).not.toContain("Mandatory: ");

  write("known.json", JSON.stringify({ version: 1, project: "shop", stack: "dev", findings: findings.slice(1) }));
  expect(project("--baseline", "known.json").code).toBe(1);
});

it("shows in the page what is new, known and fixed", () => {
  project("--write-baseline", "known.json");
  const page = (): string => readFileSync(path("page.html"), "utf8");
  project("--baseline", "known.json", "--format", "html=page.html");
  expect(page()).toContain("Nothing new since the baseline.");
  expect(page()).toMatch(/data-value="known"[^]*?<b>[1-9]/);
  expect(page()).toMatch(/data-value="fixed"[^]*?<b>0<\/b>/);
  write("Pulumi.yaml", "name: TapStack\nruntime: python\n");
  write("known.json", readFileSync(path("known.json"), "utf8").replace('"project":"shop"', '"project":"TapStack"'));
  project("--baseline", "known.json", "--format", "html=page.html");
  expect(page()).toMatch(/data-value="fixed"[^]*?<b>[1-9]/);
});

it("is written whole also where a baseline is given", () => {
  project("--write-baseline", "first.json");
  project("--baseline", "first.json", "--write-baseline", "second.json");
  const read = (name: string): unknown =>
    (JSON.parse(readFileSync(path(name), "utf8")) as { findings: unknown }).findings;
  expect(read("second.json")).toEqual(read("first.json"));
});

describe("a file that is no baseline is named with the place, in one line", () => {
  const finding = { rule: "project-name", level: "mandatory", message: "m" };
  const report = (findings: unknown, more: object = {}): string =>
    JSON.stringify({ version: 1, project: "shop", stack: "dev", findings, ...more });
  it.each([
    ["missing", undefined, /known\.json cannot be read/],
    ["empty", "", /known\.json is empty/],
    ["truncated", report([finding]).slice(0, -5), /is not JSON/],
    ["binary", "\u0000\u0001", /is not JSON/],
    ["a list", "[]", /the whole must be an object/],
    ["null", "null", /the whole must be an object/],
    ["SARIF", '{"version":"2.1.0","runs":[]}', /version must be 1/],
    ["of a later version", report([], { version: 2 }), /version must be 1/],
    ["without a project", report([], { project: 3 }), /project must be (?:text|a string)/],
    ["without a stack", report([], { stack: null }), /stack must be (?:text|a string)/],
    ["without findings", report({}), /findings must be a list/],
    ["with a finding that is none", report([finding, 3]), /findings\[1\] must be an object/],
    ["with a rule that is none", report([{ ...finding, rule: 1 }]), /findings\[0\]\.rule must be (?:text|a string)/],
    ["with a level that is none", report([{ ...finding, level: "x" }]), /findings\[0\]\.level must be mandatory or/],
    ["without a message", report([{ ...finding, message: 1 }]), /findings\[0\]\.message must be (?:text|a string)/],
    ["with a path that is none", report([{ ...finding, path: [] }]), /findings\[0\]\.path must be (?:text|a string)/],
    ["with a resource that is none", report([{ ...finding, resource: 1 }]), /findings\[0\]\.resource must be an obj/],
    ["with a URN that is none", report([{ ...finding, resource: { urn: 1 } }]), /findings\[0\]\.resource\.urn must be/],
    ["of another stack", report([], { stack: "prod" }), /stack prod of shop, and this is stack dev of shop/],
  ])("%s", (_name, text, wanted) => {
    if (text !== undefined) write("known.json", text);
    const { code, out, err } = project("--baseline", "known.json");
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toMatch(wanted);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
  });

  it("cannot be written, which leaves out nothing else", () => {
    const { code, out, err } = project("--write-baseline", "gone/known.json");
    expect(code).toBe(2);
    expect(out).toContain("Mandatory: ");
    expect(err).toMatch(/^preflight: gone\/known\.json cannot be written: its folder does not exist\n$/);
  });
});
