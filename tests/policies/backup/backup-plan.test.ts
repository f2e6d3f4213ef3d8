import rule from "../../../policies/backup/backup-plan";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type Input } from "../../../src/testing/stack";

const PLAN = "aws:backup/plan:Plan";
const SELECTION = "aws:backup/selection:Selection";

const contract = { backup: { retentionDays: 7 } };
const root = resource("pulumi:pulumi:Stack", "shop-dev");
const vault = resource("aws:backup/vault:Vault", "vault");
const daily = {
  ruleName: "daily",
  targetVaultName: vault.name,
  schedule: "cron(0 3 * * ? *)",
  lifecycle: { deleteAfter: 7 },
};
const plan = (name: string, ...rules: Input[]) => resource(PLAN, name, { rules });
const good = plan("good", daily);
const selectionOf = (planId: Input) => resource(SELECTION, "databases", { planId, resources: ["*"] });
const whole = [root, vault, good, selectionOf(good.id)];
const withSchedule = (schedule: Input) => {
  const own = plan("own", { ...daily, schedule });
  return [root, vault, own, selectionOf(own.id)];
};

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [root] },
    { name: "vault, plan and selection", contract, stack: whole },
    { name: "no number of days", contract: { backup: {} }, stack: whole },
    ...[
      "cron(0 5 ? * * *)",
      "cron(0 */12 1/1 * ? *)",
      "cron(15 1,13 ? * SUN-SAT *)",
      "rate(1 day)",
      "rate(12 hours)",
      undefined,
    ].map((schedule) => ({
      name: `the schedule ${schedule ?? "of AWS Backup"}`,
      contract,
      stack: withSchedule(schedule),
    })),
    {
      name: "a weekly rule beside the daily one",
      contract,
      stack: (() => {
        const both = plan("both", { ...daily, schedule: "cron(0 5 ? * 1 *)", lifecycle: { deleteAfter: 90 } }, daily);
        return [root, vault, both, selectionOf(both.id)];
      })(),
    },
    {
      name: "a monthly plan beside the daily one",
      contract,
      stack: [...whole, plan("monthly", { ...daily, schedule: "cron(0 5 1 * ? *)" })],
    },
    {
      name: "a vault that exists already, by its name",
      contract,
      stack: (() => {
        const own = plan("own", { ...daily, targetVaultName: "central" });
        return [root, own, selectionOf(own.id)];
      })(),
    },
    {
      name: "an air-gapped vault",
      contract,
      stack: [root, resource("aws:backup/logicallyAirGappedVault:LogicallyAirGappedVault", "v"), ...whole.slice(2)],
    },
  ],
  invalid: [
    {
      name: "no AWS Backup at all",
      contract,
      stack: [root],
      findings: [
        { resource: "shop-dev", message: /no backup vault \(aws\.backup\.Vault\), plan \(.*\) and selection/ },
      ],
    },
    {
      name: "a vault alone",
      contract,
      stack: [root, vault],
      findings: [{ resource: "shop-dev", message: /no backup plan \(aws\.backup\.Plan\) and selection/ }],
    },
    {
      name: "a plan without a selection",
      contract,
      stack: [root, vault, good],
      findings: [{ resource: "shop-dev", message: /no backup selection/ }],
    },
    {
      name: "a selection of another plan",
      contract,
      stack: (() => {
        const other = plan("other", { ...daily, schedule: "cron(0 5 ? * 1 *)" });
        return [root, vault, good, other, selectionOf(other.id)];
      })(),
      findings: [{ resource: "good", message: /^No selection belongs to this plan/ }],
    },
    ...[
      "cron(0 5 ? * 1 *)",
      "cron(0 5 1 * ? *)",
      "cron(0 5 ? * MON-FRI *)",
      "cron(0 5 ? 1 * *)",
      "rate(7 days)",
      "rate(25 hours)",
    ].map((schedule) => ({
      name: `the schedule ${schedule}`,
      contract,
      stack: withSchedule(schedule),
      findings: [{ resource: "own", path: "rules", message: /^No rule of this plan runs every day/ }],
    })),
    ...[8, 6, 30].map((deleteAfter) => ({
      name: `backups that are kept for ${String(deleteAfter)} days`,
      contract,
      stack: (() => {
        const own = plan("own", { ...daily, lifecycle: { deleteAfter } });
        return [root, vault, own, selectionOf(own.id)];
      })(),
      findings: [
        { resource: "own", path: "rules[0].lifecycle.deleteAfter", message: /Set `lifecycle: { deleteAfter: 7 }`/ },
      ],
    })),
    {
      name: "backups that are never deleted",
      contract,
      stack: (() => {
        const own = plan("own", { ruleName: "weekly", schedule: "rate(7 days)" }, { ...daily, lifecycle: undefined });
        return [root, vault, own, selectionOf(own.id)];
      })(),
      findings: [{ resource: "own", path: "rules[1].lifecycle.deleteAfter", message: /never deleted/ }],
    },
    {
      name: "a plan without rules",
      contract,
      stack: (() => {
        const [none, absent] = [resource(PLAN, "none", { rules: [] }), resource(PLAN, "absent")];
        return [root, vault, none, absent, selectionOf(none.id)];
      })(),
      findings: [
        { resource: "none", path: "rules" },
        { resource: "absent", path: "rules" },
      ],
    },
  ],
  undecided: [
    { name: "a schedule that is not known yet", contract, stack: withSchedule(unknown), at: ["own.rules"] },
    { name: "a schedule in an unknown form", contract, stack: withSchedule("every now and then"), at: ["own.rules"] },
    {
      name: "days that are not known yet",
      contract,
      stack: (() => {
        const own = plan("own", { ...daily, lifecycle: { deleteAfter: unknown } });
        return [root, vault, own, plan("bad", { ...daily, schedule: "rate(7 days)" }), selectionOf(own.id)];
      })(),
      at: ["own.rules"],
    },
    {
      name: "a plan that is skipped with --target, or only read",
      contract,
      stack: (() => {
        const shared = resource(PLAN, "shared", {}, { external: true });
        return [root, vault, shared, selectionOf(shared.id)];
      })(),
      at: ["shared.rules"],
    },
    {
      name: "the plan of a selection that is not known yet",
      contract,
      stack: [root, vault, good, selectionOf(unknown)],
      at: ["databases.planId"],
    },
  ],
});
