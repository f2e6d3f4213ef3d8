import { globMatcher } from "../../contract/globs";
import { FUNCTION } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "lambda-environment",
  category: "functions",
  description: "Functions have the environment variables that they read",
  severity: "high",
  level: "contract",
  contractKeys: ["functions.environment"],
  failures: ["B33"],
  why:
    "A function learns from its environment which resources it works on. Without a variable that its code reads, it " +
    "fails when it is called, long after the deployment went well.",
  fix: {
    typescript: "environment: { variables: { LISTENER_ARN: listener.arn, SSM_PARAM_NAME: parameter.name } },",
    python: 'environment={"variables": {"LISTENER_ARN": listener.arn, "SSM_PARAM_NAME": parameter.name}},',
    yaml: "environment:\n  variables:\n    LISTENER_ARN: ${listener.arn}\n    SSM_PARAM_NAME: ${parameter.name}",
  },
  limits: "Globs match logical names in any case; a glob that no function matches asks for nothing.",
  stack(stack, { contract, report, undecided }) {
    const wanted = Object.entries(contract.functions?.environment ?? {}).map(([glob, variables]) => ({
      isMeant: globMatcher(glob.toLowerCase()),
      variables,
    }));
    for (const fn of stack.ofType(FUNCTION)) {
      const names = wanted
        .filter(({ isMeant }) => isMeant(fn.name.toLowerCase()))
        .flatMap(({ variables }) => variables);
      if (fn.outside || names.length === 0) {
        continue;
      }
      const variables = fn.entries("environment", "variables");
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
            `the function lacks ${missing.join(", ")}, which the contract asks of it; add ` +
            `${missing.length === 1 ? "it" : "them"} to environment.variables.`,
          restsOnComputedText: fn.isComputed("environment"),
        });
      }
    }
  },
});
