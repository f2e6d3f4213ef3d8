import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");
const MAIN = join(ROOT, "dist/src/cli/main.js");

let folder: string;
let child: ChildProcess | undefined;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-watch-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n");
  writeFileSync(join(folder, "package.json"), '{"main": "index.js"}');
});
afterAll(() => {
  child?.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const program = (more: string): string =>
  `const { Instance } = require("@pulumi/aws/rds/instance");
new Instance("db", { engine: "postgres", instanceClass: "db.t4g.small", allocatedStorage: 20, username: "shop", manageMasterUserPassword: true, ${more} });
`;

/** Waits until what was printed since the last call has `text` in it. */
function reader(process: ChildProcess): (text: string) => Promise<string> {
  let printed = "";
  let wake = (): void => undefined;
  const add = (chunk: Buffer): void => {
    printed += chunk.toString();
    wake();
  };
  process.stdout?.on("data", add);
  process.stderr?.on("data", add);
  return async (text) => {
    while (!printed.includes(text)) {
      await new Promise<void>((resolve) => (wake = resolve));
    }
    const taken = printed;
    printed = "";
    return taken;
  };
}

it("checks again when a file of the program changes, and not for the reports that it writes", async () => {
  writeFileSync(join(folder, "index.js"), program("publiclyAccessible: true"));
  const args = ["check", ".", "--watch", "--format", "text", "--format", "json=report.json", "--once"];
  child = spawn(process.execPath, [MAIN, ...args], { cwd: folder });
  const until = reader(child);
  const watching = "watching . for changes";
  expect(await until(watching)).toContain("rds-not-public");

  writeFileSync(join(folder, "index.js"), program("publiclyAccessible: false"));
  const second = await until(watching);
  expect(second).toContain("0 mandatory");
  expect(second).not.toContain("rds-not-public");

  writeFileSync(join(folder, "index.js"), "syntax error(");
  expect(await until(watching)).toContain("SyntaxError");

  writeFileSync(join(folder, "index.js"), program("publiclyAccessible: true"));
  expect(await until(watching)).toContain("rds-not-public");
}, 180_000);

it("runs a program that writes a file each time twice, and then waits", async () => {
  const own = mkdtempSync(join(tmpdir(), "preflight-watch-"));
  symlinkSync(join(ROOT, "node_modules"), join(own, "node_modules"), "dir");
  writeFileSync(join(own, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n");
  writeFileSync(join(own, "package.json"), '{"main": "index.js"}');
  writeFileSync(
    join(own, "index.js"),
    'require("fs").appendFileSync("runs.txt", "run\\n");\nrequire("@pulumi/aws/s3/bucket");\n',
  );
  const writer = spawn(process.execPath, [MAIN, "check", ".", "--watch", "--once"], { cwd: own });
  try {
    await reader(writer)("watching . for changes");
    expect(readFileSync(join(own, "runs.txt"), "utf8")).toBe("run\nrun\n");
  } finally {
    writer.kill("SIGKILL");
    rmSync(own, { recursive: true });
  }
}, 180_000);

it("does not count the reports that preflight.yaml names as changes", async () => {
  const own = mkdtempSync(join(tmpdir(), "preflight-watch-"));
  const runs = join(mkdtempSync(join(tmpdir(), "preflight-runs-")), "runs.txt");
  symlinkSync(join(ROOT, "node_modules"), join(own, "node_modules"), "dir");
  writeFileSync(join(own, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nconfig:\n  aws:region: us-east-1\n");
  writeFileSync(join(own, "package.json"), '{"main": "index.js"}');
  writeFileSync(join(own, "preflight.yaml"), "formats: [text, json=report.json]\n");
  writeFileSync(
    join(own, "index.js"),
    `require("fs").appendFileSync(${JSON.stringify(runs)}, "run\\n");\nrequire("@pulumi/aws/s3/bucket");\n`,
  );
  const reporter = spawn(process.execPath, [MAIN, "check", ".", "--watch", "--once"], { cwd: own });
  try {
    await reader(reporter)("watching . for changes");
    expect(readFileSync(join(own, "report.json"), "utf8")).toContain('"shop"');
    expect(readFileSync(runs, "utf8")).toBe("run\n");
  } finally {
    reporter.kill("SIGKILL");
    rmSync(own, { recursive: true });
    rmSync(runs);
  }
}, 180_000);

it("refuses standard input", () => {
  const { status, stderr } = spawnSync(process.execPath, [MAIN, "check", "-", "--watch"], {
    encoding: "utf8",
    input: "",
  });
  expect(stderr).toBe("preflight: --watch is for a program's folder or a file: standard input does not change\n");
  expect(status).toBe(2);
});
