import { chmodSync, cpSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { runProgram } from "../../src/engine/run";

const EXAMPLE = join(__dirname, "../../examples/product-catalog/fixed");

let folder = "";
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-python-"));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

/** A Python that has no package of Pulumi. */
function pythonWithoutPackages(): string {
  const file = join(folder, "python");
  writeFileSync(file, "#!/bin/sh\nprintf PREFLIGHT_NO_SDK >&2\nexit 3\n");
  chmodSync(file, 0o755);
  return file;
}

it("names the script that installs what an example of this project needs, in one line", async () => {
  await expect(runProgram(EXAMPLE, { python: pythonWithoutPackages() })).rejects.toThrow(
    /has no 'pulumi' package: run 'npm run python-examples' in \/.+$/,
  );
});

it("advises to install the requirements of any other program", async () => {
  const program = join(folder, "program");
  cpSync(EXAMPLE, program, { recursive: true });
  await expect(runProgram(program, { python: pythonWithoutPackages() })).rejects.toThrow(
    /has no 'pulumi' package: install the program's requirements, or activate the environment that has them$/,
  );
});
