import { mayHoldAssets } from "../stack/aws-types";
import { patchedAt, placesOf } from "../stack/merge-patch";
import { keysOf, overlaps, type Key } from "../stack/path";
import type { Wire } from "../stack/recorded";
import { Resource, type ResourceFacts } from "../stack/resource";
import { canonicalType } from "../stack/tokens";
import { decode } from "../stack/value";
import type { ResourceCheck, Rule } from "./rule";
import { appliesTo, checkResource, settle, type Circumstances, type Mend } from "./run";

/** A resource with its inputs as they travel. */
export interface Remediable extends Omit<ResourceFacts, "inputs" | "outputs"> {
  inputs: Record<string, Wire>;
  /** The paths that the engine is told to leave as they are deployed. */
  ignoreChanges?: readonly string[];
}

/** What came of a remediation. */
export interface Remediated {
  /** All inputs, with what was mended; absent where nothing was. */
  inputs?: Record<string, Wire>;
  /** The error's kind and place, where the rule failed inside. */
  fault?: string;
}

/** The check whose findings on single resources a rule mends; absent for a rule that mends nothing. */
export function remediationCheck({ remediation, resource }: Rule): ResourceCheck | undefined {
  return remediation && (remediation.resource ?? resource);
}

/** True where a rule may mend resources of this (current) type: never one with files, which the SDK does not hand on whole. */
export function remediates(rule: Rule, type: string): boolean {
  const check = remediationCheck(rule);
  return check !== undefined && appliesTo({ ...rule, resource: check }, type) && !mayHoldAssets(type);
}

/**
 * Mends in a resource's inputs what a rule finds there and no exemption sets aside. Nothing but the mended places
 * changes; where one of them is not known yet, it stays. Never throws.
 * @param whenNew whether to mend what is right only for a resource that does not exist yet
 */
export function remediate(
  rule: Rule,
  resource: Remediable,
  circumstances: Circumstances,
  whenNew: boolean,
): Remediated {
  const check = remediationCheck(rule);
  if (!check || !remediates(rule, canonicalType(resource.type))) {
    return {};
  }
  const looked = new Resource({ ...resource, inputs: decode(structuredClone(resource.inputs)) });
  const { results, fault } = checkResource({ ...rule, resource: check }, looked, circumstances);
  if (fault !== undefined) {
    return { fault };
  }
  const ignored = (resource.ignoreChanges ?? []).map(ignoredKeys);
  const mends = settle(results, circumstances)
    .filter(({ exemption }) => exemption?.state !== "active")
    .flatMap(({ mend }) => (mend === undefined || (mend.whenNew && !whenNew) ? [] : [mend]));
  const inputs = mends.reduce((changed, mend) => mended(changed, mend, ignored) ?? changed, resource.inputs);
  return inputs === resource.inputs ? {} : { inputs: structuredClone(inputs) };
}

/** The inputs with a mend; absent where it cannot be made, or touches what changes are ignored of. */
function mended(
  inputs: Record<string, Wire>,
  { at, patch }: Mend,
  ignored: readonly string[][],
): Record<string, Wire> | undefined {
  const keys = keysOf(at);
  const places = keys && placesOf(patch).map((place) => namesIn([...keys, ...place]));
  if (!places || places.some((place) => ignored.some((other) => overlaps(place, other)))) {
    return undefined;
  }
  return patchedAt(inputs, keys, patch) as Record<string, Wire> | undefined;
}

const namesIn = (keys: readonly Key[]): string[] => keys.filter((key) => typeof key === "string");

/** The names in a path of `ignoreChanges`; of one in a form of its own, such as `a[*].b`, the first, which stands for all below. */
function ignoredKeys(path: string): string[] {
  return path === "*" ? [] : namesIn(keysOf(path) ?? path.split(/[.[]/, 1));
}
