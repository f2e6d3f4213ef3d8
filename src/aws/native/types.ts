import { BUCKET_PARTS, type BucketPart } from "../storage/buckets";
import { S3_BUCKET } from "../type-tokens";

/** How a resource of aws-native shows as one of @pulumi/aws. */
export interface NativeType {
  /** The type of @pulumi/aws. */
  type: string;
  /**
   * By property of @pulumi/aws, the one of aws-native that is the same, also where it is absent. With a question mark its
   * absence means something else, which is unknown. `list[]` is each element, `list[]` at the end a list around one value.
   * Null: aws-native has no such property, so that it is absent. What is not here is unknown.
   */
  properties: Readonly<Record<string, string | null>>;
  /** Properties of aws-native with which it is something else, so that it does not show at all. */
  notWith?: readonly string[];
  /** A property of aws-native without which it does not show. */
  onlyWith?: string;
  /** What aws-native has as properties and @pulumi/aws as resources of their own, such as the parts of a bucket. */
  parts?: readonly NativePart[];
}

/** A part of a resource, which shows where aws-native has the property `onlyWith`. */
export interface NativePart extends Pick<NativeType, "type" | "properties"> {
  /** The property of @pulumi/aws that names the resource that it is a part of. */
  by: string;
  onlyWith: string;
}

/** The same names on both sides. */
const same = (...names: string[]): Record<string, string> => Object.fromEntries(names.map((name) => [name, name]));

/** Properties that aws-native does not have. */
const without = (...names: string[]): Record<string, null> => Object.fromEntries(names.map((name) => [name, null]));

const under = (
  aws: string,
  native: string,
  names: Readonly<Record<string, string | null>>,
): Record<string, string | null> =>
  Object.fromEntries(Object.entries(names).map(([key, value]) => [`${aws}.${key}`, value && `${native}.${value}`]));

/** What configures one aspect of a bucket. */
const part = (aspect: BucketPart, onlyWith: string, properties: NativeType["properties"]): NativePart => ({
  type: BUCKET_PARTS[aspect],
  by: "bucket",
  onlyWith,
  properties,
});

const PERMISSION = {
  ...same("fromPort", "toPort", "description"),
  protocol: "ipProtocol",
  "cidrBlocks[]": "cidrIp",
  "ipv6CidrBlocks[]": "cidrIpv6",
};

const SERVER_DATABASE = {
  ...same("engine", "engineVersion", "deletionProtection", "copyTagsToSnapshot", "kmsKeyId", "storageEncrypted"),
  ...same("manageMasterUserPassword", "dbSubnetGroupName"),
  iamDatabaseAuthenticationEnabled: "enableIamDatabaseAuthentication",
  enabledCloudwatchLogsExports: "enableCloudwatchLogsExports",
  port: "port?",
};

const CLUSTER = {
  ...same("backupRetentionPeriod", "deletionProtection", "storageEncrypted", "engineVersion"),
  ...same("preferredBackupWindow", "preferredMaintenanceWindow"),
};

/** The types of aws-native that show as types of @pulumi/aws, each as one or several. */
export const NATIVE_TYPES: Readonly<Record<string, readonly NativeType[]>> = {
  "aws-native:apigateway:Stage": [
    {
      type: "aws:apigateway/stage:Stage",
      properties: { ...same("clientCertificateId", "stageName"), xrayTracingEnabled: "tracingEnabled" },
    },
  ],
  "aws-native:cloudtrail:Trail": [
    {
      type: "aws:cloudtrail/trail:Trail",
      properties: {
        ...same("kmsKeyId", "isMultiRegionTrail", "isOrganizationTrail", "s3KeyPrefix"),
        cloudWatchLogsGroupArn: "cloudWatchLogsLogGroupArn",
        cloudWatchLogsRoleArn: "cloudWatchLogsRoleArn",
        enableLogFileValidation: "enableLogFileValidation",
        s3BucketName: "s3BucketName",
      },
    },
  ],
  "aws-native:docdb:DbCluster": [
    {
      type: "aws:docdb/cluster:Cluster",
      properties: {
        ...CLUSTER,
        ...without("snapshotIdentifier"),
        kmsKeyId: "kmsKeyId",
        masterUsername: "masterUsername",
        enabledCloudwatchLogsExports: "enableCloudwatchLogsExports",
      },
      notWith: ["snapshotIdentifier", "sourceDbClusterIdentifier", "globalClusterIdentifier"],
    },
  ],
  "aws-native:dynamodb:Table": [
    {
      type: "aws:dynamodb/table:Table",
      properties: {
        ...same("deletionProtectionEnabled", "billingMode", "tableClass"),
        ...without("replicas", "restoreSourceName", "restoreSourceTableArn"),
        name: "tableName",
        "pointInTimeRecovery.enabled": "pointInTimeRecoverySpecification.pointInTimeRecoveryEnabled",
        "serverSideEncryption.enabled": "sseSpecification.sseEnabled",
        "serverSideEncryption.kmsKeyArn": "sseSpecification.kmsMasterKeyId",
      },
    },
  ],
  "aws-native:ec2:Instance": [
    {
      type: "aws:ec2/instance:Instance",
      properties: {
        ...same("instanceType", "sourceDestCheck", "availabilityZone"),
        ...same("metadataOptions.httpTokens", "metadataOptions.httpEndpoint"),
        "launchTemplate.id": "launchTemplate.launchTemplateId",
        ami: "imageId",
      },
    },
  ],
  "aws-native:ec2:LaunchTemplate": [
    {
      type: "aws:ec2/launchTemplate:LaunchTemplate",
      properties: {
        name: "launchTemplateName",
        imageId: "launchTemplateData.imageId",
        instanceType: "launchTemplateData.instanceType",
        ...under("metadataOptions", "launchTemplateData.metadataOptions", same("httpTokens", "httpEndpoint")),
        "networkInterfaces[].associatePublicIpAddress":
          "launchTemplateData.networkInterfaces[].associatePublicIpAddress",
      },
    },
  ],
  "aws-native:ec2:SecurityGroup": [
    {
      type: "aws:ec2/securityGroup:SecurityGroup",
      properties: {
        name: "groupName",
        description: "groupDescription",
        vpcId: "vpcId",
        ...under("ingress[]", "securityGroupIngress[]", {
          ...PERMISSION,
          ...without("self"),
          "prefixListIds[]": "sourcePrefixListId",
          "securityGroups[]": "sourceSecurityGroupId",
        }),
        ...under("egress[]", "securityGroupEgress[]", {
          ...PERMISSION,
          ...without("self"),
          "prefixListIds[]": "destinationPrefixListId",
          "securityGroups[]": "destinationSecurityGroupId",
        }),
      },
    },
  ],
  "aws-native:ec2:SecurityGroupIngress": [
    {
      type: "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule",
      properties: {
        ...same("ipProtocol", "fromPort", "toPort", "cidrIpv6", "description"),
        securityGroupId: "groupId",
        cidrIpv4: "cidrIp",
        prefixListId: "sourcePrefixListId",
        referencedSecurityGroupId: "sourceSecurityGroupId",
      },
    },
  ],
  "aws-native:ec2:Subnet": [
    {
      type: "aws:ec2/subnet:Subnet",
      properties: same("mapPublicIpOnLaunch", "cidrBlock", "availabilityZone", "vpcId"),
    },
  ],
  "aws-native:ec2:Volume": [
    {
      type: "aws:ebs/volume:Volume",
      properties: { ...same("encrypted", "kmsKeyId", "size", "availabilityZone", "snapshotId"), type: "volumeType" },
    },
  ],
  "aws-native:ec2:Vpc": [
    { type: "aws:ec2/vpc:Vpc", properties: same("cidrBlock", "enableDnsSupport", "enableDnsHostnames") },
  ],
  "aws-native:ecr:Repository": [
    {
      type: "aws:ecr/repository:Repository",
      properties: {
        name: "repositoryName",
        imageTagMutability: "imageTagMutability",
        "imageScanningConfiguration.scanOnPush": "imageScanningConfiguration.scanOnPush",
      },
    },
  ],
  "aws-native:ecs:Service": [
    {
      type: "aws:ecs/service:Service",
      properties: { ...same("launchType", "platformVersion", "desiredCount"), name: "serviceName" },
    },
  ],
  "aws-native:ecs:TaskDefinition": [
    {
      type: "aws:ecs/taskDefinition:TaskDefinition",
      properties: same(
        "family",
        "containerDefinitions",
        "runtimePlatform.operatingSystemFamily",
        "networkMode",
        "pidMode",
        "ipcMode",
        "cpu",
        "memory",
        "executionRoleArn",
        "taskRoleArn",
      ),
    },
  ],
  "aws-native:efs:FileSystem": [
    { type: "aws:efs/fileSystem:FileSystem", properties: same("encrypted", "kmsKeyId", "performanceMode") },
  ],
  "aws-native:elasticache:ReplicationGroup": [
    {
      type: "aws:elasticache/replicationGroup:ReplicationGroup",
      properties: {
        ...same(
          "engine",
          "engineVersion",
          "snapshotRetentionLimit",
          "automaticFailoverEnabled",
          "autoMinorVersionUpgrade",
        ),
        subnetGroupName: "cacheSubnetGroupName",
        ...same("atRestEncryptionEnabled", "transitEncryptionEnabled"),
        nodeType: "cacheNodeType",
        globalReplicationGroupId: "globalReplicationGroupId",
      },
    },
  ],
  "aws-native:elasticloadbalancingv2:Listener": [
    { type: "aws:lb/listener:Listener", properties: same("port", "protocol", "sslPolicy", "loadBalancerArn") },
  ],
  "aws-native:iam:ManagedPolicy": [
    { type: "aws:iam/policy:Policy", properties: { ...same("path", "description"), policy: "policyDocument" } },
  ],
  "aws-native:iam:Role": [
    {
      type: "aws:iam/role:Role",
      properties: {
        ...same("path", "description", "maxSessionDuration", "permissionsBoundary", "managedPolicyArns"),
        name: "roleName",
        assumeRolePolicy: "assumeRolePolicyDocument",
        "inlinePolicies[].name": "policies[].policyName",
        "inlinePolicies[].policy": "policies[].policyDocument",
      },
    },
  ],
  "aws-native:iam:RolePolicy": [
    {
      type: "aws:iam/rolePolicy:RolePolicy",
      properties: { name: "policyName", role: "roleName", policy: "policyDocument" },
    },
  ],
  "aws-native:kinesis:Stream": [
    {
      type: "aws:kinesis/stream:Stream",
      properties: {
        ...same("name", "shardCount"),
        retentionPeriod: "retentionPeriodHours",
        encryptionType: "streamEncryption.encryptionType",
        kmsKeyId: "streamEncryption.keyId",
      },
    },
  ],
  "aws-native:kms:Key": [
    {
      type: "aws:kms/key:Key",
      properties: {
        ...same("description", "enableKeyRotation", "rotationPeriodInDays", "keyUsage", "multiRegion"),
        ...without("customKeyStoreId", "xksKeyId"),
        bypassPolicyLockoutSafetyCheck: "bypassPolicyLockoutSafetyCheck",
        customerMasterKeySpec: "keySpec",
        isEnabled: "enabled",
        policy: "keyPolicy",
        deletionWindowInDays: "pendingWindowInDays",
      },
      notWith: ["origin"],
    },
  ],
  "aws-native:lambda:Function": [
    {
      type: "aws:lambda/function:Function",
      properties: {
        ...same("runtime", "handler", "packageType", "timeout", "memorySize", "role", "architectures", "kmsKeyArn"),
        ...same("environment.variables", "vpcConfig.subnetIds", "vpcConfig.securityGroupIds", "tracingConfig.mode"),
        ...same("snapStart.applyOn", "deadLetterConfig.targetArn"),
        name: "functionName",
        imageUri: "code.imageUri",
      },
    },
  ],
  "aws-native:lambda:Permission": [
    {
      type: "aws:lambda/permission:Permission",
      properties: {
        ...same("action", "principal", "sourceArn", "sourceAccount", "eventSourceToken", "functionUrlAuthType"),
        function: "functionName",
        principalOrgId: "principalOrgId",
      },
    },
  ],
  "aws-native:lambda:Url": [
    {
      type: "aws:lambda/functionUrl:FunctionUrl",
      properties: { authorizationType: "authType", functionName: "targetFunctionArn", qualifier: "qualifier" },
    },
  ],
  "aws-native:logs:LogGroup": [
    {
      type: "aws:cloudwatch/logGroup:LogGroup",
      properties: { ...same("retentionInDays", "kmsKeyId", "logGroupClass"), name: "logGroupName" },
    },
  ],
  "aws-native:neptune:DbCluster": [
    {
      type: "aws:neptune/cluster:Cluster",
      properties: {
        ...CLUSTER,
        ...without("snapshotIdentifier"),
        kmsKeyArn: "kmsKeyId",
        iamDatabaseAuthenticationEnabled: "iamAuthEnabled",
        enableCloudwatchLogsExports: "enableCloudwatchLogsExports",
        copyTagsToSnapshot: "copyTagsToSnapshot",
      },
      notWith: ["snapshotIdentifier", "sourceDbClusterIdentifier"],
    },
  ],
  "aws-native:rds:DbCluster": [
    {
      type: "aws:rds/cluster:Cluster",
      properties: {
        ...SERVER_DATABASE,
        ...same("engineMode", "backupRetentionPeriod", "masterUsername", "backtrackWindow", "databaseName"),
        ...same("preferredBackupWindow", "preferredMaintenanceWindow"),
        ...without("snapshotIdentifier", "replicationSourceIdentifier", "restoreToPointInTime", "s3Import"),
        globalClusterIdentifier: "globalClusterIdentifier",
        masterPassword: "masterUserPassword",
        clusterIdentifier: "dbClusterIdentifier",
      },
      notWith: [
        "snapshotIdentifier",
        "sourceDbClusterIdentifier",
        "replicationSourceIdentifier",
        "globalClusterIdentifier",
        "sourceRegion",
      ],
    },
  ],
  "aws-native:rds:DbInstance": [
    {
      type: "aws:rds/instance:Instance",
      properties: {
        ...SERVER_DATABASE,
        ...same(
          "multiAz",
          "autoMinorVersionUpgrade",
          "allocatedStorage",
          "dbName",
          "storageType",
          "monitoringInterval",
        ),
        ...without("snapshotIdentifier", "replicateSourceDb", "restoreToPointInTime", "s3Import"),
        backupRetentionPeriod: "backupRetentionPeriod?",
        publiclyAccessible: "publiclyAccessible?",
        identifier: "dbInstanceIdentifier",
        instanceClass: "dbInstanceClass",
        username: "masterUsername",
        password: "masterUserPassword",
        backupWindow: "preferredBackupWindow",
        maintenanceWindow: "preferredMaintenanceWindow",
      },
      notWith: [
        "dbSnapshotIdentifier",
        "dbClusterIdentifier",
        "dbClusterSnapshotIdentifier",
        "sourceDbInstanceIdentifier",
        "sourceDbClusterIdentifier",
        "sourceDbiResourceId",
        "sourceDbInstanceAutomatedBackupsArn",
      ],
    },
  ],
  "aws-native:redshift:Cluster": [
    {
      type: "aws:redshift/cluster:Cluster",
      properties: {
        ...same(
          "clusterIdentifier",
          "nodeType",
          "masterUsername",
          "allowVersionUpgrade",
          "enhancedVpcRouting",
          "multiAz",
        ),
        ...same("automatedSnapshotRetentionPeriod", "kmsKeyId", "encrypted"),
        databaseName: "dbName",
        publiclyAccessible: "publiclyAccessible?",
      },
      notWith: ["snapshotIdentifier"],
    },
  ],
  "aws-native:s3:Bucket": [
    {
      type: S3_BUCKET,
      properties: {
        bucket: "bucketName",
        objectLockEnabled: "objectLockEnabled",
        lifecycleRules: "lifecycleConfiguration.rules",
        ...without("versioning", "logging", "serverSideEncryptionConfiguration"),
      },
      parts: [
        part("publicAccessBlock", "publicAccessBlockConfiguration", {
          blockPublicAcls: "publicAccessBlockConfiguration.blockPublicAcls",
          blockPublicPolicy: "publicAccessBlockConfiguration.blockPublicPolicy",
          ignorePublicAcls: "publicAccessBlockConfiguration.ignorePublicAcls",
          restrictPublicBuckets: "publicAccessBlockConfiguration.restrictPublicBuckets",
        }),
        part("versioning", "versioningConfiguration", {
          "versioningConfiguration.status": "versioningConfiguration.status",
        }),
        part("logging", "loggingConfiguration", { targetBucket: "loggingConfiguration.destinationBucketName?" }),
        part("lifecycle", "lifecycleConfiguration", {
          "rules[].id": "lifecycleConfiguration.rules[].id?",
          "rules[].status": "lifecycleConfiguration.rules[].status",
        }),
        part("tiering", "intelligentTieringConfigurations", {}),
        part("encryption", "bucketEncryption", {
          "rules[].applyServerSideEncryptionByDefault.sseAlgorithm":
            "bucketEncryption.serverSideEncryptionConfiguration[].serverSideEncryptionByDefault.sseAlgorithm",
        }),
      ],
    },
  ],
  "aws-native:s3:BucketPolicy": [
    { type: "aws:s3/bucketPolicy:BucketPolicy", properties: { bucket: "bucket", policy: "policyDocument" } },
  ],
  "aws-native:secretsmanager:ResourcePolicy": [
    {
      type: "aws:secretsmanager/secretPolicy:SecretPolicy",
      properties: { secretArn: "secretId", policy: "resourcePolicy", blockPublicPolicy: "blockPublicPolicy" },
    },
  ],
  "aws-native:secretsmanager:RotationSchedule": [
    {
      type: "aws:secretsmanager/secretRotation:SecretRotation",
      properties: {
        ...same("secretId", "rotationRules.automaticallyAfterDays", "rotationRules.scheduleExpression"),
        rotationEnabled: null,
      },
      onlyWith: "rotationRules",
    },
  ],
  "aws-native:sns:Topic": [
    {
      type: "aws:sns/topic:Topic",
      properties: { ...same("kmsMasterKeyId", "fifoTopic", "displayName"), policy: null, name: "topicName" },
    },
  ],
  "aws-native:sns:TopicPolicy": [{ type: "aws:sns/topicPolicy:TopicPolicy", properties: { policy: "policyDocument" } }],
  "aws-native:sqs:Queue": [
    {
      type: "aws:sqs/queue:Queue",
      properties: {
        ...same("kmsMasterKeyId", "sqsManagedSseEnabled", "fifoQueue", "delaySeconds", "contentBasedDeduplication"),
        policy: null,
        name: "queueName",
        visibilityTimeoutSeconds: "visibilityTimeout",
        messageRetentionSeconds: "messageRetentionPeriod",
        receiveWaitTimeSeconds: "receiveMessageWaitTimeSeconds",
      },
    },
  ],
  "aws-native:sqs:QueuePolicy": [{ type: "aws:sqs/queuePolicy:QueuePolicy", properties: { policy: "policyDocument" } }],
  "aws-native:stepfunctions:StateMachine": [
    {
      type: "aws:sfn/stateMachine:StateMachine",
      properties: { "loggingConfiguration.level": "loggingConfiguration.level", type: "stateMachineType" },
    },
  ],
};
