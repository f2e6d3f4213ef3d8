import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "vpn-tunnel-logging",
  category: "observability",
  description: "VPN tunnels must log to CloudWatch",
  severity: "medium",
  level: "only-if-required",
  why: "The log shows why a tunnel does not come up or breaks off, and what its ends negotiated.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/vpn/latest/s2svpn/monitoring-logs.html",
  ],
  requirement: [
    {
      types: ["aws:ec2/vpnConnection:VpnConnection"],
      property: "tunnel1LogOptions.cloudwatchLogOptions.logEnabled",
      must: { equals: true },
      whenAbsent: false,
      consequence: "There is no record of why the tunnel is up or down.",
      instead: "Set `logEnabled: true` and `logGroupArn` in `tunnel1LogOptions.cloudwatchLogOptions`.",
      example: {
        customerGatewayId: "cgw-0123456789abcdef0",
        type: "ipsec.1",
        tunnel1LogOptions: { cloudwatchLogOptions: { logGroupArn: "${logs.arn}" } },
        tunnel2LogOptions: { cloudwatchLogOptions: { logEnabled: true, logGroupArn: "${logs.arn}" } },
      },
    },
    {
      types: ["aws:ec2/vpnConnection:VpnConnection"],
      property: "tunnel2LogOptions.cloudwatchLogOptions.logEnabled",
      must: { equals: true },
      whenAbsent: false,
      consequence: "There is no record of why the tunnel is up or down.",
      instead: "Set `logEnabled: true` and `logGroupArn` in `tunnel2LogOptions.cloudwatchLogOptions`.",
      example: {
        customerGatewayId: "cgw-0123456789abcdef0",
        type: "ipsec.1",
        tunnel2LogOptions: { cloudwatchLogOptions: { logGroupArn: "${logs.arn}" } },
      },
    },
  ],
});
