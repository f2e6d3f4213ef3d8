import { readFileSync } from "node:fs";
import { join } from "node:path";
import { checkRecorded } from "../../src/cli/check";
import { jsonReport } from "../../src/report/json";
import { junitReport } from "../../src/report/junit";
import { sarifReport } from "../../src/report/sarif";
import { describeExample, example, exampleFolder, PROFILES } from "../kit/examples";
import { junitProblems, sarifValidator, strict, validatorOf } from "./schemas";

const schema = JSON.parse(readFileSync(join(__dirname, "../../src/report/schema.json"), "utf8")) as Record<
  string,
  unknown
>;
const jsonProblems = validatorOf(strict(schema));
const sarifProblems = sarifValidator();

describe.each(PROFILES)("the flawed example %s", (profile) => {
  describeExample(profile, () => {
    it("gives valid reports that hold every finding", async () => {
      const report = checkRecorded(exampleFolder(profile, "flawed"), await example(profile, "flawed"), "2026-11-22");
      const json = JSON.parse(jsonReport(report)) as { findings: unknown[] };
      const sarif = JSON.parse(sarifReport(report, "1.0.0")) as {
        runs: { results: { partialFingerprints: object }[] }[];
      };
      const count = report.results.length;
      expect(jsonProblems(json)).toEqual([]);
      expect(sarifProblems(sarif)).toEqual([]);
      expect(await junitProblems(junitReport(report))).toEqual([]);
      expect(json.findings).toHaveLength(count);
      const results = sarif.runs[0]?.results ?? [];
      expect(new Set(results.map((result) => JSON.stringify(result.partialFingerprints))).size).toBe(count);
    });
  });
});
