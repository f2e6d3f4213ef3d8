import rule from "../../../policies/observability/log-delivery-policy";
import { ruleTest } from "../../../testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../testing/stack";

const BUCKET = "aws:s3/bucket:Bucket";
const bucket = resource(BUCKET, "logs", { bucket: "shop-logs" });
const allow = (Principal: Input, Action: Input = "s3:PutObject"): Input => ({
  Effect: "Allow",
  Principal,
  Action,
  Resource: "arn:aws:s3:::shop-logs/*",
});
const policy = (...Statement: Input[]): BuiltResource =>
  resource("aws:s3/bucketPolicy:BucketPolicy", "logs-policy", { bucket: bucket.id, policy: json({ Statement }) });
const balancer = (enabled: Input = true, type = "aws:lb/loadBalancer:LoadBalancer"): BuiltResource =>
  resource(type, "web", { accessLogs: { bucket: bucket.bucket, enabled } });
const trail = resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: bucket.id });
const CLOUDTRAIL = { Service: "cloudtrail.amazonaws.com" };
const DELIVERY = { Service: "logdelivery.elasticloadbalancing.amazonaws.com" };

ruleTest(rule, {
  valid: [
    { name: "a load balancer's service", stack: [bucket, policy(allow(DELIVERY)), balancer()] },
    {
      name: "the account that load balancers write from",
      stack: [bucket, policy(allow({ AWS: "arn:aws:iam::127311923860:root" }, "s3:*")), balancer()],
    },
    {
      name: "a network load balancer's",
      stack: [bucket, policy(allow({ Service: "delivery.logs.amazonaws.com" })), balancer()],
    },
    {
      name: "a trail",
      stack: [bucket, policy(allow(CLOUDTRAIL, "s3:GetBucketAcl"), allow(CLOUDTRAIL)), trail],
    },
    {
      name: "a policy inside the bucket",
      stack: (() => {
        const own = resource(BUCKET, "logs", { policy: json({ Statement: [allow(DELIVERY)] }) });
        return [
          own,
          resource("aws:lb/loadBalancer:LoadBalancer", "web", { accessLogs: { bucket: own.id, enabled: true } }),
        ];
      })(),
    },
    { name: "logs that are off", stack: [bucket, balancer(false), balancer(null)] },
    {
      name: "logs of elsewhere whose prefix is the name of a bucket",
      stack: [
        bucket,
        resource("aws:lb/loadBalancer:LoadBalancer", "web", {
          accessLogs: { bucket: "central-logs", prefix: "shop-logs", enabled: true },
        }),
      ],
    },
    { name: "no logs", stack: [bucket, resource("aws:lb/loadBalancer:LoadBalancer", "web")] },
    {
      name: "a bucket of another stack",
      stack: [resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: "central-logs" })],
    },
    {
      name: "a bucket that the stack only reads",
      stack: (() => {
        const shared = resource(BUCKET, "shared", {}, { external: true });
        return [shared, resource("aws:cloudtrail/trail:Trail", "trail", { s3BucketName: shared.id })];
      })(),
    },
    {
      name: "flow logs, for which AWS writes the policy",
      stack: [
        bucket,
        resource("aws:ec2/flowLog:FlowLog", "flow", { logDestination: bucket.arn, logDestinationType: "s3" }),
      ],
    },
  ],
  invalid: [
    {
      name: "no policy",
      stack: [bucket, balancer(), trail],
      findings: [
        {
          resource: "web",
          path: "accessLogs",
          message:
            /logdelivery\.elasticloadbalancing.*Access Denied for bucket: shop-logs\. Please check S3bucket permission"\.$/,
        },
        { resource: "trail", path: "s3BucketName", message: /InsufficientS3BucketPolicyException/ },
      ],
    },
    {
      name: "a policy for another service",
      stack: [bucket, policy(allow(CLOUDTRAIL), allow(CLOUDTRAIL, "s3:GetBucketAcl")), balancer()],
      findings: [{ resource: "web", path: "accessLogs" }],
    },
    {
      name: "a classic load balancer, whose log is on unless it is off",
      stack: [bucket, policy(allow(DELIVERY, "s3:GetObject")), balancer(null, "aws:elb/loadBalancer:LoadBalancer")],
      findings: [{ resource: "web", path: "accessLogs" }],
    },
    {
      name: "half of what a trail needs",
      stack: [bucket, policy(allow(CLOUDTRAIL)), trail],
      findings: [{ resource: "trail", path: "s3BucketName", message: /s3:GetBucketAcl and s3:PutObject/ }],
    },
    {
      name: "a policy that forbids",
      stack: [bucket, policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }), trail],
      findings: [{ resource: "trail", path: "s3BucketName" }],
    },
  ],
  undecided: [
    {
      name: "a policy of another provider",
      stack: [bucket, resource("aws-native:s3:BucketPolicy", "p", { bucket: bucket.id }), trail],
      at: ["trail.s3BucketName"],
    },
    {
      name: "a policy",
      stack: [bucket, resource("aws:s3/bucketPolicy:BucketPolicy", "p", { bucket: bucket.id, policy: unknown }), trail],
      at: ["trail.s3BucketName"],
    },
    {
      name: "a principal",
      stack: [
        bucket,
        resource("aws:s3/bucketPolicy:BucketPolicy", "p", {
          bucket: bucket.id,
          policy: { Statement: [allow({ AWS: unknown })] },
        }),
        balancer(),
      ],
      at: ["web.accessLogs"],
    },
    {
      name: "all but some principals",
      stack: [
        bucket,
        policy({ Effect: "Allow", NotPrincipal: { AWS: "x" }, Action: "s3:*", Resource: "*" }),
        balancer(),
      ],
      at: ["web.accessLogs"],
    },
  ],
});
