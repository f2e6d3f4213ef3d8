import rule from "../../../policies/naming/ami-hardcoded";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const AMI = "ami-0abcdef1234567890";
const instance = (ami: Input): BuiltResource =>
  resource("aws:ec2/instance:Instance", "web", { ami, instanceType: "t4g.small" });
const template = (imageId: Input): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { imageId });
const files = { "index.ts": `const ami = "${AMI}";` };
const image = resource("aws:ec2/ami:Ami", "own", { name: "own" });

ruleTest(rule, {
  valid: [
    { name: "the result of a data source", stack: [instance(AMI)], files: { "index.ts": "aws.ec2.getAmi({});" } },
    { name: "from the configuration", stack: [instance(AMI)], files, config: { "shop:ami": AMI } },
    { name: "a parameter", stack: [template("resolve:ssm:/golden/web")], files },
    { name: "an image of the stack", stack: [image, instance(image.id)], files },
    { name: "unknown or absent", stack: [instance(unknown), template(undefined)], files },
    { name: "sources that cannot be read", stack: [instance(AMI)] },
  ],
  invalid: [
    {
      name: "an instance",
      stack: [instance(AMI)],
      files,
      findings: [{ resource: "web", path: "ami", message: /"ami-0abcdef1234567890" is hard-coded/ }],
    },
    { name: "a template", stack: [template(AMI)], files, findings: [{ resource: "web", path: "imageId" }] },
  ],
});
