import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sourceReader } from "../../src/cli/sources";
import { frameOf } from "../../src/report/frame";
import { locationsOf } from "../../src/report/location";
import { Source } from "../../src/source/source";
import { EMPTY } from "../kit/reports";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "preflight-sources-"));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** What is shown of a source around its second line, where the stack has these credentials. */
function shown(source: string, property: string, ...credentials: string[]): string[] {
  const path = join(folder, "index.ts");
  writeFileSync(path, source);
  const read = sourceReader({ file: join(folder, "Pulumi.yaml"), credentials: () => credentials });
  const made = new Source("index.ts", read(path) ?? "");
  const resources = [
    { urn: "x", type: "", name: "", dependencies: [], source: { file: "index.ts", line: 2, column: 1 } },
  ];
  const at = locationsOf({ ...EMPTY, resources }, () => made)({ urn: "x", codePath: property });
  const frame = frameOf(made, at);
  return [...(frame?.lines.map(({ text }) => text) ?? []), `${" ".repeat(frame?.before ?? 0)}^`];
}

describe("a source around a finding", () => {
  it("hides a credential behind any name", () => {
    const source = 'const start = "Canary-41x";\nnew Instance("db", { size: 1, ...start });\n// Canary-41x\n';
    const lines = shown(source, "size", "Canary-41x");
    expect(lines.join("\n")).not.toContain("Canary");
    expect(lines.slice(0, 2)).toEqual(['const start = "••••••••••";', 'new Instance("db", { size: 1, ...start });']);
  });

  it("hides the lines of a key", () => {
    const source = "const pem = `-----BEGIN\nMIIcanary\nMIIother`;";
    expect(shown(source, "", "-----BEGIN\nMIIcanary\nMIIother").join("\n")).not.toMatch(/canary|other/);
  });

  it("marks the property that the finding is about, also behind what is hidden", () => {
    const source = '\nnew Instance("db", { password: "a long secret 1", size: 1 });\n';
    expect(shown(source, "size").slice(1)).toEqual([
      'new Instance("db", { password: "…", size: 1 });',
      "",
      `${" ".repeat('new Instance("db", { password: "…", '.length)}^`,
    ]);
  });

  it("leaves words that are too short to be a credential", () => {
    expect(shown("\nconst id = 1;\n", "", "id")[1]).toBe("const id = 1;");
  });
});
