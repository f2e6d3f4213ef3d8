import { allowedBy, quoted } from "../../src/contract/allowed";
import {
  AUTOSCALING_GROUP,
  EC2_INSTANCE,
  EC2_LAUNCH_CONFIGURATION,
  EC2_LAUNCH_TEMPLATE,
  EC2_SPOT_INSTANCE_REQUEST,
  EKS_NODE_GROUP,
} from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Resource } from "../../src/graph/resource";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "instance-type-allowed",
  category: "delivery",
  description: "Instances must have a type that the contract allows",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["allowedInstanceTypes"],
  why:
    "The type decides what an instance costs and what it can do. An account with savings plans or a budget for some " +
    "families pays for all others in full.",
  fix: {
    typescript: `instanceType: "m7g.large",`,
    python: `instance_type="m7g.large",`,
    yaml: `instanceType: m7g.large`,
  },
  limits: "Groups that describe what their instances need (instanceRequirements) instead of naming types.",
  references: ["https://docs.aws.amazon.com/config/latest/developerguide/desired-instance-type.html"],
  resource: {
    types: [
      EC2_INSTANCE,
      EC2_SPOT_INSTANCE_REQUEST,
      EC2_LAUNCH_TEMPLATE,
      EC2_LAUNCH_CONFIGURATION,
      AUTOSCALING_GROUP,
      EKS_NODE_GROUP,
    ],
    check(machine, { contract: { allowedInstanceTypes: allowed = [] }, decide }) {
      for (const view of typesOf(machine)) {
        const type = view.str();
        if (type !== undefined) {
          decide(type === UNKNOWN ? UNKNOWN : allowedBy(allowed)(type), {
            at: view,
            message:
              `The contract's \`allowedInstanceTypes\` do not have "${known(type) ? type : ""}". ` +
              `Set one that matches ${quoted(allowed)}.`,
          });
        }
      }
    },
  },
});

/** Where a resource names types of instances. */
function typesOf(machine: Resource): View[] {
  if (machine.type === EKS_NODE_GROUP) {
    return elements(machine.at("instanceTypes"));
  }
  return machine.type === AUTOSCALING_GROUP
    ? elements(machine.at("mixedInstancesPolicy", "launchTemplate", "overrides")).map((one) =>
        one.isUnknown ? one : one.at("instanceType"),
      )
    : [machine.at("instanceType")];
}

/** The elements of a list, or the list itself where it is not known. */
function elements(list: View): View[] {
  const items = list.list() ?? [];
  return known(items) ? items : [list];
}
