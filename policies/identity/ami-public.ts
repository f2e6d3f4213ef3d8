import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ami-public",
  category: "identity",
  description: "Machine images must not be public",
  severity: "critical",
  level: "mandatory",
  basis: "public",
  failures: [],
  why:
    "Everyone with an AWS account can start a public image and read what is on its disks: code, configuration, and keys and " +
    "passwords that were left behind.",
  fix: {
    typescript: `accountId: "464738291005", // instead of group: "all"`,
    python: `account_id="464738291005",  # instead of group="all"`,
    yaml: `accountId: "464738291005" # instead of group: all`,
  },
  limits: "What is on the image. An image that is meant for everyone needs an exemption.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/sharing-amis.html"],
  requirement: [
    {
      types: ["aws:ec2/amiLaunchPermission:AmiLaunchPermission"],
      property: "group",
      must: { isNot: "all" },
      consequence: "Everyone with an AWS account can start the image and read its disks.",
      instead: "Set `accountId` or `organizationArn` instead.",
    },
    {
      types: ["aws:imagebuilder/distributionConfiguration:DistributionConfiguration"],
      property: "distributions[].amiDistributionConfiguration.launchPermission.userGroups",
      must: { lacks: "all" },
      consequence: "Everyone with an AWS account can start the image and read its disks.",
      instead: "Set `userIds` or `organizationArns` instead.",
    },
  ],
});
