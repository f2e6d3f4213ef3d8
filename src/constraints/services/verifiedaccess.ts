import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.verifiedaccess.trust-provider.oidc": {
      type: "aws:verifiedaccess/trustProvider:TrustProvider",
      when: { userTrustProviderType: "oidc" },
      require: { atLeastOne: ["oidcOptions", "nativeApplicationOidcOptions"] },
      must: "A provider of type oidc requires `oidcOptions`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVerifiedAccessTrustProvider.html",
      accepts: [
        { trustProviderType: "user", userTrustProviderType: "oidc", oidcOptions: { issuer: "x" } },
        { trustProviderType: "user", userTrustProviderType: "oidc", nativeApplicationOidcOptions: { issuer: "x" } },
        { trustProviderType: "user", userTrustProviderType: "iam-identity-center" },
      ],
      rejects: [{ trustProviderType: "user", userTrustProviderType: "oidc" }],
    },
    "aws.verifiedaccess.trust-provider.user": {
      type: "aws:verifiedaccess/trustProvider:TrustProvider",
      when: { trustProviderType: "user" },
      require: { userTrustProviderType: { present: true } },
      must: "A trust provider of type user requires `userTrustProviderType`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVerifiedAccessTrustProvider.html",
      accepts: [
        { trustProviderType: "user", userTrustProviderType: "iam-identity-center" },
        { trustProviderType: "device", deviceTrustProviderType: "jamf", deviceOptions: { tenantId: "x" } },
      ],
      rejects: [{ trustProviderType: "user" }],
    },
    "aws.verifiedaccess.trust-provider.device": {
      type: "aws:verifiedaccess/trustProvider:TrustProvider",
      when: { trustProviderType: "device" },
      require: { deviceTrustProviderType: { present: true } },
      must: "A trust provider of type device requires `deviceTrustProviderType`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVerifiedAccessTrustProvider.html",
      accepts: [
        { trustProviderType: "device", deviceTrustProviderType: "jamf", deviceOptions: { tenantId: "x" } },
        { trustProviderType: "user", userTrustProviderType: "iam-identity-center" },
      ],
      rejects: [{ trustProviderType: "device" }],
    },
    "aws.verifiedaccess.endpoint.load-balancer": {
      type: "aws:verifiedaccess/endpoint:Endpoint",
      when: { endpointType: "load-balancer" },
      require: { loadBalancerOptions: { present: true } },
      must: "An endpoint of type load-balancer requires `loadBalancerOptions`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVerifiedAccessEndpoint.html",
      accepts: [{ endpointType: "load-balancer", loadBalancerOptions: { port: 443, protocol: "https" } }],
      rejects: [{ endpointType: "load-balancer" }],
    },
    "aws.verifiedaccess.endpoint.network-interface": {
      type: "aws:verifiedaccess/endpoint:Endpoint",
      when: { endpointType: "network-interface" },
      require: { networkInterfaceOptions: { present: true } },
      must: "An endpoint of type network-interface requires `networkInterfaceOptions`.",
      source: "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateVerifiedAccessEndpoint.html",
      accepts: [{ endpointType: "network-interface", networkInterfaceOptions: { port: 443, protocol: "https" } }],
      rejects: [{ endpointType: "network-interface" }],
    },
  },
} satisfies ServiceConstraints;
