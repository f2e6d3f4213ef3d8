import type { ControlCase, Inputs, Other } from "./case";

const CONFIGURATION = "aws:emr/securityConfiguration:SecurityConfiguration";

const settings = (EnableAtRestEncryption: boolean, EnableInTransitEncryption: boolean): Inputs => ({
  configuration: JSON.stringify({ EncryptionConfiguration: { EnableAtRestEncryption, EnableInTransitEncryption } }),
});
const cluster = {
  releaseLabel: "emr-7.9.0",
  serviceRole: "EMR_DefaultRole_V2",
  ec2Attributes: { instanceProfile: "EMR_EC2_DefaultRole", subnetId: "${subnet.id}" },
};
const subnet = (mapPublicIpOnLaunch: boolean): Other => ({
  type: "aws:ec2/subnet:Subnet",
  name: "subnet",
  inputs: { vpcId: "vpc-1", cidrBlock: "10.0.1.0/24", mapPublicIpOnLaunch },
});

export default [
  {
    control: "EMR.1",
    rule: "emr-cluster-not-public",
    type: "aws:emr/cluster:Cluster",
    violating: cluster,
    compliant: cluster,
    othersOfViolating: [subnet(true)],
    othersOfCompliant: [subnet(false)],
  },
  {
    control: "EMR.3",
    rule: "emr-encrypted-at-rest",
    type: CONFIGURATION,
    violating: settings(false, true),
    compliant: settings(true, false),
  },
  {
    control: "EMR.4",
    rule: "emr-encrypted-in-transit",
    type: CONFIGURATION,
    violating: settings(true, false),
    compliant: settings(false, true),
  },
] satisfies ControlCase[];
