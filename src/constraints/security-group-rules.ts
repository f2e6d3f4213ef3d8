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
