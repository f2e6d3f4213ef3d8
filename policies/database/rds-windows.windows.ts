const HOUR = 60;
const DAY = 24 * HOUR;
const WEEK = 7 * DAY;
const DAYS: readonly string[] = ["mon", "tue", "wed", "thu", "fri", "sat", "sun"];
const TIME = /^(\d{2}):(\d{2})$/;
const DAY_AND_TIME = /^([a-z]{3}):(\d{2}:\d{2})$/;

/** A period in minutes of UTC, from the start of a day or (weekly) of Monday; it may continue past the end. */
export interface Window {
  start: number;
  length: number;
}

function minutes(time: string): number | undefined {
  const [, hour = "", minute = ""] = TIME.exec(time) ?? [];
  return hour !== "" && Number(hour) < 24 && Number(minute) < HOUR ? Number(hour) * HOUR + Number(minute) : undefined;
}

function minutesOfWeek(moment: string): number | undefined {
  const [, name = "", time = ""] = DAY_AND_TIME.exec(moment) ?? [];
  const day = DAYS.indexOf(name);
  const inDay = minutes(time);
  return day >= 0 && inDay !== undefined ? day * DAY + inDay : undefined;
}

function windowOf(text: string, read: (moment: string) => number | undefined, cycle: number): Window | undefined {
  const [from = "", to = "", ...more] = text.trim().toLowerCase().split("-");
  const [start, end] = [read(from), read(to)];
  return start === undefined || end === undefined || more.length > 0 || start === end
    ? undefined
    : { start, length: (end - start + cycle) % cycle };
}

/** The window in `03:00-04:00`; absent for strings of another form. */
export function dailyWindow(text: string): Window | undefined {
  return windowOf(text, minutes, DAY);
}

/** The window in `mon:04:00-mon:05:00`; absent for strings of another form. */
export function weeklyWindow(text: string): Window | undefined {
  return windowOf(text, minutesOfWeek, WEEK);
}

/** True when a daily window and a weekly one share a minute. Windows that only touch do not. */
export function overlap(daily: Window, weekly: Window): boolean {
  return DAYS.some((_, day) => {
    const start = day * DAY + daily.start;
    const wait = (weekly.start - start + WEEK) % WEEK;
    return wait < daily.length || (WEEK - wait) % WEEK < weekly.length;
  });
}
