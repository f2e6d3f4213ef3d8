import type {
  Policy,
  PolicyConfigSchema,
  ReportViolation,
  ResourceRemediation,
  ResourceValidation,
  ResourceValidationArgs,
  StackValidation,
} from "@pulumi/policy";
import { CONTRACT_SCHEMA } from "../contract/schema";
import type { Level, Rule } from "../policies/rule";
import {
  appliesTo,
  checkResource,
  checkRoot,
  checkStack,
  describeFault,
  faultMessage,
  settle,
  type Outcome,
  type Result,
} from "../policies/run";
import { pageOf } from "../policies/words";
import { canonicalType } from "../stack/tokens";
import { STACK_TYPE } from "../stack/stack";
import { targetOf } from "./decoding";
import { Budget } from "./budget";
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

/** The level at which a rule is registered: the highest of its findings, since a finding can only be lowered. */
export function registeredLevel(rule: Rule): Level {
  return rule.level === "advisory" ? "advisory" : "mandatory";
}

/** Turns rules into policies; `contract` and `preflight` see every resource, so that its inputs are known later. */
export function toPolicies(rules: readonly Rule[], session: Session): PreflightPolicy[] {
  const budget = new Budget();
  return rules.map((rule) => toPolicy(rule, session, budget));
}

function toPolicy(rule: Rule, session: Session, budget: Budget): PreflightPolicy {
  const seesAll = rule.id === "contract" || rule.id === "preflight";
  const policy: PreflightPolicy = {
    name: rule.id,
    description: `${rule.description}.`,
    enforcementLevel: registeredLevel(rule),
    severity: rule.severity,
    url: pageOf(rule.id),
    remediationSteps: `TypeScript:\n${rule.fix.typescript}\n\nPython:\n${rule.fix.python}`,
    tags: [rule.category, ...(rule.controls ?? []).map(({ framework, reference }) => `${framework} ${reference}`)],
    ...frameworkOf(rule),
    ...configSchemaOf(rule),
    ...remediationOf(rule, session),
  };
  if (rule.resource ?? rule.root ?? seesAll) {
    const validate = async (args: ResourceValidationArgs, reportViolation: ReportViolation): Promise<void> => {
      if (rule.id === "contract") {
        session.configure(args.getConfig());
      }
      const type = canonicalType(args.type);
      const isRoot = rule.root !== undefined && type === STACK_TYPE;
      if (!seesAll && !isRoot && !appliesTo(rule, type)) {
        return;
      }
      const place: Place = { where: args.name, urn: args.urn, call: targetOf(args.props) };
      await fenced(place, reportViolation, async () => {
        const resource = await session.resourceOf(args);
        if (isRoot) {
          deliver(
            checkRoot(rule, session.circumstances, resource),
            { ...place, where: "the project" },
            reportViolation,
          );
        }
        if (appliesTo(rule, type)) {
          deliver(checkResource(rule, resource, session.circumstances), place, reportViolation);
        }
      });
    };
    policy.validateResource = typed(rule, seesAll, validate);
  }
  if (rule.stack) {
    policy.validateStack = (args, reportViolation) => {
      const urn = args.resources.find(({ type }) => type === STACK_TYPE)?.urn;
      const place: Place = { where: "the stack", urn, call: targetOf(args.resources[0]?.props ?? args) };
      return fenced(place, reportViolation, async () => {
        deliver(checkStack(rule, await session.stackOf(args), session.circumstances), place, reportViolation);
      });
    };
  }
  return policy;

  function deliver(outcome: Outcome, { where, urn, call }: Place, reportViolation: ReportViolation): void {
    const { fit, leftOut } = budget.fit(settle(outcome.results, session.circumstances), call);
    for (const result of fit) {
      say(rule, result, session, reportViolation);
    }
    const [worst] = leftOut;
    if (worst) {
      // In the rule's own name, so that it counts as the user has configured the rule.
      const message = leftOutMessage(leftOut.length);
      say(rule, { rule, level: worst.level, path: "", message, ...(urn && { urn }) }, session, reportViolation);
    }
    if (outcome.fault !== undefined) {
      sayFault(faultMessage(rule, where, outcome.fault), urn, reportViolation);
    }
  }

  /** An exception would fail the user's whole operation, so it becomes one advisory finding. */
  async function fenced(
    { where, urn }: Place,
    reportViolation: ReportViolation,
    check: () => Promise<void>,
  ): Promise<void> {
    try {
      await check();
    } catch (error) {
      sayFault(faultMessage(rule, where, describeFault(error)), urn, reportViolation);
    }
  }
}

/** What a call of the engine is about. */
interface Place {
  where: string;
  urn: string | undefined;
  /** The same object for every policy that the call asks. */
  call: object;
}

function sayFault(message: string, urn: string | undefined, reportViolation: ReportViolation): void {
  (reportViolation as ReportPolicy)({
    name: "preflight",
    message,
    enforcementLevel: "advisory",
    ...(urn && { urn }),
  });
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

function say(rule: Rule, result: Result, { remediating }: Session, reportViolation: ReportViolation): void {
  const message = result.path === "" ? result.message : `${result.path}: ${result.message}`;
  // What is exempted stays advice, and so does what a rule that only advises leaves at the level remediate, which the SDK
  // would make mandatory.
  const hasOwnLevel = result.exemption?.state === "active" || remediating.has(rule.id);
  if (result.level === registeredLevel(rule) && !hasOwnLevel) {
    reportViolation(message, result.urn);
  } else {
    // Only this form can lower a finding, and it leaves the description out.
    (reportViolation as ReportPolicy)({
      message: `${rule.description}.\n${message}`,
      enforcementLevel: result.level,
      severity: rule.severity,
      ...(result.urn && { urn: result.urn }),
    });
  }
}

function leftOutMessage(count: number): string {
  return (
    `${String(count)} more finding${count === 1 ? "" : "s"} of this rule ${count === 1 ? "is" : "are"} left out, ` +
    "since the engine takes no longer answer; `preflight check` shows all of them."
  );
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
    ? { configSchema: { properties: withoutDefaults(CONTRACT_SCHEMA.properties) as PolicyConfigSchema["properties"] } }
    : {};
}

// The engine would send each default as if the organization had set it, and so ask for everything.
function withoutDefaults(schema: object): object {
  const kept = Object.entries(schema).filter(([key, value]) => key !== "default" || typeof value === "object");
  return Object.fromEntries(
    kept.map(([key, value]: [string, unknown]) => [
      key,
      typeof value === "object" && value !== null && !Array.isArray(value) ? withoutDefaults(value) : value,
    ]),
  );
}
