import { TARGET_GROUP } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import { defineRule } from "../rule";

const PARAMETER = "aws:ssm/parameter:Parameter";
const SIDES = ["blue", "green"];
const PLACES = ["environment", "env", "side", "slot", "stack", "stage", "target", "deployment", "fleet", "version"];

function wordsOf(text: string): string[] {
  return text
    .replace(/([a-z0-9])([A-Z])/g, "$1 $2")
    .toLowerCase()
    .split(/[^a-z0-9]+/);
}

// "active", a colour, or which environment is the current or live one.
function namesTheActiveSide(text: string): boolean {
  const words = wordsOf(text);
  return (
    ["active", "color", "colour"].some((word) => words.includes(word)) ||
    (["current", "live"].some((word) => words.includes(word)) && PLACES.some((word) => words.includes(word)))
  );
}

function textsOf(parameter: Resource): string[] {
  return [parameter.name, parameter.str("name"), parameter.str("description")].filter(
    (text) => typeof text === "string",
  );
}

// Its value is a side (or a JSON text that holds one), or it is one of the target groups without being named after it.
function holdsTheActiveSide(parameter: Resource, property: string): boolean {
  const computedFrom = parameter.propertyDependencies.get(property) ?? [];
  if (computedFrom.length > 0) {
    const names = textsOf(parameter).flatMap(wordsOf);
    return computedFrom.some(({ type }) => type === TARGET_GROUP) && !SIDES.some((side) => names.includes(side));
  }
  const json = parameter.json(property);
  const scalars = json.isUnknown ? [parameter.at(property)] : json.scalars();
  return scalars.some(({ value }) => typeof value === "string" && SIDES.includes(value.trim().toLowerCase()));
}

export default defineRule({
  id: "active-environment-parameter",
  category: "delivery",
  description: "A parameter says whether blue or green is active",
  severity: "medium",
  level: "contract",
  contractKeys: ["deployment"],
  failures: ["B7"],
  why:
    "Whoever switches, rolls back or looks at an incident has to know which side serves the traffic. Weights of a " +
    "listener say it only to those who may read them, and not while they are being changed.",
  fix: {
    typescript:
      'new aws.ssm.Parameter("active-environment", {\n  name: "/shop/active-environment",\n  type: "String",\n' +
      '  value: "blue",\n}, { ignoreChanges: ["value"] }); // the switch changes it',
    python:
      'aws.ssm.Parameter("active-environment",\n    name="/shop/active-environment",\n    type="String",\n' +
      '    value="blue",\n    opts=pulumi.ResourceOptions(ignore_changes=["value"]))  # the switch changes it',
    yaml:
      "resources:\n  active-environment:\n    type: aws:ssm:Parameter\n    properties:\n" +
      "      name: /shop/active-environment\n      type: String\n      value: blue\n    options:\n" +
      "      ignoreChanges: [value] # the switch changes it",
  },
  limits:
    "Other places that say it, such as a table or AppConfig. A value that is computed from other resources than target " +
    "groups counts only by the name of its parameter.",
  stack(stack, { report, undecided }) {
    const parameters = stack.ofType(PARAMETER);
    const properties = ["value", "insecureValue"];
    const says = (parameter: Resource): boolean =>
      textsOf(parameter).some(namesTheActiveSide) || properties.some((one) => holdsTheActiveSide(parameter, one));
    if (parameters.some(says)) {
      return;
    }
    const unreadable = parameters.flatMap((parameter) =>
      [
        ...["name", "description"].map((property) => parameter.at(property)),
        // A value that is computed from something else than a target group is not a side, whatever it will be.
        ...properties.filter((property) => !parameter.isComputed(property)).map((property) => parameter.at(property)),
      ].filter(({ isUnknown }) => isUnknown),
    );
    if (unreadable.length > 0) {
      unreadable.forEach((place) => {
        undecided(place);
      });
      return;
    }
    report({
      message:
        "no SSM parameter says which side is active; add an aws.ssm.Parameter such as /shop/active-environment with " +
        "the value blue or green, which the switch updates (and ignoreChanges on its value).",
      restsOnComputedText: parameters.some((parameter) => parameter.isComputed("name")),
    });
  },
});
