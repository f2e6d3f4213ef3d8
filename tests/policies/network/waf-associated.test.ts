import rule from "../../../policies/network/waf-associated";
import { ruleTest } from "../../../src/testing/rule-test";
import { underContract } from "../../kit/under-contract";
import { resource, text, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const balancer = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:lb/loadBalancer:LoadBalancer", "web", { loadBalancerType: "application", ...inputs });
const api = (inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:apigateway/restApi:RestApi", "orders", inputs);
const stageOf = (restApi: Input): BuiltResource =>
  resource("aws:apigateway/stage:Stage", "live", { restApi, deployment: "d1", stageName: "live" });
const associate = (resourceArn: Input): BuiltResource =>
  resource("aws:wafv2/webAclAssociation:WebAclAssociation", "acl", { resourceArn, webAclArn: "arn:aws:wafv2:x" });
const distribution = (origin: Record<string, Input>, inputs: Record<string, Input> = {}): BuiltResource =>
  resource("aws:cloudfront/distribution:Distribution", "cdn", {
    enabled: true,
    origins: [{ originId: "o", ...origin }],
    ...inputs,
  });
const CUSTOM = { originProtocolPolicy: "https-only" };
const server = { domainName: "api.shop.io", customOriginConfig: CUSTOM };
const group = (cidrBlocks: Input): BuiltResource =>
  resource("aws:ec2/securityGroup:SecurityGroup", "group", {
    ingress: [{ protocol: "tcp", fromPort: 443, toPort: 443, cidrBlocks }],
  });

const bare = balancer();
const rest = api();
const stage = stageOf(rest.id);
const privateApi = api({ endpointConfiguration: { types: ["PRIVATE"] } });
const someApi = api({ endpointConfiguration: { types: [unknown] } });
const edgeApi = api({ endpointConfiguration: { types: ["REGIONAL"] } });
const office = group(["203.0.113.0/24"]);
const world = group(["0.0.0.0/0"]);
const bucket = resource("aws:s3/bucket:Bucket", "site");

ruleTest(
  rule,
  underContract(
    { webFirewall: true },
    {
      valid: [
        { name: "a load balancer with a web ACL", stack: [bare, associate(bare.arn)] },
        { name: "an internal one", stack: [balancer({ internal: true })] },
        { name: "a network load balancer", stack: [balancer({ loadBalancerType: "network" })] },
        { name: "one for an office", stack: [office, balancer({ securityGroups: [office.id] })] },
        { name: "a stage with a web ACL", stack: [rest, stage, associate(stage.arn)] },
        {
          name: "a stage by the API's id",
          stack: [rest, stage, associate(text`arn:aws:apigateway:us-east-1::/restapis/${rest.id}/stages/live`)],
        },
        { name: "a private API", stack: [privateApi, stageOf(privateApi.id)] },
        { name: "an API of another stack", stack: [stageOf("a1b2c3d4e5")] },
        { name: "an HTTP API", stack: [resource("aws:apigatewayv2/api:Api", "http", { protocolType: "HTTP" })] },
        { name: "a distribution with a web ACL", stack: [distribution(server, { webAclId: unknown })] },
        {
          name: "a distribution of a bucket",
          stack: [bucket, distribution({ domainName: bucket.bucketRegionalDomainName })],
        },
        {
          name: "a website of S3",
          stack: [
            distribution({ domainName: "site.s3-website-us-east-1.amazonaws.com", customOriginConfig: CUSTOM }),
            resource("aws:cloudfront/distribution:Distribution", "second", {
              enabled: true,
              origins: [
                {
                  originId: "o",
                  domainName: text`${bucket.id}.s3-website.eu-west-3.amazonaws.com`,
                  customOriginConfig: CUSTOM,
                },
              ],
            }),
            bucket,
          ],
        },
        { name: "one that is switched off", stack: [distribution(server, { enabled: false })] },
        {
          name: "a load balancer behind a distribution that has one",
          stack: [bare, distribution({ ...server, domainName: bare.dnsName }, { webAclId: "arn:aws:wafv2:x" })],
        },
        {
          name: "a distribution before a load balancer that has one",
          stack: [bare, associate(bare.arn), distribution({ ...server, domainName: bare.dnsName })],
        },
        {
          name: "Firewall Manager",
          stack: [bare, resource("aws:fms/policy:Policy", "all", { excludeResourceTags: false })],
        },
        { name: "a read one", stack: [resource("aws:lb/loadBalancer:LoadBalancer", "shared", {}, { external: true })] },
      ],
      invalid: [
        { name: "a load balancer", stack: [bare], findings: [{ resource: "web", message: /REGIONAL/ }] },
        {
          name: "a load balancer for everyone, and a web ACL of something else",
          stack: [world, balancer({ securityGroups: [world.id] }), associate("arn:aws:elasticloadbalancing:other")],
          findings: [{ resource: "web" }],
        },
        {
          name: "one with a group of another stack",
          stack: [balancer({ securityGroups: ["sg-0123456789abcdef0"] })],
          findings: [{ resource: "web" }],
        },
        { name: "a stage", stack: [edgeApi, stageOf(edgeApi.id)], findings: [{ resource: "live" }] },
        { name: "a stage of an API without an endpoint type", stack: [rest, stage], findings: [{ resource: "live" }] },
        {
          name: "a distribution",
          stack: [distribution(server, { webAclId: "" })],
          findings: [{ resource: "cdn", message: /CLOUDFRONT/ }],
        },
        {
          name: "a load balancer behind a distribution without one",
          stack: [bare, distribution({ ...server, domainName: bare.dnsName })],
          findings: [{ resource: "cdn" }],
        },
        {
          name: "an API behind a distribution without one",
          stack: [rest, stage, distribution({ ...server, domainName: stage.invokeUrl })],
          findings: [{ resource: "cdn" }],
        },
      ],
      undecided: [
        { name: "a web ACL of something", stack: [bare, associate(unknown)], at: ["web"] },
        { name: "whether it is internal", stack: [balancer({ internal: unknown })], at: ["web"] },
        { name: "a type", stack: [balancer({ loadBalancerType: unknown })], at: ["web"] },
        { name: "the type of an API", stack: [someApi, stageOf(someApi.id)], at: ["live"] },
        {
          name: "the types of an API",
          stack: (() => {
            const other = api({ endpointConfiguration: unknown });
            return [other, stageOf(other.id)];
          })(),
          at: ["live"],
        },
        {
          name: "origins",
          stack: [resource("aws:cloudfront/distribution:Distribution", "cdn", { enabled: true, origins: unknown })],
          at: ["cdn"],
        },
        {
          name: "an origin",
          stack: [resource("aws:cloudfront/distribution:Distribution", "cdn", { enabled: true, origins: [unknown] })],
          at: ["cdn"],
        },
      ],
    },
  ),
);
