import * as sdk from "@pulumi/policy";
import type { PolicyConfigSchema, ResourceRemediation } from "@pulumi/policy";
import { EnforcementLevel, type ConfigureAnalyzerRequest } from "@pulumi/pulumi/proto/analyzer_pb";
import { remediate, remediates, type Remediable } from "../policies/remediate";
import type { Rule } from "../policies/rule";
import { describeFault } from "../policies/run";
import type { Wire } from "../stack/recorded";
import { canonicalType } from "../stack/tokens";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../stack/value";
import { targetOf } from "./decoding";
import { ofSdk } from "./sdk";
import { providerOf, type Session } from "./session";

/** The property of a policy's configuration by which the user says that the resources are new. */
const ASSUME_NEW = "assumeNew";

// Pulumi Cloud shows titles, though the SDK's type does not say so.
const SCHEMA = {
  properties: {
    [ASSUME_NEW]: {
      type: "boolean",
      title: "Assume that resources are new",
      description:
        "At the level remediate, also set what can only be set when a resource is made. One that exists is replaced or " +
        "loses data, so this is for stacks that are not deployed yet.",
    },
  },
} as PolicyConfigSchema;

/** What a policy has beside its validation: the function that the SDK calls at the level `remediate`. */
export interface RemediationParts {
  remediateResource?: ResourceRemediation;
  configSchema?: PolicyConfigSchema;
}

/** The remediation of a rule, as a policy has it. */
export function remediationOf(rule: Rule, session: Session): RemediationParts {
  const { remediation } = rule;
  if (!remediation) {
    return {};
  }
  const remediateResource: ResourceRemediation = async (args) => {
    if (!remediates(rule, canonicalType(args.type))) {
      return undefined;
    }
    const assumeNew = args.getConfig<Record<string, unknown>>()[ASSUME_NEW] === true;
    let fault: string;
    try {
      const provider = await providerOf(args.provider);
      const resource: Remediable = {
        urn: args.urn,
        type: args.type,
        name: args.name,
        inputs: onWire(args.props) as Record<string, Wire>,
        ignoreChanges: args.opts.ignoreChanges,
        ...(provider && { provider }),
      };
      const outcome = remediate(rule, resource, session.circumstances, assumeNew);
      if (outcome.fault === undefined) {
        return outcome.inputs;
      }
      fault = outcome.fault;
    } catch (error) {
      fault = describeFault(error);
    }
    remark(`it failed inside (${fault}), so that the inputs stay as they are; please report this with the program`);
    return undefined;
  };
  return { remediateResource, ...(remediation.doesWhenNew !== undefined && { configSchema: SCHEMA }) };
}

/** Throws the one error that the SDK makes an advisory remark of; any other fails the user's whole operation. */
function remark(message: string): void {
  const { UnknownValueError } = sdk as { UnknownValueError?: new (unknown: string, path: string[]) => Error };
  if (UnknownValueError) {
    throw Object.assign(new UnknownValueError(UNKNOWN_STRING, []), { message });
  }
}

/** What the SDK has made of inputs, as they came: secrets are objects of its own behind proxies, all else is plain. */
export function onWire(value: unknown): Wire {
  if (typeof value !== "object" || value === null) {
    return value as Wire;
  }
  const target = targetOf(value);
  if (target !== value) {
    return onWire(target);
  }
  if (value instanceof sdk.Secret) {
    return { [SIGNATURE]: SIGNATURES.secret, value: onWire(value.value) };
  }
  return Array.isArray(value)
    ? value.map(onWire)
    : Object.fromEntries(Object.entries(value).map(([key, item]) => [key, onWire(item)]));
}

interface Method {
  requestDeserialize: (bytes: Buffer) => ConfigureAnalyzerRequest;
}

/**
 * Hears what the engine configures, before the SDK's server does. The settings of the policy `contract` have to be known
 * when a resource is remediated, which is before any policy is asked to validate one, and are told to that policy alone;
 * the levels are told to none.
 */
export function hearConfiguration(session: Session): void {
  const { AnalyzerService } = ofSdk("@pulumi/pulumi/proto/analyzer_grpc_pb") as {
    AnalyzerService: { configure: Method };
  };
  const { configure } = AnalyzerService;
  const read = configure.requestDeserialize;
  configure.requestDeserialize = (bytes) => {
    const request = read(bytes);
    const policies = request.getPolicyconfigMap();
    const contract = policies.get("contract");
    if (contract && contract.getEnforcementlevel() !== EnforcementLevel.DISABLED) {
      session.configure(contract.getProperties()?.toJavaScript() ?? {});
    }
    const levels = [...policies.entries()].map(([id, policy]) => [id, policy.getEnforcementlevel()] as const);
    session.remediating = new Set(levels.filter(([, level]) => level === EnforcementLevel.REMEDIATE).map(([id]) => id));
    return request;
  };
}
