import { DELIVERY_CHANNEL, RECORDER } from "../../stack/config-recorders";
import { byPlace } from "../../stack/places";
import type { Resource } from "../../stack/resource";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

/** What an account has once in a region: what it is called, and what AWS says to a second one. */
const SINGLETONS: Readonly<Record<string, { label: string; answer?: string }>> = {
  [RECORDER]: {
    label: "configuration recorder",
    answer: "the maximum number of configuration recorders: 1 is reached",
  },
  [DELIVERY_CHANNEL]: {
    label: "delivery channel of AWS Config",
    answer: "the maximum number of delivery channels: 1 is reached",
  },
  "aws:securityhub/account:Account": {
    label: "subscription to Security Hub",
    answer: "ResourceConflictException: Account is already subscribed to Security Hub",
  },
  "aws:guardduty/detector:Detector": {
    label: "GuardDuty detector",
    answer: "BadRequestException: The request is rejected because a detector already exists for the current account",
  },
  // A second one is not refused: it takes over what the first has set, which may be the same.
  "aws:apigateway/account:Account": { label: "set of account settings of API Gateway" },
};

/** True for two recorders or channels of one name, which are one that the later changes. */
function haveOneName(left: Resource, right: Resource): boolean {
  const name = left.type === RECORDER || left.type === DELIVERY_CHANNEL ? left.str("name") : undefined;
  return known(name) && name === right.str("name");
}

export default defineRule({
  id: "account-singleton",
  category: "validity",
  description: "What an account has once is made once",
  severity: "medium",
  level: "mandatory",
  failures: [],
  why:
    "An account has one configuration recorder, one GuardDuty detector and one Security Hub in a region, and often has " +
    "them already. The second stack that makes one fails, or takes over the settings of the first.",
  fix: {
    typescript: "const detector = aws.guardduty.getDetectorOutput(); // where the account has one already",
    python: "detector = aws.guardduty.get_detector_output()  # where the account has one already",
    yaml:
      "variables:\n  detector: # where the account has one already\n    fn::invoke:\n" +
      "      function: aws:guardduty:getDetector",
  },
  limits:
    "Whether the account has one already is not seen: a single one is advisory. Two in different regions or with different " +
    "providers are two single ones. Two sets of settings of API Gateway stop nothing, since AWS takes the later one.",
  stack(stack, { report }) {
    for (const [type, { label, answer }] of Object.entries(SINGLETONS)) {
      for (const [first, ...others] of byPlace(stack.ofType(type)).values()) {
        for (const other of others) {
          const isRefused = answer !== undefined && !haveOneName(first, other);
          report({
            at: other,
            message:
              `an account has one ${label} in a region, and this stack makes another one with the same provider ` +
              `(${first.name}); keep one of them.`,
            ...(isRefused ? { answer } : { level: "advisory" }),
          });
        }
        if (others.length === 0) {
          report({
            at: first,
            level: "advisory",
            message:
              `an account has one ${label} in a region, and may have it already; make it in one stack of the account only, ` +
              "and import or look it up where it is there.",
            ...(answer !== undefined && { answer }),
          });
        }
      }
    }
  },
});
