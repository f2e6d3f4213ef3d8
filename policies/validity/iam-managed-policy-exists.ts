import { tableOf } from "../../src/contract/facts";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule, type Finding } from "../../src/rules/rule";

const ARN_PREFIX = "arn:aws:iam::aws:policy/";

/** How AWS names its policies: a policy with such a name may be newer than the table. */
const AWS_NAME = /^(?:AWS|Amazon)[A-Z]|^[A-Z][\w-]*(?:Access|Policy|ReadOnly|Role|PermissionsBoundary)(?:V\d+)?$/;

/** The properties that name policies by ARN. */
const PROPERTIES: Readonly<Record<string, readonly string[]>> = {
  "aws:iam/role:Role": ["managedPolicyArns", "permissionsBoundary"],
  "aws:iam/user:User": ["permissionsBoundary"],
  "aws:iam/rolePolicyAttachment:RolePolicyAttachment": ["policyArn"],
  "aws:iam/userPolicyAttachment:UserPolicyAttachment": ["policyArn"],
  "aws:iam/groupPolicyAttachment:GroupPolicyAttachment": ["policyArn"],
  "aws:iam/policyAttachment:PolicyAttachment": ["policyArn"],
  "aws:iam/rolePolicyAttachmentsExclusive:RolePolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/userPolicyAttachmentsExclusive:UserPolicyAttachmentsExclusive": ["policyArns"],
  "aws:iam/groupPolicyAttachmentsExclusive:GroupPolicyAttachmentsExclusive": ["policyArns"],
  "aws:ssoadmin/managedPolicyAttachment:ManagedPolicyAttachment": ["managedPolicyArn"],
};

/** The name of an AWS-managed policy, with its path: `service-role/AWSLambdaBasicExecutionRole`. */
function managedName(property: View): string | undefined {
  const arn = property.str();
  return known(arn) && arn.startsWith(ARN_PREFIX) ? arn.slice(ARN_PREFIX.length) : undefined;
}

const withoutPath = (name: string): string => name.slice(name.lastIndexOf("/") + 1);

// People leave out or confuse the path, "Amazon" and "AWS", underscores and case.
const folded = (name: string): string =>
  withoutPath(name)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/^(?:amazon|aws)/, "");

function unknownPolicy(name: string, names: readonly string[], date: string): Omit<Finding, "at"> {
  const form = folded(name);
  const intended = names.find((one) => folded(one) === form);
  return {
    message:
      `AWS has no managed policy ${name} (as of ${date}). ` +
      (intended === undefined
        ? "Copy the ARN from the list of AWS managed policies, or write a policy of your own."
        : `Use "${ARN_PREFIX}${intended}".`),
    awsError: `Policy ${ARN_PREFIX}${name} does not exist or is not attachable`,
    ...(intended === undefined && AWS_NAME.test(withoutPath(name)) && { level: "advisory" }),
  };
}

export default defineRule({
  id: "iam-managed-policy-exists",
  category: "validity",
  description: "AWS managed policies must exist under the name that is attached",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The ARN of an AWS managed policy must match its name exactly, with the path that some have (service-role/, " +
    "job-function/). Attaching one that does not exist fails in the middle of the deployment.",
  fix: {
    typescript: `policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,`,
    python: `policy_arn=aws.iam.ManagedPolicy.AWS_LAMBDA_BASIC_EXECUTION_ROLE,`,
    yaml: `policyArn: arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole`,
  },
  limits:
    "Policies of your own, and those of the partitions for China and the US government. An unknown policy whose name is like " +
    "those of AWS is advisory, since it may be newer than the table; the contract's facts can add it.",
  references: ["https://docs.aws.amazon.com/aws-managed-policy/latest/reference/policy-list.html"],
  ...atCreation({
    types: Object.keys(PROPERTIES),
    check(resource, { contract, report, undecided }) {
      const { policies, date } = tableOf(contract, "aws-managed-policy-names");
      const isAttachable: Readonly<Record<string, boolean>> = policies;
      const properties = (PROPERTIES[resource.type] ?? []).flatMap((property) => resource.at(property).scalars());
      for (const at of properties) {
        const name = managedName(at);
        if (at.isUnknown) {
          undecided(at);
        } else if (name !== undefined && !Object.hasOwn(isAttachable, name)) {
          report({ at, ...unknownPolicy(name, Object.keys(isAttachable), date) });
        } else if (name !== undefined && isAttachable[name] === false) {
          report({
            at,
            message:
              `The policy ${name} is for a service-linked role only and cannot be attached. Write a policy of your own with the ` +
              "permissions that you need.",
          });
        }
      }
    },
  }),
});
