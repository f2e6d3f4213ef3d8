import type { ControlCase, Inputs, Other } from "./case";

const FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";
const ACCESS_POINT = "aws:efs/accessPoint:AccessPoint";
const CLUSTER = "aws:eks/cluster:Cluster";

const cluster = (inputs: Inputs): Inputs => ({
  name: "shop",
  version: "1.35",
  roleArn: "arn:aws:iam::464738291005:role/eks",
  vpcConfig: { subnetIds: ["subnet-1", "subnet-2"] },
  ...inputs,
});
const automatic = (status: string): Other => ({
  type: "aws:efs/backupPolicy:BackupPolicy",
  name: "policy",
  inputs: { fileSystemId: "${it.id}", backupPolicy: { status } },
});
const subnet = (mapPublicIpOnLaunch: boolean): Other => ({
  type: "aws:ec2/subnet:Subnet",
  name: "subnet",
  inputs: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch },
});

export default [
  {
    control: "EFS.1",
    rule: "efs-encrypted",
    type: FILE_SYSTEM,
    violating: { encrypted: false },
    compliant: { encrypted: true, kmsKeyId: "arn:aws:kms:us-east-1:464738291005:key/1" },
  },
  {
    control: "EFS.2",
    rule: "backup-covers-volumes",
    type: FILE_SYSTEM,
    violating: { encrypted: true },
    compliant: { encrypted: true },
    othersOfCompliant: [
      { type: "aws:backup/selection:Selection", name: "backup", inputs: { planId: "plan", resources: ["${it.arn}"] } },
    ],
  },
  {
    control: "EFS.3",
    rule: "efs-access-point-root",
    type: ACCESS_POINT,
    violating: { fileSystemId: "fs-1", rootDirectory: { path: "/" } },
    compliant: { fileSystemId: "fs-1", rootDirectory: { path: "/orders" } },
  },
  {
    control: "EFS.4",
    rule: "efs-access-point-user",
    type: ACCESS_POINT,
    violating: { fileSystemId: "fs-1" },
    compliant: { fileSystemId: "fs-1", posixUser: { uid: 1000, gid: 1000 } },
  },
  {
    control: "EFS.6",
    rule: "efs-mount-target-private",
    type: "aws:efs/mountTarget:MountTarget",
    violating: { fileSystemId: "fs-1", subnetId: "${subnet.id}" },
    compliant: { fileSystemId: "fs-1", subnetId: "${subnet.id}" },
    othersOfViolating: [subnet(true)],
    othersOfCompliant: [subnet(false)],
  },
  {
    control: "EFS.7",
    rule: "efs-automatic-backups",
    type: FILE_SYSTEM,
    violating: { encrypted: true },
    compliant: { encrypted: true },
    othersOfViolating: [automatic("DISABLED")],
    othersOfCompliant: [automatic("ENABLED")],
  },
  {
    control: "EFS.8",
    rule: "efs-encrypted",
    type: FILE_SYSTEM,
    violating: {},
    compliant: { encrypted: true },
  },
  {
    control: "EKS.1",
    rule: "eks-endpoint-private",
    type: CLUSTER,
    violating: cluster({ vpcConfig: { subnetIds: ["subnet-1"], endpointPublicAccess: true } }),
    compliant: cluster({
      vpcConfig: { subnetIds: ["subnet-1"], endpointPublicAccess: false, endpointPrivateAccess: true },
    }),
  },
  {
    control: "EKS.2",
    rule: "eks-version",
    type: CLUSTER,
    violating: cluster({ version: "1.24" }),
    compliant: cluster({ version: "1.35" }),
  },
  {
    control: "EKS.3",
    rule: "eks-secrets-encrypted",
    type: CLUSTER,
    violating: cluster({}),
    compliant: cluster({
      encryptionConfig: {
        provider: { keyArn: "arn:aws:kms:us-east-1:464738291005:key/1" },
        resources: ["secrets"],
      },
    }),
  },
  {
    control: "EKS.8",
    rule: "eks-audit-logs",
    type: CLUSTER,
    violating: cluster({ enabledClusterLogTypes: ["api"] }),
    compliant: cluster({ enabledClusterLogTypes: ["api", "audit"] }),
  },
] satisfies ControlCase[];
