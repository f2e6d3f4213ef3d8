/** What was converted to a string by mistake. */
export type Stringified = "an Output" | "a Promise" | "an object" | "a resource";

// What the SDKs write for an Output: Node.js, .NET and Java with brackets, Python without.
const SENTENCES = [
  "Calling [toString] on an [Output<T>] is not supported.",
  "Calling [toJSON] on an [Output<T>] is not supported.",
  "Calling __str__ on an Output[T] is not supported.",
].map((sentence) => sentence.toLowerCase());
const LEAST = "Calling __str__ on".length;

// A text without any of this is dismissed at once.
const SUSPECT =
  /calling \[to|calling __str__|calling[-_.]{0,4}(?:to(?:string|json)|str)[-_.]{0,4}on|\[object [op]|<pulumi|<coroutine object|pulumi\.output`1\[/i;

// A sentence and what the SDKs write after it; in a JSON text the lines are parted by `\n` as two characters.
const MESSAGE =
  /calling (?:\[to(?:string|json)\] on an \[output<t>\]|__str__ on an output\[t\]) is not supported\.(?:\s|\\[nr])+to get the value of an output/i;
const PYTHON_OBJECT = /<pulumi[\w.]* object at 0x[0-9a-f]+>/i;
const COROUTINE = /<coroutine object \S+ at 0x[0-9a-f]+>/i;
// The sentence in a name from which a program took what names do not allow: no blanks are left in it.
const SLUG = /calling[-_.]{0,4}(?:to(?:string|json)|str)[-_.]{0,4}on[-_.]{0,2}an/i;
const OLD_DOTNET = /pulumi\.output`1\[/i;

// JavaScript's text for an object, alone or as a part of a name, path, ARN or setting. Sentences that speak of it and
// code that compares with it have blanks or quotes around it.
const SCRIPT_OBJECT = /(?:^|[/:=@,._+-])\[object (object|promise)\](?=$|[/:@&?,;._+\-\r\n])/i;

/**
 * What was converted to this string, or to a part of it, where its value was meant. A text about such messages does not
 * count: only what the SDKs write does.
 */
export function stringified(text: string): Stringified | undefined {
  if (!SUSPECT.test(text)) {
    return undefined;
  }
  if (MESSAGE.test(text) || OLD_DOTNET.test(text) || SLUG.test(text) || isGluedSentence(text)) {
    return "an Output";
  }
  const python = PYTHON_OBJECT.exec(text)?.[0];
  if (python !== undefined) {
    return python.toLowerCase().startsWith("<pulumi.output.output ") ? "an Output" : "a resource";
  }
  if (COROUTINE.test(text)) {
    return "a Promise";
  }
  const script = SCRIPT_OBJECT.exec(text)?.[1];
  if (script !== undefined) {
    return script.toLowerCase() === "promise" ? "a Promise" : "an object";
  }
  return inJson(text);
}

const BASE64 = /^[A-Za-z0-9+/\s]{16,}(?:={1,2}\s*)?$/;

/** As `stringified`, for a string that may be in base64, as user data is. */
export function stringifiedInBase64(text: string): Stringified | undefined {
  return BASE64.test(text) ? stringified(Buffer.from(text, "base64").toString("utf8")) : undefined;
}

// A name that is made from the sentence, perhaps cut to the length of a name: nothing parts it from what comes before.
function isGluedSentence(text: string): boolean {
  const lower = text.toLowerCase();
  const start = lower.search(/calling (?:\[to|__str__)/);
  const rest = lower.slice(Math.max(start, 0));
  return (
    start >= 0 &&
    !/\s/.test(lower.slice(0, start)) &&
    SENTENCES.some((sentence) => rest.startsWith(sentence) || (rest.length >= LEAST && sentence.startsWith(rest)))
  );
}

function inJson(text: string): Stringified | undefined {
  if (!/^\s*[[{]/.test(text)) {
    return undefined;
  }
  let found: Stringified | undefined;
  try {
    JSON.parse(text, (key, value: unknown) => {
      found ??= stringified(key) ?? (typeof value === "string" ? stringified(value) : undefined);
      return null;
    });
  } catch {
    return undefined;
  }
  return found;
}
