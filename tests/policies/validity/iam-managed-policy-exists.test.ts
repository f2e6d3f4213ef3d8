import rule from "../../../policies/validity/iam-managed-policy-exists";
import { createdAndDeployed } from "../../kit/deployed";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

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
    { name: "a customer managed policy", stack: [own, attach(own.arn)] },
    {
      name: "a literal customer managed policy",
      stack: [attach("arn:aws:iam::464738291005:policy/AdministratorAcces")],
    },
    { name: "another partition", stack: [attach("arn:aws-us-gov:iam::aws:policy/OnlyThere")] },
    {
      name: "several on the role",
      stack: [role({ managedPolicyArns: [`${AWS}AWSLambda_FullAccess`, `${AWS}ReadOnlyAccess`] })],
    },
    { name: "no policy", stack: [role({})] },
    {
      name: "one that the contract's table has",
      contract: { facts: { "aws-managed-policy-names": { policies: { AmazonBrandNewAccess: true } } } },
      stack: [attach(`${AWS}AmazonBrandNewAccess`)],
    },
    { name: "an attachment that the stack only reads", stack: [attach(`${AWS}Nothing`, { external: true })] },
  ],
  invalid: createdAndDeployed([
    {
      name: "one without its path",
      stack: [attach(`${AWS}AWSLambdaBasicExecutionRole`)],
      findings: [
        {
          resource: "logs",
          path: "policyArn",
          message:
            /no managed policy AWSLambdaBasicExecutionRole \(as of 20.*Use "arn:aws:iam::aws:policy\/service-role\/AWSLambdaBasicExecutionRole"\..*Policy arn:aws:iam::aws:policy\/AWSLambdaBasicExecutionRole does not exist or is not attachable/,
        },
      ],
    },
    {
      name: "one that AWS has renamed",
      stack: [attach(`${AWS}AWSLambdaFullAccess`)],
      findings: [{ resource: "logs", path: "policyArn", message: /policy\/AWSLambda_FullAccess"\./ }],
    },
    {
      name: "several on a role, some of them like no known one",
      stack: [
        role({ managedPolicyArns: [`${AWS}ReadOnlyAccess`, `${AWS}MakesNoSense`], permissionsBoundary: `${AWS}Nope` }),
      ],
      findings: [
        { resource: "api", path: "managedPolicyArns[1]", message: /Copy the ARN from the list/ },
        { resource: "api", path: "permissionsBoundary" },
      ],
    },
    {
      name: "one of a service-linked role",
      stack: [attach(`${AWS}aws-service-role/AutoScalingServiceRolePolicy`)],
      findings: [{ resource: "logs", path: "policyArn", message: /is for a service-linked role only/ }],
    },
    ...["AmazonBrandNewFullAccess", "service-role/AWSBrandNewRole", "BrandNewReadOnlyAccess"].map((name) => ({
      name: `a policy with a name like those of AWS, which may be newer than the table: ${name}`,
      stack: [attach(AWS + name)],
      findings: [{ resource: "logs", path: "policyArn", level: "advisory" as const }],
    })),
    {
      name: "an unknown policy of a group",
      stack: [
        resource("aws:iam/groupPolicyAttachment:GroupPolicyAttachment", "g", {
          group: "x",
          policyArn: `${AWS}Administrator`,
        }),
      ],
      findings: [{ resource: "g", path: "policyArn" }],
    },
  ]),
  undecided: [{ name: "an ARN that is not known yet", stack: [attach(unknown)], at: ["logs.policyArn"] }],
});
