import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ram.principal-association.principal": {
      type: "aws:ram/principalAssociation:PrincipalAssociation",
      require: { principal: { matches: /^\d{12}$|^arn:|\.amazonaws\.com/ } },
      must: "`principal` is an account of 12 digits, an ARN or a service principal.",
      source: "https://docs.aws.amazon.com/ram/latest/APIReference/API_AssociateResourceShare.html",
      accepts: [
        { principal: "111122223333" },
        { principal: "arn:aws:organizations::111122223333:organization/o-abc" },
        { principal: "pca-connector-ad.amazonaws.com" },
      ],
      rejects: [{ principal: "46473829" }, { principal: "o-abcdef1234" }],
    },
  },
} satisfies ServiceConstraints;
