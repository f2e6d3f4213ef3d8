import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { isOlder, parseRuntime, versionOf } from "../../src/aws/functions/functions";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "lambda-snapstart-runtime",
  category: "validity",
  description: "Functions with SnapStart must have a runtime that supports it",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "SnapStart resumes a function from a snapshot of its initialized runtime, which only some runtimes support. AWS rejects " +
    "a function with SnapStart and another runtime.",
  fix: {
    typescript: `runtime: "java21",
snapStart: { applyOn: "PublishedVersions" },
publish: true,`,
    python: `runtime="java21",
snap_start={"apply_on": "PublishedVersions"},
publish=True,`,
    yaml: `runtime: java21
snapStart:
  applyOn: PublishedVersions
publish: true`,
  },
  limits:
    "Images, runtimes and languages that the table does not list, and regions where fewer runtimes have SnapStart. " +
    "A language without any supported version is advisory, since AWS may have added one after the table's date.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/snapstart.html"],
  resource: {
    types: [LAMBDA_FUNCTION],
    check(fn, { contract, report, undecided }) {
      const applyOn = fn.str("snapStart", "applyOn");
      const runtime = fn.str("runtime");
      if (applyOn === UNKNOWN || (applyOn === "PublishedVersions" && runtime === UNKNOWN)) {
        undecided(fn, applyOn === UNKNOWN ? "snapStart.applyOn" : "runtime");
      } else if (applyOn === "PublishedVersions" && known(runtime)) {
        const { first, without, date } = tableOf(contract, "lambda-snapstart");
        const { language, version } = parseRuntime(runtime);
        const oldest = new Map<string, string>(Object.entries(first)).get(language);
        const isTooOld = oldest !== undefined && isOlder(version, versionOf(oldest));
        if (isTooOld || Object.hasOwn(without, language)) {
          report({
            at: fn,
            property: "snapStart.applyOn",
            ...(!isTooOld && { level: "advisory" }),
            message:
              `The runtime ${runtime} does not support SnapStart (as of ${date}). ` +
              (isTooOld ? `Use ${language}${oldest} or newer, or remove \`snapStart\`.` : "Remove `snapStart`."),
            awsError: `${runtime} is not supported for SnapStart enabled functions`,
          });
        }
      }
    },
  },
});
