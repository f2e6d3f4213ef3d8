import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-two-runs-"));
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

const HEAD = `const pulumi = require("@pulumi/pulumi");
const { Bucket } = require("@pulumi/aws/s3/bucket");
const { Queue } = require("@pulumi/aws/sqs/queue");
const { BucketPolicy } = require("@pulumi/aws/s3/bucketPolicy");
const { BucketPublicAccessBlock } = require("@pulumi/aws/s3/bucketPublicAccessBlock");
const site = new Bucket("site");
`;

/** One value that AWS makes is inside the text of a policy that opens the bucket to everyone. */
const PUBLIC = `${HEAD}const open = new BucketPublicAccessBlock("site", { bucket: site.id, blockPublicPolicy: false });
new BucketPolicy("site", {
  bucket: site.id,
  policy: site.arn.apply((arn) => JSON.stringify({
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Principal: "*", Action: "s3:*", Resource: [arn, arn + "/*"] }],
  })),
}, { dependsOn: open });
`;

function program(name: string, source: string): string {
  const path = join(folder, name);
  mkdirSync(path, { recursive: true });
  writeFileSync(join(path, "Pulumi.yaml"), "name: shop\nruntime: nodejs\nconfig:\n  aws:region: eu-west-1\n");
  writeFileSync(join(path, "package.json"), '{"main": "index.js"}');
  writeFileSync(join(path, "index.js"), source);
  return path;
}

interface Found {
  rule: string;
  level: string;
  message: string;
  restsOnLikelyValues?: true;
}

interface Checked {
  code: number | null;
  findings: Found[];
  undecided: { rule: string }[];
  notes: string[];
}

function check(path: string, ...args: string[]): Checked {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(ROOT, "dist/src/cli/main.js"), "check", path, "--format", "json", ...args],
    { encoding: "utf8", cwd: folder },
  );
  expect(stderr).toBe("");
  return { code: status, ...(JSON.parse(stdout) as Omit<Checked, "code">) };
}

it("reads the text around a value that AWS will make", () => {
  const path = program("public", PUBLIC);
  const once = check(path, "--once");
  expect(once.findings.filter(({ level }) => level === "mandatory")).toEqual([]);
  expect(once.undecided.length).toBeGreaterThan(0);

  const twice = check(path);
  expect(twice.code).toBe(1);
  const mandatory = twice.findings.filter(({ level }) => level === "mandatory");
  expect(mandatory.length).toBeGreaterThan(0);
  expect(mandatory.every((finding) => finding.restsOnLikelyValues)).toBe(true);
  expect(mandatory[0]?.message).toContain("This rests on values that AWS will make");
  expect(twice.undecided).toEqual([]);
});

it("keeps the findings of the first run, and says so, where the second fails", () => {
  const path = program(
    "fails-late",
    `${HEAD}site.arn.apply((arn) => { throw new Error("no bucket " + arn.slice(0, 12)); });
new Queue("orders", { visibilityTimeoutSeconds: 90000 });`,
  );
  const { code, notes, findings } = check(path);
  expect(notes).toContainEqual(expect.stringContaining("the program failed, as it may in the deployment"));
  expect(findings.map(({ rule }) => rule)).not.toEqual([]);
  expect([code, notes.length]).toEqual([check(path, "--once").code, 1]);
});

it("lets a program leave out in the second run what must not happen twice", () => {
  const log = join(folder, "side-effects.log");
  const path = program(
    "side-effects",
    `${HEAD}if (!process.env.PREFLIGHT_SECOND_RUN) require("node:fs").appendFileSync(${JSON.stringify(log)}, "done\\n");`,
  );
  check(path);
  expect(readFileSync(log, "utf8")).toBe("done\n");
});

it("runs a program that asks whether this is a preview both ways", () => {
  const seen = join(folder, "seen-");
  const path = program(
    "both-ways",
    `${HEAD}require("node:fs").writeFileSync(${JSON.stringify(seen)} + pulumi.runtime.isDryRun(), "");`,
  );
  check(path);
  expect([existsSync(`${seen}true`), existsSync(`${seen}false`)]).toEqual([true, true]);
});

it("reports a program that fails in both runs once", () => {
  const path = program("fails", 'throw new Error("no configuration");');
  const { status, stderr } = spawnSync(process.execPath, [join(ROOT, "dist/src/cli/main.js"), "check", path], {
    encoding: "utf8",
    cwd: folder,
  });
  expect(status).toBe(2);
  expect(stderr.match(/Error: no configuration/g)).toHaveLength(1);
});
