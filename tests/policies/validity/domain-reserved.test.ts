import rule from "../../../policies/validity/domain-reserved";
import { ruleTest } from "../../../src/testing/rule-test";
import { createdAndDeployed } from "../../kit/deployed";
import { resource, unknown } from "../../../src/testing/stack";

const ZONE = "aws:route53/zone:Zone";
const CERTIFICATE = "aws:acm/certificate:Certificate";

ruleTest(rule, {
  valid: [
    { name: "a domain that can be owned", stack: [resource(ZONE, "z", { name: "shop.io" })] },
    { name: "a domain that only looks alike", stack: [resource(ZONE, "z", { name: "myexample.com" })] },
    { name: "the reserved domain as a part", stack: [resource(ZONE, "z", { name: "example.com.shop.io" })] },
    {
      name: "a certificate for a domain that only looks like one of AWS",
      stack: [resource(CERTIFICATE, "c", { domainName: "myamazonaws.com", validationMethod: "DNS" })],
    },
    { name: "another top level", stack: [resource(ZONE, "z", { name: "example.io" })] },
    { name: "a zone without a name", stack: [resource(ZONE, "z")] },
    {
      name: "an imported certificate",
      stack: [resource(CERTIFICATE, "c", { privateKey: "key", certificateBody: "body", domainName: "example.com" })],
    },
    {
      name: "a certificate of a private authority",
      stack: [
        resource(CERTIFICATE, "c", { domainName: "a.example.com", certificateAuthorityArn: "arn:aws:acm-pca:x" }),
      ],
    },
    {
      name: "a zone that the stack only reads",
      stack: [resource(ZONE, "z", { name: "example.com" }, { external: true })],
    },
    {
      name: "records and mail addresses",
      stack: [resource("aws:sns/topicSubscription:TopicSubscription", "s", { endpoint: "ops@example.com" })],
    },
    {
      name: "a contract whose table does not have it",
      stack: [resource(ZONE, "z", { name: "example.com" })],
      contract: { facts: { "reserved-domains": { domains: [] } } },
    },
  ],
  invalid: createdAndDeployed([
    ...["shop-1.us-east-1.elb.amazonaws.com", "d111111abcdef8.cloudfront.net"].map((domainName) => ({
      name: `a certificate for ${domainName}`,
      stack: [resource(CERTIFICATE, "c", { domainName, validationMethod: "DNS" })],
      findings: [{ resource: "c", path: "domainName", message: /which belongs to AWS/ }],
    })),
    {
      name: "a zone",
      stack: [resource(ZONE, "z", { name: "example.com" })],
      findings: [
        {
          resource: "z",
          path: "name",
          message: /AWS rejects this with: "InvalidDomainName: example\.com is reserved by AWS!"/,
        },
      ],
    },
    ...["index.ts", "__main__.py"].map((path) => ({
      name: `a domain that the program may use in a preview only (${path})`,
      stack: [resource(ZONE, "z", { name: "example.com" })],
      files: {
        [path]:
          path === "index.ts"
            ? 'const domain = pulumi.runtime.isDryRun() ? "example.com" : lookUp();'
            : 'domain = "example.com" if pulumi.runtime.is_dry_run() else look_up()',
      },
      findings: [{ resource: "z", path: "name", level: "advisory" as const }],
    })),
    {
      name: "the same domain in the deployment of such a program",
      stack: [resource(ZONE, "z", { name: "example.com" })],
      files: { "index.ts": 'const domain = pulumi.runtime.isDryRun() ? "example.com" : lookUp();' },
      deploying: true,
      findings: [{ resource: "z", path: "name" }],
    },
    {
      name: "a domain in a program without values for previews",
      stack: [resource(ZONE, "z", { name: "example.com" })],
      files: { "index.ts": 'new aws.route53.Zone("z", { name: "example.com" });' },
      findings: [{ resource: "z", path: "name" }],
    },
    {
      name: "a zone below, in upper case and with a period",
      stack: [resource(ZONE, "z", { name: "Shop-dev.Example.ORG." })],
      findings: [
        { resource: "z", path: "name", level: "advisory", message: /^"shop-dev\.example\.org" is in example\.org/ },
      ],
    },
    {
      name: "a zone below the domain that AWS is known to reject",
      stack: [resource(ZONE, "z", { name: "shop.example.com" })],
      findings: [
        { resource: "z", path: "name", message: /"InvalidDomainName: shop\.example\.com is reserved by AWS!"/ },
      ],
    },
    {
      name: "a private zone, which AWS may accept",
      stack: [resource(ZONE, "z", { name: "a.example.com", vpcs: [{ vpcId: "vpc-1" }] })],
      findings: [{ resource: "z", path: "name", level: "advisory" }],
    },
    {
      name: "a zone whose networks are not known yet",
      stack: [resource(ZONE, "z", { name: "a.example.com", vpcs: unknown })],
      findings: [{ resource: "z", path: "name", level: "advisory" }],
      shape: "preview",
    },
    {
      name: "a zone with an empty list of networks",
      stack: [resource(ZONE, "z", { name: "example.com", vpcs: [] })],
      findings: [{ resource: "z", path: "name", message: /^"example\.com" is reserved for documentation/ }],
    },
    {
      name: "a certificate, and its other names",
      stack: [
        resource(CERTIFICATE, "c", {
          domainName: "*.example.com",
          subjectAlternativeNames: ["shop.io", "example.org"],
        }),
      ],
      findings: [
        {
          resource: "c",
          path: "domainName",
          message: /no certificate is ever issued for it\. Use a domain that you own\./,
        },
        { resource: "c", path: "subjectAlternativeNames[1]" },
      ],
    },
  ]),
  undecided: [
    { name: "a name that is not known yet", stack: [resource(ZONE, "z", { name: unknown })], at: ["z.name"] },
    {
      name: "other names that are not known yet",
      stack: [resource(CERTIFICATE, "c", { domainName: "shop.io", subjectAlternativeNames: unknown })],
      at: ["c.subjectAlternativeNames"],
    },
  ],
});
