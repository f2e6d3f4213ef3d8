// The types that several modules speak of, by service; each has the name of its type.

export const ACM_CERTIFICATE = "aws:acm/certificate:Certificate";
export const ACM_CERTIFICATE_VALIDATION = "aws:acm/certificateValidation:CertificateValidation";

export const APIGATEWAYV2_STAGE = "aws:apigatewayv2/stage:Stage";
export const APIGATEWAY_AUTHORIZER = "aws:apigateway/authorizer:Authorizer";
export const APIGATEWAY_DOMAIN_NAME = "aws:apigateway/domainName:DomainName";
export const APIGATEWAY_INTEGRATION = "aws:apigateway/integration:Integration";
export const APIGATEWAY_INTEGRATION_RESPONSE = "aws:apigateway/integrationResponse:IntegrationResponse";
export const APIGATEWAY_METHOD = "aws:apigateway/method:Method";
export const APIGATEWAY_METHOD_SETTINGS = "aws:apigateway/methodSettings:MethodSettings";
export const APIGATEWAY_RESOURCE = "aws:apigateway/resource:Resource";
export const APIGATEWAY_REST_API = "aws:apigateway/restApi:RestApi";
export const APIGATEWAY_REST_API_PUT = "aws:apigateway/restApiPut:RestApiPut";
export const APIGATEWAY_STAGE = "aws:apigateway/stage:Stage";
export const APIGATEWAY_USAGE_PLAN = "aws:apigateway/usagePlan:UsagePlan";

export const APIGATEWAYV2_API = "aws:apigatewayv2/api:Api";
export const APIGATEWAYV2_AUTHORIZER = "aws:apigatewayv2/authorizer:Authorizer";
export const APIGATEWAYV2_ROUTE = "aws:apigatewayv2/route:Route";

export const APPAUTOSCALING_TARGET = "aws:appautoscaling/target:Target";

export const AUTOSCALING_GROUP = "aws:autoscaling/group:Group";

export const BACKUP_PLAN = "aws:backup/plan:Plan";
export const BACKUP_SELECTION = "aws:backup/selection:Selection";
export const BACKUP_VAULT = "aws:backup/vault:Vault";

export const CLOUDFRONT_DISTRIBUTION = "aws:cloudfront/distribution:Distribution";

export const CLOUDTRAIL_TRAIL = "aws:cloudtrail/trail:Trail";

export const CLOUDWATCH_COMPOSITE_ALARM = "aws:cloudwatch/compositeAlarm:CompositeAlarm";
export const CLOUDWATCH_EVENT_RULE = "aws:cloudwatch/eventRule:EventRule";
export const CLOUDWATCH_EVENT_TARGET = "aws:cloudwatch/eventTarget:EventTarget";
export const CLOUDWATCH_LOG_GROUP = "aws:cloudwatch/logGroup:LogGroup";
export const CLOUDWATCH_LOG_SUBSCRIPTION_FILTER = "aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter";
export const CLOUDWATCH_METRIC_ALARM = "aws:cloudwatch/metricAlarm:MetricAlarm";

export const CODEBUILD_PROJECT = "aws:codebuild/project:Project";

export const CODEPIPELINE_PIPELINE = "aws:codepipeline/pipeline:Pipeline";

export const COGNITO_USER_POOL = "aws:cognito/userPool:UserPool";
export const COGNITO_USER_POOL_CLIENT = "aws:cognito/userPoolClient:UserPoolClient";

export const DMS_REPLICATION_SUBNET_GROUP = "aws:dms/replicationSubnetGroup:ReplicationSubnetGroup";

export const DOCDB_CLUSTER = "aws:docdb/cluster:Cluster";
export const DOCDB_CLUSTER_INSTANCE = "aws:docdb/clusterInstance:ClusterInstance";

export const DYNAMODB_TABLE = "aws:dynamodb/table:Table";
export const DYNAMODB_TABLE_REPLICA = "aws:dynamodb/tableReplica:TableReplica";

export const EBS_VOLUME = "aws:ebs/volume:Volume";

export const EC2_EIP = "aws:ec2/eip:Eip";
export const EC2_FLOW_LOG = "aws:ec2/flowLog:FlowLog";
export const EC2_INSTANCE = "aws:ec2/instance:Instance";
export const EC2_LAUNCH_CONFIGURATION = "aws:ec2/launchConfiguration:LaunchConfiguration";
export const EC2_LAUNCH_TEMPLATE = "aws:ec2/launchTemplate:LaunchTemplate";
export const EC2_NAT_GATEWAY = "aws:ec2/natGateway:NatGateway";
export const EC2_NETWORK_ACL = "aws:ec2/networkAcl:NetworkAcl";
export const EC2_NETWORK_ACL_RULE = "aws:ec2/networkAclRule:NetworkAclRule";
export const EC2_NETWORK_INTERFACE = "aws:ec2/networkInterface:NetworkInterface";
export const EC2_ROUTE = "aws:ec2/route:Route";
export const EC2_ROUTE_TABLE = "aws:ec2/routeTable:RouteTable";
export const EC2_ROUTE_TABLE_ASSOCIATION = "aws:ec2/routeTableAssociation:RouteTableAssociation";
export const EC2_SECURITY_GROUP = "aws:ec2/securityGroup:SecurityGroup";
export const EC2_SECURITY_GROUP_RULE = "aws:ec2/securityGroupRule:SecurityGroupRule";
export const EC2_SPOT_FLEET_REQUEST = "aws:ec2/spotFleetRequest:SpotFleetRequest";
export const EC2_SPOT_INSTANCE_REQUEST = "aws:ec2/spotInstanceRequest:SpotInstanceRequest";
export const EC2_SUBNET = "aws:ec2/subnet:Subnet";
export const EC2_VPC = "aws:ec2/vpc:Vpc";
export const EC2_VPC_PEERING_CONNECTION = "aws:ec2/vpcPeeringConnection:VpcPeeringConnection";
export const EC2_VPC_ENDPOINT = "aws:ec2/vpcEndpoint:VpcEndpoint";
export const EC2_VPC_ENDPOINT_SERVICE = "aws:ec2/vpcEndpointService:VpcEndpointService";

export const ECR_LIFECYCLE_POLICY = "aws:ecr/lifecyclePolicy:LifecyclePolicy";
export const ECR_PULL_THROUGH_CACHE_RULE = "aws:ecr/pullThroughCacheRule:PullThroughCacheRule";
export const ECR_REGISTRY_SCANNING_CONFIGURATION =
  "aws:ecr/registryScanningConfiguration:RegistryScanningConfiguration";
export const ECR_REPOSITORY = "aws:ecr/repository:Repository";

export const ECS_CAPACITY_PROVIDER = "aws:ecs/capacityProvider:CapacityProvider";
export const ECS_CLUSTER_CAPACITY_PROVIDERS = "aws:ecs/clusterCapacityProviders:ClusterCapacityProviders";
export const ECS_CLUSTER = "aws:ecs/cluster:Cluster";
export const ECS_SERVICE = "aws:ecs/service:Service";
export const ECS_TASK_DEFINITION = "aws:ecs/taskDefinition:TaskDefinition";

export const EFS_ACCESS_POINT = "aws:efs/accessPoint:AccessPoint";
export const EFS_FILE_SYSTEM = "aws:efs/fileSystem:FileSystem";
export const EFS_MOUNT_TARGET = "aws:efs/mountTarget:MountTarget";

export const EKS_CLUSTER = "aws:eks/cluster:Cluster";
export const EKS_NODE_GROUP = "aws:eks/nodeGroup:NodeGroup";

export const ELASTICACHE_CLUSTER = "aws:elasticache/cluster:Cluster";
export const ELASTICACHE_REPLICATION_GROUP = "aws:elasticache/replicationGroup:ReplicationGroup";
export const ELASTICACHE_SERVERLESS_CACHE = "aws:elasticache/serverlessCache:ServerlessCache";

export const ELB_LOAD_BALANCER = "aws:elb/loadBalancer:LoadBalancer";

export const IAM_ACCOUNT_PASSWORD_POLICY = "aws:iam/accountPasswordPolicy:AccountPasswordPolicy";
export const IAM_OPEN_ID_CONNECT_PROVIDER = "aws:iam/openIdConnectProvider:OpenIdConnectProvider";
export const IAM_POLICY = "aws:iam/policy:Policy";
export const IAM_ROLE = "aws:iam/role:Role";
export const IAM_ROLE_POLICY = "aws:iam/rolePolicy:RolePolicy";
export const IAM_ROLE_POLICY_ATTACHMENT = "aws:iam/rolePolicyAttachment:RolePolicyAttachment";
export const IAM_USER = "aws:iam/user:User";

export const KINESIS_FIREHOSE_DELIVERY_STREAM = "aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream";
export const KINESIS_STREAM = "aws:kinesis/stream:Stream";

export const LAMBDA_ALIAS = "aws:lambda/alias:Alias";
export const LAMBDA_EVENT_SOURCE_MAPPING = "aws:lambda/eventSourceMapping:EventSourceMapping";
export const LAMBDA_FUNCTION = "aws:lambda/function:Function";
export const LAMBDA_FUNCTION_URL = "aws:lambda/functionUrl:FunctionUrl";
export const LAMBDA_PERMISSION = "aws:lambda/permission:Permission";
export const LAMBDA_RESOURCE_POLICY = "aws:lambda/resourcePolicy:ResourcePolicy";

export const LB_LISTENER = "aws:lb/listener:Listener";
export const LB_LISTENER_RULE = "aws:lb/listenerRule:ListenerRule";
export const LB_LOAD_BALANCER = "aws:lb/loadBalancer:LoadBalancer";
export const LB_TARGET_GROUP = "aws:lb/targetGroup:TargetGroup";
export const LB_TARGET_GROUP_ATTACHMENT = "aws:lb/targetGroupAttachment:TargetGroupAttachment";

export const MSK_CLUSTER = "aws:msk/cluster:Cluster";

export const NEPTUNE_CLUSTER = "aws:neptune/cluster:Cluster";

export const NEPTUNE_CLUSTER_INSTANCE = "aws:neptune/clusterInstance:ClusterInstance";
export const OPENSEARCH_DOMAIN = "aws:opensearch/domain:Domain";

export const RDS_CLUSTER = "aws:rds/cluster:Cluster";
export const RDS_CLUSTER_INSTANCE = "aws:rds/clusterInstance:ClusterInstance";
export const RDS_INSTANCE = "aws:rds/instance:Instance";
export const RDS_PROXY = "aws:rds/proxy:Proxy";

export const RDS_SUBNET_GROUP = "aws:rds/subnetGroup:SubnetGroup";
export const REDSHIFT_CLUSTER = "aws:redshift/cluster:Cluster";

export const ROUTE53_RECORD = "aws:route53/record:Record";
export const ROUTE53_ZONE = "aws:route53/zone:Zone";

export const S3_BUCKET = "aws:s3/bucket:Bucket";
export const S3_BUCKET_NOTIFICATION = "aws:s3/bucketNotification:BucketNotification";
export const S3_BUCKET_OBJECT_LOCK_CONFIGURATION = "aws:s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration";
export const S3_BUCKET_POLICY = "aws:s3/bucketPolicy:BucketPolicy";
export const S3_BUCKET_REPLICATION_CONFIG = "aws:s3/bucketReplicationConfig:BucketReplicationConfig";
export const S3_BUCKET_VERSIONING = "aws:s3/bucketVersioning:BucketVersioning";

export const SECRETSMANAGER_SECRET = "aws:secretsmanager/secret:Secret";
export const SECRETSMANAGER_SECRET_ROTATION = "aws:secretsmanager/secretRotation:SecretRotation";
export const SECRETSMANAGER_SECRET_VERSION = "aws:secretsmanager/secretVersion:SecretVersion";

export const SFN_STATE_MACHINE = "aws:sfn/stateMachine:StateMachine";

export const SNS_TOPIC = "aws:sns/topic:Topic";
export const SNS_TOPIC_SUBSCRIPTION = "aws:sns/topicSubscription:TopicSubscription";

export const SQS_QUEUE = "aws:sqs/queue:Queue";
export const SQS_REDRIVE_POLICY = "aws:sqs/redrivePolicy:RedrivePolicy";

export const SSM_PARAMETER = "aws:ssm/parameter:Parameter";

export const VPC_SECURITY_GROUP_EGRESS_RULE = "aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule";
export const VPC_SECURITY_GROUP_INGRESS_RULE = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
export const VPC_SECURITY_GROUP_VPC_ASSOCIATION = "aws:vpc/securityGroupVpcAssociation:SecurityGroupVpcAssociation";

export const WAFV2_WEB_ACL_ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";

export const KMS_GRANT = "aws:kms/grant:Grant";
export const KMS_KEY = "aws:kms/key:Key";
