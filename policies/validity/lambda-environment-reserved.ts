import { tableOf } from "../../contract/facts";
import { FUNCTION } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "lambda-environment-reserved",
  category: "validity",
  description: "Functions set no environment variable that Lambda keeps for itself",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "Lambda sets the region, the credentials and what describes the function itself, and refuses a function that " +
    "brings its own: it is not created.",
  fix: {
    typescript: "environment: { variables: { TABLE_NAME: table.name } }, // AWS_REGION is there without it",
    python: 'environment={"variables": {"TABLE_NAME": table.name}},  # AWS_REGION is there without it',
    yaml: "environment: # AWS_REGION is there without it\n  variables:\n    TABLE_NAME: ${table.name}",
  },
  limits: "Names that Lambda sets but lets a function overwrite, such as AWS_LAMBDA_EXEC_WRAPPER, PATH or TZ.",
  resource: {
    types: [FUNCTION],
    check(fn, { contract, report, undecided }) {
      const variables = fn.entries("environment", "variables") ?? [];
      if (variables === UNKNOWN) {
        undecided(fn, "environment.variables");
        return;
      }
      const { reserved } = tableOf(contract, "lambda-reserved-variables");
      const names = variables
        .filter(([name, { isAbsent }]) => !isAbsent && Object.hasOwn(reserved, name))
        .map(([name]) => name);
      if (names.length > 0) {
        const list = names.sort().join(", ");
        report({
          at: fn,
          property: "environment.variables",
          message:
            `${list} ${names.length === 1 ? "is a name" : "are names"} that Lambda keeps for itself; take ` +
            `${names.length === 1 ? "it" : "them"} out of environment.variables, or use another name ` +
            "(code in the function finds its region in AWS_REGION anyway).",
          answer:
            "Lambda was unable to configure your environment variables because the environment variables you have " +
            "provided contains reserved keys that are currently not supported for modification. " +
            `Reserved keys used in this request: ${list}`,
        });
      }
    },
  },
});
