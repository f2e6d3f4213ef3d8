// `npm run bench` runs all benchmarks one after the other; with names (`pack`, `state`, `check`, `rules`, `growth`) only
// those. What follows the names is passed on: `npm run bench -- growth --rule secret-rotation`.
import { spawnSync } from "node:child_process";
import { join } from "node:path";

const SCRIPTS: Readonly<Record<string, string>> = {
  pack: "run.ts",
  state: "state.ts",
  check: "check.ts",
  rules: "rules.ts",
  growth: "growth/growth.ts",
};

function main(): void {
  const given = process.argv.slice(2);
  const first = given.findIndex((argument) => argument.startsWith("-"));
  const names = first < 0 ? given : given.slice(0, first);
  const options = first < 0 ? [] : given.slice(first);
  const unknown = names.find((name) => !Object.hasOwn(SCRIPTS, name));
  if (unknown !== undefined) {
    throw new Error(`there is no benchmark ${unknown}; there are ${Object.keys(SCRIPTS).join(", ")}`);
  }
  for (const name of names.length > 0 ? names : Object.keys(SCRIPTS)) {
    const script = join(__dirname, SCRIPTS[name] ?? "");
    const { status } = spawnSync(process.execPath, ["--import", "tsx", script, ...options], { stdio: "inherit" });
    if (status !== 0) {
      process.exitCode = 1;
    }
  }
}

main();
