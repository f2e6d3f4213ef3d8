import { createRequire } from "node:module";
import type { handleUnaryCall, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import { AnalyzerService } from "@pulumi/pulumi/proto/analyzer_grpc_pb";
import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerInfo,
  AnalyzerResource,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  PolicyInfo,
  PolicySeverity,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct } from "google-protobuf/google/protobuf/struct_pb";
import { Budget } from "../../pack/budget";
import { dispatched } from "../../pack/dispatch";
import { Examiner } from "../../pack/examiner";
import { Session } from "../../pack/session";
import type { Rule } from "../../policies/rule";
import { STACK_TYPE } from "../../stack/stack";
import { EXAMPLE_RULE } from "../kit/example-rule";

type Handler = handleUnaryCall<unknown, unknown>;
interface Added {
  service: ServiceDefinition;
  handlers: UntypedServiceImplementation;
}

const { Server } = createRequire(require.resolve("@pulumi/policy"))("@grpc/grpc-js") as {
  Server: { new (): { addService: unknown }; prototype: { addService?: unknown } };
};
const definition = AnalyzerService as unknown as ServiceDefinition;

const INSTANCE = "aws:rds/instance:Instance";
const BUCKET = "aws:s3/bucket:Bucket";
const URN = `urn:pulumi:dev::shop::${INSTANCE}::db`;

const onInstances: Rule = {
  ...EXAMPLE_RULE,
  id: "on-instances",
  severity: "high",
  resource: {
    types: [INSTANCE],
    check(found, { report }) {
      report({ message: "x.", at: found });
      report({ message: "y.", at: found, level: "advisory" });
    },
  },
};
const onBuckets: Rule = { ...EXAMPLE_RULE, id: "on-buckets", resource: { types: [BUCKET], check: () => undefined } };
const onStack: Rule = {
  ...EXAMPLE_RULE,
  id: "on-stack",
  severity: "critical",
  stack(stack, { report }) {
    report({ message: `${stack.resources.map(({ name }) => name).join()}.`, at: stack.ofType(INSTANCE)[0] });
  },
};
const failing: Rule = {
  ...EXAMPLE_RULE,
  id: "failing",
  stack: () => {
    throw new RangeError("hunter2");
  },
};
const preflight: Rule = { ...EXAMPLE_RULE, id: "preflight" };
const RULES = [onInstances, onBuckets, onStack, failing, preflight];

/** What the SDK's server would do: each call is noted, and answered with a message of its own. */
function sdkOf(rules: readonly Rule[], asked: unknown[], infoError?: Error): UntypedServiceImplementation {
  const info = new AnalyzerInfo().setName("pack").setVersion("1.2.3");
  info.setPoliciesList(
    rules.map(({ id }) => new PolicyInfo().setName(id).setEnforcementlevel(EnforcementLevel.MANDATORY)),
  );
  const answer: Handler = ({ request }, callback) => {
    asked.push(request);
    callback(null, new AnalyzeResponse());
  };
  const described: Handler = (_call, callback) => {
    asked.push("info");
    callback(infoError ?? null, info);
  };
  return { getAnalyzerInfo: described, analyze: answer, analyzeStack: answer, configure: answer };
}

/** Starts a pack on a server that only takes down what it is given. */
function started(start: () => void, rules: readonly Rule[] = RULES, session = new Session({}, new Set())): Added[] {
  const added: Added[] = [];
  const original = Server.prototype.addService;
  const stub = (service: ServiceDefinition, handlers: UntypedServiceImplementation): void => {
    added.push({ service, handlers });
  };
  Server.prototype.addService = stub;
  try {
    const budget = new Budget();
    dispatched(
      rules.map((rule) => new Examiner(rule, session, budget)),
      session,
      start,
    );
    expect(Server.prototype.addService).toBe(stub);
  } finally {
    Server.prototype.addService = original;
  }
  return added;
}

const add = (service: ServiceDefinition, handlers: UntypedServiceImplementation): void => {
  (new Server().addService as (...args: unknown[]) => void)(service, handlers);
};

interface Pack {
  call: (name: "analyze" | "analyzeStack", bytes: Uint8Array) => Promise<AnalyzeResponse>;
  configure: (levels: Record<string, EnforcementLevel>, contract?: object) => Promise<unknown>;
  /** The requests that were left to the SDK. */
  asked: unknown[];
  session: Session;
}

function packOf({
  rules = RULES,
  sdk = {},
  infoError,
}: { rules?: Rule[]; sdk?: UntypedServiceImplementation; infoError?: Error } = {}): Pack {
  const asked: unknown[] = [];
  const session = new Session({}, new Set());
  const [added] = started(
    () => {
      add(definition, { ...sdkOf(RULES, asked, infoError), ...sdk });
    },
    rules,
    session,
  );
  const answerTo = (name: string, request: unknown): Promise<unknown> =>
    new Promise((done, fail) => {
      (added?.handlers[name] as Handler)({ request } as never, (error, answer) => {
        if (error) {
          fail(new Error(String(error)));
        } else {
          done(answer);
        }
      });
    });
  return {
    asked,
    session,
    async call(name, bytes) {
      const method = added?.service[name];
      const answer = await answerTo(name, method?.requestDeserialize(Buffer.from(bytes)));
      return AnalyzeResponse.deserializeBinary(method?.responseSerialize(answer) ?? new Uint8Array());
    },
    configure(levels, contract) {
      const request = new ConfigureAnalyzerRequest();
      for (const [rule, level] of Object.entries(levels)) {
        request.getPolicyconfigMap().set(rule, new PolicyConfig().setEnforcementlevel(level));
      }
      if (contract) {
        const properties = Struct.fromJavaScript(contract as Parameters<typeof Struct.fromJavaScript>[0]);
        request.getPolicyconfigMap().set("contract", new PolicyConfig().setProperties(properties));
      }
      return answerTo("configure", request);
    },
  };
}

const database = (): Uint8Array =>
  new AnalyzeRequest().setType(INSTANCE).setUrn(URN).setName("db").setProperties(new Struct()).serializeBinary();

const wholeStack = (): Uint8Array =>
  new AnalyzeStackRequest()
    .setResourcesList([
      new AnalyzerResource()
        .setType(STACK_TYPE)
        .setUrn(`urn:pulumi:dev::shop::${STACK_TYPE}::shop-dev`)
        .setName("shop-dev"),
      new AnalyzerResource().setType(INSTANCE).setUrn(URN).setName("db"),
    ])
    .serializeBinary();

const findings = (response: AnalyzeResponse): unknown[] =>
  response
    .getDiagnosticsList()
    .map((one) => [one.getPolicyname(), one.getMessage().split("\n").at(-1), one.getEnforcementlevel()]);

const { ADVISORY, MANDATORY, DISABLED, REMEDIATE } = EnforcementLevel;

describe("a resource", () => {
  it("is looked at by the rules that it concerns; the others are named as not applicable", async () => {
    const pack = packOf();
    const response = await pack.call("analyze", database());
    expect(findings(response)).toEqual([
      ["on-instances", "x.", MANDATORY],
      ["on-instances", "y.", ADVISORY],
    ]);
    expect(response.getNotApplicableList().map((one) => [one.getPolicyName(), one.getReason()])).toEqual([
      ["on-buckets", "Policy applies to other types of resources"],
    ]);
    expect(response.getDiagnosticsList()[0]?.toObject()).toMatchObject({
      policypackname: "pack",
      policypackversion: "1.2.3",
      description: "Everything is as it should be.",
      message: "Everything is as it should be.\nx.",
      urn: URN,
      severity: PolicySeverity.POLICY_SEVERITY_HIGH,
    });
    expect(await pack.call("analyze", database())).toEqual(response);
    // The SDK is only asked what the pack is, once.
    expect(pack.asked).toEqual(["info"]);
  });

  it("is told at the levels that are configured", async () => {
    const pack = packOf();
    const levelsWith = async (level: EnforcementLevel): Promise<unknown[]> => {
      await pack.configure({ "on-instances": level });
      return findings(await pack.call("analyze", database())).map((one) => (one as unknown[])[2]);
    };
    expect(await levelsWith(ADVISORY)).toEqual([ADVISORY, ADVISORY]);
    expect(await levelsWith(REMEDIATE)).toEqual([MANDATORY, ADVISORY]);
    expect(await levelsWith(DISABLED)).toEqual([]);
    await pack.configure({ "on-buckets": DISABLED });
    expect(findings(await pack.call("analyze", database()))).toHaveLength(2);
  });

  it("is not looked at by a rule that the SDK does not know", async () => {
    const pack = packOf({ rules: [{ ...onInstances, id: "unheard-of" }] });
    expect(findings(await pack.call("analyze", database()))).toEqual([]);
  });

  it("gives its inputs to the stack", async () => {
    const pack = packOf();
    await pack.call("analyze", database());
    const [seen, unseen] = [URN, "urn:x"].map((urn) => ({
      urn,
      type: INSTANCE,
      name: "db",
      outputs: {},
      dependencies: [],
      propertyDependencies: {},
    }));
    const stack = pack.session.graphOf(seen && unseen ? [seen, unseen] : []);
    expect(stack.resources.map(({ outside }) => outside)).toEqual([false, true]);
  });
});

describe("a stack", () => {
  it("is looked at by the rules with a check for it; one that fails is a remark of preflight", async () => {
    const response = await packOf().call("analyzeStack", wholeStack());
    expect(findings(response)).toEqual([
      ["on-stack", "db,shop-dev.", MANDATORY],
      ["preflight", expect.stringContaining("the rule failing failed inside") as string, ADVISORY],
    ]);
    expect(response.getDiagnosticsList().map((one) => [one.getUrn(), one.getSeverity()])).toEqual([
      [URN, PolicySeverity.POLICY_SEVERITY_CRITICAL],
      [expect.stringContaining(STACK_TYPE) as string, PolicySeverity.POLICY_SEVERITY_LOW],
    ]);
    expect(response.getNotApplicableList()).toEqual([]);
  });

  it("is not looked at by a rule that is switched off", async () => {
    const pack = packOf();
    await pack.configure({ "on-stack": DISABLED });
    expect(findings(await pack.call("analyzeStack", wholeStack()))).toHaveLength(1);
  });

  it("has no place to name where it has no resources", async () => {
    const response = await packOf({ rules: [failing] }).call("analyzeStack", new Uint8Array());
    expect(response.getDiagnosticsList().map((one) => one.getUrn())).toEqual([""]);
  });
});

describe("the configuration", () => {
  it("goes to the SDK as well, and the contract's to the session", async () => {
    const pack = packOf();
    await pack.configure({}, { region: "eu-west-1" });
    expect(pack.session.circumstances.contract.region).toBe("eu-west-1");
    expect(pack.asked).toEqual([expect.any(ConfigureAnalyzerRequest)]);
    await pack.configure({ contract: ADVISORY });
    expect(pack.session.circumstances.contract.region).toBeUndefined();
    await pack.configure({ "on-stack": ADVISORY });
    expect(pack.session.circumstances.contract.region).toBeUndefined();
  });

  it("that the SDK refuses changes nothing", async () => {
    const refuse: Handler = (_call, callback) => {
      callback(new Error("no"));
    };
    const pack = packOf({ sdk: { configure: refuse } });
    await expect(pack.configure({ "on-instances": DISABLED }, { region: "eu-west-1" })).rejects.toThrow("no");
    expect(pack.session.circumstances.contract.region).toBeUndefined();
    expect(findings(await pack.call("analyze", database()))).toHaveLength(2);
  });
});

describe("what is left to the SDK", () => {
  it("is a call that cannot be looked at here", async () => {
    const pack = packOf();
    pack.session.seen = () => {
      throw new Error("x");
    };
    const response = await pack.call("analyze", database());
    expect(findings(response)).toEqual([]);
    expect(pack.asked[1]).toBeInstanceOf(AnalyzeRequest);
    expect((pack.asked[1] as AnalyzeRequest).getUrn()).toBe(URN);
  });

  it("is every call where it does not describe the pack", async () => {
    const pack = packOf({ infoError: new Error("x") });
    await pack.call("analyzeStack", wholeStack());
    expect(pack.asked[1]).toBeInstanceOf(AnalyzeStackRequest);
  });

  it("is not a call that nobody can read", async () => {
    const pack = packOf();
    await expect(pack.call("analyze", new Uint8Array([0x0f]))).rejects.toThrow();
    expect(pack.asked).toEqual(["info"]);
  });

  it("is a server that speaks in another way", () => {
    const { configure, ...older } = definition;
    const sdk = sdkOf(RULES, []);
    expect(configure).toBeDefined();
    expect(
      started(() => {
        add(older, sdk);
      }),
    ).toEqual([{ service: older, handlers: sdk }]);
    const { analyze, ...fewer } = sdk;
    expect(analyze).toBeDefined();
    expect(
      started(() => {
        add(definition, fewer);
      }),
    ).toEqual([{ service: definition, handlers: fewer }]);
  });

  it("is the rest of the service", () => {
    const sdk = sdkOf(RULES, []);
    const [added] = started(() => {
      add(definition, sdk);
    });
    expect(added?.handlers["getAnalyzerInfo"]).toBe(sdk["getAnalyzerInfo"]);
    expect(added?.service["getAnalyzerInfo"]).toBe(definition["getAnalyzerInfo"]);
    expect(Object.keys(added?.service ?? {}).sort()).toEqual(Object.keys(definition).sort());
  });

  it("is all of it where its server has no such function to stand in for", () => {
    const original = Object.getOwnPropertyDescriptor(Server.prototype, "addService");
    delete Server.prototype.addService;
    try {
      const start = jest.fn();
      dispatched([], new Session({}, new Set()), start);
      expect(start).toHaveBeenCalledTimes(1);
      expect(Server.prototype.addService).toBeUndefined();
    } finally {
      Object.defineProperty(Server.prototype, "addService", original ?? {});
    }
  });

  it("is what comes after the start, also after one that fails", () => {
    expect(() =>
      started(() => {
        throw new Error("no start");
      }),
    ).toThrow("no start");
    expect(Object.getOwnPropertyDescriptor(Server.prototype, "addService")?.value).toBeInstanceOf(Function);
  });
});
