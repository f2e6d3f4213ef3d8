import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { build, resource } from "../../src/testing/stack";
import { PackServer, type Diagnostic } from "../kit/pack-server";

const ROOT = resolve(__dirname, "../..");

let folder: string;
const servers: PackServer[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "pack-configuration-"));
  for (const name of ["pack", "repo/.git", "repo/infra"]) {
    mkdirSync(join(folder, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(folder, "pack/node_modules"), "dir");
  writeFileSync(join(folder, "pack/package.json"), '{ "main": "index.js", "version": "1.0.0" }');
  writeFileSync(join(folder, "pack/PulumiPolicy.yaml"), "runtime: nodejs\n");
  writeFileSync(join(folder, "repo/infra/Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
});
afterEach(() => {
  servers.splice(0).forEach((server) => {
    server.stop();
  });
  rmSync(folder, { recursive: true });
});

const ofPack = (text: string): void => {
  writeFileSync(join(folder, "pack/preflight.yaml"), text);
};
const ofProgram = (text: string): void => {
  writeFileSync(join(folder, "repo/preflight.yaml"), text);
};

const stack = {
  ...build(
    [
      resource("pulumi:pulumi:Stack", "shop-dev", {}),
      resource("aws:rds/instance:Instance", "db", { engine: "postgres", publiclyAccessible: true }),
      resource("aws:efs/fileSystem:FileSystem", "share", { encrypted: false }),
    ],
    "preview",
  ),
  project: "shop",
};

/** Starts a pack as Pulumi does: in its own folder, from the program's. */
async function started(options = ""): Promise<PackServer> {
  writeFileSync(
    join(folder, "pack/index.js"),
    `require(${JSON.stringify(join(ROOT, "dist/src/library"))}).preflight({ name: "shop", ` +
      `rules: ["rds-not-public", "efs-encrypted"], ${options} });`,
  );
  const env = { PWD: join(folder, "repo/infra") };
  const server = await PackServer.start(stack, { packDir: join(folder, "pack"), env });
  servers.push(server);
  return server;
}

const levelsIn = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics.map(({ rule, level }) => `${level} ${rule}`).sort();

const problemsIn = (diagnostics: readonly Diagnostic[]): string[] =>
  diagnostics
    .flatMap(({ rule, message }) => (rule === "contract" ? [message.split("\n").slice(1).join("\n")] : []))
    .sort();

describe("the preflight.yaml above a program", () => {
  it("lowers and raises rules, and has a contract", async () => {
    ofProgram(
      "levels: { rule: { rds-not-public: advisory, efs-encrypted: mandatory } }\ncontract: { region: nowhere }\n",
    );
    const found = await (await started()).run(stack);
    expect(levelsIn(found)).toEqual(["advisory rds-not-public", "mandatory contract", "mandatory efs-encrypted"]);
    expect(problemsIn(found)).toEqual([expect.stringMatching(/^preflight\.yaml sets region to "nowhere"/)]);
  });

  it("disables rules, which is listed, and raises nothing that the policy configuration sets", async () => {
    ofProgram("levels: { rule: { efs-encrypted: mandatory }, category: { database: disabled } }\n");
    const server = await started();
    await server.configure({ contract: {}, preflight: {}, "efs-encrypted": { level: EnforcementLevel.ADVISORY } });
    const found = await server.run(stack);
    expect(levelsIn(found)).toEqual(["advisory efs-encrypted", "advisory preflight"]);
    expect(found.map(({ message }) => message).join("\n")).toContain("1 mandatory rule is disabled: rds-not-public.");
  });

  it("changes no level of the pack, and lowers no rule that cannot be exempt", async () => {
    ofProgram("levels: { rule: { efs-encrypted: mandatory, rds-not-public: disabled, bucket-has-owner: disabled } }\n");
    const found = await (
      await started('levels: { "efs-encrypted": "advisory" }, contract: { notExemptable: ["rds-not-public"] }')
    ).run(stack);
    expect(levelsIn(found).filter((one) => !one.endsWith("contract"))).toEqual([
      "advisory efs-encrypted",
      "mandatory rds-not-public",
    ]);
    expect(problemsIn(found)).toEqual([
      "preflight.yaml sets levels.rule.efs-encrypted to mandatory, but the organization has set the level of this rule.",
      "preflight.yaml sets levels.rule.rds-not-public to disabled, but notExemptable names this rule.",
      'preflight.yaml sets the level of "bucket-has-owner", which is not a rule; `preflight rules` lists them.',
    ]);
  });
});

describe("the preflight.yaml in a pack's folder", () => {
  it("is under the pack's options, and over the program's levels", async () => {
    ofPack("levels: { rule: { rds-not-public: advisory, efs-encrypted: disabled } }\ncontract: { tags: [Owner] }\n");
    ofProgram("levels: { rule: { bucket-has-owner: disabled } }\npacks: [../acme]\n");
    const found = await (await started('levels: { "efs-encrypted": "mandatory" }')).run(stack);
    expect(levelsIn(found)).toEqual(["advisory rds-not-public", "mandatory efs-encrypted"]);
  });

  it("stops the pack where it is wrong, with one line for each error", async () => {
    ofPack("levls: {}\ncontract: { regoin: x }\n");
    await expect(started()).rejects.toThrow(
      /preflight cannot make the pack "shop":\n- preflight\.yaml of the pack has the unknown key levls; did you mean levels\?\n- .* key regoin; did you mean region\?/,
    );
  });
});
