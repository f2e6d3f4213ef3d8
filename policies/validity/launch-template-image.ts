import { AUTOSCALING_GROUP, EC2_LAUNCH_TEMPLATE } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { defineRule } from "../../src/rules/rule";

/** The template of the stack that a group launches, where it is certain which one. */
function templateOf(stack: Stack, group: Resource): Resource | undefined {
  const named = [group.at("launchTemplate", "id"), group.at("launchTemplate", "name")];
  const { resources, complete } = stack.refsOfAll(named, EC2_LAUNCH_TEMPLATE);
  const [template, ...others] = resources;
  return complete && others.length === 0 && template?.external === false ? template : undefined;
}

export default defineRule({
  id: "launch-template-image",
  category: "validity",
  description: "Launch templates of Auto Scaling groups must name an image",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An Auto Scaling group starts its machines from nothing but its launch template, so that the template must say which " +
    "image they have. AWS rejects the group otherwise. A template for single instances or for EKS may leave the image out.",
  fix: {
    typescript: `const template = new aws.ec2.LaunchTemplate("web", { imageId: image.imageId, instanceType: "m7g.large" });
new aws.autoscaling.Group("web", { launchTemplate: { id: template.id }, minSize: 2, maxSize: 4 });`,
    python: `template = aws.ec2.LaunchTemplate("web", image_id=image.image_id, instance_type="m7g.large")
aws.autoscaling.Group("web", launch_template={"id": template.id}, min_size=2, max_size=4)`,
    yaml: `resources:
  template:
    type: aws:ec2:LaunchTemplate
    properties:
      imageId: \${image.imageId}
      instanceType: m7g.large`,
  },
  limits:
    "Templates outside the stack, and groups with a policy of mixed instances, which may name images of their own. On a group " +
    "that exists already a finding is advisory.",
  references: [
    "https://docs.aws.amazon.com/autoscaling/ec2/userguide/create-launch-template.html",
    "https://docs.aws.amazon.com/autoscaling/ec2/APIReference/API_CreateAutoScalingGroup.html",
  ],
  stack(stack, { report }) {
    for (const group of stack.managed(AUTOSCALING_GROUP)) {
      const template = templateOf(stack, group);
      if (template?.at("imageId").isAbsent) {
        report({
          at: group,
          property: "launchTemplate",
          onlyAtCreation: true,
          message:
            `The launch template ${template.name} names no image, and the group has nothing else to start machines from. Set ` +
            "`imageId` on the template.",
          awsError: "You must use a valid fully-formed launch template. The request must contain the parameter ImageId",
        });
      }
    }
  },
});
