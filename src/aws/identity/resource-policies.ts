/** Where the resources of a type hold a policy for others, and what such a resource is called. */
export interface ResourcePolicy {
  /** A path, such as `details.policy`. */
  readonly property: string;
  readonly noun: string;
}

const policy = (noun: string, property = "policy"): ResourcePolicy => ({ noun, property });

/**
 * The types with a policy that allows others to use a resource. Buckets, roles and REST APIs have rules of their own;
 * public repositories of ECR, and VPC endpoints, whose policy only limits their clients, are not meant to be closed.
 */
export const RESOURCE_POLICIES: ReadonlyMap<string, ResourcePolicy> = new Map([
  ["aws:acmpca/policy:Policy", policy("certificate authority")],
  ["aws:amp/resourcePolicy:ResourcePolicy", policy("Prometheus workspace", "policyDocument")],
  ["aws:backup/vaultPolicy:VaultPolicy", policy("backup vault")],
  ["aws:bedrock/agentcoreResourcePolicy:AgentcoreResourcePolicy", policy("Bedrock agent")],
  ["aws:cloudsearch/domainServiceAccessPolicy:DomainServiceAccessPolicy", policy("search domain", "accessPolicy")],
  ["aws:cloudwatch/eventBusPolicy:EventBusPolicy", policy("event bus")],
  ["aws:cloudwatch/logDestinationPolicy:LogDestinationPolicy", policy("log destination", "accessPolicy")],
  [
    "aws:cloudwatch/logDeliveryDestinationPolicy:LogDeliveryDestinationPolicy",
    policy("log delivery destination", "deliveryDestinationPolicy"),
  ],
  ["aws:cloudwatch/logResourcePolicy:LogResourcePolicy", policy("log groups", "policyDocument")],
  ["aws:codeartifact/domainPermissions:DomainPermissions", policy("CodeArtifact domain", "policyDocument")],
  [
    "aws:codeartifact/repositoryPermissionsPolicy:RepositoryPermissionsPolicy",
    policy("CodeArtifact repository", "policyDocument"),
  ],
  ["aws:codebuild/resourcePolicy:ResourcePolicy", policy("CodeBuild project")],
  ["aws:dsql/clusterPolicy:ClusterPolicy", policy("DSQL cluster")],
  ["aws:dynamodb/resourcePolicy:ResourcePolicy", policy("table")],
  ["aws:ecr/registryPolicy:RegistryPolicy", policy("container registry")],
  ["aws:ecr/repositoryPolicy:RepositoryPolicy", policy("container repository")],
  [
    "aws:ecr/repositoryCreationTemplate:RepositoryCreationTemplate",
    policy("container repositories", "repositoryPolicy"),
  ],
  ["aws:efs/fileSystemPolicy:FileSystemPolicy", policy("file system")],
  ["aws:glacier/vaultLock:VaultLock", policy("vault")],
  ["aws:glacier/vault:Vault", policy("vault", "accessPolicy")],
  ["aws:glue/resourcePolicy:ResourcePolicy", policy("data catalog")],
  ["aws:kinesis/resourcePolicy:ResourcePolicy", policy("stream")],
  ["aws:kms/externalKey:ExternalKey", policy("key")],
  ["aws:kms/key:Key", policy("key")],
  ["aws:kms/keyPolicy:KeyPolicy", policy("key")],
  ["aws:kms/replicaExternalKey:ReplicaExternalKey", policy("key")],
  ["aws:kms/replicaKey:ReplicaKey", policy("key")],
  ["aws:lambda/resourcePolicy:ResourcePolicy", policy("function")],
  ["aws:mediastore/containerPolicy:ContainerPolicy", policy("media container")],
  ["aws:msk/clusterPolicy:ClusterPolicy", policy("Kafka cluster")],
  ["aws:networkfirewall/resourcePolicy:ResourcePolicy", policy("firewall rules")],
  ["aws:opensearchingest/resourcePolicy:ResourcePolicy", policy("ingestion pipeline")],
  ["aws:pinpoint/smsvoicev2ResourcePolicy:Smsvoicev2ResourcePolicy", policy("telephone number")],
  ["aws:redshift/resourcePolicy:ResourcePolicy", policy("warehouse")],
  ["aws:redshiftserverless/resourcePolicy:ResourcePolicy", policy("warehouse")],
  ["aws:s3/accessPoint:AccessPoint", policy("access point")],
  ["aws:s3/filesFileSystemPolicy:FilesFileSystemPolicy", policy("file system")],
  ["aws:s3/vectorsVectorBucketPolicy:VectorsVectorBucketPolicy", policy("vector bucket")],
  ["aws:s3control/accessGrantsInstanceResourcePolicy:AccessGrantsInstanceResourcePolicy", policy("access grants")],
  ["aws:s3control/accessPointPolicy:AccessPointPolicy", policy("access point")],
  ["aws:s3control/bucketPolicy:BucketPolicy", policy("bucket")],
  [
    "aws:s3control/multiRegionAccessPointPolicy:MultiRegionAccessPointPolicy",
    policy("multi-region access point", "details.policy"),
  ],
  ["aws:s3control/objectLambdaAccessPointPolicy:ObjectLambdaAccessPointPolicy", policy("access point")],
  ["aws:s3tables/tableBucketPolicy:TableBucketPolicy", policy("table bucket", "resourcePolicy")],
  ["aws:s3tables/tablePolicy:TablePolicy", policy("table", "resourcePolicy")],
  ["aws:sagemaker/modelPackageGroupPolicy:ModelPackageGroupPolicy", policy("model packages", "resourcePolicy")],
  ["aws:schemas/registryPolicy:RegistryPolicy", policy("schema registry")],
  ["aws:secretsmanager/secret:Secret", policy("secret")],
  ["aws:secretsmanager/secretPolicy:SecretPolicy", policy("secret")],
  ["aws:ses/identityPolicy:IdentityPolicy", policy("sender identity")],
  ["aws:sesv2/emailIdentityPolicy:EmailIdentityPolicy", policy("sender identity")],
  ["aws:sns/topic:Topic", policy("topic")],
  ["aws:sns/topicPolicy:TopicPolicy", policy("topic")],
  ["aws:sqs/queue:Queue", policy("queue")],
  ["aws:sqs/queuePolicy:QueuePolicy", policy("queue")],
  ["aws:xray/resourcePolicy:ResourcePolicy", policy("traces", "policyDocument")],
  ["aws:oam/sinkPolicy:SinkPolicy", policy("monitoring sink")],
  ["aws:vpclattice/resourcePolicy:ResourcePolicy", policy("service network")],
]);
