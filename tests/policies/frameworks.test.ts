import { FRAMEWORKS, frameworkTable, type FrameworkControl } from "../../src/aws/frameworks";
import { STRENGTHS } from "../../src/aws/data/tables";
import { isDay } from "../../src/contract/day";
import { decidersOf, rulesFor, typesOf } from "../../src/rules/frameworks";
import { isType } from "../../src/testing/aws-schema";
import { rules } from "../../policies";

const ids = new Set(rules.map(({ id }) => id));
const fsbp = frameworkTable("AWS FSBP").controls;

/** How many controls each framework has, as it is published. */
const COUNTS = {
  "AWS FSBP": 399,
  "CIS AWS Foundations 5.0": 63,
  "CIS AWS Foundations 7.0": 70,
  "PCI DSS 4.0.1": 103,
  "NIST 800-53 r5": 197,
};

const repeated = (words: readonly string[]): string[] => words.filter((word, index) => words.indexOf(word) !== index);

describe.each(FRAMEWORKS)("%s", (framework) => {
  const table = frameworkTable(framework);
  const controls = Object.entries(table.controls);
  const wrong = (isWrong: (control: FrameworkControl) => boolean): string[] =>
    controls.filter(([, control]) => isWrong(control)).map(([reference]) => reference);

  it("has its name, a source, a day and a strength", () => {
    expect(table.framework).toBe(framework);
    expect(table.title).toMatch(/\w{3}/);
    expect(table.source).toMatch(/\w{3}/);
    expect(isDay(table.date)).toBe(true);
    expect(Object.keys(STRENGTHS)).toContain(table.strength);
  });

  it("has all of its controls, each with a title", () => {
    expect(controls).toHaveLength(COUNTS[framework]);
    expect(wrong(({ title }) => !/^\S.*[^.\s]$/.test(title))).toEqual([]);
  });

  it("names rules that exist, each once a control", () => {
    expect(controls.flatMap(([, { rules: own = [] }]) => own.filter((id) => !ids.has(id)))).toEqual([]);
    expect(wrong(({ rules: own = [] }) => repeated(own).length > 0)).toEqual([]);
  });

  it("names controls of AWS FSBP that exist, each once", () => {
    expect(controls.flatMap(([, { controls: mapped = [] }]) => mapped.filter((one) => !(one in fsbp)))).toEqual([]);
    expect(wrong(({ controls: mapped = [] }) => repeated(mapped).length > 0)).toEqual([]);
  });

  it("names types that @pulumi/aws has", () => {
    expect(
      controls.flatMap(([, { types = [], about = [] }]) => [...types, ...about].filter((type) => !isType(type))),
    ).toEqual([]);
  });

  it("has rules for each control, other controls, or the reason why a program does not decide it", () => {
    const isEmpty = (control: FrameworkControl): boolean =>
      control.rules === undefined && control.controls === undefined && control.undecidable === undefined;
    expect(wrong(isEmpty)).toEqual([]);
  });
});

it("a rule has the controls that name it, in the order of the frameworks", () => {
  const controls = rules.find(({ id }) => id === "rds-not-public")?.controls;
  expect(controls?.slice(0, 4)).toEqual([
    { framework: "AWS FSBP", reference: "RDS.2" },
    { framework: "CIS AWS Foundations 5.0", reference: "2.2.3" },
    { framework: "CIS AWS Foundations 7.0", reference: "3.2.3" },
    { framework: "PCI DSS 4.0.1", reference: "1.2.8" },
  ]);
  expect(controls).toContainEqual({ framework: "PCI DSS 4.0.1", reference: "1.4.4" });
});

it("a control that rules check has resources that it applies to", () => {
  const unknown = Object.entries(fsbp).filter(([, { rules: own = [], types, about }]) => {
    const known = own.flatMap((id) => typesOf(rules.find((rule) => rule.id === id) ?? {}));
    return own.length > 0 && (types ?? about ?? known).length === 0;
  });
  expect(unknown.map(([reference]) => reference)).toEqual([]);
});

it("a rule cites what the tables have, and nothing else", () => {
  const cited = rules.flatMap(({ id, controls = [] }) =>
    controls.map((one) => `${one.framework} ${one.reference} ${id}`),
  );
  const mapped = FRAMEWORKS.flatMap((framework) =>
    Object.entries(frameworkTable(framework).controls).flatMap(([reference, control]) =>
      rulesFor(control).map((id) => `${framework} ${reference} ${id}`),
    ),
  );
  expect([...cited].sort()).toEqual([...mapped].sort());
  expect(mapped.length).toBeGreaterThan(80);
});

it("a control that is mapped to others is decided by those", () => {
  expect(decidersOf({ title: "a", controls: ["RDS.3"] })).toEqual([fsbp["RDS.3"]]);
  expect(decidersOf({ title: "a", rules: ["rds-multi-az"], controls: ["RDS.3"] })).toHaveLength(2);
});
