import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "ami-public-access-block",
  category: "network",
  description: "Public sharing of machine images must be blocked",
  severity: "high",
  level: "advisory",
  why: "An image that is shared with everyone shows all that was on its disks. The block of the account keeps that from happening by mistake.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html"],
  requirement: {
    types: ["aws:ec2/imageBlockPublicAccess:ImageBlockPublicAccess"],
    property: "state",
    must: { isNotOneOf: ["unblocked"] },
    consequence: "Machine images of this account can be shared with everyone.",
    fix: "block-new-sharing",
  },
});
