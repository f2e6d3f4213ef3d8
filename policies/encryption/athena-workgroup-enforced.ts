import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "athena-workgroup-enforced",
  category: "encryption",
  description: "Athena workgroups must enforce their configuration",
  severity: "medium",
  level: "advisory",
  why:
    "A workgroup that does not enforce its configuration leaves encryption and location of the results to each client, " +
    "so results may be written unencrypted to any bucket.",
  references: ["https://docs.aws.amazon.com/athena/latest/ug/workgroups-settings-override.html"],
  requirement: {
    types: ["aws:athena/workgroup:Workgroup"],
    property: "configuration.enforceWorkgroupConfiguration",
    must: { equals: true },
    whenAbsent: true,
    fix: true,
    incorrect: false,
    consequence: "Clients choose encryption and location of the results.",
    example: { name: "reports" },
  },
});
