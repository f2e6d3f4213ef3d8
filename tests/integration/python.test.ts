import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { checkRecorded } from "../../src/cli/check";
import { runProgram } from "../../src/engine/run";
import { venvPython } from "../kit/examples";
import { describeWithCli, printedFindings, PulumiHome } from "../kit/pulumi-cli";

const PROGRAM = join(__dirname, "fixtures/python");
const PACK = join(__dirname, "../..");
const python = process.env["PREFLIGHT_TEST_PYTHON"] ?? venvPython ?? "python3";
const hasSdk = spawnSync(python, ["-c", "import pulumi, pulumi_aws"]).status === 0;

/** Runs where the Python SDKs are installed; PREFLIGHT_TEST_PYTHON names the interpreter that has them. */
const describeWithSdk: typeof describeWithCli = hasSdk
  ? (name, suite) => {
      describe(name, suite);
    }
  : (name, suite) => {
      describe.skip(`${name} (needs the packages pulumi and pulumi-aws in ${python})`, suite);
    };

async function localFindings(): Promise<string[]> {
  const recorded = await runProgram(PROGRAM, { python });
  return checkRecorded(PROGRAM, recorded, "2026-11-22")
    .results.map(({ level, rule, name }) => `${level} ${rule.id} ${name ?? "orders-dev"}`)
    .sort();
}

describeWithSdk("a Python program on the local engine", () => {
  it("is judged as one in TypeScript would be", async () => {
    const found = await localFindings();
    expect(found).toEqual(
      expect.arrayContaining([
        "mandatory credentials-hardcoded orders",
        "advisory iam-role-has-policies report",
        "mandatory rds-not-public orders",
        "advisory rds-storage-encrypted orders",
        "mandatory security-group-database-open database",
        "advisory lambda-runtime report",
        "advisory lambda-stub-code report",
      ]),
    );
  });

  describeWithCli("and on the real engine", () => {
    it("has the same findings", async () => {
      const home = new PulumiHome();
      try {
        const env = { PATH: `${dirname(python)}:${process.env["PATH"] ?? ""}` };
        const program = home.program(PROGRAM);
        home.run(program, ["stack", "init", "dev"], env);
        const { output } = home.run(program, ["preview", "--stack", "dev", "--policy-pack", PACK], env);
        const printed = printedFindings(output).map(({ level, rule, resource }) => `${level} ${rule} ${resource}`);
        expect(printed.sort()).toEqual(await localFindings());
      } finally {
        home.remove();
      }
    });
  });
});
