import {
  AnalyzeDiagnostic,
  AnalyzeResponse,
  EnforcementLevel,
  PolicyNotApplicable,
  PolicySeverity,
  type ConfigureAnalyzerRequest,
} from "@pulumi/pulumi/proto/analyzer_pb";
import { nearest } from "../contract/near";
import type { Problem } from "../contract/problem";
import { show, showKey } from "../contract/show";
import { keepCompiled } from "../modules";
import type { Rule, Severity } from "../rules/rule";
import { Budget } from "./budget";
import type { Call, Diagnostic, PolicyRunner } from "./policy-runner";
import { ASSUME_NEW } from "./remediation";
import { ProviderReader, readAnalyzeRequest, readAnalyzeStackRequest } from "./requests";
import type { Session } from "./session";

const SEVERITY: Readonly<Record<Severity, PolicySeverity>> = {
  critical: PolicySeverity.POLICY_SEVERITY_CRITICAL,
  high: PolicySeverity.POLICY_SEVERITY_HIGH,
  medium: PolicySeverity.POLICY_SEVERITY_MEDIUM,
  low: PolicySeverity.POLICY_SEVERITY_LOW,
};

const LEVEL = { advisory: EnforcementLevel.ADVISORY, mandatory: EnforcementLevel.MANDATORY };

/** The pack as the engine knows it. */
export interface RegisteredPack {
  name: string;
  version: string;
  /** The level at which each policy is registered, by the rule's id. */
  levels: ReadonlyMap<string, EnforcementLevel>;
}

/** The rules that check one type of resource. */
interface Concern {
  runners: readonly PolicyRunner[];
  /** The part of a response that names the other rules, written once. */
  notApplicable: Buffer;
}

// An empty RemediateResponse.
const NO_CHANGE = Buffer.alloc(0);

/**
 * Answers the engine's requests as they travel, in the place of the SDK's server: a request is decoded once and not once
 * a policy, and only the rules run that check a resource's type.
 */
export class Analyzer {
  private readonly providers = new ProviderReader();
  private readonly concerns = new Map<string, Concern>();
  private readonly notApplicableParts = new Map<PolicyRunner, Uint8Array>();
  private configured: ReadonlyMap<string, EnforcementLevel> = new Map();

  constructor(
    private readonly runners: readonly PolicyRunner[],
    private readonly session: Session,
    private readonly pack: RegisteredPack,
  ) {}

  /** Takes the levels of all policies, and the contract of the policy that is called so. */
  configure(request: ConfigureAnalyzerRequest): void {
    const policies = request.getPolicyconfigMap();
    const levels = new Map<string, EnforcementLevel>();
    policies.forEach((policy, id) => {
      levels.set(id, policy.getEnforcementlevel());
    });
    const contract = policies.get("contract");
    if (contract && contract.getEnforcementlevel() !== EnforcementLevel.DISABLED) {
      this.session.configure(contract.getProperties()?.toJavaScript() ?? {});
    }
    this.session.configured = new Set(
      [...levels].filter(([id, level]) => level !== this.pack.levels.get(id)).map(([id]) => id),
    );
    this.session.reportConfiguration(this.configurationProblems(policies));
    const idsAt = (expected: EnforcementLevel): Set<string> =>
      new Set([...levels].filter(([, level]) => level === expected).map(([id]) => id));
    this.session.remediating = idsAt(EnforcementLevel.REMEDIATE);
    this.session.disabled = idsAt(EnforcementLevel.DISABLED);
    this.configured = levels;
  }

  /** Names of rules and of their properties that there are not, which would have no effect and no error. */
  private configurationProblems(policies: ReturnType<ConfigureAnalyzerRequest["getPolicyconfigMap"]>): Problem[] {
    const rules = new Map(this.runners.map(({ rule }) => [rule.id, rule]));
    const problems: Problem[] = [];
    policies.forEach((policy, id) => {
      const rule = rules.get(id);
      const properties = Object.keys(policy.getProperties()?.toJavaScript() ?? {});
      if (rule) {
        problems.push(...unknownProperties(rule, properties));
      } else if (id !== "all") {
        const near = nearest(id, rules.keys());
        const advice = near === undefined ? "." : `; did you mean ${near}?`;
        const message = `The policy configuration names ${show(id)}, which is not a rule of this pack${advice}`;
        problems.push({ place: "policy configuration", path: id, message });
      }
    });
    return problems;
  }

  /** The response where no rule remediates, which is the common case; absent where the SDK has to remediate. */
  remediate(request: Buffer): Buffer | undefined {
    if (this.session.remediating.size === 0) {
      return NO_CHANGE;
    }
    // A request that is cut off must not reach the SDK, which would read it without end.
    this.session.operation.beforeRemediation(readAnalyzeRequest(request, this.providers));
    return undefined;
  }

  analyze(request: Buffer): Buffer {
    const resource = this.session.add(readAnalyzeRequest(request, this.providers));
    const { runners, notApplicable } = this.concernOf(resource.type);
    const response = new Response(this.pack);
    for (const { runner, call } of this.enabled(runners, response, new Budget())) {
      runner.onResource(resource, call);
    }
    // Most resources have no finding, and the other part is some kilobytes.
    return response.isEmpty ? notApplicable : Buffer.concat([response.bytes(), notApplicable]);
  }

  analyzeStack(request: Buffer): Buffer {
    const stack = this.session.stack(readAnalyzeStackRequest(request, this.providers));
    const postponed = this.session.operation.postponed(stack);
    const response = new Response(this.pack);
    const budget = new Budget();
    const rules = this.enabled(this.runners, response, budget).map(({ runner, call }) => () => {
      runner.onPostponed(postponed, call);
      if (runner.hasStackCheck) {
        runner.onStack(stack, call);
      }
    });
    budget.inTurn(stack, rules);
    // The engine sends nothing more, and ends the pack soon.
    setImmediate(keepCompiled);
    return Buffer.from(response.bytes());
  }

  /** The rules that are not disabled, each with what it reports to. */
  private enabled(
    runners: readonly PolicyRunner[],
    response: Response,
    budget: Budget,
  ): { runner: PolicyRunner; call: Call }[] {
    return runners.flatMap((runner) => {
      const { id } = runner.rule;
      const level = this.configured.get(id) ?? this.pack.levels.get(id) ?? EnforcementLevel.DISABLED;
      return level === EnforcementLevel.DISABLED
        ? []
        : [{ runner, call: { budget, emit: response.emitterFor(runner, level) } }];
    });
  }

  /** The part of a response that names one rule; such parts follow one another. */
  private notApplicable(runner: PolicyRunner): Uint8Array {
    let part = this.notApplicableParts.get(runner);
    if (!part) {
      const message = new PolicyNotApplicable();
      message.setPolicyName(runner.rule.id);
      message.setReason("Policy applies to other types of resources");
      const response = new AnalyzeResponse();
      response.setNotApplicableList([message]);
      part = response.serializeBinary();
      this.notApplicableParts.set(runner, part);
    }
    return part;
  }

  private concernOf(type: string): Concern {
    let concern = this.concerns.get(type);
    if (!concern) {
      const candidates = this.runners.filter(({ hasResourceCheck }) => hasResourceCheck);
      const runners = candidates.filter((runner) => runner.seesAll || runner.concerns(type));
      const others = candidates.filter((runner) => !runners.includes(runner));
      concern = { runners, notApplicable: Buffer.concat(others.map((runner) => this.notApplicable(runner))) };
      this.concerns.set(type, concern);
    }
    return concern;
  }
}

/** The properties of a policy that its rule does not read; those of `contract` are checked as a contract. */
function unknownProperties({ id, remediation }: Rule, properties: readonly string[]): Problem[] {
  const known = remediation?.doesWhenNew === undefined ? [] : [ASSUME_NEW];
  const unknown = id === "contract" ? [] : properties.filter((property) => !known.includes(property));
  return unknown.map((property) => ({
    place: "policy configuration",
    path: `${id}.${property}`,
    message:
      `The policy configuration of ${id} has the unknown key ${showKey(property)}; ` +
      `it takes ${["enforcementLevel", ...known].join(" and ")}.`,
  }));
}

/** The response to one request. */
class Response {
  private readonly diagnostics: AnalyzeDiagnostic[] = [];

  constructor(private readonly pack: RegisteredPack) {}

  get isEmpty(): boolean {
    return this.diagnostics.length === 0;
  }

  /** Adds what a rule that counts at this level reports. */
  emitterFor({ rule }: PolicyRunner, configured: EnforcementLevel): Call["emit"] {
    // What could not be remediated is a mandatory finding.
    const standard = configured === EnforcementLevel.REMEDIATE ? EnforcementLevel.MANDATORY : configured;
    return ({ message, urn, level, isCrash }: Diagnostic) => {
      const diagnostic = new AnalyzeDiagnostic();
      diagnostic.setPolicyname(isCrash ? "preflight" : rule.id);
      diagnostic.setPolicypackname(this.pack.name);
      diagnostic.setPolicypackversion(this.pack.version);
      diagnostic.setDescription(`${rule.description}.`);
      diagnostic.setMessage(message);
      diagnostic.setEnforcementlevel(level === undefined ? standard : LEVEL[level]);
      diagnostic.setSeverity(SEVERITY[rule.severity]);
      if (urn !== undefined) {
        diagnostic.setUrn(urn);
      }
      this.diagnostics.push(diagnostic);
    };
  }

  bytes(): Uint8Array {
    const response = new AnalyzeResponse();
    response.setDiagnosticsList(this.diagnostics);
    return response.serializeBinary();
  }
}
