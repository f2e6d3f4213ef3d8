import type { ServiceConstraints } from "../form";
const TABLE = "aws:keyspaces/table:Table";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.keyspaces.table.read-units": {
      type: "aws:keyspaces/table:Table",
      when: { "capacitySpecification.throughputMode": "PROVISIONED" },
      require: { "capacitySpecification.readCapacityUnits": { present: true } },
      must: "The mode PROVISIONED requires `readCapacityUnits`.",
      source: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CapacitySpecification.html",
      accepts: [
        { capacitySpecification: { throughputMode: "PROVISIONED", readCapacityUnits: 5, writeCapacityUnits: 5 } },
        { capacitySpecification: { throughputMode: "PAY_PER_REQUEST" } },
      ],
      rejects: [{ capacitySpecification: { throughputMode: "PROVISIONED", writeCapacityUnits: 5 } }],
    },
    "aws.keyspaces.table.read-on-demand": {
      type: "aws:keyspaces/table:Table",
      when: { "capacitySpecification.throughputMode": "PAY_PER_REQUEST" },
      require: { "capacitySpecification.readCapacityUnits": { present: false } },
      must: "Capacity on demand has no `readCapacityUnits`.",
      source: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CapacitySpecification.html",
      accepts: [
        { capacitySpecification: { throughputMode: "PAY_PER_REQUEST" } },
        { capacitySpecification: { throughputMode: "PROVISIONED", readCapacityUnits: 5, writeCapacityUnits: 5 } },
      ],
      rejects: [{ capacitySpecification: { throughputMode: "PAY_PER_REQUEST", readCapacityUnits: 5 } }],
    },
    "aws.keyspaces.table.write-units": {
      type: "aws:keyspaces/table:Table",
      when: { "capacitySpecification.throughputMode": "PROVISIONED" },
      require: { "capacitySpecification.writeCapacityUnits": { present: true } },
      must: "The mode PROVISIONED requires `writeCapacityUnits`.",
      source: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CapacitySpecification.html",
      accepts: [
        { capacitySpecification: { throughputMode: "PROVISIONED", writeCapacityUnits: 5, readCapacityUnits: 5 } },
        { capacitySpecification: { throughputMode: "PAY_PER_REQUEST" } },
      ],
      rejects: [{ capacitySpecification: { throughputMode: "PROVISIONED", readCapacityUnits: 5 } }],
    },
    "aws.keyspaces.table.write-on-demand": {
      type: "aws:keyspaces/table:Table",
      when: { "capacitySpecification.throughputMode": "PAY_PER_REQUEST" },
      require: { "capacitySpecification.writeCapacityUnits": { present: false } },
      must: "Capacity on demand has no `writeCapacityUnits`.",
      source: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_CapacitySpecification.html",
      accepts: [
        { capacitySpecification: { throughputMode: "PAY_PER_REQUEST" } },
        { capacitySpecification: { throughputMode: "PROVISIONED", writeCapacityUnits: 5, readCapacityUnits: 5 } },
      ],
      rejects: [{ capacitySpecification: { throughputMode: "PAY_PER_REQUEST", writeCapacityUnits: 5 } }],
    },
    "aws.keyspaces.table.partition-columns": {
      type: TABLE,
      each: "schemaDefinition.partitionKeys",
      require: { "/schemaDefinition.columns": { some: { name: { sameAs: "../name" } } } },
      must: "Each key is one of the `columns`.",
      source: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_SchemaDefinition.html",
      accepts: [
        {
          keyspaceName: "orders",
          tableName: "orders",
          schemaDefinition: {
            columns: [
              { name: "id", type: "text" },
              { name: "at", type: "timestamp" },
            ],
            partitionKeys: [{ name: "id" }],
            clusteringKeys: [{ name: "at", orderBy: "ASC" }],
          },
        },
      ],
      rejects: [
        {
          keyspaceName: "orders",
          tableName: "orders",
          schemaDefinition: { columns: [{ name: "id", type: "text" }], partitionKeys: [{ name: "order_id" }] },
        },
      ],
    },
    "aws.keyspaces.table.clustering-columns": {
      type: TABLE,
      each: "schemaDefinition.clusteringKeys",
      require: { "/schemaDefinition.columns": { some: { name: { sameAs: "../name" } } } },
      must: "Each key is one of the `columns`.",
      source: "https://docs.aws.amazon.com/keyspaces/latest/APIReference/API_SchemaDefinition.html",
      accepts: [
        {
          keyspaceName: "orders",
          tableName: "orders",
          schemaDefinition: {
            columns: [
              { name: "id", type: "text" },
              { name: "at", type: "timestamp" },
            ],
            partitionKeys: [{ name: "id" }],
            clusteringKeys: [{ name: "at", orderBy: "ASC" }],
          },
        },
      ],
      rejects: [
        {
          keyspaceName: "orders",
          tableName: "orders",
          schemaDefinition: {
            columns: [{ name: "id", type: "text" }],
            partitionKeys: [{ name: "id" }],
            clusteringKeys: [{ name: "at", orderBy: "ASC" }],
          },
        },
      ],
    },
  },
} satisfies ServiceConstraints;
