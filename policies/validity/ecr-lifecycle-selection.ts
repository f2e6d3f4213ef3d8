import { ECR_LIFECYCLE_POLICY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Finding } from "../../src/rules/rule";

const LISTS = ["tagPrefixList", "tagPatternList"];

type Violation = Pick<Finding, "property" | "message"> & { at: View };

function inSelection(selection: View): Violation | undefined {
  const status = selection.str("tagStatus");
  const lists = LISTS.filter((list) => selection.find(list) !== undefined);
  if (status === "tagged" && lists.length !== 1) {
    return {
      at: selection,
      property: "tagPrefixList",
      message: `A rule for tagged images has either "tagPrefixList" or "tagPatternList", and this has ${lists.length === 0 ? "neither" : "both"}.`,
    };
  }
  return (status === "untagged" || status === "any") && lists.length > 0
    ? {
        at: selection,
        message: `Only a rule for tagged images names tags, and this is for those with the status "${status}".`,
      }
    : undefined;
}

/** A rule for any image with a lower priority number than another one, which would never apply. */
function inOrder(rules: readonly View[]): Violation | undefined {
  const priorities = rules.map((rule) => rule.num("rulePriority"));
  const last = Math.max(...priorities.filter(known));
  const any = rules.find((rule) => rule.str("selection", "tagStatus") === "any");
  const priority = any?.num("rulePriority");
  return any && known(priority) && priority < last
    ? {
        at: any,
        property: "rulePriority",
        message: `The rule for any image must have the highest "rulePriority", since it applies last. Set it above ${String(last)}.`,
      }
    : undefined;
}

function violationIn(rules: readonly View[]): Violation | undefined {
  return rules.map((rule) => inSelection(rule.at("selection"))).find((one) => one !== undefined) ?? inOrder(rules);
}

export default defineRule({
  id: "ecr-lifecycle-selection",
  category: "validity",
  description: "The lifecycle rules of a repository must select images as ECR accepts",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The lifecycle policy of a repository is a document, which nothing validates before the deployment. ECR rejects a rule " +
    "for tagged images that names no tags, and a rule for any image that is not the last one.",
  fix: {
    typescript: `policy: JSON.stringify({
  rules: [{
    rulePriority: 1,
    selection: { tagStatus: "tagged", tagPatternList: ["v*"], countType: "imageCountMoreThan", countNumber: 10 },
    action: { type: "expire" },
  }],
}),`,
    python: `policy=json.dumps({
    "rules": [{
        "rulePriority": 1,
        "selection": {"tagStatus": "tagged", "tagPatternList": ["v*"], "countType": "imageCountMoreThan", "countNumber": 10},
        "action": {"type": "expire"},
    }],
}),`,
    yaml: `policy:
  fn::toJSON:
    rules:
      - rulePriority: 1
        selection:
          tagStatus: tagged
          tagPatternList: ["v*"]
          countType: imageCountMoreThan
          countNumber: 10
        action:
          type: expire`,
  },
  limits: "Only the first violation of each policy is reported. Not policies that are not known yet.",
  references: ["https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html"],
  resource: {
    types: [ECR_LIFECYCLE_POLICY],
    check(policy: Resource, { report, undecided }) {
      const rules = policy.json("policy").list("rules");
      if (rules === UNKNOWN) {
        undecided(policy, "policy");
        return;
      }
      const violation = violationIn(rules ?? []);
      if (violation) {
        report(violation);
      }
    },
  },
});
