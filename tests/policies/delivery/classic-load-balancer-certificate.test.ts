import rule from "../../../policies/delivery/classic-load-balancer-certificate";
import type { Contract } from "../../../src/contract/contract";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const contract: Contract = { frameworks: ["AWS FSBP"] };

const CLASSIC = "aws:elb/loadBalancer:LoadBalancer";
const HTTPS = { lbPort: 443, lbProtocol: "https", instancePort: 80, instanceProtocol: "http" };
const HTTP = { lbPort: 80, lbProtocol: "http", instancePort: 80, instanceProtocol: "http" };
const balancer = (sslCertificateId: Input): BuiltResource =>
  resource(CLASSIC, "web", { listeners: [{ ...HTTPS, sslCertificateId }] });
const acm = resource("aws:acm/certificate:Certificate", "web", { domainName: "shop.example.org" });
const iam = resource("aws:iam/serverCertificate:ServerCertificate", "web");

ruleTest(rule, {
  valid: [
    { name: "a certificate of Certificate Manager", contract, stack: [acm, balancer(acm.arn)] },
    { name: "its ARN", contract, stack: [balancer("arn:aws:acm:us-east-1:464738291005:certificate/1")] },
    { name: "a listener without encryption", contract, stack: [resource(CLASSIC, "web", { listeners: [HTTP] })] },
  ],
  invalid: [
    {
      name: "a certificate of IAM",
      contract,
      stack: [iam, balancer(iam.arn)],
      findings: [{ resource: "web", path: "listeners[0].sslCertificateId", level: "mandatory" }],
    },
    {
      name: "no certificate",
      contract,
      stack: [balancer(undefined)],
      findings: [{ resource: "web", path: "listeners[0].sslCertificateId", level: "mandatory" }],
    },
  ],
  undecided: [
    {
      name: "a certificate that is not known yet",
      contract,
      stack: [balancer(unknown)],
      at: ["web.listeners[0].sslCertificateId"],
    },
    {
      name: "listeners that are not known yet",
      contract,
      stack: [resource(CLASSIC, "web", { listeners: unknown })],
      at: ["web.listeners"],
    },
  ],
});
