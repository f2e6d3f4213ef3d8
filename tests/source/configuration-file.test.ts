import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import {
  configurationFileAbove,
  configurationFileIn,
  readConfigurationFile,
} from "../../src/source/configuration-file";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "configuration-"));
  mkdirSync(join(folder, "home/repo/infra/prod"), { recursive: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const write = (...paths: string[]): void => {
  for (const path of paths) {
    writeFileSync(join(folder, path), "");
  }
};

const above = (start: string): string | undefined => {
  const found = configurationFileAbove(join(folder, start), join(folder, "home"));
  return found === undefined ? undefined : relative(folder, found);
};

describe("the configuration file of a program", () => {
  it("is the nearest one, up to the repository's folder", () => {
    mkdirSync(join(folder, "home/repo/.git"));
    write("home/preflight.yaml", "home/repo/preflight.yaml");
    expect(above("home/repo/infra/prod")).toBe("home/repo/preflight.yaml");
    write("home/repo/infra/preflight.yml");
    expect(above("home/repo/infra/prod")).toBe("home/repo/infra/preflight.yml");
    write("home/repo/infra/preflight.yaml");
    expect(above("home/repo/infra/prod")).toBe("home/repo/infra/preflight.yaml");
  });

  it("is not looked for above the repository", () => {
    mkdirSync(join(folder, "home/repo/infra/.git"));
    write("home/repo/preflight.yaml");
    expect(above("home/repo/infra/prod")).toBeUndefined();
  });

  it("is not that of the home folder, or one above it", () => {
    write("home/preflight.yaml", "preflight.yaml");
    expect(above("home/repo/infra/prod")).toBeUndefined();
    write("home/repo/preflight.yaml");
    expect(above("home/repo/infra/prod")).toBe("home/repo/preflight.yaml");
    expect(above("home")).toBe("home/preflight.yaml");
  });

  it("is that of its own folder alone, outside of repositories and the home folder", () => {
    mkdirSync(join(folder, "other/infra"), { recursive: true });
    write("preflight.yaml", "other/preflight.yaml");
    expect(above("other/infra")).toBeUndefined();
    expect(above("other")).toBe("other/preflight.yaml");
  });

  it("is only in the folder itself for a pack", () => {
    mkdirSync(join(folder, "home/repo/.git"));
    write("home/repo/preflight.yaml");
    expect(configurationFileIn(join(folder, "home/repo/infra"))).toBeUndefined();
  });
});

describe("what cannot be read", () => {
  it.each([
    ["a: [1", / in line 1: see the YAML there$/],
    ["a: 1\na: 2\n", / in line 2: it has a key twice$/],
    ["a: *b\n", /^is not valid YAML/],
  ])("is named without quoting %j", (text, error) => {
    const path = join(folder, "preflight.yaml");
    writeFileSync(path, text);
    expect(readConfigurationFile(path)).toEqual({ error: expect.stringMatching(error) as string });
  });

  it("is a folder", () => {
    expect(readConfigurationFile(folder)).toEqual({ error: "cannot be read: it is a folder" });
  });
});
