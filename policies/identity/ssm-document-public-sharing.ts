import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRequirement } from "../../src/rules/requirement";

/** The id of a setting is its path, or an ARN that ends with it. */
function isOtherSetting(setting: Resource): Certainty {
  const id = setting.str("settingId") ?? UNKNOWN;
  return id === UNKNOWN ? UNKNOWN : !id.endsWith("/ssm/documents/console/public-sharing-permission");
}

export default defineRequirement({
  id: "ssm-document-public-sharing",
  category: "identity",
  description: "Public sharing of Systems Manager documents must be blocked",
  severity: "critical",
  level: "advisory-unless-required",
  why: "A public document shows everyone how you administer your machines. The setting of the account keeps that from happening by mistake.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"],
  requirement: {
    types: ["aws:ssm/serviceSetting:ServiceSetting"],
    property: "settingValue",
    must: { equals: "Disable" },
    unless: isOtherSetting,
    consequence: "Documents of this account can be shared with everyone.",
    fix: "Disable",
    incorrect: "Enable",
    example: { settingId: "/ssm/documents/console/public-sharing-permission" },
  },
});
