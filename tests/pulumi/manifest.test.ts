import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readManifest, type Manifest } from "../../src/pulumi/manifest";

const folders: string[] = [];
afterAll(() => {
  folders.forEach((folder) => {
    rmSync(folder, { recursive: true, force: true });
  });
});

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "preflight-manifest-"));
  folders.push(folder);
  return folder;
}

function read(packageJson: object, readme?: string): Manifest {
  const folder = newFolder();
  writeFileSync(join(folder, "package.json"), JSON.stringify(packageJson));
  if (readme !== undefined) {
    writeFileSync(join(folder, "README.md"), readme);
  }
  return readManifest(folder);
}

it("has nothing but a version, which is empty where the folder has none", () => {
  expect(readManifest(join(newFolder(), "gone"))).toEqual({ version: "" });
  expect(read({ version: "1.0.0" })).toEqual({ version: "1.0.0" });
});

it.each([
  ["git+https://github.com/acme/policies.git", "https://github.com/acme/policies"],
  ["https://gitlab.com/acme/cloud/policies.git", "https://gitlab.com/acme/cloud/policies"],
  ["github:acme/policies", "https://github.com/acme/policies"],
  ["acme/policies", "https://github.com/acme/policies"],
  [{ type: "git", url: "git+https://github.com/acme/policies.git" }, "https://github.com/acme/policies"],
  ["git@github.com:acme/policies.git", undefined],
  [{ type: "git" }, undefined],
])("reads the repository %j as the address %s", (repository, address) => {
  expect(read({ version: "1.0.0", description: "Ours", repository })).toEqual({
    version: "1.0.0",
    description: "Ours",
    ...(address && { repository: address }),
  });
});

const README = [
  "# Ours",
  "See [the rules](docs/rules.md#all), [above](#ours), [Pulumi](https://www.pulumi.com), <mailto:a@b.c>.",
  "![A picture](docs/a.svg) and [`code`](index.ts).",
].join("\n");

it("makes links of the README absolute where the repository is on GitHub, and images the files themselves", () => {
  const repository = "github:acme/policies";
  expect(read({ repository }, README).readme).toBe(
    [
      "# Ours",
      "See [the rules](https://github.com/acme/policies/blob/main/docs/rules.md#all), [above](#ours), " +
        "[Pulumi](https://www.pulumi.com), <mailto:a@b.c>.",
      "![A picture](https://github.com/acme/policies/raw/main/docs/a.svg) and " +
        "[`code`](https://github.com/acme/policies/blob/main/index.ts).",
    ].join("\n"),
  );
});

it("leaves the README as it is where it is not known where the repository shows its files", () => {
  expect(read({ repository: "https://git.acme.example/policies.git" }, README).readme).toBe(README);
  expect(read({}, README).readme).toBe(README);
});
