import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Command } from "commander";
import { project as addProject } from "../../src/cli/commands/project";

let folder: string;
let out: string;
let err: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-project-"));
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

function write(path: string, text: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), text);
}

async function check(...options: string[]): Promise<typeof process.exitCode> {
  const program = new Command();
  addProject(program);
  const before = process.exitCode;
  try {
    await program.parseAsync(["project", folder, ...options], { from: "user" });
    return process.exitCode;
  } finally {
    process.exitCode = before;
  }
}

const project = (runtime: string): string =>
  `name: shop\nruntime: ${runtime}\nconfig:\n  shop:size:\n    type: integer\n`;

it("does not run the program, asks for no configuration, and knows any runtime", async () => {
  write("Pulumi.yaml", project("nodejs"));
  write("index.js", 'throw new Error("it ran");');
  expect(await check("--config", 'preflight:contract={"services": ["kinesis"], "outputs": ["a"]}')).toBe(0);
  expect(out + err).not.toMatch(/it ran|required-/);
  write("Pulumi.yaml", project("go"));
  expect(await check()).toBe(0);
});

it("exits 1 on a mandatory finding", async () => {
  write("Pulumi.yaml", project("nodejs"));
  expect(await check("--profile", "blue-gren")).toBe(1);
  expect(out).toMatch(/high {6}contract {2}the stack/);
});

it("takes the configuration of the stack's file", async () => {
  write("Pulumi.yaml", project("nodejs"));
  write("Pulumi.prod.yaml", "config:\n  preflight:profile: blue-gren\n");
  expect(await check("--stack", "dev")).toBe(0);
  expect(await check("--stack", "prod")).toBe(1);
  expect(await check()).toBe(1);
});

it("prints JSON", async () => {
  write("Pulumi.yaml", project("nodejs"));
  expect(await check("--format", "json", "--profile", "blue-gren", "--day", "2026-11-22")).toBe(1);
  const [finding] = (JSON.parse(out) as { findings: { rule: string }[] }).findings;
  expect(JSON.parse(out)).toMatchObject({ version: 1, project: "shop", stack: "dev", day: "2026-11-22" });
  expect(finding).toMatchObject({ rule: "contract", level: "mandatory" });
});

it("exits 2 without a project, in one message", async () => {
  expect(await check()).toBe(2);
  expect(err).toMatch(/^preflight: .*has no Pulumi\.yaml.*\n$/);
  expect(out).toBe("");
});
