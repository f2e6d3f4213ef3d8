import { OPENSEARCH_DOMAIN } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const CREATE = "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CreateDomain.html";
const ZONES = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html";
const FINE_GRAINED = "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/fgac.html";

const secure = {
  encryptAtRest: { enabled: true },
  nodeToNodeEncryption: { enabled: true },
  domainEndpointOptions: { enforceHttps: true },
};

const domainOf = (clusterConfig: object, more: object = {}): Record<string, unknown> => ({
  domainName: "orders",
  engineVersion: "OpenSearch_2.17",
  ebsOptions: { ebsEnabled: true, volumeSize: 20 },
  clusterConfig: { instanceType: "r7g.large.search", ...clusterConfig },
  ...more,
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.opensearch.domain.instance-type-suffix": {
      type: OPENSEARCH_DOMAIN,
      require: { "clusterConfig.instanceType": { matches: /\.(?:open|elastic)?search$/ } },
      must: 'An instance type of OpenSearch ends with ".search", such as "r7g.large.search".',
      source: CREATE,
      accepts: [{ clusterConfig: { instanceType: "r7g.large.search" } }],
      rejects: [{ clusterConfig: { instanceType: "r7g.large" } }],
    },
    "aws.opensearch.domain.even-nodes": {
      type: OPENSEARCH_DOMAIN,
      when: {
        "clusterConfig.zoneAwarenessEnabled": true,
        "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": 2,
      },
      defaults: { "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": 2, "clusterConfig.instanceCount": 1 },
      require: { "clusterConfig.instanceCount": { multipleOf: 2 } },
      must: "Two zones require an even number of data nodes.",
      source: ZONES,
      accepts: [
        { clusterConfig: { zoneAwarenessEnabled: true, instanceCount: 4 } },
        {
          clusterConfig: {
            zoneAwarenessEnabled: true,
            zoneAwarenessConfig: { availabilityZoneCount: 3 },
            instanceCount: 3,
          },
        },
        { clusterConfig: { instanceCount: 3 } },
      ],
      rejects: [{ clusterConfig: { zoneAwarenessEnabled: true, instanceCount: 3 } }],
    },
    "aws.opensearch.domain.one-subnet": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.zoneAwarenessEnabled": false, "clusterConfig.multiAzWithStandbyEnabled": false },
      defaults: { "clusterConfig.zoneAwarenessEnabled": false, "clusterConfig.multiAzWithStandbyEnabled": false },
      require: { "vpcOptions.subnetIds": { maxItems: 1 } },
      must: "A domain in one zone is in one subnet: name one, or set `clusterConfig.zoneAwarenessEnabled: true`.",
      awsError: "You must specify exactly one subnet",
      source: ZONES,
      accepts: [
        { vpcOptions: { subnetIds: ["subnet-a"] } },
        {
          clusterConfig: { zoneAwarenessEnabled: true, multiAzWithStandbyEnabled: false, instanceCount: 2 },
          vpcOptions: { subnetIds: ["subnet-a", "subnet-b"] },
        },
      ],
      rejects: [{ vpcOptions: { subnetIds: ["subnet-a", "subnet-b"] } }],
    },
    "aws.opensearch.domain.two-subnets": {
      type: OPENSEARCH_DOMAIN,
      when: {
        "clusterConfig.zoneAwarenessEnabled": true,
        "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": 2,
        "vpcOptions.subnetIds": { minItems: 1 },
      },
      defaults: { "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": 2 },
      require: { "vpcOptions.subnetIds": { minItems: 2, maxItems: 2 } },
      must: "Two zones require two subnets.",
      source: ZONES,
      accepts: [
        {
          clusterConfig: { zoneAwarenessEnabled: true, instanceCount: 2 },
          vpcOptions: { subnetIds: ["subnet-a", "subnet-b"] },
        },
        {
          clusterConfig: {
            zoneAwarenessEnabled: true,
            zoneAwarenessConfig: { availabilityZoneCount: 3 },
            instanceCount: 3,
          },
          vpcOptions: { subnetIds: ["subnet-a", "subnet-b", "subnet-c"] },
        },
      ],
      rejects: [
        {
          clusterConfig: { zoneAwarenessEnabled: true, instanceCount: 2 },
          vpcOptions: { subnetIds: ["subnet-a", "subnet-b", "subnet-c"] },
        },
      ],
    },
    "aws.opensearch.domain.fine-grained-access": {
      type: OPENSEARCH_DOMAIN,
      when: { "advancedSecurityOptions.enabled": true },
      defaults: {
        "encryptAtRest.enabled": false,
        "nodeToNodeEncryption.enabled": false,
        "domainEndpointOptions.enforceHttps": false,
      },
      require: {
        "encryptAtRest.enabled": true,
        "nodeToNodeEncryption.enabled": true,
        "domainEndpointOptions.enforceHttps": true,
      },
      must: "Fine-grained access control requires `encryptAtRest.enabled`, `nodeToNodeEncryption.enabled` and `domainEndpointOptions.enforceHttps`.",
      source: FINE_GRAINED,
      accepts: [
        {
          advancedSecurityOptions: {
            enabled: true,
            masterUserOptions: { masterUserArn: "arn:aws:iam::111122223333:role/x" },
          },
          ...secure,
        },
        { encryptAtRest: { enabled: false } },
      ],
      rejects: [
        { advancedSecurityOptions: { enabled: true }, ...secure, nodeToNodeEncryption: { enabled: false } },
        { advancedSecurityOptions: { enabled: true }, ...secure, encryptAtRest: { enabled: false } },
        { advancedSecurityOptions: { enabled: true }, ...secure, domainEndpointOptions: { enforceHttps: false } },
      ],
    },
    "aws.opensearch.domain.internal-users": {
      type: OPENSEARCH_DOMAIN,
      when: { "advancedSecurityOptions.enabled": true, "advancedSecurityOptions.internalUserDatabaseEnabled": true },
      require: {
        "advancedSecurityOptions.masterUserOptions.masterUserName": { present: true },
        "advancedSecurityOptions.masterUserOptions.masterUserArn": { present: false },
      },
      must: "The internal user database requires `advancedSecurityOptions.masterUserOptions.masterUserName` and its password, and no ARN.",
      awsError: "You must provide a master username and password when the internal user database is enabled",
      source: FINE_GRAINED,
      accepts: [
        {
          advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: true,
            masterUserOptions: { masterUserName: "orders" },
          },
          ...secure,
        },
        {
          advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: false,
            masterUserOptions: { masterUserArn: "arn:aws:iam::111122223333:role/x" },
          },
          ...secure,
        },
      ],
      rejects: [
        {
          advancedSecurityOptions: {
            enabled: true,
            internalUserDatabaseEnabled: true,
            masterUserOptions: { masterUserArn: "arn:aws:iam::111122223333:role/x" },
          },
          ...secure,
        },
      ],
    },
    "aws.opensearch.domain.warm-masters": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.warmEnabled": true },
      defaults: { "clusterConfig.dedicatedMasterEnabled": false },
      require: {
        "clusterConfig.dedicatedMasterEnabled": true,
        "clusterConfig.warmCount": { present: true, min: 2 },
        "clusterConfig.warmType": { present: true },
      },
      must: "Warm nodes require dedicated master nodes, a `clusterConfig.warmType`, and a `clusterConfig.warmCount` of at least 2.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/ultrawarm.html",
      accepts: [
        {
          clusterConfig: {
            warmEnabled: true,
            warmCount: 2,
            warmType: "ultrawarm1.medium.search",
            dedicatedMasterEnabled: true,
            dedicatedMasterType: "m7g.large.search",
            dedicatedMasterCount: 3,
          },
        },
        { clusterConfig: { warmEnabled: false } },
      ],
      rejects: [
        { clusterConfig: { warmEnabled: true, warmCount: 2, warmType: "ultrawarm1.medium.search" } },
        {
          clusterConfig: {
            warmEnabled: true,
            warmCount: 1,
            warmType: "ultrawarm1.medium.search",
            dedicatedMasterEnabled: true,
            dedicatedMasterType: "m7g.large.search",
            dedicatedMasterCount: 3,
          },
        },
      ],
    },
    "aws.opensearch.domain.dedicated-masters": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.dedicatedMasterEnabled": true },
      require: {
        "clusterConfig.dedicatedMasterType": { present: true },
        "clusterConfig.dedicatedMasterCount": { present: true, min: 2 },
      },
      must: "Dedicated master nodes require a `clusterConfig.dedicatedMasterType` and a `clusterConfig.dedicatedMasterCount`.",
      source:
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html",
      accepts: [
        {
          clusterConfig: {
            dedicatedMasterEnabled: true,
            dedicatedMasterType: "m7g.large.search",
            dedicatedMasterCount: 3,
          },
        },
      ],
      rejects: [
        {
          clusterConfig: {
            dedicatedMasterEnabled: true,
            dedicatedMasterType: "m7g.large.search",
            dedicatedMasterCount: 1,
          },
        },
      ],
    },
    "aws.opensearch.domain.custom-endpoint": {
      type: OPENSEARCH_DOMAIN,
      when: { "domainEndpointOptions.customEndpointEnabled": true },
      require: {
        "domainEndpointOptions.customEndpoint": { present: true },
        "domainEndpointOptions.customEndpointCertificateArn": { present: true },
      },
      must: "An endpoint with a name of its own requires `domainEndpointOptions.customEndpoint` and `domainEndpointOptions.customEndpointCertificateArn`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/customendpoint.html",
      accepts: [
        {
          domainEndpointOptions: {
            customEndpointEnabled: true,
            customEndpoint: "search.shop.io",
            customEndpointCertificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x",
          },
        },
      ],
      rejects: [
        { domainEndpointOptions: { customEndpointEnabled: true, customEndpoint: "search.shop.io" } },
        { domainEndpointOptions: { customEndpointEnabled: true } },
      ],
    },
    "aws.opensearch.domain.volume-size": {
      type: OPENSEARCH_DOMAIN,
      when: { "ebsOptions.ebsEnabled": true },
      require: { "ebsOptions.volumeSize": { present: true, min: 10 } },
      must: "A volume requires `ebsOptions.volumeSize` of at least 10.",
      source: CREATE,
      accepts: [{ ebsOptions: { ebsEnabled: true, volumeSize: 10 } }, { ebsOptions: { ebsEnabled: false } }],
      rejects: [{ ebsOptions: { ebsEnabled: true } }, { ebsOptions: { ebsEnabled: true, volumeSize: 5 } }],
    },
    "aws.opensearch.domain.name": {
      type: OPENSEARCH_DOMAIN,
      require: { domainName: { matches: /^[a-z][a-z0-9-]{2,27}$/ } },
      must: "The name of a domain must have 3 to 28 lower-case letters, digits and hyphens, and begin with a letter.",
      source: CREATE,
      accepts: [{ domainName: "orders-search" }],
      rejects: [{ domainName: "Orders" }, { domainName: "the-search-of-the-orders-of-the-shop" }],
    },
    "aws.opensearch.serverless-security-policy.network-list": {
      type: "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy",
      when: { type: "network" },
      require: { policy: { matches: /^\s*\[/ } },
      must: "A network policy is a list of objects with `Rules`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-network.html",
      accepts: [
        { type: "network", policy: JSON.stringify([{ Rules: [], AllowFromPublic: true }]) },
        { type: "encryption", policy: JSON.stringify({ Rules: [], AWSOwnedKey: true }) },
      ],
      rejects: [
        { type: "network", policy: JSON.stringify({ Rules: [{ ResourceType: "collection" }], AllowFromPublic: true }) },
      ],
    },
    "aws.opensearch.serverless-security-policy.encryption-key": {
      type: "aws:opensearch/serverlessSecurityPolicy:ServerlessSecurityPolicy",
      when: { type: "encryption", "policy.Rules": { present: true } },
      require: [{ "policy.KmsARN": { present: true } }, { "policy.AWSOwnedKey": { present: true, not: false } }],
      must: "An encryption policy has `AWSOwnedKey` or `KmsARN`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/serverless-encryption.html",
      accepts: [
        {
          type: "encryption",
          policy: JSON.stringify({
            Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }],
            AWSOwnedKey: true,
          }),
        },
        {
          type: "encryption",
          policy: JSON.stringify({
            Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }],
            AWSOwnedKey: false,
            KmsARN: "x",
          }),
        },
      ],
      rejects: [
        {
          type: "encryption",
          policy: JSON.stringify({ Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }] }),
        },
        {
          type: "encryption",
          policy: JSON.stringify({
            Rules: [{ ResourceType: "collection", Resource: ["collection/x"] }],
            AWSOwnedKey: false,
          }),
        },
      ],
    },
    "aws.opensearch.domain.nodes-for-zones": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.zoneAwarenessEnabled": true },
      defaults: { "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": 2, "clusterConfig.instanceCount": 1 },
      require: {
        "clusterConfig.instanceCount": { min: { property: "clusterConfig.zoneAwarenessConfig.availabilityZoneCount" } },
      },
      must: "A domain has at least one node in each of its zones: raise `clusterConfig.instanceCount`.",
      source: ZONES,
      accepts: [
        domainOf({ instanceCount: 3, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 3 } }),
      ],
      rejects: [
        domainOf({ instanceCount: 2, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 3 } }),
      ],
    },
    "aws.opensearch.domain.zone-count": {
      type: OPENSEARCH_DOMAIN,
      require: { "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": [2, 3] },
      must: "A domain is in two or three zones.",
      source: ZONES,
      accepts: [
        domainOf({ instanceCount: 2, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 2 } }),
      ],
      rejects: [
        domainOf({ instanceCount: 4, zoneAwarenessEnabled: true, zoneAwarenessConfig: { availabilityZoneCount: 4 } }),
      ],
    },
    "aws.opensearch.domain.standby-zones": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.multiAzWithStandbyEnabled": true },
      require: {
        "clusterConfig.zoneAwarenessConfig.availabilityZoneCount": 3,
        "clusterConfig.instanceCount": { multipleOf: 3 },
        "clusterConfig.dedicatedMasterEnabled": true,
      },
      defaults: { "clusterConfig.dedicatedMasterEnabled": false },
      must: "A standby requires three zones, a multiple of three nodes and dedicated masters.",
      source:
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-multiaz.html#managedomains-za-standby",
      accepts: [
        domainOf({
          multiAzWithStandbyEnabled: true,
          instanceCount: 3,
          zoneAwarenessEnabled: true,
          zoneAwarenessConfig: { availabilityZoneCount: 3 },
          dedicatedMasterEnabled: true,
          dedicatedMasterCount: 3,
          dedicatedMasterType: "m7g.large.search",
        }),
      ],
      rejects: [
        domainOf({
          multiAzWithStandbyEnabled: true,
          instanceCount: 3,
          zoneAwarenessEnabled: true,
          zoneAwarenessConfig: { availabilityZoneCount: 3 },
        }),
      ],
    },
    "aws.opensearch.domain.master-type": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.dedicatedMasterEnabled": true },
      require: {
        "clusterConfig.dedicatedMasterType": { present: true },
        "clusterConfig.dedicatedMasterCount": { present: true },
      },
      must: "Dedicated masters require `dedicatedMasterType` and `dedicatedMasterCount`.",
      source:
        "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/managedomains-dedicatedmasternodes.html",
      accepts: [
        domainOf({
          instanceCount: 2,
          dedicatedMasterEnabled: true,
          dedicatedMasterCount: 3,
          dedicatedMasterType: "m7g.large.search",
        }),
      ],
      rejects: [domainOf({ instanceCount: 2, dedicatedMasterEnabled: true, dedicatedMasterCount: 3 })],
      level: "advisory",
    },
    "aws.opensearch.domain.cold-needs-warm": {
      type: OPENSEARCH_DOMAIN,
      when: { "clusterConfig.coldStorageOptions.enabled": true },
      require: { "clusterConfig.warmEnabled": true },
      defaults: { "clusterConfig.warmEnabled": false },
      must: "Cold storage requires warm storage: set `clusterConfig.warmEnabled: true`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/developerguide/cold-storage.html",
      accepts: [
        domainOf({
          instanceCount: 2,
          coldStorageOptions: { enabled: true },
          warmEnabled: true,
          warmCount: 2,
          warmType: "ultrawarm1.medium.search",
          dedicatedMasterEnabled: true,
          dedicatedMasterCount: 3,
          dedicatedMasterType: "m7g.large.search",
        }),
      ],
      rejects: [domainOf({ instanceCount: 2, coldStorageOptions: { enabled: true } })],
    },
    "aws.opensearch.domain.cognito": {
      type: OPENSEARCH_DOMAIN,
      when: { "cognitoOptions.enabled": true },
      require: {
        "cognitoOptions.identityPoolId": { present: true },
        "cognitoOptions.userPoolId": { present: true },
        "cognitoOptions.roleArn": { present: true },
      },
      must: "Cognito requires `identityPoolId`, `userPoolId` and `roleArn`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_CognitoOptions.html",
      accepts: [
        domainOf(
          { instanceCount: 2 },
          { cognitoOptions: { enabled: true, identityPoolId: "x", userPoolId: "x", roleArn: "x" } },
        ),
      ],
      rejects: [
        domainOf({ instanceCount: 2 }, { cognitoOptions: { enabled: true, identityPoolId: "x", roleArn: "x" } }),
      ],
    },
    "aws.opensearch.domain.volume-iops": {
      type: OPENSEARCH_DOMAIN,
      when: { "ebsOptions.iops": { above: 0 } },
      require: { "ebsOptions.volumeType": ["gp3", "io1"] },
      must: "Only volumes of type gp3 and io1 take `iops`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_EBSOptions.html",
      accepts: [
        domainOf(
          { instanceCount: 2 },
          { ebsOptions: { ebsEnabled: true, volumeSize: 20, volumeType: "gp3", iops: 3000 } },
        ),
      ],
      rejects: [
        domainOf(
          { instanceCount: 2 },
          { ebsOptions: { ebsEnabled: true, volumeSize: 20, volumeType: "gp2", iops: 3000 } },
        ),
      ],
    },
    "aws.opensearch.domain.volume-throughput": {
      type: OPENSEARCH_DOMAIN,
      when: { "ebsOptions.throughput": { above: 0 } },
      require: { "ebsOptions.volumeType": "gp3" },
      must: "Only volumes of type gp3 take `throughput`.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_EBSOptions.html",
      accepts: [
        domainOf(
          { instanceCount: 2 },
          { ebsOptions: { ebsEnabled: true, volumeSize: 20, volumeType: "gp3", throughput: 250 } },
        ),
      ],
      rejects: [
        domainOf(
          { instanceCount: 2 },
          { ebsOptions: { ebsEnabled: true, volumeSize: 20, volumeType: "gp2", throughput: 250 } },
        ),
      ],
    },
    "aws.opensearch.domain.snapshot-hour": {
      type: OPENSEARCH_DOMAIN,
      require: { "snapshotOptions.automatedSnapshotStartHour": { min: 0, max: 23 } },
      must: "The hour of the snapshot is from 0 to 23.",
      source: "https://docs.aws.amazon.com/opensearch-service/latest/APIReference/API_SnapshotOptions.html",
      accepts: [domainOf({ instanceCount: 2 }, { snapshotOptions: { automatedSnapshotStartHour: 23 } })],
      rejects: [domainOf({ instanceCount: 2 }, { snapshotOptions: { automatedSnapshotStartHour: 24 } })],
    },
  },
} satisfies ServiceConstraints;
