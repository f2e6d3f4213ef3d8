import rule from "../../../policies/validity/launch-template-image";
import { resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const template = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { instanceType: "m7g.large", ...inputs });
const group = (inputs: Record<string, Input>): BuiltResource =>
  resource("aws:autoscaling/group:Group", "web", { minSize: 2, maxSize: 4, ...inputs });
const bare = template({});
const complete = template({ imageId: "ami-0c7d1e9b4a2f63850" });

ruleTest(rule, {
  valid: [
    { name: "a template with an image", stack: [complete, group({ launchTemplate: { id: complete.id } })] },
    {
      name: "an image that is not known yet",
      stack: [template({ imageId: unknown }), group({ launchTemplate: { id: bare.id } })],
    },
    { name: "a template for something else", stack: [bare, group({ launchTemplate: { id: "lt-0a1b2c3d4e5f67890" } })] },
    {
      name: "mixed instances, which may have images",
      stack: [
        bare,
        group({
          mixedInstancesPolicy: { launchTemplate: { launchTemplateSpecification: { launchTemplateId: bare.id } } },
        }),
      ],
    },
  ],
  invalid: [
    {
      name: "a template by its id, without an image",
      shape: "preview",
      stack: [bare, group({ launchTemplate: { id: bare.id, version: "$Latest" } })],
      findings: [{ resource: "web", path: "launchTemplate", message: /The launch template web names no image/ }],
    },
    {
      name: "a template by its name",
      shape: "preview",
      stack: [bare, group({ launchTemplate: { name: bare.name } })],
      findings: [{ resource: "web", path: "launchTemplate", message: /Set `imageId` on the template/ }],
    },
  ],
});
