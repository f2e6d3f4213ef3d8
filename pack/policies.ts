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
import { RULE_IDS } from "../policies";
import type { Level, Rule } from "../policies/rule";
import { mendsOf, pageOf } from "../policies/words";
import { canonicalType } from "../stack/tokens";
import { STACK_TYPE } from "../stack/stack";
import { targetOf } from "./decoding";
import type { PackLevel, PackLevels } from "./choice";
import { Examiner, registeredLevel, type Said } from "./examiner";
import { remediationOf } from "./remediation";
import type { Session } from "./session";

// What the SDK's `reportViolation` also takes, though its type does not say so.
type ReportPolicy = ReportViolation &
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
  examiners: readonly Examiner[],
  session: Session,
  levels: PackLevels = {},
): PreflightPolicy[] {
  return examiners.map((examiner) => toPolicy(examiner, session, levels[examiner.rule.id]));
}

function toPolicy(examiner: Examiner, session: Session, level?: PackLevel): PreflightPolicy {
  const { rule, seesAll } = examiner;
  const url = RULE_IDS.has(rule.id) ? pageOf(rule.id) : rule.url;
  const policy: PreflightPolicy = {
    name: rule.id,
    displayName: rule.description,
    description: `${rule.description}.`,
    enforcementLevel: level ?? registeredLevel(rule),
    severity: rule.severity,
    ...(url !== undefined && { url }),
    remediationSteps: mendsOf(rule)
      .map(({ language, code }) => (language === undefined ? code : `${language}:\n${code}`))
      .join("\n\n"),
    tags: [rule.category, ...(rule.controls ?? []).map(({ framework, reference }) => `${framework} ${reference}`)],
    ...frameworkOf(rule),
    ...configSchemaOf(rule),
    ...remediationOf(rule, session),
  };
  if (examiner.hasResourceCheck) {
    const validate: ResourceValidation = async (args, reportViolation) => {
      if (rule.id === "contract") {
        session.configure(args.getConfig());
      }
      if (!seesAll && !examiner.concerns(canonicalType(args.type))) {
        return;
      }
      const say = sayer(rule, reportViolation);
      try {
        examiner.onResource(await session.resourceOf(args), { call: targetOf(args.props), say });
      } catch (error) {
        say(examiner.fault(args.name, args.urn, error));
      }
    };
    policy.validateResource = typed(rule, seesAll, validate);
  }
  if (examiner.hasStackCheck) {
    policy.validateStack = async (args, reportViolation) => {
      const say = sayer(rule, reportViolation);
      try {
        const call = targetOf(args.resources[0]?.props ?? args);
        examiner.onStack(await session.stackOf(args), { call, say });
      } catch (error) {
        const urn = args.resources.find(({ type }) => type === STACK_TYPE)?.urn;
        say(examiner.fault("the stack", urn, error));
      }
    };
  }
  return policy;
}

/** Hands over what a rule says; the SDK puts the description before a text, but not before what is in an object. */
function sayer(rule: Rule, reportViolation: ReportViolation): (said: Said) => void {
  return ({ message, urn, level, isFault }) => {
    if (level === undefined) {
      reportViolation(message.slice(rule.description.length + 2), urn);
    } else {
      (reportViolation as ReportPolicy)({
        ...(isFault && { name: "preflight" }),
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
  const types = [...(rule.resource?.types ?? (rule.resource ? ["", ""] : [])), ...(rule.root ? [STACK_TYPE] : [])];
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
  const control = rule.controls?.find(({ framework }) => framework === "AWS FSBP");
  return control
    ? {
        framework: {
          name: "AWS Foundational Security Best Practices",
          version: "1.0.0",
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

// The engine would send each default as if the organization had set it, and so ask for everything: it is only told.
function withoutDefault(schema: object): PolicyConfigJSONSchema {
  const { default: unset, properties, items, ...rest } = schema as PolicyConfigJSONSchema;
  return {
    ...rest,
    ...(unset !== undefined && { description: `${rest.description ?? ""} Default: ${JSON.stringify(unset)}.` }),
    ...(properties && { properties: mapValues(properties, withoutDefault) }),
    ...(typeof items === "object" && { items: withoutDefault(items) }),
  };
}
