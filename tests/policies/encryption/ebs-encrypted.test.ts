import rule from "../../../policies/encryption/ebs-encrypted";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const volume = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ebs/volume:Volume", "data", { availabilityZone: "us-east-1a", size: 100, ...inputs });
const instance = (inputs: Record<string, Input>): BuiltResource => resource("aws:ec2/instance:Instance", "web", inputs);
const template = (blockDeviceMappings: Input): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { blockDeviceMappings });
const byDefault = (enabled?: Input): BuiltResource =>
  resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "all", { enabled });

ruleTest(rule, {
  valid: [
    { name: "an encrypted volume", stack: [volume({ encrypted: true })] },
    { name: "a volume from a snapshot", stack: [volume({ snapshotId: "snap-0123" })] },
    { name: "encryption by default for the whole account", stack: [volume(), byDefault()], isRemediated: true },
    { name: "devices of the image", stack: [instance({ instanceType: "t4g.small" })] },
    {
      name: "encrypted devices",
      stack: [
        instance({
          rootBlockDevice: { encrypted: true },
          ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true }],
        }),
      ],
    },
    {
      name: "devices that are not known yet",
      stack: [instance({ rootBlockDevice: unknown, ebsBlockDevices: unknown })],
    },
    {
      name: "mappings of a template",
      stack: [
        template([
          { deviceName: "/dev/xvda", ebs: { encrypted: "true" } },
          { deviceName: "/dev/sdb", noDevice: "" },
          { deviceName: "/dev/sdc", ebs: { snapshotId: "snap-1" } },
          unknown,
        ]),
      ],
      shape: "preview",
    },
    {
      name: "a volume that the stack only reads",
      stack: [resource("aws:ebs/volume:Volume", "data", {}, { external: true })],
    },
  ],
  invalid: [
    {
      name: "the machines of a spot fleet",
      stack: [
        resource("aws:ec2/spotFleetRequest:SpotFleetRequest", "fleet", {
          launchSpecifications: [
            { instanceType: "m7g.large", rootBlockDevices: [{ volumeSize: 20 }] },
            { instanceType: "m7g.large", ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true }] },
          ],
        }),
      ],
      findings: [{ resource: "fleet", path: "launchSpecifications[0].rootBlockDevices[0].encrypted" }],
    },
    {
      name: "a volume without encryption",
      stack: [volume(), byDefault(false)],
      findings: [{ resource: "data", path: "encrypted", message: /cannot be encrypted once it exists/ }],
    },
    {
      name: "a volume without encryption where the contract requires customer keys",
      contract: { customerKeys: true },
      stack: [volume()],
      findings: [{ resource: "data", path: "encrypted", level: "mandatory" }],
    },
    {
      name: "a volume from a snapshot with encryption switched off",
      stack: [volume({ snapshotId: "snap-1", encrypted: false })],
      findings: [{ resource: "data", path: "encrypted" }],
    },
    {
      name: "devices of an instance",
      stack: [instance({ rootBlockDevice: { volumeSize: 50 }, ebsBlockDevices: [{ deviceName: "/dev/sdf" }] })],
      findings: [
        { resource: "web", path: "rootBlockDevice.encrypted" },
        { resource: "web", path: "ebsBlockDevices[0].encrypted" },
      ],
      fixed: {
        web: {
          rootBlockDevice: { volumeSize: 50, encrypted: true },
          ebsBlockDevices: [{ deviceName: "/dev/sdf", encrypted: true }],
        },
      },
    },
    {
      name: "a device of a template",
      stack: [template([{ deviceName: "/dev/xvda", ebs: { volumeSize: 50, encrypted: "false" } }])],
      findings: [{ resource: "web", path: "blockDeviceMappings[0].ebs.encrypted" }],
      fixed: {
        web: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 50, encrypted: "true" } }] },
      },
    },
  ],
  undecided: [
    { name: "encryption that is not known yet", stack: [volume({ encrypted: unknown })], at: ["data.encrypted"] },
  ],
});
