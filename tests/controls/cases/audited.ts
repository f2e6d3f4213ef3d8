import type { ControlCase, Inputs } from "./case";

// What a rule leaves out without a contract, and a framework requires all the same.

const REPOSITORY = { name: "web" };
const GROUP = { name: "web", maxSize: 3, minSize: 1 };
const TABLE = {
  name: "orders",
  billingMode: "PAY_PER_REQUEST",
  hashKey: "id",
  attributes: [{ name: "id", type: "S" }],
};
const TRAIL = { s3BucketName: "trail", isMultiRegionTrail: true };
const VPC = { cidrBlock: "10.0.0.0/16" };
const ANYWHERE = "arn:aws:elasticloadbalancing:us-east-1:464738291005:targetgroup/web/0a1b2c3d4e5f6071";
const TEMPLATE: Inputs = { blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 8 } }] };
const ENCRYPTED: Inputs = {
  blockDeviceMappings: [{ deviceName: "/dev/xvda", ebs: { volumeSize: 8, encrypted: "true" } }],
};
const BY_DEFAULT = { type: "aws:ebs/encryptionByDefault:EncryptionByDefault", name: "all", inputs: { enabled: true } };

const distribution = (originProtocolPolicy: string): Inputs => ({
  enabled: true,
  origins: [{ originId: "web", domainName: "web.corp-example.net", customOriginConfig: { originProtocolPolicy } }],
  defaultCacheBehavior: { targetOriginId: "web", viewerProtocolPolicy: "https-only" },
});

const selecting = (readWriteType: string): Inputs => ({
  ...TRAIL,
  eventSelectors: [{ readWriteType, includeManagementEvents: true }],
});

const selectingFields = (...fields: Inputs[]): Inputs => ({
  ...TRAIL,
  advancedEventSelectors: [{ fieldSelectors: [{ field: "eventCategory", equals: ["Management"] }, ...fields] }],
});

const inspector = (...resourceTypes: string[]) => ({
  type: "aws:inspector2/enabler:Enabler",
  name: "inspector",
  inputs: { accountIds: ["464738291005"], resourceTypes },
});

const tlsOnly = (value: string): Inputs => ({
  bucket: "${orders.id}",
  policy: JSON.stringify({
    Version: "2012-10-17",
    Statement: [
      {
        Effect: "Deny",
        Principal: "*",
        Action: "s3:*",
        Resource: ["arn:aws:s3:::orders", "arn:aws:s3:::orders/*"],
        Condition: { Bool: { "aws:SecureTransport": value } },
      },
    ],
  }),
});

const logs = (control: string, type: string, engine: string, wrong: string[], right: string[]): ControlCase => ({
  control,
  rule: "rds-required-logs",
  about: engine,
  type,
  violating: { engine, enabledCloudwatchLogsExports: wrong },
  compliant: { engine, enabledCloudwatchLogsExports: right },
});

/** None, no limit, and too long a one. */
const AGES: Inputs[] = [{}, { maxPasswordAge: 0 }, { maxPasswordAge: 120 }];

const RDS_INSTANCE = "aws:rds/instance:Instance";
const RDS_CLUSTER = "aws:rds/cluster:Cluster";

export default [
  logs("RDS.34", RDS_CLUSTER, "aurora-mysql", ["error"], ["audit"]),
  logs("RDS.36", RDS_INSTANCE, "postgres", [], ["postgresql"]),
  logs("RDS.37", RDS_CLUSTER, "aurora-postgresql", [], ["postgresql"]),
  logs("RDS.40", RDS_INSTANCE, "sqlserver-se", ["error"], ["agent", "error"]),
  logs("RDS.42", RDS_INSTANCE, "mariadb", ["error"], ["audit", "error"]),
  {
    control: "RDS.9",
    rule: "rds-log-exports",
    about: "some of the logs",
    type: RDS_INSTANCE,
    violating: { engine: "mysql", enabledCloudwatchLogsExports: ["error"] },
    compliant: { engine: "mysql", enabledCloudwatchLogsExports: ["audit", "error", "general", "slowquery"] },
  },
  {
    control: "RDS.19",
    rule: "rds-event-subscription",
    about: "switched off",
    type: "aws:rds/eventSubscription:EventSubscription",
    violating: { snsTopic: "arn:aws:sns:us-east-1:464738291005:t", sourceType: "db-cluster", enabled: false },
    compliant: { snsTopic: "arn:aws:sns:us-east-1:464738291005:t", sourceType: "db-cluster" },
  },
  {
    control: "RDS.26",
    rule: "backup-covers-databases",
    about: "a stack without a selection",
    type: RDS_INSTANCE,
    violating: { engine: "postgres", identifier: "orders" },
    compliant: { engine: "postgres", identifier: "orders" },
    othersOfCompliant: [
      { type: "aws:backup/selection:Selection", name: "all", inputs: { name: "all", resources: ["${it.arn}"] } },
    ],
  },
  {
    control: "DynamoDB.4",
    rule: "backup-covers-databases",
    about: "a stack without a selection",
    type: "aws:dynamodb/table:Table",
    violating: TABLE,
    compliant: TABLE,
    othersOfCompliant: [
      { type: "aws:backup/selection:Selection", name: "all", inputs: { name: "all", resources: ["*"] } },
    ],
  },
  {
    control: "ECR.1",
    rule: "ecr-scan-on-push",
    about: "Inspector that scans something else",
    type: "aws:ecr/repository:Repository",
    violating: REPOSITORY,
    compliant: REPOSITORY,
    othersOfViolating: [inspector("EC2", "LAMBDA")],
    othersOfCompliant: [inspector("EC2", "ECR")],
  },
  {
    control: "APIGateway.4",
    rule: "waf-associated",
    about: "a stage of an API of another stack",
    type: "aws:apigateway/stage:Stage",
    violating: { restApi: "a1b2c3d4e5", deployment: "d1", stageName: "live" },
    compliant: { restApi: "a1b2c3d4e5", deployment: "d1", stageName: "live" },
    othersOfCompliant: [
      { type: "aws:wafv2/webAclAssociation:WebAclAssociation", name: "waf", inputs: { resourceArn: "${it.arn}" } },
    ],
  },
  {
    control: "AutoScaling.1",
    rule: "autoscaling-health-check",
    about: "an attachment",
    type: "aws:autoscaling/group:Group",
    violating: GROUP,
    compliant: { ...GROUP, healthCheckType: "ELB" },
    others: [
      {
        type: "aws:autoscaling/attachment:Attachment",
        name: "attachment",
        inputs: { autoscalingGroupName: "${it.name}", lbTargetGroupArn: ANYWHERE },
      },
    ],
  },
  {
    control: "CloudFront.9",
    rule: "cloudfront-tls",
    about: "an origin over HTTP only",
    type: "aws:cloudfront/distribution:Distribution",
    violating: distribution("http-only"),
    compliant: distribution("https-only"),
  },
  {
    control: "CloudTrail.1",
    rule: "cloudtrail-enabled",
    about: "events that write only",
    type: "aws:cloudtrail/trail:Trail",
    violating: selecting("WriteOnly"),
    compliant: selecting("All"),
  },
  {
    control: "CloudTrail.1",
    rule: "cloudtrail-enabled",
    about: "advanced selectors of events that read only",
    type: "aws:cloudtrail/trail:Trail",
    violating: selectingFields({ field: "readOnly", equals: ["true"] }),
    compliant: selectingFields(),
  },
  {
    control: "Config.1",
    rule: "config-recorder-role",
    type: "aws:cfg/recorder:Recorder",
    violating: { roleArn: "arn:aws:iam::464738291005:role/config" },
    compliant: {
      roleArn: "arn:aws:iam::464738291005:role/aws-service-role/config.amazonaws.com/AWSServiceRoleForConfig",
    },
  },
  {
    control: "EC2.6",
    rule: "vpc-flow-logs",
    about: "accepted traffic only",
    type: "aws:ec2/vpc:Vpc",
    violating: VPC,
    compliant: VPC,
    othersOfViolating: [
      { type: "aws:ec2/flowLog:FlowLog", name: "log", inputs: { vpcId: "${it.id}", trafficType: "ACCEPT" } },
    ],
    othersOfCompliant: [
      { type: "aws:ec2/flowLog:FlowLog", name: "log", inputs: { vpcId: "${it.id}", trafficType: "REJECT" } },
    ],
  },
  {
    control: "EC2.181",
    rule: "ebs-encrypted",
    about: "an account that encrypts by default",
    type: "aws:ec2/launchTemplate:LaunchTemplate",
    violating: TEMPLATE,
    compliant: ENCRYPTED,
    others: [BY_DEFAULT],
  },
  {
    control: "GuardDuty.7",
    rule: "guardduty-eks-runtime-agents",
    type: "aws:guardduty/detectorFeature:DetectorFeature",
    violating: { detectorId: "d", name: "RUNTIME_MONITORING", status: "ENABLED" },
    compliant: {
      detectorId: "d",
      name: "RUNTIME_MONITORING",
      status: "ENABLED",
      additionalConfigurations: [{ name: "EKS_ADDON_MANAGEMENT", status: "ENABLED" }],
    },
  },
  ...AGES.map((violating, index): ControlCase => ({
    control: "IAM.10",
    rule: "iam-password-age",
    about: `age ${String(index)}`,
    type: "aws:iam/accountPasswordPolicy:AccountPasswordPolicy",
    violating: { minimumPasswordLength: 14, ...violating },
    compliant: { minimumPasswordLength: 14, maxPasswordAge: 90 },
  })),
  {
    control: "EC2.3",
    rule: "ebs-encrypted",
    about: "a launch configuration",
    type: "aws:ec2/launchConfiguration:LaunchConfiguration",
    violating: { imageId: "ami-1", instanceType: "t3.micro", ebsBlockDevices: [{ deviceName: "/dev/xvdb" }] },
    compliant: {
      imageId: "ami-1",
      instanceType: "t3.micro",
      ebsBlockDevices: [{ deviceName: "/dev/xvdb", encrypted: true }],
    },
  },
  {
    control: "Lambda.2",
    rule: "lambda-runtime",
    about: "a runtime that AWS still runs",
    type: "aws:lambda/function:Function",
    violating: { name: "f", role: "arn:aws:iam::464738291005:role/f", runtime: "python3.8" },
    compliant: { name: "f", role: "arn:aws:iam::464738291005:role/f", runtime: "python3.13" },
  },
  {
    control: "S3.5",
    rule: "s3-tls-only",
    about: "the wrong way round",
    type: "aws:s3/bucketPolicy:BucketPolicy",
    violating: tlsOnly("true"),
    compliant: tlsOnly("false"),
    others: [{ type: "aws:s3/bucket:Bucket", name: "orders", inputs: { bucket: "orders" } }],
  },
  {
    control: "S3.14",
    rule: "s3-versioning",
    about: "a bucket that is emptied",
    type: "aws:s3/bucket:Bucket",
    violating: { bucket: "orders", forceDestroy: true },
    compliant: { bucket: "orders", forceDestroy: true, versioning: { enabled: true } },
  },
] satisfies ControlCase[];
