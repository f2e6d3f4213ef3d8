import type { Constraint, Inputs, Test } from "./form";

/** Ids of groups, and not what is certainly something else: a name in lower case, an ARN, or another kind of id. */
export const GROUP_IDS: Test = { every: { not: { matches: /^(?:[a-z]+|arn:.*|subnet-.*|vpc-.*)$/ } } };

/** A list of security groups, which names them by their ids. Cases have `rest` besides. */
export const securityGroupIds = (type: string, property: string, source: string, rest: Inputs = {}): Constraint => ({
  type,
  require: { [property]: GROUP_IDS },
  ofLiterals: true,
  must: 'Security groups are named by their ids: "sg-…".',
  source,
  accepts: [{ ...rest, [property]: ["sg-0a1b2c3d"] }],
  rejects: [{ ...rest, [property]: ["default"] }],
});
