import type { RuleExamples } from "../../src/rules/examples";

const program = (image: string): string => `
const image = aws.ec2.getAmiOutput({ mostRecent: true, owners: ["amazon"], nameRegex: "^al2023-ami-2023" });
const template = new aws.ec2.LaunchTemplate("web", {${image} instanceType: "m7g.large" });
new aws.autoscaling.Group("web", {
  launchTemplate: { id: template.id },
  vpcZoneIdentifiers: ["subnet-0b8d3f6a1c5e7294d"],
  minSize: 2,
  maxSize: 4,
});
`;

export default { incorrect: program(""), correct: program(" imageId: image.id,") } satisfies RuleExamples;
