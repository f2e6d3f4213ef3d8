import { statementsOf } from "../../src/aws/identity/iam";
import { IAM_ROLE, IAM_ROLE_POLICY_ATTACHMENT } from "../../src/aws/type-tokens";
import { isMadeByPackage } from "../../src/graph/components";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { joinNames } from "../../src/graph/words";
import { defineRule } from "../../src/rules/rule";

const MANAGED = /^arn:aws[\w-]*:iam::aws:policy\/(?:job-function\/)?([\w-]+)$/;
const WHOLE_ACCOUNT: ReadonlySet<string> = new Set(["AdministratorAccess", "PowerUserAccess", "IAMFullAccess"]);
/** All that these allow is to write logs, metrics and traces, and to read them. */
const HARMLESS: ReadonlySet<string> = new Set([
  "AWSXrayFullAccess",
  "CloudWatchFullAccess",
  "CloudWatchFullAccessV2",
  "CloudWatchLogsFullAccess",
]);

const ACCOUNT = "control over the account";
const SERVICE = "every action of a service, on all of its resources";

/** What a managed policy of AWS gives that no workload needs. */
function breadthOf(name: string): string | undefined {
  if (WHOLE_ACCOUNT.has(name)) {
    return ACCOUNT;
  }
  return /FullAccess(?:V\d+)?$/.test(name) && !HARMLESS.has(name) ? SERVICE : undefined;
}

/** Services that create what a whole stack has, so that their roles need as much. */
const DEPLOYING = /^(?:cloudformation|codebuild|codepipeline)\./;

/** True for a role that a service or an external identity assumes, rather than people, other accounts or deployments. */
function isOfWorkload(role: Resource): boolean {
  if (isMadeByPackage(role)) {
    return false;
  }
  const statements = statementsOf(role, "assumeRolePolicy");
  return (
    known(statements) &&
    statements.some(
      ({ principals }) =>
        known(principals) &&
        principals.some(
          ({ type, id }) => type === "Federated" || (type === "Service" && known(id) && !DEPLOYING.test(id)),
        ),
    )
  );
}

/** The properties in which managed policies are attached to a role. */
function attachmentsOf(stack: Stack, role: Resource): View[] {
  const own = role.list("managedPolicyArns") ?? [];
  const attached = stack
    .referrers(role, "role", IAM_ROLE_POLICY_ATTACHMENT)
    .filter(({ external }) => !external)
    .map((attachment) => attachment.at("policyArn"));
  return [...(known(own) ? own : []), ...attached];
}

export default defineRule({
  id: "iam-managed-policy-broad",
  category: "identity",
  description: "Roles of workloads must not have policies that give a whole service or the account",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["leastPrivilege"],
  why:
    "Code that runs as a function, a task, an instance or a build has all permissions of its role, also where it is attacked. With a policy such as " +
    "AmazonS3FullAccess that is every bucket of the account, with AdministratorAccess the account itself.",
  fix: {
    typescript: `new aws.iam.RolePolicy("orders", {
  role: role.name,
  policy: {
    Version: "2012-10-17",
    Statement: [{ Effect: "Allow", Action: ["s3:GetObject", "s3:PutObject"], Resource: pulumi.interpolate\`\${orders.arn}/*\` }],
  },
});`,
    python: `aws.iam.RolePolicy("orders",
    role=role.name,
    policy={
        "Version": "2012-10-17",
        "Statement": [{
            "Effect": "Allow",
            "Action": ["s3:GetObject", "s3:PutObject"],
            "Resource": pulumi.Output.concat(orders.arn, "/*"),
        }],
    })`,
    yaml: `resources:
  orders-access:
    type: aws:iam:RolePolicy
    properties:
      role: \${role.name}
      policy:
        fn::toJSON:
          Version: "2012-10-17"
          Statement:
            - Effect: Allow
              Action: ["s3:GetObject", "s3:PutObject"]
              Resource: \${orders.arn}/*`,
  },
  limits:
    "Roles that people, other accounts, CloudFormation, CodeBuild or CodePipeline assume, or that a component of a package creates; users and groups; policies for logs, metrics and traces; the policies that " +
    "AWS has for one of its services (service-role/).",
  references: ["https://docs.aws.amazon.com/IAM/latest/UserGuide/best-practices.html"],
  stack(stack, { report, undecided }) {
    for (const role of stack.managed(IAM_ROLE).filter(isOfWorkload)) {
      if (role.at("managedPolicyArns").isUnknown) {
        undecided(role, "managedPolicyArns");
      }
      const broad = attachmentsOf(stack, role).flatMap((at) => {
        const arn = at.str();
        const name = known(arn) ? MANAGED.exec(arn)?.[1] : undefined;
        const breadth = name === undefined ? undefined : breadthOf(name);
        return name !== undefined && breadth !== undefined ? [{ at, name, breadth }] : [];
      });
      const [first, ...others] = broad;
      if (first) {
        const names = [...new Set(broad.map(({ name }) => name))];
        const breadth = broad.some((one) => one.breadth === ACCOUNT) ? ACCOUNT : SERVICE;
        report({
          at: first.at,
          // The policies of a role are one decision.
          alsoAt: others.map(({ at }) => at),
          message:
            `${joinNames(names)} ${names.length === 1 ? "gives" : "give"} the role ${role.name} ${breadth}. Allow the ` +
            "actions that the code uses, on the resources that it uses them on, in an aws.iam.RolePolicy.",
        });
      }
    }
  },
});
