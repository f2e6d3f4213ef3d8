import rule from "../../../policies/backup/recovery-point";
import { durationOf, minutesOf } from "../../../src/contract/duration";
import type { Contract } from "../../../src/contract/contract";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const promise = (recoveryPoint: string): Contract => ({ recoveryPoint });
const contract = promise("15m");
const table = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:dynamodb/table:Table", "orders", { hashKey: "id", ...more });
const instance = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/instance:Instance", "ledger", { engine: "postgres", ...more });
const cluster = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:rds/cluster:Cluster", "shop", { engine: "aurora-mysql", ...more });
const files = resource("aws:efs/fileSystem:FileSystem", "files");
const pitr = { pointInTimeRecovery: { enabled: true } };
const plan = (rule: Record<string, Input>): BuiltResource[] => {
  const daily = resource("aws:backup/plan:Plan", "plan", {
    name: "p",
    rules: [{ ruleName: "r", targetVaultName: "v", ...rule }],
  });
  const selection = resource("aws:backup/selection:Selection", "all", {
    name: "all",
    planId: daily.id,
    iamRoleArn: "arn:aws:iam::464738291005:role/backup",
    resources: ["*"],
  });
  return [daily, selection];
};

describe("durations", () => {
  it.each([
    ["15m", 15],
    ["4h", 240],
    ["2d", 2880],
  ])("%s", (text, minutes) => {
    expect([minutesOf(text), durationOf(minutes)]).toEqual([minutes, text]);
  });
});

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [table()] },
    {
      name: "point-in-time recovery",
      contract,
      stack: [table(pitr), instance({ backupRetentionPeriod: 7 }), cluster()],
    },
    {
      name: "copies in other regions",
      contract: promise("1m"),
      stack: [table({ replicas: [{ regionName: "eu-west-1" }] })],
    },
    { name: "an hourly plan", contract: promise("1h"), stack: [table(), ...plan({ schedule: "cron(0 * * * ? *)" })] },
    {
      name: "every six hours",
      contract: promise("6h"),
      stack: [table(), ...plan({ schedule: "cron(0 0/6 * * ? *)" })],
    },
    { name: "a daily plan", contract: promise("1d"), stack: [table(), ...plan({})] },
    {
      name: "files with a replication",
      contract,
      stack: [
        files,
        resource("aws:efs/replicationConfiguration:ReplicationConfiguration", "files", {
          sourceFileSystemId: files.id,
          destination: { region: "eu-west-1" },
        }),
      ],
    },
    {
      name: "a replica",
      contract,
      stack: [
        instance({ backupRetentionPeriod: 7 }),
        resource("aws:rds/instance:Instance", "reader", {
          replicateSourceDb: instance({ backupRetentionPeriod: 7 }).identifier,
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "no backups",
      contract,
      stack: [table(), instance(), cluster({ backupRetentionPeriod: 0 }), files],
      findings: [
        { resource: "orders", level: "mandatory", message: /Nothing in the stack backs this up, .* at most 15m/ },
        { resource: "ledger", level: "mandatory" },
        { resource: "shop", level: "mandatory" },
        { resource: "files", level: "mandatory", message: /ReplicationConfiguration/ },
      ],
    },
    {
      name: "plans that are too rare",
      contract: promise("4h"),
      stack: [table(), ...plan({ schedule: "cron(0 2,8,20 * * ? *)" })],
      findings: [{ resource: "orders", level: "mandatory", message: /loses up to 12h/ }],
    },
    {
      name: "a weekly plan",
      contract: promise("1d"),
      stack: [table(), ...plan({ schedule: "cron(0 2 ? * SUN *)" })],
      findings: [{ resource: "orders", level: "mandatory", message: /loses up to 7d/ }],
    },
    {
      name: "a promise that AWS cannot keep",
      contract: promise("1m"),
      stack: [table(pitr)],
      findings: [{ resource: "orders", level: "mandatory", message: /up to 5m.*promise "5m" or more/ }],
    },
  ],
  undecided: [
    {
      name: "a retention that is not known yet",
      contract,
      stack: [instance({ backupRetentionPeriod: unknown })],
      at: ["ledger"],
    },
    {
      name: "a schedule that is not known yet",
      contract: promise("4h"),
      stack: [table(), ...plan({ schedule: unknown })],
      at: ["orders"],
    },
  ],
});
