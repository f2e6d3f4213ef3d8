// A stand-in for the plugin of a provider, started by the real engine; STAND_IN_PACKAGE names its package. It echoes
// inputs, and gives each property that AWS computes as unknown in a preview and with a made-up value after an update. Data
// sources give what they give on the local engine. A file that STAND_IN_CLOUD names has what can be imported: inputs and
// outputs by `type id`.
"use strict";
const { existsSync, readFileSync } = require("node:fs");
const { join } = require("node:path");
const grpc = require("@grpc/grpc-js");
const { Empty } = require("google-protobuf/google/protobuf/empty_pb");
const { Struct } = require("google-protobuf/google/protobuf/struct_pb");
const rpc = require("@pulumi/pulumi/proto/provider_grpc_pb");
const plugin = require("@pulumi/pulumi/proto/plugin_pb");
const proto = require("@pulumi/pulumi/proto/provider_pb");
const { madeUp, readBack } = require("../kit/made-up");

const DIST = join(__dirname, "../../dist");
if (!existsSync(DIST)) {
  throw new Error("build preflight first: the stand-in answers data sources as the compiled local engine does");
}
const { typeRow } = require(join(DIST, "src/aws/types.js"));
const { answerInvoke } = require(join(DIST, "src/engine/invokes.js"));

const PACKAGE = process.env["STAND_IN_PACKAGE"];
const GENERATED = ["result"]; // what the provider of random values makes
const UNKNOWN = "04da6b54-80e4-46f7-96ec-b56ff0331ba9";
let provider = {};

const js = (struct) => struct?.toJavaScript() ?? {};
const struct = (object) => Struct.fromJavaScript(object);

const cloud = () => {
  const file = process.env["STAND_IN_CLOUD"];
  return file ? JSON.parse(readFileSync(file, "utf8")) : {};
};

function computedProperties(type, inputs) {
  const { computed = PACKAGE === "random" ? GENERATED : [], optionalComputed = [] } = typeRow(type) ?? {};
  return [...computed, ...optionalComputed.filter((property) => inputs[property] === undefined)];
}

function outputsOf(request, inputs, preview) {
  const resource = { type: request.getType(), name: request.getName(), inputs };
  const outputs = preview ? { ...inputs } : readBack(resource.type, inputs);
  for (const property of computedProperties(resource.type, inputs)) {
    outputs[property] = preview ? UNKNOWN : madeUp(resource, property, provider.region);
  }
  return { ...outputs, id: preview ? UNKNOWN : madeUp(resource, "id", provider.region) };
}

const methods = {
  handshake: () => new proto.ProviderHandshakeResponse(),
  getPluginInfo: () => new plugin.PluginInfo().setVersion(require(`@pulumi/${PACKAGE}/package.json`).version),
  checkConfig: (request) => new proto.CheckResponse().setInputs(request.getNews()),
  diffConfig: () => new proto.DiffResponse(),
  configure: (request) => {
    provider = js(request.getArgs());
    return new proto.ConfigureResponse().setSupportspreview(true);
  },
  check: (request) => new proto.CheckResponse().setInputs(request.getNews()),
  diff: (request) => {
    const same = JSON.stringify(js(request.getOldInputs())) === JSON.stringify(js(request.getNews()));
    return new proto.DiffResponse().setChanges(same ? 1 : 2);
  },
  create: (request) => {
    const outputs = outputsOf(request, js(request.getProperties()), request.getPreview());
    return new proto.CreateResponse().setId(request.getPreview() ? "" : outputs.id).setProperties(struct(outputs));
  },
  // What AWS has computed stays, also in a preview.
  update: (request) => {
    const outputs = { ...js(request.getOlds()), ...js(request.getNews()), id: request.getId() };
    return new proto.UpdateResponse().setProperties(struct(outputs));
  },
  read: (request) => {
    const id = request.getId();
    const found = cloud()[`${request.getUrn().split("::")[2].split("$").at(-1)} ${id}`];
    return new proto.ReadResponse()
      .setId(id)
      .setProperties(struct(found?.outputs ?? { ...js(request.getProperties()), id }))
      .setInputs(found ? struct(found.inputs) : request.getInputs());
  },
  delete: () => new Empty(),
  invoke: (request) => {
    const region = process.env["AWS_REGION"] ?? "us-east-1";
    const answer = answerInvoke(request.getTok(), js(request.getArgs()), { provider, region });
    return new proto.InvokeResponse().setReturn(struct(answer));
  },
  cancel: () => new Empty(),
  attach: () => new Empty(),
};

const handlers = Object.fromEntries(
  Object.keys(rpc.ResourceProviderService).map((name) => [
    name,
    (call, done) => {
      const method = methods[name];
      if (!method) {
        return done({ code: grpc.status.UNIMPLEMENTED, details: `${name} is not implemented` });
      }
      try {
        done(null, method(call.request));
      } catch (error) {
        done({ code: grpc.status.INTERNAL, details: error.stack });
      }
    },
  ]),
);

const server = new grpc.Server({ "grpc.max_receive_message_length": 400 * 1024 * 1024 });
server.addService(rpc.ResourceProviderService, handlers);
server.bindAsync("127.0.0.1:0", grpc.ServerCredentials.createInsecure(), (error, port) => {
  if (error) {
    throw error;
  }
  process.stdout.write(`${String(port)}\n`);
});
