import { RDS_PROXY } from "../../src/aws/type-tokens";
import { defineRequirement } from "../../src/rules/requirement";

export default defineRequirement({
  id: "rds-proxy-tls",
  category: "encryption",
  description: "RDS proxies must require TLS",
  severity: "medium",
  level: "only-if-required",
  why: "A client that connects to the proxy without TLS sends its password and its data in plain text.",
  references: ["https://docs.aws.amazon.com/AmazonRDS/latest/UserGuide/rds-proxy.howitworks.html"],
  requirement: {
    types: [RDS_PROXY],
    property: "requireTls",
    must: { equals: true },
    whenAbsent: false,
    consequence: "Clients can connect in plain text.",
    example: {
      engineFamily: "POSTGRESQL",
      roleArn: "${role.arn}",
      vpcSubnetIds: ["${subnet.id}"],
      auths: [{ secretArn: "arn:aws:secretsmanager:us-east-1:464738291005:secret:orders" }],
    },
  },
});
