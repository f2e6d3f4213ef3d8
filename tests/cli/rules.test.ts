import { explanation } from "../../src/cli/commands/explain";
import { chosen } from "../../src/cli/commands/rules";
import { table } from "../../src/cli/terminal";
import { rules } from "../../policies";
import { workshop } from "../kit/command";

const { preflight } = workshop();
const ids = (filters: Parameters<typeof chosen>[0]): string[] => chosen(filters).map(({ id }) => id);

describe("the filters of rules", () => {
  it("let all through where none is given", () => {
    expect(ids({}).sort()).toEqual(rules.map(({ id }) => id).sort());
  });

  it("take several values, and all of them have to hold", () => {
    const found = chosen({ category: ["network", "identity"], severity: ["critical", "high"] });
    expect(found.length).toBeGreaterThan(3);
    for (const { category, severity } of found) {
      expect(["network", "identity"]).toContain(category);
      expect(["critical", "high"]).toContain(severity);
    }
    expect(ids({ failure: ["B9"] })).toContain("nat-gateway-elastic-ip");
    expect(ids({ failure: ["B9"], category: ["secrets"] })).toEqual([]);
  });
});

it("prints a table that keeps to the width", () => {
  const { code, out } = preflight("rules", "--category", "network", "--framework", "cis");
  expect(code).toBe(0);
  expect(out).toMatch(/^CATEGORY +RULE +SEVERITY +LEVEL +WHAT IS RIGHT\n/);
  expect(out).toContain("security-group-open-admin-port");
  const lines = table([["a".repeat(20), "word ".repeat(40).trim()]], 60).split("\n");
  expect(Math.max(...lines.map(({ length }) => length))).toBeLessThanOrEqual(60);
  expect(lines[1]).toMatch(/^ {22}word/);
  const narrow = table([["a".repeat(20), "word ".repeat(10).trim()]], 40).split("\n");
  expect(narrow.map((line) => line.slice(0, 8))).toEqual(["aaaaaaaa", "    word", "    word"]);
});

it("prints JSON", () => {
  const { out } = preflight("rules", "--format", "json", "--failure", "f12", "B28");
  const list = JSON.parse(out) as { id: string; failures: string[]; docs: string }[];
  expect(list.length).toBeGreaterThan(1);
  for (const { id, failures, docs } of list) {
    expect(failures.some((failure) => failure === "F12" || failure === "B28")).toBe(true);
    expect(docs).toMatch(new RegExp(`(?:^|/)docs/rules/${id}\\.md$`));
  }
});

it("lists the rules that can fix what they find", () => {
  const all = rules.filter(({ remediation }) => remediation).map(({ id }) => id);
  const { code, out } = preflight("rules", "--remediates", "--format", "json");
  expect(code).toBe(0);
  expect((JSON.parse(out) as { id: string }[]).map(({ id }) => id).sort()).toEqual(all.sort());
});

it.each([
  ["--category", "netwrk", /network, ordering/],
  ["--severity", "huge", /critical, high, medium, low/],
  ["--level", "x", /mandatory, advisory, advisory-unless-required, only-if-required/],
  ["--framework", "iso", /AWS FSBP, CIS AWS Foundations 5\.0, CIS AWS Foundations 7\.0, PCI DSS 4\.0\.1/],
  ["--failure", "F99", /F1 to F25/],
  ["--format", "xml", /table, json/],
])("exits 2 on a wrong %s and names what is allowed", (option, value, wanted) => {
  const { code, out, err } = preflight("rules", option, value);
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toContain(value);
  expect(err).toMatch(wanted);
  expect(err.trimEnd().split("\n")).toHaveLength(1);
});

it("reads a level by its former name, and reports the current one", () => {
  const { code, out, err } = preflight("rules", "--level", "contract", "--format", "json");
  expect({ code, err }).toEqual({ code: 0, err: "preflight: the level contract is now called only-if-required.\n" });
  expect(out).toBe(preflight("rules", "--level", "only-if-required", "--format", "json").out);
});

it("says that no rule meets all filters", () => {
  expect(preflight("rules", "--category", "validity", "--failure", "F1")).toMatchObject({
    code: 0,
    out: "No rule meets all filters.\n",
  });
});

describe("explain", () => {
  it("says all that is known of a rule", () => {
    const { code, out } = preflight("explain", "rds-backup-retention");
    expect(code).toBe(0);
    for (const part of [
      "How to fix it in TypeScript\n  backupRetentionPeriod: 7,",
      "How to fix it in Python\n  backup_retention_period=7,",
      "- backupRetentionDays: Automatic backups of a database (RDS, DocumentDB, Neptune, Redshift) are",
      "AWS FSBP: RDS.11",
      "B20: Backups kept too briefly (blue-green migration)",
      "What it does not report",
      "docs/rules/rds-backup-retention.md",
    ]) {
      expect(out).toContain(part);
    }
  });

  it.each(rules.map((rule) => [rule.id, rule] as const))("has a description for each key of %s", (_id, rule) => {
    const text = explanation(rule, { width: 200, colour: false });
    for (const key of rule.contractKeys ?? []) {
      expect(text).toMatch(new RegExp(`- ${key.replace(".", "\\.")}: \\S`));
    }
    expect(text).toContain(rule.fix.python.split("\n")[0]);
  });

  it.each([
    [
      "aws.sqs.queue.deduplication-needs-fifo",
      [
        /Only FIFO queues/,
        /of aws:sqs\/queue:Queue; checked by property-combinations/,
        /Source\n {2}https:/,
        /as of 20/,
      ],
    ],
    [
      "aws.lambda.function.value.memory-size",
      [/memorySize: AWS accepts 128 to 32768\./, /checked by property-values/, /Source\n {2}cfn-lint/],
    ],
    ["aws.cloudwatch.metric-alarm.value.comparison-operator", [/one of "GreaterThan/]],
  ])("says what AWS accepts of the constraint %s", (id, parts) => {
    const { code, out } = preflight("explain", id);
    expect(code).toBe(0);
    for (const part of parts) {
      expect(out).toMatch(part);
    }
  });

  it.each([
    ["rds-backup-retentio", "did you mean rds-backup-retention?"],
    ["encrypted", "did you mean "],
    ["zzzzzzzzzz", "`preflight rules` lists them"],
  ])("names what %s may mean", (id, wanted) => {
    const { code, out, err } = preflight("explain", id);
    expect({ code, out }).toEqual({ code: 2, out: "" });
    expect(err).toContain(`"${id}" is not a rule of this pack`);
    expect(err).toContain(wanted);
  });
});
