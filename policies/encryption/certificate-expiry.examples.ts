import type { RuleExamples } from "../../src/rules/examples";

const program = (certificate: string): string => `
new aws.iam.ServerCertificate("shop", {
  certificateBody: \`${certificate}\`,
  privateKey: new pulumi.Config().requireSecret("shopKey"),
});
`;

// Valid in 2019.
const EXPIRED = `-----BEGIN CERTIFICATE-----
MIIBHTCBxAIBATAKBggqhkjOPQQDAjAbMRkwFwYDVQQDDBBzaG9wLmV4YW1wbGUu
Y29tMB4XDTE5MDEwMTAwMDAwMFoXDTIwMDEwMTAwMDAwMFowGzEZMBcGA1UEAwwQ
c2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49AgEGCCqGSM49AwEHA0IABMjdmlv6
UYxsTAo6YC0TqYiydCxt8N3rDjPiSesecdsPDrJZmuys3f8xyRnoIQcO4YTba6XX
uO2/lyje21FtpK0wCgYIKoZIzj0EAwIDSAAwRQIhAJkMz++XUPnpRSvUhvzvcsuW
NtY6G6RG8B06oohY0ARtAiAlLdMXI8NnM0Wd0JenUrZWBu9C81kjbOYJ1w4ckmQS
7A==
-----END CERTIFICATE-----`;

// Valid until 2098.
const VALID = `-----BEGIN CERTIFICATE-----
MIIBMzCB2QIUcr7cbStmoSGq0PI68NYkIkl6pIowCgYIKoZIzj0EAwIwGzEZMBcG
A1UEAwwQc2hvcC5leGFtcGxlLmNvbTAgFw0yNjExMzAwNTM0NTZaGA8yMDk4MDIw
NTA1MzQ1NlowGzEZMBcGA1UEAwwQc2hvcC5leGFtcGxlLmNvbTBZMBMGByqGSM49
AgEGCCqGSM49AwEHA0IABMjdmlv6UYxsTAo6YC0TqYiydCxt8N3rDjPiSesecdsP
DrJZmuys3f8xyRnoIQcO4YTba6XXuO2/lyje21FtpK0wCgYIKoZIzj0EAwIDSQAw
RgIhAJvkU0SIP4G5HNL9noPxpmcZUFRu53TbMwpbYzK0odZqAiEA1YCM+2NJz6EJ
qL69ky2acjA9TZWLxa87mcnaEY4b5tw=
-----END CERTIFICATE-----`;

export default {
  config: { "aws:region": "us-east-1", "shop:shopKey": "the key of the certificate" },
  incorrect: program(EXPIRED),
  correct: program(VALID),
} satisfies RuleExamples;
