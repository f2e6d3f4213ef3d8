import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.imagebuilder.image-pipeline.one-recipe": {
      type: "aws:imagebuilder/imagePipeline:ImagePipeline",
      require: { exactlyOne: ["imageRecipeArn", "containerRecipeArn"] },
      must: "It has either `imageRecipeArn` or `containerRecipeArn`.",
      source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateImagePipeline.html",
      accepts: [{ imageRecipeArn: "x" }, { containerRecipeArn: "x" }],
      rejects: [{ imageRecipeArn: "x", containerRecipeArn: "x" }, { infrastructureConfigurationArn: "x" }],
    },
    "aws.imagebuilder.image-pipeline.workflow-role": {
      type: "aws:imagebuilder/imagePipeline:ImagePipeline",
      when: { workflows: { present: true } },
      require: { executionRole: { present: true } },
      must: "Workflows require `executionRole`.",
      source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateImagePipeline.html",
      accepts: [
        { imageRecipeArn: "x", workflows: [{ workflowArn: "x" }], executionRole: "x" },
        { containerRecipeArn: "x" },
      ],
      rejects: [{ imageRecipeArn: "x", workflows: [{ workflowArn: "x" }] }],
    },
    "aws.imagebuilder.image.one-recipe": {
      type: "aws:imagebuilder/image:Image",
      require: { exactlyOne: ["imageRecipeArn", "containerRecipeArn"] },
      must: "It has either `imageRecipeArn` or `containerRecipeArn`.",
      source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateImage.html",
      accepts: [{ imageRecipeArn: "x" }, { containerRecipeArn: "x" }],
      rejects: [{ imageRecipeArn: "x", containerRecipeArn: "x" }, { infrastructureConfigurationArn: "x" }],
    },
    "aws.imagebuilder.image.workflow-role": {
      type: "aws:imagebuilder/image:Image",
      when: { workflows: { present: true } },
      require: { executionRole: { present: true } },
      must: "Workflows require `executionRole`.",
      source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateImage.html",
      accepts: [
        { imageRecipeArn: "x", workflows: [{ workflowArn: "x" }], executionRole: "x" },
        { containerRecipeArn: "x" },
      ],
      rejects: [{ imageRecipeArn: "x", workflows: [{ workflowArn: "x" }] }],
    },
    "aws.imagebuilder.container-recipe.one-dockerfile": {
      type: "aws:imagebuilder/containerRecipe:ContainerRecipe",
      require: { exactlyOne: ["dockerfileTemplateData", "dockerfileTemplateUri"] },
      must: "A recipe has either `dockerfileTemplateData` or `dockerfileTemplateUri`.",
      source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateContainerRecipe.html",
      accepts: [{ dockerfileTemplateData: "FROM x" }, { dockerfileTemplateUri: "s3://x" }],
      rejects: [{ dockerfileTemplateData: "FROM x", dockerfileTemplateUri: "s3://x" }, { containerType: "DOCKER" }],
    },
    "aws.imagebuilder.infrastructure-configuration.security-groups": {
      type: "aws:imagebuilder/infrastructureConfiguration:InfrastructureConfiguration",
      when: { subnetId: { present: true } },
      require: { securityGroupIds: { present: true } },
      must: "A subnet requires `securityGroupIds`.",
      source: "https://docs.aws.amazon.com/imagebuilder/latest/APIReference/API_CreateInfrastructureConfiguration.html",
      accepts: [{ subnetId: "x", securityGroupIds: ["x"] }, { instanceProfileName: "x" }],
      rejects: [{ subnetId: "x" }],
    },
  },
} satisfies ServiceConstraints;
