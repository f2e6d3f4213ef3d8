import type { ServiceConstraints } from "../form";

const ENDPOINT = "aws:ec2clientvpn/endpoint:Endpoint";
const CREATE = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateClientVpnEndpoint.html";
const AUTHENTICATION = "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_ClientVpnAuthenticationRequest.html";
const ARN = "arn:aws:acm:us-east-1:111122223333:certificate/x";
const endpoint = (more: object = {}): Record<string, unknown> => ({
  serverCertificateArn: ARN,
  clientCidrBlock: "10.80.0.0/22",
  connectionLogOptions: { enabled: false },
  authenticationOptions: [{ type: "certificate-authentication", rootCertificateChainArn: ARN }],
  ...more,
});

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ec2clientvpn.endpoint.certificate": {
      type: ENDPOINT,
      each: "authenticationOptions",
      where: { type: "certificate-authentication" },
      require: { rootCertificateChainArn: { present: true } },
      must: "Authentication by certificate requires `rootCertificateChainArn`.",
      source: AUTHENTICATION,
      accepts: [endpoint()],
      rejects: [endpoint({ authenticationOptions: [{ type: "certificate-authentication" }] })],
    },
    "aws.ec2clientvpn.endpoint.directory": {
      type: ENDPOINT,
      each: "authenticationOptions",
      where: { type: "directory-service-authentication" },
      require: { activeDirectoryId: { present: true } },
      must: "Authentication by directory requires `activeDirectoryId`.",
      source: AUTHENTICATION,
      accepts: [
        endpoint({ authenticationOptions: [{ type: "directory-service-authentication", activeDirectoryId: "d-1" }] }),
      ],
      rejects: [endpoint({ authenticationOptions: [{ type: "directory-service-authentication" }] })],
    },
    "aws.ec2clientvpn.endpoint.federated": {
      type: ENDPOINT,
      each: "authenticationOptions",
      where: { type: "federated-authentication" },
      require: { samlProviderArn: { present: true } },
      must: "Federated authentication requires `samlProviderArn`.",
      source: AUTHENTICATION,
      accepts: [
        endpoint({
          authenticationOptions: [
            { type: "federated-authentication", samlProviderArn: "arn:aws:iam::111122223333:saml-provider/x" },
          ],
        }),
      ],
      rejects: [endpoint({ authenticationOptions: [{ type: "federated-authentication" }] })],
    },
    "aws.ec2clientvpn.endpoint.client-block": {
      type: ENDPOINT,
      require: { clientCidrBlock: { not: { matches: /\/(?!(?:1[2-9]|2[0-2])$)\d+$/ } } },
      must: "The range of the clients must have a size from /12 to /22.",
      source: CREATE,
      accepts: [endpoint(), endpoint({ clientCidrBlock: "10.0.0.0/12" })],
      rejects: [endpoint({ clientCidrBlock: "10.80.0.0/24" })],
    },
    "aws.ec2clientvpn.endpoint.groups-need-vpc": {
      type: ENDPOINT,
      when: { securityGroupIds: { present: true } },
      require: { vpcId: { present: true } },
      must: "Security groups require the `vpcId` that they are in.",
      source: CREATE,
      accepts: [endpoint({ securityGroupIds: ["sg-1"], vpcId: "vpc-1" })],
      rejects: [endpoint({ securityGroupIds: ["sg-1"] })],
    },
    "aws.ec2clientvpn.endpoint.log-group": {
      type: ENDPOINT,
      when: { "connectionLogOptions.enabled": true },
      require: { "connectionLogOptions.cloudwatchLogGroup": { present: true } },
      must: "Connection logs require `connectionLogOptions.cloudwatchLogGroup`.",
      source: CREATE,
      accepts: [endpoint({ connectionLogOptions: { enabled: true, cloudwatchLogGroup: "vpn" } })],
      rejects: [endpoint({ connectionLogOptions: { enabled: true } })],
    },
    "aws.ec2clientvpn.endpoint.session": {
      type: ENDPOINT,
      require: { sessionTimeoutHours: [8, 10, 12, 24], vpnPort: [443, 1194] },
      must: "A session lasts 8, 10, 12 or 24 hours, and the port is 443 or 1194.",
      source: CREATE,
      accepts: [endpoint({ sessionTimeoutHours: 8, vpnPort: 1194 })],
      rejects: [endpoint({ sessionTimeoutHours: 9 }), endpoint({ vpnPort: 8443 })],
    },
    "aws.ec2clientvpn.endpoint.banner": {
      type: ENDPOINT,
      when: { "clientLoginBannerOptions.enabled": true },
      require: { "clientLoginBannerOptions.bannerText": { present: true } },
      must: "A banner requires `clientLoginBannerOptions.bannerText`.",
      source: CREATE,
      accepts: [endpoint({ clientLoginBannerOptions: { enabled: true, bannerText: "Hello" } })],
      rejects: [endpoint({ clientLoginBannerOptions: { enabled: true } })],
    },
  },
} satisfies ServiceConstraints;
