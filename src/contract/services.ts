import { EC2_SPOT_INSTANCE_REQUEST } from "../aws/type-tokens";
/**
 * The AWS services that a contract can require, and the resource types that count as each: one of them is enough.
 * Tokens are the current ones of `@pulumi/aws` (see `canonicalType`). The list is closed so that a typo is caught.
 */
export const SERVICES = {
  acm: ["aws:acm/certificate:Certificate"],
  "api-gateway": ["aws:apigateway/restApi:RestApi", "aws:apigatewayv2/api:Api"],
  appsync: ["aws:appsync/graphQLApi:GraphQLApi", "aws:appsync/api:Api"],
  athena: ["aws:athena/workgroup:Workgroup"],
  aurora: ["aws:rds/cluster:Cluster"],
  autoscaling: ["aws:autoscaling/group:Group", "aws:appautoscaling/target:Target"],
  backup: ["aws:backup/plan:Plan"],
  batch: ["aws:batch/jobDefinition:JobDefinition", "aws:batch/jobQueue:JobQueue"],
  bedrock: [
    "aws:bedrock/agentAgent:AgentAgent",
    "aws:bedrock/guardrail:Guardrail",
    "aws:bedrock/provisionedModelThroughput:ProvisionedModelThroughput",
  ],
  cloudfront: ["aws:cloudfront/distribution:Distribution"],
  cloudtrail: ["aws:cloudtrail/trail:Trail"],
  "cloudwatch-alarm": ["aws:cloudwatch/metricAlarm:MetricAlarm", "aws:cloudwatch/compositeAlarm:CompositeAlarm"],
  "cloudwatch-dashboard": ["aws:cloudwatch/dashboard:Dashboard"],
  "cloudwatch-logs": ["aws:cloudwatch/logGroup:LogGroup"],
  codebuild: ["aws:codebuild/project:Project"],
  codedeploy: ["aws:codedeploy/application:Application", "aws:codedeploy/deploymentGroup:DeploymentGroup"],
  codepipeline: ["aws:codepipeline/pipeline:Pipeline"],
  cognito: ["aws:cognito/userPool:UserPool", "aws:cognito/identityPool:IdentityPool"],
  config: ["aws:cfg/recorder:Recorder", "aws:cfg/rule:Rule"],
  dms: ["aws:dms/replicationTask:ReplicationTask", "aws:dms/replicationConfig:ReplicationConfig"],
  documentdb: ["aws:docdb/cluster:Cluster"],
  dynamodb: ["aws:dynamodb/table:Table", "aws:dynamodb/globalTable:GlobalTable"],
  ec2: ["aws:ec2/instance:Instance", EC2_SPOT_INSTANCE_REQUEST, "aws:autoscaling/group:Group", "aws:ec2/fleet:Fleet"],
  ecr: ["aws:ecr/repository:Repository", "aws:ecrpublic/repository:Repository"],
  ecs: ["aws:ecs/service:Service", "aws:ecs/taskDefinition:TaskDefinition"],
  efs: ["aws:efs/fileSystem:FileSystem"],
  eks: ["aws:eks/cluster:Cluster"],
  elasticache: [
    "aws:elasticache/replicationGroup:ReplicationGroup",
    "aws:elasticache/cluster:Cluster",
    "aws:elasticache/serverlessCache:ServerlessCache",
  ],
  eventbridge: [
    "aws:cloudwatch/eventRule:EventRule",
    "aws:cloudwatch/eventBus:EventBus",
    "aws:pipes/pipe:Pipe",
    "aws:scheduler/schedule:Schedule",
  ],
  firehose: ["aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream"],
  fsx: [
    "aws:fsx/lustreFileSystem:LustreFileSystem",
    "aws:fsx/ontapFileSystem:OntapFileSystem",
    "aws:fsx/openZfsFileSystem:OpenZfsFileSystem",
    "aws:fsx/windowsFileSystem:WindowsFileSystem",
  ],
  glue: ["aws:glue/job:Job", "aws:glue/crawler:Crawler", "aws:glue/catalogDatabase:CatalogDatabase"],
  guardduty: ["aws:guardduty/detector:Detector"],
  "internet-gateway": ["aws:ec2/internetGateway:InternetGateway"],
  kinesis: ["aws:kinesis/stream:Stream"],
  kms: ["aws:kms/key:Key", "aws:kms/replicaKey:ReplicaKey"],
  lambda: ["aws:lambda/function:Function"],
  "load-balancer": ["aws:lb/loadBalancer:LoadBalancer", "aws:elb/loadBalancer:LoadBalancer"],
  memorydb: ["aws:memorydb/cluster:Cluster"],
  mq: ["aws:mq/broker:Broker"],
  msk: ["aws:msk/cluster:Cluster", "aws:msk/serverlessCluster:ServerlessCluster"],
  "nat-gateway": ["aws:ec2/natGateway:NatGateway"],
  neptune: ["aws:neptune/cluster:Cluster"],
  "network-firewall": ["aws:networkfirewall/firewall:Firewall"],
  opensearch: ["aws:opensearch/domain:Domain", "aws:opensearch/serverlessCollection:ServerlessCollection"],
  rds: ["aws:rds/instance:Instance", "aws:rds/cluster:Cluster"],
  "rds-proxy": ["aws:rds/proxy:Proxy"],
  redshift: ["aws:redshift/cluster:Cluster", "aws:redshiftserverless/workgroup:Workgroup"],
  route53: ["aws:route53/zone:Zone", "aws:route53/record:Record"],
  s3: ["aws:s3/bucket:Bucket"],
  sagemaker: ["aws:sagemaker/endpoint:Endpoint", "aws:sagemaker/domain:Domain", "aws:sagemaker/model:Model"],
  secretsmanager: ["aws:secretsmanager/secret:Secret"],
  securityhub: ["aws:securityhub/account:Account"],
  ses: [
    "aws:ses/domainIdentity:DomainIdentity",
    "aws:ses/emailIdentity:EmailIdentity",
    "aws:sesv2/emailIdentity:EmailIdentity",
  ],
  sns: ["aws:sns/topic:Topic"],
  sqs: ["aws:sqs/queue:Queue"],
  "ssm-parameter": ["aws:ssm/parameter:Parameter"],
  stepfunctions: ["aws:sfn/stateMachine:StateMachine"],
  "transit-gateway": ["aws:ec2transitgateway/transitGateway:TransitGateway"],
  vpc: ["aws:ec2/vpc:Vpc"],
  "vpc-endpoint": ["aws:ec2/vpcEndpoint:VpcEndpoint"],
  "vpc-flow-log": ["aws:ec2/flowLog:FlowLog"],
  waf: ["aws:wafv2/webAcl:WebAcl"],
  xray: ["aws:xray/group:Group", "aws:xray/samplingRule:SamplingRule"],
} as const satisfies Readonly<Record<string, readonly string[]>>;

/** A service that a contract can name in `services`. */
export type ServiceName = keyof typeof SERVICES;

export const SERVICE_NAMES = Object.keys(SERVICES) as readonly ServiceName[];

/** The services whose data a contract can require in several regions. */
export const REPLICATED_SERVICES = ["backup", "dynamodb", "ecr", "efs", "kms", "rds", "s3", "secretsmanager"] as const;
