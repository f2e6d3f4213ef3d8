import type { Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRequirement } from "../../src/rules/requirement";

/** The id of a setting is its path, or an ARN that ends with it. */
function isOtherSetting(setting: Resource): Certainty {
  const id = setting.str("settingId") ?? UNKNOWN;
  return id === UNKNOWN ? UNKNOWN : !id.endsWith("/ssm/automation/customer-script-log-destination");
}

export default defineRequirement({
  id: "ssm-automation-logging",
  category: "observability",
  description: "Systems Manager Automation must log the scripts that it runs",
  severity: "medium",
  level: "only-if-required",
  why: "The log shows what a script of an automation printed, which is the only trace of why it failed.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/ssm-controls.html"],
  requirement: {
    types: ["aws:ssm/serviceSetting:ServiceSetting"],
    property: "settingValue",
    must: { equals: "CloudWatch" },
    unless: isOtherSetting,
    consequence: "The output of scripts is not kept.",
    fix: "CloudWatch",
    incorrect: "None",
    example: { settingId: "/ssm/automation/customer-script-log-destination" },
  },
});
