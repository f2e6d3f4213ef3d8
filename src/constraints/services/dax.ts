import type { ServiceConstraints } from "../form";
const CLUSTER = "aws:dax/cluster:Cluster";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.dax.cluster.name": {
      type: CLUSTER,
      require: { clusterName: { maxLength: 20, matches: /^[a-zA-Z](?:-?[a-zA-Z0-9])*$/ } },
      must: "The name has at most 20 letters, digits and single hyphens, and begins with a letter.",
      source: "https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/API_dax_CreateCluster.html",
      accepts: [
        {
          iamRoleArn: "arn:aws:iam::111122223333:role/dax",
          nodeType: "dax.r5.large",
          replicationFactor: 3,
          clusterName: "orders-production",
        },
      ],
      rejects: [
        {
          iamRoleArn: "arn:aws:iam::111122223333:role/dax",
          nodeType: "dax.r5.large",
          replicationFactor: 3,
          clusterName: "orders-cluster-production",
        },
        {
          iamRoleArn: "arn:aws:iam::111122223333:role/dax",
          nodeType: "dax.r5.large",
          replicationFactor: 3,
          clusterName: "1orders",
        },
        {
          iamRoleArn: "arn:aws:iam::111122223333:role/dax",
          nodeType: "dax.r5.large",
          replicationFactor: 3,
          clusterName: "orders-",
        },
      ],
    },
  },
} satisfies ServiceConstraints;
