import { UNKNOWN } from "../../src/graph/value";
import { defineRule, type Finding } from "../../src/rules/rule";

export default defineRule({
  id: "codepipeline-artifact-store-region",
  category: "validity",
  description: "A pipeline's artifact stores must name regions only where there are several",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The only artifact store of a pipeline is in the pipeline's own region. A pipeline with actions in several regions has " +
    "one store for each of them, and then each store must name its region.",
  fix: {
    typescript: `artifactStores: [{ type: "S3", location: artifacts.bucket }],`,
    python: `artifact_stores=[{"type": "S3", "location": artifacts.bucket}],`,
    yaml: `artifactStores:
  - type: S3
    location: \${artifacts.bucket}`,
  },
  limits: "Whether each region that an action runs in has a store.",
  references: ["https://docs.aws.amazon.com/codepipeline/latest/userguide/actions-create-cross-region.html"],
  resource: {
    types: ["aws:codepipeline/pipeline:Pipeline"],
    check(pipeline, { report, undecided }) {
      const stores = pipeline.list("artifactStores") ?? [];
      if (stores === UNKNOWN) {
        undecided(pipeline, "artifactStores");
        return;
      }
      const seen = new Set<string>();
      for (const store of stores) {
        const region = store.str("region") ?? "";
        if (region === UNKNOWN) {
          undecided(store, "region");
          continue;
        }
        const finding = stores.length === 1 ? onlyStore(region) : oneOfSeveral(region, seen);
        if (finding) {
          report({ at: store, property: "region", ...finding });
        }
        seen.add(region);
      }
    },
  },
  remediation: {
    does: "removes `region` from the only artifact store",
    leaves: "Pipelines with several stores: each must name its region.",
  },
});

function onlyStore(region: string): Finding | undefined {
  return region === ""
    ? undefined
    : {
        fix: { region: null },
        message:
          `The only artifact store of the pipeline has \`region: "${region}"\`, but such a store is always in the ` +
          "pipeline's own region. Remove `region`.",
        awsError: "region cannot be set for a single-region CodePipeline Pipeline",
      };
}

function oneOfSeveral(region: string, seen: ReadonlySet<string>): Finding | undefined {
  if (region === "") {
    return {
      message:
        "The pipeline has several artifact stores, and this one names no region. Set `region` to the region of its bucket.",
      awsError: "region must be set for a cross-region CodePipeline Pipeline",
    };
  }
  return seen.has(region)
    ? {
        message: `Another artifact store of the pipeline is in ${region} too. Keep one store for each region.`,
        awsError: "only one Artifact Store can be defined per region for a cross-region CodePipeline Pipeline",
      }
    : undefined;
}
