import type { BuiltResource, Input } from "../../src/testing/stack";
import { a, allow, document } from "../attack/kit";
import {
  ACCOUNT,
  docs,
  GROUP,
  many,
  role,
  roleArn,
  SUBNETS,
  trust,
  VPC,
  withOptions,
  userPool,
  type Rejection,
} from "./kit";

type Inputs = Record<string, Input>;

const IMAGE = "ami-0a1b2c3d4e5f60718";
const subnet = (name: string, zone: string, cidrBlock = "10.20.1.0/24", vpcId: Input = VPC): BuiltResource =>
  a("ec2/subnet:Subnet", name, { vpcId, cidrBlock, availabilityZone: zone });
const vpc = (name: string, cidrBlock: string): BuiltResource => a("ec2/vpc:Vpc", name, { cidrBlock });

/** Two programs with one difference between resources: `[wrong, right]`. */
const pair = <Part>(build: (part: Part) => BuiltResource[], [wrong, right]: readonly [Part, Part]) =>
  [build(wrong), build(right)] as const;

const volumes = (zone: string): BuiltResource[] => {
  const inside = subnet("private", "us-east-1a");
  const volume = a("ebs/volume:Volume", "data", { availabilityZone: zone, size: 100, encrypted: true });
  const server = a("ec2/instance:Instance", "server", {
    ami: IMAGE,
    instanceType: "t3.small",
    subnetId: inside["id"],
    metadataOptions: { httpTokens: "required" },
  });
  return [
    inside,
    volume,
    server,
    a("ec2/volumeAttachment:VolumeAttachment", "data", {
      deviceName: "/dev/sdf",
      volumeId: volume["id"],
      instanceId: server["id"],
    }),
  ];
};

const server = (more: Inputs = {}): BuiltResource =>
  a("ec2/instance:Instance", "server", {
    ami: IMAGE,
    instanceType: "t3.small",
    subnetId: SUBNETS[0],
    metadataOptions: { httpTokens: "required" },
    ...more,
  });
const code = { runtime: "nodejs22.x", handler: "index.handler", s3Bucket: "acme-releases", s3Key: "orders.zip" };
const execution = (): BuiltResource => role("lambda.amazonaws.com");
const lambda = (more: Inputs = {}): BuiltResource =>
  a("lambda/function:Function", "orders", { role: execution()["arn"], ...code, ...more });

/** A function that load balancers may invoke. */
const invoked = (): [BuiltResource, BuiltResource] => {
  const one = lambda();
  return [
    one,
    a("lambda/permission:Permission", "balancer", {
      action: "lambda:InvokeFunction",
      function: one["name"],
      principal: "elasticloadbalancing.amazonaws.com",
    }),
  ];
};

const attached = (targetType: string, targetId: Input, parts: BuiltResource[], more: Inputs = {}): BuiltResource[] => {
  const group = a("lb/targetGroup:TargetGroup", "orders", {
    targetType,
    ...(targetType !== "lambda" && { vpcId: VPC, port: 8080, protocol: targetType === "alb" ? "TCP" : "HTTP" }),
  });
  return [
    ...parts,
    group,
    a("lb/targetGroupAttachment:TargetGroupAttachment", "orders", {
      targetGroupArn: group["arn"],
      targetId,
      ...more,
    }),
  ];
};

const cluster = a("ecs/cluster:Cluster", "orders", {});
const container = (more: object = {}): string =>
  JSON.stringify([
    {
      name: "web",
      image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2`,
      essential: true,
      memory: 512,
      ...more,
    },
  ]);
const task = (more: Inputs): BuiltResource =>
  a("ecs/taskDefinition:TaskDefinition", "web", {
    family: "web",
    executionRoleArn: roleArn("ecs"),
    containerDefinitions: container({ portMappings: [{ containerPort: 8080 }] }),
    ...more,
  });
const service = (definition: Inputs, more: Inputs): BuiltResource[] => {
  const made = task(definition);
  return [
    cluster,
    made,
    a("ecs/service:Service", "web", {
      cluster: cluster["arn"],
      taskDefinition: made["arn"],
      desiredCount: 2,
      ...more,
    }),
  ];
};
const FARGATE = { networkMode: "awsvpc", requiresCompatibilities: ["FARGATE"], cpu: "256", memory: "512" };
const NETWORK = { networkConfiguration: { subnets: [SUBNETS[0], SUBNETS[1]], securityGroups: [GROUP] } };

const NODE_POLICIES = ["AmazonEKSWorkerNodePolicy", "AmazonEKS_CNI_Policy", "AmazonEC2ContainerRegistryReadOnly"];
const nodes = (policies: readonly string[], group: Inputs = {}, parts: BuiltResource[] = []): BuiltResource[] => {
  const made = a("iam/role:Role", "nodes", { assumeRolePolicy: trust("ec2.amazonaws.com") });
  const attachments = policies.map((policy) =>
    a("iam/rolePolicyAttachment:RolePolicyAttachment", policy, {
      role: made["name"],
      policyArn: `arn:aws:iam::aws:policy/${policy}`,
    }),
  );
  return [
    made,
    ...attachments,
    ...parts,
    withOptions(
      "eks/nodeGroup:NodeGroup",
      "nodes",
      {
        clusterName: "orders",
        nodeRoleArn: made["arn"],
        subnetIds: [SUBNETS[0], SUBNETS[1]],
        scalingConfig: { desiredSize: 2, minSize: 1, maxSize: 4 },
        ...group,
      },
      { dependsOn: attachments },
    ),
  ];
};
const templated = (template: Inputs, group: Inputs = {}): BuiltResource[] => {
  const made = a("ec2/launchTemplate:LaunchTemplate", "nodes", {
    metadataOptions: { httpTokens: "required", httpPutResponseHopLimit: 2 },
    ...template,
  });
  return nodes(NODE_POLICIES, { launchTemplate: { id: made["id"], version: "1" }, ...group }, [made]);
};

const DATABASE = {
  allocatedStorage: 50,
  instanceClass: "db.t4g.medium",
  storageEncrypted: true,
  skipFinalSnapshot: true,
};
const primary = (more: Inputs = {}): BuiltResource =>
  a("rds/instance:Instance", "primary", {
    identifier: "orders",
    ...DATABASE,
    engine: "postgres",
    engineVersion: "17.7",
    username: "orders",
    manageMasterUserPassword: true,
    dbSubnetGroupName: "orders",
    backupRetentionPeriod: 7,
    ...more,
  });
const replica = (more: Inputs, own: Inputs = {}): BuiltResource[] => {
  const source = primary(more);
  return [
    source,
    a("rds/instance:Instance", "replica", {
      replicateSourceDb: source["identifier"],
      instanceClass: "db.t4g.medium",
      storageEncrypted: true,
      skipFinalSnapshot: true,
      ...own,
    }),
  ];
};
const aurora = (more: Inputs, instance: Inputs): BuiltResource[] => {
  const made = a("rds/cluster:Cluster", "orders", {
    clusterIdentifier: "orders",
    engine: "aurora-postgresql",
    engineVersion: "16.8",
    masterUsername: "orders",
    manageMasterUserPassword: true,
    storageEncrypted: true,
    skipFinalSnapshot: true,
    dbSubnetGroupName: "orders",
    ...more,
  });
  return [
    made,
    a("rds/clusterInstance:ClusterInstance", "orders", {
      clusterIdentifier: made["id"],
      engine: "aurora-postgresql",
      instanceClass: "db.r6g.large",
      ...instance,
    }),
  ];
};

const forwarded = (group: Inputs, kind = "application", listener: Inputs = { protocol: "HTTP", port: 80 }) => {
  const balancer = a("lb/loadBalancer:LoadBalancer", "orders", {
    loadBalancerType: kind,
    internal: true,
    subnets: [SUBNETS[0], SUBNETS[1]],
    securityGroups: [GROUP],
  });
  const targets = a("lb/targetGroup:TargetGroup", "orders", { targetType: "ip", vpcId: VPC, port: 8080, ...group });
  const front = a("lb/listener:Listener", "orders", {
    loadBalancerArn: balancer["arn"],
    defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
    ...listener,
  });
  return [
    balancer,
    targets,
    front,
    a("lb/listenerRule:ListenerRule", "orders", {
      listenerArn: front["arn"],
      priority: 10,
      conditions: [{ pathPattern: { values: ["/orders/*"] } }],
      actions: [{ type: "forward", targetGroupArn: targets["arn"] }],
    }),
  ];
};

const pipeline = (input: string): BuiltResource[] => [
  a("codepipeline/pipeline:Pipeline", "orders", {
    roleArn: roleArn("pipeline"),
    artifactStores: [{ type: "S3", location: "acme-pipelines" }],
    stages: [
      {
        name: "Source",
        actions: [
          {
            name: "Source",
            category: "Source",
            owner: "AWS",
            provider: "CodeStarSourceConnection",
            version: "1",
            outputArtifacts: ["source"],
            configuration: {
              FullRepositoryId: "acme/orders",
              BranchName: "main",
              ConnectionArn: `arn:aws:codeconnections:us-east-1:${ACCOUNT}:connection/3f6b0f9e-1c2d-4e5f-8a9b-0c1d2e3f4a5b`,
            },
          },
        ],
      },
      {
        name: "Build",
        actions: [
          {
            name: "Build",
            category: "Build",
            owner: "AWS",
            provider: "CodeBuild",
            version: "1",
            inputArtifacts: [input],
            configuration: { ProjectName: "orders" },
          },
        ],
      },
    ],
  }),
];

const children = (blocks: readonly [string, string]): BuiltResource[] => {
  const network = vpc("main", "10.20.0.0/16");
  return [
    network,
    ...blocks.map((block, index) =>
      subnet(`part-${String(index)}`, `us-east-1${index === 0 ? "a" : "b"}`, block, network["id"]),
    ),
  ];
};

const peered = (other: string): BuiltResource[] => {
  const [left, right] = [vpc("left", "10.20.0.0/16"), vpc("right", other)];
  return [
    left,
    right,
    a("ec2/vpcPeeringConnection:VpcPeeringConnection", "peering", {
      vpcId: left["id"],
      peerVpcId: right["id"],
      autoAccept: true,
    }),
  ];
};

const mounted = (zone: string): BuiltResource[] => {
  const files = a("efs/fileSystem:FileSystem", "files", { encrypted: true });
  const network = vpc("main", "10.20.0.0/16");
  const [left, right] = [
    subnet("left", "us-east-1a", "10.20.1.0/24", network["id"]),
    subnet("right", zone, "10.20.2.0/24", network["id"]),
  ];
  return [
    files,
    network,
    left,
    right,
    ...[left, right].map((one) =>
      a("efs/mountTarget:MountTarget", one.$name, {
        fileSystemId: files["id"],
        subnetId: one["id"],
        securityGroups: [GROUP],
      }),
    ),
  ];
};

const distribution = (target: string): BuiltResource[] => [
  a("cloudfront/distribution:Distribution", "site", {
    enabled: true,
    origins: [
      {
        originId: "site",
        domainName: "origin.acme-orders.com",
        customOriginConfig: {
          httpPort: 80,
          httpsPort: 443,
          originProtocolPolicy: "https-only",
          originSslProtocols: ["TLSv1.2"],
        },
      },
    ],
    defaultCacheBehavior: {
      targetOriginId: target,
      viewerProtocolPolicy: "redirect-to-https",
      allowedMethods: ["GET", "HEAD"],
      cachedMethods: ["GET", "HEAD"],
      cachePolicyId: "658327ea-f89d-4fab-a63d-7e88639e58f6",
    },
    restrictions: { geoRestriction: { restrictionType: "none" } },
    viewerCertificate: { cloudfrontDefaultCertificate: true },
  }),
];

const firewall = (scope: string): BuiltResource =>
  a("wafv2/webAcl:WebAcl", "edge", {
    scope,
    defaultAction: { allow: {} },
    visibilityConfig: { cloudwatchMetricsEnabled: true, metricName: "edge", sampledRequestsEnabled: true },
  });

const parameterized = (family: string): BuiltResource[] => {
  const group = a("rds/parameterGroup:ParameterGroup", "orders", { family });
  return [group, primary({ parameterGroupName: group["name"] })];
};
const optioned = (engineName: string, majorEngineVersion: string, instance: Inputs): BuiltResource[] => {
  const group = a("rds/optionGroup:OptionGroup", "orders", { engineName, majorEngineVersion });
  return [group, primary({ engine: "mysql", engineVersion: "8.0.43", optionGroupName: group["name"], ...instance })];
};

const fifo = (topic: boolean, protocol = "sqs"): BuiltResource[] => {
  const queue = a("sqs/queue:Queue", "orders", { name: "orders.fifo", fifoQueue: true });
  const subject = topic
    ? a("sns/topic:Topic", "orders", { name: "orders.fifo", fifoTopic: true })
    : a("sns/topic:Topic", "orders", { name: "orders" });
  return [
    queue,
    subject,
    a("sqs/queuePolicy:QueuePolicy", "orders", {
      queueUrl: queue["id"],
      policy: document(
        allow({ Service: "sns.amazonaws.com" }, "sqs:SendMessage", {
          Condition: { ArnEquals: { "aws:SourceArn": `arn:aws:sns:us-east-1:${ACCOUNT}:orders` } },
        }),
      ),
    }),
    a("sns/topicSubscription:TopicSubscription", "orders", { topic: subject["arn"], protocol, endpoint: queue["arn"] }),
  ];
};

const groupOfOneZone = (zone: string): BuiltResource[] => {
  const network = vpc("main", "10.20.0.0/16");
  const subnets = [
    subnet("left", "us-east-1a", "10.20.1.0/24", network["id"]),
    subnet("right", zone, "10.20.2.0/24", network["id"]),
  ];
  return [
    network,
    ...subnets,
    a("rds/subnetGroup:SubnetGroup", "orders", { subnetIds: subnets.map(({ id }) => id as Input) }),
  ];
};

const cached = (family: string): BuiltResource[] => {
  const group = a("elasticache/parameterGroup:ParameterGroup", "orders", { family });
  return [
    group,
    a("elasticache/replicationGroup:ReplicationGroup", "orders", {
      description: "orders",
      engine: "redis",
      engineVersion: "7.1",
      nodeType: "cache.t4g.small",
      numCacheClusters: 2,
      automaticFailoverEnabled: true,
      multiAzEnabled: true,
      transitEncryptionEnabled: true,
      atRestEncryptionEnabled: true,
      parameterGroupName: group["name"],
      subnetGroupName: "orders",
    }),
  ];
};

/** Faults between resources: what each of them has is valid alone. */
/** A service of a task with the container `web` on port 8080, behind a load balancer. */
const balanced = (containerName: string, containerPort: number): BuiltResource[] => {
  const parts = forwarded({ protocol: "HTTP" });
  const [, targets, , rule] = parts;
  const made = task(FARGATE);
  return [
    ...parts,
    cluster,
    made,
    withOptions(
      "ecs/service:Service",
      "web",
      {
        cluster: cluster["arn"],
        taskDefinition: made["arn"],
        launchType: "FARGATE",
        desiredCount: 2,
        ...NETWORK,
        loadBalancers: [{ targetGroupArn: targets?.["arn"], containerName, containerPort }],
      },
      { dependsOn: rule ? [rule] : [] },
    ),
  ];
};

export const wiring: readonly Rejection[] = [
  many(
    "volume in another zone than the instance",
    "aws.ec2.volume-attachment.zone-of-subnet",
    docs("ebs/latest/userguide/ebs-attaching-volume.html"),
    ...pair(volumes, ["us-east-1b", "us-east-1a"]),
  ),
  many(
    "instance attached to targets of type ip",
    "aws.lb.target-group-attachment.instance",
    docs("elasticloadbalancing/latest/application/load-balancer-target-groups.html"),
    ...pair(
      (type: string) => {
        return attached(type, "i-0a1b2c3d4e5f60718", []);
      },
      ["ip", "instance"],
    ),
  ),
  many(
    "address attached to targets of type instance",
    "aws.lb.target-group-attachment.address",
    docs("elasticloadbalancing/latest/application/load-balancer-target-groups.html"),
    ...pair((type: string) => attached(type, "10.20.1.17", []), ["instance", "ip"]),
  ),
  many(
    "function attached to targets of type instance",
    "aws.lb.target-group-attachment.function",
    docs("elasticloadbalancing/latest/application/lambda-functions.html"),
    ...pair(
      (type: string) => {
        const [one, permission] = invoked();
        return [execution(), ...attached(type, one["arn"], [one, permission])];
      },
      ["instance", "lambda"],
    ),
  ),
  many(
    "peering of VPCs with overlapping blocks",
    "aws.ec2.vpc-peering-connection.overlap",
    docs("vpc/latest/peering/create-vpc-peering-connection.html"),
    ...pair(peered, ["10.20.128.0/17", "10.21.0.0/16"]),
  ),
  many(
    "node template with an instance profile",
    "aws.eks.node-group.template-profile",
    docs("eks/latest/userguide/launch-templates.html"),
    ...pair(templated, [{ iamInstanceProfile: { name: "nodes" } }, {}]),
  ),
  many(
    "node template with a subnet",
    "aws.eks.node-group.template-subnet",
    docs("eks/latest/userguide/launch-templates.html"),
    ...pair(templated, [
      { networkInterfaces: [{ subnetId: SUBNETS[0] }] },
      { networkInterfaces: [{ securityGroups: [GROUP] }] },
    ]),
  ),
  many(
    "node template with a shutdown behavior",
    "aws.eks.node-group.template-shutdown",
    docs("eks/latest/userguide/launch-templates.html"),
    ...pair(templated, [{ instanceInitiatedShutdownBehavior: "stop" }, {}]),
  ),
  many(
    "node template with hibernation",
    "aws.eks.node-group.template-hibernation",
    docs("eks/latest/userguide/launch-templates.html"),
    ...pair(templated, [{ hibernationOptions: { configured: true } }, {}]),
  ),
  many(
    "instance types of nodes in group and template",
    "aws.eks.node-group.template-types",
    docs("eks/latest/userguide/launch-templates.html"),
    ...pair((group: Inputs) => templated({ instanceType: "m7g.large" }, group), [{ instanceTypes: ["m7g.large"] }, {}]),
  ),
  many(
    "image of nodes and a kind of image",
    "aws.eks.node-group.template-image",
    docs("eks/latest/userguide/launch-templates.html"),
    ...pair(
      (group: Inputs) => templated({ imageId: IMAGE, userData: "IyEvYmluL2Jhc2g=" }, group),
      [{ amiType: "AL2023_x86_64_STANDARD" }, {}],
    ),
  ),
  many(
    "replica of a database without backups",
    "aws.rds.instance.replica-needs-backups",
    docs("AmazonRDS/latest/UserGuide/USER_ReadRepl.Create.html"),
    ...pair(replica, [{ backupRetentionPeriod: 0 }, {}]),
  ),
  many(
    "serverless instance without capacities",
    "aws.rds.cluster-instance.serverless-capacity",
    docs("AmazonRDS/latest/AuroraUserGuide/aurora-serverless-v2.create.html"),
    ...pair(
      (more: Inputs) => aurora(more, { instanceClass: "db.serverless" }),
      [{}, { serverlessv2ScalingConfiguration: { minCapacity: 0.5, maxCapacity: 4 } }],
    ),
  ),
  many(
    "instance of another engine than the cluster",
    "aws.rds.cluster-instance.engine-of-cluster",
    docs("AmazonRDS/latest/APIReference/API_CreateDBInstance.html"),
    ...pair((engine: string) => aurora({}, { engine }), ["aurora-mysql", "aurora-postgresql"]),
  ),
  many(
    "mapping of a queue whose messages show sooner",
    "lambda-event-source",
    docs("lambda/latest/dg/services-sqs-configure.html"),
    ...pair(
      (visibilityTimeoutSeconds: number) => {
        const queue = a("sqs/queue:Queue", "orders", { visibilityTimeoutSeconds });
        const made = execution();
        const rights = a("iam/rolePolicyAttachment:RolePolicyAttachment", "sqs", {
          role: made["name"],
          policyArn: "arn:aws:iam::aws:policy/service-role/AWSLambdaSQSQueueExecutionRole",
        });
        const one = a("lambda/function:Function", "orders", { role: made["arn"], ...code, timeout: 120 });
        return [
          queue,
          made,
          rights,
          one,
          withOptions(
            "lambda/eventSourceMapping:EventSourceMapping",
            "orders",
            { eventSourceArn: queue["arn"], functionName: one["arn"] },
            { dependsOn: [rights] },
          ),
        ];
      },
      [60, 720],
    ),
  ),
  many(
    "service on awsvpc without a network",
    "ecs-network-mode",
    docs("AmazonECS/latest/developerguide/task-networking-awsvpc.html"),
    service({ networkMode: "awsvpc" }, { launchType: "EC2" }),
    service({ networkMode: "awsvpc" }, { launchType: "EC2", ...NETWORK }),
  ),
  many(
    "service with a network on bridge",
    "ecs-network-mode",
    docs("AmazonECS/latest/APIReference/API_CreateService.html"),
    service({ networkMode: "bridge" }, { launchType: "EC2", ...NETWORK }),
    service({ networkMode: "bridge" }, { launchType: "EC2" }),
  ),
  many(
    "Fargate service of a task for instances",
    "aws.ecs.service.fargate-task-size",
    docs("AmazonECS/latest/developerguide/launch_types.html"),
    service({ networkMode: "awsvpc", requiresCompatibilities: ["EC2"] }, { launchType: "FARGATE", ...NETWORK }),
    service(FARGATE, { launchType: "FARGATE", ...NETWORK }),
  ),
  many(
    "balancer for a container that the task does not have",
    "container-port-matches",
    docs("AmazonECS/latest/APIReference/API_LoadBalancer.html"),
    ...pair((containerName: string) => balanced(containerName, 8080), ["api", "web"]),
  ),
  many(
    "balancer for a port that the container does not map",
    "container-port-matches",
    docs("AmazonECS/latest/APIReference/API_LoadBalancer.html"),
    ...pair((containerPort: number) => balanced("web", containerPort), [3000, 8080]),
  ),
  many(
    "targets of type instance for tasks with addresses",
    "ecs-network-mode",
    docs("AmazonECS/latest/developerguide/task-networking-awsvpc.html"),
    ...pair(
      (targetType: string) => {
        const parts = forwarded({ protocol: "HTTP", targetType });
        const [, targets, , rule] = parts;
        const made = task(FARGATE);
        return [
          ...parts,
          cluster,
          made,
          withOptions(
            "ecs/service:Service",
            "web",
            {
              cluster: cluster["arn"],
              taskDefinition: made["arn"],
              launchType: "FARGATE",
              desiredCount: 2,
              ...NETWORK,
              loadBalancers: [{ targetGroupArn: targets?.["arn"], containerName: "web", containerPort: 8080 }],
            },
            { dependsOn: rule ? [rule] : [] },
          ),
        ];
      },
      ["instance", "ip"],
    ),
  ),
  many(
    "rule of an application balancer to targets on TCP",
    "aws.lb.listener-rule.target-protocol",
    docs("elasticloadbalancing/latest/application/load-balancer-target-groups.html"),
    ...pair((protocol: string) => forwarded({ protocol }), ["TCP", "HTTP"]),
  ),
  many(
    "input that no earlier action makes",
    "codepipeline-structure",
    docs("codepipeline/latest/userguide/reference-pipeline-structure.html"),
    ...pair(pipeline, ["sources", "source"]),
  ),
  many(
    "state machine that logs to a group without the asterisk",
    "aws.sfn.state-machine.log-group-arn",
    docs("step-functions/latest/dg/cw-logs.html"),
    ...pair(
      (end: string) => {
        const group = a("cloudwatch/logGroup:LogGroup", "orders", {
          name: "/aws/vendedlogs/states/orders",
          retentionInDays: 30,
        });
        return [
          group,
          a("sfn/stateMachine:StateMachine", "orders", {
            roleArn: roleArn("states"),
            definition: JSON.stringify({ StartAt: "Done", States: { Done: { Type: "Succeed" } } }),
            loggingConfiguration: {
              level: "ALL",
              logDestination: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/vendedlogs/states/orders${end}`,
            },
          }),
        ];
      },
      ["", ":*"],
    ),
  ),
  many(
    "subnet outside of its VPC",
    "subnet-cidr-layout",
    docs("vpc/latest/userguide/subnet-sizing.html"),
    ...pair(children, [
      ["10.20.1.0/24", "10.30.1.0/24"],
      ["10.20.1.0/24", "10.20.2.0/24"],
    ]),
  ),
  many(
    "subnets that overlap",
    "subnet-cidr-layout",
    docs("vpc/latest/userguide/subnet-sizing.html"),
    ...pair(children, [
      ["10.20.0.0/20", "10.20.8.0/24"],
      ["10.20.0.0/20", "10.20.16.0/24"],
    ]),
  ),
  many(
    "group of another VPC",
    "security-group-vpc",
    docs("vpc/latest/userguide/vpc-security-groups.html"),
    ...pair(
      (other: boolean) => {
        const [left, right] = [vpc("left", "10.20.0.0/16"), vpc("right", "10.30.0.0/16")];
        const inside = subnet("private", "us-east-1a", "10.20.1.0/24", left["id"]);
        const group = a("ec2/securityGroup:SecurityGroup", "orders", { vpcId: (other ? right : left)["id"] });
        return [left, right, inside, group, server({ subnetId: inside["id"], vpcSecurityGroupIds: [group["id"]] })];
      },
      [true, false],
    ),
  ),
  many(
    "subnet group of one zone",
    "db-subnet-group-zones",
    docs("AmazonRDS/latest/UserGuide/USER_VPC.WorkingWithRDSInstanceinaVPC.html"),
    ...pair(groupOfOneZone, ["us-east-1a", "us-east-1b"]),
  ),
  many(
    "parameter group of another cache version",
    "parameter-group-family",
    docs("AmazonElastiCache/latest/dg/ParameterGroups.html"),
    ...pair(cached, ["redis6.x", "redis7"]),
  ),
  many(
    "parameter group of another database version",
    "parameter-group-family",
    docs("AmazonRDS/latest/UserGuide/USER_WorkingWithParamGroups.html"),
    ...pair(parameterized, ["postgres16", "postgres17"]),
  ),
  many(
    "option group of another engine",
    "aws.rds.instance.option-group-version",
    docs("AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html"),
    ...pair((engine: string) => optioned(engine, engine === "mysql" ? "8.0" : "10.11", {}), ["mariadb", "mysql"]),
  ),
  many(
    "option group of another version",
    "aws.rds.instance.option-group-version",
    docs("AmazonRDS/latest/UserGuide/USER_WorkingWithOptionGroups.html"),
    ...pair((version: string) => optioned("mysql", version, {}), ["5.7", "8.0"]),
  ),
  many(
    "two mount targets in one zone",
    "vpc-membership",
    docs("efs/latest/ug/accessing-fs.html"),
    ...pair(mounted, ["us-east-1a", "us-east-1b"]),
  ),
  many(
    "behavior of an origin that is not there",
    "aws.cloudfront.distribution.default-origin",
    docs("AmazonCloudFront/latest/APIReference/API_CacheBehavior.html"),
    ...pair(distribution, ["web", "site"]),
  ),
  many(
    "regional web ACL on a distribution",
    "aws.cloudfront.distribution.scope-of-acl",
    docs("waf/latest/developerguide/waf-chapter.html"),
    ...pair(
      (scope: string) => {
        const acl = firewall(scope);
        const [site] = distribution("site");
        return [acl, a("cloudfront/distribution:Distribution", "site", { ...site?.$inputs, webAclId: acl["arn"] })];
      },
      ["REGIONAL", "CLOUDFRONT"],
    ),
  ),
  many(
    "web ACL of CloudFront on a balancer",
    "aws.wafv2.web-acl-association.scope-of-acl",
    docs("waf/latest/developerguide/waf-chapter.html"),
    ...pair(
      (scope: string) => {
        const acl = firewall(scope);
        const [balancer] = forwarded({ protocol: "HTTP" });
        return [
          acl,
          ...(balancer ? [balancer] : []),
          a("wafv2/webAclAssociation:WebAclAssociation", "orders", {
            webAclArn: acl["arn"],
            resourceArn: balancer?.["arn"],
          }),
        ];
      },
      ["CLOUDFRONT", "REGIONAL"],
    ),
  ),
  many(
    "delivery stream with a role of another service",
    "role-trusts-service",
    docs("firehose/latest/dev/controlling-access.html"),
    ...pair(
      (principal: string) => {
        const made = role(principal);
        return [
          made,
          a("kinesis/firehoseDeliveryStream:FirehoseDeliveryStream", "orders", {
            name: "orders",
            destination: "extended_s3",
            extendedS3Configuration: { roleArn: made["arn"], bucketArn: "arn:aws:s3:::acme-orders-events" },
            serverSideEncryption: { enabled: true },
          }),
        ];
      },
      ["lambda.amazonaws.com", "firehose.amazonaws.com"],
    ),
  ),
  many(
    "queue in order on a topic that is not",
    "fifo-pairs",
    docs("sns/latest/dg/sns-fifo-topics.html"),
    ...pair(fifo, [false, true]),
  ),
  many(
    "client of a pool with a provider that it does not have",
    "cognito-client-pool",
    docs("cognito-user-identity-pools/latest/APIReference/API_CreateUserPoolClient.html"),
    ...pair(
      (providers: string[]) => {
        const users = userPool();
        const google = a("cognito/identityProvider:IdentityProvider", "google", {
          userPoolId: users["id"],
          providerName: "Google",
          providerType: "Google",
          providerDetails: { client_id: "1234.apps.googleusercontent.com", authorize_scopes: "email" },
        });
        return [
          users,
          google,
          withOptions(
            "cognito/userPoolClient:UserPoolClient",
            "web",
            { name: "web", userPoolId: users["id"], supportedIdentityProviders: providers },
            { dependsOn: [google] },
          ),
        ];
      },
      [["Facebook"], ["Google"]],
    ),
  ),
];
