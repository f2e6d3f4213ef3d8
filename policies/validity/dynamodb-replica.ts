import { isCustomerKey } from "../../stack/keys";
import { regionInForce } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { UNKNOWN } from "../../stack/value";
import type { Read, View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";

/** A replica, and the property that says which region it lies in, for the table's own list of them. */
interface Replica {
  view: View;
  region: Read<string>;
  regionProperty: string;
}

/** Whether a table is encrypted with a key of the customer's. */
function hasCustomerKey(table: Resource): Read<boolean> {
  const encryption = table.at("serverSideEncryption");
  const enabled = encryption.isUnknown ? UNKNOWN : encryption.bool("enabled");
  return enabled === true ? isCustomerKey(encryption.str("kmsKeyArn")) : enabled;
}

const isOfStack = (table: Resource): boolean =>
  table.propertyDependencies.get("serverSideEncryption")?.some(({ type }) => type.startsWith("aws:kms/")) === true;

function checkReplica(
  table: Resource,
  { view, region, regionProperty }: Replica,
  { project, report, undecided }: Context,
): void {
  const home = regionInForce(table, project);
  if (region === UNKNOWN || home === UNKNOWN) {
    undecided(view, regionProperty);
  } else if (region !== undefined && region === home) {
    report({
      at: view,
      property: regionProperty,
      message: `the replica lies in ${region}, where the table is itself; name another region, or take it out.`,
      ...(view.resource.type === TABLE && {
        answer:
          "Cannot add, delete, or update the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required",
      }),
    });
    return;
  }
  const isKeyDue = view.at("kmsKeyArn").isAbsent && hasCustomerKey(table);
  if (isKeyDue === UNKNOWN) {
    undecided(table, "serverSideEncryption.enabled");
  } else if (isKeyDue === true) {
    report({
      at: view,
      property: "kmsKeyArn",
      message:
        "the table is encrypted with a key of your own, and the replica names none; " +
        "set kmsKeyArn to the ARN of a key in the replica's region.",
      // The ARN of a key that the stack does not make may be that of AWS's own key for DynamoDB.
      ...(!isOfStack(table) && { level: "advisory" }),
      answer: "One or more parameter values were invalid: KMSMasterKeyId must be specified for each replica",
    });
  }
}

function checkTable(table: Resource, context: Context): void {
  const replicas = table.list("replicas") ?? [];
  if (replicas === UNKNOWN) {
    context.undecided(table, "replicas");
    return;
  }
  for (const view of replicas) {
    checkReplica(table, { view, region: view.str("regionName"), regionProperty: "regionName" }, context);
  }
}

function checkSeparate(stack: Stack, replica: Resource, context: Context): void {
  const { resources } = stack.refs(replica.at("globalTableArn"), TABLE);
  const [table] = resources;
  if (table === undefined || table.outside) {
    context.undecided(replica, "globalTableArn");
    return;
  }
  const region = regionInForce(replica, context.project);
  checkReplica(table, { view: replica, region, regionProperty: "region" }, context);
}

export default defineRule({
  id: "dynamodb-replica",
  category: "validity",
  description: "DynamoDB replicas lie in other regions, with keys of their own",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A table is its own replica in the region that it is made in, and DynamoDB refuses a second one there. A KMS key does " +
    "not leave its region: where the table has a key of yours, each replica needs one as well.",
  fix: {
    typescript: 'replicas: [{ regionName: "us-west-2", kmsKeyArn: keyInWest.arn }],',
    python: 'replicas=[{"region_name": "us-west-2", "kms_key_arn": key_in_west.arn}],',
    yaml: "replicas:\n  - regionName: us-west-2\n    kmsKeyArn: ${keyInWest.arn}",
  },
  limits:
    "Tables whose region is set neither by themselves, their provider, the configuration nor the environment; replicas of " +
    "tables that the stack does not make; whether a key lies in the replica's region. A key that " +
    "the stack does not make is told without stopping anything, since it may be AWS's own.",
  stack(stack, context) {
    for (const table of stack.ofType(TABLE).filter(({ outside }) => !outside)) {
      checkTable(table, context);
    }
    for (const replica of stack.ofType(REPLICA).filter(({ outside }) => !outside)) {
      checkSeparate(stack, replica, context);
    }
  },
});
