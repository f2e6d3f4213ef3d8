import { BACKUP_PLAN, BACKUP_SELECTION } from "../../src/aws/type-tokens";
import { listed } from "../../src/contract/show";
import { BACKUP_VAULTS, isDaily, keepsDaily } from "../../src/aws/storage/backup";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import type { View } from "../../src/graph/view";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context, type Finding } from "../../src/rules/rule";

export default defineRule({
  id: "backup-plan",
  category: "backup",
  description: "A daily AWS Backup plan must keep backups as long as the contract requires",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["backup"],
  failures: ["P11", "B6"],
  why:
    "A vault holds the backups, a plan defines when they are created and how long they are kept, and a selection lists " +
    "what is backed up. Without one of the three nothing is backed up.",
  fix: {
    typescript: `const vault = new aws.backup.Vault("vault");
const plan = new aws.backup.Plan("plan", {
  rules: [
    {
      ruleName: "daily",
      targetVaultName: vault.name,
      schedule: "cron(0 3 * * ? *)",
      lifecycle: { deleteAfter: 7 },
    },
  ],
});
new aws.backup.Selection("databases", { planId: plan.id, iamRoleArn: role.arn, resources: [cluster.arn] });`,
    python: `vault = aws.backup.Vault("vault")
plan = aws.backup.Plan("plan", rules=[{
    "rule_name": "daily",
    "target_vault_name": vault.name,
    "schedule": "cron(0 3 * * ? *)",
    "lifecycle": {"delete_after": 7},
}])
aws.backup.Selection("databases", plan_id=plan.id, iam_role_arn=role.arn, resources=[cluster.arn])`,
    yaml: `resources:
  vault:
    type: aws:backup:Vault
  plan:
    type: aws:backup:Plan
    properties:
      rules:
        - ruleName: daily
          targetVaultName: \${vault.name}
          schedule: cron(0 3 * * ? *)
          lifecycle:
            deleteAfter: 7
  databases:
    type: aws:backup:Selection
    properties:
      planId: \${plan.id}
      iamRoleArn: \${role.arn}
      resources:
        - \${cluster.arn}`,
  },
  limits: "A vault that a plan names by its name, as it may exist already. Further plans beside one that is right.",
  references: ["https://docs.aws.amazon.com/aws-backup/latest/devguide/about-backup-plans.html"],
  stack(stack, context) {
    const { backup } = context.contract;
    if (backup === undefined) {
      return;
    }
    const plans = stack.ofType(BACKUP_PLAN);
    const missing = [
      ...(plans.length + stack.ofType(...BACKUP_VAULTS).length > 0 ? [] : ["vault (aws.backup.Vault)"]),
      ...(plans.length > 0 ? [] : ["plan (aws.backup.Plan)"]),
      ...(stack.ofType(BACKUP_SELECTION).length > 0 ? [] : ["selection (aws.backup.Selection)"]),
    ];
    if (missing.length > 0) {
      context.report({
        at: stack.root,
        message: `The contract requires daily backups, but the stack has no backup ${listed(missing, "and")}. Add what is missing.`,
      });
    }
    const kept = plans.map((plan) => keepsDaily(plan, backup.retentionDays));
    if (kept.includes(true)) {
      checkSelections(
        stack,
        plans.filter((_, index) => kept[index] === true),
        context,
      );
    } else if (kept.includes(UNKNOWN)) {
      for (const plan of plans.filter((_, index) => kept[index] === UNKNOWN)) {
        context.undecided(plan, "rules");
      }
    } else {
      for (const plan of plans) {
        checkDailyRule(plan, backup.retentionDays, context);
      }
    }
  },
});

function checkDailyRule(plan: Resource, days: number | undefined, { report, undecided }: Context): void {
  const rules = plan.list("rules");
  const found = known(rules) ? rules : [];
  const daily = found.find((rule) => isDaily(rule.str("schedule")) === true);
  if (daily === undefined && found.some((rule) => isDaily(rule.str("schedule")) === UNKNOWN)) {
    undecided(plan, "rules");
  } else if (daily === undefined) {
    report({
      at: plan,
      property: "rules",
      message: 'No rule of this plan runs every day. Add a daily schedule, such as `schedule: "cron(0 3 * * ? *)"`.',
    });
  } else {
    report(retentionFinding(daily, days));
  }
}

function retentionFinding(daily: View, days: number | undefined): Finding {
  const kept = daily.num("lifecycle", "deleteAfter");
  const found = known(kept) ? `deleted after ${String(kept)} days` : "never deleted";
  return {
    at: daily,
    property: "lifecycle.deleteAfter",
    message:
      `Daily backups are ${found}, but the contract keeps them for ${String(days)} days. ` +
      `Set \`lifecycle: { deleteAfter: ${String(days)} }\`.`,
  };
}

/** A plan without a selection backs up nothing. */
function checkSelections(stack: Stack, plans: readonly Resource[], { report, undecided }: Context): void {
  const selections = stack.ofType(BACKUP_SELECTION);
  const refs = selections.map((selection) => stack.refs(selection.at("planId"), BACKUP_PLAN));
  if (selections.length === 0 || refs.some(({ resources }) => resources.some((plan) => plans.includes(plan)))) {
    return;
  }
  const unclear = selections.filter((_, index) => refs[index]?.complete === false);
  for (const selection of unclear) {
    undecided(selection, "planId");
  }
  for (const plan of unclear.length === 0 ? plans : []) {
    const message =
      "No selection belongs to this plan. Set `planId` of an aws.backup.Selection to the id of this plan.";
    report({ at: plan, message });
  }
}
