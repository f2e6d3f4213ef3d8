import { POLICY, ROLE, ROLE_POLICY } from "./iam";
import type { Resource } from "./resource";
import { known } from "./value";
import type { View } from "./view";

/**
 * What an IAM document is for, which decides what its statements have to name:
 * what an identity may do, who may take on a role, who may use a resource or a bucket; `other` has rules of its own.
 */
export type DocumentKind = "identity" | "trust" | "resource" | "bucket" | "other";

/** A property that holds an IAM document. */
export interface IamDocument {
  view: View;
  kind: DocumentKind;
}

type Place = readonly [property: string, kind: DocumentKind];

const IDENTITY: Readonly<Record<string, string>> = {
  [POLICY]: "policy",
  [ROLE_POLICY]: "policy",
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": "policy",
  "aws:iam/groupPolicy:GroupPolicy": "policy",
  "aws:iam/userPolicy:UserPolicy": "policy",
  "aws:rolesanywhere/profile:Profile": "sessionPolicy",
  "aws:ssoadmin/permissionSetInlinePolicy:PermissionSetInlinePolicy": "inlinePolicy",
  "aws:transfer/access:Access": "policy",
  "aws:transfer/user:User": "policy",
};

const RESOURCE: Readonly<Record<string, string>> = {
  "aws:acmpca/policy:Policy": "policy",
  "aws:apigateway/restApi:RestApi": "policy",
  "aws:apigateway/restApiPolicy:RestApiPolicy": "policy",
  "aws:backup/vaultPolicy:VaultPolicy": "policy",
  "aws:cloudwatch/eventBusPolicy:EventBusPolicy": "policy",
  "aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy": "accessPolicy",
  "aws:cloudwatch/logResourcePolicy:LogResourcePolicy": "policyDocument",
  "aws:codeartifact/domainPermissions:DomainPermissions": "policyDocument",
  "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy": "policyDocument",
  "aws:codebuild/resourcePolicy:ResourcePolicy": "policy",
  "aws:dynamodb/resourcePolicy:ResourcePolicy": "policy",
  "aws:ecr/registryPolicy:RegistryPolicy": "policy",
  "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate": "repositoryPolicy",
  "aws:ecr/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:ecrpublic/repositoryPolicy:RepositoryPolicy": "policy",
  "aws:efs/fileSystemPolicy:FileSystemPolicy": "policy",
  "aws:elasticsearch/domain:Domain": "accessPolicies",
  "aws:elasticsearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:glacier/vault:Vault": "accessPolicy",
  "aws:glacier/vaultLock:VaultLock": "policy",
  "aws:glue/resourcePolicy:ResourcePolicy": "policy",
  "aws:kinesis/resourcePolicy:ResourcePolicy": "policy",
  "aws:kms/externalKey:ExternalKey": "policy",
  "aws:kms/key:Key": "policy",
  "aws:kms/keyPolicy:KeyPolicy": "policy",
  "aws:kms/replicaExternalKey:ReplicaExternalKey": "policy",
  "aws:kms/replicaKey:ReplicaKey": "policy",
  "aws:lambda/resourcePolicy:ResourcePolicy": "policy",
  "aws:mediastore/containerPolicy:ContainerPolicy": "policy",
  "aws:msk/clusterPolicy:ClusterPolicy": "policy",
  "aws:opensearch/domain:Domain": "accessPolicies",
  "aws:opensearch/domainPolicy:DomainPolicy": "accessPolicies",
  "aws:s3/accessPoint:AccessPoint": "policy",
  "aws:s3control/accessPointPolicy:AccessPointPolicy": "policy",
  "aws:s3control/bucketPolicy:BucketPolicy": "policy",
  "aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy": "policy",
  "aws:schemas/registryPolicy:RegistryPolicy": "policy",
  "aws:secretsmanager/secret:Secret": "policy",
  "aws:secretsmanager/secretPolicy:SecretPolicy": "policy",
  "aws:ses/identityPolicy:IdentityPolicy": "policy",
  "aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy": "policy",
  "aws:sns/topic:Topic": "policy",
  "aws:sns/topicPolicy:TopicPolicy": "policy",
  "aws:sqs/queue:Queue": "policy",
  "aws:sqs/queuePolicy:QueuePolicy": "policy",
  "aws:vpclattice/authPolicy:AuthPolicy": "policy",
  "aws:vpclattice/resourcePolicy:ResourcePolicy": "policy",
  "aws:xray/resourcePolicy:ResourcePolicy": "policyDocument",
};

const BUCKET: Readonly<Record<string, string>> = {
  "aws:s3/bucket:Bucket": "policy",
  "aws:s3/bucketPolicy:BucketPolicy": "policy",
};

const OTHER: Readonly<Record<string, string>> = {
  "aws:ec2/vpcEndpoint:VpcEndpoint": "policy",
  "aws:ec2/vpcEndpointPolicy:VpcEndpointPolicy": "policy",
};

const PLACES: ReadonlyMap<string, Place> = new Map(
  (
    [
      [IDENTITY, "identity"],
      [RESOURCE, "resource"],
      [BUCKET, "bucket"],
      [OTHER, "other"],
    ] as const
  ).flatMap(([types, kind]) => Object.entries(types).map(([type, property]) => [type, [property, kind]] as const)),
);

/** The types that hold IAM documents. */
export const DOCUMENT_TYPES: readonly string[] = [ROLE, ...PLACES.keys()];

/** The IAM documents that a resource holds; an empty text is none, nor is the `{}` that takes a secret's policy away. */
export function documentsOf(owner: Resource): IamDocument[] {
  if (owner.type === ROLE) {
    const blocks = owner.list("inlinePolicies");
    const inline = known(blocks) ? blocks.map((block) => block.at("policy")) : [];
    return [
      { view: owner.at("assumeRolePolicy"), kind: "trust" as const },
      ...inline.map((view) => ({ view, kind: "identity" as const })),
    ].filter(isThere);
  }
  const place = PLACES.get(owner.type);
  return place ? [{ view: owner.at(place[0]), kind: place[1] }].filter(isThere) : [];
}

function isThere({ view, kind }: IamDocument): boolean {
  return !view.isAbsent && view.value !== "" && !(kind === "resource" && view.value === "{}");
}
