import { byScope } from "../../src/aws/scopes";
import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

/** What AWS gives an account in each region by default, and what must stay unreserved. */
const DEFAULT_CONCURRENCY = 1000;
const UNRESERVED = 100;

/** What a function reserves; 0 where that is nothing or not known yet. */
function reservedBy(fn: Resource): number {
  const reserved = fn.num("reservedConcurrentExecutions");
  return known(reserved) && reserved > 0 ? reserved : 0;
}

function checkRegion(functions: readonly [Resource, ...Resource[]], { contract, report }: Context): void {
  const { accountConcurrency } = contract;
  const account = accountConcurrency ?? DEFAULT_CONCURRENCY;
  const limit = account - UNRESERVED;
  const sum = functions.reduce((total, fn) => total + reservedBy(fn), 0);
  if (sum <= limit) {
    return;
  }
  const largest = functions.reduce((left, right) => (reservedBy(right) > reservedBy(left) ? right : left));
  const what =
    functions.length === 1
      ? `This function reserves ${String(sum)} executions`
      : `${String(functions.length)} functions reserve ${String(sum)} executions together, this one the most ` +
        `(${String(reservedBy(largest))})`;
  report({
    at: largest,
    property: "reservedConcurrentExecutions",
    message:
      `${what}. An account with ${String(account)} can reserve ${String(limit)}, since ${String(UNRESERVED)} must stay ` +
      'unreserved. Reserve less, or set "accountConcurrency" in the contract to the quota of the account.',
    // Without the contract's figure the account may have more.
    ...(accountConcurrency !== undefined && {
      awsError:
        "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below " +
        "its minimum value of [100]",
    }),
  });
}

export default defineRule({
  id: "lambda-reserved-concurrency",
  category: "validity",
  description: "Reserved concurrency must leave the account 100 executions",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["accountConcurrency"],
  why:
    "What functions reserve is taken from the account's concurrency in the region: 1000 by default, less in new accounts. " +
    "100 of it must stay for all other functions, and AWS rejects the function that exceeds that.",
  fix: {
    typescript: `reservedConcurrentExecutions: 50,
// or, where AWS has raised it, in the contract: accountConcurrency: 3000`,
    python: `reserved_concurrent_executions=50,
# or, where AWS has raised it, in the contract: accountConcurrency: 3000`,
    yaml: `reservedConcurrentExecutions: 50
# or, where AWS has raised it, in the contract: accountConcurrency: 3000`,
  },
  limits: "What functions outside the stack reserve. A function does not need reserved concurrency.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/configuration-concurrency.html",
    "https://docs.aws.amazon.com/lambda/latest/dg/gettingstarted-limits.html",
  ],
  stack(stack, context) {
    const functions = stack.managed(LAMBDA_FUNCTION);
    for (const fn of functions.filter((one) => one.num("reservedConcurrentExecutions") === UNKNOWN)) {
      context.undecided(fn, "reservedConcurrentExecutions");
    }
    for (const inRegion of byScope(functions.filter((fn) => reservedBy(fn) > 0)).values()) {
      checkRegion(inRegion, context);
    }
  },
});
