import { createHash } from "node:crypto";
import type { Result } from "../rules/run";

/** A finding, reduced to what it is about. */
export type Located = Pick<Result, "urn" | "path"> & { rule: { id: string }; constraint?: { id: string } };

const STACK_URN = /^urn:pulumi:[^:]+::[^:]+::pulumi:pulumi:Stack::/;

/**
 * What a finding is known by from one run to the next: its rule or the constraint that the rule checks, its resource and its property. Neither its message
 * nor the indexes of lists count, since an item that is added before another moves it. So findings may share one.
 */
export function fingerprint({ rule, constraint, urn = "", path }: Located): string {
  // Where no program ran, what concerns the whole stack has no URN.
  const resource = STACK_URN.test(urn) ? "" : urn;
  const property = path.replaceAll(/\[\d+\]/g, "[]");
  return createHash("sha256")
    .update(JSON.stringify([constraint?.id ?? rule.id, resource, property]))
    .digest("hex");
}
