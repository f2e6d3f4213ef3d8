import type { handleUnaryCall, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  PolicyInfo,
  PolicySeverity,
  RemediateResponse,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { Budget } from "../../pack/budget";
import { dispatched } from "../../pack/dispatch";
import { Examiner } from "../../pack/examiner";
import { hearConfiguration } from "../../pack/remediation";
import { ofSdk } from "../../pack/sdk";
import { Session } from "../../pack/session";
import { defineRule, type Rule } from "../../policies/rule";
import { EXAMPLE_RULE } from "../kit/example-rule";

const BUCKET = "aws:s3/bucket:Bucket";
const TOPIC = "aws:sns/topic:Topic";
const { Server } = ofSdk("@grpc/grpc-js") as {
  Server: { prototype: { addService: (service: ServiceDefinition, handlers: UntypedServiceImplementation) => void } };
};

/** What the SDK itself would answer, to be told apart from what is ours. */
const SDK = "the SDK";

interface Diagnosed {
  rule: string;
  level: EnforcementLevel;
  message: string;
  urn: string;
  severity: PolicySeverity;
}

/** A pack's server without a port: its methods are called as gRPC calls them. */
class Methods {
  private service: ServiceDefinition | undefined;
  private handlers: UntypedServiceImplementation | undefined;

  constructor(
    rules: readonly Rule[],
    { without = [], isDescribed = true }: { without?: readonly string[]; isDescribed?: boolean } = {},
  ) {
    const session = new Session({}, new Set(rules.map(({ id }) => id)));
    const examiners = rules.map((rule) => new Examiner(rule, session, new Budget()));
    hearConfiguration(session);
    const plain: handleUnaryCall<unknown, unknown> = (call, callback) => {
      const said = new AnalyzeResponse();
      said.setDiagnosticsList([]);
      said.addDiagnostics().setMessage(`${SDK}: ${(call.request as AnalyzeRequest).getName()}`);
      callback(null, said);
    };
    const sdk: UntypedServiceImplementation = {
      analyze: plain,
      analyzeStack: ((_call, callback) => {
        callback(null, new AnalyzeResponse());
      }) satisfies handleUnaryCall<unknown, unknown>,
      remediate: ((call, callback) => {
        const response = new RemediateResponse();
        response.addRemediations().setDiagnostic(`${SDK}: ${(call.request as AnalyzeRequest).getName()}`);
        callback(null, response);
      }) satisfies handleUnaryCall<unknown, unknown>,
      configure: ((call, callback) => {
        const isRefused = (call.request as ConfigureAnalyzerRequest).getPolicyconfigMap().has("refused");
        callback(isRefused ? new Error("refused") : null, {});
      }) satisfies handleUnaryCall<unknown, unknown>,
      getAnalyzerInfo: ((_call, callback) => {
        callback(isDescribed ? null : new Error("no"), isDescribed ? describe_(rules) : null);
      }) satisfies handleUnaryCall<unknown, unknown>,
    };
    const kept = Object.entries(sdk).filter(([name]) => !without.includes(name));
    const { prototype } = Server;
    const addService = prototype.addService;
    prototype.addService = (service, handlers) => {
      this.service = service;
      this.handlers = handlers;
    };
    try {
      dispatched(examiners, session, () => {
        prototype.addService(AnalyzerService, Object.fromEntries(kept));
      });
    } finally {
      prototype.addService = addService;
    }
  }

  async call(name: string, bytes: Uint8Array): Promise<AnalyzeResponse> {
    return AnalyzeResponse.deserializeBinary(await this.bytes(name, bytes));
  }

  async remediate(bytes: Uint8Array): Promise<string[]> {
    const response = RemediateResponse.deserializeBinary(await this.bytes("remediate", bytes));
    return response.getRemediationsList().map((one) => one.getDiagnostic());
  }

  private bytes(name: string, bytes: Uint8Array): Promise<Uint8Array> {
    const method = this.service?.[name];
    const request: unknown = method?.requestDeserialize(Buffer.from(bytes));
    return new Promise((done, fail) => {
      const call = { request } as Parameters<handleUnaryCall<unknown, unknown>>[0];
      (this.handlers?.[name] as handleUnaryCall<unknown, unknown>)(call, (error, answer) => {
        if (error) {
          fail(error instanceof Error ? error : new Error("no error of its own"));
        } else {
          done(method?.responseSerialize(answer) ?? new Uint8Array());
        }
      });
    });
  }

  async analyze(type: string, inputs: object, name = "logs"): Promise<Diagnosed[]> {
    return diagnosed(await this.call("analyze", request(type, inputs, name).serializeBinary()));
  }

  configure(levels: Record<string, EnforcementLevel>, contract?: object): Promise<unknown> {
    const message = new ConfigureAnalyzerRequest();
    for (const [name, level] of Object.entries(levels)) {
      const properties = struct(name === "contract" ? (contract ?? {}) : {});
      message.getPolicyconfigMap().set(name, new PolicyConfig().setEnforcementlevel(level).setProperties(properties));
    }
    return new Promise((done, fail) => {
      const request: unknown = this.service?.["configure"]?.requestDeserialize(Buffer.from(message.serializeBinary()));
      const call = { request } as Parameters<handleUnaryCall<unknown, unknown>>[0];
      (this.handlers?.["configure"] as handleUnaryCall<unknown, unknown>)(call, (error, answer) => {
        if (error) {
          fail(error instanceof Error ? error : new Error("no error of its own"));
        } else {
          done(answer);
        }
      });
    });
  }
}

function describe_(rules: readonly Rule[]): AnalyzerInfo {
  const info = new AnalyzerInfo();
  info.setName("preflight");
  info.setVersion("1.2.3");
  info.setPoliciesList(
    rules.map(({ id, level }) =>
      new PolicyInfo()
        .setName(id)
        .setEnforcementlevel(level === "advisory" ? EnforcementLevel.ADVISORY : EnforcementLevel.MANDATORY),
    ),
  );
  return info;
}

const struct = (object: object): Struct => Struct.fromJavaScript(object as Record<string, JavaScriptValue>);

function request(type: string, inputs: object, name: string): AnalyzeRequest {
  const message = new AnalyzeRequest();
  message.setType(type);
  message.setUrn(`urn:pulumi:dev::shop::${type}::${name}`);
  message.setName(name);
  message.setProperties(struct(inputs));
  message.setOptions(new AnalyzerResourceOptions());
  return message;
}

const diagnosed = (response: AnalyzeResponse): Diagnosed[] =>
  response.getDiagnosticsList().map((one) => ({
    rule: one.getPolicyname(),
    level: one.getEnforcementlevel(),
    message: one.getMessage(),
    urn: one.getUrn(),
    severity: one.getSeverity(),
  }));

const named = defineRule({
  ...EXAMPLE_RULE,
  id: "bucket-named",
  description: "Buckets have a name",
  level: "mandatory",
  severity: "high",
  resource: {
    types: [BUCKET],
    check: (bucket, { report }) => {
      if (bucket.at("bucket").isAbsent) {
        report({ at: bucket, property: "bucket", message: "there is no name; set bucket." });
      } else if (bucket.str("bucket") === "short") {
        report({ at: bucket, property: "bucket", message: "the name is short.", level: "advisory" });
      }
    },
  },
});
const failing = defineRule({
  ...EXAMPLE_RULE,
  id: "topic-failing",
  level: "advisory",
  severity: "low",
  resource: {
    types: [TOPIC],
    check: () => {
      throw new TypeError("with the text of a secret");
    },
  },
});
const counted = defineRule({
  ...EXAMPLE_RULE,
  id: "buckets-counted",
  description: "A stack has one bucket",
  level: "mandatory",
  severity: "critical",
  resource: undefined,
  stack: (stack, { report }) => {
    const names = stack.ofType(BUCKET).map((bucket) => String(bucket.str("bucket")));
    if (names.length !== 1) {
      report({ at: stack.ofType(BUCKET)[0], message: `there are ${String(names.length)}: ${names.join(", ")}.` });
    }
  },
});
const RULES = [named, failing, counted];

const FINDING: Diagnosed = {
  rule: "bucket-named",
  level: EnforcementLevel.MANDATORY,
  message: "Buckets have a name.\nbucket: there is no name; set bucket.",
  urn: `urn:pulumi:dev::shop::${BUCKET}::logs`,
  severity: PolicySeverity.POLICY_SEVERITY_HIGH,
};

it("tells what the rules that a type concerns find, and names the others as not applicable", async () => {
  const methods = new Methods(RULES);
  const response = await methods.call("analyze", request(BUCKET, {}, "logs").serializeBinary());
  expect(diagnosed(response)).toEqual([FINDING]);
  expect(response.getDiagnosticsList()[0]?.getDescription()).toBe("Buckets have a name.");
  expect(response.getDiagnosticsList()[0]?.getPolicypackname()).toBe("preflight");
  expect(response.getDiagnosticsList()[0]?.getPolicypackversion()).toBe("1.2.3");
  expect(response.getNotApplicableList().map((one) => [one.getPolicyName(), one.getReason()])).toEqual([
    ["topic-failing", "Policy applies to other types of resources"],
  ]);
  expect(await methods.analyze(BUCKET, { bucket: "logs-of-the-shop" })).toEqual([]);
});

it("folds older names of a type", async () => {
  expect(await new Methods(RULES).analyze("aws:s3/bucketV2:BucketV2", {})).toMatchObject([{ rule: "bucket-named" }]);
});

it("lowers a finding that says so, and says what fails inside under preflight, without the error's text", async () => {
  const methods = new Methods(RULES);
  expect(await methods.analyze(BUCKET, { bucket: "short" })).toMatchObject([
    { rule: "bucket-named", level: EnforcementLevel.ADVISORY, severity: PolicySeverity.POLICY_SEVERITY_HIGH },
  ]);
  const [fault, ...others] = await methods.analyze(TOPIC, {});
  expect(others).toEqual([]);
  expect(fault).toMatchObject({ rule: "preflight", level: EnforcementLevel.ADVISORY });
  expect(fault?.message).toMatch(/^the rule topic-failing failed inside while it looked at logs \(TypeError/);
  expect(fault?.message).not.toContain("secret");
});

it("keeps the levels that are configured, until others are", async () => {
  const methods = new Methods(RULES);
  const level = async (): Promise<EnforcementLevel[]> => (await methods.analyze(BUCKET, {})).map((one) => one.level);
  await methods.configure({ "bucket-named": EnforcementLevel.ADVISORY });
  expect(await level()).toEqual([EnforcementLevel.ADVISORY]);
  await methods.configure({ "bucket-named": EnforcementLevel.DISABLED });
  expect(await level()).toEqual([]);
  await methods.configure({ "bucket-named": EnforcementLevel.REMEDIATE });
  expect(await level()).toEqual([EnforcementLevel.MANDATORY]);
  await methods.configure({});
  expect(await level()).toEqual([EnforcementLevel.MANDATORY]);
});

it("takes no configuration over that the SDK refuses", async () => {
  const methods = new Methods(RULES);
  await expect(
    methods.configure({ "bucket-named": EnforcementLevel.DISABLED, refused: EnforcementLevel.ADVISORY }),
  ).rejects.toThrow("refused");
  expect(await methods.analyze(BUCKET, {})).toEqual([FINDING]);
});

it("hands the organization's contract to the rules", async () => {
  const seen: unknown[] = [];
  const contract = defineRule({
    ...EXAMPLE_RULE,
    id: "contract",
    level: "mandatory",
    resource: { types: [BUCKET], check: (_bucket, context) => void seen.push(context.contract.region) },
  });
  const methods = new Methods([contract]);
  await methods.configure({ contract: EnforcementLevel.MANDATORY }, { region: "eu-west-1" });
  await methods.analyze(BUCKET, {});
  expect(seen).toEqual(["eu-west-1"]);
});

it("judges the stack by the inputs that it has seen", async () => {
  const methods = new Methods(RULES);
  await methods.analyze(BUCKET, { bucket: "first" }, "one");
  await methods.analyze(BUCKET, { bucket: "second" }, "two");
  const stack = new AnalyzeStackRequest().setResourcesList(
    ["one", "two"].map((name) =>
      new AnalyzerResource()
        .setType(BUCKET)
        .setUrn(`urn:pulumi:dev::shop::${BUCKET}::${name}`)
        .setName(name)
        .setProperties(struct({ bucket: "what AWS made of it" })),
    ),
  );
  expect(diagnosed(await methods.call("analyzeStack", stack.serializeBinary()))).toEqual([
    {
      rule: "buckets-counted",
      level: EnforcementLevel.MANDATORY,
      message: "A stack has one bucket.\nthere are 2: first, second.",
      urn: `urn:pulumi:dev::shop::${BUCKET}::one`,
      severity: PolicySeverity.POLICY_SEVERITY_CRITICAL,
    },
  ]);
  await methods.configure({ "buckets-counted": EnforcementLevel.DISABLED });
  expect(diagnosed(await methods.call("analyzeStack", stack.serializeBinary()))).toEqual([]);
});

it("changes nothing where no policy remediates, and leaves it to the SDK where one does", async () => {
  const methods = new Methods(RULES);
  const bytes = request(BUCKET, {}, "logs").serializeBinary();
  expect(await methods.remediate(bytes)).toEqual([]);
  await methods.configure({ "bucket-named": EnforcementLevel.REMEDIATE });
  expect(await methods.remediate(bytes)).toEqual([`${SDK}: logs`]);
  await methods.configure({});
  expect(await methods.remediate(bytes)).toEqual([]);
});

it("leaves to the SDK what it cannot read, and fails where that cannot either", async () => {
  // A name that ends within its own length, after what the SDK takes for a whole message.
  await expect(new Methods(RULES).call("analyze", new Uint8Array([0x22, 0x40, 0x61]))).rejects.toThrow();
});

it("refuses a request that is shorter than it says, which the SDK would read without end", async () => {
  const bytes = new Uint8Array([0x2a, 0xff, 0xff, 0xff, 0xff, 0x0f]);
  const methods = new Methods(RULES);
  await methods.configure({ "bucket-named": EnforcementLevel.REMEDIATE });
  for (const name of ["analyze", "remediate"]) {
    await expect(methods.call(name, bytes)).rejects.toThrow("longer than itself");
  }
  await expect(methods.call("analyzeStack", new Uint8Array([0x0a, 0x06, ...bytes]))).rejects.toThrow("longer");
});

it("leaves all to an SDK that does not describe its pack, or lacks a call", async () => {
  const bytes = request(BUCKET, {}, "logs").serializeBinary();
  const undescribed = new Methods(RULES, { isDescribed: false });
  expect(diagnosed(await undescribed.call("analyze", bytes))).toMatchObject([{ message: `${SDK}: logs` }]);
  const older = new Methods(RULES, { without: ["configure"] });
  expect(diagnosed(await older.call("analyze", bytes))).toMatchObject([{ message: `${SDK}: logs` }]);
});

it("puts the SDK's server back as it was", () => {
  const { addService } = Server.prototype;
  const session = new Session({}, new Set());
  expect(() => {
    dispatched([], session, () => {
      throw new Error("no pack");
    });
  }).toThrow("no pack");
  expect(Server.prototype.addService).toBe(addService);
});
