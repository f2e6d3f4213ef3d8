import {
  CLOUDWATCH_LOG_GROUP,
  EC2_INSTANCE,
  EC2_ROUTE_TABLE,
  EC2_ROUTE_TABLE_ASSOCIATION,
  EC2_SECURITY_GROUP,
  EC2_SUBNET,
  EC2_VPC,
  IAM_USER,
  LB_LISTENER,
  LB_LOAD_BALANCER,
  ROUTE53_ZONE,
  S3_BUCKET,
} from "../../src/aws/type-tokens";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { Read } from "../../src/graph/view";

/** A part of what a resource is to AWS: a property, or the resource that a property names. */
export interface Part {
  readonly path: string;
  /** The types that the property may name. */
  readonly types?: readonly string[];
  /** True for a part without which the resource has no such identity. */
  readonly isRequired?: boolean;
}

/** What AWS has once only, or a few times. */
export interface Identity {
  readonly types: readonly string[];
  readonly parts: readonly Part[];
  /** A further part that is computed from the resource; unknown where it cannot be. */
  readonly also?: (resource: Resource) => Read<string>;
  /** How many of these AWS accepts; one where it is absent. */
  readonly most?: number;
  /** What two of them have in common, and what to do instead. */
  readonly message: (other: string) => string;
}

const required = (path: string, ...types: string[]): Part => ({
  path,
  isRequired: true,
  ...(types.length > 0 && { types }),
});

const named = (type: string, property: string, ...within: Part[]): Identity => ({
  types: [type],
  parts: [required(property), ...within],
  message: (other) =>
    `It has the same \`${property}\` as ${other}, and AWS rejects the second of them. Give it another name.`,
});

const ruleOfGroup = (type: string): Identity => ({
  types: [type],
  parts: [
    required("securityGroupId", EC2_SECURITY_GROUP),
    { path: "ipProtocol" },
    { path: "fromPort" },
    { path: "toPort" },
    { path: "cidrIpv4" },
    { path: "cidrIpv6" },
    { path: "prefixListId" },
    { path: "referencedSecurityGroupId", types: [EC2_SECURITY_GROUP] },
  ],
  message: (other) =>
    `The security group has this rule already by ${other}, and AWS rejects the second one. Remove one of them.`,
});

const onePerBucket = (type: string, what: string): Identity => ({
  types: [type],
  parts: [required("bucket", S3_BUCKET)],
  message: (other) =>
    `A bucket has one ${what}, and ${other} sets that of the same bucket, so each deployment overwrites one with the ` +
    "other. Put both into one resource.",
});

/** Listeners of UDP may share a port with others. */
function portKindOf(listener: Resource): Read<string> {
  const protocol = listener.str("protocol");
  return known(protocol) ? (/UDP|QUIC/i.test(protocol) ? protocol : "") : protocol;
}

/** An import or a record that overwrites another one is meant to. */
function overwriteOf(record: Resource): Read<string> {
  const overwrites = record.bool("allowOverwrite") ?? false;
  return overwrites === false ? "" : UNKNOWN;
}

export const IDENTITIES: readonly Identity[] = [
  {
    types: ["aws:ec2/internetGateway:InternetGateway", "aws:ec2/internetGatewayAttachment:InternetGatewayAttachment"],
    parts: [required("vpcId", EC2_VPC)],
    message: (other) => `A VPC has one internet gateway, and ${other} is attached to it already. Remove one of them.`,
  },
  ...(["destinationCidrBlock", "destinationIpv6CidrBlock", "destinationPrefixListId"] as const).map(
    (destination): Identity => ({
      types: ["aws:ec2/route:Route"],
      parts: [required("routeTableId", EC2_ROUTE_TABLE), required(destination)],
      message: (other) => `The route table has a route with this destination already: ${other}. Remove one of them.`,
    }),
  ),
  {
    types: [EC2_ROUTE_TABLE_ASSOCIATION],
    parts: [required("subnetId", EC2_SUBNET)],
    message: (other) => `A subnet has one route table, and ${other} associates it already. Remove one of them.`,
  },
  ruleOfGroup("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule"),
  ruleOfGroup("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule"),
  {
    types: ["aws:ec2/networkAclRule:NetworkAclRule"],
    parts: [required("networkAclId"), required("ruleNumber"), { path: "egress" }],
    message: (other) => `The network ACL has a rule with this number already: ${other}. Use another \`ruleNumber\`.`,
  },
  {
    types: [LB_LISTENER],
    parts: [required("loadBalancerArn", LB_LOAD_BALANCER), required("port")],
    also: portKindOf,
    message: (other) => `The load balancer listens on this port already with ${other}. Use another \`port\`.`,
  },
  {
    types: ["aws:lb/listenerRule:ListenerRule"],
    parts: [required("listenerArn", LB_LISTENER), required("priority")],
    message: (other) => `The listener has a rule with this priority already: ${other}. Use another \`priority\`.`,
  },
  {
    types: ["aws:route53/record:Record"],
    parts: [required("zoneId", ROUTE53_ZONE), required("name"), required("type"), { path: "setIdentifier" }],
    also: overwriteOf,
    message: (other) =>
      `The zone has a record with this name and type already: ${other}. Put the values of both into one record.`,
  },
  onePerBucket("aws:s3/bucketNotification:BucketNotification", "set of notifications"),
  onePerBucket("aws:s3/bucketPolicy:BucketPolicy", "policy"),
  onePerBucket("aws:s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration", "set of lifecycle rules"),
  onePerBucket("aws:s3/bucketReplicationConfig:BucketReplicationConfig", "replication configuration"),
  onePerBucket("aws:s3/bucketCorsConfiguration:BucketCorsConfiguration", "set of CORS rules"),
  {
    types: ["aws:cloudwatch/logSubscriptionFilter:LogSubscriptionFilter"],
    parts: [required("logGroup", CLOUDWATCH_LOG_GROUP)],
    most: 2,
    message: (other) =>
      `A log group has at most two subscription filters, and it has ${other} and another one. Send the logs on from one ` +
      "destination.",
  },
  {
    types: ["aws:ec2/volumeAttachment:VolumeAttachment"],
    parts: [required("instanceId", EC2_INSTANCE), required("deviceName")],
    message: (other) => `The instance has a volume at this device already: ${other}. Use another \`deviceName\`.`,
  },
  {
    types: ["aws:iam/accessKey:AccessKey"],
    parts: [required("user", IAM_USER)],
    most: 2,
    message: (other) =>
      `A user has at most two access keys, and ${other} and another one are keys of the same user. Remove one.`,
  },
  named("aws:cloudwatch/logGroup:LogGroup", "name"),
  named("aws:codebuild/project:Project", "name"),
  named("aws:codepipeline/pipeline:Pipeline", "name"),
  named("aws:cognito/userPoolDomain:UserPoolDomain", "domain"),
  named("aws:dynamodb/table:Table", "name"),
  named("aws:ecr/repository:Repository", "name"),
  named("aws:eks/cluster:Cluster", "name"),
  named("aws:elasticache/replicationGroup:ReplicationGroup", "replicationGroupId"),
  named("aws:glue/crawler:Crawler", "name"),
  named("aws:glue/job:Job", "name"),
  named("aws:iam/instanceProfile:InstanceProfile", "name"),
  named("aws:iam/policy:Policy", "name", { path: "path" }),
  named("aws:iam/role:Role", "name"),
  named("aws:iam/user:User", "name"),
  named("aws:kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "name"),
  named("aws:kinesis/stream:Stream", "name"),
  named("aws:kms/alias:Alias", "name"),
  named("aws:lambda/function:Function", "name"),
  named("aws:lb/loadBalancer:LoadBalancer", "name"),
  named("aws:lb/targetGroup:TargetGroup", "name"),
  named("aws:rds/cluster:Cluster", "clusterIdentifier"),
  named("aws:rds/clusterInstance:ClusterInstance", "identifier"),
  named("aws:rds/instance:Instance", "identifier"),
  named("aws:rds/parameterGroup:ParameterGroup", "name"),
  named("aws:rds/subnetGroup:SubnetGroup", "name"),
  named("aws:s3/bucket:Bucket", "bucket"),
  named("aws:scheduler/schedule:Schedule", "name", { path: "groupName" }),
  named("aws:secretsmanager/secret:Secret", "name"),
  named("aws:ec2/securityGroup:SecurityGroup", "name", { path: "vpcId", types: [EC2_VPC] }),
];
