import { REDSHIFT_CLUSTER } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/redshift/latest/APIReference/API_CreateCluster.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.redshift.cluster.elastic-ip": {
      type: REDSHIFT_CLUSTER,
      when: { elasticIp: { present: true } },
      require: { publiclyAccessible: true },
      must: "Only a public cluster has an Elastic IP address: leave out `elasticIp`.",
      source: CREATE,
      accepts: [{ publiclyAccessible: true, elasticIp: "203.0.113.10" }, { publiclyAccessible: false }],
      rejects: [{ elasticIp: "203.0.113.10", publiclyAccessible: false }],
    },
    "aws.redshift.cluster.username": {
      type: REDSHIFT_CLUSTER,
      require: { masterUsername: { matches: /^[a-z][a-z0-9_+.@-]{0,127}$/ } },
      must: "`masterUsername` must have no upper-case letters and no spaces, and begin with a letter.",
      source: CREATE,
      accepts: [{ masterUsername: "orders_owner" }],
      rejects: [{ masterUsername: "OrdersOwner" }, { masterUsername: "1orders" }],
    },
    "aws.redshift.cluster.password-characters": {
      type: REDSHIFT_CLUSTER,
      require: { masterPassword: { matches: /^(?=.*[a-z])(?=.*[A-Z])(?=.*\d)[!#-&(-.0-?A-[\]-~]{8,64}$/ } },
      must: "`masterPassword` must have 8 to 64 characters with an upper-case letter, a lower-case letter and a digit, and no quotes, slashes, backslashes, @ or spaces.",
      source: CREATE,
      accepts: [{ masterPassword: "Abcdefg1!" }],
      rejects: [{ masterPassword: "abcdefgh1" }, { masterPassword: "Abcdefg1/" }, { masterPassword: "Ab1" }],
    },
    "aws.redshift.cluster.one-password": {
      type: REDSHIFT_CLUSTER,
      when: { manageMasterPassword: true },
      require: { masterPassword: { present: false } },
      must: "AWS either manages the password or takes yours: leave out `masterPassword` or `manageMasterPassword`.",
      source: CREATE,
      accepts: [{ manageMasterPassword: true }, { masterPassword: "Abcdefg1!" }],
      rejects: [{ manageMasterPassword: true, masterPassword: "Abcdefg1!" }],
    },
    "aws.redshift.cluster.database-name": {
      type: REDSHIFT_CLUSTER,
      require: { databaseName: { matches: /^[a-z_][a-z0-9_$]{0,63}$/ } },
      must: "`databaseName` must have at most 64 lower-case letters, digits and underscores, and begin with a letter.",
      source: CREATE,
      accepts: [{ databaseName: "orders" }],
      rejects: [{ databaseName: "shop-orders" }, { databaseName: "Orders" }],
    },
    "aws.redshift.cluster.key-needs-encryption": {
      type: REDSHIFT_CLUSTER,
      when: { kmsKeyId: { present: true } },
      require: { encrypted: true },
      must: "A key requires `encrypted: true`.",
      source: CREATE,
      accepts: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", encrypted: true }],
      rejects: [{ kmsKeyId: "arn:aws:kms:us-east-1:111122223333:key/x", encrypted: false }],
    },
    "aws.redshift.cluster.node-count": {
      type: REDSHIFT_CLUSTER,
      require: { numberOfNodes: { min: 1, max: 128 } },
      must: "A cluster must have 1 to 128 nodes.",
      source: CREATE,
      accepts: [{ numberOfNodes: 2 }],
      rejects: [{ numberOfNodes: 200 }],
    },
    "aws.redshift.cluster.identifier": {
      type: REDSHIFT_CLUSTER,
      require: { clusterIdentifier: { matches: /^[a-z](?:-?[a-z0-9])*$/, maxLength: 63 } },
      must: "`clusterIdentifier` must have at most 63 lower-case letters, digits and single hyphens, and begin with a letter.",
      source: CREATE,
      accepts: [{ clusterIdentifier: "orders-1" }],
      rejects: [{ clusterIdentifier: "orders--1" }, { clusterIdentifier: "1orders" }, { clusterIdentifier: "orders-" }],
    },
    "aws.redshift.cluster.multi-az-nodes": {
      type: REDSHIFT_CLUSTER,
      when: { multiAz: true },
      require: { numberOfNodes: { min: 2 }, nodeType: { startsWith: "ra3." } },
      must: "Several zones require at least two nodes of the family ra3.",
      source: "https://docs.aws.amazon.com/redshift/latest/mgmt/managing-cluster-multi-az.html",
      accepts: [{ multiAz: true, numberOfNodes: 2, nodeType: "ra3.4xlarge" }],
      rejects: [
        { multiAz: true, numberOfNodes: 1, nodeType: "ra3.4xlarge" },
        { multiAz: true, numberOfNodes: 2, nodeType: "dc2.large" },
      ],
    },
  },
} satisfies ServiceConstraints;
