import { fixExamples } from "../../src/rules/words";

describe("the fix of a rule", () => {
  it("is one for each language that has it", () => {
    const fix = { typescript: "a: 1,", python: "a=1," };
    const inOthers = [
      { language: "TypeScript", title: "How to fix it in TypeScript", fence: "typescript", code: "a: 1," },
      { language: "Python", title: "How to fix it in Python", fence: "python", code: "a=1," },
    ];
    expect(fixExamples({ fix })).toEqual(inOthers);
    expect(fixExamples({ fix: { ...fix, yaml: "a: 1" } })).toEqual([
      ...inOthers,
      { language: "YAML", title: "How to fix it in YAML", fence: "yaml", code: "a: 1" },
    ]);
  });

  it("is a single one where the language is no matter", () => {
    const setting = "main: lib/";
    const same = { typescript: setting, python: setting };
    expect(fixExamples({ fix: { ...same, yaml: setting } })).toEqual([
      { title: "How to fix it", fence: "yaml", code: setting },
    ]);
    expect(fixExamples({ fix: same })).toEqual([{ title: "How to fix it", fence: "", code: setting }]);
  });
});
