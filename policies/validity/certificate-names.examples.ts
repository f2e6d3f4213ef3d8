import type { RuleExamples } from "../../src/rules/examples";

const program = (domainName: string): string => `
const certificate = new aws.acm.Certificate("shop", { domainName: "${domainName}", validationMethod: "DNS" });
const validation = new aws.acm.CertificateValidation("shop", { certificateArn: certificate.arn });
const domain = new aws.apigatewayv2.DomainName("orders", {
  domainName: "orders.shop-orders.io",
  domainNameConfiguration: {
    certificateArn: validation.certificateArn,
    endpointType: "REGIONAL",
    securityPolicy: "TLS_1_2",
  },
});
`;

export default { incorrect: program("shop-orders.io"), correct: program("*.shop-orders.io") } satisfies RuleExamples;
