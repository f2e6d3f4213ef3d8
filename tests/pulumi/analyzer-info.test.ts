import { readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import {
  EnforcementLevel,
  PolicySeverity,
  PolicyType,
  type AnalyzerInfo,
  type PolicyInfo,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { CONTRACT_SCHEMA } from "../../src/contract/schema";
import { homeOf, type PackageJson } from "../../src/home";
import { registeredLevel } from "../../src/pulumi/policy-runner";
import { pageAddressOf } from "../../src/rules/words";
import { rules } from "../../policies";
import { PackServer } from "../kit/pack-server";

const ROOT = resolve(__dirname, "../..");
const read = (name: string): string => readFileSync(join(ROOT, name), "utf8");
const manifest = JSON.parse(read("package.json")) as PackageJson;
const home = homeOf(manifest);

/** What the engine and `pulumi policy publish` know about the pack. */
let info: AnalyzerInfo;
beforeAll(async () => {
  const server = await PackServer.start({ project: "", stack: "", organization: "", config: {} });
  try {
    info = await server.info();
  } finally {
    server.stop();
  }
});

describe("the pack", () => {
  it("has a name and a version that Pulumi Cloud takes, the version that of package.json", () => {
    expect(info.getName()).toBe("preflight");
    expect(info.getVersion()).toBe(manifest.version);
    // What the SDK and the CLI hold names and versions to.
    expect(info.getName()).toMatch(/^[a-zA-Z0-9-_.]{1,100}$/);
    expect(info.getVersion()).toMatch(/^[a-zA-Z0-9-_.]{1,100}$/);
  });

  it("describes what it is for, and for which provider", () => {
    expect(info.getDisplayname()).toBe("Preflight for AWS");
    expect(info.getDescription()).toBe(manifest.description);
    expect(info.getProvider()).toBe("aws");
    expect(info.getTagsList()).toEqual(["aws", "security", "reliability"]);
    expect(info.getSupportsconfig()).toBe(true);
    expect(info.getInitialconfigMap().getLength()).toBe(0);
  });

  it("names its repository by the address of package.json, where it has one", () => {
    expect(info.getRepository()).toBe(home ?? "");
  });

  it("has the README as its readme, in which each link leads somewhere from Pulumi Cloud too, where the project has a home", () => {
    const readme = info.getReadme();
    expect(readme.split("\n", 1)).toEqual(read("README.md").split("\n", 1));
    if (home === undefined) {
      return;
    }
    const links = [...readme.matchAll(/\]\(([^)]+)\)/g)].map(([, link = ""]) => link);
    expect(links.length).toBeGreaterThan(40);
    expect(links.filter((link) => !/^(?:https:\/\/|#)/.test(link))).toEqual([]);
    expect(links).toContain(`${info.getRepository()}/blob/main/docs/rules/rds-not-public.md`);
    expect(links).toContain(`${info.getRepository()}/raw/main/docs/output.svg`);
  });

  it("has each rule as one policy, in the order of the list", () => {
    expect(info.getPoliciesList().map((policy) => policy.getName())).toEqual(rules.map(({ id }) => id));
  });
});

const SEVERITIES = {
  critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
  high: PolicySeverity.POLICY_SEVERITY_HIGH,
  medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
  low: PolicySeverity.POLICY_SEVERITY_LOW,
};
const LEVELS = { advisory: EnforcementLevel.ADVISORY, mandatory: EnforcementLevel.MANDATORY };

describe.each(rules.map((rule) => [rule.id, rule] as const))("the policy %s", (id, rule) => {
  let policy: PolicyInfo;
  beforeAll(() => {
    const found = info.getPoliciesList().find((one) => one.getName() === id);
    if (!found) {
      throw new Error(`no policy ${id}`);
    }
    policy = found;
  });

  it("has all that Pulumi Cloud shows", () => {
    expect(policy.toObject()).toMatchObject({
      name: expect.stringMatching(/^[a-z][a-z0-9-]{2,99}$/) as string,
      displayname: rule.description,
      description: `${rule.description}.`,
      enforcementlevel: LEVELS[registeredLevel(rule)],
      severity: SEVERITIES[rule.severity],
      policyType:
        (rule.resource ?? rule.root ?? rule.remediation ?? rule.alone ?? id === "contract")
          ? PolicyType.POLICY_TYPE_RESOURCE
          : PolicyType.POLICY_TYPE_STACK,
      url: pageAddressOf(id) ?? "",
      remediationSteps: expect.stringContaining(rule.fix.typescript) as string,
    });
    expect(policy.getDisplayname().length).toBeLessThanOrEqual(100);
    expect(policy.getUrl().length).toBeLessThanOrEqual(200);
    expect(policy.getRemediationSteps().length).toBeLessThanOrEqual(2_000);
  });

  it("has its AWS FSBP control as framework, and all controls and its category as tags", () => {
    const controls = rule.controls ?? [];
    const fsbp = controls.find(({ framework }) => framework === "AWS FSBP");
    const framework = {
      name: "AWS Foundational Security Best Practices",
      version: "1.0.0",
      reference: fsbp?.reference,
      specification: rule.description,
    };
    expect(policy.getFramework()?.toObject()).toEqual(fsbp && framework);
    expect(policy.getTagsList()).toEqual([
      rule.category,
      ...controls.map((control) => `${control.framework} ${control.reference}`),
    ]);
  });

  it("has a configuration just where it reads one", () => {
    const properties = policy.getConfigschema()?.getProperties()?.toJavaScript();
    const own = rule.remediation?.doesWhenNew === undefined ? [] : ["assumeNew"];
    const expected = id === "contract" ? Object.keys(CONTRACT_SCHEMA.properties) : own;
    expect(Object.keys(properties ?? {})).toEqual(expected.sort());
  });
});

interface Node {
  title?: string;
  description?: string;
  default?: unknown;
  properties?: Record<string, Node>;
}

/** Every key of a schema with its node, nested ones with dots, sorted as they travel. */
function keysIn(properties: Record<string, Node>, prefix = ""): [key: string, node: Node][] {
  return Object.entries(properties)
    .sort(([left], [right]) => (left < right ? -1 : 1))
    .flatMap(([key, node]) => [
      [prefix + key, node] as [string, Node],
      ...keysIn(node.properties ?? {}, `${prefix}${key}.`),
    ]);
}

describe("the configuration of the policy contract", () => {
  const own = new Map(keysIn(CONTRACT_SCHEMA.properties));
  let keys: [string, Node][];
  beforeAll(() => {
    const schema = info.getPoliciesList()[0]?.getConfigschema();
    keys = keysIn((schema?.getProperties()?.toJavaScript() ?? {}) as Record<string, Node>);
  });

  it("has every key of the contract, with a title and a sentence", () => {
    expect(keys.map(([key]) => key)).toEqual([...own.keys()]);
    for (const [key, { title, description }] of keys) {
      expect({ key, title, description }).toEqual({
        key,
        title: expect.stringMatching(/^[A-Z].{3,60}$/) as string,
        description: expect.stringMatching(/^.{5,300}\.$/) as string,
      });
    }
  });

  it("describes each default in words, since the engine sends a `default` as if it had been set", () => {
    const described = keys.flatMap(([key, { description = "" }]) => {
      const [, value] = / Default: (.+)\.$/.exec(description) ?? [];
      return value === undefined ? [] : [[key, JSON.parse(value) as unknown]];
    });
    const expected = [...own].flatMap(([key, { default: value }]) => (value === undefined ? [] : [[key, value]]));
    expect(expected.length).toBeGreaterThan(5);
    expect(described).toEqual(expected);
    expect(keys.filter(([, node]) => "default" in node)).toEqual([]);
  });
});
