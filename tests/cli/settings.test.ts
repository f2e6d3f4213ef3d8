import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";

const MAIN = resolve(__dirname, "../../dist/src/cli/main.js");

let folder: string;

const resource = (type: string, name: string, inputs: Record<string, unknown>): Record<string, unknown> => ({
  urn: `urn:pulumi:dev::shop::${type}::${name}`,
  custom: true,
  id: `${name}-1`,
  type,
  inputs: { __defaults: [], ...inputs },
  outputs: inputs,
});

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-settings-"));
  const resources = [
    resource("aws:cloudwatch/logGroup:LogGroup", "logs", { retentionInDays: 30 }),
    resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { imageId: "ami-0fedcba9876543210" }),
    resource("aws:docdb/cluster:Cluster", "orders", { backupRetentionPeriod: 7 }),
  ];
  writeFileSync(join(folder, "state.json"), JSON.stringify({ version: 3, deployment: { resources } }));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** The rules that find something mandatory, with a contract. */
function found(contract: Record<string, unknown>): { rules: string[]; messages: string[] } {
  const config = `preflight:contract=${JSON.stringify(contract)}`;
  const args = ["check", "state.json", "--quiet", "--format", "json", "--config", config];
  const { stdout } = spawnSync(process.execPath, [MAIN, ...args], { encoding: "utf8", cwd: folder });
  const { findings } = JSON.parse(stdout) as { findings: { rule: string; message: string }[] };
  return { rules: findings.map(({ rule }) => rule).sort(), messages: findings.map(({ message }) => message) };
}

describe("numbers and lists that frameworks leave open", () => {
  it("count as the contract sets them", () => {
    const contract = { logRetentionDays: 90, backupRetentionDays: 14, approvedImages: ["ami-0a1b2c3d4e5f67890"] };
    expect(found(contract).rules).toEqual(["ami-approved", "docdb-backup-retention", "log-group-retention"]);
    expect(found({ ...contract, logRetentionDays: 30, backupRetentionDays: 7 }).rules).toEqual(["ami-approved"]);
  });

  it("are the framework's where the contract sets none", () => {
    const { rules } = found({ frameworks: ["AWS FSBP"] });
    expect(rules).not.toContain("docdb-backup-retention");
    expect(rules).not.toContain("ami-approved");
  });

  it("must be numbers that AWS has", () => {
    expect(found({ logRetentionDays: 0 })).toEqual({
      rules: ["contract"],
      messages: [expect.stringMatching(/logRetentionDays to 0.*must be a whole number from 1 to 3653/)],
    });
  });
});
