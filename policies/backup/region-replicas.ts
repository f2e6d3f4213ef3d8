import { regionInForce } from "../../src/aws/region";
import { inlineOf, logsIn } from "../../src/aws/storage/buckets";
import type { Contract } from "../../src/contract/contract";
import {
  DYNAMODB_TABLE,
  DYNAMODB_TABLE_REPLICA,
  ECR_REPOSITORY,
  RDS_CLUSTER,
  RDS_INSTANCE,
  S3_BUCKET,
  S3_BUCKET_REPLICATION_CONFIG,
  SECRETSMANAGER_SECRET,
} from "../../src/aws/type-tokens";
import { anyOf, equals, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import { joinNames } from "../../src/graph/words";
import { defineRule, type Context } from "../../src/rules/rule";

type Service = NonNullable<NonNullable<Contract["regions"]>["replicated"]>[number];

/** One resource and one further region that its data must be in. */
interface Demand {
  stack: Stack;
  resource: Resource;
  region: string;
  context: Context;
}

interface Kind {
  types: readonly string[];
  /** Whether the data is in the region too. */
  isIn: (demand: Demand) => Certainty;
  /** What to add. */
  instead: string;
  /** Whether the resource is itself a copy, or holds nothing to copy. */
  isExempt?: (stack: Stack, resource: Resource) => boolean;
}

/** Whether a list in a resource has an element for a region. */
function lists(resource: Resource, property: string, key: string, region: string): Certainty {
  const items = resource.list(property) ?? [];
  return known(items) ? anyOf(items.map((item) => equals(item.str(key), region))) : UNKNOWN;
}

/** Whether a resource of another type, in a region, names this one. */
function hasCopy({ stack, resource, region, context }: Demand, type: string, property: string): Certainty {
  return anyOf(
    stack.ofType(type).map((copy): Certainty => {
      const { resources } = stack.refs(copy.at(property), resource.type);
      const isUnclear = resources.length === 0 && copy.at(property).isUnknown;
      const isHere = equals(regionInForce(copy, context.project), region);
      return resources.includes(resource) ? isHere : isUnclear && UNKNOWN;
    }),
  );
}

/** Whether a resource of the stack of this type names this one, in any region. */
const isNamed = ({ stack, resource }: Demand, type: string, property: string): Certainty =>
  stack.referrers(resource, property, type).length > 0 ||
  (stack.ofType(type).some((one) => one.at(property).isUnknown) && UNKNOWN);

const KINDS: Readonly<Record<Service, Kind>> = {
  dynamodb: {
    types: [DYNAMODB_TABLE],
    isIn: (demand) =>
      anyOf([
        lists(demand.resource, "replicas", "regionName", demand.region),
        hasCopy(demand, DYNAMODB_TABLE_REPLICA, "globalTableArn"),
        demand.stack.ofType("aws:dynamodb/globalTable:GlobalTable").length > 0,
      ]),
    instead: 'Add the region to `replicas`, with `streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES"`',
  },
  s3: {
    types: [S3_BUCKET],
    isIn: (demand) =>
      anyOf([
        isNamed(demand, S3_BUCKET_REPLICATION_CONFIG, "bucket"),
        inlineOf(demand.resource, "replicationConfiguration") !== undefined,
      ]),
    instead: "Add an aws.s3.BucketReplicationConfig to a bucket of that region, and versioning to both",
    isExempt: (stack, bucket) => {
      const isDestination = (config: Resource): boolean =>
        stack.refs(config.at("rules"), S3_BUCKET).resources.includes(bucket);
      return logsIn(stack, bucket) !== undefined || stack.ofType(S3_BUCKET_REPLICATION_CONFIG).some(isDestination);
    },
  },
  secretsmanager: {
    types: [SECRETSMANAGER_SECRET],
    isIn: ({ resource, region }) => lists(resource, "replicas", "region", region),
    instead: "Add the region to `replicas`",
  },
  rds: {
    types: [RDS_CLUSTER, RDS_INSTANCE],
    isIn: (demand) =>
      demand.resource.type === RDS_CLUSTER
        ? !demand.resource.at("globalClusterIdentifier").isAbsent ||
          hasCopy(demand, RDS_CLUSTER, "replicationSourceIdentifier")
        : anyOf([
            hasCopy(demand, RDS_INSTANCE, "replicateSourceDb"),
            hasCopy(
              demand,
              "aws:rds/instanceAutomatedBackupsReplication:InstanceAutomatedBackupsReplication",
              "sourceDbInstanceArn",
            ),
          ]),
    instead: "Add an aws.rds.GlobalCluster for a cluster of Aurora, or a replica in that region (`replicateSourceDb`)",
    isExempt: (_stack, database) =>
      ["replicateSourceDb", "replicationSourceIdentifier"].some((property) => database.find(property) !== undefined),
  },
  ecr: {
    types: [ECR_REPOSITORY],
    isIn: ({ stack }) => stack.ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration").length > 0,
    instead: "Add an aws.ecr.ReplicationConfiguration with a rule for that region",
  },
  efs: {
    types: ["aws:efs/fileSystem:FileSystem"],
    isIn: (demand) =>
      isNamed(demand, "aws:efs/replicationConfiguration:ReplicationConfiguration", "sourceFileSystemId"),
    instead: "Add an aws.efs.ReplicationConfiguration with that region as destination",
  },
  kms: {
    types: ["aws:kms/key:Key"],
    isIn: (demand) => hasCopy(demand, "aws:kms/replicaKey:ReplicaKey", "primaryKeyArn"),
    instead: "Set `multiRegion: true`, and add an aws.kms.ReplicaKey in that region",
  },
  backup: {
    types: ["aws:backup/plan:Plan"],
    isIn: ({ resource }) => {
      const rules = resource.list("rules") ?? [];
      return known(rules) ? rules.some((one) => !one.at("copyActions").isAbsent) : UNKNOWN;
    },
    instead: "Add `copyActions` with a vault of that region to a rule of the plan",
  },
};

export default defineRule({
  id: "region-replicas",
  category: "backup",
  description: "Data must be in every region that the contract requires",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["regions.replicated"],
  why:
    "When a region fails, another one can take over only with the data: tables, objects, secrets, keys and images that are in " +
    "one region only are not there.",
  fix: {
    typescript: `replicas: [{ regionName: "us-west-2" }],
streamEnabled: true,
streamViewType: "NEW_AND_OLD_IMAGES",`,
    python: `replicas=[{"region_name": "us-west-2"}],
stream_enabled=True,
stream_view_type="NEW_AND_OLD_IMAGES",`,
    yaml: `replicas:
  - regionName: us-west-2
streamEnabled: true
streamViewType: NEW_AND_OLD_IMAGES`,
  },
  limits:
    "The destination of replications of buckets, images, file systems and backups; buckets for logs; one program that " +
    "creates the same database in each region and copies the data itself.",
  references: [
    "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/GlobalTables.html",
    "https://docs.aws.amazon.com/AmazonS3/latest/userguide/replication.html",
  ],
  stack(stack, context) {
    const { names = [], replicated = [] } = context.contract.regions ?? {};
    for (const { types, isIn, instead, isExempt } of replicated.map((service) => KINDS[service])) {
      for (const resource of stack.managed(...types)) {
        const own = regionInForce(resource, context.project);
        if (resource.skipped || !known(own) || isExempt?.(stack, resource) === true) {
          continue;
        }
        const others = names.filter((name) => name !== own);
        const states = others.map((region) => ({ region, state: isIn({ stack, resource, region, context }) }));
        const missing = states.filter(({ state }) => state === false).map(({ region }) => region);
        if (missing.length > 0) {
          context.report({
            at: resource,
            message: `This is in ${own} only, and the contract requires it in ${joinNames(missing)}. ${instead}.`,
          });
        } else if (states.some(({ state }) => state === UNKNOWN)) {
          context.undecided(resource);
        }
      }
    }
  },
});
