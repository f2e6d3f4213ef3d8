import rule from "../../../policies/containers/ecr-scan-on-push";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const repository = (imageScanningConfiguration?: Input): BuiltResource =>
  resource("aws:ecr/repository:Repository", "api", { imageScanningConfiguration });

ruleTest(
  rule,
  underContract(
    { imageScanning: true },
    {
      valid: [
        { name: "scans switched on", stack: [repository({ scanOnPush: true })] },
        {
          name: "scans of the whole registry",
          stack: [
            repository(),
            resource("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", "all", {
              scanType: "ENHANCED",
            }),
          ],
          isRemediated: true,
        },
        {
          name: "scans by Inspector",
          stack: [
            repository(),
            resource("aws:inspector2/enabler:Enabler", "all", { accountIds: ["464738291005"], resourceTypes: ["ECR"] }),
          ],
          isRemediated: true,
        },
        {
          name: "a repository that is skipped with --target, or only read",
          stack: [resource("aws:ecr/repository:Repository", "shared", {}, { external: true })],
        },
      ],
      invalid: [
        {
          name: "no setting for scans",
          stack: [repository()],
          findings: [{ resource: "api", path: "imageScanningConfiguration" }],
        },
        {
          name: "scans switched off",
          stack: [repository({ scanOnPush: false })],
          findings: [{ resource: "api", path: "imageScanningConfiguration" }],
          fixed: { api: { imageScanningConfiguration: { scanOnPush: true } } },
        },
      ],
      undecided: [
        {
          name: "a setting that is not known yet",
          stack: [repository(unknown)],
          at: ["api.imageScanningConfiguration.scanOnPush"],
        },
      ],
    },
  ),
);
