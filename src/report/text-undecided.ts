import type { Undecided } from "../rules/run";
import { columns, fold, listed, type Page } from "./lines";

const LEAD =
  "Preview cannot know these values. What waits for a resource is known in the preview after the `pulumi up` that creates or changes it.";

interface Row {
  location: string;
  reason: string;
}

function rowOf({ name, path, from }: Undecided): Row {
  return {
    location: path === "" ? name : `${name}.${path}`,
    reason:
      from.length === 0 ? "depends on the configuration or on AWS" : `waits for ${listed([...new Set(from)].sort())}`,
  };
}

const byLocation = (left: Row, right: Row): number =>
  left.location < right.location ? -1 : left.location > right.location ? 1 : 0;

/** The rows of each rule, by the rule's id; each row once. */
function byRule(undecided: readonly Undecided[]): [id: string, rows: Row[]][] {
  const rules = new Map<string, Map<string, Row>>();
  for (const one of undecided) {
    const rows = rules.get(one.rule.id) ?? new Map<string, Row>();
    const row = rowOf(one);
    rules.set(one.rule.id, rows.set(`${row.location}\n${row.reason}`, row));
  }
  return [...rules]
    .map(([id, rows]): [string, Row[]] => [id, [...rows.values()].sort(byLocation)])
    .sort(([left], [right]) => (left < right ? -1 : 1));
}

function drawn(rows: readonly Row[], { width, paint }: Page): string[] {
  const widest = Math.max(...rows.map(({ location }) => columns(location)));
  const start = 2 + widest + 2;
  if (start > width / 2) {
    return rows.flatMap(({ location, reason }) => [
      `  ${location}`,
      ...fold(reason, width - 4).map((line) => `    ${paint("dim", line)}`),
    ]);
  }
  return rows.flatMap(({ location, reason }) =>
    fold(reason, width - start).map((line, index) => {
      const left = index === 0 ? `  ${location}` : "";
      return left + " ".repeat(start - columns(left)) + paint("dim", line);
    }),
  );
}

/** What preview could not know: by rule, each location with what its value comes from. */
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
