import { spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, delimiter, dirname, join, resolve } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { venvPython } from "./examples";

const ROOT = resolve(__dirname, "../..");

/** The real Pulumi CLI, where this machine has one. */
export const pulumiOnPath = (process.env["PATH"] ?? "")
  .split(delimiter)
  .map((folder) => join(folder, "pulumi"))
  .find((path) => existsSync(path));

/** `describe` where the Pulumi CLI is on PATH; otherwise the suite is skipped under its name. */
export const describeWithCli: (name: string, suite: () => void) => void = pulumiOnPath
  ? describe
  : (name, suite) => {
      describe.skip(`${name} (needs pulumi on PATH)`, suite);
    };

export interface CommandResult {
  code: number | null;
  /** Standard output and error together, without colours. */
  output: string;
}

/** A Pulumi installation of its own: a local backend, and the stand-in instead of real providers. */
export class PulumiHome {
  readonly folder = mkdtempSync(join(tmpdir(), "preflight-pulumi-"));

  constructor() {
    mkdirSync(join(this.folder, "state"));
    for (const name of ["aws", "random"]) {
      this.installStandIn(name);
    }
  }

  /** The stand-in as the plugin of a package, in the version that is installed here. */
  private installStandIn(name: string): void {
    const { version } = JSON.parse(readFileSync(join(ROOT, `node_modules/@pulumi/${name}/package.json`), "utf8")) as {
      version: string;
    };
    const plugin = join(this.folder, "plugins", `resource-${name}-v${version}`);
    mkdirSync(plugin, { recursive: true });
    const executable = join(plugin, `pulumi-resource-${name}`);
    const provider = join(ROOT, "tests/provider/provider.js");
    writeFileSync(executable, `#!/bin/sh\nSTAND_IN_PACKAGE=${name} exec "${process.execPath}" "${provider}" "$@"\n`);
    chmodSync(executable, 0o755);
  }

  /** A copy of a program, since the CLI writes settings of its stacks beside it; it finds this repository's packages. */
  program(folder: string): string {
    const copy = join(this.folder, "program", basename(folder));
    cpSync(folder, copy, { recursive: true });
    if (!existsSync(join(this.folder, "node_modules"))) {
      symlinkSync(join(ROOT, "node_modules"), join(this.folder, "node_modules"), "dir");
    }
    return copy;
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }

  run(program: string, args: string[], env: Record<string, string> = {}): CommandResult {
    const { status, stdout, stderr } = spawnSync("pulumi", [...args, "--non-interactive", "--color", "never"], {
      cwd: program,
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        // Python programs run with what the tests have installed for them.
        PATH: [...(venvPython ? [dirname(venvPython)] : []), process.env["PATH"]].join(delimiter),
        HOME: this.folder,
        PWD: program,
        PULUMI_HOME: this.folder,
        PULUMI_BACKEND_URL: `file://${join(this.folder, "state")}`,
        PULUMI_CONFIG_PASSPHRASE: "test",
        PULUMI_SKIP_UPDATE_CHECK: "true",
        PULUMI_DISABLE_AUTOMATIC_PLUGIN_ACQUISITION: "true",
        PREFLIGHT_DAY: "2026-11-22",
        ...env,
      },
    });
    return { code: status, output: stripVTControlCharacters(`${stdout}${stderr}`) };
  }
}

/** One finding as `pulumi preview` prints it. */
export interface PrintedFinding {
  level: string;
  rule: string;
  resource: string;
}

/** The findings in what the CLI printed. */
export function printedFindings(output: string): PrintedFinding[] {
  const lines = output.matchAll(/^\s+- \[(mandatory|advisory)\] \[severity: \w+\]\s+(\S+)\s+\(\S+: ([^)]+)\)$/gm);
  return [...lines].map(([, level = "", rule = "", resource = ""]) => ({ level, rule, resource }));
}
