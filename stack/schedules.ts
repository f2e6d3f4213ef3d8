/** Who reads a schedule: they take the same expressions, but not all of them. */
export interface ScheduleReader {
  /** Whether it runs something once: `at(2026-01-31T08:00:00)`. */
  readonly once: boolean;
  /** Whether it tells `1 minute` from `1 minutes`. */
  readonly countsUnits: boolean;
}

const FORM = /^(rate|cron|at)\(([^()]*)\)$/i;
const RATE = /^(\d{1,9}) +(minute|hour|day)(s?)$/i;
const AT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}$/i;
const CRON_FIELDS = 6;

/** Why a schedule expression is none, with what it should be; absent where it is one, for all that can be told. */
export function scheduleFault(expression: string, { once, countsUnits }: ScheduleReader): string | undefined {
  const [, kind = "", inner = ""] = FORM.exec(expression.trim()) ?? [];
  const body = inner.trim();
  switch (kind.toLowerCase()) {
    case "rate":
      return rateFault(body, countsUnits);
    case "cron":
      return cronFault(body);
    case "at":
      if (!once) {
        return "a rule has no at(…); use rate(…) or cron(…), or an aws.scheduler.Schedule for what runs once";
      }
      return AT.test(body) ? undefined : 'write a time as "at(2026-01-31T08:00:00)", without a zone or fractions';
    default:
      return `write "rate(5 minutes)" or "cron(0 8 * * ? *)"${once ? ' or "at(2026-01-31T08:00:00)"' : ""}`;
  }
}

function rateFault(body: string, countsUnits: boolean): string | undefined {
  const [, digits = "", unit = "", plural = ""] = RATE.exec(body) ?? [];
  const value = Number(digits);
  if (unit === "" || value === 0) {
    return 'a rate is a number from 1 and minutes, hours or days, such as "rate(5 minutes)"';
  }
  const fitting = `${unit.toLowerCase()}${value === 1 ? "" : "s"}`;
  return countsUnits && (value === 1) === (plural !== "")
    ? `the unit has to agree with the number; write "rate(${String(value)} ${fitting})"`
    : undefined;
}

function cronFault(body: string): string | undefined {
  const fields = body.split(/\s+/).filter(Boolean);
  if (fields.length !== CRON_FIELDS) {
    return (
      `a cron expression has six fields (minutes, hours, day of month, month, day of week, year), this has ` +
      `${String(fields.length)}; write it like "cron(0 8 * * ? *)"`
    );
  }
  const [, , dayOfMonth = "", , dayOfWeek = ""] = fields;
  if (dayOfMonth.includes("?") || dayOfWeek.includes("?")) {
    return undefined;
  }
  const mended = fields.map((field, index) => (index === (dayOfWeek === "*" ? 4 : 2) ? "?" : field)).join(" ");
  return dayOfMonth === "*" || dayOfWeek === "*"
    ? `one of day of month and day of week has to be "?"; write "cron(${mended})"`
    : 'day of month and day of week cannot both be set; put "?" in one of them';
}
