import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { ProgramError, runProgram } from "../../src/engine/run";
import { UNKNOWN } from "../../src/engine/wire";
import { venvPython } from "../kit/examples";
import { FIXTURES, find, programFolder, removeFolders } from "./programs";

jest.setTimeout(60_000);
afterAll(removeFolders);

/** A Python that has the SDK: PREFLIGHT_TEST_PYTHON, the one that `npm test` makes, or the one on the path. */
const python = process.env.PREFLIGHT_TEST_PYTHON ?? venvPython ?? "python3";

function hasSdk(): boolean {
  try {
    execFileSync(python, ["-c", "import pulumi"], { stdio: "ignore" });
    return true;
  } catch {
    return false;
  }
}

const withSdk = hasSdk() ? describe : describe.skip;

withSdk("a Python program (skipped where no Python has the 'pulumi' package: set PREFLIGHT_TEST_PYTHON)", () => {
  test("is recorded as one for Node is", async () => {
    const stack = await runProgram(join(FIXTURES, "python"), { python });
    const prefix = "urn:pulumi:dev::snakes::";
    const first = find(stack, "group-thing");
    expect(first.urn).toBe(`${prefix}example:index:Group$example:index:Thing::group-thing`);
    expect(find(stack, "group").outputs).toEqual({ thing: UNKNOWN });
    expect(find(stack, "snakes-dev").outputs).toEqual({ thing: UNKNOWN });
    expect(find(stack, "second")).toMatchObject({
      inputs: {
        of: UNKNOWN,
        text: UNKNOWN,
        key: UNKNOWN,
        code: { "4dabf18193072939515e22adb298388d": "c44067f5952c0a294b673a41bacd8c17", path: "./code.py" },
        plain: "text",
      },
      dependencies: [first.urn],
      propertyDependencies: { of: [first.urn], text: [first.urn] },
    });
    expect(find(stack, "third")).toMatchObject({
      inputs: { vpc: UNKNOWN, zones: ["us-west-2a", "us-west-2b", "us-west-2c", "us-west-2d"] },
      dependencies: [find(stack, "second").urn],
    });
  });

  test("stops at a file that does not exist, as in a preview", async () => {
    const folder = programFolder({
      "Pulumi.yaml": "name: snakes\nruntime: python\n",
      "__main__.py":
        "import pulumi\n\n\nclass Thing(pulumi.CustomResource):\n    pass\n\n\n" +
        'Thing("example:index:Thing", "orders", {"code": pulumi.FileArchive("./dist")})\n',
    });
    const run = runProgram(folder, { python });
    await expect(run).rejects.toThrow(
      "'code' of orders (example:index:Thing) is the archive ./dist, which does not exist",
    );
  });

  test("finds its neighbours when it is a folder, and not when it is named as a file, as with the CLI", async () => {
    const files = { "neighbour.py": "", "__main__.py": "import neighbour\n", "app.py": "import neighbour\n" };
    const project = "name: small\nruntime: python\n";
    const [folder, named] = [project, `${project}main: app.py\n`].map((text) =>
      programFolder({ ...files, "Pulumi.yaml": text }),
    );
    await expect(runProgram(folder ?? "", { python })).resolves.toBeDefined();
    await expect(runProgram(named ?? "", { python })).rejects.toThrow("No module named 'neighbour'");
  });

  test("that fails shows its own error, with its own frames", async () => {
    const code = `def build():\n    raise ValueError("no such zone")\n\nbuild()\n`;
    const folder = programFolder({ "Pulumi.yaml": "name: small\nruntime: python\n", "__main__.py": code });
    const error: unknown = await runProgram(folder, { python }).catch((reason: unknown) => reason);
    expect(error).toBeInstanceOf(ProgramError);
    expect((error as Error).message).toContain("ValueError: no such zone");
    expect((error as Error).message).toContain("__main__.py");
    expect((error as Error).message).not.toContain("runpy");
  });

  test("that misses configuration shows Pulumi's message", async () => {
    const code = `import pulumi\npulumi.Config().require("size")\n`;
    const folder = programFolder({ "Pulumi.yaml": "name: small\nruntime: python\n", "__main__.py": code });
    await expect(runProgram(folder, { python })).rejects.toThrow(
      "Missing required configuration variable 'small:size'",
    );
  });
});

describe("the environment of a Python program", () => {
  test("must be there when the project names it", async () => {
    const project = "name: small\nruntime: {name: python, options: {virtualenv: env}}\n";
    const folder = programFolder({ "Pulumi.yaml": project, "__main__.py": "" });
    await expect(runProgram(folder)).rejects.toThrow(
      `'runtime.options.virtualenv' of ${folder} is "env", which holds no Python: run 'python3 -m venv env' there`,
    );
  });

  test("must hold the SDK", async () => {
    const folder = programFolder({ "Pulumi.yaml": "name: small\nruntime: python\n", "__main__.py": "" });
    const stub = programFolder({
      "python.js": `#!${process.execPath}\nprocess.stderr.write("PREFLIGHT_NO_SDK"); process.exit(3);`,
    });
    execFileSync("chmod", ["+x", join(stub, "python.js")]);
    await expect(runProgram(folder, { python: join(stub, "python.js") })).rejects.toThrow(
      `${join(stub, "python.js")}, the Python of ${folder}, has no 'pulumi' package: install the program's requirements, ` +
        "or activate the environment that has them",
    );
  });

  test("must have a Python that starts", async () => {
    const folder = programFolder({ "Pulumi.yaml": "name: small\nruntime: python\n", "__main__.py": "" });
    await expect(runProgram(folder, { python: "/nowhere/python" })).rejects.toThrow(
      /^\/nowhere\/python could not be started/,
    );
  });
});
