import { join } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import type { RecordedStack } from "../../src/graph/recorded";
import { decode } from "../../src/graph/value";
import { valueOf } from "../../src/pulumi/sdk-values";
import { describeExample, example, EXAMPLES } from "../kit/examples";
import { type Diagnostic, PackServer } from "../kit/pack-server";

// What the SDK alone does differently is in docs/sdk-patches.md, and no part of these tests.
const PLAIN = join(__dirname, "../kit/plain-pack");
const FALLBACK = join(__dirname, "../kit/fallback-pack");
const env = { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname };

type Levels = Parameters<PackServer["configure"]>[0];

async function reported(recorded: RecordedStack, packDir?: string, levels?: Levels): Promise<Diagnostic[]> {
  const server = await PackServer.start(recorded, { env, ...(packDir !== undefined && { packDir }) });
  try {
    if (levels) {
      await server.configure(levels);
    }
    return await server.run(recorded);
  } finally {
    server.stop();
  }
}

/** With values of all kinds that travel: secrets, assets, unknowns, empty and odd ones. */
function withOddValues(recorded: RecordedStack): RecordedStack {
  const SIGNATURE = "4dabf18193072939515e22adb298388d";
  const archive = {
    [SIGNATURE]: "0def7320c3a5731c473e5ecbe6d01bc7",
    assets: { "index.py": { [SIGNATURE]: "c44067f5952c0a294b673a41bacd8c17", text: "def handler(*_): return 1" } },
  };
  return {
    ...recorded,
    resources: recorded.resources.map((resource) => {
      const odd = {
        secret: { [SIGNATURE]: "1b47061264138c4ac30d75fd1eb44270", value: { deep: [null, true, 1.5, "ü 🚀"] } },
        code: archive,
        nothing: null,
        "a.b[0]": { "": [[], {}] },
      };
      return { ...resource, inputs: { ...odd, ...resource.inputs }, outputs: { ...resource.outputs, ...odd } };
    }),
  };
}

/** Each example in one shape in turn, since the plain pack takes its time. */
const SHAPED = EXAMPLES.map((name, index) => [name, index % 2 === 0 ? "preview" : "up"] as const);

describe.each(SHAPED)("what the pack reports of %s, with the SDK patched and without", (name, shape) => {
  describeExample(name, () => {
    it(`is the same (${shape})`, async () => {
      const recorded = withOddValues(await example(name, "flawed", shape));
      const ours = await reported(recorded);
      expect(ours.length).toBeGreaterThan(10);
      expect(ours).toEqual(await reported(recorded, PLAIN));
    });
  });
});

it("is the same where levels and the organization's contract are configured", async () => {
  const recorded = await example("blue-green", "flawed");
  const levels = {
    contract: { properties: { tags: ["CostCenter"], backupRetentionDays: 30 } },
    "rds-storage-encrypted": { level: EnforcementLevel.ADVISORY },
    "required-tags": { level: EnforcementLevel.DISABLED },
    "security-group-rule-description": { level: EnforcementLevel.MANDATORY },
  };
  const ours = await reported(recorded, undefined, levels);
  // Only the handlers know which rules are disabled.
  const others = ours.filter(({ rule }) => rule !== "preflight");
  expect(others).toEqual(await reported(recorded, PLAIN, levels));
  expect(ours.filter(({ rule }) => rule === "required-tags")).toEqual([]);
});

it("leaves a call that it cannot read to the SDK", async () => {
  const recorded = await example("blue-green", "flawed");
  expect(await reported(recorded, FALLBACK)).toEqual(await reported(recorded));
});

it.each(["flawed", "fixed"] as const)(
  "reads what the SDK hands to policies as what travels: blue-green/%s",
  async (kind) => {
    const { deserializeProperties } = jest.requireActual<{
      deserializeProperties: (message: Struct, no: false) => object;
    }>("@pulumi/policy/deserialize");
    for (const { inputs, outputs } of (await example("blue-green", kind)).resources) {
      for (const properties of [inputs, outputs]) {
        const message = Struct.fromJavaScript(properties);
        const theirs = await valueOf(deserializeProperties(message, false));
        expect(theirs).toEqual(decode(message.toJavaScript()));
      }
    }
  },
);
