import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "transfer-server-protocols",
  category: "encryption",
  description: "Transfer Family servers must not use FTP",
  severity: "medium",
  level: "advisory-unless-required",
  why: "FTP sends passwords and files unencrypted, so that everyone on the way can read and change them. SFTP, FTPS and AS2 encrypt.",
  references: ["https://docs.aws.amazon.com/securityhub/latest/userguide/transfer-controls.html"],
  requirement: {
    types: ["aws:transfer/server:Server"],
    property: "protocols",
    must: { lacks: "FTP" },
    consequence: "FTP sends passwords and files unencrypted.",
    instead: 'Set `protocols: ["SFTP"]`, or use FTPS.',
    correct: ["SFTP"],
  },
});
