import { isCustomerKey } from "../../src/aws/identity/keys";
import { regionInForce } from "../../src/aws/region";
import { DYNAMODB_TABLE, DYNAMODB_TABLE_REPLICA } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { UNKNOWN } from "../../src/graph/value";
import type { Read, View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

/** A replica, from the table's own list or a resource of its own, and the property that names its region. */
interface Replica {
  view: View;
  region: Read<string>;
  regionProperty: string;
}

/** Whether a table is encrypted with a customer-managed key. */
function hasCustomerKey(table: Resource): Read<boolean> {
  const encryption = table.at("serverSideEncryption");
  const enabled = encryption.isUnknown ? UNKNOWN : encryption.bool("enabled");
  return enabled === true ? isCustomerKey(encryption.str("kmsKeyArn")) : enabled;
}

/** True where the table's key is one that the stack creates. */
const isKeyOfStack = (table: Resource): boolean =>
  table.propertyDependencies.get("serverSideEncryption")?.some(({ type }) => type.startsWith("aws:kms/")) === true;

function checkReplica(table: Resource, { view, region, regionProperty }: Replica, context: Context): void {
  const { project, report, undecided } = context;
  const home = regionInForce(table, project);
  if (region === UNKNOWN || home === UNKNOWN) {
    undecided(view, regionProperty);
  } else if (region !== undefined && region === home) {
    report({
      at: view,
      property: regionProperty,
      onlyAtCreation: true,
      message: `The replica is in ${region}, which is the region of the table itself. Use another region, or remove the replica.`,
      ...(view.resource.type === DYNAMODB_TABLE && {
        awsError:
          "Cannot add, delete, or update the local region through ReplicaUpdates. Use CreateTable, DeleteTable, or UpdateTable as required",
      }),
    });
    return;
  }
  const needsKey = view.at("kmsKeyArn").isAbsent && hasCustomerKey(table);
  if (needsKey === UNKNOWN) {
    undecided(table, "serverSideEncryption.enabled");
  } else if (needsKey === true) {
    report({
      at: view,
      property: "kmsKeyArn",
      onlyAtCreation: true,
      message:
        "The table is encrypted with a customer-managed key, and the replica has none. Set `kmsKeyArn` to the ARN of a key in " +
        "the replica's region.",
      // The ARN of a key outside the stack may be that of the AWS-managed key for DynamoDB.
      ...(!isKeyOfStack(table) && { level: "advisory" }),
      awsError: "One or more parameter values were invalid: KMSMasterKeyId must be specified for each replica",
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
  const { resources } = stack.refs(replica.at("globalTableArn"), DYNAMODB_TABLE);
  const [table] = resources;
  if (table === undefined || table.external) {
    context.undecided(replica, "globalTableArn");
    return;
  }
  const region = regionInForce(replica, context.project);
  checkReplica(table, { view: replica, region, regionProperty: "region" }, context);
}

export default defineRule({
  id: "dynamodb-replica",
  category: "validity",
  description: "DynamoDB replicas must be in other regions, with keys of their own",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A table is its own replica in its region, and DynamoDB rejects a second one there. A KMS key is used in its own region " +
    "only: where the table has a customer-managed key, each replica needs one as well.",
  fix: {
    typescript: `replicas: [{ regionName: "us-west-2", kmsKeyArn: keyInWest.arn }],`,
    python: `replicas=[{"region_name": "us-west-2", "kms_key_arn": key_in_west.arn}],`,
    yaml: `replicas:
  - regionName: us-west-2
    kmsKeyArn: \${keyInWest.arn}`,
  },
  limits:
    "Tables whose region neither they, their provider, the configuration nor the environment sets; replicas of tables of " +
    "other stacks; whether a key is in the replica's region. Where the table's key is not of the stack the finding is " +
    "advisory, since the key may be an AWS-managed one.",
  references: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html",
    "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ReplicationGroupUpdate.html",
  ],
  stack(stack, context) {
    for (const table of stack.managed(DYNAMODB_TABLE)) {
      checkTable(table, context);
    }
    for (const replica of stack.managed(DYNAMODB_TABLE_REPLICA)) {
      checkSeparate(stack, replica, context);
    }
  },
});
