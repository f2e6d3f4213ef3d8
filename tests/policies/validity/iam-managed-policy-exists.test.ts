import rule from "../../../policies/validity/iam-managed-policy-exists";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../testing/stack";

const AWS = "arn:aws:iam::aws:policy/";
const attach = (policyArn: Input, options: BuildOptions = {}): BuiltResource =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", "logs", { role: "api", policyArn }, options);
const role = (inputs: Record<string, Input>): BuiltResource => resource("aws:iam/role:Role", "api", inputs);
const own = resource("aws:iam/policy:Policy", "own");

ruleTest(rule, {
  valid: [
    { name: "a policy of AWS", stack: [attach(`${AWS}AdministratorAccess`)] },
    { name: "one with a path", stack: [attach(`${AWS}service-role/AWSLambdaBasicExecutionRole`)] },
    { name: "one for a job", stack: [attach(`${AWS}job-function/ViewOnlyAccess`)] },
    { name: "a policy of one's own", stack: [own, attach(own.arn)] },
    { name: "a literal policy of one's own", stack: [attach("arn:aws:iam::464738291005:policy/AdministratorAcces")] },
    { name: "another partition", stack: [attach("arn:aws-us-gov:iam::aws:policy/OnlyThere")] },
    {
      name: "several on the role",
      stack: [role({ managedPolicyArns: [`${AWS}AWSLambda_FullAccess`, `${AWS}ReadOnlyAccess`] })],
    },
    { name: "none", stack: [role({})] },
    {
      name: "one that the contract's table has",
      contract: { facts: { "aws-managed-policy-names": { policies: { AmazonBrandNewAccess: true } } } },
      stack: [attach(`${AWS}AmazonBrandNewAccess`)],
    },
    { name: "one that the stack only reads", stack: [attach(`${AWS}Nothing`, { external: true })] },
  ],
  invalid: [
    {
      name: "one without its path",
      stack: [attach(`${AWS}AWSLambdaBasicExecutionRole`)],
      findings: [
        {
          resource: "logs",
          path: "policyArn",
          message:
            /no policy AWSLambdaBasicExecutionRole \(as of 20.*name arn:aws:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole\..*Policy arn:aws:iam::aws:policy\/AWSLambdaBasicExecutionRole does not exist or is not attachable/,
        },
      ],
    },
    {
      name: "one that AWS has renamed",
      stack: [attach(`${AWS}AWSLambdaFullAccess`)],
      findings: [{ resource: "logs", path: "policyArn", message: /policy\/AWSLambda_FullAccess\./ }],
    },
    {
      name: "ones on a role, of which one is like none",
      stack: [
        role({ managedPolicyArns: [`${AWS}ReadOnlyAccess`, `${AWS}MakesNoSense`], permissionsBoundary: `${AWS}Nope` }),
      ],
      findings: [
        { resource: "api", path: "managedPolicyArns[1]", message: /look its name up/ },
        { resource: "api", path: "permissionsBoundary" },
      ],
    },
    {
      name: "one of a service-linked role",
      stack: [attach(`${AWS}aws-service-role/AutoScalingServiceRolePolicy`)],
      findings: [{ resource: "logs", path: "policyArn", message: /a role that a service makes for itself/ }],
    },
    {
      name: "a group's",
      stack: [
        resource("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "g", {
          group: "x",
          policyArn: `${AWS}Administrator`,
        }),
      ],
      findings: [{ resource: "g", path: "policyArn" }],
    },
  ],
  undecided: [{ name: "an ARN that is not known yet", stack: [attach(unknown)], at: ["logs.policyArn"] }],
});
