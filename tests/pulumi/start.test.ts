import type * as Fs from "node:fs";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { build, resource } from "../../src/testing/stack";
import type { PackOptions } from "../../src/pulumi/choice";
import type * as Preflight from "../../src/pulumi/preflight";
import { InProcessPack } from "../kit/in-process-pack";

const INSTANCE = "aws:rds/instance:Instance";
const FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "start-"));
  writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  writeFileSync(join(folder, "package.json"), '{ "version": "1.2.3", "description": "What a shop needs" }');
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Starts a pack as Pulumi does: in its own folder, with the engine's environment. */
function started(options: PackOptions, environment: Record<string, string> = {}): InProcessPack {
  const { env } = process;
  const cwd = jest.spyOn(process, "cwd").mockReturnValue(folder);
  process.env = { PULUMI_CONFIG: "{}", PULUMI_NODEJS_STACK: "dev", PREFLIGHT_DAY: "2026-11-22", ...environment };
  const packs: InProcessPack[] = [];
  try {
    jest.isolateModules(() => {
      const { preflight } = jest.requireActual<typeof Preflight>("../../src/pulumi/preflight");
      packs.push(
        InProcessPack.start(() => {
          preflight(options);
        }),
      );
    });
  } finally {
    process.env = env;
    cwd.mockRestore();
  }
  const [pack] = packs;
  if (!pack) {
    throw new Error("the pack did not start");
  }
  return pack;
}

const db = build([resource(INSTANCE, "db", { engine: "postgres", publiclyAccessible: true })], "preview");
const share = build([resource(FILE_SYSTEM, "share", { encrypted: false })], "preview");

async function found(pack: InProcessPack, recorded: typeof db): Promise<string[]> {
  return (await pack.run(recorded)).map(({ rule, level }) => `${level} ${rule}`);
}

describe("a pack", () => {
  it("has the name, version and words of its options and its folder", async () => {
    const pack = started({ name: "shop", displayName: "The shop", tags: ["aws"], rules: ["rds-not-public"] });
    const info = await pack.info();
    expect(info.toObject()).toMatchObject({
      name: "shop",
      displayname: "The shop",
      version: "1.2.3",
      description: "What a shop needs",
      provider: "aws",
      tagsList: ["aws"],
    });
    expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual([
      "contract",
      "rds-not-public",
      "preflight",
    ]);
  });

  it("needs no display name and no tags", async () => {
    const info = await started({ name: "shop", rules: [] }).info();
    expect(info.toObject()).toMatchObject({ displayname: "", tagsList: [] });
  });

  it("registers its rules at its own levels, and reports at them", async () => {
    const pack = started({
      name: "shop",
      rules: ["rds-not-public", "efs-encrypted", "required-tags"],
      levels: { "rds-not-public": "advisory", "efs-encrypted": "remediate", "required-tags": "disabled" },
    });
    const { ADVISORY, REMEDIATE, DISABLED, MANDATORY } = EnforcementLevel;
    const registered = (await pack.info()).getPoliciesList();
    expect(registered.map((policy) => [policy.getName(), policy.getEnforcementlevel()])).toEqual(
      expect.arrayContaining([
        ["contract", MANDATORY],
        ["rds-not-public", ADVISORY],
        ["efs-encrypted", REMEDIATE],
        ["required-tags", DISABLED],
        ["preflight", ADVISORY],
      ]),
    );
    expect(await found(pack, db)).toContain("advisory rds-not-public");
    expect(await found(pack, share)).toContain("advisory efs-encrypted");
    expect(await pack.remediate(share, share.resources[0] ?? fail())).toEqual([]);
  });

  it("has a contract, from which the policy configuration replaces single keys", async () => {
    const contract = { tags: ["CostCenter"], region: "eu-central-1" };
    const pack = started({ name: "shop", rules: ["required-tags", "efs-encrypted"], contract });
    expect((await pack.run(db)).map(({ message }) => message).join()).toContain("CostCenter");
    await pack.configure({ contract: { properties: { tags: ["Owner"] } } });
    const messages = (await pack.run(db)).map(({ message }) => message).join();
    expect(messages).toContain("Owner");
    expect(messages).not.toContain("CostCenter");
  });

  it.each([
    ["is found through the process that started it", () => folder, []],
    [
      "is not found where the system does not name that process's folder",
      (): string => {
        throw new Error("ENOENT");
      },
      ["advisory preflight"],
    ],
  ])("reads the project, whose folder %s", async (_name, readlinkSync, expected) => {
    jest.doMock("node:fs", () => ({ ...jest.requireActual<typeof Fs>("node:fs"), readlinkSync }));
    try {
      const pack = started({ name: "shop", rules: [] }, { PULUMI_NODEJS_PROJECT: "shop" });
      expect(await found(pack, build([resource("pulumi:pulumi:Stack", "shop-dev")], "preview"))).toEqual(expected);
    } finally {
      jest.dontMock("node:fs");
    }
  });

  it("does not start with wrong options, and reports all that is wrong", () => {
    expect(() => started({ name: "shop", rules: ["rds-not-publik", "x"], levels: { y: "advisory" } })).toThrow(
      /^preflight cannot make the pack "shop":\n- .*did you mean "rds-not-public"\?\n- .*"x".*\.\n- levels names "y".*\.$/,
    );
  });
});

function fail(): never {
  throw new Error("an empty stack");
}
