import * as sdk from "@pulumi/policy";
import type { PolicyConfigSchema, ResourceRemediation } from "@pulumi/policy";
import { remediate, remediates, type Remediable } from "../rules/remediate";
import type { Rule } from "../rules/rule";
import { describeError } from "../rules/run";
import type { Wire } from "../graph/recorded";
import { canonicalType } from "../graph/tokens";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../graph/value";
import { providerOf, targetOf } from "./sdk-values";
import type { Session } from "./session";

/** The property of a policy's configuration that declares the resources to be new. */
export const ASSUME_NEW = "assumeNew";

// Pulumi Cloud shows titles, though the SDK's type has none.
const SCHEMA = {
  properties: {
    [ASSUME_NEW]: {
      type: "boolean",
      title: "Assume that resources are new",
      description:
        "At the level remediate, also set what can only be set when a resource is created. One that exists is replaced or " +
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
    let crash: string;
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
      const outcome = remediate(rule, resource, session.runContext, assumeNew);
      if (outcome.crash === undefined) {
        return outcome.inputs;
      }
      crash = outcome.crash;
    } catch (error) {
      crash = describeError(error);
    }
    remark(`it crashed (${crash}), so that the inputs stay as they are; please report this with the program`);
    return undefined;
  };
  return { remediateResource, ...(remediation.doesWhenNew !== undefined && { configSchema: SCHEMA }) };
}

/** Throws the one error that the SDK turns into an advisory remark; any other fails the user's whole operation. */
function remark(message: string): void {
  const { UnknownValueError } = sdk as { UnknownValueError?: new (unknown: string, path: string[]) => Error };
  if (UnknownValueError) {
    throw Object.assign(new UnknownValueError(UNKNOWN_STRING, []), { message });
  }
}

/** Inputs as the SDK hands them to a remediation, as they travelled: secrets are its own objects behind proxies. */
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
