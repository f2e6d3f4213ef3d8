import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const VOLUME = "aws:ebs/volume:Volume";
const LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const MACHINES = ["aws:ec2/instance:Instance", "aws:ec2/spotInstanceRequest:SpotInstanceRequest"];
const TYPES = [VOLUME, LAUNCH_TEMPLATE, ...MACHINES];
const BY_DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault";

export default defineRule({
  id: "ebs-encrypted",
  category: "encryption",
  description: "EBS volumes are encrypted",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "Whoever gets at an unencrypted volume or at a snapshot of it reads the data. Encryption cannot be switched on later: " +
    "the volume has to be made anew from an encrypted snapshot.",
  fix: {
    typescript: "encrypted: true, // of a volume, rootBlockDevice, ebsBlockDevices or blockDeviceMappings[].ebs",
    python: "encrypted=True,  # of a volume, root_block_device, ebs_block_devices or block_device_mappings[].ebs",
    yaml: "encrypted: true # of a volume, rootBlockDevice, ebsBlockDevices or blockDeviceMappings[].ebs",
  },
  limits:
    "Devices that the program leaves to the image, and volumes made from a snapshot, which are encrypted as it is; stacks " +
    "that make the account encrypt all volumes (aws.ebs.EncryptionByDefault). An account that does so by itself is not seen.",
  stack(stack, context) {
    if (stack.ofType(BY_DEFAULT).some((setting) => setting.bool("enabled") !== false)) {
      return;
    }
    for (const resource of stack.ofType(...TYPES).filter(({ outside }) => !outside)) {
      checkDevices(resource, context);
    }
  },
  remediation: {
    does: "sets `encrypted: true` for the volumes that launch templates describe",
    doesWhenNew: "sets `encrypted: true` for volumes, and for the devices of instances and spot requests",
    resource: { types: TYPES, check: checkDevices },
  },
});

function checkDevices(resource: Resource, { report, undecided }: Context): void {
  for (const device of devicesOf(resource)) {
    const encrypted = device.bool("encrypted");
    const isCopy = encrypted === undefined && hasSnapshot(device);
    if (encrypted === UNKNOWN) {
      undecided(device, "encrypted");
    } else if (!encrypted && !isCopy) {
      report({
        at: device,
        property: "encrypted",
        // A template gets another version, all else is made anew; its type has the switch as a text.
        ...(resource.type === LAUNCH_TEMPLATE ? { mend: { encrypted: "true" } } : { mendWhenNew: { encrypted: true } }),
        message:
          "the volume is not encrypted, and cannot be once it exists; set encrypted: true (with kmsKeyId for a key of your own).",
      });
    }
  }
}

/** The places where a resource says what a volume is like. */
function devicesOf(resource: Resource): View[] {
  switch (resource.type) {
    case VOLUME:
      return [resource];
    case LAUNCH_TEMPLATE:
      return listed(resource, "blockDeviceMappings").flatMap((mapping) => listed(mapping, "ebs"));
    default:
      return [...listed(resource, "rootBlockDevice"), ...listed(resource, "ebsBlockDevices")];
  }
}

function listed(view: View, property: string): View[] {
  const elements = view.list(property);
  return known(elements) ? elements.filter(({ isUnknown, isAbsent }) => !isUnknown && !isAbsent) : [];
}

// A root device takes no snapshot: the image has it.
function hasSnapshot(device: View): boolean {
  const entries = device.entries();
  return !known(entries) || entries.some(([key, place]) => key === "snapshotId" && !place.isAbsent);
}
