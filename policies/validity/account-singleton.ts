import { DELIVERY_CHANNEL, RECORDER } from "../../src/aws/observability/config-recorders";
import { byScope } from "../../src/aws/scopes";
import type { Resource } from "../../src/graph/resource";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

interface Singleton {
  label: string;
  /** What AWS replies to a second one. Without it, the second one replaces the settings of the first. */
  awsError?: string;
}

const SINGLETONS: Readonly<Record<string, Singleton>> = {
  [RECORDER]: {
    label: "configuration recorder",
    awsError: "the maximum number of configuration recorders: 1 is reached",
  },
  [DELIVERY_CHANNEL]: {
    label: "AWS Config delivery channel",
    awsError: "the maximum number of delivery channels: 1 is reached",
  },
  "aws:securityhub/account:Account": {
    label: "Security Hub subscription",
    awsError: "ResourceConflictException: Account is already subscribed to Security Hub",
  },
  "aws:guardduty/detector:Detector": {
    label: "GuardDuty detector",
    awsError: "BadRequestException: The request is rejected because a detector already exists for the current account",
  },
  "aws:apigateway/account:Account": { label: "set of API Gateway account settings" },
};

/** Two recorders or channels with one name are one in AWS: the second changes the first. */
function haveSameName(left: Resource, right: Resource): boolean {
  const name = left.type === RECORDER || left.type === DELIVERY_CHANNEL ? left.str("name") : undefined;
  return known(name) && name === right.str("name");
}

/** What exists already stays; AWS rejects what is new. */
const existingFirst = (resources: readonly Resource[]): [Resource, ...Resource[]] =>
  [...resources].sort((left, right) => Number(right.exists === true) - Number(left.exists === true)) as [
    Resource,
    ...Resource[],
  ];

export default defineRule({
  id: "account-singleton",
  category: "validity",
  description: "Resources that an account has once in a region must be created once",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An account has one configuration recorder, one GuardDuty detector and one Security Hub subscription in a region, and " +
    "often has them already. The second stack that creates one fails, or replaces the settings of the first.",
  fix: {
    typescript: `const detector = aws.guardduty.getDetectorOutput(); // where the account has one already`,
    python: `detector = aws.guardduty.get_detector_output()  # where the account has one already`,
    yaml: `variables:
  detector: # where the account has one already
    fn::invoke:
      function: aws:guardduty:getDetector`,
  },
  limits:
    "Whether the account has one already is not known, so a single new one is advisory. Two in different regions, or with " +
    "different providers, count as single ones. Two sets of API Gateway account settings are advisory, since AWS accepts the later one.",
  references: [
    "https://docs.aws.amazon.com/config/latest/APIReference/API_PutConfigurationRecorder.html",
    "https://docs.aws.amazon.com/guardduty/latest/APIReference/API_CreateDetector.html",
  ],
  stack(stack, { report }) {
    for (const [type, { label, awsError }] of Object.entries(SINGLETONS)) {
      for (const group of byScope(stack.ofType(type)).values()) {
        const [first, ...others] = existingFirst(group);
        for (const other of others) {
          const isRejected = awsError !== undefined && !haveSameName(first, other);
          report({
            at: other,
            onlyAtCreation: true,
            message: `An account has one ${label} in a region, and this stack has another with the same provider: ${first.name}. Keep one of them.`,
            ...(isRejected ? { awsError } : { level: "advisory" }),
          });
        }
        if (others.length === 0 && first.exists !== true) {
          report({
            at: first,
            level: "advisory",
            message:
              `An account has one ${label} in a region, and this account may have it already. Create it in one stack only; ` +
              "import it or look it up where it exists.",
            ...(awsError !== undefined && { awsError }),
          });
        }
      }
    }
  },
});
