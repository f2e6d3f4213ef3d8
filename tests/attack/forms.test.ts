import { json, text, unknown, type BuiltResource, type Input } from "../../src/testing/stack";
import { a, allow, attack, document, type Pair } from "./kit";

const ACCT = "464738291005";

/** A program with one value that makes it wrong, and with another that does not. */
function pair<T>(program: (value: T) => BuiltResource[], bad: T, good: T, name: string, rule: string): Pair {
  return { name, rule, bad: program(bad), good: program(good) };
}

const bucketWith = (policy: (b: BuiltResource) => Input): BuiltResource[] => {
  const b = a("s3/bucket:Bucket", "media", {});
  return [
    b,
    a("s3/bucketPublicAccessBlock:BucketPublicAccessBlock", "media", {
      bucket: b.id,
      blockPublicAcls: false,
      blockPublicPolicy: false,
      ignorePublicAcls: false,
      restrictPublicBuckets: false,
    }),
    a("s3/bucketPolicy:BucketPolicy", "media", { bucket: b.id, policy: policy(b) }),
  ];
};
const sg = (rules: Input, more: Record<string, Input> = {}): BuiltResource =>
  a("ec2/securityGroup:SecurityGroup", "web", { vpcId: "vpc-0a1", description: "web", ingress: rules, ...more });
const withInstance = (g: BuiltResource, more: BuiltResource[] = []): BuiltResource[] => [
  g,
  ...more,
  a("ec2/instance:Instance", "box", {
    ami: "ami-0a1b2c3d4e5f60718",
    instanceType: "t3.micro",
    associatePublicIpAddress: true,
    vpcSecurityGroupIds: [g.id],
    metadataOptions: { httpTokens: "required" },
  }),
];

attack("forms of a second attacker", [
  pair(
    (principal: Input) =>
      bucketWith((b) =>
        json({
          Version: "2012-10-17",
          Statement: { Effect: "Allow", Principal: principal, Action: ["s3:PutObject"], Resource: text`${b.arn}/*` },
        }),
      ),
    "*",
    { AWS: `arn:aws:iam::${ACCT}:root` },
    "s3 single statement object, put for everyone",
    "s3-public-access-block",
  ),
  pair(
    (principal: string) =>
      bucketWith(
        () =>
          `\n  {\n "Version" : "2012-10-17",\n "Statement":[ {"Sid":"x","Effect" : "Allow","Principal" : {"AWS" : ["${principal}"]},"Action":"s3:DeleteObject","Resource":"arn:aws:s3:::media-q1w2/*"}]}\n`,
      ),
    "*",
    `arn:aws:iam::${ACCT}:root`,
    "s3 policy as a string with white space, list principal",
    "s3-public-access-block",
  ),
  pair(
    (c: Record<string, Input>) =>
      bucketWith(() =>
        document({
          ...allow("*", "s3:*"),
          Resource: ["arn:aws:s3:::media-q1w2", "arn:aws:s3:::media-q1w2/*"],
          Condition: c,
        }),
      ),
    { StringLike: { "aws:UserAgent": "shop-*" } },
    { StringEquals: { "aws:PrincipalAccount": ACCT } },
    "s3 guarded by user agent",
    "s3-public-access-block",
  ),
  pair(
    (c: Record<string, Input>) =>
      bucketWith(() =>
        document({ ...allow("*", "s3:GetObject"), Resource: "arn:aws:s3:::media-q1w2/*", Condition: c }),
      ),
    { StringLike: { "aws:Referer": "https://shop.test/*" } },
    { StringEquals: { "aws:SourceVpce": "vpce-0a1b2c3d" } },
    "s3 guarded by referer",
    "s3-public-access-block",
  ),
  pair(
    (c: Record<string, Input>) =>
      bucketWith(() =>
        document({ ...allow({ AWS: "*" }, "s3:GetObject"), Resource: "arn:aws:s3:::media-q1w2/*", Condition: c }),
      ),
    { IpAddress: { "aws:SourceIp": ["0.0.0.0/1", "128.0.0.0/1"] } },
    { IpAddress: { "aws:SourceIp": "203.0.113.0/24" } },
    "s3 internet in two halves",
    "s3-public-access-block",
  ),
  pair(
    (c: Record<string, Input>) =>
      bucketWith(() =>
        document({ ...allow("*", "s3:PutObjectAcl"), Resource: "arn:aws:s3:::media-q1w2/*", Condition: c }),
      ),
    { StringNotEquals: { "aws:PrincipalOrgID": "o-abc12345" } },
    { StringEquals: { "aws:PrincipalOrgID": "o-abc12345" } },
    "s3 condition negated",
    "s3-public-access-block",
  ),
  pair(
    (c: Record<string, Input>) =>
      bucketWith(() => document({ ...allow("*", "s3:ListBucket"), Resource: "arn:aws:s3:::media-q1w2", Condition: c })),
    { StringEqualsIfExists: { "aws:PrincipalOrgID": "o-abc12345" } },
    { StringEquals: { "aws:PrincipalOrgID": "o-abc12345" } },
    "s3 IfExists",
    "s3-public-access-block",
  ),
  pair(
    (c: Record<string, Input>) =>
      bucketWith(() =>
        document({ ...allow("*", "s3:GetObject"), Resource: "arn:aws:s3:::media-q1w2/*", Condition: c }),
      ),
    { Bool: { "aws:SecureTransport": "true" } },
    { ArnLike: { "aws:SourceArn": `arn:aws:cloudfront::${ACCT}:distribution/E1` } },
    "s3 only TLS",
    "s3-public-access-block",
  ),
  pair(
    (principal: string) => [
      a("sqs/queue:Queue", "in", {
        policy: text`{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":{"AWS":"${principal}"},"Action":"sqs:ReceiveMessage","Resource":"*"}]}`,
      }),
    ],
    "*",
    ACCT,
    "sqs inline text template",
    "resource-policy-public",
  ),
  pair(
    (c: Input) => [
      a("lambda/permission:Permission", "open", {
        action: "lambda:InvokeFunction",
        function: "shop",
        principal: "*",
        sourceAccount: c,
      }),
    ],
    undefined,
    ACCT,
    "lambda permission star",
    "resource-policy-public",
  ),
  pair(
    (o: string) => [
      a("lambda/layerVersionPermission:LayerVersionPermission", "open", {
        layerName: "x",
        versionNumber: 1,
        statementId: "x",
        action: "lambda:GetLayerVersion",
        principal: o,
      }),
    ],
    "*",
    ACCT,
    "layer for everyone",
    "resource-policy-public",
  ),
  pair(
    (s: Input) => [
      a("ec2/snapshotCreateVolumePermission:SnapshotCreateVolumePermission", "x", {
        snapshotId: "snap-1",
        accountId: s,
      }),
    ],
    "all",
    ACCT,
    "snapshot for all",
    "snapshot-public",
  ),
  pair(
    (t: Input) => [
      a("iam/role:Role", "ci", {
        assumeRolePolicy: document({
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::${ACCT}:oidc-provider/token.actions.githubusercontent.com` },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: t,
        }),
      }),
    ],
    { StringEquals: { "token.actions.githubusercontent.com:aud": "sts.amazonaws.com" } },
    {
      StringEquals: {
        "token.actions.githubusercontent.com:aud": "sts.amazonaws.com",
        "token.actions.githubusercontent.com:sub": "repo:shop/shop:ref:refs/heads/main",
      },
    },
    "github oidc without sub",
    "iam-trust-public",
  ),
  pair(
    (t: string) => [
      a("iam/role:Role", "ci", {
        assumeRolePolicy: document({
          Effect: "Allow",
          Principal: { Federated: `arn:aws:iam::${ACCT}:oidc-provider/token.actions.githubusercontent.com` },
          Action: "sts:AssumeRoleWithWebIdentity",
          Condition: { StringLike: { "token.actions.githubusercontent.com:sub": t } },
        }),
      }),
    ],
    "repo:*",
    "repo:shop/shop:*",
    "github oidc sub of every repository",
    "iam-trust-public",
  ),
  pair(
    (t: string) => [
      a("iam/role:Role", "x", {
        assumeRolePolicy: `{"Version":"2012-10-17","Statement":[{"effect":"Allow","principal":{"AWS":"${t}"},"action":"sts:AssumeRole"}]}`,
      }),
    ],
    "*",
    `arn:aws:iam::${ACCT}:root`,
    "trust lower case",
    "iam-trust-public",
  ),
  pair(
    (t: Input) => [
      a("iam/role:Role", "x", {
        assumeRolePolicy: json({
          Version: "2012-10-17",
          Statement: [{ Effect: "Allow", Principal: t, Action: "sts:AssumeRole", Condition: {} }],
        }),
      }),
    ],
    { AWS: ["*"] },
    { Service: "ec2.amazonaws.com" },
    "trust with an empty condition",
    "iam-trust-public",
  ),
  pair(
    (c: string) =>
      withInstance(sg([{ protocol: "tcp", fromPort: "22", toPort: "22", cidrBlocks: [c], description: "x" }])),
    "0.0.0.0/0",
    "10.0.0.0/8",
    "ssh, ports as text",
    "security-group-open-admin-port",
  ),
  pair(
    (c: string) => withInstance(sg([{ protocol: "6", fromPort: 20, toPort: 25, cidrBlocks: [c], description: "x" }])),
    "0.0.0.0/0",
    "10.0.0.0/8",
    "ssh in a range by protocol number",
    "security-group-open-admin-port",
  ),
  pair(
    (c: string) =>
      withInstance(sg([{ protocol: "tcp", fromPort: 3389, toPort: 3389, ipv6CidrBlocks: [c], description: "x" }])),
    "0::/0",
    "fd00::/8",
    "rdp on ipv6, long form",
    "security-group-open-admin-port",
  ),
  pair(
    (c: string[]) => withInstance(sg([{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: c, description: "x" }])),
    ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1"],
    ["10.0.0.0/8"],
    "all protocols in three parts",
    "security-group-open-admin-port",
  ),
  pair(
    (c: string) => {
      const g = sg(undefined);
      return withInstance(g, [
        a("ec2/securityGroupRule:SecurityGroupRule", "ssh", {
          type: "ingress",
          securityGroupId: g.id,
          protocol: "TCP",
          fromPort: 22,
          toPort: 22,
          cidrBlocks: [c],
          description: "x",
        }),
      ]);
    },
    "0.0.0.0/0",
    "10.1.0.0/16",
    "ssh by rule, TCP in upper case",
    "security-group-open-admin-port",
  ),
  pair(
    (c: string) => {
      const g = sg(undefined);
      return withInstance(g, [
        a("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ssh", {
          securityGroupId: g.id,
          ipProtocol: "all",
          cidrIpv4: c,
          description: "x",
        }),
      ]);
    },
    "0.0.0.0/0",
    "10.1.0.0/16",
    "rule with ipProtocol all",
    "security-group-open-admin-port",
  ),
  pair(
    (c: string) => {
      const g = sg(undefined);
      const l = a("ec2/managedPrefixList:ManagedPrefixList", "l", {
        addressFamily: "IPv4",
        maxEntries: 2,
        name: "l",
        entries: [{ cidr: c }],
      });
      return withInstance(g, [
        l,
        a("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "ssh", {
          securityGroupId: g.id,
          ipProtocol: "tcp",
          fromPort: 22,
          toPort: 22,
          prefixListId: l.id,
          description: "x",
        }),
      ]);
    },
    "0.0.0.0/0",
    "10.1.0.0/16",
    "prefix list of the stack",
    "security-group-open-admin-port",
  ),
  pair(
    (pub: Input) => [
      a("rds/clusterInstance:ClusterInstance", "db", {
        clusterIdentifier: "c",
        engine: "aurora-postgresql",
        instanceClass: "db.r6g.large",
        publiclyAccessible: pub,
      }),
    ],
    "True",
    "False",
    "cluster instance public True",
    "rds-not-public",
  ),
  pair(
    (pub: Input) => [
      a("redshift/cluster:Cluster", "dw", {
        clusterIdentifier: "dw",
        nodeType: "ra3.large",
        masterUsername: "admin1",
        manageMasterPassword: true,
        encrypted: "true",
        publiclyAccessible: pub,
        skipFinalSnapshot: true,
      }),
    ],
    "true",
    "false",
    "redshift public",
    "endpoint-not-public",
  ),
  pair(
    (pub: Input) => [
      a("redshiftserverless/workgroup:Workgroup", "dw", {
        namespaceName: "shop",
        workgroupName: "reports",
        publiclyAccessible: pub,
      }),
    ],
    true,
    false,
    "redshift serverless public",
    "endpoint-not-public",
  ),
  pair(
    (pub: Input) => [
      a("dms/replicationInstance:ReplicationInstance", "r", {
        replicationInstanceId: "r",
        replicationInstanceClass: "dms.t3.medium",
        publiclyAccessible: pub,
      }),
    ],
    true,
    false,
    "dms public",
    "endpoint-not-public",
  ),
  pair(
    (pub: Input) => [
      a("docdb/clusterSnapshot:ClusterSnapshot", "x", { dbClusterIdentifier: "c", dbClusterSnapshotIdentifier: "s" }),
      a("rds/snapshot:Snapshot", "s", { dbInstanceIdentifier: "db", dbSnapshotIdentifier: "s", sharedAccounts: pub }),
    ],
    ["all"],
    [ACCT],
    "rds snapshot shared with all",
    "snapshot-public",
  ),
  pair(
    (pub: Input) => [
      a("mq/broker:Broker", "q", {
        brokerName: "q",
        engineType: "RabbitMQ",
        engineVersion: "3.13",
        hostInstanceType: "mq.m5.large",
        autoMinorVersionUpgrade: true,
        publiclyAccessible: pub,
        users: [{ username: "app", password: unknown }],
      }),
    ],
    "true",
    "false",
    "mq public",
    "endpoint-not-public",
  ),
  pair(
    (t: string) => [a("lambda/functionUrl:FunctionUrl", "u", { functionName: "shop", authorizationType: t })],
    "NONE",
    "AWS_IAM",
    "function url",
    "lambda-function-url-public",
  ),
  pair(
    (c: Input) => [
      a("neptune/clusterInstance:ClusterInstance", "n", {
        clusterIdentifier: "c",
        instanceClass: "db.r6g.large",
        engine: "neptune",
        publiclyAccessible: c,
      }),
    ],
    "true",
    "false",
    "neptune public",
    "endpoint-not-public",
  ),
  pair(
    (c: string) => [
      a("opensearch/domain:Domain", "s", {
        domainName: "search",
        engineVersion: "OpenSearch_2.19",
        clusterConfig: { instanceType: "r6g.large.search", instanceCount: 2 },
        ebsOptions: { ebsEnabled: true, volumeSize: 20 },
        encryptAtRest: { enabled: true },
        nodeToNodeEncryption: { enabled: true },
        domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-2019-07" },
        accessPolicies: document({ Effect: "Allow", Principal: { AWS: c }, Action: ["es:ESHttp*"], Resource: "*" }),
      }),
    ],
    "*",
    `arn:aws:iam::${ACCT}:root`,
    "opensearch for everyone",
    "resource-policy-public",
  ),
  pair(
    (o: Record<string, Input>) => [a("sqs/queue:Queue", "q", o)],
    { fifoQueue: "false", contentBasedDeduplication: "true" },
    { fifoQueue: "true", contentBasedDeduplication: "true", name: "q.fifo" },
    "dedup on standard, text booleans",
    "property-combinations",
  ),
  pair(
    (m: Input) => [
      a("lambda/function:Function", "f", {
        role: `arn:aws:iam::${ACCT}:role/f`,
        packageType: "Image",
        imageUri: `${ACCT}.dkr.ecr.us-east-1.amazonaws.com/f:1`,
        memorySize: m,
      }),
    ],
    "64",
    "128",
    "memory as text",
    "property-values",
  ),
  pair(
    (t: Input) => [
      a("lambda/function:Function", "f", {
        role: `arn:aws:iam::${ACCT}:role/f`,
        packageType: "Image",
        imageUri: `${ACCT}.dkr.ecr.us-east-1.amazonaws.com/f:1`,
        timeout: t,
      }),
    ],
    "1000",
    "900",
    "timeout as text",
    "property-combinations",
  ),
  pair(
    (h: string) => [
      a("lambda/function:Function", "f", {
        role: `arn:aws:iam::${ACCT}:role/f`,
        runtime: "python3.13",
        handler: h,
        s3Bucket: "code",
        s3Key: "f.zip",
      }),
    ],
    "handler",
    "main.handler",
    "python handler without a module",
    "lambda-handler-in-archive",
  ),
  pair(
    (h: string) => [
      a("lambda/function:Function", "f", {
        role: `arn:aws:iam::${ACCT}:role/f`,
        runtime: "nodejs22.x",
        handler: h,
        s3Bucket: "code",
        s3Key: "f.zip",
      }),
    ],
    "index",
    "index.handler",
    "node handler without a function",
    "lambda-handler-in-archive",
  ),
  pair(
    (n: string) => [
      a("elasticache/replicationGroup:ReplicationGroup", "c", {
        replicationGroupId: "c",
        description: "c",
        engine: "redis",
        nodeType: n,
        numCacheClusters: 2,
        atRestEncryptionEnabled: true,
        transitEncryptionEnabled: true,
      }),
    ],
    "t3.micro",
    "cache.t3.micro",
    "cache node type without its prefix",
    "property-combinations",
  ),
  pair(
    (n: string) => [
      a("rds/instance:Instance", "d", {
        engine: "postgres",
        instanceClass: n,
        allocatedStorage: 20,
        username: "app",
        manageMasterUserPassword: true,
        storageEncrypted: true,
        skipFinalSnapshot: true,
      }),
    ],
    "t3.micro",
    "db.t3.micro",
    "db class without its prefix",
    "property-combinations",
  ),
  pair(
    (i: BuiltResource[]) => {
      const v = a("ec2/vpc:Vpc", "v", { cidrBlock: "10.0.0.0/16" });
      const s = a("ec2/subnet:Subnet", "s", { vpcId: v.id, cidrBlock: "10.0.0.0/24" });
      const e = a("ec2/eip:Eip", "e", { domain: "vpc" });
      return [
        v,
        s,
        e,
        ...(i.length ? [a("ec2/internetGateway:InternetGateway", "g", { vpcId: v.id })] : []),
        a("ec2/natGateway:NatGateway", "n", { subnetId: s.id, allocationId: e.id }),
      ];
    },
    [],
    [a("ec2/eip:Eip", "x", {})],
    "nat without an internet gateway in its vpc",
    "nat-gateway-internet-gateway",
  ),
  pair(
    (e: string) => [
      a("rds/cluster:Cluster", "c", {
        engine: e,
        masterUsername: "app",
        manageMasterUserPassword: true,
        storageEncrypted: true,
        skipFinalSnapshot: true,
      }),
    ],
    "aurora",
    "aurora-postgresql",
    "engine aurora (1)",
    "property-combinations",
  ),
  pair(
    (k: string) => [
      a("dynamodb/table:Table", "t", {
        billingMode: "PAY_PER_REQUEST",
        hashKey: k,
        attributes: [{ name: "id", type: "S" }],
      }),
    ],
    "Id",
    "id",
    "hash key not among the attributes",
    "property-combinations",
  ),
  pair(
    (r: Input) => [a("cloudwatch/logGroup:LogGroup", "l", { retentionInDays: r })],
    "31",
    "30",
    "retention as text",
    "log-group-retention",
  ),
  pair(
    (s: string) => [a("cloudwatch/eventRule:EventRule", "r", { scheduleExpression: s })],
    "rate(1 hours)",
    "rate(1 hour)",
    "rate of one in the plural",
    "schedule-expression",
  ),
  pair(
    (s: string) => [
      a("scheduler/schedule:Schedule", "r", {
        scheduleExpression: s,
        flexibleTimeWindow: { mode: "OFF" },
        target: { arn: `arn:aws:sqs:us-east-1:${ACCT}:q`, roleArn: `arn:aws:iam::${ACCT}:role/s` },
      }),
    ],
    "cron(0 12 * * *)",
    "cron(0 12 * * ? *)",
    "scheduler cron with five fields",
    "schedule-expression",
  ),
  pair(
    (f: string) => [
      a("sns/topicSubscription:TopicSubscription", "s", {
        topic: `arn:aws:sns:us-east-1:${ACCT}:t`,
        protocol: "email",
        endpoint: f,
      }),
    ],
    "ops",
    "ops@shop.test",
    "email that is not an address",
    "property-combinations",
  ),
  pair(
    (f: Input) => [a("iam/policy:Policy", "p", { policy: f })],
    document({ Effect: "Allow", Action: "s3:GetObject", Ressource: "*" }),
    document({ Effect: "Allow", Action: "s3:GetObject", Resource: "arn:aws:s3:::x/*" }),
    "policy with a typo",
    "iam-policy-syntax",
  ),
  pair(
    (f: string) => [
      a("iam/policy:Policy", "p", {
        policy: `{"Version":"${f}","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::x/*"}]}`,
      }),
    ],
    "2012-10-18",
    "2012-10-17",
    "policy version",
    "iam-policy-syntax",
  ),
  pair(
    (f: string) => [
      a("iam/policy:Policy", "p", { policy: document({ Effect: "Allow", Action: "s3:GetObject", Resource: f }) }),
    ],
    "my-bucket/*",
    "arn:aws:s3:::my-bucket/*",
    "resource without arn",
    "iam-policy-syntax",
  ),
  pair(
    (c: string) => {
      const v = a("ec2/vpc:Vpc", "v", { cidrBlock: "10.0.0.0/16" });
      return [v, a("ec2/subnet:Subnet", "s", { vpcId: v.id, cidrBlock: c })];
    },
    "10.1.0.0/24",
    "10.0.1.0/24",
    "subnet outside of its vpc",
    "subnet-cidr-layout",
  ),
  pair(
    (c: string) => [a("ec2/vpc:Vpc", "v", { cidrBlock: c })],
    "10.0.0.0/30",
    "10.0.0.0/28",
    "vpc too small",
    "property-combinations",
  ),
  pair(
    (c: string) => [
      a("route53/record:Record", "r", {
        zoneId: "Z1",
        name: "www.shop.test",
        type: "CNAME",
        ttl: 300,
        records: c.split(" "),
      }),
    ],
    "a.shop.test b.shop.test",
    "a.shop.test",
    "cname with two values",
    "property-combinations",
  ),
  pair(
    (c: Input) => [
      a("route53/record:Record", "r", { zoneId: "Z1", name: "shop.test", type: "A", ttl: 300, records: [c] }),
    ],
    "lb.shop.test",
    "203.0.113.7",
    "a record with a name",
    "property-combinations",
  ),
  pair(
    (n: string) => [
      a("ecr/repository:Repository", "r", {
        name: n,
        imageScanningConfiguration: { scanOnPush: true },
        imageTagMutability: "IMMUTABLE",
      }),
    ],
    "Shop/Web",
    "shop/web",
    "repository in upper case",
    "name-charset",
  ),
  pair(
    (p2: Input) => [
      a("ecs/taskDefinition:TaskDefinition", "t", {
        family: "t",
        requiresCompatibilities: ["FARGATE"],
        networkMode: "awsvpc",
        cpu: p2,
        memory: "512",
        executionRoleArn: `arn:aws:iam::${ACCT}:role/x`,
        containerDefinitions: json([{ name: "w", image: `${ACCT}.dkr.ecr.us-east-1.amazonaws.com/web:1` }]),
      }),
    ],
    0.25,
    ".25 vCPU",
    "fargate cpu as 0.25",
    "fargate-task-size",
  ),
  pair(
    (d: Input) => [
      a("backup/plan:Plan", "b", {
        name: "b",
        rules: [
          {
            ruleName: "r",
            targetVaultName: "v",
            schedule: "cron(0 5 * * ? *)",
            lifecycle: { coldStorageAfter: 30, deleteAfter: d },
          },
        ],
      }),
    ],
    "60",
    "120",
    "backup cold storage 90 days",
    "property-combinations",
  ),
  pair(
    (d: Input) => [a("kms/key:Key", "k", { enableKeyRotation: true, deletionWindowInDays: d })],
    "3",
    "7",
    "deletion window",
    "property-combinations",
  ),
  pair(
    (v: Input) => [
      a("ebs/volume:Volume", "v", {
        availabilityZone: "us-east-1a",
        size: 1000,
        type: "gp3",
        encrypted: true,
        iops: v,
      }),
    ],
    "90000",
    "3000",
    "gp3 iops as text",
    "property-combinations",
  ),
  pair(
    (v: Input) => [
      a("autoscaling/group:Group", "g", {
        launchTemplate: { id: "lt-1", version: "$Latest" },
        vpcZoneIdentifiers: ["subnet-1", "subnet-2"],
        minSize: v,
        maxSize: 2,
        desiredCapacity: 2,
      }),
    ],
    "3",
    "1",
    "asg min above max, text",
    "property-combinations",
  ),
  pair(
    (v: number) => [
      a("wafv2/webAcl:WebAcl", "w", {
        scope: "REGIONAL",
        defaultAction: { allow: {} },
        visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "w", sampledRequestsEnabled: true },
        rules: [
          {
            name: "r",
            priority: 1,
            action: { block: {} },
            statement: { rateBasedStatement: { limit: v, aggregateKeyType: "IP" } },
            visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "r", sampledRequestsEnabled: true },
          },
        ],
      }),
    ],
    5,
    500,
    "waf rate limit of 5",
    "property-combinations",
  ),
]);
