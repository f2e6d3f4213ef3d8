import type { RuleExamples } from "../../src/rules/examples";

const replication = (more: string): string => `
const replication = new aws.s3.BucketReplicationConfig("orders", {
  bucket: "shop-orders",
  role: "arn:aws:iam::111122223333:role/replication",
  rules: [{
    status: "Enabled",
    filter: { prefix: "orders/" },${more}
    destination: { bucket: "arn:aws:s3:::shop-orders-copy" },
  }],
});
`;

export default {
  incorrect: replication(""),
  correct: replication('\n    deleteMarkerReplication: { status: "Disabled" },'),
} satisfies RuleExamples;
