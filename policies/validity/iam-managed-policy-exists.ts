import { tableOf } from "../../contract/facts";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const AWS_MANAGED = /^arn:aws:iam::aws:policy\/(.+)$/;

/** The properties that name policies by ARN. */
const PLACES: Readonly<Record<string, readonly string[]>> = {
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

export default defineRule({
  id: "iam-managed-policy-exists",
  category: "validity",
  description: "AWS publishes the managed policies that are attached",
  severity: "high",
  level: "advisory",
  failures: [],
  why:
    "The ARN of a policy of AWS has to name it letter by letter, with the path that some have (service-role/, " +
    "job-function/). Attaching one that is not there fails in the middle of the deployment.",
  fix: {
    typescript: "policyArn: aws.iam.ManagedPolicy.AWSLambdaBasicExecutionRole,",
    python: "policy_arn=aws.iam.ManagedPolicy.AWS_LAMBDA_BASIC_EXECUTION_ROLE,",
    yaml: "policyArn: arn:aws:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole",
  },
  limits:
    "Policies of one's own, and those of the partitions for China and the US government. A policy that AWS has " +
    "published since the table was made is reported until the contract's facts name it.",
  resource: {
    types: Object.keys(PLACES),
    check(resource, { contract, report, undecided }) {
      const { policies, date } = tableOf(contract, "aws-managed-policy-names");
      const names: Readonly<Record<string, boolean>> = policies;
      const places = (PLACES[resource.type] ?? []).flatMap((property) => resource.at(property).scalars());
      for (const place of places) {
        const name = managedName(place);
        if (place.isUnknown) {
          undecided(place);
        } else if (name !== undefined && !Object.hasOwn(names, name)) {
          const alike = likeness(name);
          const meant = Object.keys(names).find((one) => likeness(one) === alike);
          report({
            at: place,
            message:
              `AWS publishes no policy ${name} (as of ${date}); ` +
              (meant === undefined
                ? "look its name up in the IAM console, or write a policy of your own."
                : `name arn:aws:iam::aws:policy/${meant}.`),
            answer: `Policy arn:aws:iam::aws:policy/${name} does not exist or is not attachable`,
          });
        } else if (name !== undefined && names[name] === false) {
          report({
            at: place,
            message:
              `${name} belongs to a role that a service makes for itself (aws.iam.ServiceLinkedRole), and cannot be ` +
              "attached to another; write a policy of your own with what the role needs.",
          });
        }
      }
    },
  },
});

function managedName(place: View): string | undefined {
  const arn = place.str();
  return known(arn) ? AWS_MANAGED.exec(arn)?.[1] : undefined;
}

// What people leave out or mix up: the path, "Amazon" and "AWS", underscores and case.
function likeness(name: string): string {
  return name
    .slice(name.lastIndexOf("/") + 1)
    .toLowerCase()
    .replace(/[^a-z0-9]/g, "")
    .replace(/^(?:amazon|aws)/, "");
}
