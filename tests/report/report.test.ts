import { rules } from "../../policies";
import type { Result } from "../../policies/run";
import { jsonReport } from "../../report/json";
import type { Report } from "../../report/report";
import { textReport } from "../../report/text";

function ruleCalled(id: string): Result["rule"] {
  const rule = rules.find((one) => one.id === id);
  if (!rule) {
    throw new Error(`there is no rule ${id}`);
  }
  return rule;
}

const db = { urn: "urn:db", name: "db", type: "aws:rds/instance:Instance" };
const results: Result[] = [
  { rule: ruleCalled("contract"), level: "mandatory", message: "the contract is wrong.", path: "" },
  {
    ...db,
    rule: ruleCalled("rds-storage-encrypted"),
    level: "mandatory",
    message: "one two three four five six seven eight nine ten.",
    path: "storageEncrypted",
  },
  { ...db, rule: ruleCalled("rds-customer-key"), level: "advisory", message: "a key.", path: "kmsKeyId" },
];
const report: Report = {
  project: "shop",
  stack: "dev",
  day: "2026-11-22",
  results,
  undecided: [
    { rule: ruleCalled("rds-storage-encrypted"), urn: "urn:db", name: "db", path: "storageEncrypted", from: [] },
  ],
  faults: ["the rule x failed inside."],
  file: "Pulumi.yaml",
  notes: [],
  resources: [],
  inBaseline: 0,
};

it("prints the findings grouped by resource, folded, with a count at the end", () => {
  expect(textReport(report, { width: 40, colour: false })).toMatchInlineSnapshot(`
   "the stack
     mandatory  contract
                the contract is wrong.

   db  aws:rds/instance:Instance
     mandatory  rds-storage-encrypted  storageEncrypted
                one two three four five six
                seven eight nine ten.
     advisory   rds-customer-key  kmsKeyId
                a key.

   preflight: the rule x failed inside.

   3 findings on 2 resources: 2 mandatory,
   1 advisory. 1 check could not be decided
   before the deployment.
   "
  `);
});

it("says so when there is nothing", () => {
  expect(textReport({ ...report, results: [], faults: [], undecided: [] }, { width: 80, colour: false })).toBe(
    "No findings.\n",
  );
});

it("uses colour only where it is asked to", () => {
  expect(textReport(report, { width: 80, colour: true })).toContain("\u001b[31mmandatory");
  expect(textReport(report, { width: 80, colour: false })).not.toContain("\u001b");
});

it("writes JSON for machines", () => {
  expect(JSON.parse(jsonReport(report))).toMatchObject({
    version: 1,
    project: "shop",
    stack: "dev",
    summary: { mandatory: 2, advisory: 1, undecided: 1 },
    findings: [
      { rule: "contract", level: "mandatory", message: "the contract is wrong." },
      { rule: "rds-storage-encrypted", severity: "high", resource: db, path: "storageEncrypted" },
      { rule: "rds-customer-key", level: "advisory" },
    ],
    undecided: [{ rule: "rds-storage-encrypted", resource: { name: "db" }, path: "storageEncrypted" }],
    faults: ["the rule x failed inside."],
  });
});
