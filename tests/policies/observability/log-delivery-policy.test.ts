import rule from "../../../policies/observability/log-delivery-policy";
import { ruleTest } from "../../../src/testing/rule-test";
import { json, resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

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
const denyDelivery = { Effect: "Deny", Principal: DELIVERY, Action: "s3:PutObject", Resource: "*" };

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
      name: "a trail that waits for the policy",
      stack: (() => {
        const own = policy(allow(CLOUDTRAIL, "s3:GetBucketAcl"), allow(CLOUDTRAIL));
        const waiting = resource(
          "aws:cloudtrail/trail:Trail",
          "trail",
          { s3BucketName: bucket.id },
          { dependsOn: [own] },
        );
        return [bucket, own, waiting];
      })(),
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
      name: "logs in a bucket of another stack, with a prefix that is the name of a bucket",
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
      name: "a trail that may be created before the policy",
      shape: "preview",
      stack: [bucket, policy(allow(CLOUDTRAIL, "s3:GetBucketAcl"), allow(CLOUDTRAIL)), trail],
      findings: [{ resource: "trail", path: "s3BucketName", message: /wait for logs-policy/ }],
    },
    {
      name: "no policy",
      shape: "preview",
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
      shape: "preview",
      stack: [bucket, policy(allow(CLOUDTRAIL), allow(CLOUDTRAIL, "s3:GetBucketAcl")), balancer()],
      findings: [{ resource: "web", path: "accessLogs" }],
    },
    {
      name: "a classic load balancer, whose log is on unless it is off",
      shape: "preview",
      stack: [bucket, policy(allow(DELIVERY, "s3:GetObject")), balancer(null, "aws:elb/loadBalancer:LoadBalancer")],
      findings: [{ resource: "web", path: "accessLogs" }],
    },
    {
      name: "half of what a trail needs",
      shape: "preview",
      stack: [bucket, policy(allow(CLOUDTRAIL)), trail],
      findings: [{ resource: "trail", path: "s3BucketName", message: /"s3:GetBucketAcl" and "s3:PutObject"/ }],
    },
    {
      name: "a policy that only denies the service under a condition",
      shape: "preview",
      stack: [bucket, policy({ ...denyDelivery, Condition: { Bool: { "aws:SecureTransport": "false" } } }), balancer()],
      findings: [{ resource: "web", path: "accessLogs" }],
    },
    {
      name: "a policy that allows the service and denies it",
      shape: "preview",
      stack: [bucket, policy(allow(DELIVERY), denyDelivery), balancer()],
      findings: [{ resource: "web", path: "accessLogs" }],
    },
    {
      name: "a policy that forbids",
      shape: "preview",
      stack: [bucket, policy({ Effect: "Deny", Principal: "*", Action: "s3:*", Resource: "*" }), trail],
      findings: [{ resource: "trail", path: "s3BucketName" }],
    },
    {
      name: "a load balancer and a trail that exist already, so that their logs may be on",
      shape: "up",
      stack: [bucket, balancer(), trail],
      findings: [
        { resource: "web", path: "accessLogs", level: "advisory", message: /exists already/ },
        { resource: "trail", path: "s3BucketName", level: "advisory", message: /exists already/ },
      ],
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
