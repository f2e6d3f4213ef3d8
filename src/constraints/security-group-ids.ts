import type { Constraint, Inputs } from "./form";

/** A list of security groups, which names them by their ids. Cases have `rest` besides. */
export const securityGroupIds = (type: string, property: string, source: string, rest: Inputs = {}): Constraint => ({
  type,
  // What is certainly something else: a name in lower case, an ARN, or the id of another kind of resource.
  require: { [property]: { every: { not: { matches: /^(?:[a-z]+|arn:.*|subnet-.*|vpc-.*)$/ } } } },
  ofLiterals: true,
  must: 'Security groups are named by their ids: "sg-…".',
  source,
  accepts: [{ ...rest, [property]: ["sg-0a1b2c3d"] }],
  rejects: [{ ...rest, [property]: ["default"] }],
});
