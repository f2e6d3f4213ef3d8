import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "client-vpn-logging",
  category: "observability",
  description: "Client VPN endpoints must log connections",
  severity: "low",
  level: "only-if-required",
  why: "The log shows who connected to the network, when and from where.",
  references: [
    "https://docs.aws.amazon.com/securityhub/latest/userguide/ec2-controls.html",
    "https://docs.aws.amazon.com/vpn/latest/clientvpn-admin/cvpn-working-with-connection-logs.html",
  ],
  requirement: {
    types: ["aws:ec2clientvpn/endpoint:Endpoint"],
    property: "connectionLogOptions.enabled",
    must: { equals: true },
    whenAbsent: false,
    consequence: "There is no record of who connects to the network.",
    instead: "Set `connectionLogOptions: { enabled: true, cloudwatchLogGroup: logs.name }`.",
    example: {
      serverCertificateArn: "arn:aws:acm:us-east-1:464738291005:certificate/web",
      clientCidrBlock: "10.1.0.0/22",
      authenticationOptions: [
        {
          type: "certificate-authentication",
          rootCertificateChainArn: "arn:aws:acm:us-east-1:464738291005:certificate/root",
        },
      ],
      connectionLogOptions: { cloudwatchLogGroup: "vpn" },
    },
  },
});
