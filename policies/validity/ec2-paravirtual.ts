import { EC2_INSTANCE, EC2_SPOT_INSTANCE_REQUEST } from "../../src/aws/type-tokens";
import { equals, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const IMAGE = "aws:ec2/ami:Ami";
const MACHINES = [EC2_INSTANCE, EC2_SPOT_INSTANCE_REQUEST];

/** The families of instance types that run paravirtual images; all later ones run HVM images only. */
const OLD = /^(?:c1|c3|hs1|m1|m2|m3|t1)\./;

export default defineRule({
  id: "ec2-paravirtual",
  category: "validity",
  description: "EC2 instances must not use paravirtual images",
  severity: "medium",
  level: "only-if-required",
  why:
    "Paravirtual images run on instance types of the first generations only: they cannot use enhanced networking or " +
    "current processors, and are slower than HVM images.",
  fix: {
    typescript: `virtualizationType: "hvm", // of the image, with an instanceType such as "t4g.small"`,
    python: `virtualization_type="hvm",  # of the image, with an instance_type such as "t4g.small"`,
    yaml: `virtualizationType: hvm # of the image, with an instanceType such as t4g.small`,
  },
  limits: "Images of other stacks. An instance of an old type is advisory, as it may run an HVM image too.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/virtualization_types.html",
  ],
  alone: [IMAGE, ...MACHINES],
  stack(stack, { decide, report }) {
    for (const image of stack.managed(IMAGE)) {
      decide(isHvm(image), {
        at: image,
        property: "virtualizationType",
        message:
          `The image is paravirtual${image.at("virtualizationType").isAbsent ? ", which is the default" : ""}, so that it ` +
          'runs on old instance types only. Set `virtualizationType: "hvm"`.',
      });
    }
    for (const machine of stack.managed(...MACHINES)) {
      const type = machine.str("instanceType");
      const images = imagesOf(stack, machine);
      if (images.some((image) => isHvm(image) === false)) {
        report({
          at: machine,
          property: "ami",
          message: "The instance runs a paravirtual image. Choose an HVM image and a current instance type.",
        });
      } else if (known(type) && OLD.test(type) && images.length === 0) {
        report({
          at: machine,
          property: "instanceType",
          level: "advisory",
          message:
            `"${type}" is one of the old types that run paravirtual images. Choose a current type, such as ` +
            '`instanceType: "t4g.small"`.',
        });
      }
    }
  },
});

/** Whether an image of the stack is an HVM image; the provider's default is a paravirtual one. */
const isHvm = (image: Resource): Certainty =>
  not(equals(image.str("virtualizationType") ?? "paravirtual", "paravirtual"));

const imagesOf = (stack: Stack, machine: Resource): readonly Resource[] =>
  stack.refs(machine.at("ami"), IMAGE).resources;
