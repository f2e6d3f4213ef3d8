import { writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { SIGNATURE, SIGNATURES } from "../../src/graph/value";
import { describeWithCli, PulumiHome } from "../kit/pulumi-cli";

const PACK = resolve(__dirname, "../..");

jest.setTimeout(300_000);

interface Exported {
  deployment: { resources: { urn: string; inputs?: Record<string, unknown> }[] };
}

describeWithCli("remediation by the real engine", () => {
  let home: PulumiHome;
  let folder: string;
  beforeEach(() => {
    home = new PulumiHome();
    folder = home.program(join(__dirname, "fixtures/remediation"));
    home.run(folder, ["stack", "init", "dev"]);
  });
  afterEach(() => {
    home.remove();
  });

  /** The arguments that run the pack with these levels alone. */
  function packWith(levels: Record<string, string>): string[] {
    const config = join(home.folder, "policies.json");
    writeFileSync(config, JSON.stringify({ all: "disabled", contract: "mandatory", ...levels }));
    return ["--stack", "dev", "--policy-pack", PACK, "--policy-pack-config", config];
  }

  /** The lines on the pack's policies in what the CLI printed. */
  const policyLines = (output: string): string[] =>
    output.match(/^\s+- \[\w+\].*$/gm)?.map((line) => line.trim()) ?? [];

  it("changes the inputs that the stack is made with, and nothing that is exempted, secret or holds files", () => {
    const pack = packWith({
      "rds-not-public": "remediate",
      "kms-key-rotation": "remediate",
      "required-tags": "remediate",
    });
    const lines = [
      "- [remediate]  kms-key-rotation  (1 resource)",
      "- [remediate]  rds-not-public  (1 resource)",
      "- [remediate]  required-tags  (2 resources)",
      "- [advisory] [severity: medium]  kms-key-rotation  (aws:kms:Key: imported)",
    ];
    const preview = home.run(folder, ["preview", ...pack]);
    expect({ code: preview.code, lines: policyLines(preview.output) }).toEqual({ code: 0, lines });

    const up = home.run(folder, ["up", "--yes", "--skip-preview", ...pack]);
    expect({ code: up.code, lines: policyLines(up.output) }).toEqual({ code: 0, lines });

    const { output } = home.run(folder, ["stack", "export", "--stack", "dev"]);
    const { resources } = (JSON.parse(output) as Exported).deployment;
    const inputsOf = (name: string): unknown => resources.find(({ urn }) => urn.endsWith(`::${name}`))?.inputs;
    expect(inputsOf("data")).toEqual({
      description: "of the orders",
      enableKeyRotation: true,
      tags: { CostCenter: "4711" },
    });
    expect(inputsOf("imported")).toEqual({ description: "imported", tags: { CostCenter: "4711" } });
    expect(inputsOf("orders")).toEqual({
      engine: "postgres",
      engineVersion: "16.9",
      instanceClass: "db.m6g.large",
      allocatedStorage: 20,
      username: "orders",
      password: { [SIGNATURE]: SIGNATURES.secret, ciphertext: expect.any(String) as string },
      storageEncrypted: true,
      kmsKeyId: expect.stringMatching(/^arn:aws:kms:/) as string,
      publiclyAccessible: false,
      backupRetentionPeriod: 14,
      tags: { CostCenter: "4711" },
    });
    expect(inputsOf("page")).toMatchObject({ code: { [SIGNATURE]: SIGNATURES.archive } });

    // What is fixed already is neither changed nor reported again.
    const again = home.run(folder, ["up", "--yes", "--skip-preview", "--expect-no-changes", ...pack]);
    expect({ code: again.code, output: again.output }).toMatchObject({ code: 0 });
  });

  it("changes nothing at other levels", () => {
    const { code, output } = home.run(folder, ["preview", ...packWith({ "rds-not-public": "advisory" })]);
    expect({ code, lines: policyLines(output) }).toEqual({
      code: 0,
      lines: ["- [advisory] [severity: critical]  rds-not-public  (aws:rds:Instance: orders)"],
    });
  });
});
