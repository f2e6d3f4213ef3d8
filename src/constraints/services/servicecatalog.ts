import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.servicecatalog.constraint.parameters-json": {
      type: "aws:servicecatalog/constraint:Constraint",
      require: { parameters: { matches: /^\s*\{/ } },
      must: "`parameters` is a JSON object.",
      source: "https://docs.aws.amazon.com/servicecatalog/latest/dg/API_CreateConstraint.html",
      accepts: [{ type: "LAUNCH", parameters: JSON.stringify({ LocalRoleName: "x" }) }],
      rejects: [{ type: "LAUNCH", parameters: "role" }],
    },
  },
} satisfies ServiceConstraints;
