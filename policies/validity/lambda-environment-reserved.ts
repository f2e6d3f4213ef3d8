import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const NAME = /^[A-Za-z]\w+$/;
/** The characters that all names and values may have together. */
const MOST = 4096;

export default defineRule({
  id: "lambda-environment-reserved",
  category: "validity",
  description: "Functions must set only environment variables that Lambda accepts",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "Lambda itself sets the variables for the region, the credentials and the description of the function. It rejects a " +
    "function that sets one of them, a name that does not begin with a letter, and more than 4 KB of variables.",
  fix: {
    typescript: `environment: { variables: { TABLE_NAME: table.name } }, // AWS_REGION is always set`,
    python: `environment={"variables": {"TABLE_NAME": table.name}},  # AWS_REGION is always set`,
    yaml: `environment: # AWS_REGION is always set
  variables:
    TABLE_NAME: \${table.name}`,
  },
  limits: "Variables that Lambda sets but lets a function overwrite, such as AWS_LAMBDA_EXEC_WRAPPER, PATH or TZ.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"],
  resource: {
    types: [LAMBDA_FUNCTION],
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
      const misnamed = variables.find(
        ([name, { isAbsent }]) => !isAbsent && !NAME.test(name) && !Object.hasOwn(reserved, name),
      )?.[0];
      if (misnamed !== undefined) {
        report({
          at: fn,
          property: "environment.variables",
          message:
            `The name "${misnamed}" is not one that Lambda accepts. It must begin with a letter and have letters, digits and ` +
            "underscores only, two or more.",
        });
      }
      const size = variables.reduce((sum, [name, value]) => {
        const text = value.str();
        return sum + name.length + (typeof text === "string" ? text.length : 0);
      }, 0);
      if (size > MOST) {
        report({
          at: fn,
          property: "environment.variables",
          message: `The variables have ${String(size)} characters together, and Lambda accepts ${String(MOST)}. Keep long values in a parameter or a bucket.`,
        });
      }
      if (names.length > 0) {
        const list = names.sort().join(", ");
        report({
          at: fn,
          property: "environment.variables",
          message:
            `Lambda reserves ${names.length === 1 ? "the variable" : "the variables"} ${list}. Remove ` +
            `${names.length === 1 ? "it" : "them"} from \`environment.variables\`, or use another name. Code in the function ` +
            "finds its region in AWS_REGION anyway.",
          awsError:
            "Lambda was unable to configure your environment variables because the environment variables you have " +
            "provided contains reserved keys that are currently not supported for modification. " +
            `Reserved keys used in this request: ${list}`,
        });
      }
    },
  },
});
