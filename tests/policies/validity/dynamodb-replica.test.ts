import rule from "../../../policies/validity/dynamodb-replica";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const TABLE = "aws:dynamodb/table:Table";
const REPLICA = "aws:dynamodb/tableReplica:TableReplica";
const EAST = { config: { "aws:region": "us-east-1" } };
const KEY: Input = { enabled: true, kmsKeyArn: "arn:aws:kms:us-east-1:1:key/0" };
const west = resource("pulumi:providers:aws", "west", { region: "us-west-2" });
const later = resource("pulumi:providers:aws", "later", { region: unknown });
const table = (replicas: Input, more: Record<string, Input> = {}, provider?: BuiltResource) =>
  resource(TABLE, "orders", { hashKey: "id", replicas, ...more }, provider && { provider });
const plain = table(undefined);
const cmk = resource("aws:kms/key:Key", "orders-key");
const OWN_KEY: Input = { enabled: true, kmsKeyArn: cmk.arn };
const encrypted = table(undefined, { serverSideEncryption: OWN_KEY });
const replica = (of: BuiltResource, more: Record<string, Input> = {}, provider?: BuiltResource) =>
  resource(REPLICA, "copy", { globalTableArn: of.arn, ...more }, provider && { provider });
const sameRegion = { resource: "orders", path: "replicas[0].regionName" };
const noKey = { resource: "orders", path: "replicas[0].kmsKeyArn" };

ruleTest(rule, {
  valid: [
    { name: "a replica in another region", ...EAST, stack: [table([{ regionName: "us-west-2" }])] },
    { name: "no replicas", ...EAST, stack: [table(undefined)] },
    { name: "a region that nothing sets", stack: [table([{ regionName: "us-east-1" }])] },
    {
      name: "a replica in the default region of a table with a provider of its own",
      ...EAST,
      stack: [west, table([{ regionName: "us-east-1" }], {}, west)],
    },
    {
      name: "a replica with a key, known or not",
      ...EAST,
      stack: [
        table(
          [
            { regionName: "us-west-2", kmsKeyArn: "arn:aws:kms:us-west-2:1:key/1" },
            { regionName: "eu-west-1", kmsKeyArn: unknown },
          ],
          { serverSideEncryption: KEY },
        ),
      ],
    },
    {
      name: "tables with the AWS managed key",
      ...EAST,
      stack: [
        table([{ regionName: "us-west-2" }], { serverSideEncryption: { enabled: true } }),
        resource(TABLE, "b", {
          replicas: [{ regionName: "us-west-2" }],
          serverSideEncryption: { enabled: false, kmsKeyArn: "arn:aws:kms:us-east-1:1:key/0" },
        }),
      ],
    },
    { name: "a separate replica in another region", ...EAST, stack: [west, plain, replica(plain, {}, west)] },
    { name: "a separate replica by its own region", ...EAST, stack: [plain, replica(plain, { region: "us-west-2" })] },
    {
      name: "a table that the stack only reads",
      ...EAST,
      stack: [resource(TABLE, "orders", { replicas: [{ regionName: "us-east-1" }] }, { external: true })],
    },
  ],
  invalid: createdAndDeployed([
    {
      name: "no key where the table has one of another stack, which may be AWS managed",
      ...EAST,
      stack: [table([{ regionName: "us-west-2" }], { serverSideEncryption: KEY })],
      findings: [{ ...noKey, level: "advisory" }],
    },
    {
      name: "a replica where the table is",
      ...EAST,
      stack: [table([{ regionName: "us-east-1" }])],
      findings: [
        { ...sameRegion, message: /is in us-east-1, which is the region of the table.*through ReplicaUpdates/ },
      ],
    },
    {
      name: "a replica where the environment puts the table",
      environmentRegion: "eu-west-1",
      stack: [table([{ regionName: "eu-west-1" }])],
      findings: [sameRegion],
    },
    {
      name: "a replica where the table's own region is",
      ...EAST,
      stack: [table([{ regionName: "us-west-2" }], { region: "us-west-2" })],
      findings: [sameRegion],
    },
    {
      name: "a replica where the table's provider is",
      ...EAST,
      stack: [west, table([{ regionName: "us-west-2" }], {}, west)],
      findings: [sameRegion],
    },
    {
      name: "no key where the table has one",
      ...EAST,
      stack: [cmk, table([{ regionName: "us-west-2" }], { serverSideEncryption: OWN_KEY })],
      findings: [{ ...noKey, message: /KMSMasterKeyId must be specified/ }],
    },
    {
      name: "no key where the table has an unknown one of another stack",
      ...EAST,
      stack: [table([{ regionName: "us-west-2" }], { serverSideEncryption: { enabled: true, kmsKeyArn: unknown } })],
      findings: [{ ...noKey, level: "advisory" }],
    },
    {
      name: "a separate replica where the table is",
      ...EAST,
      stack: [plain, replica(plain)],
      findings: [{ resource: "copy", path: "region", message: /or remove the replica\./ }],
    },
    {
      name: "a separate replica without a key",
      ...EAST,
      stack: [west, cmk, encrypted, replica(encrypted, {}, west)],
      findings: [{ resource: "copy", path: "kmsKeyArn" }],
    },
  ]),
  undecided: [
    { name: "replicas that are not known yet", ...EAST, stack: [table(unknown)], at: ["orders.replicas"] },
    {
      name: "a region of a replica that is not known yet",
      ...EAST,
      stack: [table([{ regionName: unknown }])],
      at: ["orders.replicas[0].regionName"],
    },
    {
      name: "a region of the table that is not known yet",
      stack: [later, table([{ regionName: "us-east-1" }], {}, later)],
      at: ["orders.replicas[0].regionName"],
    },
    {
      name: "an encryption that is not known yet",
      ...EAST,
      stack: [table([{ regionName: "us-west-2" }], { serverSideEncryption: unknown })],
      at: ["orders.serverSideEncryption.enabled"],
    },
    {
      name: "a table of another stack",
      ...EAST,
      stack: [resource(REPLICA, "copy", { globalTableArn: unknown })],
      at: ["copy.globalTableArn"],
    },
  ],
});
