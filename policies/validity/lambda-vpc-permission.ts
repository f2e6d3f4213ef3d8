import { roleAllows } from "../../src/aws/identity/grants";
import { policiesOf } from "../../src/aws/identity/iam";
import { IAM_ROLE, LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "lambda-vpc-permission",
  category: "validity",
  description: "The role of a function in a VPC must be allowed to create network interfaces",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Lambda connects a function to a VPC with the function's own role, and checks the role before it accepts the function. " +
    "AWSLambdaBasicExecutionRole allows logs only.",
  fix: {
    typescript: `new aws.iam.RolePolicyAttachment("vpc", {
  role: role.name,
  policyArn: aws.iam.ManagedPolicy.AWSLambdaVPCAccessExecutionRole,
});`,
    python: `aws.iam.RolePolicyAttachment("vpc",
    role=role.name,
    policy_arn=aws.iam.ManagedPolicy.AWS_LAMBDA_VPC_ACCESS_EXECUTION_ROLE)`,
    yaml: `resources:
  vpc:
    type: aws:iam:RolePolicyAttachment
    properties:
      role: \${role.name}
      policyArn: arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole`,
  },
  limits:
    "Roles of other stacks, unknown policies and permissions boundaries. Roles without any policy (iam-role-has-policies).",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-vpc.html"],
  stack(stack, { contract, report, undecided }) {
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const subnets = fn.list("vpcConfig", "subnetIds") ?? [];
      const { resources, complete } = stack.refs(fn.at("role"), IAM_ROLE);
      const [role] = resources;
      if (!known(subnets) || subnets.length === 0 || !role || !complete || resources.length > 1) {
        continue;
      }
      const policies = policiesOf(stack, role, tableOf(contract, "aws-managed-policies"));
      const isAllowed = policies.policies.length === 0 || roleAllows(policies, "ec2:CreateNetworkInterface");
      if (isAllowed === UNKNOWN) {
        undecided(fn, "role");
      } else if (!isAllowed) {
        report({
          at: fn,
          property: "role",
          onlyAtCreation: true,
          message:
            `The function is in a VPC, and no policy of its role ${role.name} allows it to create network interfaces. Attach ` +
            '"arn:aws:iam::aws:policy/service-role/AWSLambdaVPCAccessExecutionRole" to the role.',
          awsError: "The provided execution role does not have permissions to call CreateNetworkInterface on EC2",
          restsOnComputedText: policies.policies.some(
            ({ statements }) => known(statements) && statements.some(({ isComputed }) => isComputed),
          ),
        });
      }
    }
  },
});
