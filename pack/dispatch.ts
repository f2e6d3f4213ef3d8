import type { handleUnaryCall, ServiceDefinition, UntypedServiceImplementation } from "@grpc/grpc-js";
import {
  AnalyzeDiagnostic,
  AnalyzeResponse,
  EnforcementLevel,
  PolicyNotApplicable,
  PolicySeverity,
  type AnalyzerInfo,
  type ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import type { Severity } from "../policies/rule";
import type { Examiner, Said } from "./examiner";
import { ofSdk } from "./sdk";
import type { Session } from "./session";
import { FalseLength, ProviderReader, readAnalyzeRequest, readAnalyzeStackRequest } from "./wire";

type Handler = handleUnaryCall<unknown, unknown>;
type Call = Parameters<Handler>[0];
type Service = ServiceDefinition;
interface GrpcServer {
  addService(service: Service, handlers: UntypedServiceImplementation): void;
}

const SEVERITY: Readonly<Record<Severity, PolicySeverity>> = {
  critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
  high: PolicySeverity.POLICY_SEVERITY_HIGH,
  medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
  low: PolicySeverity.POLICY_SEVERITY_LOW,
};

/** The calls that are answered here; all others stay the SDK's. */
const OURS = ["remediate", "analyze", "analyzeStack", "configure"] as const;

/**
 * Runs `start`, which makes an @pulumi/policy PolicyPack of the examiners' policies, and takes some of its server's calls
 * over. The SDK's server decodes each message, and builds the arguments from it, again for each policy; here each message
 * is read once, and only the rules that a resource's type concerns are asked. Where a later SDK starts its server in
 * another way or speaks otherwise, its own way stays: it has the same policies, and gives the same findings.
 */
export function dispatched(examiners: readonly Examiner[], session: Session, start: () => void): void {
  const { Server } = ofSdk("@grpc/grpc-js") as {
    Server: { prototype: GrpcServer };
  };
  const { prototype } = Server;
  const addService = Object.getOwnPropertyDescriptor(prototype, "addService")?.value as
    GrpcServer["addService"] | undefined;
  if (!addService) {
    start();
    return;
  }
  prototype.addService = function (this: GrpcServer, service, handlers) {
    const ours = OURS.every((name) => service[name] && typeof handlers[name] === "function")
      ? new Dispatch(examiners, session, service, handlers).service()
      : { service, handlers };
    addService.call(this, ours.service, ours.handlers);
  };
  try {
    start();
  } finally {
    prototype.addService = addService;
  }
}

// An empty message.
const NO_CHANGE = Buffer.alloc(0);

/** An answer; none where the question could not be read, an error where the SDK could not read it in any time either. */
function answered(answer: () => Buffer | undefined): Buffer | FalseLength | undefined {
  try {
    return answer();
  } catch (error) {
    return error instanceof FalseLength ? error : undefined;
  }
}

/** What is to be known of a pack's policies before anything is judged. */
interface Registered {
  info: AnalyzerInfo;
  levels: ReadonlyMap<string, EnforcementLevel>;
}

/** The rules that a type of resource concerns. */
interface Concern {
  rules: readonly Examiner[];
  /** The part of an answer that names the others, written once. */
  others: Uint8Array;
}

/** The bytes of a message, as they came. */
interface Raw {
  bytes: Uint8Array;
}

class Dispatch {
  private readonly providers = new ProviderReader();
  private readonly byType = new Map<string, Concern>();
  private configured: ReadonlyMap<string, EnforcementLevel> = new Map();
  private registered: Promise<Registered> | undefined;

  constructor(
    private readonly examiners: readonly Examiner[],
    private readonly session: Session,
    private readonly sdkService: Service,
    private readonly sdk: UntypedServiceImplementation,
  ) {}

  service(): { service: Service; handlers: UntypedServiceImplementation } {
    return {
      service: {
        ...this.sdkService,
        ...this.inBytes("remediate"),
        ...this.inBytes("analyze"),
        ...this.inBytes("analyzeStack"),
      },
      handlers: {
        ...this.sdk,
        remediate: this.own("remediate", (raw) => this.remediate(raw)),
        analyze: this.own("analyze", (raw, pack) => this.analyze(raw, pack)),
        analyzeStack: this.own("analyzeStack", (raw, pack) => this.analyzeStack(raw, pack)),
        configure: ((call, callback) => {
          (this.sdk["configure"] as Handler)(call, (error, ...rest) => {
            if (!error) {
              this.configure(call.request as ConfigureAnalyzerRequest);
            }
            callback(error, ...rest);
          });
        }) satisfies Handler,
      },
    };
  }

  /** A method that takes bytes as they come, and gives bytes or, where the SDK answers, a message. */
  private inBytes(name: (typeof OURS)[number]): Service {
    const method = this.sdkService[name];
    return method === undefined
      ? {}
      : {
          [name]: {
            ...method,
            requestDeserialize: (bytes: Uint8Array): Raw => ({ bytes }),
            responseSerialize: (answer: unknown) =>
              Buffer.isBuffer(answer) ? answer : method.responseSerialize(answer),
          },
        };
  }

  /** A handler of ours, with the SDK's behind it for what ours cannot read or does not answer. */
  private own(name: string, answer: (raw: Raw, pack: Registered) => Buffer | undefined): Handler {
    return (call, callback) => {
      const raw = call.request as Raw;
      this.pack().then(
        (pack) => {
          const response = answered(() => answer(raw, pack));
          if (response instanceof FalseLength) {
            callback(response);
          } else if (response) {
            callback(null, response);
          } else {
            this.leaveToSdk(name, call, raw, callback);
          }
        },
        () => {
          this.leaveToSdk(name, call, raw, callback);
        },
      );
    };
  }

  private leaveToSdk(name: string, call: Call, { bytes }: Raw, callback: Parameters<Handler>[1]): void {
    try {
      const request: unknown = this.sdkService[name]?.requestDeserialize(Buffer.from(bytes));
      (this.sdk[name] as Handler)(Object.create(call, { request: { value: request } }) as Call, callback);
    } catch (error) {
      callback(error instanceof Error ? error : new Error(String(error)));
    }
  }

  /** The SDK's own account of the pack: its name, version and policies. */
  private pack(): Promise<Registered> {
    this.registered ??= new Promise<Registered>((done, fail) => {
      (this.sdk["getAnalyzerInfo"] as Handler)({} as Call, (error, answer) => {
        if (error || !answer) {
          fail(new Error("the SDK does not describe the pack"));
          return;
        }
        const info = answer as AnalyzerInfo;
        const levels = new Map(
          info.getPoliciesList().map((policy) => [policy.getName(), policy.getEnforcementlevel()]),
        );
        done({ info, levels });
      });
    });
    return this.registered;
  }

  private configure(request: ConfigureAnalyzerRequest): void {
    const levels = new Map<string, EnforcementLevel>();
    request.getPolicyconfigMap().forEach((config, name) => {
      levels.set(name, config.getEnforcementlevel());
    });
    this.configured = levels;
  }

  private levelOf({ rule }: Examiner, { levels }: Registered): EnforcementLevel {
    return this.configured.get(rule.id) ?? levels.get(rule.id) ?? EnforcementLevel.DISABLED;
  }

  private remediate({ bytes }: Raw): Buffer | undefined {
    // The engine asks before each resource, and mostly there is no policy that would change one.
    if (this.session.remediating.size === 0) {
      return NO_CHANGE;
    }
    // What cannot be read must not come to the SDK.
    readAnalyzeRequest(bytes, this.providers);
    return undefined;
  }

  private analyze({ bytes }: Raw, pack: Registered): Buffer {
    const resource = this.session.seen(readAnalyzeRequest(bytes, this.providers));
    const { rules, others } = this.concernOf(resource.type);
    const answer = new Answer(pack.info);
    for (const examiner of rules) {
      const level = this.levelOf(examiner, pack);
      if (level !== EnforcementLevel.DISABLED) {
        examiner.onResource(resource, answer.from(examiner, level));
      }
    }
    return Buffer.concat([answer.bytes(), others]);
  }

  private analyzeStack({ bytes }: Raw, pack: Registered): Buffer {
    const stack = this.session.graphOf(readAnalyzeStackRequest(bytes, this.providers));
    const answer = new Answer(pack.info);
    for (const examiner of this.examiners) {
      const level = this.levelOf(examiner, pack);
      if (examiner.hasStackCheck && level !== EnforcementLevel.DISABLED) {
        examiner.onStack(stack, answer.from(examiner, level));
      }
    }
    return Buffer.from(answer.bytes());
  }

  private concernOf(type: string): Concern {
    let concern = this.byType.get(type);
    if (!concern) {
      const asked = this.examiners.filter(({ hasResourceCheck }) => hasResourceCheck);
      const rules = asked.filter((examiner) => examiner.seesAll || examiner.concerns(type));
      const others = new AnalyzeResponse();
      others.setNotApplicableList(
        asked.filter((one) => !rules.includes(one)).map(({ rule }) => notApplicable(rule.id)),
      );
      concern = { rules, others: others.serializeBinary() };
      this.byType.set(type, concern);
    }
    return concern;
  }
}

function notApplicable(name: string): PolicyNotApplicable {
  const message = new PolicyNotApplicable();
  message.setPolicyName(name);
  message.setReason("Policy applies to other types of resources");
  return message;
}

/** The answer to one call. */
class Answer {
  private readonly diagnostics: AnalyzeDiagnostic[] = [];

  constructor(private readonly pack: AnalyzerInfo) {}

  /** Takes down what a rule says that stands at this level. */
  from({ rule }: Examiner, configured: EnforcementLevel): { call: object; say: (said: Said) => void } {
    // What could not be remediated is a mandatory finding.
    const standing = configured === EnforcementLevel.REMEDIATE ? EnforcementLevel.MANDATORY : configured;
    const say = ({ message, urn, level, isFault }: Said): void => {
      const diagnostic = new AnalyzeDiagnostic();
      diagnostic.setPolicyname(isFault ? "preflight" : rule.id);
      diagnostic.setPolicypackname(this.pack.getName());
      diagnostic.setPolicypackversion(this.pack.getVersion());
      diagnostic.setDescription(`${rule.description}.`);
      diagnostic.setMessage(message);
      diagnostic.setEnforcementlevel(level === undefined ? standing : LEVEL[level]);
      diagnostic.setSeverity(SEVERITY[rule.severity]);
      if (urn !== undefined) {
        diagnostic.setUrn(urn);
      }
      this.diagnostics.push(diagnostic);
    };
    return { call: this, say };
  }

  bytes(): Uint8Array {
    const response = new AnalyzeResponse();
    response.setDiagnosticsList(this.diagnostics);
    return response.serializeBinary();
  }
}

const LEVEL = { advisory: EnforcementLevel.ADVISORY, mandatory: EnforcementLevel.MANDATORY };
