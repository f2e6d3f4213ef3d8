import { spawn, spawnSync } from "node:child_process";
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { rules } from "../../policies";
import { homeOf } from "../../src/home";
import { billOfMaterials } from "../../tools/sbom";
import type { Wire } from "../../src/graph/recorded";
import { build, resource } from "../../src/testing/stack";
import { Cloud } from "../kit/cloud";
import { COMMAND, ROOT, type CommandResult } from "../kit/command";
import { expectedFindings } from "../kit/expected";
import { example, exampleFolder } from "../kit/examples";
import { type Diagnostic, PackServer } from "../kit/pack-server";
import { cloneTo, describeWithRegistry, filesIn, installTo, isRegistryThere, npm } from "../kit/packed";
import { describeWithCli, printedFindings, PulumiHome } from "../kit/pulumi-cli";

// npm compiles the pack and installs some two hundred packages.
jest.setTimeout(600_000);

const EXAMPLE = "blue-green";
const DAY = "2026-11-22";

const read = (...path: string[]): string => readFileSync(join(...path), "utf8");
const parsed = (...path: string[]): unknown => JSON.parse(read(...path));

interface Manifest {
  name: string;
  version: string;
  description: string;
  dependencies: Record<string, string>;
}
const manifest = parsed(ROOT, "package.json") as Manifest;
const address = homeOf(manifest);

let scratch: string;
let clone: string;
let printed: CommandResult;
let tarball: string;
beforeAll(() => {
  scratch = mkdtempSync(join(tmpdir(), "preflight-package-"));
  clone = cloneTo(join(scratch, "clone"));
  printed = npm(clone, "pack", "--loglevel=error");
  // The CLI packs in the same place, and takes what it has packed away.
  tarball = join(scratch, "packed.tgz");
  renameSync(join(clone, printed.out.trim()), tarball);
});
afterAll(() => {
  rmSync(scratch, { recursive: true, force: true });
});

/** The files of the repository's folders that are compiled, by their ending. */
function sources(...endings: string[]): string[] {
  const { include } = parsed(ROOT, "tsconfig.build.json") as { include: string[] };
  const folders = include.filter((path) => !path.includes("."));
  const inside = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" }).map((file) => join(folder, file)),
  );
  const own = [...inside, ...include.filter((path) => !path.includes("/"))];
  const isPacked = (file: string): boolean => !file.endsWith("tsconfig.json") && !file.endsWith(".examples.ts");
  return own.filter((file) => endings.some((ending) => file.endsWith(ending)) && isPacked(file));
}

describe("npm pack", () => {
  it("prints the name of the file and nothing else, which is all that `pulumi policy publish` can read", () => {
    expect(printed).toMatchObject({ code: 0, out: `${manifest.name}-${manifest.version}.tgz\n` });
  });

  it("holds what runs and its documentation, and nothing else", () => {
    const compiled = sources(".ts").map((file) => join("dist", file.replace(/\.ts$/, ".js")));
    const data = sources(".json", ".css", ".js").map((file) => join("dist", file));
    const pages = readdirSync(join(ROOT, "docs"), { recursive: true, encoding: "utf8" })
      .map((file) => join("docs", file))
      .filter((file) => file.endsWith(".md") && !file.startsWith(join("docs", "api")));
    const packed = filesIn(tarball);
    expect(packed.filter((file) => !file.endsWith(".d.ts"))).toEqual(
      [
        "LICENSE",
        "PulumiPolicy.yaml",
        "README.md",
        "package.json",
        "sbom.cdx.json",
        ...pages,
        // npm runs build.js and sbom.js where the pack is unpacked, which is how Pulumi Cloud's users get it: they find nothing to do.
        "tools/build.js",
        "tools/lazy-rules.js",
        // What Pulumi starts.
        "tools/pack.js",
        "tools/sbom.js",
        "tools/schema-check.js",
        ...compiled,
        ...data,
        // What is known of the rules without their code.
        "dist/policies/rules.json",
        "dist/preflight.schema.json",
      ].sort(),
    );
    // Of the types only what those of the library lead to.
    const typed = packed.filter((file) => file.endsWith(".d.ts")).map((file) => file.replace(/^dist.|\.d\.ts$/g, ""));
    expect(typed).toEqual(
      expect.arrayContaining(["src/library", "src/testing/index", "src/rules/rule", "src/graph/view"]),
    );
    expect(
      typed.filter(
        (file) => !/^policies.\w|^src.(?:aws|contract|graph|pulumi|rules|source|testing).\w|^src.library$/.test(file),
      ),
    ).toEqual([]);
    expect(typed.length).toBeLessThan(50);
  });
});

it("has constraints without their cases, which only tests read", () => {
  const folder = join(clone, "dist/src/constraints/services");
  const modules = readdirSync(folder).filter((file) => file.endsWith(".js"));
  expect(modules.length).toBeGreaterThan(80);
  expect(modules.filter((file) => /\b(?:accepts|rejects):/.test(read(folder, file)))).toEqual([]);
});

interface Component {
  name: string;
  version: string;
  purl: string;
  hashes?: { alg: string; content: string }[];
  licenses?: object[];
}
interface Bill {
  bomFormat: string;
  specVersion: string;
  metadata: { component: Component };
  components: Component[];
  dependencies: { ref: string; dependsOn: string[] }[];
}

describe("the bill of materials", () => {
  interface Lock {
    packages: Record<string, { version: string; dev?: true; integrity: string }>;
  }
  let bill: Bill;
  beforeAll(() => {
    const folder = join(scratch, "unpacked");
    mkdirSync(folder);
    spawnSync("tar", ["-xzf", tarball, "-C", folder]);
    bill = parsed(folder, "package", "sbom.cdx.json") as Bill;
  });

  it("is of this package, in CycloneDX", () => {
    expect(bill).toMatchObject({ bomFormat: "CycloneDX", specVersion: expect.stringMatching(/^1\.[5-9]$/) as string });
    expect(bill.metadata.component).toMatchObject({
      name: manifest.name,
      version: manifest.version,
      purl: `pkg:npm/${manifest.name}@${manifest.version}`,
    });
  });

  it("lists every package that is installed without development dependencies, with its hash", () => {
    const { packages } = parsed(ROOT, "package-lock.json") as Lock;
    const locked = Object.entries(packages).filter(([path, { dev }]) => path !== "" && !dev);
    const wanted = locked.map(([path, { version, integrity }]) => {
      const name = path.slice(path.lastIndexOf("node_modules/") + "node_modules/".length);
      return `${name}@${version} ${Buffer.from(integrity.replace("sha512-", ""), "base64").toString("hex")}`;
    });
    const listed = bill.components.map(({ name, version, hashes = [] }) => {
      const [hash] = hashes;
      return `${name}@${version} ${hash?.alg === "SHA-512" ? hash.content : "without"}`;
    });
    expect(listed.sort()).toEqual([...new Set(wanted)].sort());
    const own = bill.dependencies.find(({ ref }) => ref === `${manifest.name}@${manifest.version}`);
    expect(own?.dependsOn.sort()).toEqual(
      Object.entries(manifest.dependencies)
        .map(([name, version]) => `${name}@${version}`)
        .sort(),
    );
  });

  it("is the same each time", () => {
    const files = ["package.json", "package-lock.json"].map((name) => parsed(ROOT, name));
    expect(billOfMaterials(...(files as Parameters<typeof billOfMaterials>))).toEqual(bill);
  });
});

/** What a pack finds in the flawed example, in one order. */
async function findingsOf(packDir: string): Promise<Diagnostic[]> {
  const recorded = await example(EXAMPLE, "flawed");
  const env = { PREFLIGHT_DAY: DAY, PREFLIGHT_PROJECT: exampleFolder(EXAMPLE, "flawed") };
  const server = await PackServer.start(recorded, { env, packDir });
  try {
    const found = await server.run(recorded);
    return found.sort((left, right) => (JSON.stringify(left) < JSON.stringify(right) ? -1 : 1));
  } finally {
    server.stop();
  }
}

let ownFindings: Promise<Diagnostic[]> | undefined;
/** What the repository's own pack finds, asked once. */
const wantedFindings = (): Promise<Diagnostic[]> => (ownFindings ??= findingsOf(ROOT));

let folder: string | undefined;
/** The folder in which the tarball is installed, once. */
const installFolder = (): string => (folder ??= installTo(join(scratch, "installed"), tarball));
const installed = (): string => join(installFolder(), "node_modules", manifest.name);

describeWithRegistry("the tarball, installed into an empty folder without development dependencies", () => {
  it("brings the exact versions of its own dependencies, and nothing that only builds or tests", () => {
    const versions = Object.keys(manifest.dependencies).map((name) => [
      name,
      (parsed(installFolder(), "node_modules", name, "package.json") as Manifest).version,
    ]);
    expect(Object.fromEntries(versions)).toEqual(
      Object.fromEntries(
        Object.entries(manifest.dependencies).map(([name, version]) => [
          name,
          // The SDK writes it with a letter.
          name === "@pulumi/policy" ? `v${version}` : version,
        ]),
      ),
    );
    const present = readdirSync(join(installFolder(), "node_modules"));
    expect(["typescript", "jest", "eslint", "prettier"].filter((name) => present.includes(name))).toEqual([]);
    expect(readdirSync(join(installFolder(), "node_modules/@pulumi")).sort()).toEqual(["policy", "pulumi"]);
  });

  it("finds as a pack what the repository's finds", async () => {
    const found = await findingsOf(installed());
    expect(found.length).toBeGreaterThan(40);
    expect(found).toEqual(await wantedFindings());
  });

  it("finds as the command what the repository's finds", () => {
    const args = ["check", exampleFolder(EXAMPLE, "flawed"), "--day", DAY, "--format", "json"];
    const { status, stdout } = spawnSync("npx", ["--no-install", "preflight", ...args], {
      cwd: installFolder(),
      encoding: "utf8",
      shell: process.platform === "win32",
    });
    const own = spawnSync(process.execPath, [COMMAND, ...args], { cwd: installFolder(), encoding: "utf8" });
    expect({ status, report: JSON.parse(stdout) as object }).toEqual({
      status: 1,
      report: JSON.parse(own.stdout) as object,
    });
  });

  describeWithCli("with the real engine", () => {
    it("stops the preview of the flawed example with every expected finding", () => {
      const home = new PulumiHome();
      try {
        const program = home.program(exampleFolder(EXAMPLE, "flawed"));
        home.run(program, ["stack", "init", "dev"]);
        const { code, output } = home.run(program, ["preview", "--stack", "dev", "--policy-pack", installed()]);
        const line = (one: { level: string; rule: string; resource: string }): string =>
          `${one.level} ${one.rule} ${one.resource}`;
        expect(printedFindings(output).map(line).sort()).toEqual(expectedFindings(EXAMPLE).map(line).sort());
        expect(code).not.toBe(0);
      } finally {
        home.remove();
      }
    });
  });
});

describeWithRegistry("an organization's pack, examples/organization-pack, with the tarball as its dependency", () => {
  const CONFIG = { compilerOptions: { types: [], skipLibCheck: false, noEmit: true }, extends: "./tsconfig.json" };
  let pack: string;
  beforeAll(() => {
    pack = join(scratch, "organization-pack");
    cpSync(join(ROOT, "examples/organization-pack"), pack, { recursive: true });
    symlinkSync(join(installFolder(), "node_modules"), join(pack, "node_modules"), "dir");
  });

  function compile(compilerOptions: object): string {
    const options = { ...CONFIG.compilerOptions, ...compilerOptions };
    writeFileSync(join(pack, "tsconfig.test.json"), JSON.stringify({ ...CONFIG, compilerOptions: options }));
    const tsc = join(ROOT, "node_modules/typescript/bin/tsc");
    return spawnSync(process.execPath, [tsc, "-p", "tsconfig.test.json"], { cwd: pack, encoding: "utf8" }).stdout;
  }

  it.each([
    ["as Node.js resolves", {}],
    ["as bundlers do", { module: "esnext", moduleResolution: "bundler" }],
    ["as older settings do", { module: "commonjs", moduleResolution: "node10" }],
  ])("compiles against the types in the tarball, which need no others, %s", (_name, options) => {
    // They would not be found by their names in the cases.
    expect(compile({ ...options, exactOptionalPropertyTypes: true })).toBe("");
  });

  describe("compiled and packed", () => {
    /** The pack as the CLI unpacks it, with what `npm install` brings. */
    let packed: string;
    beforeAll(() => {
      expect(compile({ noEmit: false })).toBe("");
      expect(npm(pack, "pack", "--loglevel=error")).toMatchObject({ code: 0, out: "acme-policies-1.0.0.tgz\n" });
      // Not as `package`, beside a package.json: that is what Node.js would load.
      packed = join(pack, "published");
      mkdirSync(packed);
      spawnSync("tar", ["-xzf", join(pack, "acme-policies-1.0.0.tgz"), "--strip-components=1", "-C", packed]);
    });

    it("tests its own rule", () => {
      const env = { PATH: process.env["PATH"] };
      const test = join("dist/rules", "bucket-has-owner.test.js");
      const { status, stdout } = spawnSync(process.execPath, ["--test", "--test-reporter=tap", test], {
        cwd: pack,
        encoding: "utf8",
        env,
      });
      expect({ status, stdout }).toMatchObject({ status: 0, stdout: expect.stringContaining("# fail 0") as string });
      expect(stdout).toMatch(/ok \d+ - invalid: no owner, and one that is not a team \(preview\)/);
    });

    const BUCKET = "aws:s3/bucket:Bucket";
    const root = resource("pulumi:pulumi:Stack", "shop-dev");
    const stack = build(
      [
        root,
        resource(BUCKET, "invoices", { tags: { CostCenter: "7" } }, { parent: root }),
        resource(
          "aws:rds/instance:Instance",
          "db",
          { publiclyAccessible: true, storageEncrypted: true, tags: { Owner: "payments", CostCenter: "7" } },
          { parent: root },
        ),
      ],
      "preview",
      { "aws:region": "eu-central-1" },
    );

    /** What the pack says of single resources and the stack, as far as these rules do. */
    async function reported(rules: readonly string[], organization?: Record<string, Wire>): Promise<string[]> {
      const server = await PackServer.start(stack, { packDir: packed, env: { PREFLIGHT_DAY: DAY } });
      try {
        if (organization) {
          await server.configure({ contract: { properties: organization } });
        }
        const found = (await server.run(stack)).filter(({ rule }) => rules.includes(rule));
        return found.map(({ rule, level, urn }) => `${level} ${rule} ${urn.split("::").at(-1) ?? ""}`).sort();
      } finally {
        server.stop();
      }
    }

    it("is reported to Pulumi Cloud under its own name, with the chosen rules at their levels", async () => {
      const server = await PackServer.start(stack, { packDir: packed });
      try {
        const info = (await server.info()).toObject();
        expect(info).toMatchObject({ name: "acme-policies", displayname: "Acme on AWS", version: "1.0.0" });
        expect(info.description).toBe("What stacks of Acme keep to on AWS");
        expect(info.readme).toMatch(/^# A pack of an organization's own\n/);
        const chosen = rules.filter(
          ({ id, category, severity }) =>
            category === "network" || ["critical", "high"].includes(severity) || id === "required-tags",
        );
        const names = info.policiesList.map(({ name }) => name);
        expect(names).toEqual(["contract", ...idsBeside(chosen), "bucket-has-owner", "preflight"]);
        const levelOf = (wanted: string): number | undefined =>
          info.policiesList.find(({ name }) => name === wanted)?.enforcementlevel;
        expect(levelOf("listener-tls-policy")).toBe(EnforcementLevel.ADVISORY);
        expect(levelOf("rds-not-public")).toBe(EnforcementLevel.REMEDIATE);
        expect(levelOf("nat-gateway-per-zone")).toBe(EnforcementLevel.DISABLED);
        expect(info.policiesList.find(({ name }) => name === "bucket-has-owner")).toMatchObject({
          enforcementlevel: EnforcementLevel.MANDATORY,
          url: "https://policies.acme.example/bucket-has-owner",
        });
      } finally {
        server.stop();
      }
    });

    it("finds what its own rule, preflight's rules and its contract ask for", async () => {
      expect(await reported(["bucket-has-owner", "rds-not-public", "required-tags", "contract"])).toEqual([
        "mandatory bucket-has-owner invoices",
        "mandatory rds-not-public db",
        "mandatory required-tags invoices",
      ]);
    });

    it("uses what a policy group sets in the place of single keys of its contract", async () => {
      expect(await reported(["required-tags", "region-matches-contract"], { tags: ["CostCenter"] })).toEqual([]);
      expect(await reported(["required-tags"], { region: "eu-central-1" })).toEqual([
        "mandatory required-tags invoices",
      ]);
    });

    describeWithCli("with the real engine", () => {
      it("fixes what it can before the preview goes on, and stops it for the rest", () => {
        const home = new PulumiHome();
        try {
          const program = home.program(join(__dirname, "fixtures/remediation"));
          home.run(program, ["stack", "init", "dev"]);
          const { code, output } = home.run(program, ["preview", "--stack", "dev", "--policy-pack", packed]);
          expect(output).toContain("acme-policies@v1.0.0");
          expect(output).toContain("- [remediate]  rds-not-public  (1 resource)");
          const found = printedFindings(output).filter(({ rule }) => rule === "region-matches-contract");
          expect(found).toEqual([expect.objectContaining({ level: "mandatory" })]);
          expect(code).not.toBe(0);
        } finally {
          home.remove();
        }
      });
    });

    it("says in one message what is wrong with its options, without a stack trace", async () => {
      const index = join(packed, "dist/index.js");
      const good = read(index);
      writeFileSync(
        index,
        `require("pulumi-preflight-aws").preflight({ name: "acme", rules: ["rds-not-publik"], contract: { regoin: "x" } });`,
      );
      const started = PackServer.start(stack, { packDir: packed });
      await expect(started).rejects.toThrow(
        'preflight cannot make the pack "acme":\n' +
          '- rules names "rds-not-publik", which is not a rule of preflight; did you mean "rds-not-public"?\n' +
          "- the option contract has the unknown key regoin; did you mean region?\n",
      );
      await expect(started).rejects.not.toThrow("\n    at ");
      writeFileSync(index, good);
    });
  });
});

/** The ids of rules without the two that every pack has. */
function idsBeside(chosen: readonly { id: string }[]): string[] {
  return chosen.map(({ id }) => id).filter((id) => id !== "contract" && id !== "preflight");
}

describeWithCli("pulumi policy publish", () => {
  let cloud: Cloud;
  let home: string;
  beforeEach(async () => {
    cloud = await Cloud.start();
    home = mkdtempSync(join(tmpdir(), "preflight-publish-"));
  });
  afterEach(() => {
    cloud.stop();
    rmSync(home, { recursive: true, force: true });
  });

  /** The stand-in answers in this process, so the command has to run beside it. */
  function publish(folder: string, env: Record<string, string> = {}): Promise<{ code: number | null; output: string }> {
    const child = spawn("pulumi", ["policy", "publish", "acme", "--non-interactive", "--color", "never"], {
      cwd: folder,
      env: {
        PATH: [dirname(process.execPath), process.env["PATH"]].join(delimiter),
        HOME: home,
        PULUMI_HOME: home,
        PULUMI_BACKEND_URL: cloud.url,
        PULUMI_ACCESS_TOKEN: "stand-in",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        npm_config_update_notifier: "false",
        ...env,
      },
    });
    let output = "";
    child.stdout.on("data", (text: Buffer) => (output += text.toString()));
    child.stderr.on("data", (text: Buffer) => (output += text.toString()));
    return new Promise((done) => {
      child.on("close", (code) => {
        done({ code, output });
      });
    });
  }

  /** The file that was uploaded. */
  function published(): string {
    const file = join(home, "published.tgz");
    writeFileSync(file, cloud.tarball ?? "");
    return file;
  }

  it("publishes a clone: what Pulumi Cloud shows, and a tarball that runs where the CLI installs it", async () => {
    const { code, output } = await publish(clone);
    expect({ code, output }).toEqual({ code: 0, output: expect.stringContaining("Permalink:") as string });
    expect(cloud.requests).toContain(`POST /api/orgs/acme/policypacks/preflight/versions/${manifest.version}/complete`);
    expect(cloud.pack).toMatchObject({
      name: "preflight",
      displayName: "Preflight for AWS",
      versionTag: manifest.version,
      description: manifest.description,
      readme: expect.stringMatching(/^# preflight\n/) as string,
      provider: "aws",
      ...(address !== undefined && { repository: address }),
      runtime: "nodejs",
    });
    // The CLI sorts them.
    expect(cloud.pack?.policies.map(({ name }) => name)).toEqual(rules.map(({ id }) => id).sort());
    const contract = cloud.pack?.policies.find(({ name }) => name === "contract");
    expect(Object.keys(contract?.configSchema?.properties ?? {})).toContain("backupRetentionDays");
    expect(filesIn(published())).toEqual(filesIn(tarball));

    if (isRegistryThere) {
      spawnSync("tar", ["-xzf", published(), "-C", home]);
      const folder = join(home, "package");
      // What the CLI runs there before a stack's preview, since PulumiPolicy.yaml asks for production.
      expect(npm(folder, "install", "--loglevel=error", "--production")).toMatchObject({ code: 0 });
      expect(await findingsOf(folder)).toEqual(await wantedFindings());
    }
  });

  describeWithRegistry("from node_modules", () => {
    it("publishes an installed package, where npm prints nothing of its scripts", async () => {
      const { code, output } = await publish(installed(), { npm_config_foreground_scripts: "false" });
      expect({ code, output }).toMatchObject({ code: 0 });
      expect(filesIn(published())).toEqual(filesIn(tarball));
    });
  });
});
