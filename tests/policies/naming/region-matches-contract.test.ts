import rule from "../../../policies/naming/region-matches-contract";
import { checkStack } from "../../../src/rules/run";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, text, unknown, type Input } from "../../../src/testing/stack";

const PROVIDER = "pulumi:providers:aws";
const BUCKET = "aws:s3/bucket:Bucket";
const FUNCTION = "aws:lambda/function:Function";
const TASK = "aws:ecs/taskDefinition:TaskDefinition";

const contract = { region: "eu-central-1" };
const root = resource("pulumi:pulumi:Stack", "shop-dev");
const home = resource(PROVIDER, "default_7_48_0", { region: "eu-central-1" });
const away = resource(PROVIDER, "default", { region: "us-east-1" });
const edge = resource(PROVIDER, "edge", { region: "us-east-1" });
const disaster = resource(PROVIDER, "disaster", { region: "eu-west-1" });
const later = resource(PROVIDER, "later", { region: unknown });
const bare = resource(PROVIDER, "default", { version: "7.48.0" });

const made = (type: string, name: string, inputs: Record<string, Input> = {}, provider = home) =>
  resource(type, name, inputs, { provider });
const containers = (image: string, region: string) =>
  JSON.stringify([
    { name: "app", image, logConfiguration: { logDriver: "awslogs", options: { "awslogs-region": region } } },
  ]);
const ECR = "464738291005.dkr.ecr.eu-central-1.amazonaws.com/shop:1.0";

// A distribution and all that AWS requires in us-east-1 for it.
const certificate = made("aws:acm/certificate:Certificate", "cert", { domainName: "shop.test" }, edge);
const edgeFunction = made(FUNCTION, "edge-auth", {}, edge);
const edgeTopic = made("aws:sns/topic:Topic", "edge-alerts", {}, edge);
const webAcl = made("aws:wafv2/webAcl:WebAcl", "acl", { scope: "CLOUDFRONT" }, edge);
const queryLogs = made("aws:cloudwatch/logGroup:LogGroup", "queries", {}, edge);
const atTheEdge = [
  root,
  home,
  edge,
  certificate,
  edgeFunction,
  edgeTopic,
  webAcl,
  queryLogs,
  made("aws:acm/certificateValidation:CertificateValidation", "valid", { certificateArn: certificate.arn }, edge),
  made(
    "aws:wafv2/webAclLoggingConfiguration:WebAclLoggingConfiguration",
    "acl-logs",
    { resourceArn: webAcl.arn },
    edge,
  ),
  made("aws:lambda/permission:Permission", "edge-permission", { function: edgeFunction.name }, edge),
  made(
    "aws:cloudwatch/metricAlarm:MetricAlarm",
    "errors",
    { namespace: "AWS/CloudFront", metricName: "5xxErrorRate", alarmActions: [edgeTopic.arn] },
    edge,
  ),
  made("aws:route53/queryLog:QueryLog", "dns", { cloudwatchLogGroupArn: queryLogs.arn }),
  made("aws:cloudfront/distribution:Distribution", "cdn", {
    viewerCertificate: { acmCertificateArn: certificate.arn },
    webAclId: webAcl.arn,
    defaultCacheBehavior: {
      lambdaFunctionAssociations: [{ lambdaArn: edgeFunction.arn, eventType: "viewer-request" }],
    },
  }),
];

ruleTest(rule, {
  valid: [
    { name: "no contract", stack: [root, away, made(BUCKET, "data", {}, away)] },
    { name: "the contract's region", contract, stack: [root, home, made(BUCKET, "data")] },
    {
      name: "a region of its own that the contract requires",
      contract,
      stack: [root, away, made(BUCKET, "data", { region: "eu-central-1" }, away)],
    },
    {
      name: "zones, images and logs of the region",
      contract,
      stack: [
        made("aws:ec2/subnet:Subnet", "a", { availabilityZone: "eu-central-1a" }),
        made(TASK, "app", { containerDefinitions: containers(ECR, "eu-central-1") }),
        made("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { serviceName: "com.amazonaws.eu-central-1.s3" }),
      ],
    },
    {
      name: "global services through a provider of another region",
      contract,
      stack: [root, away, made("aws:iam/role:Role", "task", {}, away), made("aws:route53/zone:Zone", "zone", {}, away)],
    },
    { name: "resources that AWS requires in us-east-1", contract, stack: atTheEdge },
    { name: "an idle provider at the edge", contract, stack: [root, home, edge, made(BUCKET, "data")] },
    {
      name: "ARNs without a region, and of certificates at the edge",
      contract,
      stack: [
        made("aws:ecs/service:Service", "app", {
          iamRole: "arn:aws:iam::464738291005:role/x",
          bucket: "arn:aws:s3:::b",
        }),
        made("aws:cloudfront/distribution:Distribution", "cdn", {
          viewerCertificate: { acmCertificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/1" },
        }),
        made("aws:cognito/userPoolDomain:UserPoolDomain", "login", {
          certificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/1",
        }),
        made("aws:iam/policy:Policy", "certs", {
          policy: json({ Statement: [{ Resource: "arn:aws:acm:us-east-1:464738291005:certificate/*" }] }),
        }),
      ],
    },
    {
      name: "ARNs of the stack's own resources",
      contract,
      stack: (() => {
        const topic = made("aws:sns/topic:Topic", "alerts", { name: "alerts" });
        const policy = text`{"Resource":"${topic.arn}"}`;
        return [root, home, topic, made("aws:sqs/queuePolicy:QueuePolicy", "p", { policy })];
      })(),
    },
    {
      name: "strings that only look like regions, tags, and numbers",
      contract,
      stack: [
        made(BUCKET, "data", {
          tags: { Zone: "us-east-1a", Arn: "arn:aws:sns:us-east-1:464738291005:x" },
          bucket: "us-east-1a",
        }),
        made("aws:route53/record:Record", "r", { zoneId: "Z1", ttl: 60, name: "zone-1a" }),
      ],
    },
    {
      name: "no region anywhere: the finding of project-region",
      contract,
      stack: [root, bare, made(BUCKET, "d", {}, bare)],
    },
    {
      name: "the region of the environment",
      contract,
      environmentRegion: "eu-central-1",
      stack: [root, bare, made(BUCKET, "d", {}, bare)],
    },
    {
      name: "an explicit provider does not take the configuration's region",
      contract,
      config: { "aws:region": "us-east-1" },
      stack: (() => {
        const explicit = resource(PROVIDER, "explicit", {});
        return [root, explicit, made(BUCKET, "d", {}, explicit)];
      })(),
    },
    {
      name: "a resource that the stack only reads",
      contract,
      stack: [root, home, resource(BUCKET, "far", {}, { provider: away, external: true })],
    },
  ],
  invalid: [
    {
      name: "the default provider: one finding for all its resources",
      contract,
      stack: [
        root,
        away,
        made(BUCKET, "data", {}, away),
        made("aws:ec2/subnet:Subnet", "a", { availabilityZone: "us-east-1a" }, away),
        made("aws:sns/topic:Topic", "b", { region: "us-east-1" }, away),
        made("aws:iam/role:Role", "task", {}, away),
      ],
      findings: [
        {
          resource: "default",
          path: "region",
          message:
            /default provider creates (data|a|b) and 2 more in us-east-1, and the contract requires eu-central-1\. Set "aws:region/,
        },
      ],
    },
    {
      name: "the configuration's region, the provider not being sent",
      contract,
      config: { "aws:region": "us-west-2" },
      stack: [root, resource(BUCKET, "data")],
      findings: [{ resource: "shop-dev", message: /creates data in us-west-2/ }],
    },
    {
      name: "the environment's region",
      contract,
      environmentRegion: "us-west-2",
      stack: [root, bare, made(BUCKET, "data", {}, bare)],
      findings: [{ resource: "default", path: "region", message: /us-west-2/ }],
    },
    {
      name: "explicit providers, one of them idle",
      contract,
      stack: [
        root,
        home,
        disaster,
        resource(PROVIDER, "idle", { region: "ap-south-1" }),
        made(BUCKET, "copy", {}, disaster),
      ],
      findings: [
        {
          resource: "disaster",
          path: "region",
          message: /This provider creates copy in eu-west-1.*Set `region: "eu-central-1"`/,
        },
        { resource: "idle", path: "region", message: /creates its resources in ap-south-1/ },
      ],
    },
    {
      name: "a resource's own region",
      contract,
      stack: [root, home, made(BUCKET, "data", { region: "us-east-1" })],
      findings: [{ resource: "data", path: "region", message: /is in us-east-1/ }],
    },
    {
      name: "resources in us-east-1 that do not belong to the edge",
      contract,
      stack: [
        ...atTheEdge,
        made(FUNCTION, "api", {}, edge),
        made("aws:wafv2/webAcl:WebAcl", "regional", { scope: "REGIONAL" }, edge),
        made("aws:cloudwatch/metricAlarm:MetricAlarm", "cpu", { namespace: "AWS/ECS" }, edge),
      ],
      findings: [{ resource: "edge", path: "region", message: /creates \w+ and 2 more in us-east-1/ }],
    },
    {
      name: "a certificate of us-east-1 outside the edge",
      contract,
      stack: [root, disaster, made("aws:acm/certificate:Certificate", "cert", {}, disaster)],
      findings: [{ resource: "disaster", path: "region" }],
    },
    {
      name: "zones of another region",
      contract,
      stack: [
        root,
        home,
        made("aws:ec2/subnet:Subnet", "a", { availabilityZone: "us-east-1a" }),
        made("aws:rds/cluster:Cluster", "db", { availabilityZones: ["eu-central-1a", "us-east-1b"] }),
        made("aws:elasticache/replicationGroup:ReplicationGroup", "cache", {
          preferredCacheClusterAzs: ["us-east-1c"],
        }),
      ],
      findings: [
        { resource: "a", path: "availabilityZone", message: /names us-east-1 \(an availability zone\)/ },
        { resource: "db", path: "availabilityZones[1]" },
        { resource: "cache", path: "preferredCacheClusterAzs[0]" },
      ],
    },
    {
      name: "images, log options, ARNs and services of another region",
      contract,
      stack: [
        root,
        home,
        made(TASK, "image", {
          containerDefinitions: containers("464738291005.dkr.ecr.us-east-1.amazonaws.com/shop:1", "eu-central-1"),
        }),
        made(TASK, "logs", { containerDefinitions: containers(ECR, "us-east-1") }),
        made("aws:lb/listener:Listener", "https", {
          certificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/1",
        }),
        made("aws:iam/policy:Policy", "table", {
          policy: json({ Statement: [{ Resource: "arn:aws:dynamodb:us-east-1:464738291005:table/x" }] }),
        }),
        made("aws:ec2/vpcEndpoint:VpcEndpoint", "s3", { serviceName: "com.amazonaws.us-east-1.s3" }),
        made("aws:sns/topicSubscription:TopicSubscription", "gov", {
          topic: "arn:aws-us-gov:sns:us-gov-west-1:464738291005:x",
        }),
      ],
      findings: [
        { resource: "image", path: "containerDefinitions", message: /names us-east-1 \(an image\)/ },
        { resource: "logs", path: "containerDefinitions", message: /names us-east-1 \(awslogs-region\)/ },
        { resource: "https", path: "certificateArn", message: /\(an ARN\)/ },
        { resource: "table", path: "policy" },
        { resource: "s3", path: "serviceName", message: /a service name/ },
        { resource: "gov", path: "topic", message: /us-gov-west-1/ },
      ],
    },
    {
      name: "a value that a first preview does not know",
      contract,
      shape: "up",
      deploying: true,
      stack: (() => {
        const role = made("aws:iam/role:Role", "task");
        const definitions = text`${containers(ECR, "us-east-1")}${role.arn}`;
        return [root, home, role, made(TASK, "app", { containerDefinitions: definitions })];
      })(),
      findings: [{ resource: "app", path: "containerDefinitions", level: "advisory" }],
    },
  ],
  undecided: [
    {
      name: "a provider's region that is not known yet",
      contract,
      stack: [root, later, made(BUCKET, "data", {}, later)],
      at: ["later.region"],
    },
    {
      name: "a resource's region that is not known yet",
      contract,
      stack: [root, home, made(BUCKET, "data", { region: unknown })],
      at: ["data.region"],
    },
  ],
});

it("is undecided at what a provider makes where the provider itself was not sent", () => {
  const provider = { urn: "urn:pulumi:dev::shop::pulumi:providers:aws::later", type: PROVIDER, name: "later" };
  const bucket = { urn: "urn:pulumi:dev::shop::aws:s3/bucket:Bucket::data", type: BUCKET, name: "data", inputs: {} };
  const relations = { dependencies: [], propertyDependencies: {} };
  const stack = new Stack([{ ...bucket, ...relations, provider: { ...provider, inputs: { region: UNKNOWN } } }]);
  const project = {
    name: "shop",
    stack: "dev",
    config: new Map<string, string>(),
    deploying: false,
    hasConfiguration: true,
  };
  const { undecided } = checkStack(rule, stack, { contract, contractProblems: [], day: "2026-11-22", project });
  expect(undecided.map(({ name, path }) => `${name}.${path}`)).toEqual(["data.region"]);
});
