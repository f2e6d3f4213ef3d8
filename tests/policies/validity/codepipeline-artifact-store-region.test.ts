import rule from "../../../policies/validity/codepipeline-artifact-store-region";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const bucket = resource("aws:s3/bucket:Bucket", "artifacts");
const store = (region?: Input): Input => ({ type: "S3", location: bucket.bucket, region });
const pipeline = (...artifactStores: Input[]): BuiltResource[] => [
  bucket,
  resource("aws:codepipeline/pipeline:Pipeline", "release", { artifactStores }),
];

ruleTest(rule, {
  valid: [
    { name: "one store without a region", stack: pipeline(store()) },
    { name: "an empty region, which is like an absent one", stack: pipeline(store("")) },
    { name: "a store for each region", stack: pipeline(store("us-east-1"), store("eu-west-1")) },
    { name: "no store at all, which the provider rejects itself", stack: pipeline() },
    {
      name: "a region of the resource itself",
      stack: [
        bucket,
        resource("aws:codepipeline/pipeline:Pipeline", "release", { region: "eu-west-1", artifactStores: [store()] }),
      ],
    },
    {
      name: "a pipeline that the stack only reads",
      stack: [
        resource(
          "aws:codepipeline/pipeline:Pipeline",
          "p",
          { artifactStores: [store("us-east-1")] },
          { external: true },
        ),
      ],
    },
  ],
  invalid: [
    {
      name: "one store with a region",
      stack: pipeline(store("us-east-1")),
      findings: [
        {
          resource: "release",
          path: "artifactStores[0].region",
          message:
            /us-east-1.*AWS rejects this with: "region cannot be set for a single-region CodePipeline Pipeline"\.$/,
        },
      ],
    },
    {
      name: "one store by name",
      stack: pipeline({ type: "S3", location: "artifacts", region: "us-east-1" }),
      findings: [{ resource: "release", path: "artifactStores[0].region" }],
      fixed: { release: { artifactStores: [{ type: "S3", location: "artifacts" }] } },
    },
    {
      name: "several stores without",
      stack: pipeline(store(), store("")),
      findings: [
        { resource: "release", path: "artifactStores[0].region", stays: true, message: /region must be set/ },
        { resource: "release", path: "artifactStores[1].region", stays: true },
      ],
    },
    {
      name: "two stores in one region",
      stack: pipeline(store("us-east-1"), store("eu-west-1"), store("us-east-1")),
      findings: [
        { resource: "release", path: "artifactStores[2].region", stays: true, message: /only one Artifact Store/ },
      ],
    },
  ],
  undecided: [
    {
      name: "the region of the only store",
      stack: pipeline(store(unknown)),
      at: ["release.artifactStores[0].region"],
    },
    {
      name: "regions of two stores",
      stack: pipeline(store("us-east-1"), store(unknown)),
      at: ["release.artifactStores[1].region"],
    },
    {
      name: "all stores",
      stack: [resource("aws:codepipeline/pipeline:Pipeline", "release", { artifactStores: unknown })],
      at: ["release.artifactStores"],
    },
  ],
});
