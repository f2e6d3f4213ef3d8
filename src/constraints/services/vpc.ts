import { VPC_SECURITY_GROUP_EGRESS_RULE, VPC_SECURITY_GROUP_INGRESS_RULE } from "../../aws/type-tokens";
import type { ServiceConstraints } from "../form";
import { DESCRIPTION, FIRST_ADDRESS, PORTS, PROTOCOL } from "../security-group-rules";

const AUTHORIZE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_AuthorizeSecurityGroupIngress.html";
const tcp = { ipProtocol: "tcp", fromPort: 80, toPort: 443 };

/** What AWS accepts of a rule of a security group, whichever way the traffic goes. */
function constraintsOfRule(resource: string, type: string, end: string): ServiceConstraints["constraints"] {
  return {
    [`aws.vpc.${resource}.one-source`]: {
      type,
      require: { exactlyOne: ["cidrIpv4", "cidrIpv6", "prefixListId", "referencedSecurityGroupId"] },
      must: `A rule has one ${end}: a block, a prefix list or a group.`,
      source: AUTHORIZE,
      accepts: [
        { ...tcp, cidrIpv4: "10.0.0.0/16" },
        { ...tcp, cidrIpv6: "2001:db8::/32" },
        { ...tcp, prefixListId: "pl-1" },
        { ...tcp, referencedSecurityGroupId: "sg-1" },
      ],
      rejects: [{ ...tcp, cidrIpv4: "10.0.0.0/16", referencedSecurityGroupId: "sg-1" }, tcp],
    },
    [`aws.vpc.${resource}.port-range`]: {
      type,
      when: { ipProtocol: ["tcp", "udp", "6", "17"] },
      require: { fromPort: { max: { property: "toPort" } } },
      must: "`fromPort` must be at most `toPort`.",
      source: AUTHORIZE,
      accepts: [{ ...tcp, cidrIpv4: "10.0.0.0/16" }],
      rejects: [{ ...tcp, fromPort: 8443, cidrIpv4: "10.0.0.0/16" }],
    },
    [`aws.vpc.${resource}.ports-required`]: {
      type,
      when: { ipProtocol: ["tcp", "udp", "6", "17"] },
      require: { fromPort: { present: true }, toPort: { present: true } },
      must: "TCP and UDP require `fromPort` and `toPort`.",
      source: AUTHORIZE,
      accepts: [
        { ...tcp, cidrIpv4: "10.0.0.0/16" },
        { ipProtocol: "-1", cidrIpv4: "10.0.0.0/16" },
      ],
      rejects: [{ ipProtocol: "tcp", cidrIpv4: "10.0.0.0/16" }],
    },
    [`aws.vpc.${resource}.description`]: {
      type,
      require: { description: DESCRIPTION.test },
      must: DESCRIPTION.must,
      source: DESCRIPTION.source,
      accepts: [{ ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/16", description: "web" }],
      rejects: [
        { ipProtocol: "tcp", fromPort: 80, toPort: 80, cidrIpv4: "10.0.0.0/16", description: "customer's web" },
      ],
    },
    [`aws.vpc.${resource}.first-address`]: {
      type,
      require: { cidrIpv4: FIRST_ADDRESS.test, cidrIpv6: FIRST_ADDRESS.test },
      must: FIRST_ADDRESS.must,
      source: AUTHORIZE,
      accepts: [
        { ...tcp, cidrIpv4: "203.0.113.10/32" },
        { ...tcp, cidrIpv6: "::/0" },
      ],
      rejects: [
        { ...tcp, cidrIpv4: "203.0.113.10/24" },
        { ...tcp, cidrIpv6: "2001:db8::1/32" },
      ],
    },
    [`aws.vpc.${resource}.ports`]: {
      type,
      when: { ipProtocol: PORTS.protocols },
      require: { fromPort: PORTS.from, toPort: PORTS.to },
      must: PORTS.must,
      awsError: PORTS.awsError,
      source: AUTHORIZE,
      accepts: [{ ...tcp, fromPort: 0, toPort: 65535, cidrIpv4: "10.0.0.0/16" }],
      rejects: [
        { ...tcp, fromPort: -1, toPort: -1, cidrIpv4: "10.0.0.0/16" },
        { ...tcp, toPort: 65536, cidrIpv4: "10.0.0.0/16" },
      ],
    },
    [`aws.vpc.${resource}.icmp-required`]: {
      type,
      when: { ipProtocol: ["icmp", "1"] },
      require: { fromPort: { present: true }, toPort: { present: true } },
      must: "ICMP requires a type and a code: `fromPort: -1, toPort: -1` is all of them.",
      awsError: "Must specify both from and to ports with ICMP",
      source: AUTHORIZE,
      accepts: [
        { ipProtocol: "icmp", fromPort: -1, toPort: -1, cidrIpv4: "10.0.0.0/16" },
        { ipProtocol: "icmpv6", cidrIpv6: "2001:db8::/32" },
      ],
      rejects: [{ ipProtocol: "icmp", cidrIpv4: "10.0.0.0/16" }],
    },
    [`aws.vpc.${resource}.protocol`]: {
      type,
      require: { ipProtocol: PROTOCOL.test },
      must: PROTOCOL.must,
      source: PROTOCOL.source,
      accepts: [{ fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16", ipProtocol: "tcp" }],
      rejects: [{ fromPort: 443, toPort: 443, cidrIpv4: "10.0.0.0/16", ipProtocol: "https" }],
    },
  };
}

export default {
  date: "2026-11-30",
  constraints: {
    ...constraintsOfRule("security-group-ingress-rule", VPC_SECURITY_GROUP_INGRESS_RULE, "source"),
    ...constraintsOfRule("security-group-egress-rule", VPC_SECURITY_GROUP_EGRESS_RULE, "destination"),
    "aws.vpc.security-group-ingress-rule.icmp-range": {
      type: VPC_SECURITY_GROUP_INGRESS_RULE,
      when: { ipProtocol: ["icmp", "icmpv6", "1", "58"], fromPort: -1 },
      require: { toPort: -1 },
      must: "All types of ICMP have all codes: set `toPort: -1`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
      accepts: [
        { securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "icmp", fromPort: 8, toPort: 0 },
        { securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "icmp", fromPort: -1, toPort: -1 },
      ],
      rejects: [{ securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "icmp", fromPort: -1, toPort: 3 }],
    },
    "aws.vpc.security-group-egress-rule.icmp-range": {
      type: VPC_SECURITY_GROUP_EGRESS_RULE,
      when: { ipProtocol: ["icmp", "icmpv6", "1", "58"], fromPort: -1 },
      require: { toPort: -1 },
      must: "All types of ICMP have all codes: set `toPort: -1`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
      accepts: [{ securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "icmp", fromPort: -1, toPort: -1 }],
      rejects: [{ securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "icmp", fromPort: -1, toPort: 3 }],
    },
    "aws.vpc.security-group-ingress-rule.all-protocols": {
      type: VPC_SECURITY_GROUP_INGRESS_RULE,
      when: { ipProtocol: "-1" },
      require: { fromPort: -1, toPort: -1 },
      must: "A rule for all protocols has no ports: leave out `fromPort` and `toPort`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
      accepts: [{ securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "-1" }],
      rejects: [{ securityGroupId: "sg-1", cidrIpv4: "10.0.0.0/8", ipProtocol: "-1", fromPort: 443, toPort: 443 }],
      level: "advisory",
    },
  },
} satisfies ServiceConstraints;
