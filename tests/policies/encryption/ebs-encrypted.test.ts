import rule from "../../../policies/encryption/ebs-encrypted";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const volume = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:ebs/volume:Volume", "data", { availabilityZone: "us-east-1a", size: 100, ...inputs });
const instance = (inputs: Record<string, Input>): BuiltResource => resource("aws:ec2/instance:Instance", "web", inputs);
const template = (blockDeviceMappings: Input): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { blockDeviceMappings });
const byDefault = (enabled?: Input): BuiltResource =>
  resource("aws:ebs/encryptionByDefault:EncryptionByDefault", "all", { enabled });

ruleTest(rule, {
  valid: [
    { name: "encrypted", stack: [volume({ encrypted: true })] },
    { name: "a copy", stack: [volume({ snapshotId: "snap-0123" })] },
    { name: "the whole account", stack: [volume(), byDefault()], isRemediated: true },
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
    { name: "a read one", stack: [resource("aws:ebs/volume:Volume", "data", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "a volume",
      stack: [volume(), byDefault(false)],
      findings: [{ resource: "data", path: "encrypted", message: /cannot be once it exists/ }],
    },
    {
      name: "a copy that says no",
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
      mended: {
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
      mended: {
        web: { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 50, encrypted: "true" } }] },
      },
    },
  ],
  undecided: [{ name: "the encryption", stack: [volume({ encrypted: unknown })], at: ["data.encrypted"] }],
});
