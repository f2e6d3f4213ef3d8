import rule from "../../../policies/validity/acm-certificate-validated";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, type BuildOptions, type BuiltResource, type Input } from "../../../src/testing/stack";

const provider = (name: string, region: string): BuiltResource => resource("pulumi:providers:aws", name, { region });
const virginia = provider("virginia", "us-east-1");
const ireland = provider("ireland", "eu-west-1");
const cert = (more: Record<string, Input> = { validationMethod: "DNS" }, options: BuildOptions = {}): BuiltResource =>
  resource("aws:acm/certificate:Certificate", "shop", { domainName: "shop.io", ...more }, options);
const shop = cert();
const record = (type = "aws:route53/record:Record", of = shop): BuiltResource =>
  resource(type, "proof", { name: of.domainValidationOptions, type: "CNAME", ttl: 60 });
const validation = (of = shop, records: BuiltResource[] = [record()]): BuiltResource =>
  resource("aws:acm/certificateValidation:CertificateValidation", "issued", {
    certificateArn: of.arn,
    validationRecordFqdns: records.map((one) => one.fqdn),
  });
const listener = (certificateArn: Input, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:lb/listener:Listener",
    "https",
    { loadBalancerArn: "arn:lb", port: 443, protocol: "HTTPS", certificateArn, defaultActions: [] },
    options,
  );
const distribution = (acmCertificateArn: Input, options: BuildOptions = {}): BuiltResource =>
  resource(
    "aws:cloudfront/distribution:Distribution",
    "site",
    { enabled: true, viewerCertificate: { acmCertificateArn } },
    options,
  );
const arn = (region: string): string =>
  `arn:aws:acm:${region}:464738291005:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0`;
const certIn = (of: BuiltResource): BuiltResource => cert({ validationMethod: "DNS" }, { provider: of });
const gov = provider("gov", "us-gov-west-1");
const bare = resource("pulumi:providers:aws", "bare", { profile: "shop" });
const domain = (type: string, certificateArn: Input): BuiltResource =>
  resource("aws:apigateway/domainName:DomainName", "api", {
    domainName: "api.shop.io",
    certificateArn,
    endpointConfiguration: { types: type },
  });
const complete = (of: BuiltResource): BuiltResource[] => [
  of,
  record(undefined, of),
  validation(of, [record(undefined, of)]),
];

ruleTest(rule, {
  valid: [
    {
      name: "a listener in the region of its certificate, and one whose provider has no region",
      stack: [
        ireland,
        bare,
        ...complete(certIn(ireland)),
        listener(validation(certIn(ireland)).certificateArn, { provider: ireland }),
        resource(
          "aws:lb/listenerCertificate:ListenerCertificate",
          "more",
          { listenerArn: "arn:listener", certificateArn: validation(certIn(ireland)).certificateArn },
          { provider: bare },
        ),
      ],
    },
    {
      name: "a domain of private APIs, with a certificate of its own region",
      stack: [ireland, ...complete(certIn(ireland)), domain("PRIVATE", validation(certIn(ireland)).certificateArn)],
    },
    {
      name: "a partition without us-east-1",
      stack: [
        gov,
        ...complete(certIn(gov)),
        resource("aws:cognito/userPoolDomain:UserPoolDomain", "login", {
          domain: "login.shop.io",
          userPoolId: "us-gov-west-1_a",
          certificateArn: validation(certIn(gov)).certificateArn,
        }),
      ],
    },
    {
      name: "a provider of its own without a region, to which the configuration does not apply",
      config: { "aws:region": "eu-west-1" },
      environmentRegion: "us-east-1",
      stack: [bare, ...complete(certIn(bare)), distribution(validation(certIn(bare)).certificateArn)],
    },
    { name: "the validation's certificate", stack: [...complete(shop), listener(validation().certificateArn)] },
    { name: "an explicit dependency", stack: [...complete(shop), listener(shop.arn, { dependsOn: [validation()] })] },
    {
      name: "a record of another provider",
      stack: [
        shop,
        record("cloudflare:index/record:Record"),
        validation(shop, [record("cloudflare:index/record:Record")]),
        listener(validation().certificateArn),
      ],
    },
    {
      name: "records that are created once the certificate exists",
      stack: [
        shop,
        resource("aws:acm/certificateValidation:CertificateValidation", "issued", {
          certificateArn: shop.arn,
          validationRecordFqdns: shop.domainValidationOptions,
        }),
        listener(
          resource("aws:acm/certificateValidation:CertificateValidation", "issued", {
            certificateArn: shop.arn,
            validationRecordFqdns: shop.domainValidationOptions,
          }).certificateArn,
        ),
      ],
    },
    {
      name: "a certificate that is validated by e-mail",
      stack: [cert({ validationMethod: "EMAIL" }), listener(shop.arn)],
    },
    { name: "an imported certificate", stack: [cert({ certificateBody: "…", privateKey: "…" }), listener(shop.arn)] },
    {
      name: "a certificate of a private authority",
      stack: [cert({ validationMethod: "DNS", certificateAuthorityArn: "arn:aws:acm-pca:x" }), listener(shop.arn)],
    },
    { name: "certificates of another stack", stack: [listener(arn("eu-west-1")), distribution(arn("us-east-1"))] },
    {
      name: "a certificate that the stack only reads",
      stack: [cert({ validationMethod: "DNS" }, { external: true }), listener(shop.arn), distribution(shop.arn)],
    },
    {
      name: "one for CloudFront in us-east-1, by its provider",
      stack: [virginia, ...complete(certIn(virginia)), distribution(validation(certIn(virginia)).certificateArn)],
      config: { "aws:region": "eu-west-1" },
    },
    {
      name: "one for CloudFront in us-east-1, by its own region",
      stack: [
        ireland,
        ...complete(cert({ validationMethod: "DNS", region: "us-east-1" }, { provider: ireland })),
        distribution(validation().certificateArn),
      ],
    },
    {
      name: "a certificate for CloudFront in an unknown region",
      stack: [...complete(shop), distribution(validation().certificateArn)],
    },
    {
      name: "CloudFront's own certificate",
      stack: [
        resource("aws:cloudfront/distribution:Distribution", "site", {
          viewerCertificate: { cloudfrontDefaultCertificate: true },
        }),
      ],
    },
    {
      name: "users that the stack only reads",
      stack: [shop, listener(shop.arn, { external: true }), distribution("", {})],
    },
  ],
  invalid: [
    {
      name: "a certificate of another region for a domain at the edge, without an error of CloudFront",
      shape: "preview",
      stack: [ireland, ...complete(certIn(ireland)), domain("EDGE", validation(certIn(ireland)).certificateArn)],
      findings: [{ resource: "api", path: "certificateArn", message: /is in eu-west-1, .*`region: "us-east-1"`\.$/ }],
    },
    {
      name: "no validation",
      stack: [shop, record(), listener(shop.arn)],
      findings: [
        {
          resource: "https",
          path: "certificateArn",
          level: "advisory",
          message: /Add an aws\.acm\.CertificateValidation/,
        },
      ],
    },
    {
      name: "a validation that nothing waits for",
      stack: [...complete(shop), listener(shop.arn)],
      findings: [
        {
          resource: "https",
          path: "certificateArn",
          level: "advisory",
          message: /Use the `certificateArn` of issued here, or add `dependsOn: \[issued\]`/,
        },
      ],
    },
    {
      name: "no record",
      stack: [shop, validation(shop, []), listener(validation(shop, []).certificateArn)],
      findings: [{ resource: "issued", level: "advisory", message: /no DNS record/ }],
    },
    {
      name: "a listener whose certificate is in the region of CloudFront",
      shape: "preview",
      stack: [
        virginia,
        ireland,
        ...complete(certIn(virginia)),
        listener(validation(certIn(virginia)).certificateArn, { provider: ireland }),
      ],
      findings: [
        {
          resource: "https",
          path: "certificateArn",
          message: /is in us-east-1 and this is in eu-west-1, where AWS does not find it/,
        },
      ],
    },
    {
      name: "CloudFront with a certificate of another region, by a provider",
      shape: "preview",
      stack: [ireland, ...complete(certIn(ireland)), distribution(validation(certIn(ireland)).certificateArn)],
      findings: [
        {
          resource: "site",
          path: "viewerCertificate.acmCertificateArn",
          message: /is in eu-west-1, and here AWS accepts only certificates of us-east-1\. .*isn't in us-east-1 region/,
        },
      ],
    },
    {
      name: "CloudFront with a certificate of another region, by the configuration",
      shape: "preview",
      stack: [...complete(shop), distribution(validation().certificateArn)],
      config: { "aws:region": "eu-central-1" },
      findings: [{ resource: "site", path: "viewerCertificate.acmCertificateArn" }],
    },
    {
      name: "the same where both exist, so that the check has another region than the deployment",
      stack: [...complete(shop), distribution(validation().certificateArn)],
      config: { "aws:region": "eu-central-1" },
      shape: "up",
      findings: [
        {
          resource: "site",
          path: "viewerCertificate.acmCertificateArn",
          level: "advisory",
          message: /exists already, so this stops nothing now/,
        },
      ],
    },
    {
      name: "the same by the environment, and a literal ARN in an API's domain",
      shape: "preview",
      stack: [
        ...complete(shop),
        distribution(validation().certificateArn),
        resource("aws:apigateway/domainName:DomainName", "api", {
          domainName: "api.shop.io",
          certificateArn: arn("eu-west-1"),
        }),
      ],
      environmentRegion: "eu-west-1",
      findings: [
        { resource: "site", path: "viewerCertificate.acmCertificateArn" },
        { resource: "api", path: "certificateArn" },
      ],
    },
  ],
  undecided: [
    {
      name: "a validation that the program creates once the certificate exists",
      stack: [shop, listener(shop.arn)],
      files: {
        "index.ts": "certificate.arn.apply((arn) => new aws.acm.CertificateValidation('x', { certificateArn: arn }));",
      },
      at: ["https.certificateArn"],
    },
  ],
});
