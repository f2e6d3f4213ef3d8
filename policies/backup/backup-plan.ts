import { listed } from "../../contract/show";
import { BACKUP_PLAN, BACKUP_SELECTION, BACKUP_VAULTS, isDaily, keepsDaily } from "../../stack/backup";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context, type Finding } from "../rule";

export default defineRule({
  id: "backup-plan",
  category: "backup",
  description: "A daily AWS Backup plan keeps what the contract asks for",
  severity: "high",
  level: "contract",
  contractKeys: ["backup"],
  failures: ["P11", "B6"],
  why:
    "A vault holds the backups, a plan says when they are made and how long they stay, a selection says of what. " +
    "Without one of the three nothing is backed up.",
  fix: {
    typescript:
      'const vault = new aws.backup.Vault("vault");\n' +
      'const plan = new aws.backup.Plan("plan", {\n' +
      '  rules: [{ ruleName: "daily", targetVaultName: vault.name, schedule: "cron(0 3 * * ? *)", lifecycle: { deleteAfter: 7 } }],\n' +
      "});\n" +
      'new aws.backup.Selection("databases", { planId: plan.id, iamRoleArn: role.arn, resources: [cluster.arn] });',
    python:
      'vault = aws.backup.Vault("vault")\n' +
      'plan = aws.backup.Plan("plan", rules=[{"rule_name": "daily", "target_vault_name": vault.name,\n' +
      '    "schedule": "cron(0 3 * * ? *)", "lifecycle": {"delete_after": 7}}])\n' +
      'aws.backup.Selection("databases", plan_id=plan.id, iam_role_arn=role.arn, resources=[cluster.arn])',
    yaml:
      "resources:\n  vault:\n    type: aws:backup:Vault\n  plan:\n    type: aws:backup:Plan\n" +
      "    properties:\n      rules:\n        - ruleName: daily\n          targetVaultName: ${vault.name}\n" +
      "          schedule: cron(0 3 * * ? *)\n          lifecycle:\n            deleteAfter: 7\n" +
      "  databases:\n    type: aws:backup:Selection\n    properties:\n      planId: ${plan.id}\n" +
      "      iamRoleArn: ${role.arn}\n      resources:\n        - ${cluster.arn}",
  },
  limits: "A vault that a plan names as text, for it may be one that exists. Further plans beside one that is good.",
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
        message: `the contract asks for daily backups, and the stack has no backup ${listed(missing, "and")}; add what is missing.`,
      });
    }
    const kept = plans.map((plan) => keepsDaily(plan, backup.retentionDays));
    if (kept.includes(true)) {
      judgeSelections(
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
        context.report(faultOf(plan, backup.retentionDays));
      }
    }
  },
});

function faultOf(plan: Resource, days: number | undefined): Finding {
  const rules = plan.list("rules");
  const daily = known(rules) ? rules.find((rule) => isDaily(rule.str("schedule"))) : undefined;
  if (daily === undefined) {
    return {
      at: plan,
      property: "rules",
      message: 'no rule of this plan runs every day; give one a daily schedule, such as "cron(0 3 * * ? *)".',
    };
  }
  const kept = daily.num("lifecycle", "deleteAfter");
  const found = known(kept) ? `after ${String(kept)} days` : "never";
  return {
    at: daily,
    property: "lifecycle.deleteAfter",
    message:
      `daily backups are deleted ${found}, but the contract keeps them for ${String(days)} days; ` +
      `set lifecycle.deleteAfter to ${String(days)}.`,
  };
}

/** A plan that nothing is selected for backs up nothing. */
function judgeSelections(stack: Stack, plans: readonly Resource[], { report, undecided }: Context): void {
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
    const message = "no selection belongs to this plan; set planId of an aws.backup.Selection to the id of this plan.";
    report({ at: plan, message });
  }
}
