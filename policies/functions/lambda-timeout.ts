import { isAtEdge } from "../../stack/edge-functions";
import { FUNCTION, isWaitedFor } from "../../stack/functions";
import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const MINIMUM = 60;
const DEFAULT = 3;

function judge(fn: Resource, minimum: number, { report, undecided }: Context): void {
  const timeout = fn.num("timeout");
  if (timeout === UNKNOWN) {
    undecided(fn, "timeout");
  } else if ((timeout ?? DEFAULT) < minimum) {
    report({
      at: fn,
      property: "timeout",
      message:
        `the function is stopped after ${String(timeout ?? DEFAULT)} s${timeout === undefined ? " (the default)" : ""}, ` +
        `in the middle of what it does; give it at least ${String(minimum)} s: timeout: ${String(minimum)}.`,
    });
  }
}

export default defineRule({
  id: "lambda-timeout",
  category: "functions",
  description: "Functions have the time that their work takes",
  severity: "low",
  level: "raised-by-contract",
  contractKeys: ["functions.minimumTimeout"],
  failures: ["B31"],
  why:
    "A function that runs out of time stops halfway: a switch is done on one side only, a batch is worked on again. " +
    "Calls to AWS, retries and cold starts take longer than the default of 3 s.",
  fix: { typescript: "timeout: 60,", python: "timeout=60,", yaml: "timeout: 60" },
  limits:
    "Without a contract, functions whose caller waits and gives up sooner (API Gateway, load balancers, function URLs, " +
    "Cognito, Lex, CloudFront).",
  // What the contract asks of every function is seen before it is created; who waits for it, only in the whole stack.
  resource: {
    types: [FUNCTION],
    check(fn, context) {
      const minimum = context.contract.functions?.minimumTimeout;
      if (minimum !== undefined) {
        judge(fn, minimum, context);
      }
    },
  },
  stack(stack, context) {
    if (context.contract.functions?.minimumTimeout === undefined) {
      for (const fn of stack.ofType(FUNCTION)) {
        if (!fn.outside && !isWaitedFor(stack, fn) && !isAtEdge(stack, fn)) {
          judge(fn, MINIMUM, context);
        }
      }
    }
  },
});
