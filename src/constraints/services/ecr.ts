import {
  ECR_LIFECYCLE_POLICY,
  ECR_PULL_THROUGH_CACHE_RULE,
  ECR_REGISTRY_SCANNING_CONFIGURATION,
  ECR_REPOSITORY,
  SECRETSMANAGER_SECRET,
} from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const PARAMETERS = "https://docs.aws.amazon.com/AmazonECR/latest/userguide/lifecycle_policy_parameters.html";
const policy = (...rules: unknown[]): { policy: string } => ({ policy: JSON.stringify({ rules }) });
const tagged = { tagStatus: "tagged", tagPrefixList: ["v"], countType: "imageCountMoreThan", countNumber: 5 };
const untagged = { tagStatus: "untagged", countType: "sinceImagePushed", countUnit: "days", countNumber: 14 };
const action = { type: "expire" };

const EXCLUSIONS =
  "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_ImageTagMutabilityExclusionFilter.html";
const excluding = (imageTagMutability: string | undefined, filterType = "WILDCARD"): Record<string, unknown> => ({
  ...(imageTagMutability !== undefined && { imageTagMutability }),
  imageTagMutabilityExclusionFilters: [{ filter: "latest*", filterType }],
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ecr.lifecycle-policy.count-unit": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      where: { "selection.countType": "imageCountMoreThan" },
      require: { "selection.countUnit": { present: false } },
      must: 'A rule by the number of images must have no "countUnit".',
      source: PARAMETERS,
      accepts: [
        policy({ rulePriority: 1, selection: tagged, action }),
        policy({ rulePriority: 1, selection: untagged, action }),
      ],
      rejects: [policy({ rulePriority: 1, selection: { ...tagged, countUnit: "days" }, action })],
    },
    "aws.ecr.lifecycle-policy.age-unit": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      where: { "selection.countType": ["sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"] },
      require: { "selection.countUnit": { present: true, matches: /^days$/ } },
      must: 'A rule by age requires "countUnit" with the value "days".',
      source: PARAMETERS,
      accepts: [policy({ rulePriority: 1, selection: untagged, action })],
      rejects: [
        policy({ rulePriority: 1, selection: { ...untagged, countUnit: undefined }, action }),
        policy({ rulePriority: 1, selection: { ...untagged, countUnit: "hours" }, action }),
      ],
    },
    "aws.ecr.lifecycle-policy.priorities-differ": {
      type: ECR_LIFECYCLE_POLICY,
      require: { "policy.rules": { uniqueBy: "rulePriority" } },
      must: 'Each rule must have a "rulePriority" of its own.',
      source: PARAMETERS,
      accepts: [
        policy({ rulePriority: 1, selection: untagged, action }, { rulePriority: 2, selection: tagged, action }),
      ],
      rejects: [
        policy({ rulePriority: 1, selection: untagged, action }, { rulePriority: 1, selection: tagged, action }),
      ],
    },
    "aws.ecr.lifecycle-policy.count-number": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      require: { "selection.countNumber": { min: 1 } },
      must: 'A rule must keep at least one: "countNumber" is 1 or more.',
      source: PARAMETERS,
      accepts: [policy({ rulePriority: 1, selection: untagged, action })],
      rejects: [policy({ rulePriority: 1, selection: { ...untagged, countNumber: 0 }, action })],
    },
    "aws.ecr.repository.key-type": {
      type: ECR_REPOSITORY,
      each: "encryptionConfigurations",
      where: { kmsKey: { present: true } },
      defaults: { encryptionType: "AES256" },
      require: { encryptionType: ["KMS", "KMS_DSSE"] },
      must: "A key requires the type KMS.",
      source: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_EncryptionConfiguration.html",
      accepts: [
        { encryptionConfigurations: [{ encryptionType: "KMS", kmsKey: "x" }] },
        { encryptionConfigurations: [{ encryptionType: "AES256" }] },
      ],
      rejects: [
        { encryptionConfigurations: [{ encryptionType: "AES256", kmsKey: "x" }] },
        { encryptionConfigurations: [{ kmsKey: "x" }] },
      ],
    },
    "aws.ecr.registry-scanning-configuration.basic-frequency": {
      type: ECR_REGISTRY_SCANNING_CONFIGURATION,
      when: { scanType: "BASIC" },
      each: "rules",
      require: { scanFrequency: ["SCAN_ON_PUSH", "MANUAL"] },
      must: 'Basic scanning is "SCAN_ON_PUSH" or "MANUAL": for "CONTINUOUS_SCAN" set `scanType: "ENHANCED"`.',
      source: "https://docs.aws.amazon.com/AmazonECR/latest/APIReference/API_RegistryScanningRule.html",
      accepts: [
        {
          scanType: "BASIC",
          rules: [{ scanFrequency: "SCAN_ON_PUSH", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] }],
        },
      ],
      rejects: [
        {
          scanType: "BASIC",
          rules: [{ scanFrequency: "CONTINUOUS_SCAN", repositoryFilters: [{ filter: "*", filterType: "WILDCARD" }] }],
        },
      ],
    },
    "aws.ecr.pull-through-cache-rule.credentials": {
      type: ECR_PULL_THROUGH_CACHE_RULE,
      when: { upstreamRegistryUrl: ["registry-1.docker.io", "ghcr.io", "registry.gitlab.com"] },
      require: { credentialArn: { present: true } },
      must: "This registry requires a secret with its credentials: set `credentialArn`.",
      source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-rule.html",
      accepts: [
        {
          ecrRepositoryPrefix: "hub",
          upstreamRegistryUrl: "registry-1.docker.io",
          credentialArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf",
        },
        { ecrRepositoryPrefix: "public", upstreamRegistryUrl: "public.ecr.aws" },
      ],
      rejects: [{ ecrRepositoryPrefix: "hub", upstreamRegistryUrl: "registry-1.docker.io" }],
    },
    "aws.ecr.pull-through-cache-rule.credential-name": {
      type: ECR_PULL_THROUGH_CACHE_RULE,
      require: { credentialArn: { not: { matches: /:secret:(?!ecr-pullthroughcache\/)/ } } },
      must: 'The name of the secret begins with "ecr-pullthroughcache/".',
      source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-secret.html",
      accepts: [
        {
          ecrRepositoryPrefix: "hub",
          upstreamRegistryUrl: "registry-1.docker.io",
          credentialArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:ecr-pullthroughcache/hub-AbCdEf",
        },
      ],
      rejects: [
        {
          ecrRepositoryPrefix: "hub",
          upstreamRegistryUrl: "registry-1.docker.io",
          credentialArn: "arn:aws:secretsmanager:us-east-1:111122223333:secret:docker-hub-AbCdEf",
        },
      ],
    },
    "aws.ecr.pull-through-cache-rule.secret-name": {
      type: ECR_PULL_THROUGH_CACHE_RULE,
      refers: { credentialArn: SECRETSMANAGER_SECRET },
      require: { "credentialArn->name": { startsWith: "ecr-pullthroughcache/" } },
      must: "The name of the secret begins with ecr-pullthroughcache/.",
      source: "https://docs.aws.amazon.com/AmazonECR/latest/userguide/pull-through-cache-creating-secret.html",
      accepts: [
        {
          ecrRepositoryPrefix: "docker-hub",
          upstreamRegistryUrl: "registry-1.docker.io",
          credentialArn: { name: "ecr-pullthroughcache/x" },
        },
      ],
      rejects: [
        {
          ecrRepositoryPrefix: "docker-hub",
          upstreamRegistryUrl: "registry-1.docker.io",
          credentialArn: { name: "docker-hub" },
        },
      ],
    },
    "aws.ecr.lifecycle-policy.count-type": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      require: {
        "selection.countType": ["imageCountMoreThan", "sinceImagePushed", "sinceImagePulled", "sinceImageTransitioned"],
      },
      must: 'A rule counts by "imageCountMoreThan" or "sinceImagePushed", or by when images were pulled or transitioned.',
      source: PARAMETERS,
      accepts: [
        policy({ rulePriority: 1, selection: tagged, action }),
        policy({
          rulePriority: 1,
          selection: { ...untagged, countType: "sinceImagePulled" },
          action: { type: "transition", targetStorageClass: "archive" },
        }),
      ],
      rejects: [policy({ rulePriority: 1, selection: { ...untagged, countType: "sinceImageCreated" }, action })],
    },
    "aws.ecr.lifecycle-policy.action": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      require: { "action.type": { present: true, matches: /^(?:expire|transition)$/ } },
      must: 'The action of a rule is "expire" or "transition".',
      source: PARAMETERS,
      accepts: [policy({ rulePriority: 1, selection: untagged, action })],
      rejects: [
        policy({ rulePriority: 1, selection: untagged, action: { type: "delete" } }),
        policy({ rulePriority: 1, selection: untagged }),
      ],
    },
    "aws.ecr.lifecycle-policy.tag-status": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      require: { "selection.tagStatus": { present: true, matches: /^(?:tagged|untagged|any)$/ } },
      must: 'A rule is for images that are "tagged" or "untagged", or for "any": set "tagStatus".',
      source: PARAMETERS,
      accepts: [policy({ rulePriority: 1, selection: { ...untagged, tagStatus: "any" }, action })],
      rejects: [
        policy({ rulePriority: 1, selection: { ...untagged, tagStatus: "all" }, action }),
        policy({ rulePriority: 1, selection: { ...untagged, tagStatus: undefined }, action }),
      ],
    },
    "aws.ecr.lifecycle-policy.count": {
      type: ECR_LIFECYCLE_POLICY,
      each: "policy.rules",
      require: {
        rulePriority: { present: true, min: 1 },
        "selection.countType": { present: true },
        "selection.countNumber": { present: true },
      },
      must: 'A rule requires "rulePriority", and "countType" and "countNumber" in its selection.',
      source: PARAMETERS,
      accepts: [policy({ rulePriority: 1, selection: untagged, action })],
      rejects: [
        policy({ selection: untagged, action }),
        policy({ rulePriority: 1, selection: { ...untagged, countNumber: undefined }, action }),
      ],
    },
    "aws.ecr.repository.exclusions": {
      type: ECR_REPOSITORY,
      when: { imageTagMutability: ["IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"] },
      require: { imageTagMutabilityExclusionFilters: { present: true } },
      must: "Exclusions are named in `imageTagMutabilityExclusionFilters`: set it.",
      source: EXCLUSIONS,
      accepts: [excluding("IMMUTABLE_WITH_EXCLUSION"), { imageTagMutability: "IMMUTABLE" }],
      rejects: [{ imageTagMutability: "IMMUTABLE_WITH_EXCLUSION" }],
    },
    "aws.ecr.repository.exclusion-mode": {
      type: ECR_REPOSITORY,
      when: { imageTagMutabilityExclusionFilters: { present: true } },
      defaults: { imageTagMutability: "MUTABLE" },
      require: { imageTagMutability: ["IMMUTABLE_WITH_EXCLUSION", "MUTABLE_WITH_EXCLUSION"] },
      must: 'Filters of exclusions are for `imageTagMutability: "IMMUTABLE_WITH_EXCLUSION"` or "MUTABLE_WITH_EXCLUSION".',
      source: EXCLUSIONS,
      accepts: [excluding("MUTABLE_WITH_EXCLUSION")],
      rejects: [excluding("IMMUTABLE"), excluding(undefined)],
    },
    "aws.ecr.repository.exclusion-type": {
      type: ECR_REPOSITORY,
      each: "imageTagMutabilityExclusionFilters",
      require: { filterType: "WILDCARD" },
      must: 'A filter of exclusions has the type "WILDCARD".',
      source: EXCLUSIONS,
      accepts: [excluding("IMMUTABLE_WITH_EXCLUSION")],
      rejects: [excluding("IMMUTABLE_WITH_EXCLUSION", "REGEX")],
    },
  },
} satisfies ServiceConstraints;
