import { tableOf } from "../../contract/facts";
import { table, type Tables } from "../../facts/tables";
import { FUNCTION, isOlder, parseRuntime, versionOf } from "../../stack/functions";
import { UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

interface Dates {
  deprecated: string;
  /** Absent where AWS has set no day. */
  createBlocked: string | null;
}

// The newest runtime of the same language that is still supported on the day of the check.
function replacementFor(language: string, day: string, { runtimes, successors }: Tables["lambda-runtimes"]): string {
  const supported = Object.entries(runtimes)
    .filter(([name, { deprecated }]) => parseRuntime(name).language === language && day < deprecated)
    .map(([name]) => name)
    .sort((left, right) => (isOlder(parseRuntime(left).version, parseRuntime(right).version) ? 1 : -1));
  return supported[0] ?? (successors as Readonly<Record<string, string>>)[language] ?? "a runtime that AWS supports";
}

export default defineRule({
  id: "lambda-runtime",
  category: "functions",
  description: "Lambda runtimes are supported",
  severity: "medium",
  level: "mandatory",
  contractKeys: ["functions.minimumRuntimes"],
  failures: ["B30"],
  controls: [
    { framework: "AWS FSBP", reference: "Lambda.2" },
    { framework: "PCI DSS 4.0.1", reference: "12.3.4" },
  ],
  why:
    "A deprecated runtime gets no security patches. Some time later AWS refuses to create functions with it, and then " +
    "to update those that exist.",
  fix: {
    typescript: 'runtime: "python3.13",',
    python: 'runtime="python3.13",',
    yaml: "runtime: python3.13",
  },
  limits:
    `Judged by the days that AWS published (as of ${table("lambda-runtimes").date}); they move. A deprecated runtime is advisory until ` +
    "AWS refuses to create functions with it. Whether the function exists already is not seen.",
  resource: {
    types: [FUNCTION],
    check(fn, { contract, day, report, undecided }) {
      const runtime = fn.str("runtime");
      if (runtime === undefined) {
        return;
      }
      if (runtime === UNKNOWN) {
        undecided(fn, "runtime");
        return;
      }
      const { language, version } = parseRuntime(runtime);
      const minimum = contract.functions?.minimumRuntimes?.[language];
      const isTooOld = minimum !== undefined && isOlder(version, versionOf(minimum));
      const facts = tableOf(contract, "lambda-runtimes");
      const runtimes: Readonly<Record<string, Dates>> = facts.runtimes;
      const dates = Object.hasOwn(runtimes, runtime) ? runtimes[runtime] : undefined;
      const blocked = dates?.createBlocked ?? undefined;
      const isBlocked = blocked !== undefined && blocked <= day;
      const isDeprecated = dates !== undefined && (isBlocked || dates.deprecated <= day);
      if (!isTooOld && !isDeprecated) {
        return;
      }
      const said = [
        ...(isDeprecated ? [`${runtime} has been without patches since ${dates.deprecated}`] : []),
        ...(isBlocked ? [`AWS has refused to create functions with it since ${blocked}`] : []),
        ...(isDeprecated && blocked !== undefined && !isBlocked
          ? [`AWS refuses to create functions with it from ${blocked}`]
          : []),
        ...(isTooOld
          ? [`${isDeprecated ? "it" : runtime} is older than the ${language} ${minimum} of the contract`]
          : []),
      ];
      report({
        at: fn,
        property: "runtime",
        message: `${said.join(", and ")}; set runtime to ${replacementFor(language, day, facts)}.`,
        ...(!isTooOld && !isBlocked && { level: "advisory" }),
      });
    },
  },
});
