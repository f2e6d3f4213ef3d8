import type { ServiceConstraints } from "../form";

const SERVER = "aws:transfer/server:Server";
const CREATE = "https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateServer.html";
const inVpc = { endpointType: "VPC", endpointDetails: { vpcId: "x", subnetIds: ["y"] } };
const byFunction = { identityProviderType: "AWS_LAMBDA", function: "x" };

const SERVER_PAGE = "https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateServer.html";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.transfer.server.ftp-endpoint": {
      type: SERVER,
      when: [{ protocols: { contains: "FTP" } }, { protocols: { contains: "FTPS" } }],
      defaults: { endpointType: "PUBLIC" },
      require: { endpointType: ["VPC", "VPC_ENDPOINT"] },
      must: 'FTP and FTPS require `endpointType: "VPC"`.',
      source: CREATE,
      accepts: [{ protocols: ["FTP"], ...inVpc, ...byFunction }, { protocols: ["SFTP"] }],
      rejects: [
        { protocols: ["FTP"], ...byFunction },
        { protocols: ["FTPS"], certificate: "x", endpointType: "PUBLIC", ...byFunction },
      ],
    },
    "aws.transfer.server.ftp-identity": {
      type: SERVER,
      when: [{ protocols: { contains: "FTP" } }, { protocols: { contains: "FTPS" } }],
      defaults: { identityProviderType: "SERVICE_MANAGED" },
      require: { identityProviderType: { not: "SERVICE_MANAGED" } },
      must: "FTP and FTPS require an identity provider of your own: set `identityProviderType`.",
      source: CREATE,
      accepts: [{ protocols: ["FTP"], ...inVpc, ...byFunction }, { protocols: ["SFTP"] }],
      rejects: [{ protocols: ["FTP"], ...inVpc }],
    },
    "aws.transfer.server.ftps-certificate": {
      type: SERVER,
      when: { protocols: { contains: "FTPS" } },
      require: { certificate: { present: true } },
      must: "FTPS requires `certificate`.",
      source: CREATE,
      accepts: [{ protocols: ["FTPS"], certificate: "x", ...inVpc, ...byFunction }],
      rejects: [{ protocols: ["FTPS"], ...inVpc, ...byFunction }],
    },
    "aws.transfer.server.service-managed": {
      type: SERVER,
      when: { identityProviderType: "SERVICE_MANAGED" },
      defaults: { identityProviderType: "SERVICE_MANAGED" },
      require: {
        url: { present: false },
        invocationRole: { present: false },
        function: { present: false },
        directoryId: { present: false },
      },
      must: "A provider of your own requires another `identityProviderType`: leave out `url`, `invocationRole`, `function` and `directoryId`.",
      awsError: "Must specify IdentityProviderType with IdentityProviderDetails",
      source: CREATE,
      accepts: [
        { identityProviderType: "SERVICE_MANAGED" },
        byFunction,
        { identityProviderType: "API_GATEWAY", url: "x", invocationRole: "y" },
        { identityProviderType: "AWS_DIRECTORY_SERVICE", directoryId: "x" },
      ],
      rejects: [
        { identityProviderType: "SERVICE_MANAGED", url: "x" },
        { invocationRole: "x" },
        { function: "x" },
        { directoryId: "x" },
      ],
    },
    "aws.transfer.server.gateway-provider": {
      type: SERVER,
      when: { identityProviderType: "API_GATEWAY" },
      require: { url: { present: true }, invocationRole: { present: true } },
      must: "A provider behind API Gateway requires `url` and `invocationRole`.",
      source: CREATE,
      accepts: [{ identityProviderType: "API_GATEWAY", url: "x", invocationRole: "y" }],
      rejects: [{ identityProviderType: "API_GATEWAY", url: "x" }],
    },
    "aws.transfer.server.function-provider": {
      type: SERVER,
      when: { identityProviderType: "AWS_LAMBDA" },
      require: { function: { present: true } },
      must: "A provider that is a function requires `function`.",
      source: CREATE,
      accepts: [byFunction],
      rejects: [{ identityProviderType: "AWS_LAMBDA" }],
    },
    "aws.transfer.server.directory-provider": {
      type: SERVER,
      when: { identityProviderType: "AWS_DIRECTORY_SERVICE" },
      require: { directoryId: { present: true } },
      must: "A directory requires `directoryId`.",
      source: CREATE,
      accepts: [{ identityProviderType: "AWS_DIRECTORY_SERVICE", directoryId: "x" }],
      rejects: [{ identityProviderType: "AWS_DIRECTORY_SERVICE" }],
    },
    "aws.transfer.user.mappings-are-logical": {
      type: "aws:transfer/user:User",
      when: { homeDirectoryMappings: { present: true } },
      require: { homeDirectoryType: "LOGICAL" },
      must: 'Mappings require `homeDirectoryType` "LOGICAL".',
      source: "https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateUser.html",
      accepts: [{ homeDirectoryType: "LOGICAL", homeDirectoryMappings: [{ entry: "/", target: "/x" }] }],
      rejects: [{ homeDirectoryType: "PATH", homeDirectoryMappings: [{ entry: "/", target: "/x" }] }],
    },
    "aws.transfer.user.logical-needs-mappings": {
      type: "aws:transfer/user:User",
      when: { homeDirectoryType: "LOGICAL" },
      require: { homeDirectoryMappings: { present: true } },
      must: "A logical home directory requires `homeDirectoryMappings`.",
      source: "https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateUser.html",
      accepts: [
        { homeDirectoryType: "LOGICAL", homeDirectoryMappings: [{ entry: "/", target: "/x" }] },
        { homeDirectory: "/x" },
      ],
      rejects: [{ homeDirectoryType: "LOGICAL" }],
    },
    "aws.transfer.user.logical-without-path": {
      type: "aws:transfer/user:User",
      when: { homeDirectoryType: "LOGICAL" },
      require: { homeDirectory: { present: false } },
      must: "A logical home directory has mappings instead of `homeDirectory`.",
      source: "https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateUser.html",
      accepts: [
        { homeDirectoryType: "LOGICAL", homeDirectoryMappings: [{ entry: "/", target: "/x" }] },
        { homeDirectoryType: "PATH", homeDirectory: "/x" },
      ],
      rejects: [
        { homeDirectoryType: "LOGICAL", homeDirectory: "/x", homeDirectoryMappings: [{ entry: "/", target: "/x" }] },
      ],
    },
    "aws.transfer.user.absolute-home": {
      type: "aws:transfer/user:User",
      when: { homeDirectory: { present: true } },
      require: { homeDirectory: { startsWith: "/" } },
      must: "`homeDirectory` begins with a slash.",
      source: "https://docs.aws.amazon.com/transfer/latest/APIReference/API_CreateUser.html",
      accepts: [{ homeDirectory: "/bucket/partner" }],
      rejects: [{ homeDirectory: "bucket/partner" }],
    },
    "aws.transfer.server.vpc-subnets": {
      type: SERVER,
      when: { endpointType: "VPC" },
      require: { "endpointDetails.vpcId": { present: true } },
      must: "An endpoint in a VPC requires `endpointDetails.vpcId`.",
      source: SERVER_PAGE,
      accepts: [{ endpointType: "VPC", endpointDetails: { vpcId: "vpc-1", subnetIds: ["a"] } }],
      rejects: [{ endpointType: "VPC", endpointDetails: { subnetIds: ["a"] } }],
    },
    "aws.transfer.server.public-details": {
      type: SERVER,
      when: { endpointType: "PUBLIC" },
      defaults: { endpointType: "PUBLIC" },
      require: { endpointDetails: { present: false } },
      must: 'A public endpoint has no details: set `endpointType: "VPC"`, or leave out `endpointDetails`.',
      source: SERVER_PAGE,
      accepts: [{ endpointType: "PUBLIC" }],
      rejects: [{ endpointType: "PUBLIC", endpointDetails: { vpcId: "vpc-1", subnetIds: ["a"] } }],
    },
  },
} satisfies ServiceConstraints;
