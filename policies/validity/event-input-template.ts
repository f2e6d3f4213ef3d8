import { CLOUDWATCH_EVENT_TARGET } from "../../src/aws/type-tokens";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** What EventBridge itself puts in. */
const OWN = /^aws\.events\.(?:rule-arn|rule-name|event\.ingestion-time|event|event\.json)$/;
const MOST_PATHS = 100;

export default defineRule({
  id: "event-input-template",
  category: "validity",
  description: "Input templates of events must use only variables that are defined",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "An input transformer takes values from an event by paths and puts them into a template by name. EventBridge rejects a " +
    "template with a name that has no path.",
  fix: {
    typescript: `inputTransformer: {
  inputPaths: { id: "$.detail.id" },
  inputTemplate: '{"order": <id>}',
},`,
    python: `input_transformer={
    "input_paths": {"id": "$.detail.id"},
    "input_template": '{"order": <id>}',
},`,
    yaml: `inputTransformer:
  inputPaths:
    id: $.detail.id
  inputTemplate: '{"order": <id>}'`,
  },
  limits: "Templates and paths that are not known yet.",
  references: ["https://docs.aws.amazon.com/eventbridge/latest/userguide/eb-transform-target-input.html"],
  resource: {
    types: [CLOUDWATCH_EVENT_TARGET],
    check(target, { report, undecided }) {
      const at = target.at("inputTransformer", "inputTemplate");
      const template = at.str();
      const paths = target.entries("inputTransformer", "inputPaths") ?? [];
      if (template === UNKNOWN || paths === UNKNOWN) {
        undecided(at);
        return;
      }
      const names = new Set(paths.map(([name]) => name));
      const used = known(template)
        ? [...template.matchAll(/<([A-Za-z][\w.-]{0,63})>/g)].map(([, name = ""]) => name)
        : [];
      const missing = used.find((name) => !names.has(name) && !OWN.test(name));
      if (missing !== undefined) {
        report({
          at,
          message: `The template uses <${missing}>, which has no path. Add it to \`inputPaths\`, or correct the name.`,
        });
      } else if (paths.length > MOST_PATHS) {
        report({
          at: target,
          property: "inputTransformer.inputPaths",
          message: `There are ${String(paths.length)} paths, and EventBridge accepts ${String(MOST_PATHS)}.`,
        });
      }
    },
  },
});
