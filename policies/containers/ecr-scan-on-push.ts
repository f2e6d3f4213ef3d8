import { ECR_REGISTRY_SCANNING_CONFIGURATION, ECR_REPOSITORY } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";
const INSPECTOR = "aws:inspector2/enabler:Enabler";

export default defineRule({
  id: "ecr-scan-on-push",
  category: "containers",
  description: "ECR must scan images when they are pushed",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["imageScanning"],
  failures: [],
  why:
    "Most of an image comes from other projects, with their known vulnerabilities. A scan finds them before the image " +
    "runs, at no cost.",
  fix: {
    typescript: `imageScanningConfiguration: { scanOnPush: true },`,
    python: `image_scanning_configuration={"scan_on_push": True},`,
    yaml: `imageScanningConfiguration:
  scanOnPush: true`,
  },
  limits:
    "Stacks that configure scanning for the whole registry, or Inspector for ECR. The registry's own configuration is not seen.",
  references: [
    "https://docs.aws.amazon.com/AmazonECR/latest/userguide/image-scanning.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ecr-controls.html",
  ],
  stack(stack, context) {
    if (stack.ofType(ECR_REGISTRY_SCANNING_CONFIGURATION).length > 0 || stack.ofType(INSPECTOR).some(scansImages)) {
      return;
    }
    for (const repository of stack.managed(ECR_REPOSITORY)) {
      checkRepository(repository, context);
    }
  },
  remediation: {
    does: "sets `imageScanningConfiguration.scanOnPush: true`",
    resource: { types: [ECR_REPOSITORY], check: checkRepository },
  },
});

/** False where Inspector scans something else only. */
function scansImages(inspector: Resource): boolean {
  const types = inspector.list("resourceTypes") ?? [];
  return !known(types) || types.some((type) => [UNKNOWN, "ECR"].includes(type.str() ?? ""));
}

function checkRepository(repository: Resource, { report, undecided }: Context): void {
  const scans = repository.bool("imageScanningConfiguration", "scanOnPush");
  if (scans === UNKNOWN) {
    undecided(repository, "imageScanningConfiguration.scanOnPush");
  } else if (!scans) {
    report({
      at: repository,
      property: "imageScanningConfiguration",
      fix: { imageScanningConfiguration: { scanOnPush: true } },
      message:
        "Images are not scanned for known vulnerabilities when they are pushed. " +
        "Set `imageScanningConfiguration: { scanOnPush: true }`.",
    });
  }
}
