import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv } from "ajv";
import { parse } from "yaml";
import { ROOT, workshop } from "../kit/command";

const { path, write, preflight } = workshop();

const STATE = readFileSync(join(ROOT, "tests/cli/fixtures/state.json"), "utf8");

beforeEach(() => {
  mkdirSync(path(".git"));
  write("state.json", STATE);
});

interface Found {
  code: number | null;
  findings: { rule: string; level: string; message: string; exemption?: object }[];
  notes: string[];
}

function found(...args: string[]): Found {
  const { code, out, err } = preflight("check", "state.json", "--format", "json", ...args);
  expect(err).toBe("");
  return { code, ...(JSON.parse(out) as Omit<Found, "code">) };
}

const levelOf = ({ findings }: Found, rule: string): string | undefined =>
  findings.find((finding) => finding.rule === rule)?.level;

const problemsOf = ({ findings }: Found): string[] =>
  findings.filter(({ rule }) => rule === "contract").map(({ message }) => message);

describe("levels in preflight.yaml", () => {
  it("count by rule, else by category, else by severity", () => {
    const before = found();
    expect(levelOf(before, "lambda-runtime")).toBe("mandatory");
    expect(levelOf(before, "rds-log-exports")).toBe("advisory");
    expect(levelOf(before, "rds-backup-retention")).toBe("advisory");
    expect(levelOf(before, "lambda-timeout")).toBe("advisory");
    write(
      "preflight.yaml",
      "levels:\n  rule: { rds-backup-retention: mandatory }\n  category: { observability: disabled, functions: advisory }\n" +
        "  severity: { low: disabled, medium: disabled }\n",
    );
    const after = found();
    expect(levelOf(after, "lambda-runtime")).toBe("advisory");
    expect(levelOf(after, "rds-log-exports")).toBeUndefined();
    expect(levelOf(after, "rds-backup-retention")).toBe("mandatory");
    expect(levelOf(after, "lambda-timeout")).toBe("advisory");
    expect(levelOf(after, "default-vpc-used")).toBeUndefined();
    expect(after.code).toBe(1);
  });

  it("make no rule report that only a contract requires", () => {
    write("preflight.yaml", "levels: { rule: { rds-iam-authentication: mandatory } }\n");
    expect(levelOf(found(), "rds-iam-authentication")).toBeUndefined();
  });

  it("are listed where they disable what is mandatory", () => {
    write("preflight.yaml", "levels: { rule: { lambda-runtime: disabled } }\n");
    const { code, notes } = found();
    expect(notes.join("\n")).toContain("1 mandatory rule is disabled: lambda-runtime.");
    expect(code).toBe(0);
  });

  it("lower no rule that notExemptable names", () => {
    write(
      "preflight.yaml",
      "contract: { notExemptable: [lambda-runtime] }\nlevels: { rule: { lambda-runtime: advisory } }\n",
    );
    const report = found();
    expect(levelOf(report, "lambda-runtime")).toBe("mandatory");
    expect(problemsOf(report)).toEqual([
      "preflight.yaml sets levels.rule.lambda-runtime to advisory, but notExemptable names this rule.",
    ]);
  });

  it("give way to those of a policy configuration", () => {
    write("preflight.yaml", "levels: { rule: { lambda-runtime: disabled, lambda-timeout: mandatory } }\n");
    write("org.json", '{ "lambda-runtime": "advisory", "lambda-timeout": { "enforcementLevel": "disabled" } }');
    const report = found("--organization", "org.json");
    expect(levelOf(report, "lambda-runtime")).toBe("advisory");
    expect(levelOf(report, "lambda-timeout")).toBeUndefined();
    expect(problemsOf(report)).toEqual([]);
  });
});

describe("the contract in preflight.yaml", () => {
  const SOURCES =
    "$schema: ./node_modules/pulumi-preflight-aws/dist/preflight.schema.json\nprofile: product-catalog\n" +
    "frameworks: [AWS FSBP]\ncontract: { region: us-east-1, backupRetentionDays: 9 }\n" +
    "facts: { nat-gateway-price: { perHour: 0.05 } }\n" +
    "exemptions: [{ rule: lambda-runtime, resource: worker, reason: moves, until: 2099-01-01 }]\n";

  it("is under the stack's, and each value shows where it comes from", () => {
    write("preflight.yaml", SOURCES);
    write(
      "infra/Pulumi.yaml",
      "name: shop\nruntime: go\nconfig:\n  preflight:contract:\n    value: { backupRetentionDays: 8 }\n",
    );
    write("infra/Pulumi.prod.yaml", "config:\n  preflight:profile: strict\n");
    const { code, out, err } = preflight("contract", "infra", "--stack", "prod");
    expect({ code, err }).toEqual({ code: 0, err: "" });
    expect(out).toMatch(/^profile: strict # preflight:profile in infra\/Pulumi\.prod\.yaml$/m);
    expect(out).toMatch(/^region: us-east-1 # preflight\.yaml$/m);
    expect(out).toMatch(/^backupRetentionDays: 8 # preflight:contract in infra\/Pulumi\.yaml$/m);
    expect(out).toMatch(/^frameworks: .* # preflight\.yaml$/m);
    expect(parse(out)).toMatchObject({
      exemptions: [{ rule: "lambda-runtime", until: "2099-01-01" }],
      facts: { "nat-gateway-price": { perHour: 0.05 } },
    });
    expect(preflight("contract", "infra").out).toMatch(/^profile: product-catalog # preflight\.yaml$/m);
  });

  it("counts in a check", () => {
    write("preflight.yaml", SOURCES);
    const report = found("--rule", "lambda-runtime,rds-iam-authentication,region-matches-contract");
    expect(levelOf(report, "lambda-runtime")).toBe("advisory");
    expect(report.findings.find(({ rule }) => rule === "lambda-runtime")?.exemption).toBeDefined();
    expect(levelOf(report, "rds-iam-authentication")).toBe("mandatory");
    expect(report.findings.map(({ message }) => message).join("\n")).toContain("eu-west-3");
  });

  it("is locked by an organization's, which is reported with the file", () => {
    write("preflight.yaml", "profile: strict\ncontract: { region: us-east-1, allow: [region] }\n");
    write("infra/Pulumi.yaml", "name: shop\nruntime: go\n");
    write("org.yaml", "region: eu-central-1\nprofile: fastcart\n");
    const { code, out } = preflight("contract", "infra", "--check", "--organization", "org.yaml");
    expect(code).toBe(1);
    expect(out).toContain(
      'preflight.yaml sets region to "us-east-1", but the organization has set it to "eu-central-1"',
    );
    expect(out).toContain('preflight.yaml sets profile to "strict", but the organization has set it to "fastcart"');
    expect(out).toContain("preflight.yaml sets allow, which only");
  });

  it("holds for project and exempt too", () => {
    write("preflight.yaml", "contract: { project: { name: TapStack }, notExemptable: [lambda-runtime] }\n");
    write("infra/Pulumi.yaml", "name: shop\nruntime: go\n");
    expect(preflight("project", "infra", "--format", "concise").out).toContain("mandatory project-name");
    const { code, err } = preflight(
      ..."exempt lambda-runtime worker --reason moves --until 2099-01-01 --folder infra --yes".split(" "),
    );
    expect(code).toBe(2);
    expect(err).toContain("cannot be exempt");
  });
});

/** Aliases of aliases, as in a billion laughs. */
const BOMB = ["b", "c", "d", "e", "f"]
  .map((name, index) => {
    const before = `*${"abcde".charAt(index)}`;
    return `${name}: &${name} [${Array<string>(8).fill(before).join(",")}]\n`;
  })
  .join("");

describe("what is wrong with preflight.yaml", () => {
  const EXEMPTION = "{ rule: lambda-runtim, resource: x, reason: moves, until: 2099-01-01 }";

  it("is a mandatory finding each, which names what is meant", () => {
    write(
      "preflight.yaml",
      `levls: {}
region: us-east-1
profile: strict
frameworks: [AWS FSPB]
contract: { regoin: x, profile: strict }
levels:
  rule: { lambda-runtim: advisory, contract: advisory }
  category: { netwrok: advisory }
  severity: { low: mandatry, high: 5 }
formats: [jsn, json=]
exemptions: [${EXEMPTION}]
`,
    );
    const report = found("--rule", "lambda-timeout");
    expect(report.code).toBe(1);
    const expected = [
      "preflight.yaml has the unknown key levls; did you mean levels?",
      "preflight.yaml has the unknown key region; did you mean contract.region?",
      'preflight.yaml sets frameworks[0] to "AWS FSPB", but it must be one of',
      "did you mean AWS FSBP?",
      "preflight.yaml has the unknown key regoin; did you mean region?",
      "preflight.yaml sets profile and contract.profile; keep one of them.",
      'preflight.yaml sets the level of "lambda-runtim", which is not a rule; did you mean lambda-runtime?',
      "preflight.yaml sets levels.rule.contract, but the rule contract keeps its level.",
      "preflight.yaml has the unknown key levels.category.netwrok; did you mean levels.category.network?",
      'sets levels.severity.low to "mandatry", but it must be one of advisory, mandatory, disabled; did you mean mandatory?',
      "sets levels.severity.high to 5, but it must be one of advisory, mandatory, disabled.",
      'preflight.yaml sets formats[0] to "jsn", which is not a format; did you mean json?',
      'preflight.yaml sets formats[1] to "json=", which names no file.',
      'preflight.yaml sets exemptions[0].rule to "lambda-runtim", which is not a rule of this pack; did you mean lambda-runtime?',
    ];
    const messages = problemsOf(report).join("\n");
    expect(expected.filter((message) => !messages.includes(message))).toEqual([]);
  });

  it("is one finding where it is in UTF-16", () => {
    writeFileSync(path("preflight.yaml"), Buffer.from("\ufeffcontract: {}\n", "utf16le"));
    expect(problemsOf(found("--rule", "lambda-timeout"))).toEqual([expect.stringContaining("it is in UTF-16")]);
  });

  it.each([
    ['{ "all": "mandatry" }', 'org.json sets all to "mandatry", but it must be one of advisory, mandatory'],
    ['{ "sns-encrypted": { "enforcementLevel": 7 } }', "org.json sets sns-encrypted to 7, but it must be one of"],
  ])("exits 2 with one line on the wrong level of an organization (%s)", (text, message) => {
    write("org.json", text);
    const { code, err } = preflight("check", "infra", "--organization", "org.json");
    expect(code).toBe(2);
    expect(err.trimEnd().split("\n")).toHaveLength(1);
    expect(err).toContain(message);
  });

  it.each([
    ["- profile\n", "preflight.yaml is a list, but it must be keys and values"],
    ["levels: x: y\n", "preflight.yaml is not valid YAML in line 1"],
    [
      "profile: strict\n---\nprofile: fastcart\n",
      "preflight.yaml is not valid YAML in line 2: it has several documents",
    ],
    ["contract:\n\tregion: x\n", "preflight.yaml is not valid YAML in line 2: it is indented with a tab"],
    [`contract: ${"[".repeat(5000)}\n`, "preflight.yaml is not valid YAML in line 1: it is nested too deeply"],
    [
      "contract: &x\n  regions: *x\n",
      "preflight.yaml has an anchor (&name) whose value contains its own alias (*name)",
    ],
    [
      "contract: { backupRetentionDays: .inf }\n",
      "preflight.yaml sets backupRetentionDays to Infinity, but it must be",
    ],
    [
      "contract: { backupRetentionDays: -.inf }\n",
      "preflight.yaml sets backupRetentionDays to -Infinity, but it must be",
    ],
    ["contract: { backupRetentionDays: .nan }\n", "preflight.yaml sets backupRetentionDays to NaN, but it must be"],
    ["\ufeffcontract:\n  <<: { backupRetentionDays: 99 }\n", "sets backupRetentionDays to 99, but it must be"],
    [`a: &a [x,x,x,x,x,x,x,x]\n${BOMB}`, "preflight.yaml is not valid YAML: its aliases are circular or too many"],
  ])("is one finding where the whole is wrong (%j)", (text, message) => {
    write("preflight.yaml", text);
    const report = found("--rule", "lambda-timeout");
    expect(problemsOf(report)).toEqual([expect.stringContaining(message)]);
    expect(report.code).toBe(1);
  });
});

it.each([
  [
    "a link in a circle",
    (file: string) => {
      symlinkSync("preflight.yaml", file);
    },
    "its link leads in a circle",
  ],
  [
    "a link to nothing",
    (file: string) => {
      symlinkSync("none.yaml", file);
    },
    "its link leads nowhere",
  ],
  [
    "a folder",
    (file: string) => {
      mkdirSync(file);
    },
    "it is a folder",
  ],
])("reports a preflight.yaml that is %s", (_name, make, reason) => {
  rmSync(path("preflight.yaml"), { force: true, recursive: true });
  make(path("preflight.yaml"));
  const report = found("--rule", "lambda-timeout");
  rmSync(path("preflight.yaml"), { force: true, recursive: true });
  expect(problemsOf(report)).toEqual([`preflight.yaml cannot be read: ${reason}.`]);
  expect(report.code).toBe(1);
});

describe("formats in preflight.yaml", () => {
  it("are written where --format names none, relative to the file", () => {
    write("preflight.yaml", "formats: [concise, csv=out/findings.csv]\n");
    mkdirSync(path("out"));
    write("infra/state.json", STATE);
    const { code, out } = preflight("check", "infra/state.json");
    expect(code).toBe(1);
    expect(out).toMatch(/^index\.ts:36:1: mandatory lambda-runtime /m);
    expect(readFileSync(path("out/findings.csv"), "utf8")).toContain("lambda-runtime");
    write("preflight.yaml", "formats: [concise, csv=out/other.csv]\n");
    expect(JSON.parse(preflight("check", "state.json", "--format", "json").out)).toHaveProperty("findings");
    expect(existsSync(path("out/other.csv"))).toBe(false);
  });

  it("are refused where two go to standard output", () => {
    write("preflight.yaml", "formats: [json, text]\n");
    const { code, err } = preflight("check", "state.json");
    expect(code).toBe(2);
    expect(err).toMatch(/^preflight: formats in preflight\.yaml: One format goes to standard output/);
  });
});

describe("preflight init", () => {
  it("writes into preflight.yaml where there is one, and keeps the rest", () => {
    write("preflight.yaml", "levels: { rule: { lambda-timeout: disabled } } # ours\n");
    write("infra/Pulumi.yaml", "name: shop\nruntime: go\n");
    const { code, out } = preflight("init", "--folder", "infra", "--profile", "strict", "--yes");
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("+ profile: strict") as string });
    expect(readFileSync(path("preflight.yaml"), "utf8")).toBe(
      "levels: { rule: { lambda-timeout: disabled } } # ours\nprofile: strict\n",
    );
    expect(preflight("init", "--folder", "infra", "--profile", "strict", "--yes").out).toContain("nothing to add");
  });

  it("adds what a stack keeps to, to the contract that is there", () => {
    write("preflight.yaml", "contract:\n  region: us-east-1 # ours\n");
    write("infra/Pulumi.yaml", "name: shop\nruntime: go\n");
    const { code } = preflight("init", "--folder", "infra", "--from-stack", "state.json", "--yes");
    expect(code).toBe(0);
    const text = readFileSync(path("preflight.yaml"), "utf8");
    expect(text).toMatch(/^contract:\n {2}region: us-east-1 # ours\n {2}\w/);
    expect(Object.keys((parse(text) as { contract: object }).contract).length).toBeGreaterThan(1);
  });
});

describe("the schema of preflight.yaml", () => {
  const schema = JSON.parse(readFileSync(join(ROOT, "dist/preflight.schema.json"), "utf8")) as object;
  const validate = new Ajv({ allowUnionTypes: true, formats: { date: true } }).compile(schema);

  it("is published with the package", () => {
    const { exports, files } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as {
      exports: Record<string, unknown>;
      files: string[];
    };
    expect(exports["./preflight.schema.json"]).toBe("./dist/preflight.schema.json");
    expect(files).toContain("dist");
  });

  it.each([
    [{ profile: "strict", levels: { rule: { "rds-not-public": "advisory" } }, formats: ["text"] }, true],
    [{ contract: { backupRetentionDays: 14 }, packs: ["../acme"], facts: {}, exemptions: [] }, true],
    [{ $schema: "x", frameworks: ["AWS FSBP"], levels: { category: { tagging: "disabled" } } }, true],
    [{ levels: { rule: { "rds-not-publik": "advisory" } } }, false],
    [{ levels: { severity: { low: "off" } } }, false],
    [{ contract: { backupRetentionDays: 90 } }, false],
    [{ region: "us-east-1" }, false],
  ])("takes what the command takes (%j: %s)", (value, isGood) => {
    expect(validate(value)).toBe(isGood);
  });
});
