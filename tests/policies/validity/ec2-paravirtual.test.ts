import rule from "../../../policies/validity/ec2-paravirtual";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const IMAGE = "aws:ec2/ami:Ami";
const hvm = resource(IMAGE, "image", { virtualizationType: "hvm" });
const paravirtual = resource(IMAGE, "image");
const instance = (instanceType: string, ami: Input): BuiltResource =>
  resource("aws:ec2/instance:Instance", "web", { instanceType, ami });

ruleTest(rule, {
  valid: [
    { name: "a current type", contract, stack: [instance("t4g.small", "ami-1")] },
    { name: "an HVM image, also on an old type", contract, stack: [hvm, instance("m3.medium", hvm.id)] },
  ],
  invalid: [
    {
      name: "a paravirtual image",
      contract,
      stack: [paravirtual, instance("m3.medium", paravirtual.id)],
      findings: [
        { resource: "image", path: "virtualizationType", level: "mandatory", message: /which is the default/ },
        { resource: "web", path: "ami", level: "mandatory" },
      ],
    },
    {
      name: "an old type with an image that is not known",
      contract,
      stack: [instance("m1.small", "ami-1")],
      findings: [{ resource: "web", path: "instanceType", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "the type of an image",
      contract,
      stack: [resource(IMAGE, "image", { virtualizationType: unknown })],
      at: ["image.virtualizationType"],
    },
  ],
});
