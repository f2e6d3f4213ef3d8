/** Where a text stops being JSON, counted from 1 as editors do, and what stands there. */
export interface JsonFault {
  line: number;
  column: number;
  /** `expected a value, found ]`. */
  problem: string;
}

type State = "value" | "value or end" | "name" | "name or end" | "colon" | "comma" | "nothing";

const EXPECTED: Readonly<Record<State, string>> = {
  value: "a value",
  "value or end": "a value or ]",
  name: "a name in double quotes",
  "name or end": "a name in double quotes or }",
  colon: "a colon",
  comma: "a comma or the closing bracket",
  nothing: "nothing more",
};

/** The first place where a text is not JSON; absent for JSON. */
export function jsonFault(text: string): JsonFault | undefined {
  if (isJson(text)) {
    return undefined;
  }
  const open: string[] = [];
  let state: State = "value";
  let at = 0;
  for (;;) {
    at = skipSpace(text, at);
    const token = tokenAt(text, at);
    const next = step(state, token, open);
    if (next === undefined) {
      return { ...positionOf(text, at), problem: `expected ${EXPECTED[state]}, found ${describe(token)}` };
    }
    state = next;
    at += token.length;
  }
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text.charAt(at))) {
    at++;
  }
  return at;
}

/** A text in quotes, a bracket, colon or comma, or a run of other characters; empty at the end. */
function tokenAt(text: string, from: number): string {
  const first = text.charAt(from);
  if (first === "" || "{}[],:".includes(first)) {
    return first;
  }
  let at = from + 1;
  if (first === '"') {
    while (at < text.length && text.charAt(at) !== '"' && text.charAt(at) !== "\n") {
      at += text.charAt(at) === "\\" ? 2 : 1;
    }
    return text.slice(from, at + 1);
  }
  while (at < text.length && !' \t\r\n{}[],:"'.includes(text.charAt(at))) {
    at++;
  }
  return text.slice(from, at);
}

/** What may come after a token; absent where the token may not stand there. */
function step(state: State, token: string, open: string[]): State | undefined {
  const isText = token.startsWith('"') && isJson(token);
  switch (state) {
    case "value or end":
    case "value":
      return token === "]" && state === "value or end" ? close(open) : startValue(token, open);
    case "name or end":
    case "name":
      return token === "}" && state === "name or end" ? close(open) : isText ? "colon" : undefined;
    case "colon":
      return token === ":" ? "value" : undefined;
    case "comma":
      if (token === ",") {
        return open.at(-1) === "{" ? "name" : "value";
      }
      return token === (open.at(-1) === "{" ? "}" : "]") ? close(open) : undefined;
    default:
      return undefined;
  }
}

function startValue(token: string, open: string[]): State | undefined {
  if (token === "{" || token === "[") {
    open.push(token);
    return token === "{" ? "name or end" : "value or end";
  }
  return isJson(token) ? after(open) : undefined;
}

function close(open: string[]): State {
  open.pop();
  return after(open);
}

const after = (open: readonly string[]): State => (open.length === 0 ? "nothing" : "comma");

function describe(token: string): string {
  if (token === "") {
    return "the end";
  }
  if (token.startsWith('"')) {
    return isJson(token) ? "a text in quotes" : "a text that is not closed, or has characters to be escaped";
  }
  return token.length === 1 ? token : token.startsWith("'") ? "a text in single quotes" : "a word without quotes";
}

function positionOf(text: string, at: number): { line: number; column: number } {
  const lines = text.slice(0, at).split("\n");
  return { line: lines.length, column: (lines.at(-1) ?? "").length + 1 };
}
