import { isWaitedFor } from "../../src/aws/functions/functions";
import { belowMinimum, type Minimum } from "./lambda-timeout.minimum";
import { defineRule } from "../../src/rules/rule";

const USUAL = 60;

export default defineRule({
  id: "lambda-timeout",
  category: "functions",
  description: "Functions must have the time that their work takes",
  severity: "low",
  level: "advisory-unless-required",
  contractKeys: ["functions.minimumTimeout"],
  failures: ["B31"],
  why:
    "A function that runs out of time stops halfway: a switch is done on one side only, a batch is processed again. " +
    "Calls to AWS, retries and cold starts take longer than the default of 3 s.",
  fix: { typescript: `timeout: 60,`, python: `timeout=60,`, yaml: `timeout: 60` },
  limits:
    "Functions at the edge, which may run for 5 or 30 s at most. Without a contract, any time that the program sets, and " +
    "functions whose caller waits and gives up sooner (API Gateway, load balancers, function URLs, Cognito, Lex).",
  references: ["https://docs.aws.amazon.com/lambda/latest/dg/configuration-timeout.html"],
  stack(stack, { contract, report, undecided }) {
    const required = contract.functions?.minimumTimeout;
    const minimum = required ?? USUAL;
    const setting = {
      property: "timeout",
      minimum,
      standard: 3,
      unit: "s",
      // A time that the program sets is a choice.
      concerns: (fn) => required !== undefined || (fn.at("timeout").isAbsent && !isWaitedFor(stack, fn)),
    } satisfies Minimum;
    const below = belowMinimum(stack, setting, undecided);
    // Without a contract they all have the default, so that one finding is enough.
    const groups = required === undefined ? [below] : below.map((one) => [one]);
    for (const [first, ...others] of groups) {
      if (first) {
        report({
          at: first.fn,
          alsoAt: others.map(({ fn }) => fn),
          property: "timeout",
          message:
            `Lambda stops the function after ${first.value}, even in the middle of its work. Set ` +
            `\`timeout: ${String(minimum)}\` or more.`,
        });
      }
    }
  },
});
