import type { RuleExamples } from "../../src/rules/examples";

const program = (dependsOn: string): string => `
const orders = new aws.s3.Bucket("orders");
const copies = new aws.s3.Bucket("copies");
const versioningConfiguration = { status: "Enabled" };
const source = new aws.s3.BucketVersioning("source", { bucket: orders.id, versioningConfiguration });
const target = new aws.s3.BucketVersioning("target", { bucket: copies.id, versioningConfiguration });
new aws.s3.BucketReplicationConfig("orders", {
  bucket: orders.id,
  role: "arn:aws:iam::464738291005:role/replication",
  rules: [{ id: "all", status: "Enabled", destination: { bucket: copies.arn } }],
}, { dependsOn: [${dependsOn}] });
`;

export default { incorrect: program("source"), correct: program("source, target") } satisfies RuleExamples;
