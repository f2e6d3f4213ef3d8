import type { ControlCase, Inputs, Other } from "./case";

const CLUSTER = "aws:redshift/cluster:Cluster";
const WORKGROUP = "aws:redshiftserverless/workgroup:Workgroup";
const NAMESPACE = "aws:redshiftserverless/namespace:Namespace";
const cluster: Inputs = { clusterIdentifier: "orders", nodeType: "ra3.large", masterUsername: "orders_admin" };
const workgroup: Inputs = { namespaceName: "orders", workgroupName: "orders" };
const namespace: Inputs = { namespaceName: "orders", adminUsername: "orders_admin", dbName: "orders" };

const parameters = (value: string): Other => ({
  type: "aws:redshift/parameterGroup:ParameterGroup",
  name: "parameters",
  inputs: { family: "redshift-2.0", name: "orders", parameters: [{ name: "require_ssl", value }] },
});

const admitting = (cidr: string): Inputs => ({
  description: "warehouse",
  ingress: [{ protocol: "tcp", fromPort: 5439, toPort: 5439, cidrBlocks: [cidr] }],
});

export default [
  {
    control: "Redshift.1",
    rule: "endpoint-not-public",
    type: CLUSTER,
    violating: { ...cluster, publiclyAccessible: true },
    compliant: { ...cluster, publiclyAccessible: false },
  },
  {
    control: "Redshift.2",
    rule: "redshift-require-tls",
    type: CLUSTER,
    violating: { ...cluster, clusterParameterGroupName: "orders" },
    compliant: { ...cluster, clusterParameterGroupName: "orders" },
    othersOfViolating: [parameters("false")],
    othersOfCompliant: [parameters("true")],
  },
  {
    control: "Redshift.2",
    rule: "redshift-require-tls",
    about: "a group of AWS",
    type: CLUSTER,
    violating: { ...cluster, clusterParameterGroupName: "default.redshift-1.0" },
    compliant: { ...cluster, clusterParameterGroupName: "default.redshift-2.0" },
  },
  {
    control: "Redshift.3",
    rule: "redshift-snapshot-retention",
    type: CLUSTER,
    violating: cluster,
    compliant: { ...cluster, automatedSnapshotRetentionPeriod: 14 },
  },
  {
    control: "Redshift.4",
    rule: "redshift-audit-logging",
    type: CLUSTER,
    violating: cluster,
    compliant: cluster,
    othersOfCompliant: [
      {
        type: "aws:redshift/logging:Logging",
        name: "logging",
        inputs: { clusterIdentifier: "${it.id}", logDestinationType: "cloudwatch", logExports: ["connectionlog"] },
      },
    ],
  },
  {
    control: "Redshift.6",
    rule: "redshift-version-upgrade",
    type: CLUSTER,
    violating: { ...cluster, allowVersionUpgrade: false },
    compliant: cluster,
  },
  {
    control: "Redshift.7",
    rule: "redshift-enhanced-vpc-routing",
    type: CLUSTER,
    violating: cluster,
    compliant: { ...cluster, enhancedVpcRouting: true },
  },
  {
    control: "Redshift.8",
    rule: "redshift-admin-username",
    type: CLUSTER,
    violating: { ...cluster, masterUsername: "awsuser" },
    compliant: cluster,
  },
  {
    control: "Redshift.9",
    rule: "redshift-database-name",
    type: CLUSTER,
    violating: cluster,
    compliant: { ...cluster, databaseName: "orders" },
  },
  {
    control: "Redshift.10",
    rule: "redshift-encrypted",
    type: CLUSTER,
    violating: { ...cluster, encrypted: "false" },
    compliant: { ...cluster, encrypted: "true" },
  },
  {
    control: "Redshift.15",
    rule: "security-group-database-open",
    type: "aws:ec2/securityGroup:SecurityGroup",
    violating: admitting("0.0.0.0/0"),
    compliant: admitting("10.0.0.0/16"),
    others: [{ type: CLUSTER, name: "cluster", inputs: { ...cluster, vpcSecurityGroupIds: ["${it.id}"] } }],
  },
  {
    control: "Redshift.18",
    rule: "redshift-multi-az",
    type: CLUSTER,
    violating: cluster,
    compliant: { ...cluster, multiAz: true },
  },
  {
    control: "RedshiftServerless.1",
    rule: "redshift-serverless-enhanced-vpc-routing",
    type: WORKGROUP,
    violating: workgroup,
    compliant: { ...workgroup, enhancedVpcRouting: true },
  },
  {
    control: "RedshiftServerless.2",
    rule: "redshift-serverless-require-tls",
    type: WORKGROUP,
    violating: { ...workgroup, configParameters: [{ parameterKey: "require_ssl", parameterValue: "false" }] },
    compliant: { ...workgroup, configParameters: [{ parameterKey: "require_ssl", parameterValue: "true" }] },
  },
  {
    control: "RedshiftServerless.3",
    rule: "endpoint-not-public",
    type: WORKGROUP,
    violating: { ...workgroup, publiclyAccessible: true },
    compliant: workgroup,
  },
  {
    control: "RedshiftServerless.5",
    rule: "redshift-serverless-admin-username",
    type: NAMESPACE,
    violating: { ...namespace, adminUsername: "admin" },
    compliant: namespace,
  },
  {
    control: "RedshiftServerless.6",
    rule: "redshift-serverless-log-exports",
    type: NAMESPACE,
    violating: { ...namespace, logExports: ["userlog"] },
    compliant: { ...namespace, logExports: ["connectionlog", "userlog", "useractivitylog"] },
  },
  {
    control: "RedshiftServerless.7",
    rule: "redshift-serverless-database-name",
    type: NAMESPACE,
    violating: { namespaceName: "orders" },
    compliant: namespace,
  },
] satisfies ControlCase[];
