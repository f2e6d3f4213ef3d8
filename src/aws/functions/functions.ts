import type { Resource } from "../../graph/resource";
import type { Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import { LAMBDA_FUNCTION, LAMBDA_FUNCTION_URL, LAMBDA_PERMISSION } from "../type-tokens";

/** The parts of a runtime's name: `python3.9` is Python 3.9, `provided.al2` is version 2 of the OS-only runtime. */
export interface Runtime {
  /** `python`, `nodejs`, `java`, `dotnet`, `ruby`, `go`, `provided`, … */
  language: string;
  /** Empty where the name has no number, which is older than any. */
  version: number[];
}

/** The numbers of a version: `3.11` → [3, 11], `20.x` → [20]. */
export function versionOf(text: string): number[] {
  return (/^[\d.]*/.exec(text)?.[0] ?? "").split(".").filter(Boolean).map(Number);
}

/** The language and version of a runtime identifier such as `python3.12`, `nodejs22.x`, `dotnetcore3.1`, `java8.al2`. */
export function parseRuntime(runtime: string): Runtime {
  const language = /^[a-z]*/.exec(runtime)?.[0] ?? "";
  return {
    language: language === "dotnetcore" ? "dotnet" : language,
    version: versionOf(runtime.slice(language.length).replace(/^\.al/, "")),
  };
}

/** True when the first version comes before the second; a missing number counts as 0. */
export function isOlder(version: readonly number[], than: readonly number[]): boolean {
  for (let index = 0; index < Math.max(version.length, than.length); index++) {
    const difference = (version[index] ?? (index === 0 ? -1 : 0)) - (than[index] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}

/** True when a user or a service waits, or may wait, for the function's response: an API, a URL, Cognito, Lex, … */
export function isWaitedFor(stack: Stack, fn: Resource): boolean {
  return stack.once(waitedFor).has(fn);
}

// Services that call a function and wait for at most 5 to 60 seconds.
const WAITING =
  /^(?:apigateway|elasticloadbalancing|edgelambda|replicator\.lambda|cognito-idp|lex|lexv2)\.amazonaws\.com$/;

function waitedFor(stack: Stack): Set<Resource> {
  const permissions = stack.ofType(LAMBDA_PERMISSION).filter((permission) => {
    const principal = permission.str("principal");
    return principal === UNKNOWN || (known(principal) && WAITING.test(principal));
  });
  const views = [
    ...permissions.map((permission) => permission.at("function")),
    ...stack.ofType(LAMBDA_FUNCTION_URL).map((url) => url.at("functionName")),
  ];
  return new Set(stack.refsOfAll(views, LAMBDA_FUNCTION).resources);
}
