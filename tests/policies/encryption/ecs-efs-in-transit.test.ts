import rule from "../../../policies/encryption/ecs-efs-in-transit";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const task = (volumes?: Input): BuiltResource =>
  resource("aws:ecs/taskDefinition:TaskDefinition", "web", { family: "web", volumes });
const files = (settings: Record<string, Input>): Input => ({
  name: "files",
  efsVolumeConfiguration: { fileSystemId: "fs-1", ...settings },
});

ruleTest(rule, {
  valid: [
    { name: "no file system", contract, stack: [task([{ name: "cache" }])] },
    { name: "TLS", contract, stack: [task([files({ transitEncryption: "ENABLED" })])] },
  ],
  invalid: [
    {
      name: "no setting, beside another volume",
      contract,
      stack: [task([{ name: "cache" }, files({})])],
      findings: [{ resource: "web", path: "volumes[1].efsVolumeConfiguration.transitEncryption", level: "mandatory" }],
    },
    {
      name: "TLS switched off",
      contract,
      stack: [task([files({ transitEncryption: "DISABLED" })])],
      findings: [{ resource: "web", path: "volumes[0].efsVolumeConfiguration.transitEncryption", level: "mandatory" }],
    },
  ],
  undecided: [
    { name: "volumes that are not known yet", contract, stack: [task(unknown)], at: ["web.volumes"] },
    {
      name: "a setting that is not known yet",
      contract,
      stack: [task([files({ transitEncryption: unknown })])],
      at: ["web.volumes[0].efsVolumeConfiguration.transitEncryption"],
    },
  ],
});
