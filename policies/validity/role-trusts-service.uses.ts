/** A property that takes the ARN of a role, and who has to be able to assume it. */
export interface Use {
  readonly path: string;
  /** The first part of the service principal, such as `lambda` of lambda.amazonaws.com; one of several is enough. */
  readonly services: readonly string[];
  /** AWS's error, where it was read. */
  readonly awsError?: string;
}

const use = (path: string, ...services: string[]): Use => ({ path, services });

/** The properties that take a role, by the type of resource that uses it. */
export const USES: Readonly<Record<string, readonly Use[]>> = {
  "aws:amplify/app:App": [use("iamServiceRoleArn", "amplify")],
  "aws:apigateway/account:Account": [use("cloudwatchRoleArn", "apigateway")],
  "aws:apigateway/authorizer:Authorizer": [use("authorizerCredentials", "apigateway")],
  "aws:apigateway/integration:Integration": [use("credentials", "apigateway")],
  "aws:apigatewayv2/authorizer:Authorizer": [use("authorizerCredentialsArn", "apigateway")],
  "aws:apigatewayv2/integration:Integration": [use("credentialsArn", "apigateway")],
  "aws:appconfig/configurationProfile:ConfigurationProfile": [use("retrievalRoleArn", "appconfig")],
  "aws:apprunner/service:Service": [
    use("instanceConfiguration.instanceRoleArn", "tasks.apprunner"),
    use("sourceConfiguration.authenticationConfiguration.accessRoleArn", "build.apprunner"),
  ],
  "aws:appsync/dataSource:DataSource": [use("serviceRoleArn", "appsync")],
  "aws:appsync/graphQLApi:GraphQLApi": [use("logConfig.cloudwatchLogsRoleArn", "appsync")],
  "aws:backup/selection:Selection": [use("iamRoleArn", "backup")],
  "aws:batch/computeEnvironment:ComputeEnvironment": [
    use("serviceRole", "batch"),
    use("computeResources.spotIamFleetRole", "spotfleet"),
  ],
  "aws:cfg/recorder:Recorder": [use("roleArn", "config")],
  "aws:cloudtrail/trail:Trail": [use("cloudWatchLogsRoleArn", "cloudtrail")],
  "aws:cloudwatch/eventRule:EventRule": [use("roleArn", "events")],
  "aws:cloudwatch/eventTarget:EventTarget": [
    {
      ...use("roleArn", "events"),
      awsError: "Provided role '…' cannot be assumed by principal 'events.amazonaws.com'",
    },
  ],
  "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter": [use("roleArn", "logs")],
  "aws:cloudwatch/metricStream:MetricStream": [use("roleArn", "streams.metrics.cloudwatch")],
  "aws:codebuild/project:Project": [use("serviceRole", "codebuild")],
  "aws:codedeploy/deploymentGroup:DeploymentGroup": [use("serviceRoleArn", "codedeploy")],
  "aws:codepipeline/pipeline:Pipeline": [use("roleArn", "codepipeline")],
  "aws:cognito/userPool:UserPool": [use("smsConfiguration.snsCallerArn", "cognito-idp")],
  "aws:dlm/lifecyclePolicy:LifecyclePolicy": [use("executionRoleArn", "dlm")],
  "aws:dms/endpoint:Endpoint": [use("serviceAccessRole", "dms")],
  "aws:dms/s3Endpoint:S3Endpoint": [use("serviceAccessRoleArn", "dms")],
  "aws:ec2/flowLog:FlowLog": [use("iamRoleArn", "vpc-flow-logs")],
  "aws:ecs/taskDefinition:TaskDefinition": [use("executionRoleArn", "ecs-tasks"), use("taskRoleArn", "ecs-tasks")],
  "aws:eks/cluster:Cluster": [use("roleArn", "eks")],
  "aws:eks/fargateProfile:FargateProfile": [use("podExecutionRoleArn", "eks-fargate-pods")],
  "aws:eks/nodeGroup:NodeGroup": [use("nodeRoleArn", "ec2")],
  "aws:eks/podIdentityAssociation:PodIdentityAssociation": [use("roleArn", "pods.eks")],
  "aws:emr/cluster:Cluster": [use("serviceRole", "elasticmapreduce")],
  "aws:fis/experimentTemplate:ExperimentTemplate": [use("roleArn", "fis")],
  "aws:glue/crawler:Crawler": [use("role", "glue")],
  "aws:glue/job:Job": [use("roleArn", "glue")],
  "aws:grafana/workspace:Workspace": [use("roleArn", "grafana")],
  "aws:iot/topicRule:TopicRule": [
    { ...use("cloudwatchAlarms.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("cloudwatchLogs.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("cloudwatchMetrics.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("dynamodbs.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("dynamodbv2s.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("elasticsearch.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("firehoses.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("iotAnalytics.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("iotEvents.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("kineses.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("republishes.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("s3.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("sns.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("sqs.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("stepFunctions.roleArn", "iot"), awsError: "Unable to assume role" },
    { ...use("timestreams.roleArn", "iot"), awsError: "Unable to assume role" },
  ],
  "aws:iam/instanceProfile:InstanceProfile": [use("role", "ec2")],
  "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream": [
    use("extendedS3Configuration.roleArn", "firehose"),
    use("kinesisSourceConfiguration.roleArn", "firehose"),
    use("opensearchConfiguration.roleArn", "firehose"),
    use("redshiftConfiguration.roleArn", "firehose"),
    use("httpEndpointConfiguration.roleArn", "firehose"),
  ],
  "aws:kinesisanalyticsv2/application:Application": [use("serviceExecutionRole", "kinesisanalytics")],
  "aws:lambda/function:Function": [
    { ...use("role", "lambda"), awsError: "The role defined for the function cannot be assumed by Lambda" },
  ],
  "aws:mwaa/environment:Environment": [use("executionRoleArn", "airflow-env")],
  "aws:opensearch/domain:Domain": [use("cognitoOptions.roleArn", "opensearchservice", "es")],
  "aws:pipes/pipe:Pipe": [use("roleArn", "pipes")],
  "aws:rds/cluster:Cluster": [use("monitoringRoleArn", "monitoring.rds"), use("iamRoles", "rds")],
  "aws:rds/clusterInstance:ClusterInstance": [use("monitoringRoleArn", "monitoring.rds")],
  "aws:rds/clusterRoleAssociation:ClusterRoleAssociation": [use("roleArn", "rds")],
  "aws:rds/instance:Instance": [use("monitoringRoleArn", "monitoring.rds")],
  "aws:rds/proxy:Proxy": [use("roleArn", "rds")],
  "aws:rds/roleAssociation:RoleAssociation": [use("roleArn", "rds")],
  "aws:redshift/cluster:Cluster": [use("iamRoles", "redshift")],
  "aws:redshiftserverless/namespace:Namespace": [use("iamRoles", "redshift", "redshift-serverless")],
  "aws:s3/bucketReplicationConfig:BucketReplicationConfig": [use("role", "s3")],
  "aws:sagemaker/domain:Domain": [use("defaultUserSettings.executionRole", "sagemaker")],
  "aws:sagemaker/model:Model": [use("executionRoleArn", "sagemaker")],
  "aws:sagemaker/notebookInstance:NotebookInstance": [use("roleArn", "sagemaker")],
  "aws:scheduler/schedule:Schedule": [
    {
      ...use("target.roleArn", "scheduler"),
      awsError: "The execution role you provide must allow AWS EventBridge Scheduler to assume the role",
    },
  ],
  "aws:sfn/stateMachine:StateMachine": [
    {
      ...use("roleArn", "states"),
      awsError:
        "Neither the global service principal states.amazonaws.com, nor the regional one is authorized to assume the provided role",
    },
  ],
  "aws:sns/topicSubscription:TopicSubscription": [use("subscriptionRoleArn", "sns")],
  "aws:ssm/activation:Activation": [use("iamRole", "ssm")],
  "aws:ssm/maintenanceWindowTask:MaintenanceWindowTask": [use("serviceRoleArn", "ssm")],
  "aws:synthetics/canary:Canary": [use("executionRoleArn", "lambda")],
  "aws:transfer/server:Server": [use("invocationRole", "transfer"), use("loggingRole", "transfer")],
  "aws:transfer/user:User": [use("role", "transfer")],
};
