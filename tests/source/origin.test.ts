import {
  isConfigurationKnown,
  isForPreviewOnly,
  originOf,
  type Origin,
  type OriginFacts,
} from "../../src/source/origin";
import { Stack } from "../../src/graph/stack";
import { memoryFiles } from "../../src/testing/files";
import { build, resource, text, type Input } from "../../src/testing/stack";

const table = resource("aws:dynamodb/table:Table", "orders", { name: "orders-table" });
const REGION: readonly [string, string] = ["aws:region", "us-east-1"];

function originIn(password: Input, facts: Partial<OriginFacts>): Origin {
  const db = resource("aws:rds/instance:Instance", "db", { password });
  const [found] = Stack.from(build([table, db], "up")).ofType("aws:rds/instance:Instance");
  const view = found?.at("password");
  const known = view?.str();
  return view && typeof known === "string"
    ? originOf({ view, text: known }, { config: new Map(), ...facts })
    : "unknown";
}

const literals = (...texts: string[]): OriginFacts["files"] => ({ literals: new Set(texts) });

describe("the origin of a string", () => {
  test.each<[string, Input, Partial<OriginFacts>, Origin]>([
    ["a literal", "kX93jfLq", { files: literals("kX93jfLq") }, "source"],
    ["a value of the configuration", "kX93jfLq", { config: new Map([["shop:password", "kX93jfLq"]]) }, "provided"],
    ["a value inside the configuration", "kX93jfLq", { config: new Map([["shop:db", '["kX93jfLq"]']]) }, "provided"],
    ["a longer string around it", "db-kX93jfLq", { config: new Map([["shop:password", "kX93jfLq"]]) }, "provided"],
    ["a short value in a longer string by chance", "kX93jfLq", { config: new Map([["shop:tier", "kX9"]]) }, "unknown"],
    ["an output of another resource", text`${table.arn}`, { files: literals("orders-table") }, "provided"],
    ["a placeholder", "changeme", { config: new Map([REGION]) }, "placeholder"],
    ["a placeholder without any configuration", "changeme", {}, "unknown"],
    ["a placeholder in policy analyze", "changeme", { config: new Map([REGION]), hasConfiguration: false }, "unknown"],
    ["nothing that is known", "kX93jfLq", { config: new Map([REGION]), files: literals("x") }, "unknown"],
  ])("%s", (_name, password, facts, expected) => {
    expect(originIn(password, facts)).toBe(expected);
  });
});

test.each<[string, OriginFacts, boolean]>([
  ["settings", { config: new Map([REGION]) }, true],
  ["no settings, as with a state", { config: new Map() }, false],
  ["settings that the engine did not send", { config: new Map([REGION]), hasConfiguration: false }, false],
  ["a hidden secret, as in the JSON of a preview", { config: new Map([REGION, ["shop:token", "[secret]"]]) }, false],
])("the configuration with %s", (_name, facts, expected) => {
  expect(isConfigurationKnown(facts)).toBe(expected);
});

describe("literals for previews only", () => {
  const usedIn = (code: string, path = "index.ts"): boolean =>
    isForPreviewOnly("Z000", memoryFiles({ [path]: code }).sources);

  test.each([
    ["a condition", 'const zone = pulumi.runtime.isDryRun() ? "Z000" : zoneId;'],
    ["a condition with other parts", 'const zone = isTest || pulumi.runtime.isDryRun() ? { id: "Z000" } : zoneId;'],
    ["a variable", 'const isPreview: boolean = runtime.isDryRun();\nconst zone = isPreview ? "Z000" : zoneId;'],
    ["a statement", 'let zone;\nif (runtime.isDryRun()) {\n  zone = "Z000";\n}'],
  ])("under %s", (_name, code) => {
    expect(usedIn(code)).toBe(true);
  });

  test.each([
    ["a condition", 'zone = "Z000" if pulumi.runtime.is_dry_run() else zone_id'],
    ["a statement", 'if is_dry_run():\n    zone = "Z000"'],
    ["a variable", 'preview = pulumi.runtime.is_dry_run()\nif preview:\n    zone = "Z000"'],
  ])("under %s in Python", (_name, code) => {
    expect(usedIn(code, "__main__.py")).toBe(true);
  });

  test.each([
    ["no condition", 'const zone = "Z000"; const isPreview = pulumi.runtime.isDryRun();'],
    ["another condition", 'const isPreview = pulumi.runtime.isDryRun();\nconst zone = isTest ? "Z000" : zoneId;'],
    ["a second use", 'const zone = pulumi.runtime.isDryRun() ? "Z000" : zoneId;\nconst other = "Z000";'],
    ["no use at all", "const zone = pulumi.runtime.isDryRun() ? zones[0] : zoneId;"],
    ["a part of a longer literal", 'const zone = pulumi.runtime.isDryRun() ? "Z0000" : zoneId;'],
  ])("not with %s", (_name, code) => {
    expect(usedIn(code)).toBe(false);
  });

  test("across files", () => {
    const files = memoryFiles({
      "settings.ts": "export const isPreview = pulumi.runtime.isDryRun();",
      "index.ts": 'const zone = isPreview ? "Z000" : zoneId;',
    });
    expect(isForPreviewOnly("Z000", files.sources)).toBe(true);
  });
});
