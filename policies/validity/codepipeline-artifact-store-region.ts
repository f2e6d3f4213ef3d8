import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule, type Finding } from "../rule";

export default defineRule({
  id: "codepipeline-artifact-store-region",
  category: "validity",
  description: "A pipeline's artifact stores name regions only when there are several",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "The one artifact store of a pipeline lies in the pipeline's own region. Only a pipeline that acts in several regions " +
    "has several stores, and then the region is what tells them apart.",
  fix: {
    typescript: 'artifactStores: [{ type: "S3", location: artifacts.bucket }],',
    python: 'artifact_stores=[{"type": "S3", "location": artifacts.bucket}],',
    yaml: "artifactStores:\n  - type: S3\n    location: ${artifacts.bucket}",
  },
  limits: "Whether each region that an action runs in has a store.",
  resource: {
    types: ["aws:codepipeline/pipeline:Pipeline"],
    check(pipeline, { report, undecided }) {
      const stores = pipeline.list("artifactStores") ?? [];
      if (stores === UNKNOWN) {
        undecided(pipeline, "artifactStores");
        return;
      }
      const [first, second] = stores;
      if (second === undefined) {
        const region = first?.str("region") ?? "";
        if (region === UNKNOWN && first !== undefined) {
          undecided(first, "region");
        } else if (known(region) && region !== "" && first !== undefined) {
          report(regionOfOnlyStore(first, region));
        }
        return;
      }
      const seen = new Set<string>();
      for (const store of stores) {
        const region = store.str("region") ?? "";
        if (region === UNKNOWN) {
          undecided(store, "region");
        } else if (region === "" || seen.has(region)) {
          report(region === "" ? withoutRegion(store) : regionTwice(store, region));
        } else {
          seen.add(region);
        }
      }
    },
  },
  remediation: {
    does: "takes `region` out of the only artifact store",
    leaves: "Pipelines with several stores, which have to say where each of them lies.",
  },
});

function regionOfOnlyStore(store: View, region: string): Finding {
  return {
    at: store,
    property: "region",
    mend: { region: null },
    message:
      `the only artifact store of the pipeline names a region (${region}); ` +
      "take region out of it, since it lies where the pipeline does.",
    answer: "region cannot be set for a single-region CodePipeline Pipeline",
  };
}

function withoutRegion(store: View): Finding {
  return {
    at: store,
    property: "region",
    message:
      "the pipeline has several artifact stores and this one names no region; set region to where its bucket is.",
    answer: "region must be set for a cross-region CodePipeline Pipeline",
  };
}

function regionTwice(store: View, region: string): Finding {
  return {
    at: store,
    property: "region",
    message: `another artifact store of the pipeline is in ${region} too; keep one store for each region.`,
    answer: "only one Artifact Store can be defined per region for a cross-region CodePipeline Pipeline",
  };
}
