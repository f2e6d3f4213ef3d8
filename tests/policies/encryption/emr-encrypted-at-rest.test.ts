import rule from "../../../policies/encryption/emr-encrypted-at-rest";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const CONFIGURATION = "aws:emr/securityConfiguration:SecurityConfiguration";
const settings = (configuration: Input): BuiltResource =>
  resource(CONFIGURATION, "jobs", { configuration: json(configuration) });

ruleTest(rule, {
  valid: [
    { name: "encryption", contract, stack: [settings({ EncryptionConfiguration: { EnableAtRestEncryption: true } })] },
  ],
  invalid: [
    {
      name: "encryption switched off",
      contract,
      stack: [settings({ EncryptionConfiguration: { EnableAtRestEncryption: false } })],
      findings: [
        { resource: "jobs", path: "configuration.EncryptionConfiguration.EnableAtRestEncryption", level: "mandatory" },
      ],
    },
    {
      name: "no setting",
      contract,
      stack: [settings({})],
      findings: [
        { resource: "jobs", path: "configuration.EncryptionConfiguration.EnableAtRestEncryption", level: "mandatory" },
      ],
    },
  ],
  undecided: [
    {
      name: "a configuration that is not known yet",
      contract,
      stack: [resource(CONFIGURATION, "jobs", { configuration: unknown })],
      at: ["jobs.configuration.EncryptionConfiguration.EnableAtRestEncryption"],
    },
  ],
});
