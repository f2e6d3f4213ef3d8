import fc from "fast-check";
import { baselineText } from "../../src/report/baseline";
import { conciseReport } from "../../src/report/concise";
import { csvReport } from "../../src/report/csv";
import { githubReport } from "../../src/report/github";
import { gitlabReport } from "../../src/report/gitlab";
import { junitReport } from "../../src/report/junit";
import { markdownReport } from "../../src/report/markdown";
import type { Report } from "../../src/report/report";
import { sarifReport } from "../../src/report/sarif";
import { EMPTY } from "../kit/reports";
import { nastyReport, sample, unread } from "./sample";

const [, first] = sample.results;
/** The sample with one finding, whose message is this. */
const withMessage = (message: string, name = "db"): Report => ({
  ...EMPTY,
  results: first ? [{ ...first, message, name }] : [],
});

it("names the line that sets the property, where the source can be read", () => {
  const code = [
    ...Array<string>(11).fill(""),
    'x=new aws.rds.Instance("db", {',
    "",
    "  storageEncrypted: false,",
    "});",
  ];
  const read = (file: string): string | undefined => (file === "infra/my index.ts" ? code.join("\n") : undefined);
  const at = (text: string, place: RegExp): string[] => text.split("\n").filter((line) => place.test(line));
  // The other findings of the resource are about properties that are absent.
  expect(at(conciseReport(sample, read), /:14:3: mandatory rds-storage-encrypted|:12:3: advisory/)).toHaveLength(2);
  expect(at(githubReport(sample, read), /line=14,col=3,title=rds-storage-encrypted/)).toHaveLength(1);
  expect(at(csvReport(sample, read), /rds-storage-encrypted.*my index\.ts,14,3,/)).toHaveLength(1);
  expect(at(gitlabReport(sample, read), /"begin": 14/)).toHaveLength(1);
  expect(at(markdownReport(sample, { read }), /my index\.ts:14 /)).toHaveLength(1);
  expect(at(junitReport(sample, read), /my index\.ts:14/)).toHaveLength(1);
  expect(at(sarifReport(sample, "1.0.0", read), /"startLine": 14/)).toHaveLength(1);
});

describe("concise", () => {
  it("has a line for each finding, with its place", () => {
    expect(conciseReport(sample)).toMatchInlineSnapshot(`
     "Pulumi.yaml:1:1: mandatory contract the stack: the contract is wrong.
     infra/my index.ts:12:3: mandatory rds-storage-encrypted db.storageEncrypted: one two three four five six seven eight nine ten.
     infra/my index.ts:12:3: advisory rds-customer-key db.kmsKeyId: a key.
     infra/my index.ts:12:3: exempted rds-log-exports db.enabledCloudwatchLogsExports: logs. (exempted until 2027-06-30: they go elsewhere)
     Pulumi.yaml:1:1: not checked (remote-components): the component y is remote.
     Pulumi.yaml:1:1: error: the rule x failed inside.
     "
    `);
    expect(conciseReport(EMPTY)).toBe("");
  });

  it("has as many lines whatever the program's texts", () => {
    fc.assert(
      fc.property(nastyReport, (report) => {
        const failing = report.gaps.filter(({ fails }) => fails).length;
        const lines = conciseReport(report).split("\n").slice(0, -1);
        expect(lines).toHaveLength(report.results.length + report.crashes.length + failing);
      }),
    );
  });
});

describe("markdown", () => {
  it("shows what stops the deployment, and the rest folded", () => {
    expect(markdownReport(sample)).toMatchInlineSnapshot(`
     "### preflight: shop/dev

     **4 findings on 2 resources: 2 mandatory, 2 advisory (1 exempted).** Mandatory: 2 high.

     Not everything was checked, so this is not a pass; --partial=remote-components accepts that.

     | Severity | Rule | Where | What |
     | --- | --- | --- | --- |
     | high | \`contract\` | the stack | the contract is wrong. |
     | high | \`rds-storage-encrypted\` | db.storageEncrypted<br>infra/my index.ts:12 | one two three four five six seven eight nine ten. |

     <details>
     <summary>Advisory: 1 finding</summary>

     | Severity | Rule | Where | What |
     | --- | --- | --- | --- |
     | medium | \`rds-customer-key\` | db.kmsKeyId<br>infra/my index.ts:12 | a key. |

     </details>

     <details>
     <summary>Exempted: 1 finding</summary>

     | Severity | Rule | Where | What |
     | --- | --- | --- | --- |
     | medium | \`rds-log-exports\` | db.enabledCloudwatchLogsExports<br>infra/my index.ts:12 | logs. (exempted until 2027-06-30: they go elsewhere) |

     </details>

     - **not checked** (remote-components): the component y is remote.
     - note: the types were not checked.
     - **error**: the rule x failed inside.
     "
    `);
    expect(markdownReport(sample, { summary: true })).not.toContain("| Rule |");
    expect(markdownReport(EMPTY)).toBe("### preflight: shop/dev\n\n**No findings.**\n");
    expect(markdownReport(unread)).toContain("**Nothing of the stack could be checked.**");
  });

  it.each([
    ["a table's end", "a | b", "a \\| b"],
    ["markup", "<img src=x>&lt;", "&lt;img src=x&gt;&amp;lt;"],
    ["a link", "[x](https://evil.example)", "\\[x\\](https:<!-- -->//evil.example)"],
    ["a mention", "@team and #12", "@<!-- -->team and #<!-- -->12"],
    ["an odd backtick", "a ` b", "a \\` b"],
    ["code with a bar", "`a|b`", "\\`a\\|b\\`"],
  ])("makes nothing of %s", (_name, text, shown) => {
    expect(markdownReport(withMessage(text))).toContain(` ${shown} |\n`);
  });

  it("keeps the code of messages", () => {
    expect(markdownReport(withMessage("Set `a: [1, 2]`."))).toContain(" Set `a: [1, 2]`. |\n");
  });

  it("fits into a comment however many findings there are", () => {
    const results = Array.from({ length: 3000 }, () => withMessage("x".repeat(100)).results).flat();
    const text = markdownReport({ ...EMPTY, results });
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/^\d+ more findings\.$/m);
  });
});

describe("gitlab", () => {
  interface Issue {
    description: string;
    check_name: string;
    fingerprint: string;
    severity: string;
    location: { path: string; lines: { begin: number } };
  }
  const issues = (report: Report): Issue[] => JSON.parse(gitlabReport(report)) as Issue[];

  it("has an issue for each finding, as bad as it is", () => {
    expect(issues(sample).map(({ severity, check_name }) => [check_name, severity])).toEqual([
      ["contract", "critical"],
      ["rds-storage-encrypted", "critical"],
      ["rds-customer-key", "minor"],
      ["rds-log-exports", "info"],
      ["preflight", "minor"],
      ["preflight", "critical"],
    ]);
    expect(issues(sample)[1]?.location).toEqual({ path: "infra/my index.ts", lines: { begin: 12 } });
    expect(issues(EMPTY)).toEqual([]);
    expect(issues(unread).map(({ severity }) => severity)).toEqual(["blocker", "critical"]);
  });

  it("gives each issue a fingerprint of its own, the same in each run", () => {
    const report = { ...sample, results: [...sample.results, ...sample.results] };
    const fingerprints = issues(report).map(({ fingerprint }) => fingerprint);
    expect(new Set(fingerprints).size).toBe(fingerprints.length);
    expect(issues(report)).toEqual(issues(report));
  });

  it("can be read back whatever the program's texts", () => {
    fc.assert(
      fc.property(nastyReport, (report) => {
        expect(issues(report).length).toBeGreaterThanOrEqual(report.results.length);
      }),
    );
  });
});

describe("csv", () => {
  it("has a row for each finding", () => {
    const [head, ...rows] = csvReport(sample).split("\r\n").slice(0, -1);
    expect(head).toMatch(/^level,severity,rule,category,resource,type,path,file,line,column,message,/);
    expect(rows).toHaveLength(4);
    expect(rows[1]).toMatch(
      /^mandatory,high,rds-storage-encrypted,encryption,db,aws:rds\/instance:Instance,storageEncrypted,infra\/my index\.ts,12,3,one two/,
    );
    expect(rows[3]).toMatch(/^exempted,medium,rds-log-exports,.*,2027-06-30,they go elsewhere,/);
  });

  it.each([
    ["a separator", "a,b", '"a,b"'],
    ["a quote", 'a "b",c', '"a ""b"",c"'],
    ["a formula", "=1+1", `"'=1+1"`],
    ["a command", "@SUM(A1)", `"'@SUM(A1)"`],
  ])("takes no harm from %s", (_name, text, cell) => {
    expect(csvReport(withMessage("m", text))).toContain(`encryption,${cell},`);
  });
});

describe("a baseline", () => {
  it("is JSON with a line for each finding", () => {
    const text = baselineText(sample);
    expect(text.split("\n")).toHaveLength(sample.results.length + 3);
    expect(JSON.parse(text)).toMatchObject({ version: 1, project: "shop", stack: "dev" });
    expect((JSON.parse(text) as { findings: unknown[] }).findings[1]).toEqual({
      rule: "rds-storage-encrypted",
      level: "mandatory",
      path: "storageEncrypted",
      resource: { urn: "urn:pulumi:dev::shop::aws:rds/instance:Instance::db" },
      message: "one two three four five six seven eight nine ten.",
    });
    expect(JSON.parse(baselineText(EMPTY))).toEqual({ version: 1, project: "shop", stack: "dev", findings: [] });
  });
});
