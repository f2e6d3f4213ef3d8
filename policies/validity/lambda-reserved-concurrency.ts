import { FUNCTION } from "../../stack/functions";
import { regionOf } from "../../stack/region";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

/** What AWS gives an account in each region, and what of it has to stay unreserved. */
const DEFAULT_CONCURRENCY = 1000;
const UNRESERVED = 100;

export default defineRule({
  id: "lambda-reserved-concurrency",
  category: "validity",
  description: "Reserved concurrency leaves the account 100 executions",
  severity: "medium",
  level: "raised-by-contract",
  contractKeys: ["accountConcurrency"],
  failures: [],
  why:
    "What functions reserve comes out of the account's concurrency in the region (1000 unless AWS has raised it, and " +
    "less in new accounts), of which 100 have to stay for all others. The function that passes that is refused.",
  fix: {
    typescript:
      "reservedConcurrentExecutions: 50,\n// or, where AWS has raised it, in the contract: accountConcurrency: 3000",
    python:
      "reserved_concurrent_executions=50,\n# or, where AWS has raised it, in the contract: accountConcurrency: 3000",
    yaml:
      "reservedConcurrentExecutions: 50\n" + "# or, where AWS has raised it, in the contract: accountConcurrency: 3000",
  },
  limits: "What functions outside the stack reserve. A function needs no reserved concurrency.",
  stack(stack, { contract, report, undecided }) {
    const limit = (contract.accountConcurrency ?? DEFAULT_CONCURRENCY) - UNRESERVED;
    const places = new Map<string, { fn: Resource; reserved: number }[]>();
    for (const fn of stack.ofType(FUNCTION).filter(({ outside }) => !outside)) {
      const reserved = fn.num("reservedConcurrentExecutions");
      if (reserved === UNKNOWN) {
        undecided(fn, "reservedConcurrentExecutions");
      } else if (known(reserved) && reserved > 0) {
        const place = `${fn.provider.urn ?? ""} ${String(regionOf(fn))}`;
        places.set(place, [...(places.get(place) ?? []), { fn, reserved }]);
      }
    }
    for (const functions of places.values()) {
      const sum = functions.reduce((total, { reserved }) => total + reserved, 0);
      const largest = functions.reduce((left, right) => (right.reserved > left.reserved ? right : left));
      if (sum > limit) {
        const what =
          functions.length === 1
            ? `this function reserves ${String(sum)} executions`
            : `${String(functions.length)} functions reserve ${String(sum)} executions together, this one the most ` +
              `(${String(largest.reserved)})`;
        report({
          at: largest.fn,
          property: "reservedConcurrentExecutions",
          message:
            `${what}, and an account with ${String(limit + UNRESERVED)} may reserve ${String(limit)}; reserve less, or ` +
            "set accountConcurrency in the contract to what AWS allows the account.",
          answer:
            "Specified ReservedConcurrentExecutions for function decreases account's UnreservedConcurrentExecution below " +
            "its minimum value of [100]",
        });
      }
    }
  },
});
