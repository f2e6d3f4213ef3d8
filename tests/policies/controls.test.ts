import { rules } from "../../policies";
import controls from "./controls.json";

const FRAMEWORKS = ["CIS AWS Foundations 5.0", "PCI DSS 4.0.1"] as const;
const outside: Readonly<Record<string, readonly string[]>> = controls.outsideFsbp;

describe.each(rules.filter((rule) => rule.controls).map((rule) => [rule.id, rule] as const))("%s", (id, rule) => {
  const referencesOf = (framework: string): string[] =>
    (rule.controls ?? []).filter((control) => control.framework === framework).map(({ reference }) => reference);
  const fsbp = referencesOf("AWS FSBP");

  it("cites controls of AWS FSBP that are in that standard", () => {
    expect(fsbp.filter((control) => !controls.inFsbp.includes(control))).toEqual([]);
  });

  it.each(FRAMEWORKS)("cites of %s only what a control that it serves is mapped to", (framework) => {
    const mapped: Readonly<Record<string, readonly string[]>> = controls[framework];
    const verified = [...fsbp, ...(outside[id] ?? [])].flatMap((control) => mapped[control] ?? []);
    expect(referencesOf(framework).filter((reference) => !verified.includes(reference))).toEqual([]);
  });
});

it("cites no other framework", () => {
  const cited = new Set(rules.flatMap((rule) => (rule.controls ?? []).map(({ framework }) => framework)));
  expect([...cited].sort()).toEqual(["AWS FSBP", ...FRAMEWORKS]);
});
