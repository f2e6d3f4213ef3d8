import { allowedBy } from "../../src/contract/allowed";
import { EC2_INSTANCE, EC2_LAUNCH_TEMPLATE } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** The property that names the image, by type. */
const IMAGE: Readonly<Record<string, string>> = {
  [EC2_INSTANCE]: "ami",
  "aws:ec2/spotInstanceRequest:SpotInstanceRequest": "ami",
  [EC2_LAUNCH_TEMPLATE]: "imageId",
  "aws:ec2/launchConfiguration:LaunchConfiguration": "imageId",
};

export default defineRule({
  id: "ami-approved",
  category: "naming",
  description: "Machine images must be approved",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["approvedImages"],
  why:
    "An image of anyone else can have anything in it. An organization that builds and patches its own images lists them, so " +
    "that nothing starts from another one.",
  fix: {
    typescript: `ami: "ami-0a1b2c3d4e5f67890",`,
    python: `ami="ami-0a1b2c3d4e5f67890",`,
    yaml: `ami: ami-0a1b2c3d4e5f67890`,
  },
  limits: "Instances that take their image from a launch template, which is checked itself.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/approved-amis-by-id.html"],
  resource: {
    types: Object.keys(IMAGE),
    check(machine, { contract: { approvedImages: approved = [] }, decide }) {
      const property = IMAGE[machine.type] ?? "ami";
      const image = machine.str(property);
      if (image !== undefined) {
        decide(image === UNKNOWN ? UNKNOWN : allowedBy(approved)(image), {
          at: machine,
          property,
          message:
            `The image "${known(image) ? image : ""}" is not one of the contract's \`approvedImages\`. ` +
            `Set \`${property}\` to one of them, or add the image to the list.`,
        });
      }
    },
  },
});
