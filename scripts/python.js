// Makes .venv with what the Python examples need. Where that cannot be done their tests are skipped, under their name.
"use strict";
const { spawnSync } = require("node:child_process");
const { existsSync } = require("node:fs");
const { join } = require("node:path");

const ROOT = join(__dirname, "..");
const VENV = join(ROOT, ".venv");
const PYTHON = join(VENV, "bin", "python");
const REQUIREMENTS = join(ROOT, "examples", "product-catalog", "fixed", "requirements.txt");

const succeeds = (command, args) => spawnSync(command, args, { stdio: ["ignore", "ignore", "inherit"] }).status === 0;
const hasSdk = () => existsSync(PYTHON) && spawnSync(PYTHON, ["-c", "import pulumi, pulumi_aws"]).status === 0;

const ready =
  hasSdk() ||
  ((existsSync(PYTHON) || succeeds("python3", ["-m", "venv", VENV])) &&
    succeeds(PYTHON, ["-m", "pip", "install", "--quiet", "--disable-pip-version-check", "-r", REQUIREMENTS]));

console.log(
  ready ? "Python examples: ready in .venv" : "Python examples: no Python with the Pulumi SDK, their tests are skipped",
);
