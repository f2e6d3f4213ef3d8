import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parse } from "yaml";
import { rules } from "../../policies";
import type { RecordedResource, Wire } from "../../src/graph/recorded";
import { SIGNATURE } from "../../src/graph/value";
import { expectedFindings } from "../kit/expected";
import { describeExample, example, exampleFolder, EXAMPLES, type Example, type Kind } from "../kit/examples";
import { describeWithCli, printedFindings, PulumiHome, type PrintedFinding } from "../kit/pulumi-cli";

const PACK = resolve(__dirname, "../..");
const RECORDER = resolve(__dirname, "../kit/recorder-pack");
const WITH_PACK = ["--stack", "dev", "--policy-pack", PACK];

jest.setTimeout(600_000);

const ORDERING: ReadonlySet<string> = new Set(
  rules.filter(({ category }) => category === "ordering").map(({ id }) => id),
);

const lineOf = ({ level, rule, resource }: Pick<PrintedFinding, "level" | "rule" | "resource">): string =>
  `${level} ${rule} ${resource}`;

/** A program in a home of its own, with a new stack. */
class Deployment {
  private readonly home = new PulumiHome();
  private readonly folder: string;

  constructor(name: Example, kind: Kind) {
    this.folder = this.home.program(exampleFolder(name, kind));
    this.home.run(this.folder, ["stack", "init", "dev"]);
  }

  remove(): void {
    this.home.remove();
  }

  run(args: string[], env: Record<string, string> = {}): ReturnType<PulumiHome["run"]> {
    return this.home.run(this.folder, args, env);
  }

  /** The findings that a command prints. */
  findings(...args: string[]): PrintedFinding[] {
    return printedFindings(this.run([...args, ...WITH_PACK]).output);
  }

  /** The findings of `pulumi policy analyze`, which has no configuration: the contract comes from the organization. */
  analyzed(): PrintedFinding[] {
    const config = join(this.home.folder, "policies.json");
    writeFileSync(config, JSON.stringify({ contract: contractIn(this.folder) }));
    return this.findings("policy", "analyze", "--policy-pack-config", config);
  }

  /** The resources in the stack's state. */
  state(): StateResource[] {
    const { output } = this.run(["stack", "export", "--stack", "dev", "--show-secrets"]);
    return (JSON.parse(output) as { deployment: { resources: StateResource[] } }).deployment.resources;
  }

  /** The findings where the program imports what another stack has created. */
  imported(resources: StateResource[]): PrintedFinding[] {
    const cloud = join(this.home.folder, "cloud.json");
    const known = resources.map(({ type, id, inputs, outputs }) => [
      `${type} ${String(id)}`,
      { inputs: revealed(inputs), outputs: revealed(outputs) },
    ]);
    writeFileSync(cloud, JSON.stringify(Object.fromEntries(known)));
    const ids = resources.map(({ type, urn, id }) => [`${type} ${String(urn.split("::").at(-1))}`, id]);
    writeFileSync(join(this.folder, "ids.json"), JSON.stringify(Object.fromEntries(ids)));
    writeFileSync(join(this.folder, "importing.js"), IMPORTING);
    const settings = join(this.folder, "Pulumi.yaml");
    writeFileSync(settings, `main: importing.js\n${readFileSync(settings, "utf8")}`);
    const { code, output } = this.run(["preview", ...WITH_PACK], { STAND_IN_CLOUD: cloud });
    expect({ code, output }).toMatchObject({ code: 0, output: expect.stringMatching(/\d+ to import/) as string });
    return printedFindings(output);
  }
}

/** A resource as the state has it. */
interface StateResource {
  urn: string;
  type: string;
  id?: string;
  inputs?: Record<string, Wire>;
  outputs?: Record<string, Wire>;
}

/** A program that imports what another one creates. */
const IMPORTING = `"use strict";
const pulumi = require("@pulumi/pulumi");
const ids = require("./ids.json");
pulumi.runtime.registerStackTransformation(({ type, name, props, opts }) => {
  const id = ids[type + " " + name];
  return id === undefined ? undefined : { props, opts: pulumi.mergeOptions(opts, { import: id }) };
});
module.exports = require("./index.ts");
`;

/** Values of an exported state with the secrets in them. */
function revealed(value: Wire | undefined): Wire {
  if (typeof value !== "object" || value === null) {
    return value ?? null;
  }
  if (Array.isArray(value)) {
    return value.map(revealed);
  }
  const { plaintext } = value;
  return SIGNATURE in value && typeof plaintext === "string"
    ? (JSON.parse(plaintext) as Wire)
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, revealed(inner)]));
}

const isOfAws = ({ type }: { type: string }): boolean => type.startsWith("aws:");

/** The first, the middle and the last by URN, of the resources that a program can create alone. */
async function independent(name: Example, kind: Kind): Promise<string[]> {
  const { resources } = await example(name, kind);
  const urns = resources
    .filter((resource) => isOfAws(resource) && !resource.external && resource.dependencies.length === 0)
    .map(({ urn }) => urn)
    .sort();
  return [0, 0.5, 1].flatMap((part) => urns[Math.round(part * (urns.length - 1))] ?? []);
}

describeWithCli("the real engine", () => {
  describe.each(EXAMPLES)("on an example", (name) => {
    describeExample(name, () => {
      describe("flawed", () => {
        let stack: Deployment;
        const known = new Set(expectedFindings(name).map(({ rule }) => rule));
        beforeAll(() => {
          stack = new Deployment(name, "flawed");
        });
        afterAll(() => {
          stack.remove();
        });

        it("has every expected finding in the preview, which they stop", () => {
          const { code, output } = stack.run(["preview", ...WITH_PACK]);
          const expected = expectedFindings(name);
          expect(printedFindings(output).map(lineOf).sort()).toEqual(expected.map(lineOf).sort());
          expect(code === 0).toBe(!expected.some(({ level }) => level === "mandatory"));
        });

        it("has no other findings where a preview creates one resource, or leaves one out", async () => {
          const urns = await independent(name, "flawed");
          const [first = ""] = urns;
          for (const args of [...urns.map((urn) => ["--target", urn]), ["--exclude", first, "--exclude-dependents"]]) {
            const others = stack.findings("preview", ...args).filter(({ rule }) => !known.has(rule));
            expect({ args, others }).toEqual({ args, others: [] });
          }
        });

        it("has the same findings once it is deployed, and none on the order of creation stops anything", () => {
          expect(stack.run(["up", "--yes", "--skip-preview", "--stack", "dev"]).code).toBe(0);
          const found = stack.findings("preview");
          expect(found.map(lineOf).sort()).toEqual(expectedFindings(name, "up").map(lineOf).sort());
          expect(found.filter(({ level, rule }) => level === "mandatory" && ORDERING.has(rule))).toEqual([]);
        });

        it("has the same findings in its state, but on resources without inputs, which may be read only", async () => {
          const { resources } = await example(name, "flawed");
          const bare = resources.filter((one) => isOfAws(one) && Object.keys(one.inputs).length === 0);
          const names = new Set(bare.map((one) => one.name));
          const analyzed = stack.analyzed().map(lineOf);
          const expected = expectedFindings(name, "up").filter(
            (one) => !names.has(one.resource) || analyzed.includes(lineOf(one)),
          );
          expect([...analyzed].sort()).toEqual(expected.map(lineOf).sort());
        });
      });

      describe("fixed", () => {
        let stack: Deployment;
        beforeAll(() => {
          stack = new Deployment(name, "fixed");
        });
        afterAll(() => {
          stack.remove();
        });

        it("has no findings where a first preview creates one resource, or leaves one out", async () => {
          const urns = await independent(name, "fixed");
          const [first = ""] = urns;
          for (const args of [...urns.map((urn) => ["--target", urn]), ["--exclude", first, "--exclude-dependents"]]) {
            expect({ args, found: stack.findings("preview", ...args) }).toEqual({ args, found: [] });
          }
        });

        it("is deployed without findings", () => {
          const { code, output } = stack.run(["up", "--yes", ...WITH_PACK]);
          expect(printedFindings(output)).toEqual([]);
          expect({ code, output }).toMatchObject({ code: 0 });
        });

        it.each([
          ["preview", "--refresh"],
          ["up", "--yes", "--skip-preview"],
          ["preview", "--target"],
          ["preview", "--exclude"],
        ])("has no findings in pulumi %s %s once it is deployed", (...args) => {
          const [resource] = stack.state().filter(isOfAws);
          const isPart = ["--target", "--exclude"].includes(args[1]);
          const { code, output } = stack.run([...args, ...(isPart ? [String(resource?.urn)] : []), ...WITH_PACK]);
          expect(printedFindings(output)).toEqual([]);
          expect({ code, output }).toMatchObject({ code: 0, output: expect.stringContaining("unchanged") as string });
        });

        it("has no findings in its state", () => {
          expect(stack.analyzed()).toEqual([]);
        });
      });
    });
  });

  it("has no findings on resources that a program imports", () => {
    const stack = new Deployment("blue-green", "fixed");
    const importing = new Deployment("blue-green", "fixed");
    try {
      expect(stack.run(["up", "--yes", "--skip-preview", "--stack", "dev"]).code).toBe(0);
      expect(importing.imported(stack.state().filter(isOfAws))).toEqual([]);
    } finally {
      stack.remove();
      importing.remove();
    }
  });

  it.each(["flawed", "fixed"] as const)("sends of blue-green/%s what the local engine records", async (kind) => {
    const stack = new Deployment("blue-green", kind);
    const scratch = mkdtempSync(join(tmpdir(), "preflight-recorder-"));
    const file = join(scratch, "stack.json");
    try {
      stack.run(["preview", "--stack", "dev", "--policy-pack", RECORDER], { RECORDER_FILE: file });
      const real = JSON.parse(readFileSync(file, "utf8")) as Partial<RecordedResource>[];
      const local = (await example("blue-green", kind)).resources;
      expect(comparable(real)).toEqual(comparable(local));
    } finally {
      rmSync(scratch, { recursive: true });
      stack.remove();
    }
  });
});

/** The contract in a program's Pulumi.yaml, as an organization would set it. */
function contractIn(folder: string): object {
  const { config } = parse(readFileSync(join(folder, "Pulumi.yaml"), "utf8")) as {
    config: Record<string, { value: unknown } | undefined>;
  };
  const profile = config["preflight:profile"]?.value;
  return { profile, ...(config["preflight:contract"]?.value as object | undefined) };
}

/** What both engines have to agree on, in one order. */
function comparable(resources: Partial<RecordedResource>[]): object {
  return new Map(
    resources.map(({ urn, type, inputs, parent, provider, dependencies, propertyDependencies }) => [
      urn,
      {
        type,
        inputs: withoutAssets(inputs),
        parent,
        // A reference to a provider ends with its id, which the recorder does not see.
        provider: provider?.split("::").slice(0, 4).join("::"),
        dependencies: [...(dependencies ?? [])].sort(),
        propertyDependencies: Object.fromEntries(
          Object.entries(propertyDependencies ?? {}).map(([property, urns]) => [property, [...urns].sort()]),
        ),
      },
    ]),
  );
}

/** Assets reach a policy as objects of the SDK, and the recording as they travel: only that they are there is compared. */
function withoutAssets(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(withoutAssets);
  }
  if (typeof value !== "object" || value === null) {
    return value;
  }
  const isAsset = ["__pulumiAsset", "__pulumiArchive", "4dabf18193072939515e22adb298388d"].some((key) => key in value);
  return isAsset
    ? "an asset"
    : Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withoutAssets(inner)]));
}
