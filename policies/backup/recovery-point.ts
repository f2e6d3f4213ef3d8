import { databasesToBackUp, isBackedUp, minutesBetween } from "../../src/aws/storage/backup";
import { isRestore } from "../../src/aws/databases/database";
import { BACKUP_PLAN, DYNAMODB_TABLE, EFS_FILE_SYSTEM, RDS_INSTANCE } from "../../src/aws/type-tokens";
import { durationOf, minutesOf } from "../../src/contract/duration";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN, type Unknown } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** RDS, DocumentDB, Neptune and DynamoDB restore to about five minutes ago; a copy in another region is seconds behind. */
const POINT_IN_TIME = 5;
const COPY = 1;
const EFS_REPLICATION = 15;
const DAY = 1440;

/** The most that a restore loses, in minutes: infinite without backups. */
type Loss = number | Unknown;

export default defineRule({
  id: "recovery-point",
  category: "backup",
  description: "Backups must be as frequent as the promised recovery point",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["recoveryPoint"],
  why:
    "What was written since the last backup is lost in a restore. A daily plan loses up to a day, whatever the stack " +
    "promises; point-in-time recovery loses about five minutes.",
  fix: {
    typescript: `pointInTimeRecovery: { enabled: true },`,
    python: `point_in_time_recovery={"enabled": True},`,
    yaml: `pointInTimeRecovery:
  enabled: true`,
  },
  limits:
    "Undecided where a retention, schedule or selection is not known. Every plan of the stack counts for what any selection " +
    "takes, and backups of other stacks do not count. Buckets, volumes, caches and warehouses are not checked; a copy in another region " +
    "counts, although it repeats deletions.",
  references: [
    "https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/USER_PIT.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Point-in-time-recovery.html",
    "https://docs.aws.amazon.com/efs/latest/ug/efs-replication.html",
  ],
  stack(stack, { contract, report, undecided }) {
    const { recoveryPoint = "" } = contract;
    const promised = minutesOf(recoveryPoint);
    for (const store of [...databasesToBackUp(stack), ...stack.managed(EFS_FILE_SYSTEM)]) {
      const loss = store.skipped ? COPY : least([ownLoss(stack, store), planLoss(stack, store)], promised);
      if (loss === UNKNOWN) {
        undecided(store);
      } else if (loss > promised) {
        report({
          at: store,
          message: `${stateOf(loss)}, and the contract promises to lose at most ${recoveryPoint}. ${insteadOf(store, loss)}`,
        });
      }
    }
  },
});

/** The least loss: one that keeps the promise is enough, and one that is not known may keep it. */
function least(losses: readonly Loss[], promised: number): Loss {
  const best = Math.min(...losses.filter(known));
  return best > promised && losses.includes(UNKNOWN) ? UNKNOWN : best;
}

function stateOf(loss: number): string {
  return Number.isFinite(loss)
    ? `A restore of this loses up to ${durationOf(loss)}`
    : "Nothing in the stack backs this up";
}

function insteadOf({ type }: Resource, loss: number): string {
  if (loss === POINT_IN_TIME) {
    return 'AWS restores no closer, so promise "5m" or more, or keep a copy in another region.';
  }
  switch (type) {
    case DYNAMODB_TABLE:
      return "Set `pointInTimeRecovery: { enabled: true }`, which loses five minutes.";
    case EFS_FILE_SYSTEM:
      return "Add an aws.efs.ReplicationConfiguration, which is 15 minutes behind, or a more frequent backup plan.";
    default:
      return "Set `backupRetentionPeriod` to 1 or more, which loses five minutes.";
  }
}

/** What the service's own backups and copies lose. */
function ownLoss(stack: Stack, store: Resource): Loss {
  if (store.type === EFS_FILE_SYSTEM) {
    const has = (type: string, property: string): boolean => stack.referrers(store, property, type).length > 0;
    return has("aws:efs/replicationConfiguration:ReplicationConfiguration", "sourceFileSystemId")
      ? EFS_REPLICATION
      : has("aws:efs/backupPolicy:BackupPolicy", "fileSystemId")
        ? DAY
        : Infinity;
  }
  if (store.type === DYNAMODB_TABLE) {
    const isOn = store.bool("pointInTimeRecovery", "enabled");
    return !store.at("replicas").isAbsent
      ? COPY
      : isOn === UNKNOWN
        ? UNKNOWN
        : isOn === true
          ? POINT_IN_TIME
          : Infinity;
  }
  if (store.find("globalClusterIdentifier")?.isAbsent === false) {
    return COPY;
  }
  const days = store.num("backupRetentionPeriod") ?? defaultRetention(store);
  return days === UNKNOWN ? UNKNOWN : days > 0 ? POINT_IN_TIME : Infinity;
}

/** The provider creates instances without backups; clusters keep them for a day. What is restored keeps what it had. */
function defaultRetention(store: Resource): Loss {
  return isRestore(store) ? UNKNOWN : store.type === RDS_INSTANCE ? 0 : 1;
}

/** What the plans of AWS Backup lose. */
function planLoss(stack: Stack, store: Resource): Loss {
  const isCovered = isBackedUp(stack, store);
  if (isCovered !== true) {
    return isCovered === UNKNOWN ? UNKNOWN : Infinity;
  }
  const losses = stack.ofType(BACKUP_PLAN).map(minutesBetween);
  return losses.includes(UNKNOWN) ? UNKNOWN : Math.min(...losses.filter(known));
}
