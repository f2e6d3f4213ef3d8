import { LB_TARGET_GROUP, SSM_PARAMETER } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { defineRule } from "../../src/rules/rule";
const SIDES = ["blue", "green"];
const CONTEXTS = ["environment", "env", "side", "slot", "stack", "stage", "target", "deployment", "fleet", "version"];

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

// "active", a colour, or the current or live environment.
function namesActiveSide(text: string): boolean {
  const words = wordsOf(text);
  return (
    ["active", "color", "colour"].some((word) => words.includes(word)) ||
    (["current", "live"].some((word) => words.includes(word)) && CONTEXTS.some((word) => words.includes(word)))
  );
}

function labelsOf(parameter: Resource): string[] {
  return [parameter.name, parameter.str("name"), parameter.str("description")].filter(
    (label) => typeof label === "string",
  );
}

// Its value is a side (or JSON that contains one), or a target group although its name contains neither side.
function holdsActiveSide(parameter: Resource, property: string): boolean {
  const computedFrom = parameter.propertyDependencies.get(property) ?? [];
  if (computedFrom.length > 0) {
    const names = labelsOf(parameter).flatMap(wordsOf);
    return computedFrom.some(({ type }) => type === LB_TARGET_GROUP) && !SIDES.some((side) => names.includes(side));
  }
  const json = parameter.json(property);
  const scalars = json.isUnknown ? [parameter.at(property)] : json.scalars();
  return scalars.some(({ value }) => typeof value === "string" && SIDES.includes(value.trim().toLowerCase()));
}

export default defineRule({
  id: "active-environment-parameter",
  category: "delivery",
  description: "A parameter must hold which side of a blue-green deployment is active",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["deployment"],
  failures: ["B7"],
  why:
    "Scripts that switch or roll back, and people who look into an incident, need to know which side serves the " +
    "traffic. The weights of a listener show it only to those who may read them, and not while they change.",
  fix: {
    typescript: `new aws.ssm.Parameter("active-environment", {
  name: "/shop/active-environment",
  type: "String",
  value: "blue",
}, { ignoreChanges: ["value"] }); // the switch changes it`,
    python: `aws.ssm.Parameter("active-environment",
    name="/shop/active-environment",
    type="String",
    value="blue",
    opts=pulumi.ResourceOptions(ignore_changes=["value"]))  # the switch changes it`,
    yaml: `resources:
  active-environment:
    type: aws:ssm:Parameter
    properties:
      name: /shop/active-environment
      type: String
      value: blue
    options:
      ignoreChanges: [value] # the switch changes it`,
  },
  limits:
    "Other places that hold the active side, such as a table or AppConfig. A value that is computed from resources other " +
    "than target groups counts only by the name of its parameter.",
  references: [
    "https://docs.aws.amazon.com/systems-manager/latest/userguide/systems-manager-parameter-store.html",
    "https://docs.aws.amazon.com/whitepapers/latest/blue-green-deployments/welcome.html",
  ],
  stack(stack, { report, undecided }) {
    const parameters = stack.ofType(SSM_PARAMETER);
    const properties = ["value", "insecureValue"];
    const shows = (parameter: Resource): boolean =>
      labelsOf(parameter).some(namesActiveSide) || properties.some((one) => holdsActiveSide(parameter, one));
    if (parameters.some(shows)) {
      return;
    }
    const unknown = parameters.flatMap((parameter) =>
      [
        ...["name", "description"].map((property) => parameter.at(property)),
        // A value that is computed from anything but a target group is not a side, whatever it will be.
        ...properties.filter((property) => !parameter.isComputed(property)).map((property) => parameter.at(property)),
      ].filter(({ isUnknown }) => isUnknown),
    );
    if (unknown.length > 0) {
      unknown.forEach((view) => {
        undecided(view);
      });
      return;
    }
    report({
      message:
        'No SSM parameter holds which side is active. Add an aws.ssm.Parameter such as "/shop/active-environment" with ' +
        '`value: "blue"`, which the switch updates, and the option `ignoreChanges: ["value"]`.',
      restsOnComputedText: parameters.some((parameter) => parameter.isComputed("name")),
    });
  },
});
