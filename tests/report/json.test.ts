import { readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { jsonReport } from "../../src/report/json";
import { EMPTY } from "../kit/reports";
import { nastyReport, sample, unread } from "./sample";
import { strict, validatorOf } from "./schemas";

const SCHEMA = JSON.parse(readFileSync(join(__dirname, "../../src/report/schema.json"), "utf8")) as Record<
  string,
  unknown
>;

// Readers have to take keys that they do not know; here each has to be described.
const problemsOf = validatorOf(strict(SCHEMA));

it.each([
  ["one of everything", sample],
  ["nothing", EMPTY],
  ["a target that could not be read", unread],
])("is as schema.json says: %s", (_name, report) => {
  expect(problemsOf(JSON.parse(jsonReport(report)))).toEqual([]);
});

it("is as schema.json says whatever the program's texts", () => {
  fc.assert(
    fc.property(nastyReport, (report) => {
      expect(problemsOf(JSON.parse(jsonReport(report)))).toEqual([]);
    }),
  );
});

it("holds what machines ask for", () => {
  const report = JSON.parse(jsonReport(sample)) as { findings: object[]; undecided: object[] };
  expect(report).toMatchObject({
    version: 1,
    project: "shop",
    stack: "dev",
    file: "Pulumi.yaml",
    summary: { mandatory: 2, advisory: 2, exempted: 1, undecided: 2, inBaseline: 12 },
    faults: sample.crashes,
    notes: sample.gaps.map(({ message }) => message),
    notChecked: sample.gaps,
  });
  expect(report.findings[0]).not.toHaveProperty("resource");
  expect(report.findings[1]).toMatchObject({
    rule: "rds-storage-encrypted",
    severity: "high",
    resource: { name: "db", source: { file: "infra/my index.ts", line: 12, column: 3 } },
    path: "storageEncrypted",
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
  });
  expect(report.findings[3]).toMatchObject({
    level: "advisory",
    exemption: { reason: "they go elsewhere", until: "2027-06-30", state: "active" },
  });
  expect(report.undecided[1]).toMatchObject({ rule: "rds-customer-key", path: "kmsKeyId", from: ["key", "alias"] });
});

it("is described in docs/report.md, key by key", () => {
  const page = readFileSync(join(__dirname, "../../docs/report.md"), "utf8");
  const keysOf = (node: unknown): string[] =>
    typeof node === "object" && node !== null
      ? Object.entries(node).flatMap(([key, inner]) => [
          ...(key === "properties" ? Object.keys(inner as object) : []),
          ...keysOf(inner),
        ])
      : [];
  const missing = [...new Set(keysOf(SCHEMA))].filter((key) => !new RegExp(`\`(\\w+\\.)*${key}\``).test(page));
  expect(missing).toEqual([]);
});
