import type { Resource } from "./resource";
import type { Stack } from "./stack";
import { known } from "./value";

export const FUNCTION = "aws:lambda/function:Function";

const PERMISSION = "aws:lambda/permission:Permission";
const FUNCTION_URL = "aws:lambda/functionUrl:FunctionUrl";

/** What a runtime's name says: `python3.9` is Python 3.9, `provided.al2` is version 2 of the bare runtime. */
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

/** True when the first version comes before the second; a number that is left out counts as 0. */
export function isOlder(version: readonly number[], than: readonly number[]): boolean {
  for (let place = 0; place < Math.max(version.length, than.length); place++) {
    const difference = (version[place] ?? (place === 0 ? -1 : 0)) - (than[place] ?? 0);
    if (difference !== 0) {
      return difference < 0;
    }
  }
  return false;
}

/** True when a user or a service waits for the function's answer: an API, a load balancer, a URL, Cognito, Lex, … */
export function isWaitedFor(stack: Stack, fn: Resource): boolean {
  return stack.once(waitedFor).has(fn);
}

// Services that call a function and wait for at most 5 to 60 seconds.
const WAITING =
  /^(?:apigateway|elasticloadbalancing|edgelambda|replicator\.lambda|cognito-idp|lex|lexv2)\.amazonaws\.com$/;

function waitedFor(stack: Stack): Set<Resource> {
  const permissions = stack.ofType(PERMISSION).filter((permission) => {
    const principal = permission.str("principal");
    return known(principal) && WAITING.test(principal);
  });
  const places = [
    ...permissions.map((permission) => permission.at("function")),
    ...stack.ofType(FUNCTION_URL).map((url) => url.at("functionName")),
  ];
  return new Set(places.flatMap((place) => stack.refs(place, FUNCTION).resources));
}
