// Starts a policy pack as the engine does and asks it about a stack, message by message. The requests are written
// before the clock starts and the answers are not read, so that what is measured is the pack's server.
"use strict";
const { spawn } = require("node:child_process");
const { mkdtempSync, readFileSync } = require("node:fs");
const { createRequire } = require("node:module");
const { tmpdir } = require("node:os");
const { join } = require("node:path");

const fromSdk = createRequire(require.resolve("@pulumi/pulumi"));
const { Client, credentials } = fromSdk("@grpc/grpc-js");
const { Struct } = fromSdk("google-protobuf/google/protobuf/struct_pb");
const messages = require("@pulumi/pulumi/proto/analyzer_pb");
const { AnalyzerService } = require("@pulumi/pulumi/proto/analyzer_grpc_pb");

const RUNNER = require.resolve("@pulumi/pulumi/cmd/run-policy-pack");
const LARGEST_MESSAGE = 400 * 1024 * 1024;
// The kernel counts the time of a process in these.
const MILLISECONDS_A_TICK = 10;

const now = () => Number(process.hrtime.bigint()) / 1e6;
const bytes = (message) => Buffer.from(message.serializeBinary());

function providerOf(resource, byUrn) {
  const found = byUrn.get(resource.provider?.slice(0, resource.provider.lastIndexOf("::")));
  return (
    found &&
    new messages.AnalyzerProviderResource()
      .setType(found.type)
      .setUrn(found.urn)
      .setName(found.name)
      .setProperties(Struct.fromJavaScript(found.inputs))
  );
}

function filled(message, resource, properties, byUrn) {
  message.setType(resource.type);
  message.setUrn(resource.urn);
  message.setName(resource.name);
  message.setProperties(Struct.fromJavaScript(properties));
  message.setOptions(new messages.AnalyzerResourceOptions().setParent(resource.parent ?? ""));
  message.setProvider(providerOf(resource, byUrn));
  return message;
}

/** What the engine would send of these resources: a request for each, and one for the stack. */
exports.requestsFor = (resources) => {
  const byUrn = new Map(resources.map((resource) => [resource.urn, resource]));
  const stack = new messages.AnalyzeStackRequest();
  stack.setResourcesList(
    resources.map((resource) => {
      const message = filled(new messages.AnalyzerResource(), resource, resource.outputs, byUrn);
      message.setParent(resource.parent ?? "");
      message.setDependenciesList(resource.dependencies);
      for (const [property, urns] of Object.entries(resource.propertyDependencies)) {
        message
          .getPropertydependenciesMap()
          .set(property, new messages.AnalyzerPropertyDependencies().setUrnsList(urns));
      }
      return message;
    }),
  );
  return {
    resources: resources.map((one) => bytes(filled(new messages.AnalyzeRequest(), one, one.inputs, byUrn))),
    stack: bytes(stack),
  };
};

/** Starts the pack in a folder; answers how long it took until its port was printed. */
function start(folder) {
  return new Promise((done, fail) => {
    const started = now();
    const child = spawn(process.execPath, [RUNNER, "127.0.0.1:1", folder], {
      cwd: folder,
      stdio: ["ignore", "pipe", "inherit"],
      env: {
        PATH: process.env["PATH"],
        PULUMI_NODEJS_PROJECT: "shop",
        PULUMI_NODEJS_STACK: "prod",
        PULUMI_NODEJS_DRY_RUN: "true",
        PULUMI_CONFIG: JSON.stringify({ "aws:region": "us-east-1" }),
        PREFLIGHT_PROJECT: mkdtempSync(join(tmpdir(), "preflight-bench-program-")),
      },
    });
    child.stdout.once("data", (line) => {
      done({ child, port: String(line).trim(), ready: now() - started });
    });
    child.once("exit", (code) => code !== null && fail(new Error(`${folder} ended with ${String(code)}`)));
  });
}

function cpuOf({ pid }) {
  const fields = readFileSync(`/proc/${String(pid)}/stat`, "utf8")
    .split(") ")[1]
    .split(" ");
  return (Number(fields[11]) + Number(fields[12])) * MILLISECONDS_A_TICK;
}

function peakMegabytes({ pid }) {
  return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${String(pid)}/status`, "utf8"))[1]) / 1024;
}

/**
 * One run of a pack: milliseconds until it was ready, and (where it is given requests) for all resources and for the
 * stack, on the clock and on the processors, and the most memory that it held, in megabytes.
 */
exports.measure = async (folder, requests) => {
  const { child, port, ready } = await start(folder);
  const client = new Client(`127.0.0.1:${port}`, credentials.createInsecure(), {
    "grpc.max_receive_message_length": LARGEST_MESSAGE,
    "grpc.max_send_message_length": LARGEST_MESSAGE,
  });
  const asIs = (buffer) => buffer;
  const ask = ({ path }, request) =>
    new Promise((done, fail) => {
      client.makeUnaryRequest(path, asIs, asIs, request, (error, answer) => (error ? fail(error) : done(answer)));
    });
  try {
    if (!requests) {
      return { ready };
    }
    const from = { clock: now(), cpu: cpuOf(child) };
    for (const request of requests.resources) {
      await ask(AnalyzerService.remediate, request);
      await ask(AnalyzerService.analyze, request);
    }
    const middle = now();
    await ask(AnalyzerService.analyzeStack, requests.stack);
    const end = now();
    return {
      ready,
      resources: middle - from.clock,
      stack: end - middle,
      run: end - from.clock,
      cpu: cpuOf(child) - from.cpu,
      megabytes: peakMegabytes(child),
    };
  } finally {
    client.close();
    child.removeAllListeners("exit");
    child.kill();
  }
};
