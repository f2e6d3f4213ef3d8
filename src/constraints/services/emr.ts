import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.emr.cluster.step-concurrency": {
      type: "aws:emr/cluster:Cluster",
      when: { stepConcurrencyLevel: { present: true } },
      require: { stepConcurrencyLevel: { min: 1, max: 256 } },
      must: "`stepConcurrencyLevel` is 1 to 256.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_RunJobFlow.html",
      accepts: [{ stepConcurrencyLevel: 256 }],
      rejects: [{ stepConcurrencyLevel: 300 }],
    },
    "aws.emr.cluster.groups-or-fleets": {
      type: "aws:emr/cluster:Cluster",
      require: { atMostOne: ["masterInstanceGroup", "masterInstanceFleet"] },
      must: "A cluster has instance groups or instance fleets, not both.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_JobFlowInstancesConfig.html",
      accepts: [{ masterInstanceGroup: { instanceType: "x" } }, { masterInstanceFleet: { targetOnDemandCapacity: 1 } }],
      rejects: [{ masterInstanceGroup: { instanceType: "x" }, masterInstanceFleet: { targetOnDemandCapacity: 1 } }],
    },
    "aws.emr.cluster.core-groups-or-fleets": {
      type: "aws:emr/cluster:Cluster",
      require: { atMostOne: ["coreInstanceGroup", "coreInstanceFleet"] },
      must: "The core nodes are an instance group or an instance fleet, not both.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_JobFlowInstancesConfig.html",
      accepts: [{ coreInstanceGroup: { instanceType: "x" } }, { coreInstanceFleet: { targetOnDemandCapacity: 1 } }],
      rejects: [{ coreInstanceGroup: { instanceType: "x" }, coreInstanceFleet: { targetOnDemandCapacity: 1 } }],
    },
    "aws.emr.cluster.master-count": {
      type: "aws:emr/cluster:Cluster",
      when: { "masterInstanceGroup.instanceCount": { present: true } },
      require: { "masterInstanceGroup.instanceCount": [1, 3] },
      must: "The master group has 1 or 3 instances.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_InstanceGroupConfig.html",
      accepts: [{ masterInstanceGroup: { instanceType: "x", instanceCount: 3 } }],
      rejects: [{ masterInstanceGroup: { instanceType: "x", instanceCount: 2 } }],
    },
    "aws.emr.cluster.managed-security-groups": {
      type: "aws:emr/cluster:Cluster",
      require: {
        allOrNone: ["ec2Attributes.emrManagedMasterSecurityGroup", "ec2Attributes.emrManagedSlaveSecurityGroup"],
      },
      must: "The managed security groups are set together.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_JobFlowInstancesConfig.html",
      accepts: [
        {
          ec2Attributes: {
            instanceProfile: "x",
            emrManagedMasterSecurityGroup: "x",
            emrManagedSlaveSecurityGroup: "x",
          },
        },
        { ec2Attributes: { instanceProfile: "x" } },
      ],
      rejects: [{ ec2Attributes: { instanceProfile: "x", emrManagedMasterSecurityGroup: "x" } }],
    },
    "aws.emr.cluster.auto-terminate": {
      type: "aws:emr/cluster:Cluster",
      when: { "autoTerminationPolicy.idleTimeout": { present: true } },
      require: { "autoTerminationPolicy.idleTimeout": { min: 60, max: 604800 } },
      must: "The idle timeout is 60 to 604800 seconds.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_AutoTerminationPolicy.html",
      accepts: [{ autoTerminationPolicy: { idleTimeout: 3600 } }],
      rejects: [{ autoTerminationPolicy: { idleTimeout: 30 } }],
    },
    "aws.emr.security-configuration.json": {
      type: "aws:emr/securityConfiguration:SecurityConfiguration",
      require: { configuration: { matches: /^\s*\{/ } },
      must: "`configuration` is a JSON object.",
      source: "https://docs.aws.amazon.com/emr/latest/APIReference/API_CreateSecurityConfiguration.html",
      accepts: [{ configuration: JSON.stringify({ EncryptionConfiguration: {} }) }],
      rejects: [{ configuration: "encryption: true" }],
    },
  },
} satisfies ServiceConstraints;
