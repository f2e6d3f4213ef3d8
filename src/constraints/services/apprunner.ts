import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.apprunner.service.one-source": {
      type: "aws:apprunner/service:Service",
      require: { exactlyOne: ["sourceConfiguration.imageRepository", "sourceConfiguration.codeRepository"] },
      must: "A service has either `sourceConfiguration.imageRepository` or `sourceConfiguration.codeRepository`.",
      source: "https://docs.aws.amazon.com/apprunner/latest/api/API_SourceConfiguration.html",
      accepts: [
        { sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } } },
        {
          sourceConfiguration: {
            authenticationConfiguration: { connectionArn: "x" },
            codeRepository: { repositoryUrl: "x", sourceCodeVersion: { type: "BRANCH", value: "main" } },
          },
        },
      ],
      rejects: [{ sourceConfiguration: { autoDeploymentsEnabled: false } }],
    },
    "aws.apprunner.service.ecr-access-role": {
      type: "aws:apprunner/service:Service",
      when: { "sourceConfiguration.imageRepository.imageRepositoryType": "ECR" },
      require: { "sourceConfiguration.authenticationConfiguration.accessRoleArn": { present: true } },
      must: "An image in a private registry requires `sourceConfiguration.authenticationConfiguration.accessRoleArn`.",
      source: "https://docs.aws.amazon.com/apprunner/latest/api/API_AuthenticationConfiguration.html",
      accepts: [
        {
          sourceConfiguration: {
            authenticationConfiguration: { accessRoleArn: "x" },
            imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR" },
          },
        },
        { sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } } },
      ],
      rejects: [{ sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR" } } }],
    },
    "aws.apprunner.service.public-image-deployments": {
      type: "aws:apprunner/service:Service",
      when: { "sourceConfiguration.imageRepository.imageRepositoryType": "ECR_PUBLIC" },
      require: { "sourceConfiguration.autoDeploymentsEnabled": false },
      must: "App Runner cannot deploy a public image on its own: leave out `sourceConfiguration.autoDeploymentsEnabled` or set it to `false`.",
      source: "https://docs.aws.amazon.com/apprunner/latest/dg/manage-deploy.html",
      accepts: [
        {
          sourceConfiguration: {
            autoDeploymentsEnabled: false,
            imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" },
          },
        },
        { sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } } },
      ],
      rejects: [
        {
          sourceConfiguration: {
            autoDeploymentsEnabled: true,
            imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" },
          },
        },
      ],
    },
    "aws.apprunner.service.egress-connector": {
      type: "aws:apprunner/service:Service",
      when: { "networkConfiguration.egressConfiguration.egressType": "VPC" },
      require: { "networkConfiguration.egressConfiguration.vpcConnectorArn": { present: true } },
      must: "Egress through a VPC requires `networkConfiguration.egressConfiguration.vpcConnectorArn`.",
      source: "https://docs.aws.amazon.com/apprunner/latest/api/API_EgressConfiguration.html",
      accepts: [
        {
          networkConfiguration: { egressConfiguration: { egressType: "VPC", vpcConnectorArn: "x" } },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ networkConfiguration: { egressConfiguration: { egressType: "VPC" } } }],
    },
    "aws.apprunner.service.egress-default": {
      type: "aws:apprunner/service:Service",
      when: { "networkConfiguration.egressConfiguration.egressType": "DEFAULT" },
      require: { "networkConfiguration.egressConfiguration.vpcConnectorArn": { present: false } },
      must: 'A connector requires `networkConfiguration.egressConfiguration.egressType` "VPC".',
      source: "https://docs.aws.amazon.com/apprunner/latest/api/API_EgressConfiguration.html",
      accepts: [
        {
          networkConfiguration: { egressConfiguration: { egressType: "DEFAULT" } },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ networkConfiguration: { egressConfiguration: { egressType: "DEFAULT", vpcConnectorArn: "x" } } }],
    },
    "aws.apprunner.service.size-0-25": {
      type: "aws:apprunner/service:Service",
      when: { "instanceConfiguration.cpu": ["256", "0.25 vCPU"] },
      require: { "instanceConfiguration.memory": ["512", "0.5 GB", "1024", "1 GB"] },
      must: 'A service with 0.25 vCPU has `instanceConfiguration.memory` "0.5 GB" or "1 GB".',
      source: "https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html",
      accepts: [
        {
          instanceConfiguration: { cpu: "256", memory: "512" },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ instanceConfiguration: { cpu: "256", memory: "4096" } }],
    },
    "aws.apprunner.service.size-0-5": {
      type: "aws:apprunner/service:Service",
      when: { "instanceConfiguration.cpu": ["512", "0.5 vCPU"] },
      require: { "instanceConfiguration.memory": ["1024", "1 GB"] },
      must: 'A service with 0.5 vCPU has `instanceConfiguration.memory` "1 GB".',
      source: "https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html",
      accepts: [
        {
          instanceConfiguration: { cpu: "512", memory: "1024" },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ instanceConfiguration: { cpu: "512", memory: "16384" } }],
    },
    "aws.apprunner.service.size-1": {
      type: "aws:apprunner/service:Service",
      when: { "instanceConfiguration.cpu": ["1024", "1 vCPU"] },
      require: { "instanceConfiguration.memory": ["2048", "2 GB", "3072", "3 GB", "4096", "4 GB"] },
      must: 'A service with 1 vCPU has `instanceConfiguration.memory` "2 GB" or "3 GB" or "4 GB".',
      source: "https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html",
      accepts: [
        {
          instanceConfiguration: { cpu: "1024", memory: "2048" },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ instanceConfiguration: { cpu: "1024", memory: "16384" } }],
    },
    "aws.apprunner.service.size-2": {
      type: "aws:apprunner/service:Service",
      when: { "instanceConfiguration.cpu": ["2048", "2 vCPU"] },
      require: { "instanceConfiguration.memory": ["4096", "4 GB", "6144", "6 GB"] },
      must: 'A service with 2 vCPU has `instanceConfiguration.memory` "4 GB" or "6 GB".',
      source: "https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html",
      accepts: [
        {
          instanceConfiguration: { cpu: "2048", memory: "4096" },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ instanceConfiguration: { cpu: "2048", memory: "16384" } }],
    },
    "aws.apprunner.service.size-4": {
      type: "aws:apprunner/service:Service",
      when: { "instanceConfiguration.cpu": ["4096", "4 vCPU"] },
      require: { "instanceConfiguration.memory": ["8192", "8 GB", "10240", "10 GB", "12288", "12 GB"] },
      must: 'A service with 4 vCPU has `instanceConfiguration.memory` "8 GB" or "10 GB" or "12 GB".',
      source: "https://docs.aws.amazon.com/apprunner/latest/dg/architecture.html",
      accepts: [
        {
          instanceConfiguration: { cpu: "4096", memory: "8192" },
          sourceConfiguration: { imageRepository: { imageIdentifier: "x", imageRepositoryType: "ECR_PUBLIC" } },
        },
      ],
      rejects: [{ instanceConfiguration: { cpu: "4096", memory: "16384" } }],
    },
  },
} satisfies ServiceConstraints;
