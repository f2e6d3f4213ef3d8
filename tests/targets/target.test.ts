import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { reportOn } from "../../cli/check";
import type { Report } from "../../report/report";
import { readTarget } from "../../targets/target";
import { programFolder, removeFolders } from "../engine/programs";

// What the real engine (3.248.0) wrote of the program in fixtures/program.
const FIXTURES = join(__dirname, "fixtures");
const PROGRAM = join(FIXTURES, "program");

jest.setTimeout(60_000);

async function check(file: string, folder: string | undefined = PROGRAM): Promise<Report> {
  return reportOn(await readTarget(join(FIXTURES, file), { config: {}, folder }), "2026-11-22");
}

const lines = ({ results }: Report): string[] =>
  results.map(({ level, rule, name, path }) => `${level} ${rule.id} ${String(name)} ${path}`).sort();

afterAll(removeFolders);

let ofProgram: Report;
beforeAll(async () => {
  ofProgram = await check("program");
});

it.each(["state.json", "preview.json"])("finds in %s what it finds in the program", async (file) => {
  expect(lines(ofProgram).length).toBeGreaterThan(10);
  expect(lines(await check(file))).toEqual(lines(ofProgram));
});

it("has no dependencies in an event log, so judges single resources only, and says so", async () => {
  for (const file of ["events-of-preview.jsonl", "events-of-up.jsonl"]) {
    const report = await check(file);
    expect(report.notes).toEqual([expect.stringContaining("no dependencies")]);
    expect(lines(report).length).toBeGreaterThan(5);
    expect(lines(ofProgram)).toEqual(expect.arrayContaining(lines(report)));
    expect(lines(report).filter((line) => /eip-after-internet-gateway|cost-allocation-tags/.test(line))).toEqual([]);
  }
});

it("says how many unchanged resources a preview leaves out, and draws nothing from their absence", async () => {
  const report = await check("preview-of-changes.json");
  expect(report.notes).toEqual([expect.stringMatching(/leaves out 9 unchanged resources.*--show-sames/)]);
  expect(lines(report).filter((line) => !line.includes("shop-dev"))).toEqual([]);
});

it.each(["program", "state.json", "preview.json"])("knows from %s where the program makes a resource", async (file) => {
  const { resources } = await check(file);
  const place = (name: string): string | undefined => {
    const source = resources.find((resource) => resource.name === name)?.source;
    return source && `${relative(PROGRAM, join(process.cwd(), source.file))}:${String(source.line)}`;
  };
  expect(place("orders")).toBe("index.ts:25");
  expect(place("main-vpc")).toBe("index.ts:17");
});

it("leaves out what the stack only reads", async () => {
  for (const file of ["program", "state.json", "preview.json"]) {
    expect((await check(file)).resources.map(({ name }) => name)).not.toContain("shared");
  }
});

it("says that secrets are encrypted, and shows the text of none", async () => {
  const report = await check("state.json");
  expect(report.notes).toEqual([expect.stringMatching(/^1 secret is encrypted in the state.*--show-secrets/)]);
  expect(report.undecided.map(({ path }) => path)).toContain("masterPassword");
});

it("judges a secret that the state shows, without showing it", async () => {
  const secret = "changeme-4-production";
  const scratch = mkdtempSync(join(tmpdir(), "preflight-state-"));
  const file = join(scratch, "state.json");
  const state = readFileSync(join(FIXTURES, "state.json"), "utf8");
  writeFileSync(
    file,
    state.replace(/"ciphertext": "[^"]+"/, () => `"plaintext": ${JSON.stringify(`"${secret}"`)}`),
  );
  try {
    const report = reportOn(await readTarget(file, { config: {}, folder: PROGRAM }), "2026-11-22");
    expect(lines(report)).toEqual(expect.arrayContaining([expect.stringMatching(/credentials-hardcoded orders/)]));
    expect(JSON.stringify(report.results)).not.toContain(secret);
    expect(report.notes).toEqual([]);
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

it("names what can check a program of another runtime, and still looks at its files", async () => {
  const scratch = mkdtempSync(join(tmpdir(), "preflight-go-"));
  writeFileSync(join(scratch, "Pulumi.yaml"), "name: shop\nruntime: go\n");
  try {
    const contract = { "preflight:contract": '{"project": {"name": "orders"}}' };
    const report = reportOn(await readTarget(scratch, { config: contract }), "2026-11-22");
    expect(report.isUnread).toBe(true);
    expect(report.notes).toEqual([expect.stringMatching(/this one is go.*pulumi preview --json --show-sames/)]);
    expect(report.results.map(({ rule }) => rule.id)).toContain("project-name");
  } finally {
    rmSync(scratch, { recursive: true });
  }
});

describe("a stack without a file, where others have one", () => {
  const files = { "index.js": "", "Pulumi.prod.yaml": "", "Pulumi.qa.yaml": "" };

  it("is checked, and told", async () => {
    const { notes } = await readTarget(programFolder(files), { config: {} });
    expect(notes).toEqual([
      "the stack dev has no Pulumi.dev.yaml, so that only the configuration in Pulumi.yaml counts; there are some for " +
        "prod, qa, which --stack names.",
    ]);
    expect((await readTarget(programFolder(files), { config: {}, stack: "prdo" })).notes).toEqual([
      expect.stringMatching(/^the stack prdo has no Pulumi\.prdo\.yaml.*for prod, qa\.$/),
    ]);
    expect((await readTarget(programFolder(files), { config: {}, stack: "prod" })).notes).toEqual([]);
    expect((await readTarget(programFolder({ "index.js": "" }), { config: {}, stack: "any" })).notes).toEqual([]);
  });

  it("is told beside the program's own error", async () => {
    const folder = programFolder({ ...files, "index.js": `new (require("@pulumi/pulumi").Config)().require("size");` });
    await expect(readTarget(folder, { config: {} })).rejects.toThrow(
      /variable 'small:size'[^]*\nnote: the stack dev has no Pulumi\.dev\.yaml/,
    );
  });
});

it("takes no other folder beside a program's", async () => {
  await expect(readTarget(PROGRAM, { config: {}, folder: FIXTURES })).rejects.toThrow(/--folder is for the files/);
});

describe("a preview of what is deployed", () => {
  const urn = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;
  const subnets = ["a", "b"].map((name) => ({
    op: "same",
    urn: urn("aws:ec2/subnet:Subnet", name),
    newState: {
      urn: urn("aws:ec2/subnet:Subnet", name),
      custom: true,
      type: "aws:ec2/subnet:Subnet",
      inputs: { vpcId: "vpc-1", availabilityZone: "us-east-1a" },
    },
    oldState: { outputs: { id: `subnet-${name}`, vpcId: "vpc-1", availabilityZone: "us-east-1a" } },
  }));
  const group = {
    op: "update",
    urn: urn("aws:rds/subnetGroup:SubnetGroup", "orders"),
    newState: {
      urn: urn("aws:rds/subnetGroup:SubnetGroup", "orders"),
      custom: true,
      type: "aws:rds/subnetGroup:SubnetGroup",
      inputs: { subnetIds: ["subnet-a", "subnet-b"] },
    },
  };
  const root = {
    op: "same",
    urn: urn("pulumi:pulumi:Stack", "shop-dev"),
    newState: { urn: urn("pulumi:pulumi:Stack", "shop-dev"), custom: false, type: "pulumi:pulumi:Stack" },
    oldState: { outputs: { endpoint: "[object Object]" } },
  };

  async function reportOf(steps: object[], inputs: object = {}): Promise<Report> {
    const scratch = mkdtempSync(join(tmpdir(), "preflight-preview-"));
    const file = join(scratch, "preview.json");
    const withInputs = { ...group, newState: { ...group.newState, inputs: { ...group.newState.inputs, ...inputs } } };
    writeFileSync(
      file,
      JSON.stringify({ steps: [root, ...steps, withInputs], changeSummary: { same: steps.length + 1 } }),
    );
    try {
      return reportOn(await readTarget(file, { config: {}, folder: PROGRAM }), "2026-11-22");
    } finally {
      rmSync(scratch, { recursive: true });
    }
  }

  const zones = ({ results }: Report): string[] =>
    results.filter(({ rule }) => rule.id === "db-subnet-group-zones").map(({ level }) => level);

  it("knows the ids of what stays as it is, which stand in its old state", async () => {
    expect(zones(await reportOf(subnets))).toEqual(["mandatory"]);
    expect(zones(await reportOf(subnets.map((step) => ({ ...step, op: "create-replacement" }))))).toEqual([]);
  });

  it("says what it does not have: secrets and the stack's outputs, of which the old ones tell nothing", async () => {
    const { notes, results } = await reportOf(subnets, { description: "[secret]" });
    expect(notes).toEqual([
      "1 secret is left out of the preview, so that no rule could look at them.",
      "a preview does not say what the program exports, so that no rule could look at the stack's outputs.",
    ]);
    expect(results.map(({ rule }) => rule.id)).not.toContain("output-as-text");
  });
});
