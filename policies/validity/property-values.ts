import { limitsOf, valueProblems, type DatedLimits } from "../../src/constraints/values";
import type { Resource } from "../../src/graph/resource";
import { defineRule, type Context } from "../../src/rules/rule";

const DAY = 86_400_000;
/** After so many days, AWS may have raised a maximum. */
const OLDEST = 180;

const isOld = (date: string, day: string): boolean => Date.parse(day) - Date.parse(date) > OLDEST * DAY;

function check(resource: Resource, dated: DatedLimits, { day, report }: Context): void {
  const { id, source, date } = dated;
  for (const { at, property, state, accepted, canGrow, isOfSet } of valueProblems(resource, dated)) {
    report({
      at,
      property,
      onlyAtCreation: true,
      message: `\`${property}\` ${state}. AWS accepts ${accepted}${isOfSet ? ", as far as this version of preflight knows" : ""}.`,
      constraint: { id, source, date },
      ...(canGrow && isOld(date, day) && { level: "advisory" as const }),
    });
  }
}

export default defineRule({
  id: "property-values",
  category: "validity",
  description: "Values must have the form, the length, the size and the number that AWS accepts",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "AWS limits the form and the length of strings, the range of numbers and the number of items in lists. The provider does not check " +
    "all of these limits, so a preview succeeds, and AWS rejects the resource in the middle of the deployment.",
  fix: {
    typescript: `new aws.iam.Role("deploy", {
  assumeRolePolicy: trust,
  maxSessionDuration: 43200, // 12 hours at most
});`,
    python: `aws.iam.Role("deploy",
    assume_role_policy=trust,
    max_session_duration=43200)  # 12 hours at most`,
    yaml: `resources:
  deploy:
    type: aws:iam:Role
    properties:
      assumeRolePolicy: \${trust}
      maxSessionDuration: 43200 # 12 hours at most`,
  },
  limits:
    "Limits that the operation has which creates the resource, or that the schemas of CloudFormation and the models of AWS's APIs " +
    "both have, the looser of the two. Sets of values that grow often, and patterns that JavaScript has no exact or no fast " +
    "equal for, are left out. AWS raises a maximum and adds a value at times: once the table is older than 180 days, such a " +
    "finding is advisory. Values that are not known yet; 0 and -1, with which arguments switch something off. On a resource " +
    "that exists already a finding is advisory.",
  references: ["https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/introduction.html"],
  stack(stack, context) {
    for (const resource of stack.resources.filter(({ external }) => !external)) {
      for (const dated of limitsOf(resource.type)) {
        check(resource, dated, context);
      }
    }
  },
});
