import rule from "../../../policies/validity/domain-reserved";
import { ruleTest } from "../../../testing/rule-test";
import { resource, unknown } from "../../../testing/stack";

const ZONE = "aws:route53/zone:Zone";
const CERTIFICATE = "aws:acm/certificate:Certificate";

ruleTest(rule, {
  valid: [
    { name: "a domain of one's own", stack: [resource(ZONE, "z", { name: "shop.io" })] },
    { name: "a domain that only looks alike", stack: [resource(ZONE, "z", { name: "myexample.com" })] },
    { name: "the reserved domain as a part", stack: [resource(ZONE, "z", { name: "example.com.shop.io" })] },
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
      name: "one that the stack only reads",
      stack: [resource(ZONE, "z", { name: "example.com" }, { external: true })],
    },
    {
      name: "records and mail addresses",
      stack: [resource("aws:sns/topicSubscription:TopicSubscription", "s", { endpoint: "ops@example.com" })],
    },
    {
      name: "a contract that does not know of it",
      stack: [resource(ZONE, "z", { name: "example.com" })],
      contract: { facts: { "reserved-domains": { domains: [] } } },
    },
  ],
  invalid: [
    {
      name: "a zone",
      stack: [resource(ZONE, "z", { name: "example.com" })],
      findings: [
        {
          resource: "z",
          path: "name",
          message: /AWS would answer: "InvalidDomainName: example\.com is reserved by AWS!"/,
        },
      ],
    },
    {
      name: "a zone below, in upper case and with a period",
      stack: [resource(ZONE, "z", { name: "Shop-dev.Example.ORG." })],
      findings: [
        { resource: "z", path: "name", level: "advisory", message: /^shop-dev\.example\.org is under example\.org/ },
      ],
    },
    {
      name: "a zone below the one that is known to be refused",
      stack: [resource(ZONE, "z", { name: "shop.example.com" })],
      findings: [
        { resource: "z", path: "name", message: /"InvalidDomainName: shop\.example\.com is reserved by AWS!"/ },
      ],
    },
    {
      name: "a private zone, which may pass",
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
      findings: [{ resource: "z", path: "name", message: /^example\.com is reserved for documents/ }],
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
          message: /no certificate for it is ever issued; name a domain that you own\.$/,
        },
        { resource: "c", path: "subjectAlternativeNames[1]" },
      ],
    },
  ],
  undecided: [
    { name: "a name that is not known yet", stack: [resource(ZONE, "z", { name: unknown })], at: ["z.name"] },
    {
      name: "other names that are not known yet",
      stack: [resource(CERTIFICATE, "c", { domainName: "shop.io", subjectAlternativeNames: unknown })],
      at: ["c.subjectAlternativeNames"],
    },
  ],
});
