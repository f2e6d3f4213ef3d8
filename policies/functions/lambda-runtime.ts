import { LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { table, type Tables } from "../../src/aws/data/tables";
import { isOlder, parseRuntime, versionOf } from "../../src/aws/functions/functions";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Finding } from "../../src/rules/rule";

/** The days of a runtime; null where AWS has set none. */
interface Days {
  deprecated: string;
  createBlocked: string | null;
  updateBlocked: string | null;
}

// The newest runtime of the same language that is still supported on the day of the check.
function replacementFor(
  language: string,
  day: string,
  { runtimes, successors }: Tables["lambda-runtimes"],
): string | undefined {
  const supported = Object.entries(runtimes)
    .filter(([name, { deprecated }]) => parseRuntime(name).language === language && day < deprecated)
    .map(([name]) => name)
    .sort((left, right) => (isOlder(parseRuntime(left).version, parseRuntime(right).version) ? 1 : -1));
  return supported[0] ?? (successors as Readonly<Record<string, string>>)[language];
}

const isPast = (date: string | null, day: string): boolean => date !== null && date <= day;

const supportOf = ({ deprecated }: Days, day: string): string =>
  isPast(deprecated, day) ? `has had no support since ${deprecated}` : `loses its support on ${deprecated}`;

/** What AWS does with functions of a deprecated runtime, as a sentence; empty where no days are set. */
function blockedSentence({ createBlocked, updateBlocked }: Days, day: string): string {
  if (createBlocked === null || updateBlocked === null) {
    return "";
  }
  if (isPast(updateBlocked, day)) {
    return `AWS no longer creates functions with it (since ${createBlocked}) or updates them (since ${updateBlocked}). `;
  }
  return isPast(createBlocked, day)
    ? `AWS has refused to create functions with it since ${createBlocked}. `
    : `AWS refuses to create functions with it from ${createBlocked}. `;
}

/** How a deprecated runtime counts: until updates are refused, a function that exists goes on working. */
function consequence(days: Days, runtime: string, day: string): Pick<Finding, "level" | "onlyAtCreation" | "awsError"> {
  const awsError = `InvalidParameterValueException: The runtime parameter of ${runtime} is no longer supported for creating or updating AWS Lambda functions`;
  return isPast(days.updateBlocked, day)
    ? { awsError }
    : isPast(days.createBlocked, day)
      ? { awsError, onlyAtCreation: true }
      : { level: "advisory" };
}

export default defineRule({
  id: "lambda-runtime",
  category: "functions",
  description: "Lambda runtimes must be supported",
  severity: "medium",
  level: "mandatory",
  basis: "aws-rejects",
  contractKeys: ["functions.minimumRuntimes"],
  failures: ["B30"],
  why:
    "A deprecated runtime gets no security patches. Some time later AWS refuses to create functions with it, and then " +
    "to update existing ones.",
  fix: {
    typescript: `runtime: "python3.13",`,
    python: `runtime="python3.13",`,
    yaml: `runtime: python3.13`,
  },
  limits:
    `It uses the days that AWS published (as of ${table("lambda-runtimes").date}), which can move. A deprecated runtime ` +
    "is advisory until AWS refuses to create functions with it, and on an existing function until AWS refuses to update it.",
  references: [
    "https://docs.aws.amazon.com/lambda/latest/dg/lambda-runtimes.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/lambda-controls.html",
  ],
  stack(stack, { contract, servesFramework, day, report, undecided }) {
    const facts = tableOf(contract, "lambda-runtimes");
    const runtimes: Readonly<Record<string, Days>> = facts.runtimes;
    for (const fn of stack.managed(LAMBDA_FUNCTION)) {
      const runtime = fn.str("runtime");
      if (runtime === UNKNOWN) {
        undecided(fn, "runtime");
      }
      if (typeof runtime !== "string") {
        continue;
      }
      const { language, version } = parseRuntime(runtime);
      const minimum = contract.functions?.minimumRuntimes?.[language];
      const isTooOld = minimum !== undefined && isOlder(version, versionOf(minimum));
      const days = Object.hasOwn(runtimes, runtime) ? runtimes[runtime] : undefined;
      const isDeprecated = days !== undefined && (isPast(days.deprecated, day) || isPast(days.createBlocked, day));
      if (!isTooOld && !isDeprecated) {
        continue;
      }
      const support = isDeprecated ? ` ${supportOf(days, day)}` : "";
      const problem = isTooOld
        ? `The contract requires ${language} ${minimum} or newer, and the runtime ${support === "" ? "is " : ""}"${runtime}"${support}.`
        : `The runtime "${runtime}"${support}.`;
      const replacement = replacementFor(language, day, facts);
      const fix = replacement === undefined ? "`runtime` to one that AWS supports" : `\`runtime: "${replacement}"\``;
      report({
        at: fn,
        property: "runtime",
        message: `${problem} ${isDeprecated ? blockedSentence(days, day) : ""}Set ${fix}.`,
        // What the contract or a framework requires holds for existing functions too.
        ...(isDeprecated && !isTooOld && !servesFramework && consequence(days, runtime, day)),
      });
    }
  },
});
