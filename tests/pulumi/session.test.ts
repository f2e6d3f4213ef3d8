import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { Session, type Environment } from "../../src/pulumi/session";

const BUCKET = "aws:s3/bucket:Bucket";
const URN = `urn:pulumi:dev::shop::${BUCKET}::files`;

const sessionIn = (environment: Environment = {}): Session => new Session(environment, new Set(["required-tags"]));

const urnOnly = { urn: URN, type: BUCKET, name: "files", inputs: { bucket: "files" } };

describe("what surrounds the checks", () => {
  it("is in the engine's environment", () => {
    const { day, project, contract } = sessionIn({
      PREFLIGHT_DAY: "2027-02-03",
      PULUMI_NODEJS_PROJECT: "shop",
      PULUMI_NODEJS_STACK: "dev",
      PULUMI_NODEJS_DRY_RUN: "false",
      PULUMI_CONFIG: '{"aws:region": "eu-west-1", "preflight:contract": "{\\"alarms\\": true}"}',
      AWS_REGION: "us-east-1",
      AWS_DEFAULT_REGION: "us-east-2",
    }).runContext;
    expect(day).toBe("2027-02-03");
    expect(project).toMatchObject({ name: "shop", stack: "dev", deploying: true, environmentRegion: "us-east-1" });
    expect(project.config.get("aws:region")).toBe("eu-west-1");
    expect(project.hasConfiguration).toBe(true);
    expect(contract.alarms).toBe(true);
  });

  it("has the exemptions in the program's source, where its folder is known", () => {
    const folder = mkdtempSync(join(tmpdir(), "preflight-session-"));
    try {
      writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
      writeFileSync(
        join(folder, "index.ts"),
        'import * as aws from "@pulumi/aws";\n' +
          '// preflight-ignore required-tags until 2099-12-31: moves\nnew aws.s3.Bucket("files");\n' +
          '// preflight-ignore required-tag until 2099-12-31: moves\nnew aws.s3.Bucket("more");\n',
      );
      const { contract, contractProblems } = sessionIn({ PREFLIGHT_PROJECT: folder }).runContext;
      expect(contract.exemptions).toEqual([
        { rule: "required-tags", resource: "*:{s3/*,s3}:Bucket::files", reason: "moves", until: "2099-12-31" },
      ]);
      expect(contractProblems.map(({ message }) => message)).toEqual([
        expect.stringContaining("The comment at index.ts:4 names"),
      ]);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it("is little where the environment is empty", () => {
    const { day, project } = sessionIn().runContext;
    expect(day).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(project).toEqual({
      name: "",
      stack: "",
      config: new Map(),
      environment: new Set(),
      hasConfiguration: false,
      deploying: false,
    });
    expect(sessionIn({ AWS_DEFAULT_REGION: "us-east-2" }).runContext.project.environmentRegion).toBe("us-east-2");
    expect(sessionIn({ PULUMI_NODEJS_DRY_RUN: "true" }).runContext.project.deploying).toBe(false);
  });

  it.each(["tomorrow", "2026-02-30", "20270101"])("has no day in PREFLIGHT_DAY=%s, which is a problem", (day) => {
    const { runContext } = sessionIn({ PREFLIGHT_DAY: day });
    expect(runContext.day).toBe(new Date().toISOString().slice(0, 10));
    expect(runContext.contractProblems.map(({ message }) => message)).toEqual([
      `PREFLIGHT_DAY is "${day}", but it must be a day such as "2027-01-31".`,
    ]);
  });

  it("has a setting of preflight that there is not as a problem, but not in a project that is called so", () => {
    const config = '{"preflight:policy": "strict", "preflight:profil": "strict"}';
    const problems = (project: string): string[] =>
      sessionIn({ PULUMI_CONFIG: config, PULUMI_NODEJS_PROJECT: project }).runContext.contractProblems.map(
        ({ message }) => message,
      );
    const near = '"preflight:profil" is not a setting of preflight; did you mean preflight:profile?';
    expect(problems("shop")).toEqual([
      expect.stringContaining('"preflight:policy" is not a setting of preflight'),
      near,
    ]);
    expect(problems("preflight")).toContain(near);
  });

  it.each(["{", "1", "null", '"x"', ""])("has no configuration where it reads %j", (json) => {
    expect(sessionIn({ PULUMI_CONFIG: json }).runContext.project.config.size).toBe(0);
  });

  it("takes the organization's contract, and works it out again only where that changes", () => {
    const session = sessionIn();
    const before = session.runContext;
    session.configure({});
    expect(session.runContext).toBe(before);
    session.configure({ region: "eu-west-1" });
    const after = session.runContext;
    expect(after.contract.region).toBe("eu-west-1");
    session.configure({ region: "eu-west-1" });
    expect(session.runContext).toBe(after);
    session.configure({ regio: "eu-west-1" });
    expect(session.runContext.contractProblems).toHaveLength(1);
  });

  it("has the stack's name from the URNs where the environment has none", () => {
    const analyzed = sessionIn();
    expect(analyzed.runContext.project.stack).toBe("");
    analyzed.add(urnOnly);
    expect(analyzed.runContext.project).toMatchObject({ name: "shop", stack: "dev" });
    const named = sessionIn({ PULUMI_NODEJS_PROJECT: "mine" });
    named.add(urnOnly);
    expect(named.runContext.project).toMatchObject({ name: "mine", stack: "dev" });
    const other = sessionIn({ PULUMI_NODEJS_STACK: "prod" });
    other.add(urnOnly);
    expect(other.runContext.project).toMatchObject({ name: "", stack: "prod" });
  });
});

describe("the program's folder", () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "session-"));
    writeFileSync(join(folder, "Pulumi.yaml"), "name: shop\nruntime: nodejs\n");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });
  const settingsIn = (environment: Environment, parent?: string): unknown =>
    new Session(environment, new Set(), () => parent).runContext.project.files?.settings?.name;

  it("is the one that is named, the one of the command, or its parent's, where it is this project's", () => {
    expect(settingsIn({ PREFLIGHT_PROJECT: folder })).toBe("shop");
    expect(settingsIn({ PULUMI_NODEJS_PROJECT: "shop", PWD: folder })).toBe("shop");
    expect(settingsIn({ PULUMI_NODEJS_PROJECT: "shop", PWD: tmpdir() }, folder)).toBe("shop");
    expect(settingsIn({ PULUMI_NODEJS_PROJECT: "other", PWD: folder }, folder)).toBeUndefined();
    expect(settingsIn({ PREFLIGHT_PROJECT: "", PULUMI_NODEJS_PROJECT: "shop", PWD: folder })).toBe("shop");
    expect(settingsIn({ PREFLIGHT_PROJECT: basename(folder), PWD: tmpdir() })).toBe("shop");
  });

  it("is found in `pulumi policy analyze` by the project that the URNs name", () => {
    const session = new Session({ PWD: folder }, new Set());
    expect(session.runContext.project.files).toBeUndefined();
    session.add(urnOnly);
    expect(session.runContext.project.files?.settings?.name).toBe("shop");
    const other = new Session({ PWD: folder }, new Set());
    other.add({ ...urnOnly, urn: URN.replace("shop", "bakery") });
    expect(other.runContext.project.files).toBeUndefined();
  });

  it("is not looked up in the parent process where the environment names it", () => {
    const parent = jest.fn();
    new Session({ PREFLIGHT_PROJECT: folder }, new Set(), parent);
    new Session({ PULUMI_NODEJS_PROJECT: "shop", PWD: folder }, new Set(), parent);
    expect(parent).not.toHaveBeenCalled();
  });

  it.each(["gone", "Pulumi.yaml"])("is missing where %s is named, which is not a folder", (name) => {
    const { project } = sessionIn({ PREFLIGHT_PROJECT: join(folder, name) }).runContext;
    expect(project.files).toBeUndefined();
    expect(project.missingFolder).toBe(join(folder, name));
  });
});

it("keeps the resources of the operation, and knows whether it has a configuration", () => {
  const resource = { urn: URN, type: BUCKET, name: "files" };
  const facts = { ...resource, outputs: { id: "files-1" }, dependencies: [], propertyDependencies: {} };
  for (const [environment, isExternal] of [
    [{ PULUMI_CONFIG: "{}" }, false],
    [{}, true],
  ] as const) {
    const session = sessionIn(environment);
    const other = { ...facts, urn: `${URN}-2`, name: "files-2" };
    session.add({ ...resource, inputs: {} });
    session.add({ ...other, inputs: { bucket: "files-2" } });
    const { resources } = session.stack([facts, other]);
    expect(resources.map(({ external }) => external)).toEqual([isExternal, false]);
  }
});
