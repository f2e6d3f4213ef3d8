import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.servicediscovery.service.one-health-check": {
      type: "aws:servicediscovery/service:Service",
      require: { atMostOne: ["healthCheckConfig", "healthCheckCustomConfig"] },
      must: "A service has at most one of `healthCheckConfig` and `healthCheckCustomConfig`.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html",
      accepts: [{ healthCheckCustomConfig: { failureThreshold: 1 } }, { healthCheckConfig: { type: "HTTP" } }],
      rejects: [{ healthCheckConfig: { type: "HTTP" }, healthCheckCustomConfig: { failureThreshold: 1 } }],
    },
    "aws.servicediscovery.service.cname-weighted": {
      type: "aws:servicediscovery/service:Service",
      when: { "dnsConfig.dnsRecords": { some: { type: "CNAME" } } },
      require: { "dnsConfig.routingPolicy": "WEIGHTED" },
      defaults: { "dnsConfig.routingPolicy": "MULTIVALUE" },
      must: 'A CNAME record requires `dnsConfig.routingPolicy` "WEIGHTED".',
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_DnsRecord.html",
      accepts: [
        { dnsConfig: { namespaceId: "x", routingPolicy: "WEIGHTED", dnsRecords: [{ type: "CNAME", ttl: 10 }] } },
        { dnsConfig: { namespaceId: "x", dnsRecords: [{ type: "A", ttl: 10 }] } },
      ],
      rejects: [{ dnsConfig: { namespaceId: "x", dnsRecords: [{ type: "CNAME", ttl: 10 }] } }],
    },
    "aws.servicediscovery.private-dns-namespace.name": {
      type: "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace",
      require: { name: { not: { matches: /\s/ } } },
      must: "The name of a namespace is a domain name without spaces.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreatePrivateDnsNamespace.html",
      accepts: [{ name: "orders.local" }],
      rejects: [{ name: "orders local" }],
    },
    "aws.servicediscovery.public-dns-namespace.name": {
      type: "aws:servicediscovery/publicDnsNamespace:PublicDnsNamespace",
      require: { name: { not: { matches: /\s/ } } },
      must: "The name of a namespace is a domain name without spaces.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreatePublicDnsNamespace.html",
      accepts: [{ name: "orders.local" }],
      rejects: [{ name: "orders local" }],
    },
  },
} satisfies ServiceConstraints;
