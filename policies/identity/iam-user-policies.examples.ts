import type { RuleExamples } from "../../src/rules/examples";

const program = (attachment: string): string => `
const policyArn = "arn:aws:iam::aws:policy/ReadOnlyAccess";
const user = new aws.iam.User("ada");
${attachment}
`;

export default {
  contract: { frameworks: ["AWS FSBP"] },
  incorrect: program(`new aws.iam.UserPolicyAttachment("ada", { user: user.name, policyArn });`),
  correct: program(`const group = new aws.iam.Group("developers");
new aws.iam.GroupPolicyAttachment("developers", { group: group.name, policyArn });
new aws.iam.UserGroupMembership("ada", { user: user.name, groups: [group.name] });`),
} satisfies RuleExamples;
