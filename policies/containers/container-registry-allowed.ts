import { allowedBy, quoted } from "../../src/contract/allowed";
import { containersOf } from "../../src/aws/containers/environments";
import { parseImage } from "../../src/aws/containers/images";
import { ECS_TASK_DEFINITION, LAMBDA_FUNCTION } from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "container-registry-allowed",
  category: "containers",
  description: "Container images must come from a registry that the contract allows",
  severity: "medium",
  level: "only-if-required",
  contractKeys: ["allowedRegistries"],
  why:
    "An image of a public registry is whatever its owner pushes, and is gone when the owner removes it. Copies in a registry " +
    "of one's own are scanned, signed and kept.",
  fix: {
    typescript: `containerDefinitions: pulumi.jsonStringify([
  { name: "api", image: "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1.4.2" },
]),`,
    python: `container_definitions=json.dumps([
    {"name": "api", "image": "123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1.4.2"},
]),`,
    yaml: `containerDefinitions:
  fn::toJSON:
    - name: api
      image: 123456789012.dkr.ecr.us-east-1.amazonaws.com/api:1.4.2`,
  },
  limits: "Images of EKS, Batch, App Runner and SageMaker.",
  references: ["https://docs.aws.amazon.com/AmazonECS/latest/developerguide/security-tasks-containers.html"],
  resource: {
    types: [ECS_TASK_DEFINITION, LAMBDA_FUNCTION],
    check(workload, { contract: { allowedRegistries: allowed = [] }, decide, undecided }) {
      const images = imagesOf(workload);
      if (images === UNKNOWN) {
        undecided(workload, "containerDefinitions");
        return;
      }
      for (const view of images) {
        const reference = view.str();
        if (reference !== undefined) {
          decide(reference === UNKNOWN ? UNKNOWN : isFrom(allowed, reference), {
            at: view,
            restsOnComputedText: view.resource.isComputed(view.property),
            message:
              `The image comes from "${known(reference) ? parseImage(reference).registry : ""}", which the contract's ` +
              `\`allowedRegistries\` do not have. Use an image of ${quoted(allowed)}.`,
          });
        }
      }
    },
  },
});

/** Where a workload names its images. */
function imagesOf(workload: Resource): View[] | typeof UNKNOWN {
  if (workload.type === LAMBDA_FUNCTION) {
    return [workload.at("imageUri")];
  }
  const containers = containersOf(workload);
  return known(containers) ? containers.map((container) => container.at("image")) : UNKNOWN;
}

/** Whether an image is of one of some registries, or below one of their paths. */
function isFrom(allowed: readonly string[], reference: string): boolean {
  const { registry, repository } = parseImage(reference);
  return allowedBy(allowed.flatMap((one) => (one.includes("/") ? [one, `${one}/*`] : [`${one}/*`])))(
    `${registry}/${repository}`,
  );
}
