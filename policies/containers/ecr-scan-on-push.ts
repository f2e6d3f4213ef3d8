import type { Resource } from "../../stack/resource";
import { UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const REPOSITORY = "aws:ecr/repository:Repository";
const REGISTRY_SCANNING = "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
const INSPECTOR = "aws:inspector2/enabler:Enabler";

export default defineRule({
  id: "ecr-scan-on-push",
  category: "containers",
  description: "ECR looks images through when they are pushed",
  severity: "medium",
  level: "advisory",
  failures: [],
  controls: [
    { framework: "AWS FSBP", reference: "ECR.1" },
    { framework: "PCI DSS 4.0.1", reference: "6.2.3" },
  ],
  why:
    "Most of what an image holds comes from others, and with it flaws that are known. A scan finds them before the image " +
    "runs, at no cost.",
  fix: {
    typescript: "imageScanningConfiguration: { scanOnPush: true },",
    python: 'image_scanning_configuration={"scan_on_push": True},',
    yaml: "imageScanningConfiguration:\n  scanOnPush: true",
  },
  limits:
    "Stacks that configure scanning for the whole registry, or Inspector; a registry that is configured elsewhere is not seen.",
  stack(stack, context) {
    if (stack.ofType(REGISTRY_SCANNING, INSPECTOR).length > 0) {
      return;
    }
    for (const repository of stack.ofType(REPOSITORY).filter(({ outside }) => !outside)) {
      checkRepository(repository, context);
    }
  },
  remediation: {
    does: "sets `imageScanningConfiguration.scanOnPush: true`",
    resource: { types: [REPOSITORY], check: checkRepository },
  },
});

function checkRepository(repository: Resource, { report, undecided }: Context): void {
  const scans = repository.bool("imageScanningConfiguration", "scanOnPush");
  if (scans === UNKNOWN) {
    undecided(repository, "imageScanningConfiguration.scanOnPush");
  } else if (!scans) {
    report({
      at: repository,
      property: "imageScanningConfiguration",
      mend: { imageScanningConfiguration: { scanOnPush: true } },
      message:
        "nothing looks for known flaws in the images that are pushed; set imageScanningConfiguration: { scanOnPush: true }.",
    });
  }
}
