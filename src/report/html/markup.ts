/** Text that is HTML already. */
export class Markup {
  constructor(readonly text: string) {}
}

type Part = Markup | string | number | false | undefined | readonly Part[];

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function rendered(part: Part): string {
  if (part === undefined || part === false) {
    return "";
  }
  if (part instanceof Markup) {
    return part.text;
  }
  return typeof part === "object"
    ? part.map(rendered).join("")
    : String(part).replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}

/** HTML, or XML, in which everything that is put in is escaped, unless it was made by this function. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Markup {
  return new Markup(strings.map((text, index) => text + rendered(parts[index])).join(""));
}

export const joined = (parts: readonly Markup[], separator: string): Markup =>
  html`${parts.map((part, index) => (index === 0 ? part : html`${separator}${part}`))}`;
