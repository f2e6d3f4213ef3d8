import { defineRule, type Rule } from "./rule";

/** What a security configuration of EMR encrypts. */
export interface EmrEncryption {
  id: string;
  description: string;
  why: string;
  /** As the keys of the configuration name it. */
  scope: "AtRest" | "InTransit";
  /** What clusters do without it, as the first sentence of the message. */
  consequence: string;
}

/** The rule that security configurations of EMR switch on one kind of encryption. */
export const defineEmrEncryptionRule = ({ id, description, why, scope, consequence }: EmrEncryption): Rule =>
  defineRule({
    id,
    category: "encryption",
    description,
    severity: "medium",
    level: "only-if-required",
    why,
    fix: {
      typescript: `configuration: JSON.stringify({
  EncryptionConfiguration: { Enable${scope}Encryption: true, ${scope}EncryptionConfiguration: settings },
}),`,
      python: `configuration=json.dumps({
    "EncryptionConfiguration": {"Enable${scope}Encryption": True, "${scope}EncryptionConfiguration": settings},
}),`,
      yaml: `configuration:
  fn::toJSON:
    EncryptionConfiguration:
      Enable${scope}Encryption: true
      ${scope}EncryptionConfiguration: \${settings}`,
    },
    limits: "Clusters without a security configuration.",
    references: [
      "https://docs.aws.amazon.com/securityhub/latest/userguide/emr-controls.html",
      "https://docs.aws.amazon.com/emr/latest/ManagementGuide/emr-create-security-configuration.html",
    ],
    resource: {
      types: ["aws:emr/securityConfiguration:SecurityConfiguration"],
      check(configuration, { decide }) {
        const document = configuration.json("configuration");
        const key = `Enable${scope}Encryption`;
        decide(document.bool("EncryptionConfiguration", key) ?? false, {
          at: document,
          property: `EncryptionConfiguration.${key}`,
          message: `${consequence}. Set "${key}" to true in "EncryptionConfiguration".`,
        });
      },
    },
  });
