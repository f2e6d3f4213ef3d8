import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import type { RecordedResource } from "../../stack/recorded";
import { expectedFindings } from "../kit/expected";
import { describeExample, example, exampleFolder, EXAMPLES } from "../kit/examples";
import { describeWithCli, printedFindings, PulumiHome } from "../kit/pulumi-cli";

const PACK = resolve(__dirname, "../..");
const RECORDER = resolve(__dirname, "../kit/recorder-pack");

jest.setTimeout(300_000);

describeWithCli("the real engine", () => {
  let home: PulumiHome;
  beforeEach(() => {
    home = new PulumiHome();
  });
  afterEach(() => {
    home.remove();
  });

  describe.each(EXAMPLES)("on an example", (name) => {
    describeExample(name, () => {
      it("stops the preview of the flawed program and prints every expected finding", () => {
        const folder = home.program(exampleFolder(name, "flawed"));
        home.run(folder, ["stack", "init", "dev"]);
        const { code, output } = home.run(folder, ["preview", "--stack", "dev", "--policy-pack", PACK]);
        const key = (one: { level: string; rule: string; resource: string }): string =>
          `${one.level} ${one.rule} ${one.resource}`;
        const wanted = expectedFindings(name);
        expect(printedFindings(output).map(key).sort()).toEqual(wanted.map(key).sort());
        expect(code === 0).toBe(!wanted.some(({ level }) => level === "mandatory"));
      });

      it("finds the same in the state of the flawed program, where the engine has no configuration", () => {
        const folder = home.program(exampleFolder(name, "flawed"));
        home.run(folder, ["stack", "init", "dev"]);
        expect(home.run(folder, ["up", "--yes", "--skip-preview", "--stack", "dev"]).code).toBe(0);
        const config = join(home.folder, "policies.json");
        writeFileSync(config, JSON.stringify({ contract: contractIn(folder) }));
        const pack = ["--policy-pack", PACK, "--policy-pack-config", config];
        const { output } = home.run(folder, ["policy", "analyze", "--stack", "dev", ...pack], {
          PREFLIGHT_PROJECT: folder,
        });
        const key = (one: { rule: string; resource: string }): string => `${one.rule} ${one.resource}`;
        const found = printedFindings(output).map(key).sort();
        expect(found).toEqual(expectedFindings(name).map(key).sort());
      });

      it("lets the fixed program deploy without a finding", () => {
        const folder = home.program(exampleFolder(name, "fixed"));
        home.run(folder, ["stack", "init", "dev"]);
        const { code, output } = home.run(folder, ["up", "--yes", "--stack", "dev", "--policy-pack", PACK]);
        expect(printedFindings(output)).toEqual([]);
        expect({ code, output }).toMatchObject({ code: 0 });
      });
    });
  });

  it.each(["flawed", "fixed"] as const)("sends of blue-green/%s what the local engine records", async (kind) => {
    const folder = home.program(exampleFolder("blue-green", kind));
    const scratch = mkdtempSync(join(tmpdir(), "preflight-recorder-"));
    const file = join(scratch, "stack.json");
    try {
      home.run(folder, ["stack", "init", "dev"]);
      home.run(folder, ["preview", "--stack", "dev", "--policy-pack", RECORDER], { RECORDER_FILE: file });
      const real = JSON.parse(readFileSync(file, "utf8")) as Partial<RecordedResource>[];
      const local = (await example("blue-green", kind)).resources;
      expect(comparable(real)).toEqual(comparable(local));
    } finally {
      rmSync(scratch, { recursive: true });
    }
  });
});

/** The contract that a program's Pulumi.yaml asks for, as an organization would set it. */
function contractIn(folder: string): object {
  const { config } = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) as {
    config: Record<string, { value: unknown } | undefined>;
  };
  const profile = config["preflight:profile"]?.value;
  return { profile, ...(config["preflight:contract"]?.value as object | undefined) };
}

/** What both engines have to agree on, in one order. */
function comparable(resources: Partial<RecordedResource>[]): object {
  return new Map(
    resources.map(({ urn, type, inputs, parent, provider, dependencies, propertyDependencies }) => [
      urn,
      {
        type,
        inputs: withoutAssets(inputs),
        parent,
        // A reference to a provider ends with its id, which the recorder does not see.
        provider: provider?.split("::").slice(0, 4).join("::"),
        dependencies: [...(dependencies ?? [])].sort(),
        propertyDependencies: Object.fromEntries(
          Object.entries(propertyDependencies ?? {}).map(([property, urns]) => [property, [...urns].sort()]),
        ),
      },
    ]),
  );
}

/** Assets reach a policy as objects of the SDK, and the recording as they travel: only that they are there is compared. */
function withoutAssets(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutAssets);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const isAsset = ["__pulumiAsset", "__pulumiArchive", "4dabf18193072939515e22adb298388d"].some((key) => key in value);
  return isAsset
    ? "an asset"
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutAssets(inner)]));
}
