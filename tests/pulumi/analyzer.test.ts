import {
  AnalyzeRequest,
  AnalyzeResponse,
  AnalyzerResource,
  AnalyzerResourceOptions,
  AnalyzeStackRequest,
  ConfigureAnalyzerRequest,
  EnforcementLevel,
  PolicyConfig,
  PolicySeverity,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { Struct, type JavaScriptValue } from "google-protobuf/google/protobuf/struct_pb";
import { STACK_TYPE } from "../../src/graph/stack";
import { UNKNOWN_STRING } from "../../src/graph/value";
import { Analyzer } from "../../src/pulumi/analyzer";
import { PolicyRunner, registeredLevel } from "../../src/pulumi/policy-runner";
import { TruncatedMessage } from "../../src/pulumi/protobuf";
import { Session } from "../../src/pulumi/session";
import { defineRule, type Rule, type Severity } from "../../src/rules/rule";
import { EXAMPLE_RULE } from "../kit/example-rule";

const BUCKET = "aws:s3/bucket:Bucket";
const TOPIC = "aws:sns/topic:Topic";

const LEVELS = { advisory: EnforcementLevel.ADVISORY, mandatory: EnforcementLevel.MANDATORY };

interface Diagnosed {
  rule: string;
  level: EnforcementLevel;
  message: string;
  urn: string;
  severity: PolicySeverity;
}

const struct = (object: object): Struct => Struct.fromJavaScript(object as Record<string, JavaScriptValue>);
const urnOf = (type: string, name: string): string => `urn:pulumi:dev::shop::${type}::${name}`;

function request(type: string, inputs: object, name = "logs"): Buffer {
  const message = new AnalyzeRequest()
    .setType(type)
    .setUrn(urnOf(type, name))
    .setName(name)
    .setProperties(struct(inputs))
    .setOptions(new AnalyzerResourceOptions());
  return Buffer.from(message.serializeBinary());
}

function stackRequest(...resources: [type: string, name: string, outputs: object][]): Buffer {
  const messages = resources.map(([type, name, outputs]) =>
    new AnalyzerResource().setType(type).setUrn(urnOf(type, name)).setName(name).setProperties(struct(outputs)),
  );
  return Buffer.from(new AnalyzeStackRequest().setResourcesList(messages).serializeBinary());
}

function configuration(
  levels: Record<string, EnforcementLevel>,
  contract?: Record<string, unknown>,
): ConfigureAnalyzerRequest {
  const message = new ConfigureAnalyzerRequest();
  for (const [name, level] of Object.entries(levels)) {
    const policy = new PolicyConfig().setEnforcementlevel(level);
    message
      .getPolicyconfigMap()
      .set(name, name === "contract" && contract ? policy.setProperties(struct(contract)) : policy);
  }
  return message;
}

function diagnosed(response: Uint8Array): Diagnosed[] {
  return AnalyzeResponse.deserializeBinary(response)
    .getDiagnosticsList()
    .map((one) => ({
      rule: one.getPolicyname(),
      level: one.getEnforcementlevel(),
      message: one.getMessage(),
      urn: one.getUrn(),
      severity: one.getSeverity(),
    }));
}

function analyzerOf(rules: readonly Rule[], session = new Session({ PULUMI_CONFIG: "{}" }, new Set())): Analyzer {
  const levels = new Map(rules.map((rule) => [rule.id, LEVELS[registeredLevel(rule)]]));
  const runners = rules.map((rule) => new PolicyRunner(rule, session));
  return new Analyzer(runners, session, { name: "preflight", version: "1.2.3", levels });
}

const named = defineRule({
  ...EXAMPLE_RULE,
  id: "bucket-named",
  description: "Buckets must have a name",
  level: "mandatory",
  severity: "high",
  resource: {
    types: [BUCKET],
    check: (bucket, { report }) => {
      if (bucket.at("bucket").isAbsent) {
        report({ at: bucket, property: "bucket", message: "the bucket has no name." });
      } else if (bucket.str("bucket") === "short") {
        report({ at: bucket, property: "bucket", message: "the name is short.", level: "advisory" });
      }
    },
  },
});
const crashing = defineRule({
  ...EXAMPLE_RULE,
  id: "topic-crashing",
  level: "advisory",
  severity: "low",
  resource: {
    types: [TOPIC],
    check: () => {
      throw new TypeError("with the value of a secret");
    },
  },
});
const counted = defineRule({
  ...EXAMPLE_RULE,
  id: "buckets-counted",
  description: "A stack must have one bucket",
  level: "mandatory",
  severity: "critical",
  resource: undefined,
  stack: (stack, { report }) => {
    const names = stack.managed(BUCKET).map((bucket) => String(bucket.str("bucket")));
    if (names.length !== 1) {
      report({ at: stack.ofType(BUCKET)[0], message: `there are ${String(names.length)}: ${names.join(", ")}.` });
    }
  },
});
const RULES = [named, crashing, counted];

const FINDING: Diagnosed = {
  rule: "bucket-named",
  level: EnforcementLevel.MANDATORY,
  message: "Buckets must have a name.\nbucket: the bucket has no name.",
  urn: urnOf(BUCKET, "logs"),
  severity: PolicySeverity.POLICY_SEVERITY_HIGH,
};
const UNNAMED = { tags: { Owner: "shop" } };

describe("a request for one resource", () => {
  it("gets what the rules of its type find, and the names of the other rules", () => {
    const response = AnalyzeResponse.deserializeBinary(analyzerOf(RULES).analyze(request(BUCKET, UNNAMED)));
    expect(diagnosed(response.serializeBinary())).toEqual([FINDING]);
    expect(response.getDiagnosticsList()[0]?.getDescription()).toBe("Buckets must have a name.");
    expect(response.getDiagnosticsList()[0]?.getPolicypackname()).toBe("preflight");
    expect(response.getDiagnosticsList()[0]?.getPolicypackversion()).toBe("1.2.3");
    expect(response.getNotApplicableList().map((one) => [one.getPolicyName(), one.getReason()])).toEqual([
      ["topic-crashing", "Policy applies to other types of resources"],
    ]);
  });

  it("gets nothing where nothing is wrong, each time anew", () => {
    const analyzer = analyzerOf(RULES);
    expect(diagnosed(analyzer.analyze(request(BUCKET, { bucket: "logs-of-the-shop" })))).toEqual([]);
    expect(diagnosed(analyzer.analyze(request(BUCKET, UNNAMED)))).toEqual([FINDING]);
    expect(diagnosed(analyzer.analyze(request(BUCKET, { bucket: "logs-of-the-shop" })))).toEqual([]);
  });

  it("is checked under older names of its type", () => {
    expect(diagnosed(analyzerOf(RULES).analyze(request("aws:s3/bucketV2:BucketV2", UNNAMED)))).toHaveLength(1);
  });

  it("gets a lower level where the finding has one", () => {
    expect(diagnosed(analyzerOf(RULES).analyze(request(BUCKET, { bucket: "short" })))).toMatchObject([
      { rule: "bucket-named", level: EnforcementLevel.ADVISORY, severity: PolicySeverity.POLICY_SEVERITY_HIGH },
    ]);
  });

  it("gets a remark of preflight where a rule crashes, without the error's message", () => {
    const [crash, ...others] = diagnosed(analyzerOf(RULES).analyze(request(TOPIC, { name: "x" })));
    expect(others).toEqual([]);
    expect(crash).toMatchObject({ rule: "preflight", level: EnforcementLevel.ADVISORY });
    expect(crash?.message).toMatch(/^the rule topic-crashing crashed .* logs \(TypeError/);
    expect(crash?.message).not.toContain("secret");
  });

  it.each<[Severity, PolicySeverity]>([
    ["critical", PolicySeverity.POLICY_SEVERITY_CRITICAL],
    ["high", PolicySeverity.POLICY_SEVERITY_HIGH],
    ["medium", PolicySeverity.POLICY_SEVERITY_MEDIUM],
    ["low", PolicySeverity.POLICY_SEVERITY_LOW],
  ])("gets findings of the severity %s", (severity, expected) => {
    const analyzer = analyzerOf([{ ...named, severity }]);
    expect(diagnosed(analyzer.analyze(request(BUCKET, UNNAMED)))).toMatchObject([{ severity: expected }]);
  });

  it("is seen by the rules contract and preflight whatever its type is, and by no rule without such a check", () => {
    const analyzer = analyzerOf([{ ...named, id: "contract" }, { ...named, id: "preflight" }, counted]);
    const response = AnalyzeResponse.deserializeBinary(analyzer.analyze(request("random:index/randomId:RandomId", {})));
    expect(response.getNotApplicableList()).toEqual([]);
  });

  it("is not checked by a rule that the pack has not registered", () => {
    const session = new Session({}, new Set());
    const pack = { name: "x", version: "1", levels: new Map() };
    expect(
      diagnosed(new Analyzer([new PolicyRunner(named, session)], session, pack).analyze(request(BUCKET, UNNAMED))),
    ).toEqual([]);
  });
});

describe("what the engine configures", () => {
  it("counts until it configures something else", () => {
    const analyzer = analyzerOf(RULES);
    const levels = (): EnforcementLevel[] =>
      diagnosed(analyzer.analyze(request(BUCKET, UNNAMED))).map(({ level }) => level);
    analyzer.configure(configuration({ "bucket-named": EnforcementLevel.ADVISORY }));
    expect(levels()).toEqual([EnforcementLevel.ADVISORY]);
    analyzer.configure(configuration({ "bucket-named": EnforcementLevel.DISABLED }));
    expect(levels()).toEqual([]);
    analyzer.configure(configuration({ "bucket-named": EnforcementLevel.REMEDIATE }));
    expect(levels()).toEqual([EnforcementLevel.MANDATORY]);
    analyzer.configure(configuration({}));
    expect(levels()).toEqual([EnforcementLevel.MANDATORY]);
  });

  it("is known to the session: what is remediated, and what is disabled", () => {
    const session = new Session({}, new Set());
    const { DISABLED, REMEDIATE, ADVISORY } = EnforcementLevel;
    analyzerOf(RULES, session).configure(configuration({ a: DISABLED, b: REMEDIATE, c: ADVISORY, d: DISABLED }));
    expect([[...session.remediating], [...session.disabled]]).toEqual([["b"], ["a", "d"]]);
  });

  it("has the organization's contract, unless its policy is disabled", () => {
    const regionUnder = (level: EnforcementLevel, contract?: Record<string, unknown>): unknown => {
      const session = new Session({}, new Set());
      analyzerOf(RULES, session).configure(configuration({ contract: level }, contract));
      return session.runContext.contract.region;
    };
    const contract = { region: "eu-west-1" };
    expect(regionUnder(EnforcementLevel.MANDATORY, contract)).toBe("eu-west-1");
    expect(regionUnder(EnforcementLevel.ADVISORY, contract)).toBe("eu-west-1");
    expect(regionUnder(EnforcementLevel.DISABLED, contract)).toBeUndefined();
    expect(regionUnder(EnforcementLevel.MANDATORY)).toBeUndefined();
  });

  it("leaves the contract as it was where the request has none", () => {
    const session = new Session({}, new Set());
    const analyzer = analyzerOf(RULES, session);
    analyzer.configure(configuration({ contract: EnforcementLevel.MANDATORY }, { region: "eu-west-1" }));
    analyzer.configure(configuration({ "bucket-named": EnforcementLevel.ADVISORY }));
    expect(session.runContext.contract.region).toBe("eu-west-1");
  });
});

describe("a request for the stack", () => {
  const two = stackRequest([BUCKET, "one", { id: "x", bucket: "of AWS" }], [BUCKET, "two", { id: "y" }]);

  it("is checked with the inputs that came before", () => {
    const analyzer = analyzerOf(RULES);
    analyzer.analyze(request(BUCKET, { bucket: "first" }, "one"));
    analyzer.analyze(request(BUCKET, { bucket: "second" }, "two"));
    expect(diagnosed(analyzer.analyzeStack(two))).toEqual([
      {
        rule: "buckets-counted",
        level: EnforcementLevel.MANDATORY,
        message: "A stack must have one bucket.\nthere are 2: first, second.",
        urn: urnOf(BUCKET, "one"),
        severity: PolicySeverity.POLICY_SEVERITY_CRITICAL,
      },
    ]);
    analyzer.configure(configuration({ "buckets-counted": EnforcementLevel.DISABLED }));
    expect(diagnosed(analyzer.analyzeStack(two))).toEqual([]);
  });

  it("runs the checks of resources without inputs, which may have been skipped", () => {
    const analyzer = analyzerOf(RULES);
    for (const name of ["created", "skipped", "known"]) {
      const inputs = name === "known" ? UNNAMED : {};
      expect(diagnosed(analyzer.analyze(request(BUCKET, inputs, name)))).toHaveLength(name === "known" ? 1 : 0);
    }
    const stack = stackRequest(
      [BUCKET, "created", { id: UNKNOWN_STRING }],
      [BUCKET, "skipped", {}],
      [BUCKET, "known", { id: "x" }],
    );
    const found = diagnosed(analyzer.analyzeStack(stack)).map(({ rule, urn, message }) => [rule, urn, message]);
    expect(found).toEqual([
      ["bucket-named", urnOf(BUCKET, "created"), "Buckets must have a name.\nbucket: the bucket has no name."],
      ["buckets-counted", urnOf(BUCKET, "created"), expect.stringContaining("there are 3:")],
    ]);
  });

  it("has one response for all of them, which the engine accepts", () => {
    const analyzer = analyzerOf([named, crashing]);
    const names = Array.from({ length: 300 }, (_, index) => `bucket-${String(index)}`);
    const both = names.flatMap((name) => [[BUCKET, name] as const, [TOPIC, name] as const]);
    for (const [type, name] of both) {
      analyzer.analyze(request(type, {}, name));
    }
    const found = diagnosed(
      analyzer.analyzeStack(
        stackRequest(...both.map(([type, name]) => [type, name, { id: UNKNOWN_STRING }] as [string, string, object])),
      ),
    );
    expect(found.filter(({ rule }) => rule === "bucket-named")).toHaveLength(201);
    expect(found.find(({ message }) => message.includes("100 more findings of this rule are left out"))).toMatchObject({
      rule: "bucket-named",
      level: EnforcementLevel.MANDATORY,
      urn: "",
    });
    const crashes = found.filter(({ rule }) => rule === "preflight");
    expect(crashes).toHaveLength(1);
    expect(crashes[0]?.message).toContain("crashed while it checked bucket-");
  });
});

describe("a request to remediate", () => {
  const REMEDIATING = configuration({ "bucket-named": EnforcementLevel.REMEDIATE });

  it("changes nothing where no policy remediates, and is the SDK's where one does", () => {
    const analyzer = analyzerOf(RULES);
    expect(analyzer.remediate(request(BUCKET, {}))).toEqual(Buffer.alloc(0));
    analyzer.configure(REMEDIATING);
    expect(analyzer.remediate(request(BUCKET, {}))).toBeUndefined();
    analyzer.configure(configuration({}));
    expect(analyzer.remediate(request(BUCKET, {}))).toEqual(Buffer.alloc(0));
  });

  it("is refused where it is cut off, before the SDK reads it without end", () => {
    const analyzer = analyzerOf(RULES);
    analyzer.configure(REMEDIATING);
    const bytes = Buffer.from([0x2a, 0xff, 0xff, 0xff, 0xff, 0x0f]);
    expect(() => analyzer.remediate(bytes)).toThrow(TruncatedMessage);
  });

  it("adds no inputs to a resource that is skipped", () => {
    const analyzer = analyzerOf([named]);
    analyzer.configure(REMEDIATING);
    analyzer.remediate(request(BUCKET, {}, "skipped"));
    // As a remediation has left it.
    expect(diagnosed(analyzer.analyze(request(BUCKET, UNNAMED, "skipped")))).toEqual([]);
    analyzer.remediate(request(BUCKET, UNNAMED, "created"));
    expect(diagnosed(analyzer.analyze(request(BUCKET, UNNAMED, "created")))).toHaveLength(1);
    const stack = stackRequest([BUCKET, "skipped", {}], [BUCKET, "created", { id: UNKNOWN_STRING }]);
    expect(diagnosed(analyzer.analyzeStack(stack))).toEqual([]);
  });
});

describe("the policy configuration", () => {
  const contract = defineRule({
    ...EXAMPLE_RULE,
    id: "contract",
    level: "mandatory",
    root: ({ contractProblems, report }) => {
      contractProblems.forEach(({ message }) => {
        report({ message });
      });
    },
  });

  function problemsWith(name: string, properties: object = {}): string[] {
    const analyzer = analyzerOf([contract, ...RULES]);
    const message = new ConfigureAnalyzerRequest();
    message
      .getPolicyconfigMap()
      .set(name, new PolicyConfig().setEnforcementlevel(EnforcementLevel.ADVISORY).setProperties(struct(properties)));
    analyzer.configure(message);
    return diagnosed(analyzer.analyze(request(STACK_TYPE, {}, "shop-dev")))
      .filter(({ rule }) => rule === "contract")
      .map((found) => found.message.split("\n")[1] ?? "");
  }

  it("names rules of the pack", () => {
    expect(problemsWith("bucket-named")).toEqual([]);
    expect(problemsWith("all")).toEqual([]);
    expect(problemsWith("buckets-named")).toEqual([
      'The policy configuration names "buckets-named", which is not a rule of this pack; did you mean bucket-named?',
    ]);
    expect(problemsWith("x")).toEqual(['The policy configuration names "x", which is not a rule of this pack.']);
  });

  it("has only the keys of a rule", () => {
    expect(problemsWith("bucket-named", { assumeNew: true })).toEqual([
      "The policy configuration of bucket-named has the unknown key assumeNew; it takes enforcementLevel.",
    ]);
  });
});

describe("what was not checked", () => {
  const mandatory = (id: string): Rule => defineRule({ ...EXAMPLE_RULE, id, level: "mandatory" });
  const unclear = defineRule({
    ...mandatory("bucket-unclear"),
    resource: {
      types: [BUCKET],
      check: (bucket, { undecided }) => {
        undecided(bucket, "bucket");
      },
    },
  });

  it("is what is disabled, with what is undecided", () => {
    const session = new Session({ PULUMI_CONFIG: "{}" }, new Set());
    const analyzer = analyzerOf([unclear, mandatory("bucket-private")], session);
    analyzer.analyze(request(BUCKET, UNNAMED));
    expect(session.gaps([])).toEqual([
      { kind: "undecided", message: "1 check of mandatory rules could not be decided: bucket-unclear." },
    ]);
    session.disabled = new Set(["bucket-private", "bucket-advised"]);
    const rules = [
      mandatory("bucket-private"),
      defineRule({ ...EXAMPLE_RULE, id: "bucket-advised", level: "advisory" }),
    ];
    expect(session.gaps(rules)[0]).toEqual({
      kind: "disabled-policies",
      message: "1 mandatory rule is disabled: bucket-private.",
    });
  });
});
