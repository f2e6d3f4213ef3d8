import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.sagemaker.notebook-instance.type-prefix": {
      type: "aws:sagemaker/notebookInstance:NotebookInstance",
      require: { instanceType: { startsWith: "ml." } },
      must: 'An instance type of SageMaker begins with "ml.", such as "ml.t3.medium".',
      source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html",
      accepts: [{ instanceType: "ml.t3.medium" }],
      rejects: [{ instanceType: "t3.medium" }],
    },
    "aws.sagemaker.model.one-form": {
      type: "aws:sagemaker/model:Model",
      require: { exactlyOne: ["primaryContainer", "containers"] },
      must: "A model has either `primaryContainer` or `containers`.",
      source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateModel.html",
      accepts: [{ primaryContainer: { image: "x" } }, { containers: [{ image: "x" }] }],
      rejects: [{ primaryContainer: { image: "x" }, containers: [{ image: "x" }] }, { executionRoleArn: "x" }],
    },
    "aws.sagemaker.notebook-instance.volume": {
      type: "aws:sagemaker/notebookInstance:NotebookInstance",
      when: { volumeSize: { present: true } },
      require: { volumeSize: { min: 5, max: 16384 } },
      must: "`volumeSize` is 5 to 16384.",
      source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html",
      accepts: [{ volumeSize: 5 }],
      rejects: [{ volumeSize: 2 }],
    },
    "aws.sagemaker.notebook-instance.direct-access": {
      type: "aws:sagemaker/notebookInstance:NotebookInstance",
      when: { directInternetAccess: "Disabled" },
      require: { subnetId: { present: true } },
      must: "Without direct access to the internet a notebook requires `subnetId`.",
      source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_CreateNotebookInstance.html",
      accepts: [
        { directInternetAccess: "Disabled", subnetId: "x", securityGroups: ["x"] },
        { directInternetAccess: "Enabled" },
      ],
      rejects: [{ directInternetAccess: "Disabled" }],
    },
    "aws.sagemaker.endpoint-configuration.variant-size": {
      type: "aws:sagemaker/endpointConfiguration:EndpointConfiguration",
      each: "productionVariants",
      require: { atMostOne: ["instanceType", "serverlessConfig"] },
      must: "A variant with `instanceType` has no `serverlessConfig`.",
      source: "https://docs.aws.amazon.com/sagemaker/latest/APIReference/API_ProductionVariant.html",
      accepts: [
        { productionVariants: [{ modelName: "x", instanceType: "ml.m5.large", initialInstanceCount: 1 }] },
        { productionVariants: [{ modelName: "x", serverlessConfig: { maxConcurrency: 1, memorySizeInMb: 1024 } }] },
      ],
      rejects: [
        {
          productionVariants: [
            {
              modelName: "x",
              instanceType: "ml.m5.large",
              serverlessConfig: { maxConcurrency: 1, memorySizeInMb: 1024 },
            },
          ],
        },
      ],
    },
  },
} satisfies ServiceConstraints;
