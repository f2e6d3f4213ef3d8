import {
  EBS_VOLUME,
  EC2_LAUNCH_CONFIGURATION,
  EC2_LAUNCH_TEMPLATE,
  EC2_SPOT_FLEET_REQUEST,
  EC2_SPOT_INSTANCE_REQUEST,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";
const MACHINES = ["aws:ec2/instance:Instance", EC2_SPOT_INSTANCE_REQUEST, EC2_LAUNCH_CONFIGURATION];
const TYPES = [EBS_VOLUME, EC2_LAUNCH_TEMPLATE, EC2_SPOT_FLEET_REQUEST, ...MACHINES];
/** What describes volumes that do not exist yet. */
const DESCRIPTIONS = [EC2_LAUNCH_TEMPLATE, EC2_SPOT_FLEET_REQUEST];
const BY_DEFAULT = "aws:ebs/encryptionByDefault:EncryptionByDefault";

export default defineRule({
  id: "ebs-encrypted",
  category: "encryption",
  description: "EBS volumes must be encrypted",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["customerKeys"],
  failures: [],
  why:
    "Anyone with access to an unencrypted volume or to a snapshot of it can read its data. Encryption cannot be switched " +
    "on later: the volume has to be created again from an encrypted snapshot.",
  fix: {
    typescript: "encrypted: true, // of a volume, rootBlockDevice, ebsBlockDevices or blockDeviceMappings[].ebs",
    python: "encrypted=True,  # of a volume, root_block_device, ebs_block_devices or block_device_mappings[].ebs",
    yaml: "encrypted: true # of a volume, rootBlockDevice, ebsBlockDevices or blockDeviceMappings[].ebs",
  },
  limits:
    "Devices that the program leaves to the image; volumes created from a snapshot, which are encrypted as it is; stacks " +
    "that encrypt all volumes of the account (aws.ebs.EncryptionByDefault), but for what a framework requires of volumes " +
    "that exist and of templates. Whether the account does so already is not known.",
  references: ["https://docs.aws.amazon.com/ebs/latest/userguide/ebs-encryption.html"],
  alone: TYPES,
  stack(stack, context) {
    const isByDefault = stack.ofType(BY_DEFAULT).some((setting) => setting.bool("enabled") !== false);
    for (const resource of stack.managed(...TYPES)) {
      // A framework is about the resource itself, and the default of the account encrypts new volumes only.
      if (!isByDefault || (context.servesFramework && (DESCRIPTIONS.includes(resource.type) || resource.exists))) {
        checkDevices(resource, context);
      }
    }
  },
  remediation: {
    does: "sets `encrypted: true` for the volumes that launch templates describe",
    doesWhenNew:
      "sets `encrypted: true` for volumes, and for the devices of instances, spot requests, spot fleets and launch configurations",
    resource: { types: TYPES, check: checkDevices },
  },
});

function checkDevices(resource: Resource, { decide }: Context): void {
  for (const device of devicesOf(resource)) {
    const encrypted = device.bool("encrypted");
    const isCopy = encrypted === undefined && hasSnapshot(device);
    decide(isCopy || encrypted, {
      at: device,
      property: "encrypted",
      // A template gets a new version, everything else is replaced; the template's switch is a string.
      ...(resource.type === EC2_LAUNCH_TEMPLATE ? { fix: { encrypted: "true" } } : { fixWhenNew: { encrypted: true } }),
      message:
        "The volume is not encrypted, and it cannot be encrypted once it exists. Set `encrypted: true`, and `kmsKeyId` " +
        "for a key of your own.",
    });
  }
}

/** The views in which a resource describes volumes. */
function devicesOf(resource: Resource): View[] {
  switch (resource.type) {
    case EBS_VOLUME:
      return [resource];
    case EC2_LAUNCH_TEMPLATE:
      return listed(resource, "blockDeviceMappings").flatMap((mapping) => listed(mapping, "ebs"));
    case EC2_SPOT_FLEET_REQUEST:
      return listed(resource, "launchSpecifications").flatMap((machine) => [
        ...listed(machine, "rootBlockDevices"),
        ...listed(machine, "ebsBlockDevices"),
      ]);
    default:
      return [...listed(resource, "rootBlockDevice"), ...listed(resource, "ebsBlockDevices")];
  }
}

function listed(view: View, property: string): View[] {
  const elements = view.list(property);
  return known(elements) ? elements.filter(({ isUnknown, isAbsent }) => !isUnknown && !isAbsent) : [];
}

// A root device has no snapshot argument: the image decides.
function hasSnapshot(device: View): boolean {
  const entries = device.entries();
  return !known(entries) || entries.some(([key, value]) => key === "snapshotId" && !value.isAbsent);
}
