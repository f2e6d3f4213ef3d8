import { writtenTexts } from "../../src/source/literals";
import { partsBetween } from "../../src/source/text-parts";

const literals = (path: string, code: string): string[] => [...writtenTexts(path, code).literals];
const templates = (path: string, code: string): string[] =>
  writtenTexts(path, code).templates.map((parts) => parts.join("…"));

describe("a string that is put together of literals", () => {
  test.each([
    ["a sum", "a.ts", 'const p = "Winter" + "2024" + "!";'],
    ["a sum with a variable", "a.ts", 'const base: string = "Winter";\nconst p = base + "2024!";'],
    ["a sum with a number", "a.ts", 'const p = "Winter" + 2024 + "!";'],
    ["a sum in parentheses", "a.ts", 'const p = "Winter" + ("20" + "24!");'],
    ["a template with a variable", "a.ts", 'const season = "Winter";\nconst p = `${season}2024!`;'],
    ["a call of concat", "a.ts", 'const p = "Winter".concat("2024", "!");'],
    ["a list that is joined", "a.js", 'const p = ["Winter", "2024!"].join("");'],
    ["pulumi.concat", "a.ts", 'const p = pulumi.concat("Winter", "2024!");'],
    ["a tagged template", "a.ts", 'const season = "Winter";\nconst p = pulumi.interpolate`${season}2024!`;'],
    ["escapes", "a.ts", 'const p = "Winter\\x32\\u0030\\u{32}4!";'],
    ["strings beside each other", "a.py", 'p = "Winter" "2024!"'],
    ["an f-string with a variable", "a.py", 'season = "Winter"\np = f"{season}2024!"'],
    ["a list that is joined in Python", "a.py", 'p = "".join(["Winter", "2024!"])'],
    ["a raw string", "a.py", "p = r'Winter2024!'"],
    ["Output.concat", "a.py", 'p = pulumi.Output.concat("Winter", "2024!")'],
    ["a sum in Go", "main.go", 'package main\nfunc main() { base := "Winter"\n p := base + "2024!" }'],
    ["a constant in Go", "main.go", 'package main\nconst base = "Winter"\nvar p = base + "2024!"'],
    ["a raw string in Go", "main.go", "package main\nvar p = `Winter2024!`"],
    ["a sum in Java", "App.java", 'class App { static final String A = "Winter"; String p = A + "2024!"; }'],
    ["a text block", "App.java", 'class App { String p = """\nWinter2024!"""; }'],
    ["a sum in C#", "Program.cs", 'const string season = "Winter";\nvar p = season + "2024!";'],
    ["an interpolation in C#", "Program.cs", 'Password = "Winter2024!",'],
    ["a verbatim string", "Program.cs", 'var p = @"Winter2024!";'],
    ["a raw string in C#", "Program.cs", 'var p = """Winter2024!""";'],
    ["fn::join", "Pulumi.yaml", 'runtime: yaml\nresources:\n  p:\n    fn::join: ["", ["Winter", "2024!"]]'],
  ])("%s", (_name, path, code) => {
    expect(literals(path, code).map((literal) => literal.trim())).toContain("Winter2024!");
  });
});

describe("a string with computed parts", () => {
  test.each([
    ["a template", "a.ts", "const p = `Winter-${stack}-2024!`;"],
    ["a sum", "a.ts", 'const p = "Winter-" + pulumi.getStack() + "-2024!";'],
    ["a variable that is set twice", "a.ts", 'let s = "a";\ns = "b";\nconst p = `Winter-${s()}-2024!`;'],
    ["an f-string", "a.py", 'p = f"Winter-{stack}-2024!"'],
    ["a format of Python", "a.py", 'p = "Winter-{}-2024!".format(stack)'],
    ["a format with percent", "a.py", 'p = "Winter-%s-2024!" % stack'],
    ["Sprintf", "main.go", 'package main\nvar p = fmt.Sprintf("Winter-%v-2024!", stack)'],
    ["String.format", "App.java", 'class App { String p = String.format("Winter-%s-2024!", stack); }'],
    ["an interpolation in C#", "Program.cs", 'var p = $"Winter-{stack}-2024!";'],
    ["a raw interpolation in C#", "Program.cs", 'var p = $"""Winter-{stack}-2024!""";'],
    ["string.Format", "Program.cs", 'var p = string.Format("Winter-{0}-2024!", stack);'],
    ["YAML", "Pulumi.yaml", "runtime: yaml\nresources:\n  p: Winter-${pulumi.stack}-2024!"],
  ])("%s", (_name, path, code) => {
    expect(templates(path, code)).toContain("Winter-…-2024!");
  });
});

test.each([
  ["comments", "a.ts", "// 'Winter2024!'\nconst a = 1;"],
  ["comments in Go", "main.go", 'package main\n// "Winter2024!"\n'],
  ["comments in Java", "App.java", '/* "Winter2024!" */ class App {}'],
  ["comments in C#", "Program.cs", '// "Winter2024!"\n/* "Winter2024!" */ char c = \'"\'; var d = "x";'],
  ["a variable that is set twice", "a.ts", 'let a = "Winter";\nfunction f() { let a = "x"; }\nconst p = a + "2024!";'],
  ["the settings of a stack", "Pulumi.dev.yaml", "config:\n  p: Winter2024!"],
  ["the settings of a program", "Pulumi.yaml", "runtime: yaml\nconfig:\n  p:\n    default: Winter2024!"],
])("no string: %s", (_name, path, code) => {
  expect(literals(path, code)).not.toContain("Winter2024!");
});

test("C# is read with braces, escapes and strings inside of interpolations", () => {
  const code = `var a = $"{{x}}{(ok ? "yes-1" : Call("b{c}"))}y"; var b = "q\\"r"; var c = @"d""e"; var f = $@"g""{h}";`;
  const { literals: found, templates: around } = writtenTexts("Program.cs", code);
  expect([...found]).toEqual(expect.arrayContaining(["yes-1", 'q"r', 'd"e']));
  expect(around).toEqual(
    expect.arrayContaining([
      ["{x}", "y"],
      ['g"', ""],
    ]),
  );
});

test.each<[string, string[], string[] | undefined]>([
  ["a1b", ["a", "b"], ["1"]],
  ["ab", ["a", "b"], [""]],
  ["a", ["a", "a"], undefined],
  ["a1b2c", ["a", "b", "c"], ["1", "2"]],
  ["a1c", ["a", "b", "c"], undefined],
  ["xyz", ["", ""], ["xyz"]],
  ["a12", ["a", "", ""], ["", "12"]],
  ["1b", ["a", "b"], undefined],
])("what is between the parts: %s of %j", (text, template, expected) => {
  expect(partsBetween(text, template)).toEqual(expected);
});

test("a long sum is read in little time, and a very deep one without an end of the stack", () => {
  const started = Date.now();
  expect(literals("a.ts", `const p = ${Array(3_000).fill('"a"').join(" + ")};`)).toContain("a");
  expect(literals("Program.cs", `var p = ${Array(20_000).fill('"a"').join(" + ")};`)).toContain("a".repeat(20_000));
  expect(Date.now() - started).toBeLessThan(5_000);
});
