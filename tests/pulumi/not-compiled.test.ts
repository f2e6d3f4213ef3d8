import { spawnSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const ROOT = resolve(__dirname, "../..");

jest.setTimeout(60_000);

it("names the command that compiles the pack, without a stack trace, after an install without scripts", () => {
  const folder = mkdtempSync(join(tmpdir(), "preflight-not-compiled-"));
  try {
    for (const name of ["package.json", "PulumiPolicy.yaml"]) {
      copyFileSync(join(ROOT, name), join(folder, name));
    }
    mkdirSync(join(folder, "tools"));
    copyFileSync(join(ROOT, "tools/pack.js"), join(folder, "tools/pack.js"));
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
    writeFileSync(join(folder, "index.ts"), "");
    const runner = createRequire(join(ROOT, "package.json")).resolve("@pulumi/pulumi/cmd/run-policy-pack");
    const { status, stdout, stderr } = spawnSync(process.execPath, [runner, "127.0.0.1:1", folder], {
      encoding: "utf8",
      cwd: folder,
    });
    expect(stdout).toBe("");
    expect(stderr).toContain(
      `the pack in ${folder} is not compiled, as after an install without scripts: run 'npm run build'`,
    );
    expect(stderr).not.toContain("\n    at ");
    expect(status).not.toBe(0);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
