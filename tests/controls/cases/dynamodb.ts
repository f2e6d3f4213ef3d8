import type { ControlCase } from "./case";

const TABLE = "aws:dynamodb/table:Table";
const DAX = "aws:dax/cluster:Cluster";
const TARGET = "aws:appautoscaling/target:Target";

const table = { name: "orders", hashKey: "id", attributes: [{ name: "id", type: "S" }] };
const provisioned = { ...table, billingMode: "PROVISIONED", readCapacity: 5, writeCapacity: 5 };
const dax = {
  clusterName: "orders",
  nodeType: "dax.t3.small",
  replicationFactor: 3,
  iamRoleArn: "arn:aws:iam::464738291005:role/dax",
};
const target = (name: string, scalableDimension: string) => ({
  type: TARGET,
  name,
  inputs: {
    serviceNamespace: "dynamodb",
    resourceId: "table/orders",
    scalableDimension,
    minCapacity: 5,
    maxCapacity: 50,
  },
});

export default [
  {
    control: "DynamoDB.1",
    rule: "dynamodb-autoscaling",
    type: TABLE,
    violating: provisioned,
    compliant: { ...table, billingMode: "PAY_PER_REQUEST" },
  },
  {
    control: "DynamoDB.1",
    rule: "dynamodb-autoscaling",
    about: "scalable targets",
    type: TABLE,
    violating: provisioned,
    compliant: provisioned,
    others: [target("reads", "dynamodb:table:ReadCapacityUnits")],
    othersOfCompliant: [target("writes", "dynamodb:table:WriteCapacityUnits")],
  },
  {
    control: "DynamoDB.3",
    rule: "dax-encrypted-at-rest",
    type: DAX,
    violating: dax,
    compliant: { ...dax, serverSideEncryption: { enabled: true } },
  },
  {
    control: "DynamoDB.4",
    rule: "backup-covers-databases",
    type: TABLE,
    violating: table,
    compliant: table,
    othersOfViolating: [
      {
        type: "aws:backup/selection:Selection",
        name: "backup",
        inputs: { planId: "plan", resources: ["arn:aws:rds:*:*:db:*"] },
      },
    ],
    othersOfCompliant: [
      { type: "aws:backup/selection:Selection", name: "backup", inputs: { planId: "plan", resources: ["${it.arn}"] } },
    ],
  },
  {
    control: "DynamoDB.6",
    rule: "dynamodb-deletion-protection",
    type: TABLE,
    violating: table,
    compliant: { ...table, deletionProtectionEnabled: true },
  },
  {
    control: "DynamoDB.7",
    rule: "dax-encrypted-in-transit",
    type: DAX,
    violating: { ...dax, clusterEndpointEncryptionType: "NONE" },
    compliant: { ...dax, clusterEndpointEncryptionType: "TLS" },
  },
] satisfies ControlCase[];
