import { spawnSync } from "node:child_process";
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parse } from "yaml";
import { engines, scripts } from "../../package.json";
import { ROOT } from "../kit/command";
import { linesOf, simpleCommands } from "../kit/docs/commands";
import { describeWithCli, PulumiHome } from "../kit/pulumi-cli";

interface Step {
  name?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
}

interface Workflow {
  on: Record<string, unknown>;
  permissions: Record<string, string>;
  env?: Record<string, string>;
  jobs: Record<
    string,
    { "runs-on": string; "timeout-minutes": number; strategy?: { matrix: { node: number[] } }; steps: Step[] }
  >;
}

const readYaml = (path: string): unknown => parse(readFileSync(join(ROOT, path), "utf8"));

const WORKFLOWS = [
  ...readdirSync(join(ROOT, ".github/workflows")).map((name) => `.github/workflows/${name}`),
  "docs/ci/github-actions.yml",
];

/** What workflows may do besides reading the repository. */
const PERMISSIONS: Readonly<Record<string, Record<string, string>>> = {
  "docs/ci/github-actions.yml": { contents: "read", "security-events": "write" },
  // It pushes a branch and opens a change.
  ".github/workflows/tables.yml": { contents: "write", "pull-requests": "write" },
};

const STEP = new Set(["name", "if", "uses", "with", "run", "env", "working-directory"]);

describe.each(WORKFLOWS)("the workflow %s", (path) => {
  const { on, permissions, jobs } = readYaml(path) as Workflow;
  const steps = Object.values(jobs).flatMap((job) => job.steps);

  it("may read, and write no more than it has to", () => {
    expect(Object.keys(on).length).toBeGreaterThan(0);
    expect(permissions).toEqual(PERMISSIONS[path] ?? { contents: "read" });
  });

  it("has steps of the form that GitHub takes, with actions pinned by digest or major version", () => {
    for (const job of Object.values(jobs)) {
      expect(job).toMatchObject({ "runs-on": "ubuntu-latest", "timeout-minutes": expect.any(Number) as number });
    }
    for (const step of steps) {
      expect(Object.keys(step).filter((key) => !STEP.has(key))).toEqual([]);
      expect((step.uses === undefined) !== (step.run === undefined)).toBe(true);
      expect(step.uses ?? "a/b@v1").toMatch(/^[\w-]+\/[\w./-]+@(?:[0-9a-f]{40}|v\d+)$/);
    }
  });

  it("runs scripts that exist", () => {
    const lines = steps.flatMap(({ run = "" }) => linesOf(run));
    const named = lines.flatMap(simpleCommands).flatMap((words) => {
      const isOptional = words.includes("--if-present");
      return words[0] === "npm" && words[1] === "run" && !isOptional
        ? [words[2] ?? ""]
        : words[1] === "test"
          ? ["test"]
          : [];
    });
    expect(named.filter((name) => !Object.hasOwn(scripts, name))).toEqual([]);
  });
});

it("CI runs the tests on every Node.js that is supported", () => {
  const { jobs } = readYaml(".github/workflows/ci.yml") as Workflow;
  const [test] = Object.values(jobs);
  expect(test?.strategy?.matrix.node).toEqual([20, 22, 24]);
  expect(engines.node).toBe(">=20");
  expect(test?.steps.flatMap(({ run }) => run ?? [])).toEqual(["npm ci --ignore-scripts", "npm test"]);
});

describe("the forms of issues", () => {
  interface Form {
    name: string;
    description: string;
    body: { type: string; id?: string; attributes: { label?: string; options?: string[] } }[];
  }

  it.each(["false-alarm", "missed-failure", "bug"])("%s asks for rule, program and version", (name) => {
    const form = readYaml(`.github/ISSUE_TEMPLATE/${name}.yml`) as Form;
    expect(form).toMatchObject({ name: expect.any(String) as string, description: expect.any(String) as string });
    const fields = form.body.filter(({ type }) => type !== "markdown");
    expect(fields.map(({ id }) => id)).toEqual(expect.arrayContaining(["rule", "program", "version"]));
    for (const { type, attributes } of fields) {
      expect(["input", "textarea", "dropdown"]).toContain(type);
      expect(attributes.label).toMatch(/\S/);
      expect((attributes.options ?? []).length > 0).toBe(type === "dropdown");
    }
  });
});

describe("the files for other people's CI", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "preflight-ci-"));
    // Where the jobs clone and install, the working copy and its packages stand in.
    symlinkSync(ROOT, join(folder, ".preflight"), "dir");
    symlinkSync(join(ROOT, "node_modules"), join(folder, "node_modules"), "dir");
    mkdirSync(join(folder, "infra"));
    writeFileSync(
      join(folder, "infra/Pulumi.yaml"),
      "name: shop\nruntime: nodejs\nconfig:\n  aws:region: eu-central-1\n",
    );
    writeFileSync(join(folder, "infra/package.json"), "{}\n");
    writeFileSync(
      join(folder, "infra/index.ts"),
      'import { rds } from "@pulumi/aws";\n\nnew rds.Instance("db", { instanceClass: "db.t4g.micro", publiclyAccessible: true });\n',
    );
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  function run(line: string, env: Record<string, string>): { code: number | null; out: string } {
    const { status, stdout } = spawnSync("bash", ["-c", line], {
      cwd: folder,
      encoding: "utf8",
      env: { PATH: process.env["PATH"], HOME: folder, ...env },
    });
    return { code: status, out: stdout };
  }

  const INSTALLS =
    /^(git clone --depth 1 --branch "\$PREFLIGHT_REF" "\$PREFLIGHT_REPOSITORY" \.preflight|npm ci --prefix (\.preflight|"\$PROGRAM"))$/;

  it("on GitHub Actions ends with the findings as annotations and in SARIF", () => {
    const { env = {}, jobs } = readYaml("docs/ci/github-actions.yml") as Workflow;
    const commands = Object.values(jobs).flatMap(({ steps }) => steps.flatMap(({ run: line }) => line ?? []));
    const [check = "", ...more] = commands.filter((line) => !INSTALLS.test(line));
    expect(more).toEqual([]);
    const { code, out } = run(check, env);
    expect(code).toBe(1);
    expect(out).toMatch(/^::error file=infra\/index\.ts,line=3,.*rds-not-public/m);
    expect(readFileSync(join(folder, "preflight.sarif"), "utf8")).toContain('"rds-not-public"');
  });

  it("on GitLab CI ends with the findings as a test report and a page", () => {
    const job = (
      readYaml("docs/ci/gitlab-ci.yml") as {
        preflight: {
          variables: Record<string, string>;
          before_script: string[];
          script: string[];
          artifacts: { reports: { junit: string }; paths: string[] };
        };
      }
    ).preflight;
    expect(job.before_script.filter((line) => !INSTALLS.test(line))).toEqual([]);
    const { code, out } = run(job.script.join(" && "), job.variables);
    expect(code).toBe(1);
    expect(out).toContain("rds-not-public");
    for (const path of [job.artifacts.reports.junit, ...job.artifacts.paths]) {
      expect(existsSync(join(folder, path))).toBe(true);
    }
  });

  it("name no repository and no release of preflight, since each organization has its own", () => {
    const texts = readdirSync(join(ROOT, "docs/ci")).map((name) => readFileSync(join(ROOT, "docs/ci", name), "utf8"));
    expect(texts.filter((text) => /\bv\d+\.\d+\.\d+\b|github\.com\/(?!codeql)/.test(text))).toEqual([]);
  });
});

describeWithCli("Pulumi Deployments", () => {
  let home: PulumiHome;
  beforeEach(() => {
    home = new PulumiHome();
  });
  afterEach(() => {
    home.remove();
  });

  const program = (): string => home.program(join(ROOT, "tests/good/fixtures/queue-worker"));

  it("are set up by options that the CLI has, and want Pulumi Cloud", () => {
    const folder = program();
    home.run(folder, ["stack", "init", "dev"]);
    const script = readFileSync(join(ROOT, "docs/ci/pulumi-deployments.sh"), "utf8");
    const [, ...args] =
      linesOf(script)
        .flatMap(simpleCommands)
        .find(([name]) => name === "pulumi") ?? [];
    const { code, output } = home.run(
      folder,
      args.map((word) => word.replace("$1", "dev").replace("$2", "https://git.example.com/acme/preflight.git")),
    );
    expect({ code, output }).toEqual({
      code: 1,
      output: expect.stringContaining("requires the Pulumi Cloud backend") as string,
    });
  });

  it("ask the pack that their environment names", () => {
    const folder = program();
    home.run(folder, ["stack", "init", "dev"]);
    const { output } = home.run(folder, ["preview", "--stack", "dev"], { PULUMI_OPTION_POLICY_PACK: ROOT });
    expect(output).toMatch(/preflight@v\d+\.\d+\.\d+ \(local: /);
  });
});
