import { creation, type Api } from "../../tools/tables/operations";
import { translated } from "../../tools/tables/patterns";

describe("patterns of AWS's models", () => {
  it.each([
    ["[_A-Za-z][_0-9A-Za-z]*", ["orders_1"], ["orders-table", "1orders", ""]],
    ["^[a-z0-9-]+$", ["a-1"], ["A", "a b"]],
    [String.raw`[\p{L}\p{Z}\p{N}_.:/=+\-@]*`, ["Größe 1", ""], ["a#b", "a\n"]],
    [String.raw`[\w+=,.@-]+`, ["a.b@c"], ["a b"]],
  ])("%s is an expression for the whole string", (pattern, right, wrong) => {
    const source = translated(pattern) ?? "";
    const expression = new RegExp(source, /\\[pP]\{/.test(source) ? "u" : "");
    expect([...right, ...wrong].filter((text) => expression.test(text))).toEqual(right);
  });

  it.each([
    ["everything", ".*"],
    ["everything", String.raw`[\s\S]*`],
    ["a class of POSIX", "[[:alnum:]]+"],
    ["a possessive quantifier", "[a-z]++"],
    ["an atomic group", "(?>a|ab)c"],
    ["flags inside", "(?i)orders"],
    ["an intersection", "[a-z&&[^x]]+"],
    ["another property", String.raw`\p{Alnum}+`],
    ["an anchor of Java", String.raw`\Aorders\z`],
    ["a pattern that is escaped twice", String.raw`\\+[1-9]\\d+`],
    ["a reference to another resource", "arn:aws:iam::[0-9]{12}:role/.+"],
    ["exponential time", "(a+)+b"],
    ["quadratic time", "[a-z]*[a-z0-9]*!"],
    ["no expression at all", "[z-a]"],
  ])("%s is left out", (_what, pattern) => {
    expect(translated(pattern)).toBeUndefined();
  });
});

describe("the operation that creates a type", () => {
  const string = { type: "string", pattern: "[a-z]+" };
  const structure = (members: Record<string, string>): object => ({
    type: "structure",
    members: Object.fromEntries(Object.entries(members).map(([name, shape]) => [name, { shape }])),
  });
  const api = {
    operations: {
      CreateRule: { input: { shape: "CreateRule" } },
      PutConfigRule: { input: { shape: "PutConfigRule" } },
      DeleteRule: { input: { shape: "CreateRule" } },
      CreateOther: { input: { shape: "CreateRule" } },
    },
    shapes: {
      Text: string,
      CreateRule: structure({ ruleName: "Text", Sql: "Text" }),
      PutConfigRule: structure({ ConfigRule: "ConfigRule" }),
      ConfigRule: structure({ Source: "Text", Scope: "Text" }),
    },
  } as unknown as Api;

  it("is the one of its name, whose name of the resource is the argument name", () => {
    expect([...(creation("Rule", ["name", "sql"], [api])?.members.keys() ?? [])]).toEqual(["rulename", "sql", "name"]);
  });

  it("is one of a longer name where its input has most of the arguments, also inside", () => {
    const found = creation("ManagedConfigRule", ["source", "scope"], [api]);
    expect(found?.members.get("scope")).toEqual(string);
    expect(creation("ManagedConfigRule", ["source", "a", "b"], [api])).toBeUndefined();
    expect(creation("Table", ["sql"], [api])).toBeUndefined();
  });
});
