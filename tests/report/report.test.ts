import fc from "fast-check";
import { rules } from "../../policies";
import { SEVERITIES, type Level, type Severity } from "../../src/rules/rule";
import type { Result } from "../../src/rules/run";
import { columns } from "../../src/report/lines";
import { textReport } from "../../src/report/text";
import { EMPTY, ruleCalled } from "../kit/reports";
import { nastyReport, sample, unread } from "./sample";

const plain = (width: number, showUndecided = false): Parameters<typeof textReport>[1] => ({
  width,
  colour: false,
  showUndecided,
});

it("prints the findings by level and rule, the worst first, with the counts at the end", () => {
  expect(textReport(sample, plain(80))).toMatchInlineSnapshot(`
   "Mandatory: 2 findings that stop the deployment
   high      contract  the stack
             the contract is wrong.
   high      rds-storage-encrypted  db.storageEncrypted  infra/my index.ts:12:3
             one two three four five six seven eight nine ten.

   Advisory: 1 finding
   medium    rds-customer-key  db: RDS storage must be encrypted with a customer-m…

   Exempted: 1 finding
   medium    rds-log-exports  db: until 2027-06-30: they go elsewhere

   not checked (remote-components): the component y is remote.

   note: the types were not checked.

   preflight: the rule x failed inside.

   4 findings on 2 resources: 2 mandatory, 2 advisory (1 exempted).
     mandatory  2 high
     advisory   1 medium
     exempted   1 medium
   Not everything was checked, so this is not a pass; --partial=remote-components
   accepts that.
   12 findings of the baseline left out.
   2 checks could not be decided before the deployment; --show-undecided lists
   them.
   Next: preflight explain contract  why it matters, with code that is right
         --verbose                   every finding with its message and its source
         --format html=report.html   a page to read and to pass on
   "
  `);
});

it("takes less room beside the messages where the terminal is narrow", () => {
  expect(textReport({ ...sample, crashes: [], gaps: [] }, plain(60))).toMatchInlineSnapshot(`
   "Mandatory: 2 findings that stop the deployment
   high      contract  the stack
       the contract is wrong.
   high      rds-storage-encrypted  db.storageEncrypted
       infra/my index.ts:12:3
       one two three four five six seven eight nine ten.

   Advisory: 1 finding
   medium    rds-customer-key  db: RDS storage must be encrypt…

   Exempted: 1 finding
   medium    rds-log-exports  db: until 2027-06-30: they go el…

   4 findings on 2 resources: 2 mandatory, 2 advisory (1
   exempted).
     mandatory  2 high
     advisory   1 medium
     exempted   1 medium
   12 findings of the baseline left out.
   2 checks could not be decided before the deployment;
   --show-undecided lists them.
   Next: preflight explain contract
           why it matters, with code that is right
         --verbose
           every finding with its message and its source
         --format html=report.html
           a page to read and to pass on
   "
  `);
});

describe("a report that is long", () => {
  const result = (id: string, name: string, message: string, level: Level = "mandatory"): Result => ({
    path: "storageEncrypted",
    codePath: "storageEncrypted",
    rule: ruleCalled(id),
    urn: `urn:pulumi:dev::shop::aws:rds/instance:Instance::${name}`,
    name,
    message,
    level,
  });
  const many = rules
    .filter(({ id }) => id !== "contract")
    .slice(0, 60)
    .map(({ id }) => result(id, `db-${id}`, "This is not right. ".repeat(12).trim()));
  const report = { ...EMPTY, results: many };
  const lines = (text: string): string[] => text.trimEnd().split("\n");

  it("has the messages of the worst, a line for each of the others, and all of them with verbose", () => {
    const text = textReport(report, plain(100));
    expect(lines(text).length).toBeLessThanOrEqual(120);
    expect(many.filter(({ rule, name = "" }) => !text.includes(rule.id) || !text.includes(name))).toEqual([]);
    expect(text).toContain("  --verbose");
    const all = textReport(report, { ...plain(100), verbose: true });
    expect(all.split(/This\s+is\s+not/).length - 1).toBe(many.length * 12);
    expect(all).not.toContain("--verbose");
  });

  it("names five of the worst at its end, each with its place", () => {
    const end = lines(textReport(report, plain(100)));
    const from = end.indexOf("Fix first");
    const ranks = end
      .slice(from + 1, from + 6)
      .map((line) => SEVERITIES.indexOf(line.split(" ", 1).join("") as Severity));
    expect(ranks).toEqual([...ranks].sort());
    const mandatory = report.results.filter(({ level }) => level === "mandatory");
    expect(ranks[0]).toBe(Math.min(...mandatory.map(({ rule }) => SEVERITIES.indexOf(rule.severity))));
    expect(end[from + 6]).toBe("");
  });

  it("is its end alone where only a summary is asked for", () => {
    const text = textReport(report, { ...plain(100), summary: true });
    expect(lines(text).at(0)).toBe("Fix first");
    expect(text).toContain("60 findings on 60 resources");
    expect(text).not.toContain("This is not");
  });

  it("folds what repeats: a message once, with the resources that it is about", () => {
    const results = ["a", "b", "c"].map((name) => result("rds-storage-encrypted", name, "no."));
    const text = textReport({ ...EMPTY, results }, plain(100));
    expect(text).toContain("rds-storage-encrypted  3 findings on 3 resources");
    expect(text).toContain("a.storageEncrypted, b.storageEncrypted, c.storageEncrypted: no.");
  });

  it("folds the names where there are many, and names all with verbose", () => {
    const results = Array.from({ length: 14 }, (_, index) =>
      result("rds-storage-encrypted", `n${String(index)}`, "no."),
    );
    expect(textReport({ ...EMPTY, results }, plain(200)).replaceAll(/\n +/g, " ")).toContain(
      "n9.storageEncrypted and 4 more: no.",
    );
    expect(textReport({ ...EMPTY, results }, { ...plain(200), verbose: true })).toContain("n13.storageEncrypted");
  });

  it("has one line for each advisory rule", () => {
    const results = ["a", "b", "c", "d"].map((name) => result("rds-storage-encrypted", name, "no.", "advisory"));
    expect(lines(textReport({ ...EMPTY, results }, plain(60)))).toContain(
      "high      rds-storage-encrypted  a, b and 2 more: RDS stora…",
    );
  });

  it("says how many advisory findings are not shown, and suggests a contract where there is none", () => {
    const text = textReport({ ...report, notShown: 3, hasContract: false }, plain(100));
    expect(text).toContain("3 advisory findings not shown.\n");
    expect(text).toContain("preflight init");
    expect(textReport({ ...report, hasContract: true }, plain(100))).not.toContain("preflight init");
  });
});

describe("the source of a finding", () => {
  const source = (...texts: string[]): Parameters<typeof textReport>[1] => ({
    ...plain(80),
    read: (file) => (file === "infra/my index.ts" ? texts.join("\n") : undefined),
  });
  const before = Array.from({ length: 10 }, (_, index) => `// ${String(index + 1)}`);

  it("is shown with a caret at the property", () => {
    const code = [
      "",
      'const db = new aws.rds.Instance("db", {',
      '  engine: "postgres",',
      "  storageEncrypted: false,",
      "});",
    ];
    expect(textReport({ ...sample, crashes: [], gaps: [] }, source(...before, ...code))).toContain(
      [
        "high      rds-storage-encrypted  db.storageEncrypted  infra/my index.ts:14:3",
        '            13 |   engine: "postgres",',
        "          > 14 |   storageEncrypted: false,",
        "               |   ^",
        "            15 | });",
        "          one two three",
      ].join("\n"),
    );
  });

  it("is shown with a caret at the resource where the property is absent", () => {
    const code = ["", 'x=new aws.rds.Instance("db", {', '  engine: "postgres",', "});"];
    expect(textReport(sample, source(...before, ...code))).toContain(
      ['          > 12 | x=new aws.rds.Instance("db", {', "               |   ^"].join("\n"),
    );
  });

  it.each([
    ["a password by its name", '  password: "Tr0ub4dor&3",', "Tr0ub4dor"],
    ["a password on the next line", 'password:\n"Tr0ub4dor&3",', "Tr0ub4dor"],
    ["a password in a variable", "const dbPassword = 'Tr0ub4dor&3'; const x = 1;", "Tr0ub4dor"],
    ["what is made a secret", 'pulumi.secret("Tr0ub4dor&3")', "Tr0ub4dor"],
    ["a password in a connection string", 'url: "postgres://app:Tr0ub4dor3@db/x",', "Tr0ub4dor"],
    ["a token", `x: "ghp_${"a1B2".repeat(9)}",`, "a1B2"],
    ["a line of a key", "MIIEvQIBADANBgkqhkiG9w0BAQEFAASCBKcwggSjAgEAAoIBAQC7VJTUt9Us8cKj", "MIIEvQ"],
    ["an option of a script", "mysql -u root -pTr0ub4dor3 shop", "Tr0ub4dor"],
  ])("never shows %s", (_name, line, secret) => {
    const text = textReport(
      sample,
      source(...before.slice(0, 9), line, 'new aws.rds.Instance("db", {', ...line.split("\n")),
    );
    expect(text).toContain(" | ");
    expect(text).not.toContain(secret);
  });

  it("is cut on both sides where a line is long, so that the caret is seen", () => {
    const code = `new aws.rds.Instance("db", { ${'name: "x", '.repeat(20)}storageEncrypted: false, ${'name: "x", '.repeat(9)}});`;
    const lines = textReport(sample, source(...before, "", code)).split("\n");
    const at = lines.findIndex((line) => line.includes("> 12 | …"));
    expect(lines[at]?.indexOf("storageEncrypted")).toBe(lines[at + 1]?.indexOf("^"));
    expect(lines[at]?.length).toBeLessThanOrEqual(80);
  });

  it("is left out where the file cannot be read, or is shorter than that", () => {
    expect(textReport(sample, { ...plain(80), read: () => undefined })).toBe(textReport(sample, plain(80)));
    expect(textReport(sample, source("a"))).toBe(textReport(sample, plain(80)));
  });
});

it("says so when there is nothing", () => {
  expect(textReport(EMPTY, plain(80))).toBe("No findings.\n");
  expect(textReport(unread, plain(80))).toContain("Nothing of the stack could be checked.\n");
});

it("lists what preview could not know, and when it will be known, where it is asked to", () => {
  expect(textReport({ ...EMPTY, undecided: sample.undecided }, plain(80, true))).toMatchInlineSnapshot(`
   "undecided
   Preview cannot know these values. What waits for a resource is known in the
   preview after the \`pulumi up\` that creates or changes it.

   rds-customer-key
     db.kmsKeyId  waits for alias and key

   rds-storage-encrypted
     db.storageEncrypted  depends on the configuration or on AWS

   No findings.
   2 checks could not be decided before the deployment.
   "
  `);
  expect(textReport(EMPTY, plain(80, true))).toBe("No findings.\n");
});

it("lists a value once that several checks of a rule ask for, and cuts long lists of what it waits for", () => {
  const [first] = sample.undecided;
  const from = ["a", "b", "c", "d", "e", "f"];
  const undecided = first ? [first, first, { ...first, path: "p", from }] : [];
  expect(
    textReport({ ...EMPTY, undecided }, plain(80, true))
      .split("\n")
      .slice(4, 7),
  ).toEqual([
    "rds-storage-encrypted",
    "  db.p                 waits for a, b, c, d and 2 more",
    "  db.storageEncrypted  depends on the configuration or on AWS",
  ]);
});

it("uses colour only where it is asked to", () => {
  const coloured = textReport(sample, { width: 80, colour: true });
  expect(coloured).toContain("\u001b[31mhigh    \u001b[39m");
  expect(coloured).toContain("\u001b[33mmedium  \u001b[39m");
  expect(textReport(sample, plain(80))).not.toContain("\u001b");
});

it("counts the columns of wide and joined letters", () => {
  expect([columns("abc"), columns("日本"), columns("é"), columns("e\u0301"), columns("😀")]).toEqual([3, 4, 1, 1, 2]);
});

it("steers no terminal, whatever the program's texts", () => {
  fc.assert(
    fc.property(nastyReport, (report) => {
      // eslint-disable-next-line no-control-regex -- what a terminal would take for more than a text
      const steering = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e]|\p{Surrogate}/u;
      expect(textReport(report, { ...plain(80, true), read: () => report.project })).not.toMatch(steering);
    }),
  );
});

it("keeps every line within the width, where its words allow it", () => {
  const words = fc.array(fc.string({ unit: "grapheme", minLength: 1, maxLength: 15 }), { maxLength: 40 });
  fc.assert(
    fc.property(words, fc.integer({ min: 60, max: 200 }), (message, width) => {
      const results = sample.results.map((result) => ({ ...result, message: message.join(" ") }));
      const report = {
        ...sample,
        results,
        gaps: [{ kind: "types" as const, message: message.join(" "), fails: false }],
      };
      for (const line of textReport(report, plain(width, true)).split("\n")) {
        expect(columns(line)).toBeLessThanOrEqual(width);
      }
    }),
  );
});
