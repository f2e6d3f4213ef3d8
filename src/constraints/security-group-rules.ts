import type { Constraint, Test } from "./form";

/** The protocol of a rule of a security group: the rule may be in the group or a resource of its own. */
export const PROTOCOL: Pick<Constraint, "must" | "source"> & { test: Test } = {
  test: {
    not: {
      matches: /^(?:https?|ssh|rdp|any|\*|tls|ssl|dns|smtp|nfs|mysql|postgres(?:ql)?|tcp\/udp|tcp,udp|tcp_udp|icmp6)$/i,
    },
  },
  must: "The protocol is tcp, udp, icmp, icmpv6, -1 for all, or a number of IANA.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpPermission.html",
};

/** The description of such a rule. */
export const DESCRIPTION: Pick<Constraint, "must" | "source"> & { test: Test } = {
  test: { maxLength: 255, matches: /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/ },
  must: "The description has at most 255 letters, digits, spaces and the characters ._-:/()#,@[]+=&;{}!$*.",
  source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_IpRange.html",
};

/** How a block of addresses is written. */
export const FIRST_ADDRESS: Pick<Constraint, "must"> & { test: Test } = {
  test: { firstAddress: true },
  must: "A block is named by its first address: 10.0.1.0/24, and not 10.0.1.5/24.",
};

/** The ports of TCP and UDP. */
export const PORTS = {
  protocols: ["tcp", "udp", "6", "17"],
  from: { min: 0 },
  to: { max: 65535 },
  must: "The ports of TCP and UDP are 0 to 65535: all of them are `fromPort: 0, toPort: 65535`.",
  awsError: "TCP/UDP port (-1) out of range",
} as const;

/** The types and codes of ICMP. */
export const ICMP = {
  protocols: ["icmp", "icmpv6", "1", "58"],
  must: "All types of ICMP have all codes: set `toPort: -1`.",
} as const;
