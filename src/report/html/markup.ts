/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | false | undefined | readonly Part[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

/** A number as people read it: `300,000`. */
const figure = (count: number): string => count.toLocaleString("en-US");

/** `1 finding`, `300,000 findings`. */
export const plural = (count: number, noun: string): string => `${figure(count)} ${noun}${count === 1 ? "" : "s"}`;

function rendered(part: Part): string {
  if (part === undefined || part === false) {
    return "";
  }
  if (part instanceof Markup) {
    return part.text;
  }
  if (typeof part === "number") {
    return figure(part);
  }
  return typeof part === "object"
    ? part.map(rendered).join("")
    : part.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

const compact = new WeakMap<TemplateStringsArray, string[]>();

/** The fixed parts of a template, without the indentation that makes it readable here. */
function partsOf(strings: TemplateStringsArray): string[] {
  const known = compact.get(strings) ?? strings.map((text) => text.replaceAll(/\n\s+/g, "\n"));
  compact.set(strings, known);
  return known;
}

/** HTML, or XML, in which everything that is put in is escaped, unless it was made by this function. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(
    partsOf(strings)
      .map((text, index) => text + rendered(parts[index]))
      .join(""),
  );
}

export const joined = (parts: readonly Markup[], separator: string): Markup =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`;

/** A message with what it writes between backticks as code. */
export const withCode = (message: string): Markup =>
  html`${message.split("`").map((text, index) => (index % 2 === 0 ? text : html`<code>${text}</code>`))}`;
