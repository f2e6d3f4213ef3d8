import { RDS_GLOBAL_CLUSTER } from "../../src/aws/databases/database";
import { regionInForce } from "../../src/aws/region";
import { inlineOf, logsIn } from "../../src/aws/storage/buckets";
import type { Contract } from "../../src/contract/contract";
import {
  BACKUP_VAULT,
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
import type { Read, View } from "../../src/graph/view";
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
  return anyOf([
    ...stack.referrers(resource, property, type).map((copy) => equals(regionInForce(copy, context.project), region)),
    stack.unclearReferrers(resource.type, property, type).length > 0 && UNKNOWN,
  ]);
}

/** Whether what a property names is in the region: a resource of the stack, or an ARN that states it. */
function leadsTo(at: View, type: string, { stack, region, context }: Demand): Certainty {
  const { resources } = stack.refs(at, type);
  const text = at.str();
  const [, , , stated = ""] = known(text) ? text.split(":") : [];
  return resources.length > 0
    ? anyOf(resources.map((one) => equals(regionInForce(one, context.project), region)))
    : (stated !== "" && stated === region) || (stated === "" && UNKNOWN);
}

/** Whether a resource of this type copies this one to the region; unknown while one may. */
function isCopied(demand: Demand, type: string, property: string, to: (copier: Resource) => Certainty): Certainty {
  const { stack, resource } = demand;
  const isUnclear = stack.once(unknownProperties)(type, property);
  const copiers = stack.referrers(resource, property, type);
  return copiers.length > 0 ? anyOf(copiers.map(to)) : isUnclear && UNKNOWN;
}

function unknownProperties(stack: Stack): (type: string, property: string) => boolean {
  const found = new Map<string, boolean>();
  return (type, property) => {
    const key = `${type}.${property}`;
    const isUnknown = found.get(key) ?? stack.ofType(type).some((one) => one.at(property).isUnknown);
    found.set(key, isUnknown);
    return isUnknown;
  };
}

/** Whether one of a list's elements fits; unknown where the list is. */
function someOf(items: Read<View[]>, fits: (item: View) => Certainty): Certainty {
  return items === UNKNOWN ? UNKNOWN : anyOf((items ?? []).map(fits));
}

/** Whether another cluster of the same global cluster is in the region. */
function isInGlobalCluster({ stack, resource, region, context }: Demand): Certainty {
  const at = resource.at("globalClusterIdentifier");
  const [own] = stack.refs(at, RDS_GLOBAL_CLUSTER).resources;
  const others = own ? stack.referrers(own, "globalClusterIdentifier", RDS_CLUSTER) : [];
  return own
    ? anyOf(others.map((other) => equals(regionInForce(other, context.project), region)))
    : !at.isAbsent && UNKNOWN;
}

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
        isCopied(demand, S3_BUCKET_REPLICATION_CONFIG, "bucket", (config) =>
          someOf(config.list("rules"), (one) => leadsTo(one.at("destination", "bucket"), S3_BUCKET, demand)),
        ),
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
        ? anyOf([isInGlobalCluster(demand), hasCopy(demand, RDS_CLUSTER, "replicationSourceIdentifier")])
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
    isIn: ({ stack, region }) =>
      anyOf(
        stack
          .ofType("aws:ecr/replicationConfiguration:ReplicationConfiguration")
          .map((one) =>
            someOf(one.list("replicationConfiguration", "rules"), (entry) =>
              someOf(entry.list("destinations"), (destination) => equals(destination.str("region"), region)),
            ),
          ),
      ),
    instead: "Add an aws.ecr.ReplicationConfiguration with a rule for that region",
  },
  efs: {
    types: ["aws:efs/fileSystem:FileSystem"],
    isIn: (demand) =>
      isCopied(demand, "aws:efs/replicationConfiguration:ReplicationConfiguration", "sourceFileSystemId", (one) =>
        equals(one.str("destination", "region") ?? UNKNOWN, demand.region),
      ),
    instead: "Add an aws.efs.ReplicationConfiguration with that region as destination",
  },
  kms: {
    types: ["aws:kms/key:Key"],
    isIn: (demand) => hasCopy(demand, "aws:kms/replicaKey:ReplicaKey", "primaryKeyArn"),
    instead: "Set `multiRegion: true`, and add an aws.kms.ReplicaKey in that region",
  },
  backup: {
    types: ["aws:backup/plan:Plan"],
    isIn: (demand) =>
      someOf(demand.resource.list("rules"), (one) =>
        someOf(one.list("copyActions"), (copy) => leadsTo(copy.at("destinationVaultArn"), BACKUP_VAULT, demand)),
      ),
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
    "Undecided where a replication leads to a bucket, vault or global cluster of another stack. Not checked: buckets for logs; " +
    "which images a replication copies; the destination of a replication inside of a bucket; one program that creates the " +
    "same database in each region and copies the data itself.",
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
            message: `The contract requires this in ${joinNames(missing)}, and nothing copies it there from ${own}. ${instead}.`,
          });
        } else if (states.some(({ state }) => state === UNKNOWN)) {
          context.undecided(resource);
        }
      }
    }
  },
});
