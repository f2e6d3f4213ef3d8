import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { globMatcher } from "../../src/contract/globs";
import { UNKNOWN } from "../../src/graph/value";
import { listed } from "../../src/contract/show";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "lambda-environment",
  category: "functions",
  description: "Functions must have the environment variables that they read",
  severity: "high",
  level: "only-if-required",
  contractKeys: ["functions.environment"],
  failures: ["B33"],
  why:
    "A function learns from its environment which resources it works on. Without a variable that its code reads, it " +
    "fails when it is called, long after the deployment succeeded.",
  fix: {
    typescript: `environment: { variables: { LISTENER_ARN: listener.arn, SSM_PARAM_NAME: parameter.name } },`,
    python: `environment={"variables": {"LISTENER_ARN": listener.arn, "SSM_PARAM_NAME": parameter.name}},`,
    yaml: `environment:
  variables:
    LISTENER_ARN: \${listener.arn}
    SSM_PARAM_NAME: \${parameter.name}`,
  },
  limits: "Globs match logical names in any case; a glob that matches no function requires nothing.",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html"],
  stack(stack, { contract, report, undecided }) {
    const required = Object.entries(contract.functions?.environment ?? {}).map(([glob, variables]) => ({
      matches: globMatcher(glob.toLowerCase()),
      variables,
    }));
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const names = required
        .filter(({ matches }) => matches(fn.name.toLowerCase()))
        .flatMap(({ variables }) => variables);
      const variables = fn.entries("environment", "variables");
      if (names.length === 0) {
        continue;
      }
      if (variables === UNKNOWN) {
        undecided(fn, "environment.variables");
        continue;
      }
      const present = new Set((variables ?? []).filter(([, value]) => !value.isAbsent).map(([name]) => name));
      const missing = [...new Set(names)].filter((name) => !present.has(name));
      if (missing.length > 0) {
        report({
          at: fn,
          property: "environment.variables",
          message:
            `The function lacks ${listed(missing, "and")}, which the contract requires. Add ` +
            `${missing.length === 1 ? "it" : "them"} to \`environment.variables\`.`,
          restsOnComputedText: fn.isComputed("environment"),
        });
      }
    }
  },
});
