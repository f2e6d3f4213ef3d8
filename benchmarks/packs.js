// The packs that are measured side by side: the floor under any pack, this one, and Pulumi's own @pulumi/awsguard.
"use strict";
const { execFileSync } = require("node:child_process");
const { mkdtempSync, rmSync, symlinkSync, writeFileSync } = require("node:fs");
const { tmpdir } = require("node:os");
const { join } = require("node:path");
const { tarballIn } = require("../scripts/tarball");

const ROOT = join(__dirname, "..");
const AWSGUARD = "@pulumi/awsguard@0.3.1";

function folderWith(name, source) {
  const folder = mkdtempSync(join(tmpdir(), `preflight-bench-${name}-`));
  writeFileSync(join(folder, "PulumiPolicy.yaml"), "runtime:\n  name: nodejs\n  options:\n    typescript: false\n");
  writeFileSync(join(folder, "package.json"), JSON.stringify({ name, version: "1.0.0", main: "index.js" }));
  writeFileSync(join(folder, "index.js"), source);
  return folder;
}

/** One untyped resource policy and one stack policy that do nothing, on the same installed SDK. */
function floor() {
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
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}

function awsguard() {
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
function preflight() {
  const folder = mkdtempSync(join(tmpdir(), "preflight-bench-preflight-"));
  execFileSync("tar", ["xzf", tarballIn(folder), "--strip-components", "1", "-C", folder]);
  symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
  return folder;
}

const MAKERS = { floor, preflight, awsguard };

/** The folders of the packs by name, and what takes away those that were made for the bench. */
exports.packs = (names) => {
  const folders = Object.fromEntries(names.map((name) => [name, MAKERS[name]()]));
  const remove = () => {
    for (const folder of Object.values(folders)) {
      rmSync(folder, { recursive: true });
    }
  };
  return { folders, remove };
};
