import { join } from "node:path";
import { EnforcementLevel } from "@pulumi/pulumi/proto/analyzer_pb";
import { build, resource, unknown } from "../../src/testing/stack";
import { PackServer } from "../kit/pack-server";

const QUEUE = "aws:sqs/queue:Queue";
const recorded = build(
  [
    resource(QUEUE, "orders", { sqsManagedSseEnabled: false, delaySeconds: 5 }),
    resource(QUEUE, "returns", { sqsManagedSseEnabled: unknown }),
  ],
  "preview",
);
const [orders, returns] = recorded.resources;

let server: PackServer;
beforeEach(async () => {
  server = await PackServer.start(recorded, { packDir: join(__dirname, "../kit/own-pack") });
});
afterEach(() => {
  server.stop();
});

it("has the own rule between the two that every pack has", async () => {
  const { policiesList } = (await server.info()).toObject();
  expect(policiesList.map(({ name, enforcementlevel }) => [name, enforcementlevel])).toEqual([
    ["contract", EnforcementLevel.MANDATORY],
    ["queue-encrypted", EnforcementLevel.REMEDIATE],
    ["preflight", EnforcementLevel.ADVISORY],
  ]);
});

it.each([
  ["before the engine has configured it", false],
  ["configured by the engine", true],
])("fixes what the own rule finds, at the level that the pack sets (%s)", async (_name, isConfigured) => {
  if (isConfigured) {
    await server.configure({ contract: {}, "queue-encrypted": {}, preflight: {} });
  }
  expect(orders && (await server.remediate(recorded, orders))).toEqual([
    { rule: "queue-encrypted", inputs: { sqsManagedSseEnabled: true, delaySeconds: 5 } },
  ]);
  expect(returns && (await server.remediate(recorded, returns))).toEqual([]);
});

it("reports what is left as the rule itself counts it, with the contract of the pack", async () => {
  expect((await server.run(recorded)).map(({ rule, level, message }) => [rule, level, message])).toEqual([
    [
      "queue-encrypted",
      "advisory",
      "SQS queues must be encrypted.\n" +
        "sqsManagedSseEnabled: the queue is not encrypted in eu-central-1; set sqsManagedSseEnabled: true.",
    ],
  ]);
});

it("fixes nothing where a policy group sets another level", async () => {
  await server.configure({ "queue-encrypted": { level: EnforcementLevel.MANDATORY } });
  expect(orders && (await server.remediate(recorded, orders))).toEqual([]);
});
