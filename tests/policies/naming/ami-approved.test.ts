import rule from "../../../policies/naming/ami-approved";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown } from "../../../src/testing/stack";

const INSTANCE = "aws:ec2/instance:Instance";
const TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
const contract = { approvedImages: ["ami-0a1b2c3d4e5f67890", "resolve:ssm:/golden/*"] };

ruleTest(rule, {
  valid: [
    { name: "any image where the contract requires nothing", stack: [resource(INSTANCE, "a", { ami: "ami-1" })] },
    {
      name: "an approved image, and one of an approved parameter",
      contract,
      stack: [
        resource(INSTANCE, "a", { ami: "ami-0a1b2c3d4e5f67890" }),
        resource(TEMPLATE, "b", { imageId: "resolve:ssm:/golden/web" }),
      ],
    },
    {
      name: "an instance with the image of its launch template",
      contract,
      stack: [resource(INSTANCE, "a", { launchTemplate: { name: "web" } })],
    },
  ],
  invalid: [
    {
      name: "other images",
      contract,
      stack: [
        resource(INSTANCE, "a", { ami: "ami-0fedcba9876543210" }),
        resource(TEMPLATE, "b", { imageId: "resolve:ssm:/aws/service/web" }),
      ],
      findings: [
        { resource: "a", path: "ami", level: "mandatory", message: /"ami-0fedcba9876543210" is not one of/ },
        { resource: "b", path: "imageId", level: "mandatory" },
      ],
    },
  ],
  undecided: [
    { name: "an image that is looked up", contract, stack: [resource(INSTANCE, "a", { ami: unknown })], at: ["a.ami"] },
  ],
});
