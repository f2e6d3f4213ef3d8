import type {
  Policy,
  PolicyConfigSchema,
  ReportViolation,
  ResourceRemediation,
  ResourceValidation,
  StackValidation,
} from "@pulumi/policy";
import type { PolicyConfigJSONSchema } from "@pulumi/policy/schema";
import { CONTRACT_SCHEMA } from "../contract/schema";
import { frameworkTable, isFramework } from "../aws/frameworks";
import { RULE_IDS } from "../../policies";
import type { Level, Rule } from "../rules/rule";
import { fixExamples, pageAddressOf } from "../rules/words";
import { canonicalType } from "../graph/tokens";
import { STACK_TYPE } from "../graph/stack";
import type { PackLevel, PackLevels } from "./choice";
import { PolicyRunner, registeredLevel, type Call } from "./policy-runner";
import { remediationOf } from "./remediation";
import { SdkArguments } from "./sdk-arguments";
import type { Session } from "./session";

// What the SDK's `reportViolation` also takes, though its type has no such form.
type ReportDiagnostic = ReportViolation &
  ((violation: {
    name?: string;
    message: string;
    urn?: string;
    enforcementLevel: Level;
    severity?: Rule["severity"];
  }) => void);

// The runtime calls both functions of a policy; the SDK's types allow one of them.
type PreflightPolicy = Policy & {
  validateResource?: ResourceValidation;
  remediateResource?: ResourceRemediation;
  validateStack?: StackValidation;
};

/** Turns rules into policies; `contract` and `preflight` see every resource, so that its inputs are known later. */
export function toPolicies(
  runners: readonly PolicyRunner[],
  session: Session,
  levels: PackLevels = {},
): PreflightPolicy[] {
  const given = new SdkArguments(session);
  return runners.map((runner) => toPolicy(runner, { session, given, level: levels[runner.rule.id] }));
}

interface Pack {
  session: Session;
  given: SdkArguments;
  level: PackLevel | undefined;
}

function toPolicy(runner: PolicyRunner, { session, given, level }: Pack): PreflightPolicy {
  const { rule, seesAll } = runner;
  const url = RULE_IDS.has(rule.id) ? pageAddressOf(rule.id) : rule.url;
  const policy: PreflightPolicy = {
    name: rule.id,
    displayName: rule.description,
    description: `${rule.description}.`,
    enforcementLevel: level ?? registeredLevel(rule),
    severity: rule.severity,
    ...(url !== undefined && { url }),
    remediationSteps: fixExamples(rule)
      .map(({ language, code }) => (language === undefined ? code : `${language}:\n${code}`))
      .join("\n\n"),
    tags: [rule.category, ...(rule.controls ?? []).map(({ framework, reference }) => `${framework} ${reference}`)],
    ...frameworkOf(rule),
    ...configSchemaOf(rule),
    ...remediationOf(rule, session),
  };
  if (runner.hasResourceCheck) {
    const validate: ResourceValidation = async (args, reportViolation) => {
      if (rule.id === "contract") {
        session.configure(args.getConfig());
      }
      if (!seesAll && !runner.concerns(canonicalType(args.type))) {
        return;
      }
      const emit = emitterTo(reportViolation, rule);
      try {
        const { subject, budget } = await given.resourceOf(args, rule.id);
        runner.onResource(subject, { budget, emit });
      } catch (error) {
        emit(runner.crash(args.name, args.urn, error));
      }
    };
    policy.validateResource = typed(rule, seesAll, validate);
  }
  if (runner.hasStackCheck) {
    policy.validateStack = async (args, reportViolation) => {
      const emit = emitterTo(reportViolation, rule);
      try {
        const { subject, budget } = await given.stackOf(args, rule.id);
        runner.onStack(subject, { budget, emit });
      } catch (error) {
        const urn = args.resources.find(({ type }) => type === STACK_TYPE)?.urn;
        emit(runner.crash("the stack", urn, error));
      }
    };
  }
  return policy;
}

/** Reports to the SDK, which puts the description before a string but not before the message in an object. */
function emitterTo(reportViolation: ReportViolation, rule: Rule): Call["emit"] {
  return ({ message, urn, level, isCrash }) => {
    if (level === undefined) {
      reportViolation(message.slice(rule.description.length + 2), urn);
    } else {
      (reportViolation as ReportDiagnostic)({
        ...(isCrash && { name: "preflight" }),
        message,
        enforcementLevel: level,
        severity: rule.severity,
        ...(urn !== undefined && { urn }),
      });
    }
  };
}

// A function with the type of the only resources that concern it is not called for the others.
function typed<F extends object>(rule: Rule, seesAll: boolean, validate: F): F {
  const types = [
    ...(rule.resource?.types ?? (rule.resource ? ["", ""] : [])),
    ...(rule.alone ?? []),
    ...(rule.root ? [STACK_TYPE] : []),
  ];
  const [only = ""] = types;
  return !seesAll && types.length === 1 && hasOneName(only)
    ? Object.assign(validate, { __pulumiType: only })
    : validate;
}

// Types that are registered under older names too have to be let through under each of them.
function hasOneName(type: string): boolean {
  return !/^aws:(lb|elb|s3)\//.test(type);
}

function frameworkOf(rule: Rule): Pick<Policy, "framework"> {
  const [control] = (rule.controls ?? []).flatMap(({ framework, reference }) =>
    isFramework(framework) ? [{ table: frameworkTable(framework), reference }] : [],
  );
  return control
    ? {
        framework: {
          name: control.table.title,
          version: control.table.version,
          reference: control.reference,
          specification: rule.description,
        },
      }
    : {};
}

function configSchemaOf(rule: Rule): { configSchema?: PolicyConfigSchema } {
  return rule.id === "contract"
    ? { configSchema: { properties: mapValues(CONTRACT_SCHEMA.properties, withoutDefault) } }
    : {};
}

function mapValues<T>(object: object, change: (value: object) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(object).map(([key, value]: [string, object]) => [key, change(value)]));
}

// The engine would send each default as if the organization had set it, so a default is only described.
function withoutDefault(schema: object): PolicyConfigJSONSchema {
  const { default: unset, properties, items, ...rest } = schema as PolicyConfigJSONSchema;
  return {
    ...rest,
    ...(unset !== undefined && { description: `${rest.description ?? ""} Default: ${JSON.stringify(unset)}.` }),
    ...(properties && { properties: mapValues(properties, withoutDefault) }),
    ...(typeof items === "object" && { items: withoutDefault(items) }),
  };
}
