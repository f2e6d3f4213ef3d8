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
    "aws.servicediscovery.service.http-namespace": {
      type: "aws:servicediscovery/service:Service",
      refers: { "dnsConfig.namespaceId": "aws:servicediscovery/httpNamespace:HttpNamespace" },
      require: { "dnsConfig.dnsRecords": { present: false } },
      must: "A service in an HTTP namespace has no DNS records.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html",
      accepts: [{ name: "x", namespaceId: "ns-0a" }],
      rejects: [{ name: "x", dnsConfig: { namespaceId: { name: "x" }, dnsRecords: [{ type: "A", ttl: 10 }] } }],
    },
    "aws.servicediscovery.service.private-health-check": {
      type: "aws:servicediscovery/service:Service",
      refers: { "dnsConfig.namespaceId": "aws:servicediscovery/privateDnsNamespace:PrivateDnsNamespace" },
      require: { healthCheckConfig: { present: false } },
      must: "Only services in public namespaces have `healthCheckConfig`.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_HealthCheckConfig.html",
      accepts: [
        { name: "x", dnsConfig: { namespaceId: { name: "x", vpc: "vpc-0a" }, dnsRecords: [{ type: "A", ttl: 10 }] } },
      ],
      rejects: [
        {
          name: "x",
          healthCheckConfig: { type: "TCP" },
          dnsConfig: { namespaceId: { name: "x", vpc: "vpc-0a" }, dnsRecords: [{ type: "A", ttl: 10 }] },
        },
      ],
    },
    "aws.servicediscovery.service.cname-health-check": {
      type: "aws:servicediscovery/service:Service",
      when: { healthCheckConfig: { present: true } },
      require: { "dnsConfig.dnsRecords": { none: { type: "CNAME" } } },
      must: "A service with CNAME records has no `healthCheckConfig`.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_DnsRecord.html",
      accepts: [
        { healthCheckConfig: { type: "TCP" }, dnsConfig: { namespaceId: "x", dnsRecords: [{ type: "A", ttl: 10 }] } },
      ],
      rejects: [
        {
          healthCheckConfig: { type: "TCP" },
          dnsConfig: { namespaceId: "x", routingPolicy: "WEIGHTED", dnsRecords: [{ type: "CNAME", ttl: 10 }] },
        },
      ],
    },
    "aws.servicediscovery.service.tcp-path": {
      type: "aws:servicediscovery/service:Service",
      when: { "healthCheckConfig.type": "TCP" },
      require: { "healthCheckConfig.resourcePath": { present: false } },
      must: "A health check over TCP only connects: leave out `healthCheckConfig.resourcePath`.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_HealthCheckConfig.html",
      accepts: [
        { healthCheckConfig: { type: "HTTP", resourcePath: "/health" } },
        { healthCheckConfig: { type: "TCP" } },
      ],
      rejects: [{ healthCheckConfig: { type: "TCP", resourcePath: "/health" } }],
    },
    "aws.servicediscovery.service.records": {
      type: "aws:servicediscovery/service:Service",
      when: { "dnsConfig.dnsRecords": { some: { type: ["SRV", "CNAME"] } } },
      require: { "dnsConfig.dnsRecords": { maxItems: 1 } },
      must: "Only records of the types A and AAAA go together.",
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_CreateService.html",
      accepts: [
        {
          dnsConfig: {
            namespaceId: "x",
            dnsRecords: [
              { type: "A", ttl: 10 },
              { type: "AAAA", ttl: 10 },
            ],
          },
        },
        { dnsConfig: { namespaceId: "x", dnsRecords: [{ type: "SRV", ttl: 10 }] } },
      ],
      rejects: [
        {
          dnsConfig: {
            namespaceId: "x",
            dnsRecords: [
              { type: "A", ttl: 10 },
              { type: "SRV", ttl: 10 },
            ],
          },
        },
      ],
    },
    "aws.servicediscovery.service.policy": {
      type: "aws:servicediscovery/service:Service",
      require: { "dnsConfig.routingPolicy": ["MULTIVALUE", "WEIGHTED"] },
      must: 'The policy of the records must be "MULTIVALUE" or "WEIGHTED".',
      source: "https://docs.aws.amazon.com/cloud-map/latest/api/API_DnsConfig.html",
      accepts: [{ dnsConfig: { namespaceId: "x", routingPolicy: "MULTIVALUE", dnsRecords: [{ type: "A", ttl: 10 }] } }],
      rejects: [{ dnsConfig: { namespaceId: "x", routingPolicy: "SIMPLE", dnsRecords: [{ type: "A", ttl: 10 }] } }],
    },
  },
} satisfies ServiceConstraints;
