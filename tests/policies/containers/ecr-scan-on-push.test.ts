import rule from "../../../policies/containers/ecr-scan-on-push";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const repository = (imageScanningConfiguration?: Input): BuiltResource =>
  resource("aws:ecr/repository:Repository", "api", { imageScanningConfiguration });

ruleTest(rule, {
  valid: [
    { name: "scans", stack: [repository({ scanOnPush: true })] },
    {
      name: "the registry scans",
      stack: [
        repository(),
        resource("aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration", "all", {
          scanType: "ENHANCED",
        }),
      ],
      isRemediated: true,
    },
    {
      name: "Inspector scans",
      stack: [
        repository(),
        resource("aws:inspector2/enabler:Enabler", "all", { accountIds: ["464738291005"], resourceTypes: ["ECR"] }),
      ],
      isRemediated: true,
    },
    { name: "a read one", stack: [resource("aws:ecr/repository:Repository", "shared", {}, { external: true })] },
  ],
  invalid: [
    {
      name: "nothing is said",
      stack: [repository()],
      findings: [{ resource: "api", path: "imageScanningConfiguration" }],
    },
    {
      name: "switched off",
      stack: [repository({ scanOnPush: false })],
      findings: [{ resource: "api", path: "imageScanningConfiguration" }],
      mended: { api: { imageScanningConfiguration: { scanOnPush: true } } },
    },
  ],
  undecided: [{ name: "the switch", stack: [repository(unknown)], at: ["api.imageScanningConfiguration.scanOnPush"] }],
});
