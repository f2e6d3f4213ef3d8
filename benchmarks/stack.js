// Makes the exported state of a stack of any size: services with network, database, functions, queues, logs and alarms,
// wired as programs wire them. The same size gives the same state.
"use strict";

const REGION = "us-east-1";
const ACCOUNT = "590184027351";
const tags = { Environment: "production", Owner: "payments" };

/** Resources of one service, each as [type, name, inputs, names of what each property comes from]. */
function service(index) {
  const n = (name) => `${name}-${String(index)}`;
  const arn = (kind, name) => `arn:aws:${kind}:${REGION}:${ACCOUNT}:${n(name)}`;
  const zones = ["a", "b", "c"].map((zone) => REGION + zone);
  const policy = (statement) => JSON.stringify({ Version: "2012-10-17", Statement: [statement] });
  return [
    ["aws:ec2/vpc:Vpc", n("vpc"), { cidrBlock: `10.${String(index % 250)}.0.0/16`, tags }],
    ["aws:ec2/internetGateway:InternetGateway", n("gateway"), { vpcId: n("vpc"), tags }, { vpcId: ["vpc"] }],
    ...zones.map((availabilityZone, zone) => [
      "aws:ec2/subnet:Subnet",
      n(`subnet${String(zone)}`),
      { vpcId: n("vpc"), availabilityZone, cidrBlock: `10.${String(index % 250)}.${String(zone)}.0/24`, tags },
      { vpcId: ["vpc"] },
    ]),
    [
      "aws:ec2/securityGroup:SecurityGroup",
      n("clients"),
      { vpcId: n("vpc"), description: "clients of the database", tags },
      { vpcId: ["vpc"] },
    ],
    [
      "aws:ec2/securityGroup:SecurityGroup",
      n("database"),
      {
        vpcId: n("vpc"),
        description: "the database",
        ingress: [{ protocol: "tcp", fromPort: 5432, toPort: 5432, securityGroups: [n("clients")] }],
        tags,
      },
      { vpcId: ["vpc"], ingress: ["clients"] },
    ],
    [
      "aws:rds/subnetGroup:SubnetGroup",
      n("group"),
      { subnetIds: zones.map((_, zone) => n(`subnet${String(zone)}`)), tags },
      { subnetIds: zones.map((_, zone) => `subnet${String(zone)}`) },
    ],
    [
      "aws:rds/cluster:Cluster",
      n("orders"),
      {
        engine: "aurora-postgresql",
        engineVersion: "16.6",
        storageEncrypted: true,
        manageMasterUserPassword: true,
        masterUsername: "orders",
        backupRetentionPeriod: 14,
        dbSubnetGroupName: n("group"),
        vpcSecurityGroupIds: [n("database")],
        tags,
      },
      { dbSubnetGroupName: ["group"], vpcSecurityGroupIds: ["database"] },
    ],
    [
      "aws:iam/role:Role",
      n("role"),
      {
        assumeRolePolicy: policy({
          Effect: "Allow",
          Principal: { Service: "lambda.amazonaws.com" },
          Action: "sts:AssumeRole",
        }),
        tags,
      },
    ],
    ["aws:sqs/queue:Queue", n("queue"), { visibilityTimeoutSeconds: 360, tags }],
    ["aws:dynamodb/table:Table", n("table"), { hashKey: "id", billingMode: "PAY_PER_REQUEST", tags }],
    [
      "aws:iam/rolePolicy:RolePolicy",
      n("policy"),
      {
        role: n("role"),
        policy: policy({
          Effect: "Allow",
          Action: ["sqs:ReceiveMessage", "sqs:DeleteMessage", "sqs:GetQueueAttributes", "dynamodb:PutItem"],
          Resource: [arn("sqs", "queue"), arn("dynamodb", "table")],
        }),
      },
      { role: ["role"], policy: ["queue", "table"] },
    ],
    [
      "aws:lambda/function:Function",
      n("worker"),
      {
        runtime: "nodejs22.x",
        handler: "index.handler",
        memorySize: 512,
        timeout: 60,
        role: arn("iam", "role"),
        environment: { variables: { TABLE: n("table"), QUEUE: n("queue") } },
        vpcConfig: { subnetIds: [n("subnet0"), n("subnet1")], securityGroupIds: [n("clients")] },
        tags,
      },
      { role: ["role"], environment: ["table", "queue"], vpcConfig: ["subnet0", "subnet1", "clients"] },
    ],
    ["aws:cloudwatch/logGroup:LogGroup", n("log"), { name: `/aws/lambda/${n("worker")}`, retentionInDays: 30, tags }],
    [
      "aws:cloudwatch/metricAlarm:MetricAlarm",
      n("alarm"),
      {
        namespace: "AWS/Lambda",
        metricName: "Errors",
        statistic: "Sum",
        period: 60,
        evaluationPeriods: 1,
        threshold: 0,
        comparisonOperator: "GreaterThanThreshold",
        dimensions: { FunctionName: n("worker") },
        alarmActions: [arn("sns", "topic")],
        tags,
      },
      { dimensions: ["worker"], alarmActions: ["topic"] },
    ],
    ["aws:sns/topic:Topic", n("topic"), { tags }],
  ].map(([type, name, inputs, from = {}]) => [
    type,
    name,
    inputs,
    Object.fromEntries(Object.entries(from).map(([property, names]) => [property, names.map(n)])),
  ]);
}

/** An exported state with this many resources of AWS. */
exports.exportedState = (count) => {
  const root = "urn:pulumi:prod::shop::pulumi:pulumi:Stack::shop-prod";
  const provider = "urn:pulumi:prod::shop::pulumi:providers:aws::default";
  const rows = [];
  for (let index = 0; rows.length < count; index++) {
    rows.push(...service(index));
  }
  const types = new Map(rows.map(([type, name]) => [name, type]));
  const urn = (name) => `urn:pulumi:prod::shop::${types.get(name)}::${name}`;
  const own = rows.slice(0, count).map(([type, name, inputs, from]) => {
    const propertyDependencies = Object.fromEntries(
      Object.keys(inputs).map((property) => [property, (from[property] ?? []).map(urn)]),
    );
    return {
      urn: urn(name),
      type,
      custom: true,
      id: name,
      inputs,
      outputs: { ...inputs, id: name, arn: `arn:aws:${type.split(/[:/]/)[1]}:${REGION}:${ACCOUNT}:${name}`, name },
      parent: root,
      provider: `${provider}::1`,
      dependencies: [...new Set(Object.values(propertyDependencies).flat())],
      propertyDependencies,
    };
  });
  const shared = [
    { urn: root, type: "pulumi:pulumi:Stack", custom: false, outputs: {} },
    { urn: provider, type: "pulumi:providers:aws", custom: true, id: "1", inputs: { region: REGION }, outputs: {} },
  ];
  return { version: 3, deployment: { manifest: {}, resources: count === 0 ? [] : [...shared, ...own] } };
};
