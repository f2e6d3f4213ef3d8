import type { Undecided } from "../policies/run";
import { columns, fold, listed, printable } from "./lines";
import type { Page } from "./text";

const LEAD =
  "Preview cannot know these values. What waits for a resource is known in the preview after the `pulumi up` that creates or changes it.";

interface Row {
  place: string;
  reason: string;
}

function rowOf({ name, path, from }: Undecided): Row {
  return {
    place: printable(path === "" ? name : `${name}.${path}`),
    reason:
      from.length === 0
        ? "depends on the configuration or on AWS"
        : `waits for ${printable(listed([...new Set(from)].sort()))}`,
  };
}

const byPlace = (left: Row, right: Row): number => (left.place < right.place ? -1 : left.place > right.place ? 1 : 0);

/** The rows of each rule, by the rule's id; what two checks of a rule asked for once. */
function byRule(undecided: readonly Undecided[]): [id: string, rows: Row[]][] {
  const rules = new Map<string, Map<string, Row>>();
  for (const one of undecided) {
    const rows = rules.get(one.rule.id) ?? new Map<string, Row>();
    const row = rowOf(one);
    rules.set(one.rule.id, rows.set(`${row.place}\n${row.reason}`, row));
  }
  return [...rules]
    .map(([id, rows]): [string, Row[]] => [id, [...rows.values()].sort(byPlace)])
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

function drawn(rows: readonly Row[], { width, paint }: Page): string[] {
  const widest = Math.max(...rows.map(({ place }) => columns(place)));
  const start = 2 + widest + 2;
  if (start > width / 2) {
    return rows.flatMap(({ place, reason }) => [
      `  ${place}`,
      ...fold(reason, width - 4).map((line) => `    ${paint("dim", line)}`),
    ]);
  }
  return rows.flatMap(({ place, reason }) =>
    fold(reason, width - start).map((line, index) => {
      const left = index === 0 ? `  ${place}` : "";
      return left + " ".repeat(start - columns(left)) + paint("dim", line);
    }),
  );
}

/** What preview could not know: by rule, each place with what it waits for. */
export function undecidedLines(undecided: readonly Undecided[], page: Page): string[] {
  if (undecided.length === 0) {
    return [];
  }
  return [
    page.paint("bold", "undecided"),
    ...fold(LEAD, page.width),
    "",
    ...byRule(undecided).flatMap(([id, rows]) => [id, ...drawn(rows, page), ""]),
  ];
}
