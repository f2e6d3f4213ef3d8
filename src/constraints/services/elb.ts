import { ELB_LOAD_BALANCER } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";

const API = "https://docs.aws.amazon.com/elasticloadbalancing/2012-06-01/APIReference";
const HEALTH_CHECK = `${API}/API_HealthCheck.html`;
const LISTENER = `${API}/API_Listener.html`;

const http = { lbPort: 80, lbProtocol: "http", instancePort: 8080, instanceProtocol: "http" };
const check = { target: "HTTP:8080/health", interval: 30, timeout: 5, healthyThreshold: 2, unhealthyThreshold: 2 };
const balancer = (more: object = {}): Record<string, unknown> => ({
  subnets: ["subnet-0a"],
  listeners: [http],
  ...more,
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.elb.load-balancer.health-check-target": {
      type: ELB_LOAD_BALANCER,
      require: {
        "healthCheck.target": { matches: /^(?:(?:HTTP|HTTPS):\d{1,5}\/.*|(?:TCP|SSL):\d{1,5})$/i },
      },
      must: 'The target of a health check has the form "HTTP:80/path" or "TCP:80".',
      source: HEALTH_CHECK,
      accepts: [
        balancer({ healthCheck: check }),
        balancer({ healthCheck: { ...check, target: "TCP:8080" } }),
        balancer({ healthCheck: { ...check, target: "http:8080/" } }),
      ],
      rejects: [
        balancer({ healthCheck: { ...check, target: "HTTP:8080" } }),
        balancer({ healthCheck: { ...check, target: "/health" } }),
        balancer({ healthCheck: { ...check, target: "TCP:8080/health" } }),
      ],
    },
    "aws.elb.load-balancer.health-check-timeout": {
      type: ELB_LOAD_BALANCER,
      require: { "healthCheck.timeout": { below: { property: "healthCheck.interval" } } },
      must: "A health check ends before the next begins: `healthCheck.timeout` must be smaller than `healthCheck.interval`.",
      source: HEALTH_CHECK,
      accepts: [balancer({ healthCheck: check })],
      rejects: [balancer({ healthCheck: { ...check, timeout: 30 } })],
    },
    "aws.elb.load-balancer.health-check-numbers": {
      type: ELB_LOAD_BALANCER,
      require: {
        "healthCheck.interval": { min: 5, max: 300 },
        "healthCheck.timeout": { min: 2, max: 60 },
        "healthCheck.healthyThreshold": { min: 2, max: 10 },
        "healthCheck.unhealthyThreshold": { min: 2, max: 10 },
      },
      must: "A health check must have an interval of 5 to 300 seconds, a timeout of 2 to 60 seconds, and thresholds of 2 to 10.",
      source: HEALTH_CHECK,
      accepts: [balancer({ healthCheck: { ...check, interval: 300, timeout: 60, healthyThreshold: 10 } })],
      rejects: [
        balancer({ healthCheck: { ...check, healthyThreshold: 1 } }),
        balancer({ healthCheck: { ...check, interval: 400 } }),
      ],
    },
    "aws.elb.load-balancer.protocol": {
      type: ELB_LOAD_BALANCER,
      each: "listeners",
      require: {
        lbProtocol: { matches: /^(?:https?|tcp|ssl)$/i },
        instanceProtocol: { matches: /^(?:https?|tcp|ssl)$/i },
      },
      must: 'A listener has the protocol "HTTP", "HTTPS", "TCP" or "SSL".',
      source: LISTENER,
      accepts: [balancer()],
      rejects: [
        balancer({ listeners: [{ ...http, lbProtocol: "tls" }] }),
        balancer({ listeners: [{ ...http, instanceProtocol: "udp" }] }),
      ],
    },
    "aws.elb.load-balancer.protocol-layers": {
      type: ELB_LOAD_BALANCER,
      each: "listeners",
      where: {
        lbProtocol: { matches: /^(?:https?|tcp|ssl)$/i },
        instanceProtocol: { matches: /^(?:https?|tcp|ssl)$/i },
      },
      require: [
        { lbProtocol: { matches: /^https?$/i }, instanceProtocol: { matches: /^https?$/i } },
        { lbProtocol: { matches: /^(?:tcp|ssl)$/i }, instanceProtocol: { matches: /^(?:tcp|ssl)$/i } },
      ],
      must: "Instances get HTTP or HTTPS from a listener of these, and TCP or SSL from one of those.",
      source: LISTENER,
      accepts: [
        balancer(),
        balancer({ listeners: [{ ...http, lbProtocol: "ssl", instanceProtocol: "TCP", sslCertificateId: "arn:x" }] }),
      ],
      rejects: [
        balancer({ listeners: [{ ...http, lbProtocol: "tcp" }] }),
        balancer({ listeners: [{ ...http, instanceProtocol: "tcp" }] }),
      ],
    },
    "aws.elb.load-balancer.port": {
      type: ELB_LOAD_BALANCER,
      each: "listeners",
      require: { lbPort: { min: 1, max: 65535 }, instancePort: { min: 1, max: 65535 } },
      must: "Ports are from 1 to 65535.",
      source: LISTENER,
      accepts: [balancer()],
      rejects: [balancer({ listeners: [{ ...http, lbPort: 80800 }] })],
    },
    "aws.elb.load-balancer.certificate-protocol": {
      type: ELB_LOAD_BALANCER,
      each: "listeners",
      where: { sslCertificateId: { present: true } },
      require: { lbProtocol: { matches: /^(?:https|ssl)$/i } },
      must: "Only listeners for HTTPS or SSL have a certificate: change `lbProtocol`, or leave out `sslCertificateId`.",
      source: LISTENER,
      accepts: [
        balancer({ listeners: [{ ...http, lbPort: 443, lbProtocol: "https", sslCertificateId: "arn:x" }] }),
        balancer(),
      ],
      rejects: [balancer({ listeners: [{ ...http, sslCertificateId: "arn:x" }] })],
    },
    "aws.elb.load-balancer.listener-ports-differ": {
      type: ELB_LOAD_BALANCER,
      require: { listeners: { uniqueBy: "lbPort" } },
      must: "Each listener must have a port of its own.",
      source: LISTENER,
      accepts: [balancer({ listeners: [http, { ...http, lbPort: 81 }] })],
      rejects: [balancer({ listeners: [http, { ...http, instancePort: 9090 }] })],
    },
    "aws.elb.load-balancer.zones-or-subnets": {
      type: ELB_LOAD_BALANCER,
      require: { atLeastOne: ["availabilityZones", "subnets"] },
      must: "A load balancer must be in the subnets of `subnets`, or in `availabilityZones`.",
      source: `${API}/API_CreateLoadBalancer.html`,
      accepts: [balancer(), { availabilityZones: ["us-east-1a"], listeners: [http] }],
      rejects: [{ listeners: [http] }],
    },
  },
} satisfies ServiceConstraints;
