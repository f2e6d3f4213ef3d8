/** What a service accepts as a schedule: all accept the same expressions, but not all of them. */
export interface ScheduleForm {
  /** Whether it runs something once: `at(2026-01-31T08:00:00)`. */
  readonly acceptsAt: boolean;
  /** Whether it distinguishes `1 minute` from `1 minutes`. */
  readonly checksPlural: boolean;
  /** Whether a cron expression needs a question mark for the day of the month or that of the week. */
  readonly needsQuestionMark: boolean;
}

const FORM = /^(rate|cron|at)\(([^()]*)\)$/i;
const RATE = /^(\d{1,9}) +(minute|hour|day)(s?)$/i;
const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/i;
const CRON_FIELDS = 6;

/** What is wrong with a schedule expression and what to write, in sentences; absent where nothing is known against it. */
export function scheduleProblem(
  expression: string,
  { acceptsAt, checksPlural, needsQuestionMark }: ScheduleForm,
): string | undefined {
  const [, kind = "", inner = ""] = FORM.exec(expression.trim()) ?? [];
  const body = inner.trim();
  switch (kind.toLowerCase()) {
    case "rate":
      return rateProblem(body, checksPlural);
    case "cron":
      return cronProblem(body, needsQuestionMark);
    case "at":
      if (!acceptsAt) {
        return "A rule cannot have at(…). Use rate(…) or cron(…), or an aws.scheduler.Schedule for what runs once";
      }
      return AT.test(body) ? undefined : 'Write a time as "at(2026-01-31T08:00:00)", without a time zone or fractions';
    default:
      return `Write "rate(5 minutes)" or "cron(0 8 * * ? *)"${acceptsAt ? ' or "at(2026-01-31T08:00:00)"' : ""}`;
  }
}

function rateProblem(body: string, checksPlural: boolean): string | undefined {
  const [, digits = "", unit = "", plural = ""] = RATE.exec(body) ?? [];
  const value = Number(digits);
  if (unit === "" || value === 0) {
    return 'A rate is a number from 1 and minutes, hours or days, such as "rate(5 minutes)"';
  }
  const expected = `${unit.toLowerCase()}${value === 1 ? "" : "s"}`;
  return checksPlural && (value === 1) === (plural !== "")
    ? `The unit must agree with the number. Write "rate(${String(value)} ${expected})"`
    : undefined;
}

function cronProblem(body: string, needsQuestionMark: boolean): string | undefined {
  const fields = body.split(/\s+/).filter(Boolean);
  if (fields.length !== CRON_FIELDS) {
    return (
      "A cron expression has six fields (minutes, hours, day of month, month, day of week, year), and this one has " +
      `${String(fields.length)}. Write it like "cron(0 8 * * ? *)"`
    );
  }
  const [, , dayOfMonth = "", , dayOfWeek = ""] = fields;
  if (!needsQuestionMark || dayOfMonth.includes("?") || dayOfWeek.includes("?")) {
    return undefined;
  }
  const fixed = fields.map((field, index) => (index === (dayOfWeek === "*" ? 4 : 2) ? "?" : field)).join(" ");
  return dayOfMonth === "*" || dayOfWeek === "*"
    ? `One of day of month and day of week must be "?". Write "cron(${fixed})"`
    : 'Day of month and day of week cannot both be set. Write "?" for one of them';
}
