import type { ControlCase } from "./case";

const GROUP = "aws:autoscaling/group:Group";
const LAUNCH = "aws:ec2/launchConfiguration:LaunchConfiguration";
const sizes = { minSize: 1, maxSize: 3 };
const launch = { imageId: "ami-0a1b2c3d4e5f60718", instanceType: "m6i.large" };
const template = { launchTemplateSpecification: { launchTemplateId: "lt-0a1b2c3d" } };

export default [
  {
    control: "AutoScaling.1",
    rule: "autoscaling-health-check",
    type: GROUP,
    violating: {
      ...sizes,
      targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/web/0a1b"],
      healthCheckType: "EC2",
    },
    compliant: {
      ...sizes,
      targetGroupArns: ["arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/web/0a1b"],
      healthCheckType: "ELB",
    },
  },
  {
    control: "AutoScaling.2",
    rule: "autoscaling-multiple-zones",
    type: GROUP,
    violating: { ...sizes, availabilityZones: ["us-east-1a"] },
    compliant: { ...sizes, availabilityZones: ["us-east-1a", "us-east-1b"] },
  },
  {
    control: "AutoScaling.2",
    rule: "autoscaling-multiple-zones",
    type: GROUP,
    violating: { ...sizes, vpcZoneIdentifiers: ["subnet-0a"] },
    compliant: { ...sizes, vpcZoneIdentifiers: ["subnet-0a", "subnet-0b"] },
  },
  {
    control: "AutoScaling.3",
    rule: "imdsv2",
    type: LAUNCH,
    violating: { ...launch, metadataOptions: { httpTokens: "optional" } },
    compliant: { ...launch, metadataOptions: { httpTokens: "required" } },
  },
  {
    control: "AutoScaling.4",
    rule: "launch-configuration-hop-limit",
    type: LAUNCH,
    violating: { ...launch, metadataOptions: { httpPutResponseHopLimit: 2 } },
    compliant: { ...launch, metadataOptions: { httpPutResponseHopLimit: 1 } },
  },
  {
    control: "AutoScaling.5",
    rule: "launch-configuration-public-ip",
    type: LAUNCH,
    violating: { ...launch, associatePublicIpAddress: true },
    compliant: { ...launch, associatePublicIpAddress: false },
  },
  {
    control: "AutoScaling.6",
    rule: "autoscaling-instance-types",
    type: GROUP,
    violating: {
      ...sizes,
      mixedInstancesPolicy: { launchTemplate: { ...template, overrides: [{ instanceType: "m6i.large" }] } },
    },
    compliant: {
      ...sizes,
      mixedInstancesPolicy: {
        launchTemplate: { ...template, overrides: [{ instanceType: "m6i.large" }, { instanceType: "m7i.large" }] },
      },
    },
  },
  {
    control: "AutoScaling.6",
    rule: "autoscaling-instance-types",
    type: GROUP,
    violating: { ...sizes, launchTemplate: { id: "lt-0a1b2c3d" } },
    compliant: {
      ...sizes,
      mixedInstancesPolicy: {
        launchTemplate: { ...template, overrides: [{ instanceRequirements: { vcpuCount: { min: 2 } } }] },
      },
    },
  },
  {
    control: "AutoScaling.9",
    rule: "autoscaling-launch-template",
    type: GROUP,
    violating: { ...sizes, launchConfiguration: "web" },
    compliant: { ...sizes, launchTemplate: { id: "lt-0a1b2c3d" } },
  },
] satisfies ControlCase[];
