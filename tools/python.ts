// Makes .venv with what the Python examples need: `npm run python-examples`.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";

const ROOT = join(__dirname, "..");
const VENV = join(ROOT, ".venv");
const PYTHON = join(VENV, "bin", "python");
const REQUIREMENTS = join(ROOT, "examples", "product-catalog", "fixed", "requirements.txt");

const succeeds = (command: string, args: readonly string[]): boolean =>
  spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
const hasSdk = (): boolean => existsSync(PYTHON) && spawnSync(PYTHON, ["-c", "import pulumi, pulumi_aws"]).status === 0;

const ready =
  hasSdk() ||
  ((existsSync(PYTHON) || succeeds("python3", ["-m", "venv", VENV])) &&
    succeeds(PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]));

console.log(
  ready
    ? "Python examples: ready in .venv"
    : "Python examples: no Python with the Pulumi SDK, so their tests are skipped",
);
