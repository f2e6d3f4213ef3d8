import { dailyWindow, overlap, weeklyWindow } from "../../../policies/database/rds-windows.windows";

const overlaps = (daily: string, weekly: string): boolean | undefined => {
  const [first, second] = [dailyWindow(daily), weeklyWindow(weekly)];
  return first && second && overlap(first, second);
};

describe("the windows of a database", () => {
  it.each([
    ["03:00-04:00", { start: 180, length: 60 }],
    ["23:30-00:30", { start: 1410, length: 60 }],
    [" 03:00-04:00 ", { start: 180, length: 60 }],
    ["03:00-03:00", undefined],
    ["24:00-01:00", undefined],
    ["03:60-04:00", undefined],
    ["3:00-4:00", undefined],
    ["03:00", undefined],
    ["03:00-04:00-05:00", undefined],
    ["", undefined],
  ])("reads the daily window %j", (text, window) => {
    expect(dailyWindow(text)).toEqual(window);
  });

  it.each([
    ["mon:04:00-mon:05:00", { start: 240, length: 60 }],
    ["Sun:23:30-Mon:00:30", { start: 6 * 1440 + 1410, length: 60 }],
    ["sat:00:00-sun:00:00", { start: 5 * 1440, length: 1440 }],
    ["day:04:00-day:05:00", undefined],
    ["mon:04:00", undefined],
    ["mon:25:00-mon:05:00", undefined],
    ["04:00-05:00", undefined],
  ])("reads the weekly window %j", (text, window) => {
    expect(weeklyWindow(text)).toEqual(window);
  });

  it.each([
    ["03:00-04:00", "mon:04:00-mon:05:00", false],
    ["03:00-04:00", "mon:02:00-mon:03:00", false],
    ["03:00-04:00", "mon:03:59-mon:04:30", true],
    ["03:00-04:00", "mon:02:30-mon:03:01", true],
    ["03:00-04:00", "mon:03:15-mon:03:45", true],
    ["03:15-03:45", "mon:03:00-mon:04:00", true],
    ["03:00-04:00", "mon:03:00-mon:04:00", true],
    ["23:30-00:30", "mon:00:00-mon:01:00", true],
    ["23:30-00:30", "wed:00:30-wed:01:00", false],
    ["23:30-00:30", "sun:23:45-mon:00:15", true],
    ["00:00-00:30", "sun:23:45-mon:00:15", true],
    ["12:00-12:30", "sun:23:45-mon:00:15", false],
    ["12:00-12:30", "sun:23:45-mon:12:15", true],
  ])("%s and %s share a minute: %s", (daily, weekly, expected) => {
    expect(overlaps(daily, weekly)).toBe(expected);
  });
});
