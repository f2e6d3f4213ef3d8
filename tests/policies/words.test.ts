import { mendsOf } from "../../policies/words";

describe("the mend of a rule", () => {
  it("is one for each language that has it", () => {
    const fix = { typescript: "a: 1,", python: "a=1," };
    const inOthers = [
      { language: "TypeScript", title: "How to mend it in TypeScript", fence: "typescript", code: "a: 1," },
      { language: "Python", title: "How to mend it in Python", fence: "python", code: "a=1," },
    ];
    expect(mendsOf({ fix })).toEqual(inOthers);
    expect(mendsOf({ fix: { ...fix, yaml: "a: 1" } })).toEqual([
      ...inOthers,
      { language: "YAML", title: "How to mend it in YAML", fence: "yaml", code: "a: 1" },
    ]);
  });

  it("is a single one where the language is no matter", () => {
    const setting = "main: lib/";
    const same = { typescript: setting, python: setting };
    expect(mendsOf({ fix: { ...same, yaml: setting } })).toEqual([
      { title: "How to mend it", fence: "yaml", code: setting },
    ]);
    expect(mendsOf({ fix: same })).toEqual([{ title: "How to mend it", fence: "", code: setting }]);
  });
});
