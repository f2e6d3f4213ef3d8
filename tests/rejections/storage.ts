import { resource, type BuiltResource, type Input } from "../../src/testing/stack";
import { a } from "../attack/kit";
import { ACCOUNT, docs, GROUP, provider, roleArn, single, SUBNETS, withOptions, type Rejection } from "./kit";

const GROUPS = docs("AmazonElastiCache/latest/APIReference/API_CreateReplicationGroup.html");
const cache = (inputs: Record<string, Input>): Record<string, Input> => ({
  description: "Orders",
  engine: "redis",
  engineVersion: "7.1",
  nodeType: "cache.r7g.large",
  transitEncryptionEnabled: true,
  atRestEncryptionEnabled: true,
  ...inputs,
});
const SEARCH = docs("opensearch-service/latest/APIReference/API_CreateDomain.html");
const search = (cluster: Record<string, Input>, inputs: Record<string, Input> = {}): Record<string, Input> => ({
  domainName: "orders",
  engineVersion: "OpenSearch_2.17",
  clusterConfig: { instanceType: "r7g.large.search", instanceCount: 2, ...cluster },
  ebsOptions: { ebsEnabled: true, volumeType: "gp3", volumeSize: 50 },
  vpcOptions: { subnetIds: [SUBNETS[0]], securityGroupIds: [GROUP] },
  encryptAtRest: { enabled: true },
  nodeToNodeEncryption: { enabled: true },
  domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" },
  ...inputs,
});
const twoZones: Record<string, Input> = {
  zoneAwarenessEnabled: true,
  zoneAwarenessConfig: { availabilityZoneCount: 2 },
};
const REDSHIFT = docs("redshift/latest/APIReference/API_CreateCluster.html");
const warehouse = (inputs: Record<string, Input>): Record<string, Input> => ({
  clusterIdentifier: "orders",
  nodeType: "ra3.xlplus",
  masterUsername: "orders_owner",
  manageMasterPassword: true,
  encrypted: true,
  publiclyAccessible: false,
  finalSnapshotIdentifier: "orders-final",
  ...inputs,
});
const DOCDB = docs("documentdb/latest/developerguide/API_CreateDBCluster.html");
const documents = (inputs: Record<string, Input>): Record<string, Input> => ({
  masterUsername: "orders_owner",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  backupRetentionPeriod: 7,
  finalSnapshotIdentifier: "orders-final",
  ...inputs,
});
const graph = (inputs: Record<string, Input>): Record<string, Input> => ({
  storageEncrypted: true,
  backupRetentionPeriod: 7,
  finalSnapshotIdentifier: "orders-final",
  ...inputs,
});
const database = (inputs: Record<string, Input>): Record<string, Input> => ({
  engine: "postgres",
  engineVersion: "16.10",
  instanceClass: "db.t4g.medium",
  allocatedStorage: 100,
  username: "orders_owner",
  manageMasterUserPassword: true,
  storageEncrypted: true,
  finalSnapshotIdentifier: "orders-final",
  ...inputs,
});
const INSTANCES = docs("AmazonRDS/latest/APIReference/API_CreateDBInstance.html");

function withPassword(password: Record<string, Input>): BuiltResource[] {
  const random = resource("random:index/randomPassword:RandomPassword", "orders", { length: 24, ...password });
  return [
    random,
    a("rds/instance:Instance", "orders", database({ manageMasterUserPassword: undefined, password: random["result"] })),
  ];
}

/** Row 8: databases and caches. */
export const databases: readonly Rejection[] = [
  single(
    "elasticache/replicationGroup:ReplicationGroup",
    {
      name: "failover with one node",
      by: "elasticache-failover",
      source: "https://github.com/ministryofjustice/cloud-platform-environments/pull/5719",
    },
    {},
    [
      cache({ automaticFailoverEnabled: true, numCacheClusters: 1 }),
      cache({ automaticFailoverEnabled: true, numCacheClusters: 2 }),
    ],
  ),
  single(
    "elasticache/replicationGroup:ReplicationGroup",
    { name: "several zones without failover", by: "elasticache-failover", source: GROUPS },
    {},
    [
      cache({ multiAzEnabled: true, numCacheClusters: 2, automaticFailoverEnabled: false }),
      cache({ multiAzEnabled: true, numCacheClusters: 2, automaticFailoverEnabled: true }),
    ],
  ),
  single(
    "elasticache/replicationGroup:ReplicationGroup",
    {
      name: "shards without failover",
      by: "aws.elasticache.replication-group.shards-failover",
      source: provider(27116),
    },
    {},
    [
      cache({ numNodeGroups: 2, replicasPerNodeGroup: 1, automaticFailoverEnabled: false }),
      cache({ numNodeGroups: 2, replicasPerNodeGroup: 1, automaticFailoverEnabled: true }),
    ],
  ),
  single(
    "elasticache/replicationGroup:ReplicationGroup",
    {
      name: "a token without encryption in transit",
      by: "aws.elasticache.replication-group.token-encryption",
      source: docs("AmazonElastiCache/latest/dg/auth.html"),
    },
    { authToken: "k7Q2x9M4c1V8b3N6z0L5p4R7t2W9" },
    [cache({ numCacheClusters: 1, transitEncryptionEnabled: false }), cache({ numCacheClusters: 1 })],
  ),
  single(
    "elasticache/replicationGroup:ReplicationGroup",
    {
      name: "data tiering on nodes without local disks",
      by: "aws.elasticache.replication-group.data-tiering",
      source: docs("AmazonElastiCache/latest/dg/data-tiering.html"),
    },
    {},
    [
      cache({ numCacheClusters: 1, dataTieringEnabled: true }),
      cache({ numCacheClusters: 1, dataTieringEnabled: true, nodeType: "cache.r6gd.xlarge" }),
    ],
  ),
  single(
    "elasticache/cluster:Cluster",
    {
      name: "a Redis cluster of two nodes",
      by: "aws.elasticache.cluster.redis-node-count",
      source: docs("AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html"),
    },
    { engine: "redis", nodeType: "cache.t4g.small" },
    [{ numCacheNodes: 2 }, { numCacheNodes: 1 }],
  ),
  single(
    "elasticache/cluster:Cluster",
    {
      name: "cluster mode for a single cache",
      by: "aws.elasticache.cluster.cluster-mode-group",
      source: "https://github.com/aws/aws-cli/issues/2456",
    },
    { engine: "redis", nodeType: "cache.t4g.small", numCacheNodes: 1 },
    [{ parameterGroupName: "default.redis7.cluster.on" }, { parameterGroupName: "default.redis7" }],
  ),
  single(
    "elasticache/cluster:Cluster",
    {
      name: "one Memcached node in several zones",
      by: "aws.elasticache.cluster.zones-need-nodes",
      source: docs("AmazonElastiCache/latest/APIReference/API_CreateCacheCluster.html"),
    },
    { engine: "memcached", nodeType: "cache.t4g.small" },
    [
      { azMode: "cross-az", numCacheNodes: 1 },
      { azMode: "cross-az", numCacheNodes: 2 },
    ],
  ),
  single(
    "elasticache/user:User",
    {
      name: "a user with passwords and without one",
      by: "aws.elasticache.user.no-password",
      source: docs("AmazonElastiCache/latest/APIReference/API_CreateUser.html"),
    },
    { userId: "orders", userName: "orders", engine: "redis", accessString: "on ~orders:* +@read" },
    [
      { noPasswordRequired: true, passwords: ["k7Q2x9M4c1V8b3N6z0L5"] },
      { noPasswordRequired: false, passwords: ["k7Q2x9M4c1V8b3N6z0L5"] },
    ],
  ),
  single(
    "opensearch/domain:Domain",
    {
      name: "an odd number of nodes in two zones",
      by: "aws.opensearch.domain.even-nodes",
      source: "https://github.com/skyscrapers/terraform-opensearch/pull/5",
    },
    { vpcOptions: { subnetIds: SUBNETS.slice(0, 2), securityGroupIds: [GROUP] } },
    [
      search(
        { ...twoZones, instanceCount: 3 },
        { vpcOptions: { subnetIds: SUBNETS.slice(0, 2), securityGroupIds: [GROUP] } },
      ),
      search(
        { ...twoZones, instanceCount: 4 },
        { vpcOptions: { subnetIds: SUBNETS.slice(0, 2), securityGroupIds: [GROUP] } },
      ),
    ],
  ),
  single(
    "opensearch/domain:Domain",
    {
      name: "two subnets in one zone",
      by: "aws.opensearch.domain.one-subnet",
      source: "https://github.com/cyberlabrs/terraform-aws-opensearch/issues/7",
    },
    {},
    [search({}, { vpcOptions: { subnetIds: SUBNETS.slice(0, 2), securityGroupIds: [GROUP] } }), search({})],
  ),
  single(
    "opensearch/domain:Domain",
    {
      name: "fine-grained access without encryption between nodes",
      by: "aws.opensearch.domain.fine-grained-access",
      source: "https://github.com/rollthecloudinc/hedge/issues/222",
    },
    {},
    [
      search(
        {},
        {
          advancedSecurityOptions: { enabled: true, masterUserOptions: { masterUserArn: roleArn() } },
          nodeToNodeEncryption: { enabled: false },
        },
      ),
      search({}, { advancedSecurityOptions: { enabled: true, masterUserOptions: { masterUserArn: roleArn() } } }),
    ],
  ),
  single(
    "opensearch/domain:Domain",
    {
      name: "an internal user database with the ARN of a user",
      by: "aws.opensearch.domain.internal-users",
      source: "https://github.com/lgallard/terraform-aws-elasticsearch/issues/15",
    },
    {},
    [
      search(
        {},
        {
          advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: true,
            masterUserOptions: { masterUserArn: roleArn() },
          },
        },
      ),
      search(
        {},
        {
          advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: false,
            masterUserOptions: { masterUserArn: roleArn() },
          },
        },
      ),
    ],
  ),
  single(
    "opensearch/domain:Domain",
    {
      name: "warm nodes without dedicated masters",
      by: "aws.opensearch.domain.warm-masters",
      source: docs("opensearch-service/latest/developerguide/ultrawarm.html"),
    },
    {},
    [
      search({ warmEnabled: true, warmType: "ultrawarm1.medium.search", warmCount: 2 }),
      search({
        warmEnabled: true,
        warmType: "ultrawarm1.medium.search",
        warmCount: 2,
        dedicatedMasterEnabled: true,
        dedicatedMasterType: "m7g.large.search",
        dedicatedMasterCount: 3,
      }),
    ],
  ),
  single(
    "opensearch/domain:Domain",
    {
      name: "an endpoint of its own without a certificate",
      by: "aws.opensearch.domain.custom-endpoint",
      source: SEARCH,
    },
    {},
    [
      search(
        {},
        {
          domainEndpointOptions: { enforceHttps: true, customEndpointEnabled: true, customEndpoint: "search.shop.io" },
        },
      ),
      search(
        {},
        {
          domainEndpointOptions: {
            enforceHttps: true,
            customEndpointEnabled: true,
            customEndpoint: "search.shop.io",
            customEndpointCertificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
          },
        },
      ),
    ],
  ),
  single(
    "redshift/cluster:Cluster",
    { name: "a public address of a private warehouse", by: "aws.redshift.cluster.elastic-ip", source: REDSHIFT },
    {},
    [warehouse({ elasticIp: "203.0.113.10" }), warehouse({})],
  ),
  single(
    "redshift/cluster:Cluster",
    {
      name: "a user name in capitals",
      by: "aws.redshift.cluster.username",
      source: "https://github.com/aws-quickstart/quickstart-aws-utility-meter-data-analytics-platform/pull/12",
    },
    {},
    [warehouse({ masterUsername: "OrdersOwner" }), warehouse({ masterUsername: "orders_owner" })],
  ),
  single(
    "docdb/cluster:Cluster",
    {
      name: "a reserved user name of DocumentDB",
      by: "aws.docdb.cluster.reserved-username",
      source: "https://github.com/aws/aws-cdk/pull/13295",
    },
    {},
    [documents({ masterUsername: "admin" }), documents({ masterUsername: "orders_owner" })],
  ),
  single(
    "docdb/cluster:Cluster",
    { name: "no backups of DocumentDB", by: "aws.docdb.cluster.backup-retention", source: DOCDB },
    {},
    [documents({ backupRetentionPeriod: 0 }), documents({ backupRetentionPeriod: 1 })],
  ),
  single(
    "docdb/cluster:Cluster",
    { name: "a key for a cluster that is not encrypted", by: "aws.docdb.cluster.key-needs-encryption", source: DOCDB },
    { kmsKeyId: `arn:aws:kms:us-east-1:${ACCOUNT}:key/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e` },
    [documents({ storageEncrypted: false }), documents({})],
  ),
  single(
    "docdb/cluster:Cluster",
    { name: "a password with an at sign", by: "aws.docdb.cluster.password-characters", source: DOCDB },
    {},
    [
      documents({ manageMasterUserPassword: undefined, masterPassword: "k7Q2x9@M4c1V8" }),
      documents({ manageMasterUserPassword: undefined, masterPassword: "k7Q2x9-M4c1V8" }),
    ],
  ),
  single(
    "neptune/cluster:Cluster",
    {
      name: "a range of capacity the wrong way round",
      by: "aws.neptune.cluster.capacity-range",
      source: docs("neptune/latest/userguide/neptune-serverless-capacity-scaling.html"),
    },
    { engineVersion: "1.3.2.0" },
    [
      graph({ serverlessV2ScalingConfiguration: { minCapacity: 16, maxCapacity: 8 } }),
      graph({ serverlessV2ScalingConfiguration: { minCapacity: 2, maxCapacity: 8 } }),
    ],
  ),
  single(
    "neptune/cluster:Cluster",
    {
      name: "backups of Neptune for 40 days",
      by: "aws.neptune.cluster.backup-retention",
      source: docs("neptune/latest/apiref/API_CreateDBCluster.html"),
    },
    {},
    [graph({ backupRetentionPeriod: 40 }), graph({ backupRetentionPeriod: 35 })],
  ),
  single(
    "memorydb/cluster:Cluster",
    {
      name: "users without TLS",
      by: "aws.memorydb.cluster.tls-users",
      source: docs("memorydb/latest/devguide/in-transit-encryption.html"),
    },
    { name: "orders", nodeType: "db.r7g.large" },
    [
      { aclName: "orders", tlsEnabled: false },
      { aclName: "orders", tlsEnabled: true },
    ],
  ),
  single(
    "rds/instance:Instance",
    { name: "provisioned storage without its rate", by: "aws.rds.instance.provisioned-iops", source: INSTANCES },
    {},
    [database({ storageType: "io1" }), database({ storageType: "io1", iops: 3000 })],
  ),
  single(
    "rds/instance:Instance",
    {
      name: "monitoring without a role",
      by: "aws.rds.instance.monitoring-role",
      source: docs("AmazonRDS/latest/UserGuide/USER_Monitoring.OS.Enabling.html"),
    },
    {},
    [
      database({ monitoringInterval: 60 }),
      database({ monitoringInterval: 60, monitoringRoleArn: roleArn("monitoring") }),
    ],
  ),
  single(
    "rds/instance:Instance",
    {
      name: "a parameter group of another version",
      by: "parameter-group-family",
      source: docs("AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"),
    },
    {},
    [database({ parameterGroupName: "default.postgres15" }), database({ parameterGroupName: "default.postgres16" })],
  ),
  {
    name: "a random password that may have a slash",
    by: "random-password-characters",
    source: docs("AmazonRDS/latest/UserGuide/CHAP_Limits.html"),
    rejected: withPassword({ special: true }),
    accepted: withPassword({ special: true, overrideSpecial: "!#-_" }),
  },
  single(
    "rds/instance:Instance",
    { name: "a name of a database with a hyphen", by: "aws.rds.instance.database-name", source: INSTANCES },
    {},
    [database({ dbName: "shop-orders" }), database({ dbName: "shop_orders" })],
  ),
];

const table = (inputs: Record<string, Input>): Record<string, Input> => ({
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
  billingMode: "PAY_PER_REQUEST",
  ...inputs,
});
const TABLES = docs("amazondynamodb/latest/APIReference/API_CreateTable.html");
const scaled = (billing: Record<string, Input>): BuiltResource[] => {
  const own = a("dynamodb/table:Table", "orders", table({ name: "orders", ...billing }));
  return [
    own,
    a("appautoscaling/target:Target", "orders", {
      serviceNamespace: "dynamodb",
      scalableDimension: "dynamodb:table:ReadCapacityUnits",
      resourceId: "table/orders",
      minCapacity: 5,
      maxCapacity: 50,
    }),
  ];
};
const item = (document: unknown): BuiltResource[] => {
  const own = a("dynamodb/table:Table", "orders", table({ name: "orders" }));
  return [
    own,
    a("dynamodb/tableItem:TableItem", "first", {
      tableName: own["name"],
      hashKey: "id",
      item: JSON.stringify(document),
    }),
  ];
};

/** Row 9: DynamoDB. */
export const tables: readonly Rejection[] = [
  single(
    "dynamodb/table:Table",
    { name: "a key without its attribute", by: "aws.dynamodb.table.hash-key-attribute", source: TABLES },
    {},
    [table({ hashKey: "orderId" }), table({})],
  ),
  single(
    "dynamodb/table:Table",
    { name: "an attribute that no key uses", by: "aws.dynamodb.table.attribute-unused", source: TABLES },
    {},
    [
      table({
        attributes: [
          { name: "id", type: "S" },
          { name: "total", type: "N" },
        ],
      }),
      table({}),
    ],
  ),
  single(
    "dynamodb/table:Table",
    {
      name: "provisioned capacity without numbers",
      by: "aws.dynamodb.table.provisioned-needs-capacity",
      source: TABLES,
    },
    {},
    [table({ billingMode: "PROVISIONED" }), table({ billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 })],
  ),
  single(
    "dynamodb/table:Table",
    {
      name: "an index that projects everything and more",
      by: "aws.dynamodb.table.global-index-projection",
      source: docs("amazondynamodb/latest/APIReference/API_Projection.html"),
    },
    {
      hashKey: "id",
      billingMode: "PAY_PER_REQUEST",
      attributes: [
        { name: "id", type: "S" },
        { name: "state", type: "S" },
      ],
    },
    [
      {
        globalSecondaryIndexes: [
          { name: "state", hashKey: "state", projectionType: "ALL", nonKeyAttributes: ["total"] },
        ],
      },
      {
        globalSecondaryIndexes: [
          { name: "state", hashKey: "state", projectionType: "INCLUDE", nonKeyAttributes: ["total"] },
        ],
      },
    ],
  ),
  single(
    "dynamodb/table:Table",
    {
      name: "a local index without a sort key",
      by: "aws.dynamodb.table.local-index-needs-range-key",
      source: docs("amazondynamodb/latest/developerguide/LSI.html"),
    },
    {
      hashKey: "id",
      billingMode: "PAY_PER_REQUEST",
      localSecondaryIndexes: [{ name: "state", rangeKey: "state", projectionType: "ALL" }],
    },
    [
      {
        attributes: [
          { name: "id", type: "S" },
          { name: "state", type: "S" },
        ],
      },
      {
        rangeKey: "placed",
        attributes: [
          { name: "id", type: "S" },
          { name: "placed", type: "S" },
          { name: "state", type: "S" },
        ],
      },
    ],
  ),
  {
    name: "scaling of a table on demand",
    by: "dynamodb-table-users",
    source: docs("amazondynamodb/latest/developerguide/on-demand-capacity-mode.html"),
    rejected: scaled({}),
    accepted: scaled({ billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 }),
  },
  {
    name: "an item without its key",
    by: "dynamodb-table-users",
    source: docs("amazondynamodb/latest/APIReference/API_PutItem.html"),
    rejected: item({ orderId: { S: "1" } }),
    accepted: item({ id: { S: "1" } }),
  },
  {
    name: "an item with a key of another type",
    by: "dynamodb-table-users",
    source: docs("amazondynamodb/latest/APIReference/API_PutItem.html"),
    rejected: item({ id: { N: "1" } }),
    accepted: item({ id: { S: "1" }, total: { N: "12.5" } }),
  },
  single(
    "dynamodb/table:Table",
    {
      name: "a stream without what it holds",
      by: "aws.dynamodb.table.stream-view-type",
      source: docs("amazondynamodb/latest/APIReference/API_StreamSpecification.html"),
    },
    {},
    [table({ streamEnabled: true }), table({ streamEnabled: true, streamViewType: "KEYS_ONLY" })],
  ),
];

const ORIGIN: Record<string, Input> = {
  originId: "orders",
  domainName: "orders.shop.io",
  customOriginConfig: {
    httpPort: 80,
    httpsPort: 443,
    originProtocolPolicy: "https-only",
    originSslProtocols: ["TLSv1.2"],
  },
};
const CACHE: Record<string, Input> = {
  targetOriginId: "orders",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
};
const distribution = (inputs: Record<string, Input>): Record<string, Input> => ({
  enabled: true,
  origins: [ORIGIN],
  defaultCacheBehavior: CACHE,
  restrictions: { geoRestriction: { restrictionType: "none" } },
  viewerCertificate: { cloudfrontDefaultCertificate: true },
  ...inputs,
});

const bucket = (name: string, inputs: Record<string, Input> = {}): BuiltResource =>
  a("s3/bucket:Bucket", name, { bucket: `${name}-464738291005`, ...inputs });

function replicated(versioned: readonly ("source" | "target")[], waits: boolean): BuiltResource[] {
  const buckets = { source: bucket("source"), target: bucket("target") };
  const versioning = versioned.map((name) =>
    a("s3/bucketVersioning:BucketVersioning", name, {
      bucket: buckets[name]["id"],
      versioningConfiguration: { status: "Enabled" },
    }),
  );
  return [
    ...Object.values(buckets),
    ...versioning,
    withOptions(
      "s3/bucketReplicationConfig:BucketReplicationConfig",
      "orders",
      {
        bucket: buckets.source["id"],
        role: roleArn("replication"),
        rules: [
          {
            id: "all",
            status: "Enabled",
            filter: {},
            deleteMarkerReplication: { status: "Disabled" },
            destination: { bucket: buckets.target["arn"] },
          },
        ],
      },
      waits ? { dependsOn: versioning } : {},
    ),
  ];
}

const QUEUE = `arn:aws:sqs:us-east-1:${ACCOUNT}:orders`;
const notified = (...queues: Record<string, Input>[]): BuiltResource[] => [
  a("s3/bucketNotification:BucketNotification", "orders", { bucket: "orders-464738291005", queues }),
];
const created = (inputs: Record<string, Input> = {}): Record<string, Input> => ({
  queueArn: QUEUE,
  events: ["s3:ObjectCreated:*"],
  ...inputs,
});
const NOTIFICATIONS = docs("AmazonS3/latest/userguide/notification-how-to-filtering.html");
const LIFECYCLE = docs("AmazonS3/latest/userguide/lifecycle-transition-general-considerations.html");
const lifecycle = (rule: Record<string, Input>): Record<string, Input> => ({
  bucket: "orders-464738291005",
  rules: [{ id: "old", status: "Enabled", filter: { prefix: "" }, ...rule }],
});

/** Row 10: S3. */
export const buckets: readonly Rejection[] = [
  {
    name: "replication into a bucket without versions",
    by: "s3-replication-versioning",
    source: "https://github.com/nozaq/terraform-aws-remote-state-s3-backend/issues/107",
    rejected: replicated(["source"], true),
    accepted: replicated(["source", "target"], true),
  },
  {
    name: "replication that does not wait for versions",
    by: "s3-replication-versioning",
    source: "https://github.com/aws-ia/terraform-aws-control_tower_account_factory/pull/550",
    rejected: replicated(["source", "target"], false),
    accepted: replicated(["source", "target"], true),
  },
  {
    name: "two notifications for one event",
    by: "s3-notification-overlap",
    source: "https://github.com/minio/minio/issues/2472",
    rejected: notified(created(), created({ queueArn: `${QUEUE}-second` })),
    accepted: notified(
      created({ events: ["s3:ObjectCreated:*"] }),
      created({ queueArn: `${QUEUE}-second`, events: ["s3:ObjectRemoved:*"] }),
    ),
  },
  {
    name: "notifications whose prefixes overlap",
    by: "s3-notification-overlap",
    source: NOTIFICATIONS,
    rejected: notified(
      created({ filterPrefix: "orders/" }),
      created({ queueArn: `${QUEUE}-second`, filterPrefix: "orders/paid/" }),
    ),
    accepted: notified(
      created({ filterPrefix: "orders/open/" }),
      created({ queueArn: `${QUEUE}-second`, filterPrefix: "orders/paid/" }),
    ),
  },
  {
    name: "two resources with the notifications of one bucket",
    by: "duplicate-resources",
    source: "https://www.pulumi.com/registry/packages/aws/api-docs/s3/bucketnotification/",
    rejected: [
      ...notified(created()),
      a("s3/bucketNotification:BucketNotification", "second", {
        bucket: "orders-464738291005",
        queues: [created({ events: ["s3:ObjectRemoved:*"] })],
      }),
    ],
    accepted: [
      ...notified(created()),
      a("s3/bucketNotification:BucketNotification", "second", {
        bucket: "invoices-464738291005",
        queues: [created({ events: ["s3:ObjectRemoved:*"] })],
      }),
    ],
  },
  single(
    "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    {
      name: "objects that move after ten days",
      by: "aws.s3.bucket-lifecycle-configuration.infrequent-access-days",
      source: LIFECYCLE,
    },
    {},
    [
      lifecycle({ transitions: [{ days: 10, storageClass: "STANDARD_IA" }] }),
      lifecycle({ transitions: [{ days: 30, storageClass: "STANDARD_IA" }] }),
    ],
  ),
  single(
    "s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration",
    {
      name: "objects that expire before they move",
      by: "aws.s3.bucket-lifecycle-configuration.expiration-after-transition",
      source: LIFECYCLE,
    },
    {},
    [
      lifecycle({ transitions: [{ days: 60, storageClass: "GLACIER" }], expiration: { days: 30 } }),
      lifecycle({ transitions: [{ days: 60, storageClass: "GLACIER" }], expiration: { days: 365 } }),
    ],
  ),
  {
    name: "an ACL on a bucket whose owner owns its objects",
    by: "s3-acl-ownership",
    source: docs("AmazonS3/latest/userguide/about-object-ownership.html"),
    rejected: [
      bucket("orders"),
      a("s3/bucketAcl:BucketAcl", "orders", { bucket: "orders-464738291005", acl: "log-delivery-write" }),
    ],
    accepted: acled(),
  },
  {
    name: "logs of CloudFront into a bucket without ACLs",
    by: "s3-acl-ownership",
    source: docs("AmazonCloudFront/latest/DeveloperGuide/AccessLogs.html"),
    rejected: logged(false),
    accepted: logged(true),
  },
  {
    name: "a lock of objects in a bucket without versions",
    by: "s3-replication-versioning",
    source: docs("AmazonS3/latest/userguide/object-lock-configure.html"),
    rejected: [
      bucket("orders"),
      a("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "orders", {
        bucket: "orders-464738291005",
        rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } },
      }),
    ],
    accepted: [
      bucket("orders", { objectLockEnabled: true }),
      a("s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration", "orders", {
        bucket: "orders-464738291005",
        rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } },
      }),
    ],
  },
  single(
    "s3/bucket:Bucket",
    {
      name: "a bucket's name in capitals",
      by: "name-charset",
      source: docs("AmazonS3/latest/userguide/bucketnamingrules.html"),
    },
    {},
    [{ bucket: "Orders-464738" }, { bucket: "orders-464738" }],
  ),
];

function acled(): BuiltResource[] {
  const own = bucket("orders");
  const ownership = a("s3/bucketOwnershipControls:BucketOwnershipControls", "orders", {
    bucket: own["id"],
    rule: { objectOwnership: "ObjectWriter" },
  });
  return [
    own,
    ownership,
    withOptions(
      "s3/bucketAcl:BucketAcl",
      "orders",
      { bucket: own["id"], acl: "log-delivery-write" },
      { dependsOn: [ownership] },
    ),
  ];
}

const DISTRIBUTIONS = docs("cloudfront/latest/APIReference/API_DistributionConfig.html");

function logged(hasAcls: boolean): BuiltResource[] {
  const own = bucket("logs");
  const ownership = a("s3/bucketOwnershipControls:BucketOwnershipControls", "logs", {
    bucket: own["id"],
    rule: { objectOwnership: "BucketOwnerPreferred" },
  });
  const distributed = distribution({ loggingConfig: { bucket: own["bucketDomainName"] } });
  return hasAcls
    ? [
        own,
        ownership,
        withOptions("cloudfront/distribution:Distribution", "orders", distributed, { dependsOn: [ownership] }),
      ]
    : [own, a("cloudfront/distribution:Distribution", "orders", distributed)];
}
const forwarded: Record<string, Input> = {
  targetOriginId: "orders",
  viewerProtocolPolicy: "redirect-to-https",
  allowedMethods: ["GET", "HEAD"],
  cachedMethods: ["GET", "HEAD"],
  forwardedValues: { queryString: false, cookies: { forward: "none" } },
};

/** Row 11: CloudFront. */
export const distributions: readonly Rejection[] = [
  single(
    "cloudfront/distribution:Distribution",
    {
      name: "names without a certificate",
      by: "aws.cloudfront.distribution.aliases-need-certificate",
      source: docs("AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html"),
    },
    {},
    [distribution({ aliases: ["orders.shop.io"] }), distribution({})],
  ),
  single(
    "cloudfront/distribution:Distribution",
    { name: "a behavior without its origin", by: "aws.cloudfront.distribution.default-origin", source: DISTRIBUTIONS },
    {},
    [distribution({ defaultCacheBehavior: { ...CACHE, targetOriginId: "api" } }), distribution({})],
  ),
  single(
    "cloudfront/distribution:Distribution",
    {
      name: "a certificate of another region",
      by: "acm-certificate-validated",
      source: docs("AmazonCloudFront/latest/DeveloperGuide/cnames-and-https-requirements.html"),
    },
    { aliases: ["orders.shop.io"] },
    [
      distribution({
        viewerCertificate: {
          acmCertificateArn: `arn:aws:acm:eu-west-1:${ACCOUNT}:certificate/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        },
      }),
      distribution({
        viewerCertificate: {
          acmCertificateArn: `arn:aws:acm:us-east-1:${ACCOUNT}:certificate/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        },
      }),
    ],
  ),
  single(
    "cloudfront/distribution:Distribution",
    {
      name: "times to live the wrong way round",
      by: "aws.cloudfront.distribution.ttl-order",
      source: docs("cloudfront/latest/APIReference/API_DefaultCacheBehavior.html"),
    },
    {},
    [
      distribution({ defaultCacheBehavior: { ...forwarded, minTtl: 3600, defaultTtl: 60, maxTtl: 86400 } }),
      distribution({ defaultCacheBehavior: { ...forwarded, minTtl: 0, defaultTtl: 60, maxTtl: 86400 } }),
    ],
  ),
  single(
    "cloudfront/distribution:Distribution",
    {
      name: "two functions for one event",
      by: "aws.cloudfront.distribution.function-events",
      source: docs("AmazonCloudFront/latest/DeveloperGuide/edge-functions-restrictions.html"),
    },
    {},
    [
      distribution({
        defaultCacheBehavior: {
          ...CACHE,
          functionAssociations: [
            { eventType: "viewer-request", functionArn: `arn:aws:cloudfront::${ACCOUNT}:function/first` },
            { eventType: "viewer-request", functionArn: `arn:aws:cloudfront::${ACCOUNT}:function/second` },
          ],
        },
      }),
      distribution({
        defaultCacheBehavior: {
          ...CACHE,
          functionAssociations: [
            { eventType: "viewer-request", functionArn: `arn:aws:cloudfront::${ACCOUNT}:function/first` },
            { eventType: "viewer-response", functionArn: `arn:aws:cloudfront::${ACCOUNT}:function/second` },
          ],
        },
      }),
    ],
  ),
  single(
    "cloudfront/distribution:Distribution",
    {
      name: "a behavior with neither a policy nor forwarded values",
      by: "aws.cloudfront.distribution.cache-policy-required",
      source: docs("cloudfront/latest/APIReference/API_DefaultCacheBehavior.html"),
    },
    {},
    [distribution({ defaultCacheBehavior: { ...CACHE, cachePolicyId: undefined } }), distribution({})],
  ),
  {
    name: "names that the certificate does not cover",
    by: "certificate-names",
    source: docs("AmazonCloudFront/latest/DeveloperGuide/CNAMEs.html"),
    rejected: covered("shop.io"),
    accepted: covered("*.shop.io"),
  },
];

function covered(domainName: string): BuiltResource[] {
  const certificate = a("acm/certificate:Certificate", "orders", { domainName, validationMethod: "DNS" });
  const validation = a("acm/certificateValidation:CertificateValidation", "orders", {
    certificateArn: certificate["arn"],
    validationRecordFqdns: ["_x1.shop.io"],
  });
  return [
    certificate,
    validation,
    withOptions(
      "cloudfront/distribution:Distribution",
      "orders",
      distribution({
        aliases: ["orders.shop.io"],
        viewerCertificate: {
          acmCertificateArn: certificate["arn"],
          sslSupportMethod: "sni-only",
          minimumProtocolVersion: "TLSv1.2_2021",
        },
      }),
      { dependsOn: [validation] },
    ),
  ];
}

const VISIBLE: Record<string, Input> = {
  cloudwatchMetricsEnabled: true,
  metricName: "orders",
  sampledRequestsEnabled: true,
};
const managed = (inputs: Record<string, Input> = {}): Record<string, Input> => ({
  name: "common",
  priority: 1,
  overrideAction: { none: {} },
  statement: { managedRuleGroupStatement: { vendorName: "AWS", name: "AWSManagedRulesCommonRuleSet" } },
  visibilityConfig: VISIBLE,
  ...inputs,
});
const limited = (limit: number, priority = 2): Record<string, Input> => ({
  name: "limit",
  priority,
  action: { block: {} },
  statement: { rateBasedStatement: { limit, aggregateKeyType: "IP" } },
  visibilityConfig: VISIBLE,
});
const acl = (...rules: Record<string, Input>[]): Record<string, Input> => ({
  scope: "REGIONAL",
  defaultAction: { allow: {} },
  visibilityConfig: VISIBLE,
  rules,
});
const RULES = docs("waf/latest/APIReference/API_Rule.html");

function waffed(name: string): BuiltResource[] {
  const group = a("cloudwatch/logGroup:LogGroup", "waf", { name, retentionInDays: 30 });
  return [
    group,
    a("wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration", "orders", {
      resourceArn: `arn:aws:wafv2:us-east-1:${ACCOUNT}:regional/webacl/orders/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e`,
      logDestinationConfigs: [`arn:aws:logs:us-east-1:${ACCOUNT}:log-group:${name}`],
    }),
  ];
}

/** Row 12: WAF. */
export const firewalls: readonly Rejection[] = [
  {
    name: "logs into a group of another name",
    by: "aws.wafv2.web-acl-logging-configuration.destination-name",
    source: provider(23934),
    rejected: waffed("/aws/waf"),
    accepted: waffed("aws-waf-logs-orders"),
  },
  single(
    "wafv2/webAcl:WebAcl",
    {
      name: "two rules of one priority",
      by: "aws.wafv2.web-acl.priorities-differ",
      source: docs("waf/latest/developerguide/web-acl-processing-order.html"),
    },
    {},
    [acl(managed(), limited(2000, 1)), acl(managed(), limited(2000, 2))],
  ),
  single(
    "wafv2/webAcl:WebAcl",
    { name: "a managed group with an action", by: "aws.wafv2.web-acl.group-override", source: RULES },
    {},
    [acl(managed({ overrideAction: undefined, action: { block: {} } })), acl(managed())],
  ),
  single(
    "wafv2/webAcl:WebAcl",
    { name: "a rule without an action", by: "aws.wafv2.web-acl.rule-action", source: RULES },
    {},
    [acl({ ...limited(2000), action: undefined }), acl(limited(2000))],
  ),
  single(
    "wafv2/webAcl:WebAcl",
    {
      name: "a limit of five requests",
      by: "aws.wafv2.web-acl.rate-limit",
      source: docs("waf/latest/APIReference/API_RateBasedStatement.html"),
    },
    {},
    [acl(limited(5)), acl(limited(100))],
  ),
  single(
    "wafv2/ipSet:IpSet",
    {
      name: "addresses of the other version",
      by: "aws.wafv2.ip-set.address-version",
      source: docs("waf/latest/APIReference/API_IPSet.html"),
    },
    { scope: "REGIONAL", ipAddressVersion: "IPV4" },
    [{ addresses: ["2001:db8::/32"] }, { addresses: ["203.0.113.0/24"] }],
  ),
  single(
    "wafv2/ipSet:IpSet",
    {
      name: "a set of all addresses",
      by: "aws.wafv2.ip-set.whole-space",
      source: docs("waf/latest/APIReference/API_IPSet.html"),
    },
    { scope: "REGIONAL", ipAddressVersion: "IPV4" },
    [{ addresses: ["0.0.0.0/0"] }, { addresses: ["0.0.0.0/1", "128.0.0.0/1"] }],
  ),
  single(
    "wafv2/webAclAssociation:WebAclAssociation",
    {
      name: "a list that is associated with a distribution",
      by: "aws.wafv2.web-acl-association.distribution",
      source: docs("waf/latest/APIReference/API_AssociateWebACL.html"),
    },
    { webAclArn: `arn:aws:wafv2:us-east-1:${ACCOUNT}:regional/webacl/orders/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e` },
    [
      { resourceArn: `arn:aws:cloudfront::${ACCOUNT}:distribution/E2QWRUHAPOMQZL` },
      { resourceArn: `arn:aws:elasticloadbalancing:us-east-1:${ACCOUNT}:loadbalancer/app/orders/50dc6c495c0c9188` },
    ],
  ),
];
