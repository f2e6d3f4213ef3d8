import { copyFileSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import type { RecordedStack } from "../../src/graph/recorded";
import { describeExample, example, exampleFolder, EXAMPLES } from "../kit/examples";
import { type Diagnostic, PackServer, type RemediationAnswer } from "../kit/pack-server";

const ROOT = resolve(__dirname, "../..");
const TYPESCRIPT = createRequire(join(ROOT, "package.json")).resolve("typescript");
const TRESPASSING = join(__dirname, "../kit/trespassing-pack");

const base = realpathSync(mkdtempSync(join(tmpdir(), "sandbox-")));
/** The pack as it is published: what runs, without sources. */
const pack = join(base, "pack");

beforeAll(() => {
  mkdirSync(join(pack, "tools"), { recursive: true });
  for (const file of ["package.json", "PulumiPolicy.yaml", "README.md", "tools/pack.js"]) {
    copyFileSync(join(ROOT, file), join(pack, file));
  }
  for (const folder of ["dist", "node_modules"]) {
    symlinkSync(join(ROOT, folder), join(pack, folder));
  }
});
afterAll(() => {
  rmSync(base, { recursive: true });
});

/** Starts a pack that may read itself, its packages and the program, listen on this machine, and keep its own code. */
function startGuarded(
  packDir: string,
  recorded: RecordedStack,
  program: string,
  env: Record<string, string> = {},
): Promise<PackServer> {
  const guard = {
    folders: [packDir, join(ROOT, "dist"), join(ROOT, "node_modules"), program],
    files: [
      // The compiled code is linked from the checkout, whose package.json stands for the pack's own.
      join(ROOT, "package.json"),
      // The SDK starts a compiler for packs in TypeScript, which checks whether file names are case-sensitive.
      TYPESCRIPT.toUpperCase(),
    ],
    kept: join(ROOT, "dist", "code"),
  };
  return PackServer.start(recorded, {
    packDir,
    env: {
      GUARD: JSON.stringify(guard),
      NODE_OPTIONS: `--require ${join(__dirname, "../kit/guard.js")}`,
      PREFLIGHT_DAY: "2026-11-22",
      PREFLIGHT_PROJECT: program,
      // Packages of the SDK ask for these folders as they are loaded.
      HOME: program,
      TMPDIR: program,
      // That compiler would make a folder for what it compiles.
      TS_NODE_CACHE: "false",
      ...env,
    },
  });
}

/** What the pack says of a program; fails where it does what it may not do. */
async function reported(
  recorded: RecordedStack,
  program: string,
  configured?: Parameters<PackServer["configure"]>[0],
): Promise<Diagnostic[]> {
  const server = await startGuarded(pack, recorded, program);
  try {
    if (configured) {
      await server.configure(configured);
      const remediated: RemediationAnswer[] = [];
      for (const resource of recorded.resources) {
        remediated.push(...(await server.remediate(recorded, resource)));
      }
      expect(remediated.some(({ inputs }) => inputs)).toBe(true);
    }
    const found = await server.run(recorded);
    expect(server.errorsAtStart + server.errors).toBe("");
    return found;
  } finally {
    server.stop();
  }
}

describe.each(EXAMPLES)("the pack on %s", (name) => {
  describeExample(name, () => {
    it("needs no network, no other process, and no file but the program's and its own", async () => {
      const found = await reported(await example(name, "flawed"), exampleFolder(name, "flawed"));
      expect(found.length).toBeGreaterThan(10);
      expect(found.filter(({ rule }) => rule === "preflight")).toEqual([]);
    });
  });
});

it("needs none of them to remediate and to be configured", async () => {
  const found = await reported(await example("blue-green", "flawed"), exampleFolder("blue-green", "flawed"), {
    contract: { properties: { profile: "strict", tags: ["CostCenter"] } },
    "rds-storage-encrypted": { level: EnforcementLevel.REMEDIATE },
    "rds-backup-retention": { level: EnforcementLevel.REMEDIATE },
  });
  expect(found.length).toBeGreaterThan(10);
});

it("catches a pack at each thing that it may not do, though the pack hides its errors", async () => {
  const program = join(base, "program");
  const outside = join(base, "outside");
  [program, outside].forEach((folder) => {
    mkdirSync(folder);
  });
  for (const file of ["secret", "outside/secret", "outside/secret.json", "program/Pulumi.yaml"]) {
    writeFileSync(join(base, file), "{}");
  }
  symlinkSync(join(outside, "secret"), join(program, "link"));
  symlinkSync(outside, join(program, "linked-folder"));
  const recorded = await example("fastcart", "flawed");
  const server = await startGuarded(TRESPASSING, recorded, program, { OUTSIDE: outside });
  try {
    const [resource] = recorded.resources;
    expect(resource && (await server.analyze(recorded, resource))).toHaveLength(1);
    const [before, ...attempts] = server.errors
      .replaceAll(base, "")
      .replace(/\/proc\/\d+/, "/proc/PARENT")
      .split(/^TRESPASS \d+\n/m);
    expect(before).toBe("");
    expect(attempts.map((attempt) => /^GUARD refused (.*)/.exec(attempt)?.[1] ?? "nothing")).toEqual([
      "connect",
      "connect",
      "connect",
      "connect",
      "lookup example.com",
      "resolve4 example.com",
      "send x",
      "listen 0",
      "listen 0",
      "execFileSync true",
      "spawn true",
      "fork x.js",
      "Worker x.js",
      "kill",
      "readFileSync /outside/secret",
      "readFileSync /secret",
      "readFileSync /program/link",
      "readFileSync /program/linked-folder/secret",
      "readFile /outside/secret",
      "openSync /outside/secret",
      "createReadStream /outside/secret",
      "existsSync /outside/secret",
      "readdirSync /outside",
      "readlinkSync /proc/PARENT/cwd",
      "realpathSync /outside/secret.json",
      "writeFileSync /program/written",
      "openSync /program/written",
      "rmSync /program/Pulumi.yaml",
    ]);
  } finally {
    server.stop();
  }
});
