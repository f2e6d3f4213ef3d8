import { mayHoldAssets } from "../aws/types";
import { patchedAt, pathsOf } from "../graph/merge-patch";
import { keysOf, overlaps, type Key } from "../graph/path";
import type { Wire } from "../graph/recorded";
import { Resource, type ResourceFacts } from "../graph/resource";
import { canonicalType } from "../graph/tokens";
import { decode } from "../graph/value";
import type { ResourceCheck, Rule } from "./rule";
import { appliesTo, checkResource, settle, type RunContext, type Fix } from "./run";

/** A resource with its inputs as the engine sends them. */
export interface Remediable extends Omit<ResourceFacts, "inputs" | "outputs"> {
  inputs: Record<string, Wire>;
  /** The paths whose changes the engine ignores. */
  ignoreChanges?: readonly string[];
}

/** The outcome of a remediation. */
export interface Remediated {
  /** All inputs, with the fixes; absent where nothing was fixed. */
  inputs?: Record<string, Wire>;
  /** The error's kind and location, where the rule crashed. */
  crash?: string;
}

/** The check whose findings on single resources a rule fixes; absent for a rule without remediation. */
export function remediationCheck({ remediation, resource }: Rule): ResourceCheck | undefined {
  return remediation && (remediation.resource ?? resource);
}

/** True where a rule can fix resources of this (current) type: never one with files, which the SDK does not pass on whole. */
export function remediates(rule: Rule, type: string): boolean {
  const check = remediationCheck(rule);
  return check !== undefined && appliesTo({ ...rule, resource: check }, type) && !mayHoldAssets(type);
}

/**
 * Fixes in a resource's inputs what a rule finds there, unless it is exempt. Nothing but the fixed properties changes; one
 * that is not known yet stays as it is. Never throws.
 * @param whenNew whether to apply fixes that are right only for a resource that does not exist yet
 */
export function remediate(rule: Rule, resource: Remediable, runContext: RunContext, whenNew: boolean): Remediated {
  const check = remediationCheck(rule);
  if (!check || !remediates(rule, canonicalType(resource.type))) {
    return {};
  }
  const checked = new Resource({ ...resource, inputs: decode(structuredClone(resource.inputs)) });
  const { results, crash } = checkResource({ ...rule, resource: check }, checked, runContext);
  if (crash !== undefined) {
    return { crash };
  }
  const ignored = (resource.ignoreChanges ?? []).map(ignoredKeys);
  const fixes = settle(results, runContext)
    .filter(({ exemption }) => exemption?.state !== "active")
    .flatMap(({ fix }) => (fix === undefined || (fix.whenNew && !whenNew) ? [] : [fix]));
  const inputs = fixes.reduce((changed, fix) => fixed(changed, fix, ignored) ?? changed, resource.inputs);
  return inputs === resource.inputs ? {} : { inputs: structuredClone(inputs) };
}

/** The inputs with a fix; absent where it cannot be applied, or changes a property whose changes are ignored. */
function fixed(
  inputs: Record<string, Wire>,
  { at, patch }: Fix,
  ignored: readonly string[][],
): Record<string, Wire> | undefined {
  const keys = keysOf(at);
  const paths = keys && pathsOf(patch).map((path) => namesIn([...keys, ...path]));
  if (!paths || paths.some((path) => ignored.some((other) => overlaps(path, other)))) {
    return undefined;
  }
  return patchedAt(inputs, keys, patch) as Record<string, Wire> | undefined;
}

const namesIn = (keys: readonly Key[]): string[] => keys.filter((key) => typeof key === "string");

/** The names in a path of `ignoreChanges`; of a path with a star, such as `a[*].b`, the first, which covers all below. */
function ignoredKeys(path: string): string[] {
  return path === "*" ? [] : namesIn(keysOf(path) ?? path.split(/[.[]/, 1));
}
