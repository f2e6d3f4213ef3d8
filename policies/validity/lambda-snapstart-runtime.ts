import { tableOf } from "../../contract/facts";
import { FUNCTION, isOlder, parseRuntime, versionOf } from "../../stack/functions";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "lambda-snapstart-runtime",
  category: "validity",
  description: "SnapStart is switched on for runtimes that have it",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "Lambda SnapStart resumes a function from a snapshot of its started runtime, which only some runtimes can do. For " +
    "the others AWS refuses the function, or starts it as slowly as before.",
  fix: {
    typescript: 'runtime: "java21",\nsnapStart: { applyOn: "PublishedVersions" },\npublish: true,',
    python: 'runtime="java21",\nsnap_start={"apply_on": "PublishedVersions"},\npublish=True,',
    yaml: "runtime: java21\nsnapStart:\n  applyOn: PublishedVersions\npublish: true",
  },
  limits: "Images, runtimes and languages that the table does not name, and regions that have SnapStart for fewer.",
  resource: {
    types: [FUNCTION],
    check(fn, { contract, report, undecided }) {
      const applyOn = fn.str("snapStart", "applyOn");
      const runtime = fn.str("runtime");
      if (applyOn === UNKNOWN || (applyOn === "PublishedVersions" && runtime === UNKNOWN)) {
        undecided(fn, applyOn === UNKNOWN ? "snapStart.applyOn" : "runtime");
      } else if (applyOn === "PublishedVersions" && known(runtime)) {
        const { first, without } = tableOf(contract, "lambda-snapstart");
        const { language, version } = parseRuntime(runtime);
        const oldest = new Map<string, string>(Object.entries(first)).get(language);
        const isTooOld = oldest !== undefined && isOlder(version, versionOf(oldest));
        if (isTooOld || Object.hasOwn(without, language)) {
          report({
            at: fn,
            property: "snapStart.applyOn",
            message:
              `${runtime} has no SnapStart; ` +
              (isTooOld ? `take ${language}${oldest} or newer, or ` : "") +
              "leave snapStart out (provisioned concurrency keeps any runtime warm).",
            answer: `${runtime} is not supported for SnapStart enabled functions`,
          });
        }
      }
    },
  },
});
