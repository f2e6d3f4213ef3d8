import { spawnSync } from "node:child_process";
import { COMMAND, workshop } from "../kit/command";

const { path, write, preflight } = workshop();
const itIn = (shell: string): jest.It => (spawnSync(shell, ["-c", "true"]).status === 0 ? it : it.skip);

itIn("bash")("completes in bash (needs bash)", () => {
  write("known.json", "");
  write("app/Pulumi.yaml", "");
  const script = `
    source <(${process.execPath} ${COMMAND} completion bash)
    complete -p preflight
    ask() {
      COMP_WORDS=(preflight "$@") COMP_CWORD=$# COMPREPLY=()
      _preflight 2>/dev/null
      echo "$* => \${COMPREPLY[*]}"
    }
    ask ch; ask explain rds-n; ask exempt rds-not-public db --unt; ask check --profile fast; ask rules --format = j
    ask rules --category network ord; ask rules --severity high --lev; ask completion fi; ask check a
    ask check app --baseline kn; ask rules --framework C; ask - ; ask explain rds-not-public x; ask --vers`;
  const { stdout, stderr } = spawnSync("bash", ["--norc", "-c", script], { encoding: "utf8", cwd: path() });
  expect(stderr).toBe("");
  expect(stdout.trimEnd().split("\n")).toEqual([
    "complete -F _preflight preflight",
    "ch => check",
    "explain rds-n => rds-not-public",
    "exempt rds-not-public db --unt => --until",
    "check --profile fast => fastcart",
    "rules --format = j => json",
    "rules --category network ord => ordering",
    "rules --severity high --lev => --level",
    "completion fi => fish",
    "check a => app",
    "check app --baseline kn => known.json",
    "rules --framework C => CIS",
    "- => --help --version",
    "explain rds-not-public x => ",
    "--vers => --version",
  ]);
});

itIn("zsh")("is zsh that zsh can read (needs zsh)", () => {
  const script = `autoload -Uz compinit; compinit -u -D; source <(${process.execPath} ${COMMAND} completion zsh); print $_comps[preflight]`;
  expect(spawnSync("zsh", ["-f", "-c", script], { encoding: "utf8" })).toMatchObject({
    stdout: "_preflight\n",
    stderr: "",
  });
});

itIn("fish")("completes in fish (needs fish)", () => {
  const script = `${process.execPath} ${COMMAND} completion fish | source; complete -C 'preflight explain rds-n'; complete -C 'preflight ch'`;
  const { stdout, stderr } = spawnSync("fish", ["--no-config", "-c", script], { encoding: "utf8" });
  expect(stderr).toBe("");
  expect(stdout).toMatch(/^rds-not-public\ncheck\t/);
});

it.each(["bash", "zsh", "fish"])("prints all commands, rules and profiles for %s", (shell) => {
  const { code, out } = preflight("completion", shell);
  expect(code).toBe(0);
  for (const word of ["check", "explain", "exempt", "init", "rds-not-public", "payment-migration", "baseline"]) {
    expect(out).toContain(word);
  }
});

it("knows no other shell", () => {
  const { code, err } = preflight("completion", "powershell");
  expect(code).toBe(2);
  expect(err).toContain("bash, zsh, fish");
});
