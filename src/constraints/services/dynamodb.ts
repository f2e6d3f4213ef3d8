import { DYNAMODB_TABLE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
const CREATE_TABLE = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html";
const THROUGHPUT = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ProvisionedThroughput.html";
const TTL = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_TimeToLiveSpecification.html";

const id = { name: "id", type: "S" };
const day = { name: "day", type: "N" };
const onDemand = { billingMode: "PAY_PER_REQUEST", hashKey: "id" };

const CREATE_TABLE_PAGE = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html";
/** A restored table has the keys and the capacity of its source. */
const created = {
  restoreSourceName: { present: false },
  restoreSourceTableArn: { present: false },
  restoreBackupArn: { present: false },
} as const;
const restored = { name: "orders-before", restoreSourceName: "orders", restoreToLatestTime: true };
const keyed = { name: "orders", hashKey: "id", attributes: [{ name: "id", type: "S" }] };

const API = "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference";
const PROJECTION = `${API}/API_Projection.html`;
const STREAM = `${API}/API_StreamSpecification.html`;
const streamed = { streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" };

/** Tables with an index like this. */
const global = (index: object): Record<string, unknown> => ({
  ...onDemand,
  attributes: [id, day],
  globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "ALL", ...index }],
});
const local = (index: object): Record<string, unknown> => ({
  ...onDemand,
  rangeKey: "day",
  attributes: [id, day, { name: "email", type: "S" }],
  localSecondaryIndexes: [{ name: "by-email", rangeKey: "email", projectionType: "ALL", ...index }],
});

export default {
  date: "2026-11-29",
  constraints: {
    "aws.dynamodb.table.hash-key-attribute": {
      type: DYNAMODB_TABLE,
      when: { hashKey: { present: true }, attributes: { present: true } },
      require: { attributes: { some: { name: { sameAs: "/hashKey" } } } },
      must: "The partition key must be one of the table's `attributes`, by its name.",
      source: CREATE_TABLE,
      accepts: [
        { ...onDemand, attributes: [id] },
        { ...onDemand, attributes: [day, id], rangeKey: "day" },
      ],
      rejects: [{ ...onDemand, attributes: [{ name: "Id", type: "S" }] }],
    },
    "aws.dynamodb.table.range-key-attribute": {
      type: DYNAMODB_TABLE,
      when: { rangeKey: { present: true }, attributes: { present: true } },
      require: { attributes: { some: { name: { sameAs: "/rangeKey" } } } },
      must: "The sort key must be one of the table's `attributes`, by its name.",
      source: CREATE_TABLE,
      accepts: [{ ...onDemand, rangeKey: "day", attributes: [id, day] }],
      rejects: [{ ...onDemand, rangeKey: "date", attributes: [id, day] }],
    },
    "aws.dynamodb.table.keys-differ": {
      type: DYNAMODB_TABLE,
      when: { rangeKey: { present: true } },
      require: { rangeKey: { not: { sameAs: "hashKey" } } },
      must: "The sort key must be another attribute than the partition key.",
      source: CREATE_TABLE,
      accepts: [{ ...onDemand, rangeKey: "day", attributes: [id, day] }],
      rejects: [{ ...onDemand, rangeKey: "id", attributes: [id] }],
    },
    "aws.dynamodb.table.attribute-unused": {
      type: DYNAMODB_TABLE,
      when: {
        globalSecondaryIndexes: { present: false },
        localSecondaryIndexes: { present: false },
        hashKey: { present: true },
      },
      each: "attributes",
      require: [
        { name: { sameAs: "/hashKey" } },
        { name: { present: true, sameAs: "/rangeKey" }, "/rangeKey": { present: true } },
      ],
      must: "`attributes` are the key attributes alone: leave out those that are not a key of the table or of an index.",
      source: CREATE_TABLE,
      accepts: [
        { ...onDemand, attributes: [id] },
        { ...onDemand, rangeKey: "day", attributes: [id, day] },
        {
          ...onDemand,
          attributes: [id, { name: "email", type: "S" }],
          globalSecondaryIndexes: [{ name: "by-email", hashKey: "email", projectionType: "ALL" }],
        },
      ],
      rejects: [{ ...onDemand, attributes: [id, { name: "email", type: "S" }] }],
    },
    "aws.dynamodb.table.attribute-type": {
      type: DYNAMODB_TABLE,
      each: "attributes",
      require: { type: ["S", "N", "B"] },
      must: 'A key attribute must have one of three types: "S" for a string, "N" for a number, "B" for binary data.',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_AttributeDefinition.html",
      accepts: [{ ...onDemand, attributes: [{ name: "id", type: "B" }] }],
      rejects: [
        { ...onDemand, attributes: [{ name: "id", type: "BOOL" }] },
        { ...onDemand, attributes: [{ name: "id", type: "String" }] },
      ],
    },
    "aws.dynamodb.table.attributes-once": {
      type: DYNAMODB_TABLE,
      require: { attributes: { uniqueBy: "name" } },
      must: "Each attribute must be defined once.",
      source: CREATE_TABLE,
      accepts: [{ ...onDemand, rangeKey: "day", attributes: [id, day] }],
      rejects: [{ ...onDemand, attributes: [id, { name: "id", type: "N" }] }],
    },
    "aws.dynamodb.table.provisioned-needs-capacity": {
      type: DYNAMODB_TABLE,
      when: { billingMode: "PROVISIONED", ...created },
      defaults: { billingMode: "PROVISIONED" },
      require: { readCapacity: { present: true, min: 1 }, writeCapacity: { present: true, min: 1 } },
      must: 'A table with provisioned capacity requires `readCapacity` and `writeCapacity` of at least 1, or set `billingMode: "PAY_PER_REQUEST"`.',
      source: THROUGHPUT,
      accepts: [
        { ...onDemand, attributes: [id] },
        { hashKey: "id", attributes: [id], readCapacity: 1, writeCapacity: "1" },
        restored,
      ],
      rejects: [
        { hashKey: "id", attributes: [id] },
        { hashKey: "id", attributes: [id], readCapacity: 5 },
        { hashKey: "id", attributes: [id], readCapacity: 0, writeCapacity: 5 },
      ],
    },
    "aws.dynamodb.table.index-capacity": {
      type: DYNAMODB_TABLE,
      when: { billingMode: "PROVISIONED" },
      defaults: { "/billingMode": "PROVISIONED" },
      each: "globalSecondaryIndexes",
      require: { readCapacity: { present: true, min: 1 }, writeCapacity: { present: true, min: 1 } },
      must: "A global index of a table with provisioned capacity requires `readCapacity` and `writeCapacity` of its own.",
      source: CREATE_TABLE,
      accepts: [
        {
          hashKey: "id",
          attributes: [id, day],
          readCapacity: 5,
          writeCapacity: 5,
          globalSecondaryIndexes: [
            { name: "by-day", hashKey: "day", projectionType: "ALL", readCapacity: 5, writeCapacity: 5 },
          ],
        },
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "ALL" }],
        },
      ],
      rejects: [
        {
          hashKey: "id",
          attributes: [id, day],
          readCapacity: 5,
          writeCapacity: 5,
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "ALL" }],
        },
      ],
    },
    "aws.dynamodb.table.index-hash-key-attribute": {
      type: DYNAMODB_TABLE,
      when: { attributes: { present: true } },
      each: "globalSecondaryIndexes",
      where: { hashKey: { present: true } },
      require: { "/attributes": { some: { name: { sameAs: "../hashKey" } } } },
      must: "The partition key of an index must be one of the table's `attributes`, by its name.",
      source: CREATE_TABLE,
      accepts: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "ALL" }],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id],
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "ALL" }],
        },
      ],
    },
    "aws.dynamodb.table.index-range-key-attribute": {
      type: DYNAMODB_TABLE,
      when: { attributes: { present: true } },
      each: "globalSecondaryIndexes",
      where: { rangeKey: { present: true } },
      require: { "/attributes": { some: { name: { sameAs: "../rangeKey" } } } },
      must: "The sort key of an index must be one of the table's `attributes`, by its name.",
      source: CREATE_TABLE,
      accepts: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "id", rangeKey: "day", projectionType: "ALL" }],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id],
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "id", rangeKey: "day", projectionType: "ALL" }],
        },
      ],
    },
    "aws.dynamodb.table.local-index-key-attribute": {
      type: DYNAMODB_TABLE,
      when: { attributes: { present: true } },
      each: "localSecondaryIndexes",
      require: { "/attributes": { some: { name: { sameAs: "../rangeKey" } } } },
      must: "The sort key of a local index must be one of the table's `attributes`, by its name.",
      source: CREATE_TABLE,
      accepts: [
        {
          ...onDemand,
          rangeKey: "day",
          attributes: [id, day, { name: "email", type: "S" }],
          localSecondaryIndexes: [{ name: "by-email", rangeKey: "email", projectionType: "ALL" }],
        },
      ],
      rejects: [
        {
          ...onDemand,
          rangeKey: "day",
          attributes: [id, day],
          localSecondaryIndexes: [{ name: "by-email", rangeKey: "email", projectionType: "ALL" }],
        },
      ],
    },
    "aws.dynamodb.table.index-names-differ": {
      type: DYNAMODB_TABLE,
      require: {
        globalSecondaryIndexes: { uniqueBy: "name" },
        localSecondaryIndexes: { uniqueBy: "name" },
      },
      must: "Each index must have a name of its own.",
      source: CREATE_TABLE,
      accepts: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [
            { name: "by-day", hashKey: "day", projectionType: "ALL" },
            { name: "by-day-keys", hashKey: "day", projectionType: "KEYS_ONLY" },
          ],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [
            { name: "by-day", hashKey: "day", projectionType: "ALL" },
            { name: "by-day", hashKey: "day", projectionType: "KEYS_ONLY" },
          ],
        },
      ],
    },
    "aws.dynamodb.table.global-index-projection": {
      type: DYNAMODB_TABLE,
      each: "globalSecondaryIndexes",
      where: { projectionType: ["ALL", "KEYS_ONLY"] },
      require: { nonKeyAttributes: { present: false } },
      must: '`nonKeyAttributes` must be for `projectionType: "INCLUDE"` alone.',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html",
      accepts: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [
            { name: "by-day", hashKey: "day", projectionType: "INCLUDE", nonKeyAttributes: ["total"] },
          ],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [
            { name: "by-day", hashKey: "day", projectionType: "ALL", nonKeyAttributes: ["total"] },
          ],
        },
      ],
    },
    "aws.dynamodb.table.global-index-include": {
      type: DYNAMODB_TABLE,
      each: "globalSecondaryIndexes",
      where: { projectionType: "INCLUDE" },
      require: { nonKeyAttributes: { present: true } },
      must: 'An index with `projectionType: "INCLUDE"` must name its `nonKeyAttributes`.',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html",
      accepts: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [
            { name: "by-day", hashKey: "day", projectionType: "INCLUDE", nonKeyAttributes: ["total"] },
          ],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id, day],
          globalSecondaryIndexes: [{ name: "by-day", hashKey: "day", projectionType: "INCLUDE" }],
        },
      ],
    },
    "aws.dynamodb.table.local-index-needs-range-key": {
      type: DYNAMODB_TABLE,
      when: { localSecondaryIndexes: { present: true }, ...created },
      require: { rangeKey: { present: true } },
      must: "A table with a local index requires a sort key, in `rangeKey`.",
      source: CREATE_TABLE,
      accepts: [
        {
          ...onDemand,
          rangeKey: "day",
          attributes: [id, day, { name: "email", type: "S" }],
          localSecondaryIndexes: [{ name: "by-email", rangeKey: "email", projectionType: "ALL" }],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id, day],
          localSecondaryIndexes: [{ name: "by-day", rangeKey: "day", projectionType: "ALL" }],
        },
      ],
    },
    "aws.dynamodb.table.local-index-count": {
      type: DYNAMODB_TABLE,
      require: { localSecondaryIndexes: { maxItems: 5 } },
      must: "A table must have at most 5 local indexes.",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/LSI.html",
      accepts: [{ ...onDemand, attributes: [id] }],
      rejects: [
        {
          ...onDemand,
          rangeKey: "day",
          attributes: [id, day, ...["a", "b", "c", "d", "e", "f"].map((name) => ({ name, type: "S" }))],
          localSecondaryIndexes: ["a", "b", "c", "d", "e", "f"].map((name) => ({
            name: `by-${name}`,
            rangeKey: name,
            projectionType: "KEYS_ONLY",
          })),
        },
      ],
    },
    "aws.dynamodb.table.stream-view-type": {
      type: DYNAMODB_TABLE,
      when: { streamEnabled: true },
      require: { streamViewType: { present: true } },
      must: 'A stream requires `streamViewType`, for example "NEW_AND_OLD_IMAGES".',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html",
      accepts: [
        { ...onDemand, attributes: [id], streamEnabled: true, streamViewType: "KEYS_ONLY" },
        { ...onDemand, attributes: [id], streamEnabled: false },
      ],
      rejects: [{ ...onDemand, attributes: [id], streamEnabled: true }],
    },
    "aws.dynamodb.table.ttl-attribute": {
      type: DYNAMODB_TABLE,
      when: { "ttl.enabled": true },
      require: { "ttl.attributeName": { present: true } },
      must: "Expiry requires the name of the attribute with the time, in `ttl.attributeName`.",
      source: TTL,
      accepts: [
        { ...onDemand, attributes: [id], ttl: { enabled: true, attributeName: "expires" } },
        { ...onDemand, attributes: [id], ttl: { enabled: false } },
      ],
      rejects: [{ ...onDemand, attributes: [id], ttl: { enabled: true } }],
    },
    "aws.dynamodb.table.on-demand-limits": {
      type: DYNAMODB_TABLE,
      when: { billingMode: "PROVISIONED" },
      defaults: { billingMode: "PROVISIONED" },
      require: { onDemandThroughput: { present: false } },
      must: "Only a table that is billed by request has `onDemandThroughput`.",
      source: CREATE_TABLE_PAGE,
      accepts: [{ ...keyed, billingMode: "PAY_PER_REQUEST", onDemandThroughput: { maxReadRequestUnits: 100 } }],
      rejects: [
        {
          ...keyed,
          billingMode: "PROVISIONED",
          readCapacity: 1,
          writeCapacity: 1,
          onDemandThroughput: { maxReadRequestUnits: 100 },
        },
      ],
    },
    "aws.dynamodb.table.recovery-days": {
      type: DYNAMODB_TABLE,
      require: { "pointInTimeRecovery.recoveryPeriodInDays": { min: 1, max: 35 } },
      must: "A table is recovered to a point in the last 1 to 35 days.",
      source:
        "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_PointInTimeRecoverySpecification.html",
      accepts: [
        { ...keyed, billingMode: "PAY_PER_REQUEST", pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 35 } },
      ],
      rejects: [
        { ...keyed, billingMode: "PAY_PER_REQUEST", pointInTimeRecovery: { enabled: true, recoveryPeriodInDays: 60 } },
      ],
    },
    "aws.dynamodb.table.key-needs-encryption": {
      type: DYNAMODB_TABLE,
      when: { "serverSideEncryption.kmsKeyArn": { present: true } },
      require: { "serverSideEncryption.enabled": true },
      must: "A key requires `serverSideEncryption.enabled: true`.",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_SSESpecification.html",
      accepts: [{ ...keyed, billingMode: "PAY_PER_REQUEST", serverSideEncryption: { enabled: true, kmsKeyArn: "x" } }],
      rejects: [{ ...keyed, billingMode: "PAY_PER_REQUEST", serverSideEncryption: { enabled: false, kmsKeyArn: "x" } }],
      level: "advisory",
    },
    "aws.dynamodb.table.projected-count": {
      type: DYNAMODB_TABLE,
      each: "globalSecondaryIndexes",
      require: { nonKeyAttributes: { maxItems: 20 } },
      must: "An index includes at most 20 attributes.",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_Projection.html",
      accepts: [
        {
          ...keyed,
          attributes: [
            { name: "id", type: "S" },
            { name: "state", type: "S" },
          ],
          billingMode: "PAY_PER_REQUEST",
          globalSecondaryIndexes: [
            { name: "by-state", hashKey: "state", projectionType: "INCLUDE", nonKeyAttributes: ["a"] },
          ],
        },
      ],
      rejects: [
        {
          ...keyed,
          attributes: [
            { name: "id", type: "S" },
            { name: "state", type: "S" },
          ],
          billingMode: "PAY_PER_REQUEST",
          globalSecondaryIndexes: [
            {
              name: "by-state",
              hashKey: "state",
              projectionType: "INCLUDE",
              nonKeyAttributes: "abcdefghijklmnopqrstu".split(""),
            },
          ],
        },
      ],
    },
    "aws.dynamodb.table.stream-view-needs-stream": {
      type: DYNAMODB_TABLE,
      when: { streamViewType: { present: true } },
      require: { streamEnabled: true },
      must: "A view of changes requires `streamEnabled: true`.",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_StreamSpecification.html",
      accepts: [{ ...keyed, billingMode: "PAY_PER_REQUEST", streamEnabled: true, streamViewType: "NEW_IMAGE" }],
      rejects: [{ ...keyed, billingMode: "PAY_PER_REQUEST", streamEnabled: false, streamViewType: "NEW_IMAGE" }],
      level: "advisory",
    },
    "aws.dynamodb.table.class": {
      type: DYNAMODB_TABLE,
      require: { tableClass: ["STANDARD", "STANDARD_INFREQUENT_ACCESS"] },
      must: '`tableClass` must be "STANDARD" or "STANDARD_INFREQUENT_ACCESS".',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_CreateTable.html",
      accepts: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          tableClass: "STANDARD",
        },
      ],
      rejects: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          tableClass: "STANDARD_IA",
        },
      ],
    },
    "aws.dynamodb.table.import-format": {
      type: DYNAMODB_TABLE,
      require: { "importTable.inputFormat": ["CSV", "DYNAMODB_JSON", "ION"] },
      must: '`inputFormat` must be "CSV", "DYNAMODB_JSON" or "ION".',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTable.html",
      accepts: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          importTable: { s3BucketSource: { bucket: "orders" }, inputFormat: "CSV" },
        },
      ],
      rejects: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          importTable: { s3BucketSource: { bucket: "orders" }, inputFormat: "JSON" },
        },
      ],
    },
    "aws.dynamodb.table.import-compression": {
      type: DYNAMODB_TABLE,
      require: { "importTable.inputCompressionType": ["GZIP", "ZSTD", "NONE"] },
      must: '`inputCompressionType` must be "GZIP", "ZSTD" or "NONE".',
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_ImportTable.html",
      accepts: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          importTable: { inputFormat: "CSV", s3BucketSource: { bucket: "orders" }, inputCompressionType: "GZIP" },
        },
      ],
      rejects: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          importTable: { inputFormat: "CSV", s3BucketSource: { bucket: "orders" }, inputCompressionType: "ZIP" },
        },
      ],
    },
    "aws.dynamodb.table.restore-time": {
      type: DYNAMODB_TABLE,
      when: { restoreToLatestTime: true },
      require: { restoreDateTime: { present: false } },
      must: "A table is restored either to a time or to the latest one.",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_RestoreTableToPointInTime.html",
      accepts: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          restoreSourceName: "orders",
          restoreToLatestTime: false,
          restoreDateTime: "2026-11-01T00:00:00Z",
        },
      ],
      rejects: [
        {
          attributes: [{ name: "id", type: "S" }],
          hashKey: "id",
          billingMode: "PAY_PER_REQUEST",
          restoreSourceName: "orders",
          restoreToLatestTime: true,
          restoreDateTime: "2026-11-01T00:00:00Z",
        },
      ],
    },
    "aws.dynamodb.table.partition-key-required": {
      type: DYNAMODB_TABLE,
      when: { ...created },
      require: { hashKey: { present: true } },
      must: "A table requires a partition key, in `hashKey`.",
      source: CREATE_TABLE,
      accepts: [keyed, restored].map((one) => ({ ...one, billingMode: "PAY_PER_REQUEST" })),
      rejects: [{ name: "orders", billingMode: "PAY_PER_REQUEST", attributes: [id] }],
    },
    "aws.dynamodb.table.attributes-required": {
      type: DYNAMODB_TABLE,
      when: { hashKey: { present: true }, ...created },
      require: { attributes: { present: true } },
      must: "A table requires the type of its partition key, in `attributes`.",
      source: CREATE_TABLE,
      accepts: [
        { ...onDemand, attributes: [id] },
        { ...restored, billingMode: "PAY_PER_REQUEST" },
      ],
      rejects: [onDemand],
    },
    "aws.dynamodb.table.stream-view": {
      type: DYNAMODB_TABLE,
      require: { streamViewType: ["KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE", "NEW_AND_OLD_IMAGES"] },
      must: '`streamViewType` must be "KEYS_ONLY", "NEW_IMAGE", "OLD_IMAGE" or "NEW_AND_OLD_IMAGES".',
      source: STREAM,
      accepts: [
        { ...onDemand, attributes: [id], streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGES" },
        { ...onDemand, attributes: [id], streamEnabled: false, streamViewType: "" },
      ],
      rejects: [{ ...onDemand, attributes: [id], streamEnabled: true, streamViewType: "NEW_AND_OLD_IMAGE" }],
    },
    "aws.dynamodb.table.global-index-projection-type": {
      type: DYNAMODB_TABLE,
      each: "globalSecondaryIndexes",
      require: { projectionType: ["ALL", "KEYS_ONLY", "INCLUDE"] },
      must: '`projectionType` must be "ALL", "KEYS_ONLY" or "INCLUDE".',
      source: PROJECTION,
      accepts: [global({ projectionType: "KEYS_ONLY" })],
      rejects: [global({ projectionType: "KEYS" })],
    },
    "aws.dynamodb.table.local-index-projection-type": {
      type: DYNAMODB_TABLE,
      each: "localSecondaryIndexes",
      require: { projectionType: ["ALL", "KEYS_ONLY", "INCLUDE"] },
      must: '`projectionType` must be "ALL", "KEYS_ONLY" or "INCLUDE".',
      source: PROJECTION,
      accepts: [local({ projectionType: "ALL" })],
      rejects: [local({ projectionType: "all" })],
    },
    "aws.dynamodb.table.local-index-projection": {
      type: DYNAMODB_TABLE,
      each: "localSecondaryIndexes",
      where: { projectionType: ["ALL", "KEYS_ONLY"] },
      require: { nonKeyAttributes: { present: false } },
      must: '`nonKeyAttributes` must be for `projectionType: "INCLUDE"` alone.',
      source: PROJECTION,
      accepts: [
        local({ projectionType: "INCLUDE", nonKeyAttributes: ["total"] }),
        local({ projectionType: "ALL", nonKeyAttributes: [] }),
      ],
      rejects: [local({ projectionType: "ALL", nonKeyAttributes: ["total"] })],
    },
    "aws.dynamodb.table.local-index-include": {
      type: DYNAMODB_TABLE,
      each: "localSecondaryIndexes",
      where: { projectionType: "INCLUDE" },
      require: { nonKeyAttributes: { present: true } },
      must: 'An index with `projectionType: "INCLUDE"` must name its `nonKeyAttributes`.',
      source: PROJECTION,
      accepts: [local({ projectionType: "INCLUDE", nonKeyAttributes: ["total"] })],
      rejects: [local({ projectionType: "INCLUDE" })],
    },
    "aws.dynamodb.table.global-index-name": {
      type: DYNAMODB_TABLE,
      each: "globalSecondaryIndexes",
      require: { name: { minLength: 3, maxLength: 255, matches: /^[\w.-]*$/ } },
      must: "The name of an index has 3 to 255 letters, digits, underscores, hyphens and dots.",
      source: `${API}/API_GlobalSecondaryIndex.html`,
      accepts: [global({ name: "by_day.1-x" })],
      rejects: [global({ name: "by day" }), global({ name: "by" })],
    },
    "aws.dynamodb.table.local-index-name": {
      type: DYNAMODB_TABLE,
      each: "localSecondaryIndexes",
      require: { name: { minLength: 3, maxLength: 255, matches: /^[\w.-]*$/ } },
      must: "The name of an index has 3 to 255 letters, digits, underscores, hyphens and dots.",
      source: `${API}/API_LocalSecondaryIndex.html`,
      accepts: [local({ name: "by_day.1-x" })],
      rejects: [local({ name: "by day" }), local({ name: "by" })],
    },
    "aws.dynamodb.table.replica-billing": {
      type: DYNAMODB_TABLE,
      when: { replicas: { minItems: 1 } },
      defaults: { billingMode: "PROVISIONED" },
      require: { billingMode: "PAY_PER_REQUEST" },
      must: 'A new table with `replicas` has no autoscaling yet, so it requires `billingMode: "PAY_PER_REQUEST"`.',
      awsError: "Table write capacity should either be Pay-Per-Request or AutoScaled",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/V2globaltables_reqs_bestpractices.html",
      accepts: [
        { ...onDemand, attributes: [id], ...streamed, replicas: [{ regionName: "eu-west-1" }] },
        { hashKey: "id", attributes: [id], readCapacity: 1, writeCapacity: 1, replicas: [] },
      ],
      rejects: [
        {
          hashKey: "id",
          attributes: [id],
          readCapacity: 1,
          writeCapacity: 1,
          ...streamed,
          replicas: [{ regionName: "eu-west-1" }],
        },
      ],
    },
    "aws.dynamodb.table.replicas-differ": {
      type: DYNAMODB_TABLE,
      require: { replicas: { uniqueBy: "regionName" } },
      must: "A table has one replica in each region.",
      source: `${API}/API_ReplicationGroupUpdate.html`,
      accepts: [
        {
          ...onDemand,
          attributes: [id],
          ...streamed,
          replicas: [{ regionName: "eu-west-1" }, { regionName: "eu-west-2" }],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id],
          ...streamed,
          replicas: [
            { regionName: "eu-west-1", propagateTags: true },
            { regionName: "eu-west-1", propagateTags: false },
          ],
        },
      ],
    },
    "aws.dynamodb.table.replica-consistency": {
      type: DYNAMODB_TABLE,
      each: "replicas",
      require: { consistencyMode: ["EVENTUAL", "STRONG"] },
      must: '`consistencyMode` must be "EVENTUAL" or "STRONG".',
      source: `${API}/API_UpdateTable.html`,
      accepts: [
        {
          ...onDemand,
          attributes: [id],
          ...streamed,
          replicas: [{ regionName: "eu-west-1", consistencyMode: "STRONG" }],
        },
      ],
      rejects: [
        {
          ...onDemand,
          attributes: [id],
          ...streamed,
          replicas: [{ regionName: "eu-west-1", consistencyMode: "strong" }],
        },
      ],
    },
  },
} satisfies ServiceConstraints;
