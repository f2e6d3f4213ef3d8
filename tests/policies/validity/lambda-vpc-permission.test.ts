import rule from "../../../policies/validity/lambda-vpc-permission";
import { json, resource, ruleTest, unknown, type BuiltResource, type Input } from "../../../src/testing";

const MANAGED = "arn:aws:iam::aws:policy/service-role/";
const role = resource("aws:iam/role:Role", "worker", { assumeRolePolicy: "{}" });
const attach = (name: string): BuiltResource =>
  resource("aws:iam/rolePolicyAttachment:RolePolicyAttachment", name, { role: role.name, policyArn: MANAGED + name });
const inline = (policy: Input): BuiltResource =>
  resource("aws:iam/rolePolicy:RolePolicy", "worker", { role: role.name, policy });
const network = json({ Statement: [{ Effect: "Allow", Action: ["ec2:*NetworkInterface*"], Resource: "*" }] });
const fn = (more: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lambda/function:Function", "worker", {
    role: role.arn,
    vpcConfig: { subnetIds: ["subnet-0a"], securityGroupIds: ["sg-0a"] },
    ...more,
  });
const basic = attach("AWSLambdaBasicExecutionRole");

ruleTest(rule, {
  valid: [
    { name: "the policy for VPCs", stack: [role, attach("AWSLambdaVPCAccessExecutionRole"), fn()] },
    { name: "a policy of its own", stack: [role, basic, inline(network), fn()] },
    { name: "a function outside of VPCs", stack: [role, basic, fn({ vpcConfig: undefined })] },
    { name: "a function that is taken out of its VPC", stack: [role, basic, fn({ vpcConfig: { subnetIds: [] } })] },
    { name: "a role of another stack", stack: [fn({ role: "arn:aws:iam::464738291005:role/shared" })] },
    { name: "a role without policies, which another rule reports", stack: [role, fn()] },
  ],
  invalid: [
    {
      name: "a policy for logs only",
      shape: "preview",
      stack: [role, basic, fn()],
      findings: [
        {
          resource: "worker",
          path: "role",
          message: /AWSLambdaVPCAccessExecutionRole.*CreateNetworkInterface on EC2/s,
        },
      ],
    },
    {
      name: "a function that exists already",
      shape: "up",
      stack: [role, basic, fn()],
      findings: [{ resource: "worker", path: "role", level: "advisory" }],
    },
  ],
  undecided: [{ name: "a policy that is not known yet", stack: [role, inline(unknown), fn()], at: ["worker.role"] }],
});
