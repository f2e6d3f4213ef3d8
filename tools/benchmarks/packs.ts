// The packs that are measured side by side: the floor under any pack, this one, the same as the SDK alone would serve it,
// and Pulumi's own @pulumi/awsguard.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { tarballIn } from "../tarball";

const ROOT = join(__dirname, "../..");
const AWSGUARD = "@pulumi/awsguard@0.3.1";

export type PackName = "floor" | "preflight" | "plain" | "awsguard";

const newFolder = (name: string): string => mkdtempSync(join(tmpdir(), `preflight-bench-${name}-`));

function linkPackages(folder: string): void {
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
}

function folderWith(name: string, source: string): string {
  const folder = newFolder(name);
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime:\n  name: nodejs\n  options:\n    typescript: false\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), source);
  return folder;
}

/** One untyped resource policy and one stack policy that do nothing, on the same installed SDK. */
function floor(): string {
  const folder = folderWith(
    "floor",
    `const { PolicyPack } = require("@pulumi/policy");
new PolicyPack("floor", {
  policies: [
    { name: "resources", description: "Nothing", enforcementLevel: "advisory", validateResource: () => {} },
    { name: "stack", description: "Nothing", enforcementLevel: "advisory", validateStack: () => {} },
  ],
});
`,
  );
  linkPackages(folder);
  return folder;
}

function awsguard(): string {
  const folder = folderWith(
    "awsguard",
    `const { AwsGuard } = require("@pulumi/awsguard");\nnew AwsGuard({ all: "advisory" });\n`,
  );
  execFileSync("npm", ["install", "--no-audit", "--no-fund", "--no-save", "--silent", AWSGUARD], {
    cwd: folder,
    stdio: ["ignore", "ignore", "inherit"],
  });
  return folder;
}

/** What organizations publish and install: the packed tarball, on the same installed SDK. */
function preflight(): string {
  const folder = newFolder("preflight");
  execFileSync("tar", ["xzf", tarballIn(folder), "--strip-components", "1", "-C", folder]);
  linkPackages(folder);
  return folder;
}

/** The same pack without the patches of the SDK (docs/sdk-patches.md). */
function plain(): string {
  const folder = preflight();
  const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as object;
  writeFileSync(join(folder, "package.json"), JSON.stringify({ ...manifest, main: "plain.js" }));
  writeFileSync(
    join(folder, "plain.js"),
    `require("./dist/src/pulumi/sdk-patches").install = (_analyzer, start) => start();
require("./dist/index.js");
`,
  );
  return folder;
}

const MAKERS = { floor, preflight, plain, awsguard };

/** The folders of the packs by name, and what removes those that were made for the bench. */
export function packs(names: readonly PackName[]): { folders: Partial<Record<PackName, string>>; remove: () => void } {
  const folders = Object.fromEntries(names.map((name) => [name, MAKERS[name]()]));
  const remove = (): void => {
    for (const folder of Object.values(folders)) {
      rmSync(folder, { recursive: true });
    }
  };
  return { folders, remove };
}
