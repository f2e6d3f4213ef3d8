import rule from "../../../policies/identity/ami-public";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const permission = (name: string, inputs: Record<string, Input>): BuiltResource =>
  resource("aws:ec2/amiLaunchPermission:AmiLaunchPermission", name, { imageId: "ami-1", ...inputs });
const distribution = (name: string, launchPermission: Input): BuiltResource =>
  resource("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", name, {
    distributions: [
      { region: "eu-central-1", amiDistributionConfiguration: { name: "private" } },
      { region: "eu-west-1", amiDistributionConfiguration: { launchPermission } },
    ],
  });

ruleTest(rule, {
  valid: [
    {
      name: "for an account",
      stack: [
        permission("shared", { accountId: "464738291005" }),
        distribution("shared", { userIds: ["464738291005"] }),
      ],
    },
  ],
  invalid: [
    {
      name: "for all",
      stack: [permission("public", { group: "all" }), distribution("built", { userGroups: ["all"] })],
      findings: [
        { resource: "public", path: "group" },
        { resource: "built", path: "distributions[1].amiDistributionConfiguration.launchPermission.userGroups" },
      ],
    },
  ],
  undecided: [
    { name: "the group", stack: [permission("image", { group: unknown })], at: ["image.group"] },
    {
      name: "the distributions",
      stack: [
        resource("aws:imagebuilder/distributionConfiguration:DistributionConfiguration", "image", {
          distributions: unknown,
        }),
      ],
      at: ["image.distributions.amiDistributionConfiguration.launchPermission.userGroups"],
    },
  ],
});
