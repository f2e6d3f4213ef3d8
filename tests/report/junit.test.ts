import fc from "fast-check";
import { junitReport } from "../../src/report/junit";
import { EMPTY } from "../kit/reports";
import { nastyReport, sample, unread } from "./sample";
import { junitProblems } from "./schemas";

it.each([
  ["one of everything", sample],
  ["nothing", EMPTY],
  ["a target that could not be read", unread],
])("is valid against the XSD of Jenkins: %s", async (_name, report) => {
  expect(await junitProblems(junitReport(report))).toEqual([]);
});

it("validates in earnest", async () => {
  expect(await junitProblems("<testsuites><testcase/></testsuites>")).not.toEqual([]);
  expect(await junitProblems("<testsuites>")).not.toEqual([]);
});

it("is valid whatever the program's texts", async () => {
  await fc.assert(
    // A validator starts in a thread of its own each time.
    fc.asyncProperty(fc.array(nastyReport, { minLength: 50, maxLength: 60 }), async (reports) => {
      expect(await junitProblems(...reports.map((report) => junitReport(report)))).toEqual([]);
    }),
    { numRuns: 2 },
  );
});

it("fails tests for mandatory findings alone, and skips what is advisory, exempted or undecided", () => {
  const xml = junitReport(sample);
  const suites = [
    ...xml.matchAll(/<testsuite name="([\w-]+)".* tests="(\d+)" failures="(\d+)" errors="(\d+)" skipped="(\d+)"/g),
  ];
  expect(suites.map((found) => found.slice(1, 6))).toEqual([
    ["preflight", "4", "0", "2", "1"],
    ["encryption", "4", "1", "0", "3"],
    ["database", "1", "0", "0", "1"],
    ["project", "1", "1", "0", "0"],
  ]);
  expect(xml).toContain('<testcase classname="encryption.rds-storage-encrypted" name="db storageEncrypted" time="0">');
  expect(xml).toContain("<skipped>exempted: logs. (exempted until 2027-06-30: they go elsewhere)\n");
  expect(xml).toContain("<skipped>advisory: a key.\n");
  expect(xml).toContain("Location: infra/my index.ts:12\n");
  expect(xml).toMatch(/name="db kmsKeyId \(2\)" time="0">\s*<skipped>undecided: known in the preview after/);
});

it("has a test that passes also where there is nothing to report, and is the same each time", () => {
  expect(junitReport(EMPTY)).toContain('<testcase classname="preflight.run" name="shop/dev was checked" time="0"/>');
  expect(junitReport(unread)).toMatch(/name="shop\/dev was checked" time="0">\s*<error /);
  expect(junitReport(sample)).toBe(junitReport(sample));
});
