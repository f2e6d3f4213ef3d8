import fc from "fast-check";
import type { Result, Undecided } from "../../src/rules/run";
import type { Report } from "../../src/report/report";
import { EMPTY, ruleCalled } from "../kit/reports";

const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

const INSTANCE = "aws:rds/instance:Instance";
const db = { urn: urnOf(INSTANCE, "db"), name: "db", type: INSTANCE };

/** One of everything that a report can hold. */
export const sample: Report = {
  ...EMPTY,
  results: [
    { rule: ruleCalled("contract"), level: "mandatory", message: "the contract is wrong.", path: "", codePath: "" },
    {
      ...db,
      rule: ruleCalled("rds-storage-encrypted"),
      level: "mandatory",
      message: "one two three four five six seven eight nine ten.",
      path: "storageEncrypted",
      codePath: "storageEncrypted",
    },
    {
      ...db,
      rule: ruleCalled("rds-customer-key"),
      level: "advisory",
      message: "a key.",
      path: "kmsKeyId",
      codePath: "kmsKeyId",
    },
    {
      ...db,
      rule: ruleCalled("rds-log-exports"),
      level: "advisory",
      message: "logs. (exempted until 2027-06-30: they go elsewhere)",
      path: "enabledCloudwatchLogsExports",
      codePath: "enabledCloudwatchLogsExports",
      exemption: {
        exemption: { rule: "rds-log-exports", resource: "db", reason: "they go elsewhere", until: "2027-06-30" },
        state: "active",
      },
    },
  ],
  undecided: [
    { rule: ruleCalled("rds-storage-encrypted"), urn: db.urn, name: "db", path: "storageEncrypted", from: [] },
    { rule: ruleCalled("rds-customer-key"), urn: db.urn, name: "db", path: "kmsKeyId", from: ["key", "alias"] },
  ],
  crashes: ["the rule x failed inside."],
  gaps: [
    { kind: "remote-components", message: "the component y is remote.", fails: true },
    { kind: "types", message: "the types were not checked.", fails: false },
  ],
  resources: [
    { ...db, dependencies: [], source: { file: "infra/my index.ts", line: 12, column: 3 } },
    { urn: urnOf("aws:kms/key:Key", "key"), name: "key", type: "aws:kms/key:Key", dependencies: [] },
  ],
  inBaseline: 12,
};

/** What a target gives of which nothing could be read. */
export const unread: Report = {
  ...EMPTY,
  gaps: [{ kind: "unsupported-runtime", message: "the program is written in Go.", fails: true }],
  isUnreadable: true,
};

const NASTY = [
  "]]>",
  "%",
  "%0A",
  "::",
  " ::error ::",
  "##vso[task.complete]",
  "##[error]",
  "](",
  "\u2028",
  "\uffff",
  ",",
  "\n",
  "\r\n",
  "\t",
  "\u0000",
  "\u001b[31m",
  "\u202e",
  "😀",
  "\ud800",
  "\udc00",
];

/** A text as no program should hold. */
export const nasty: fc.Arbitrary<string> = fc
  .array(fc.oneof(fc.constantFrom(...NASTY, "<", "&", '"', " "), fc.string({ unit: "binary" })), { maxLength: 8 })
  .map((parts) => parts.join(""));

const names = fc.record({ name: nasty, path: nasty, message: nasty });

/** A report whose texts can be anything. */
export const nastyReport: fc.Arbitrary<Report> = fc
  .record({
    project: nasty,
    texts: fc.array(names, { maxLength: 5 }),
    undecided: fc.array(names, { maxLength: 2 }),
    notes: fc.array(nasty, { maxLength: 2 }),
    file: nasty,
  })
  .map(({ project, texts, undecided, notes, file }) => ({
    ...EMPTY,
    project,
    gaps: notes.map((message, index) => ({ kind: "unknown-values", message, fails: index === 0 })),
    crashes: notes,
    results: texts.map(({ name, path, message }, index): Result => ({
      rule: ruleCalled(index % 2 === 0 ? "rds-storage-encrypted" : "vpc-endpoints"),
      level: index % 3 === 0 ? "mandatory" : "advisory",
      name,
      path,
      codePath: path,
      message,
      type: name,
      urn: `urn:${name}`,
      ...(index === 1 && {
        exemption: { exemption: { rule: "x", resource: "y", reason: message, until: "2027-06-30" }, state: "active" },
      }),
    })),
    undecided: undecided.map(({ name, path }): Undecided => ({
      rule: ruleCalled("rds-customer-key"),
      name,
      path,
      urn: `urn:${name}`,
      from: [name],
    })),
    resources: texts.map(({ name }) => ({
      urn: `urn:${name}`,
      name,
      type: name,
      dependencies: [],
      source: { file, line: 3 },
    })),
  }));
