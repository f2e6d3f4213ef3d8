import type { BuiltResource, Input } from "../../src/testing/stack";
import { a } from "../attack/kit";
import { ACCOUNT, docs, GROUP, many, roleArn, SUBNETS, VPC, withOptions, userPool, type Rejection } from "./kit";

type Inputs = Record<string, Input>;

const IMAGE = "ami-0a1b2c3d4e5f60718";
const TEMPLATE = { id: "lt-0a1b2c3d4e5f60718", version: "1" };
const vpc = (name = "main", cidrBlock = "10.20.0.0/16", more: Inputs = {}): BuiltResource =>
  a("ec2/vpc:Vpc", name, { cidrBlock, ...more });
const subnet = (name: string, vpcId: Input, availabilityZone: string, cidrBlock: string, more: Inputs = {}) =>
  a("ec2/subnet:Subnet", name, { vpcId, availabilityZone, cidrBlock, ...more });
const server = (more: Inputs): BuiltResource =>
  a("ec2/instance:Instance", "server", {
    ami: IMAGE,
    instanceType: "t3.small",
    metadataOptions: { httpTokens: "required" },
    ...more,
  });
const code = { runtime: "nodejs22.x", handler: "index.handler", s3Bucket: "acme-releases", s3Key: "orders.zip" };
const lambda = (more: Inputs = {}): BuiltResource =>
  a("lambda/function:Function", "orders", { role: roleArn("orders"), ...code, ...more });

/** Two programs with one difference between resources. */
const differing = <Part>(
  name: string,
  by: string,
  page: string,
  [wrong, right]: readonly [Part, Part],
  build: (part: Part) => BuiltResource[],
): Rejection => many(name, by, docs(page), build(wrong), build(right));

/** Two VPCs; what is built in the first gets one of them. */
const twoVpcs = (isOther: boolean, build: (own: BuiltResource, used: BuiltResource) => BuiltResource[]) => {
  const [left, right] = [vpc("left", "10.20.0.0/16"), vpc("right", "10.30.0.0/16")];
  return [left, right, ...build(left, isOther ? right : left)];
};
/** Subnets of one VPC in these zones. */
const inZones = (zones: readonly string[], build: (subnets: BuiltResource[]) => BuiltResource[]): BuiltResource[] => {
  const network = vpc();
  const subnets = zones.map((zone, index) =>
    subnet(`private-${String(index)}`, network["id"], zone, `10.20.${String(index)}.0/24`),
  );
  return [network, ...subnets, ...build(subnets)];
};
const ids = (resources: readonly BuiltResource[]): Input[] => resources.map((one) => one["id"]);
const [A, B] = ["us-east-1a", "us-east-1b"];

const balancer = (kind: string, subnets: Input = [SUBNETS[0], SUBNETS[1]]): BuiltResource =>
  a("lb/loadBalancer:LoadBalancer", "orders", {
    loadBalancerType: kind,
    internal: true,
    subnets,
    securityGroups: [GROUP],
  });
const targets = (more: Inputs = {}): BuiltResource =>
  a("lb/targetGroup:TargetGroup", "orders", { port: 8080, protocol: "HTTP", targetType: "ip", vpcId: VPC, ...more });
const forward = (name: string, from: BuiltResource, to: BuiltResource, more: Inputs = {}): BuiltResource =>
  a("lb/listener:Listener", name, {
    loadBalancerArn: from["arn"],
    port: 80,
    protocol: "HTTP",
    defaultActions: [{ type: "forward", targetGroupArn: to["arn"] }],
    ...more,
  });
const scale = (more: Inputs): BuiltResource =>
  a("autoscaling/group:Group", "web", {
    minSize: 1,
    maxSize: 3,
    vpcZoneIdentifiers: [SUBNETS[0], SUBNETS[1]],
    ...more,
  });
const api2 = (protocolType: string): BuiltResource =>
  a("apigatewayv2/api:Api", "orders", {
    name: "orders",
    protocolType,
    ...(protocolType === "WEBSOCKET" && { routeSelectionExpression: "$request.body.action" }),
  });
const key = (more: Inputs): BuiltResource =>
  a("kms/key:Key", "orders", { description: "orders", enableKeyRotation: more["keyUsage"] === undefined, ...more });
const SIGNING = { keyUsage: "SIGN_VERIFY", customerMasterKeySpec: "RSA_2048", enableKeyRotation: false };
const visibilityConfig = { cloudwatchMetricsEnabled: true, metricName: "edge", sampledRequestsEnabled: true };
const webAcl = (scope: string, more: Inputs = {}): BuiltResource =>
  a("wafv2/webAcl:WebAcl", "edge", { scope, defaultAction: { allow: {} }, visibilityConfig, ...more });
const zone = (isPrivate: boolean): BuiltResource =>
  a("route53/zone:Zone", "main", { name: "acme-orders.com", ...(isPrivate && { vpcs: [{ vpcId: VPC }] }) });
const queue = (name = "orders", more: Inputs = {}): BuiltResource => a("sqs/queue:Queue", name, more);
const FIFO = { name: "orders.fifo", fifoQueue: true };
const cluster = (more: Inputs = {}): BuiltResource =>
  a("eks/cluster:Cluster", "main", {
    roleArn: roleArn("eks"),
    vpcConfig: { subnetIds: [SUBNETS[0], SUBNETS[1]], endpointPrivateAccess: true, endpointPublicAccess: false },
    ...more,
  });
const LOGS = "AmazonCloudWatch/latest/logs/CloudWatch_Logs_Log_Classes.html";

/** Faults between resources, written from documentation before it was known which of them are found. */
export const between: readonly Rejection[] = [
  differing(
    "route to an internet gateway of another VPC",
    "aws.ec2.route.gateway-vpc",
    "vpc/latest/userguide/VPC_Internet_Gateway.html",
    [true, false],
    (other) =>
      twoVpcs(other, (own, used) => {
        const gateway = a("ec2/internetGateway:InternetGateway", "main", { vpcId: used["id"] });
        const table = a("ec2/routeTable:RouteTable", "public", { vpcId: own["id"] });
        return [
          gateway,
          table,
          a("ec2/route:Route", "out", {
            routeTableId: table["id"],
            destinationCidrBlock: "0.0.0.0/0",
            gatewayId: gateway["id"],
          }),
        ];
      }),
  ),
  differing(
    "route table for a subnet of another VPC",
    "aws.ec2.route-table-association.vpc",
    "vpc/latest/userguide/WorkWithRouteTables.html",
    [true, false],
    (other) =>
      twoVpcs(other, (own, used) => {
        const table = a("ec2/routeTable:RouteTable", "private", { vpcId: own["id"] });
        const inside = subnet("private", used["id"], A, other ? "10.30.1.0/24" : "10.20.1.0/24");
        return [
          table,
          inside,
          a("ec2/routeTableAssociation:RouteTableAssociation", "private", {
            routeTableId: table["id"],
            subnetId: inside["id"],
          }),
        ];
      }),
  ),
  differing(
    "gateway endpoint with a route table of another VPC",
    "aws.ec2.vpc-endpoint.route-tables-vpc",
    "vpc/latest/privatelink/gateway-endpoints.html",
    [true, false],
    (other) =>
      twoVpcs(other, (own, used) => {
        const table = a("ec2/routeTable:RouteTable", "private", { vpcId: used["id"] });
        return [
          table,
          a("ec2/vpcEndpoint:VpcEndpoint", "s3", {
            vpcId: own["id"],
            serviceName: "com.amazonaws.us-east-1.s3",
            vpcEndpointType: "Gateway",
            routeTableIds: [table["id"]],
          }),
        ];
      }),
  ),
  differing(
    "network ACL of another VPC",
    "aws.ec2.network-acl.subnets-vpc",
    "vpc/latest/userguide/vpc-network-acls.html",
    [true, false],
    (other) =>
      twoVpcs(other, (own, used) => {
        const inside = subnet("private", own["id"], A, "10.20.1.0/24");
        return [inside, a("ec2/networkAcl:NetworkAcl", "private", { vpcId: used["id"], subnetIds: [inside["id"]] })];
      }),
  ),
  differing(
    "targets in another VPC than the balancer",
    "aws.lb.listener.target-vpc",
    "elasticloadbalancing/latest/application/create-target-group.html",
    [true, false],
    (other) =>
      twoVpcs(other, (own, used) => {
        const subnets = [subnet("left", own["id"], A, "10.20.1.0/24"), subnet("right", own["id"], B, "10.20.2.0/24")];
        const group = a("ec2/securityGroup:SecurityGroup", "balancer", {
          vpcId: own["id"],
          ingress: [{ protocol: "tcp", fromPort: 80, toPort: 80, cidrBlocks: ["10.0.0.0/8"] }],
        });
        const front = a("lb/loadBalancer:LoadBalancer", "orders", {
          internal: true,
          subnets: ids(subnets),
          securityGroups: [group["id"]],
        });
        const behind = targets({ vpcId: used["id"] });
        return [...subnets, group, front, behind, forward("http", front, behind)];
      }),
  ),
  differing(
    "one target group behind two balancers",
    "target-group-one-balancer",
    "elasticloadbalancing/latest/application/load-balancer-limits.html",
    [true, false],
    (both) => {
      const [left, right] = ["left", "right"].map((name) =>
        a("lb/loadBalancer:LoadBalancer", name, {
          internal: true,
          subnets: [SUBNETS[0], SUBNETS[1]],
          securityGroups: [GROUP],
        }),
      ) as [BuiltResource, BuiltResource];
      const [one, another] = [
        targets(),
        a("lb/targetGroup:TargetGroup", "others", { port: 8080, protocol: "HTTP", targetType: "ip", vpcId: VPC }),
      ];
      return [left, right, one, another, forward("left", left, one), forward("right", right, both ? one : another)];
    },
  ),
  differing(
    "rule on a listener of a network balancer",
    "aws.lb.listener-rule.application-balancer",
    "elasticloadbalancing/latest/application/listener-rules.html",
    ["network", "application"],
    (kind) => {
      const front = balancer(kind);
      const behind = targets({ protocol: kind === "network" ? "TCP" : "HTTP" });
      const listener = forward("http", front, behind, { protocol: kind === "network" ? "TCP" : "HTTP" });
      return [
        front,
        behind,
        listener,
        a("lb/listenerRule:ListenerRule", "orders", {
          listenerArn: listener["arn"],
          priority: 1,
          conditions: [{ pathPattern: { values: ["/orders"] } }],
          actions: [{ type: "forward", targetGroupArn: behind["arn"] }],
        }),
      ];
    },
  ),
  differing(
    "balancer with two subnets of one zone",
    "load-balancer-zones",
    "elasticloadbalancing/latest/application/application-load-balancers.html",
    [
      [A, A],
      [A, B],
    ],
    (zones) => inZones(zones, (subnets) => [balancer("network", ids(subnets))]),
  ),
  differing(
    "Auto Scaling group with targets of type ip",
    "aws.autoscaling.group.instance-targets",
    "autoscaling/ec2/userguide/attach-load-balancer-asg.html",
    ["ip", "instance"],
    (targetType) => {
      const behind = targets({ targetType });
      return [behind, scale({ launchTemplate: TEMPLATE, targetGroupArns: [behind["arn"]] })];
    },
  ),
  differing(
    "mixed instances of a template for spot",
    "aws.autoscaling.group.mixed-spot-template",
    "autoscaling/ec2/userguide/create-launch-template.html",
    [{ instanceMarketOptions: { marketType: "spot" } }, {}],
    (more: Inputs) => {
      const template = a("ec2/launchTemplate:LaunchTemplate", "web", {
        imageId: IMAGE,
        instanceType: "t3.small",
        metadataOptions: { httpTokens: "required" },
        ...more,
      });
      return [
        template,
        scale({
          mixedInstancesPolicy: {
            launchTemplate: { launchTemplateSpecification: { launchTemplateId: template["id"], version: "$Latest" } },
          },
        }),
      ];
    },
  ),
  differing(
    "zone of an instance that is not that of its subnet",
    "aws.ec2.instance.zone-of-subnet",
    "AWSEC2/latest/APIReference/API_RunInstances.html",
    [B, A],
    (availabilityZone) => inZones([A], ([one]) => [server({ subnetId: one?.["id"], availabilityZone })]),
  ),
  differing(
    "private address outside of the subnet",
    "aws.ec2.instance.private-address",
    "AWSEC2/latest/APIReference/API_RunInstances.html",
    ["10.20.9.10", "10.20.0.10"],
    (privateIp) => inZones([A], ([one]) => [server({ subnetId: one?.["id"], privateIp })]),
  ),
  differing(
    "address of an interface outside of the subnet",
    "aws.ec2.network-interface.private-addresses",
    "AWSEC2/latest/APIReference/API_CreateNetworkInterface.html",
    ["10.20.9.10", "10.20.0.10"],
    (privateIp) =>
      inZones([A], ([one]) => [
        a("ec2/networkInterface:NetworkInterface", "orders", { subnetId: one?.["id"], privateIps: [privateIp] }),
      ]),
  ),
  differing(
    "address of a mount target that the VPC keeps",
    "aws.efs.mount-target.address",
    "vpc/latest/userguide/subnet-sizing.html",
    ["10.20.0.3", "10.20.0.10"],
    (ipAddress) =>
      inZones([A], ([one]) => {
        const files = a("efs/fileSystem:FileSystem", "files", { encrypted: true });
        return [
          files,
          a("efs/mountTarget:MountTarget", "files", {
            fileSystemId: files["id"],
            subnetId: one?.["id"],
            ipAddress,
            securityGroups: [GROUP],
          }),
        ];
      }),
  ),
  differing(
    "IPv6 address in a subnet without IPv6",
    "aws.ec2.instance.subnet-without-ipv-6",
    "AWSEC2/latest/UserGuide/using-instance-addressing.html",
    [{}, { ipv6CidrBlock: "2600:1f18:abc:1200::/64" }],
    (more: Inputs) => {
      const inside = subnet("private", VPC, A, "10.20.1.0/24", more);
      return [inside, server({ subnetId: inside["id"], ipv6AddressCount: 1 })];
    },
  ),
  differing(
    "interface attached to an instance of another zone",
    "aws.ec2.network-interface-attachment.zone",
    "AWSEC2/latest/UserGuide/using-eni.html",
    [
      [A, B],
      [A, A],
    ],
    (zones) =>
      inZones(zones, ([left, right]) => {
        const one = server({ subnetId: left?.["id"] });
        const second = a("ec2/networkInterface:NetworkInterface", "second", { subnetId: right?.["id"] });
        return [
          one,
          second,
          a("ec2/networkInterfaceAttachment:NetworkInterfaceAttachment", "second", {
            instanceId: one["id"],
            networkInterfaceId: second["id"],
            deviceIndex: 1,
          }),
        ];
      }),
  ),
  differing(
    "one device for two volumes",
    "duplicate-resources",
    "AWSEC2/latest/UserGuide/device_naming.html",
    ["/dev/sdf", "/dev/sdg"],
    (deviceName) => {
      const one = server({ subnetId: SUBNETS[0] });
      const volumes = ["data", "logs"].map((name) =>
        a("ebs/volume:Volume", name, { availabilityZone: A, size: 50, encrypted: true }),
      );
      return [
        one,
        ...volumes,
        ...volumes.map((volume, index) =>
          a("ec2/volumeAttachment:VolumeAttachment", volume.$name, {
            deviceName: index === 0 ? "/dev/sdf" : deviceName,
            volumeId: volume["id"],
            instanceId: one["id"],
          }),
        ),
      ];
    },
  ),
  differing(
    "second block that overlaps the first",
    "aws.ec2.vpc-ipv-4-cidr-block-association.overlap",
    "vpc/latest/userguide/vpc-cidr-blocks.html",
    ["10.20.128.0/20", "10.21.0.0/16"],
    (cidrBlock) => {
      const network = vpc();
      return [
        network,
        a("ec2/vpcIpv4CidrBlockAssociation:VpcIpv4CidrBlockAssociation", "more", { vpcId: network["id"], cidrBlock }),
      ];
    },
  ),
  differing(
    "transit gateway in two subnets of one zone",
    "vpc-membership",
    "vpc/latest/tgw/tgw-vpc-attachments.html",
    [
      [A, A],
      [A, B],
    ],
    (zones) =>
      inZones(zones, (subnets) => [
        a("ec2transitgateway/vpcAttachment:VpcAttachment", "main", {
          transitGatewayId: "tgw-0a1b2c3d4e5f60718",
          vpcId: subnets[0]?.$inputs["vpcId"],
          subnetIds: ids(subnets),
        }),
      ]),
  ),
  differing(
    "endpoint service of an application balancer",
    "aws.ec2.vpc-endpoint-service.network-balancer",
    "vpc/latest/privatelink/create-endpoint-service.html",
    ["application", "network"],
    (kind) => {
      const front = balancer(kind);
      return [
        front,
        a("ec2/vpcEndpointService:VpcEndpointService", "orders", {
          acceptanceRequired: true,
          networkLoadBalancerArns: [front["arn"]],
        }),
      ];
    },
  ),
  differing(
    "VPC link of REST to an application balancer",
    "aws.apigateway.vpc-link.network-balancer",
    "apigateway/latest/developerguide/set-up-private-integration.html",
    ["application", "network"],
    (kind) => {
      const front = balancer(kind);
      return [front, a("apigateway/vpcLink:VpcLink", "orders", { name: "orders", targetArn: front["arn"] })];
    },
  ),
  differing(
    "firewall policy with a group of the other kind",
    "aws.networkfirewall.firewall-policy.stateful-groups",
    "network-firewall/latest/APIReference/API_FirewallPolicy.html",
    ["STATELESS", "STATEFUL"],
    (type) => {
      const group = a("networkfirewall/ruleGroup:RuleGroup", "domains", {
        capacity: 100,
        type,
        ruleGroup:
          type === "STATEFUL"
            ? { rulesSource: { rulesString: "pass tcp any any -> any any (sid:1;)" } }
            : {
                rulesSource: {
                  statelessRulesAndCustomActions: {
                    statelessRules: [
                      { priority: 1, ruleDefinition: { actions: ["aws:pass"], matchAttributes: { protocols: [6] } } },
                    ],
                  },
                },
              },
      });
      return [
        group,
        a("networkfirewall/firewallPolicy:FirewallPolicy", "main", {
          firewallPolicy: {
            statelessDefaultActions: ["aws:forward_to_sfe"],
            statelessFragmentDefaultActions: ["aws:forward_to_sfe"],
            statefulRuleGroupReferences: [{ resourceArn: group["arn"] }],
          },
        }),
      ];
    },
  ),
  differing(
    "cluster with subnets of one zone",
    "db-subnet-group-zones",
    "eks/latest/userguide/network-reqs.html",
    [
      [A, A],
      [A, B],
    ],
    (zones) =>
      inZones(zones, (subnets) => [
        cluster({ vpcConfig: { subnetIds: ids(subnets), endpointPrivateAccess: true, endpointPublicAccess: false } }),
      ]),
  ),
  differing(
    "access entry of a cluster with the config map alone",
    "aws.eks.access-entry.authentication-mode",
    "eks/latest/userguide/setting-up-access-entries.html",
    ["CONFIG_MAP", "API"],
    (authenticationMode) => {
      const main = cluster({ accessConfig: { authenticationMode } });
      return [
        main,
        a("eks/accessEntry:AccessEntry", "admins", { clusterName: main["name"], principalArn: roleArn("admins") }),
      ];
    },
  ),
  differing(
    "capacity provider that the cluster does not have",
    "ecs-cluster-capacity-providers",
    "AmazonECS/latest/APIReference/API_CreateService.html",
    [["FARGATE_SPOT"], ["FARGATE", "FARGATE_SPOT"]],
    (capacityProviders: string[]) => {
      const main = a("ecs/cluster:Cluster", "main", {});
      const providers = a("ecs/clusterCapacityProviders:ClusterCapacityProviders", "main", {
        clusterName: main["name"],
        capacityProviders,
      });
      return [
        main,
        providers,
        withOptions(
          "ecs/service:Service",
          "web",
          {
            cluster: main["arn"],
            taskDefinition: `arn:aws:ecs:us-east-1:${ACCOUNT}:task-definition/web:3`,
            desiredCount: 2,
            capacityProviderStrategies: [{ capacityProvider: "FARGATE", weight: 1 }],
            networkConfiguration: { subnets: [SUBNETS[0], SUBNETS[1]], securityGroups: [GROUP] },
          },
          { dependsOn: [providers] },
        ),
      ];
    },
  ),
  differing(
    "ECS Exec without a task role",
    "ecs-network-mode",
    "AmazonECS/latest/developerguide/ecs-exec.html",
    [{}, { taskRoleArn: roleArn("task") }],
    (more: Inputs) => {
      const task = a("ecs/taskDefinition:TaskDefinition", "web", {
        family: "web",
        networkMode: "awsvpc",
        requiresCompatibilities: ["FARGATE"],
        cpu: "256",
        memory: "512",
        executionRoleArn: roleArn("ecs"),
        containerDefinitions: JSON.stringify([
          { name: "web", image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2`, essential: true },
        ]),
        ...more,
      });
      return [
        task,
        a("ecs/service:Service", "web", {
          cluster: "main",
          taskDefinition: task["arn"],
          desiredCount: 2,
          launchType: "FARGATE",
          enableExecuteCommand: true,
          networkConfiguration: { subnets: [SUBNETS[0], SUBNETS[1]], securityGroups: [GROUP] },
        }),
      ];
    },
  ),
  differing(
    "service discovery by address of tasks on bridge",
    "aws.ecs.service.registry-address",
    "AmazonECS/latest/developerguide/service-discovery.html",
    ["A", "SRV"],
    (type) => {
      const task = a("ecs/taskDefinition:TaskDefinition", "web", {
        family: "web",
        networkMode: "bridge",
        executionRoleArn: roleArn("ecs"),
        containerDefinitions: JSON.stringify([
          {
            name: "web",
            image: `${ACCOUNT}.dkr.ecr.us-east-1.amazonaws.com/web:1.4.2`,
            essential: true,
            memory: 512,
            portMappings: [{ containerPort: 8080 }],
          },
        ]),
      });
      const discovery = a("servicediscovery/service:Service", "web", {
        name: "web",
        dnsConfig: { namespaceId: "ns-abcdefghij1234567", dnsRecords: [{ type, ttl: 10 }] },
      });
      return [
        task,
        discovery,
        a("ecs/service:Service", "web", {
          cluster: "main",
          taskDefinition: task["arn"],
          desiredCount: 2,
          launchType: "EC2",
          serviceRegistries: { registryArn: discovery["arn"], containerName: "web", containerPort: 8080 },
        }),
      ];
    },
  ),
  differing(
    "mapping of a table without a stream",
    "lambda-event-source",
    "lambda/latest/dg/with-ddb.html",
    [{}, { streamEnabled: true, streamViewType: "NEW_IMAGE" }],
    (more: Inputs) => {
      const table = a("dynamodb/table:Table", "orders", {
        billingMode: "PAY_PER_REQUEST",
        hashKey: "id",
        attributes: [{ name: "id", type: "S" }],
        ...more,
      });
      return [
        table,
        a("lambda/eventSourceMapping:EventSourceMapping", "orders", {
          eventSourceArn: table["streamArn"],
          functionName: "orders",
          startingPosition: "LATEST",
        }),
      ];
    },
  ),
  differing(
    "item without the key of its table",
    "dynamodb-table-users",
    "amazondynamodb/latest/APIReference/API_PutItem.html",
    [{ orderId: { S: "1" } }, { id: { S: "1" } }],
    (item: object) => {
      const table = a("dynamodb/table:Table", "orders", {
        billingMode: "PAY_PER_REQUEST",
        hashKey: "id",
        attributes: [{ name: "id", type: "S" }],
      });
      return [
        table,
        a("dynamodb/tableItem:TableItem", "first", {
          tableName: table["name"],
          hashKey: "id",
          item: JSON.stringify({ ...item, total: { N: "7" } }),
        }),
      ];
    },
  ),
  differing(
    "hash key of an item that is not that of the table",
    "dynamodb-table-users",
    "amazondynamodb/latest/APIReference/API_PutItem.html",
    ["orderId", "id"],
    (hashKey) => {
      const table = a("dynamodb/table:Table", "orders", {
        billingMode: "PAY_PER_REQUEST",
        hashKey: "id",
        attributes: [{ name: "id", type: "S" }],
      });
      return [
        table,
        a("dynamodb/tableItem:TableItem", "first", {
          tableName: table["name"],
          hashKey,
          item: JSON.stringify({ [hashKey]: { S: "1" } }),
        }),
      ];
    },
  ),
  differing(
    "object lock of a bucket without versions",
    "s3-replication-versioning",
    "AmazonS3/latest/userguide/object-lock.html",
    ["Suspended", "Enabled"],
    (status) => {
      const bucket = a("s3/bucket:Bucket", "records", { bucket: "acme-records-464738" });
      const versions = a("s3/bucketVersioning:BucketVersioning", "records", {
        bucket: bucket["id"],
        versioningConfiguration: { status },
      });
      return [
        bucket,
        versions,
        withOptions(
          "s3/bucketObjectLockConfiguration:BucketObjectLockConfiguration",
          "records",
          {
            bucket: bucket["id"],
            rule: { defaultRetention: { mode: "GOVERNANCE", days: 30 } },
          },
          { dependsOn: [versions] },
        ),
      ];
    },
  ),
  differing(
    "notification of a bucket to a FIFO queue",
    "aws.s3.bucket-notification.fifo-queue",
    "AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html",
    [FIFO, { name: "orders" }],
    (more: Inputs) => {
      const target = queue("orders", more);
      const policy = a("sqs/queuePolicy:QueuePolicy", "orders", {
        queueUrl: target["id"],
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            {
              Effect: "Allow",
              Principal: { Service: "s3.amazonaws.com" },
              Action: "sqs:SendMessage",
              Resource: "*",
              Condition: { ArnLike: { "aws:SourceArn": "arn:aws:s3:::acme-orders-464738" } },
            },
          ],
        }),
      });
      return [
        target,
        policy,
        withOptions(
          "s3/bucketNotification:BucketNotification",
          "orders",
          {
            bucket: "acme-orders-464738",
            queues: [{ queueArn: target["arn"], events: ["s3:ObjectCreated:*"] }],
          },
          { dependsOn: [policy] },
        ),
      ];
    },
  ),
  differing(
    "function subscribed to a FIFO topic",
    "aws.sns.topic-subscription.fifo-topic",
    "sns/latest/dg/fifo-topic-message-delivery.html",
    [true, false],
    (isFifo) => {
      const topic = a(
        "sns/topic:Topic",
        "orders",
        isFifo ? { name: "orders.fifo", fifoTopic: true } : { name: "orders" },
      );
      const one = lambda();
      const permission = a("lambda/permission:Permission", "orders", {
        action: "lambda:InvokeFunction",
        function: one["name"],
        principal: "sns.amazonaws.com",
        sourceArn: topic["arn"],
      });
      return [
        topic,
        one,
        permission,
        a("sns/topicSubscription:TopicSubscription", "orders", {
          topic: topic["arn"],
          protocol: "lambda",
          endpoint: one["arn"],
        }),
      ];
    },
  ),
  differing(
    "destination of a function that is a FIFO queue",
    "aws.lambda.function-event-invoke-config.fifo-failure",
    "lambda/latest/dg/invocation-async-retain-records.html",
    [FIFO, { name: "failed" }],
    (more: Inputs) => {
      const failed = queue("failed", more);
      const one = lambda();
      return [
        failed,
        one,
        a("lambda/functionEventInvokeConfig:FunctionEventInvokeConfig", "orders", {
          functionName: one["name"],
          destinationConfig: { onFailure: { destination: failed["arn"] } },
        }),
      ];
    },
  ),
  differing(
    "provisioned concurrency with SnapStart",
    "aws.lambda.provisioned-concurrency-config.snap-start",
    "lambda/latest/dg/snapstart.html",
    [{ snapStart: { applyOn: "PublishedVersions" } }, {}],
    (more: Inputs) => {
      const one = lambda({ ...code, runtime: "python3.13", handler: "orders.handler", publish: true, ...more });
      return [
        one,
        a("lambda/provisionedConcurrencyConfig:ProvisionedConcurrencyConfig", "orders", {
          functionName: one["name"],
          qualifier: one["version"],
          provisionedConcurrentExecutions: 2,
        }),
      ];
    },
  ),
  differing(
    "target on another bus than its rule",
    "aws.cloudwatch.event-target.bus-of-rule",
    "eventbridge/latest/APIReference/API_PutTargets.html",
    [undefined, "orders"],
    (eventBusName: Input) => {
      const rule = a("cloudwatch/eventRule:EventRule", "orders", {
        name: "orders",
        eventBusName: "orders",
        eventPattern: JSON.stringify({ source: ["acme.orders"] }),
      });
      return [
        rule,
        a("cloudwatch/eventTarget:EventTarget", "orders", {
          rule: rule["name"],
          eventBusName,
          arn: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/orders`,
          roleArn: roleArn("events"),
        }),
      ];
    },
  ),
  differing(
    "schedule on a bus of one's own",
    "aws.cloudwatch.event-rule.schedule-on-default-bus",
    "eventbridge/latest/userguide/eb-create-rule-schedule.html",
    [true, false],
    (isOwn) => {
      const bus = a("cloudwatch/eventBus:EventBus", "orders", { name: "orders" });
      return [
        bus,
        a("cloudwatch/eventRule:EventRule", "nightly", {
          scheduleExpression: "rate(1 day)",
          ...(isOwn && { eventBusName: bus["name"] }),
        }),
      ];
    },
  ),
  differing(
    "route of HTTP on a WebSocket API",
    "api-gateway-parts",
    "apigateway/latest/developerguide/apigateway-websocket-api-routes-integrations.html",
    ["HTTP", "WEBSOCKET"],
    (protocol) => {
      const api = api2(protocol);
      const integration = a("apigatewayv2/integration:Integration", "orders", {
        apiId: api["id"],
        integrationType: "HTTP_PROXY",
        integrationMethod: "POST",
        integrationUri: "https://orders.acme-orders.com",
      });
      return [
        api,
        integration,
        a("apigatewayv2/route:Route", "connect", {
          apiId: api["id"],
          routeKey: "$connect",
          authorizationType: "AWS_IAM",
        }),
      ];
    },
  ),
  differing(
    "JWT authorizer of a WebSocket API",
    "aws.apigatewayv2.authorizer.jwt-protocol",
    "apigateway/latest/developerguide/http-api-jwt-authorizer.html",
    ["WEBSOCKET", "HTTP"],
    (protocol) => {
      const api = api2(protocol);
      return [
        api,
        a("apigatewayv2/authorizer:Authorizer", "users", {
          apiId: api["id"],
          name: "users",
          authorizerType: "JWT",
          identitySources: ["$request.header.Authorization"],
          jwtConfiguration: {
            audiences: ["web"],
            issuer: "https://cognito-idp.us-east-1.amazonaws.com/us-east-1_Ab1Cd2Ef3",
          },
        }),
      ];
    },
  ),
  differing(
    "Cognito authorization by an authorizer of type TOKEN",
    "api-gateway-parts",
    "apigateway/latest/developerguide/apigateway-integrate-with-cognito.html",
    ["TOKEN", "COGNITO_USER_POOLS"],
    (type) => {
      const api = a("apigateway/restApi:RestApi", "orders", { name: "orders" });
      const authorizer = a("apigateway/authorizer:Authorizer", "users", {
        restApi: api["id"],
        name: "users",
        type,
        ...(type === "TOKEN"
          ? {
              authorizerUri: `arn:aws:apigateway:us-east-1:lambda:path/2015-03-31/functions/arn:aws:lambda:us-east-1:${ACCOUNT}:function:auth/invocations`,
              authorizerCredentials: roleArn("auth"),
            }
          : { providerArns: [`arn:aws:cognito-idp:us-east-1:${ACCOUNT}:userpool/us-east-1_Ab1Cd2Ef3`] }),
      });
      return [
        api,
        authorizer,
        a("apigateway/method:Method", "root", {
          restApi: api["id"],
          resourceId: api["rootResourceId"],
          httpMethod: "GET",
          authorization: "COGNITO_USER_POOLS",
          authorizerId: authorizer["id"],
        }),
      ];
    },
  ),
  differing(
    "scope that no resource server has",
    "cognito-client-pool",
    "cognito/latest/developerguide/cognito-user-pools-define-resource-servers.html",
    ["orders/write", "orders/read"],
    (scope) => {
      const users = userPool();
      const resources = a("cognito/resourceServer:ResourceServer", "orders", {
        userPoolId: users["id"],
        identifier: "orders",
        name: "orders",
        scopes: [{ scopeName: "read", scopeDescription: "Read orders" }],
      });
      return [
        users,
        resources,
        withOptions(
          "cognito/userPoolClient:UserPoolClient",
          "machine",
          {
            name: "machine",
            userPoolId: users["id"],
            generateSecret: true,
            allowedOauthFlowsUserPoolClient: true,
            allowedOauthFlows: ["client_credentials"],
            allowedOauthScopes: [scope],
          },
          { dependsOn: [resources] },
        ),
      ];
    },
  ),
  differing(
    "proxy of another family than its database",
    "aws.rds.proxy-target.family-of-cluster",
    "AmazonRDS/latest/APIReference/API_RegisterDBProxyTargets.html",
    ["MYSQL", "POSTGRESQL"],
    (engineFamily) => {
      const main = a("rds/cluster:Cluster", "orders", {
        clusterIdentifier: "orders",
        engine: "aurora-postgresql",
        engineVersion: "16.8",
        masterUsername: "orders",
        manageMasterUserPassword: true,
        storageEncrypted: true,
        skipFinalSnapshot: true,
        dbSubnetGroupName: "orders",
      });
      const proxy = a("rds/proxy:Proxy", "orders", {
        name: "orders",
        engineFamily,
        roleArn: roleArn("proxy"),
        vpcSubnetIds: [SUBNETS[0], SUBNETS[1]],
        requireTls: true,
        auths: [
          {
            authScheme: "SECRETS",
            iamAuth: "DISABLED",
            secretArn: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:orders-AbCdEf`,
          },
        ],
      });
      return [
        main,
        proxy,
        a("rds/proxyTarget:ProxyTarget", "orders", {
          dbProxyName: proxy["name"],
          targetGroupName: "default",
          dbClusterIdentifier: main["id"],
        }),
      ];
    },
  ),
  differing(
    "key for signing on a log group",
    "aws.cloudwatch.log-group.symmetric-key",
    "AmazonCloudWatch/latest/logs/encrypt-log-data-kms.html",
    [SIGNING, {}],
    (more: Inputs) => {
      const one = key({
        ...more,
        ...(more["keyUsage"] === undefined && {
          policy: JSON.stringify({
            Version: "2012-10-17",
            Statement: [
              { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
              {
                Effect: "Allow",
                Principal: { Service: "logs.us-east-1.amazonaws.com" },
                Action: ["kms:Encrypt*", "kms:Decrypt*", "kms:ReEncrypt*", "kms:GenerateDataKey*", "kms:Describe*"],
                Resource: "*",
              },
            ],
          }),
        }),
      });
      return [one, a("cloudwatch/logGroup:LogGroup", "orders", { retentionInDays: 30, kmsKeyId: one["arn"] })];
    },
  ),
  differing(
    "key for signing on a database",
    "aws.rds.instance.symmetric-key",
    "AmazonRDS/latest/UserGuide/Overview.Encryption.Keys.html",
    [SIGNING, {}],
    (more: Inputs) => {
      const one = key(more);
      return [
        one,
        a("rds/instance:Instance", "orders", {
          allocatedStorage: 50,
          instanceClass: "db.t4g.medium",
          storageEncrypted: true,
          kmsKeyId: one["arn"],
          skipFinalSnapshot: true,
          engine: "postgres",
          engineVersion: "17.7",
          username: "orders",
          manageMasterUserPassword: true,
          dbSubnetGroupName: "orders",
        }),
      ];
    },
  ),
  differing(
    "replica of a key of one region",
    "aws.kms.replica-key.multi-region",
    "kms/latest/developerguide/multi-region-keys-replicate.html",
    [{}, { multiRegion: true }],
    (more: Inputs) => {
      const one = key(more);
      return [one, a("kms/replicaKey:ReplicaKey", "west", { primaryKeyArn: one["arn"] })];
    },
  ),
  differing(
    "metric filter on logs of infrequent access",
    "aws.cloudwatch.log-metric-filter.log-class",
    LOGS,
    ["INFREQUENT_ACCESS", "STANDARD"],
    (logGroupClass) => {
      const logs = a("cloudwatch/logGroup:LogGroup", "orders", { retentionInDays: 30, logGroupClass });
      return [
        logs,
        a("cloudwatch/logMetricFilter:LogMetricFilter", "errors", {
          logGroupName: logs["name"],
          pattern: "ERROR",
          metricTransformation: { name: "errors", namespace: "orders", value: "1" },
        }),
      ];
    },
  ),
  differing(
    "subscription to logs of infrequent access",
    "aws.cloudwatch.log-subscription-filter.log-class",
    LOGS,
    ["INFREQUENT_ACCESS", "STANDARD"],
    (logGroupClass) => {
      const logs = a("cloudwatch/logGroup:LogGroup", "orders", { retentionInDays: 30, logGroupClass });
      return [
        logs,
        a("cloudwatch/logSubscriptionFilter:LogSubscriptionFilter", "all", {
          logGroup: logs["name"],
          filterPattern: "",
          destinationArn: `arn:aws:kinesis:us-east-1:${ACCOUNT}:stream/logs`,
          roleArn: roleArn("logs"),
        }),
      ];
    },
  ),
  differing(
    "query log of a private zone",
    "aws.route53.query-log.public-zone",
    "Route53/latest/DeveloperGuide/query-logs.html",
    [true, false],
    (isPrivate) => {
      const main = zone(isPrivate);
      return [
        main,
        a("route53/queryLog:QueryLog", "main", {
          zoneId: main["zoneId"],
          cloudwatchLogGroupArn: `arn:aws:logs:us-east-1:${ACCOUNT}:log-group:/aws/route53/acme-orders.com`,
        }),
      ];
    },
  ),
  differing(
    "DNSSEC of a private zone",
    "aws.route53.hosted-zone-dns-sec.public-zone",
    "Route53/latest/DeveloperGuide/dns-configuring-dnssec.html",
    [true, false],
    (isPrivate) => {
      const main = zone(isPrivate);
      return [main, a("route53/hostedZoneDnsSec:HostedZoneDnsSec", "main", { hostedZoneId: main["id"] })];
    },
  ),
  differing(
    "key of a zone that is not of the curve for DNSSEC",
    "aws.route53.key-signing-key.key",
    "Route53/latest/DeveloperGuide/dns-configuring-dnssec-cmk-requirements.html",
    ["RSA_2048", "ECC_NIST_P256"],
    (customerMasterKeySpec) => {
      const signing = key({
        keyUsage: "SIGN_VERIFY",
        customerMasterKeySpec,
        enableKeyRotation: false,
        policy: JSON.stringify({
          Version: "2012-10-17",
          Statement: [
            { Effect: "Allow", Principal: { AWS: `arn:aws:iam::${ACCOUNT}:root` }, Action: "kms:*", Resource: "*" },
            {
              Effect: "Allow",
              Principal: { Service: "dnssec-route53.amazonaws.com" },
              Action: ["kms:DescribeKey", "kms:GetPublicKey", "kms:Sign", "kms:CreateGrant"],
              Resource: "*",
            },
          ],
        }),
      });
      return [
        signing,
        a("route53/keySigningKey:KeySigningKey", "main", {
          hostedZoneId: "Z0123456789ABCDEFGHIJ",
          keyManagementServiceArn: signing["arn"],
          name: "main",
        }),
      ];
    },
  ),
  differing(
    "web ACL on a network balancer",
    "aws.wafv2.web-acl-association.balancer",
    "waf/latest/developerguide/how-aws-waf-works-resources.html",
    ["network", "application"],
    (kind) => {
      const [acl, front] = [webAcl("REGIONAL"), balancer(kind)];
      return [
        acl,
        front,
        a("wafv2/webAclAssociation:WebAclAssociation", "orders", { webAclArn: acl["arn"], resourceArn: front["arn"] }),
      ];
    },
  ),
  differing(
    "web ACL on an HTTP API",
    "aws.wafv2.web-acl-association.api",
    "waf/latest/developerguide/how-aws-waf-works-resources.html",
    [true, false],
    (isHttp) => {
      const acl = webAcl("REGIONAL");
      const api = api2("HTTP");
      const stage = a("apigatewayv2/stage:Stage", "live", { apiId: api["id"], name: "live", autoDeploy: true });
      const rest = a("apigateway/stage:Stage", "live", {
        restApi: "a1b2c3d4e5",
        deployment: "d1e2f3",
        stageName: "live",
      });
      return [
        acl,
        ...(isHttp ? [api, stage] : [rest]),
        a("wafv2/webAclAssociation:WebAclAssociation", "orders", {
          webAclArn: acl["arn"],
          resourceArn: (isHttp ? stage : rest)["arn"],
        }),
      ];
    },
  ),
  differing(
    "addresses of another scope than the web ACL",
    "aws.wafv2.web-acl.ip-set-scope",
    "waf/latest/APIReference/API_IPSetReferenceStatement.html",
    ["CLOUDFRONT", "REGIONAL"],
    (scope) => {
      const addresses = a("wafv2/ipSet:IpSet", "office", {
        scope,
        ipAddressVersion: "IPV4",
        addresses: ["203.0.113.0/24"],
      });
      return [
        addresses,
        webAcl("REGIONAL", {
          rules: [
            {
              name: "office",
              priority: 0,
              action: { block: {} },
              statement: { ipSetReferenceStatement: { arn: addresses["arn"] } },
              visibilityConfig,
            },
          ],
        }),
      ];
    },
  ),
  differing(
    "queue of jobs on Fargate and on instances",
    "aws.batch.job-queue.one-kind-of-environment",
    "batch/latest/APIReference/API_CreateJobQueue.html",
    ["EC2", "FARGATE_SPOT"],
    (type) => {
      const environments = ["FARGATE", type].map((kind) =>
        a("batch/computeEnvironment:ComputeEnvironment", kind, {
          type: "MANAGED",
          computeResources: {
            type: kind,
            maxVcpus: 16,
            subnets: [SUBNETS[0]],
            securityGroupIds: [GROUP],
            ...(kind === "EC2" && {
              instanceTypes: ["m7i"],
              instanceRole: `arn:aws:iam::${ACCOUNT}:instance-profile/batch`,
            }),
          },
        }),
      );
      return [
        ...environments,
        a("batch/jobQueue:JobQueue", "orders", {
          state: "ENABLED",
          priority: 1,
          computeEnvironmentOrders: environments.map((one, order) => ({
            order: order + 1,
            computeEnvironment: one["arn"],
          })),
        }),
      ];
    },
  ),
  differing(
    "user of a server with identities of a function",
    "aws.transfer.user.managed-server",
    "transfer/latest/APIReference/API_CreateUser.html",
    ["AWS_LAMBDA", "SERVICE_MANAGED"],
    (identityProviderType) => {
      const files = a("transfer/server:Server", "files", {
        identityProviderType,
        securityPolicyName: "TransferSecurityPolicy-2024-01",
        ...(identityProviderType === "AWS_LAMBDA" && { function: `arn:aws:lambda:us-east-1:${ACCOUNT}:function:auth` }),
      });
      return [
        files,
        a("transfer/user:User", "partner", { serverId: files["id"], userName: "partner", role: roleArn("transfer") }),
      ];
    },
  ),
  differing(
    "records of a service in a namespace without DNS",
    "aws.servicediscovery.service.http-namespace",
    "cloud-map/latest/api/API_CreateService.html",
    ["servicediscovery/httpNamespace:HttpNamespace", "servicediscovery/privateDnsNamespace:PrivateDnsNamespace"],
    (type) => {
      const space = a(type, "orders", { name: "orders.internal", ...(type.includes("private") && { vpc: VPC }) });
      return [
        space,
        a("servicediscovery/service:Service", "web", {
          name: "web",
          dnsConfig: { namespaceId: space["id"], dnsRecords: [{ type: "A", ttl: 10 }] },
        }),
      ];
    },
  ),
  differing(
    "health check of a service in a private namespace",
    "aws.servicediscovery.service.private-health-check",
    "cloud-map/latest/api/API_HealthCheckConfig.html",
    [
      "servicediscovery/privateDnsNamespace:PrivateDnsNamespace",
      "servicediscovery/publicDnsNamespace:PublicDnsNamespace",
    ],
    (type) => {
      const space = a(type, "orders", { name: "acme-orders.com", ...(type.includes("private") && { vpc: VPC }) });
      return [
        space,
        a("servicediscovery/service:Service", "web", {
          name: "web",
          dnsConfig: { namespaceId: space["id"], dnsRecords: [{ type: "A", ttl: 10 }] },
          healthCheckConfig: { type: "HTTP", resourcePath: "/" },
        }),
      ];
    },
  ),
  differing(
    "configuration of another engine than the broker",
    "aws.mq.broker.configuration-of-activemq",
    "amazon-mq/latest/api-reference/configurations.html",
    ["RabbitMQ", "ActiveMQ"],
    (engineType) => {
      const settings = a("mq/configuration:Configuration", "orders", {
        engineType,
        engineVersion: engineType === "ActiveMQ" ? "5.18" : "3.13",
        data:
          engineType === "ActiveMQ"
            ? '<broker xmlns="http://activemq.apache.org/schema/core"></broker>'
            : "consumer_timeout = 1800000",
      });
      return [
        settings,
        a("mq/broker:Broker", "orders", {
          brokerName: "orders",
          engineType: "ActiveMQ",
          engineVersion: "5.18",
          hostInstanceType: "mq.m5.large",
          autoMinorVersionUpgrade: true,
          configuration: { id: settings["id"], revision: settings["latestRevision"] },
          users: [{ username: "orders", password: "Zk4Qw9tLr2Vx7B" }],
        }),
      ];
    },
  ),
  differing(
    "secret of a cluster with the key of AWS",
    "aws.msk.scram-secret-association.customer-key",
    "msk/latest/developerguide/msk-password.html",
    [{}, { kmsKeyId: `arn:aws:kms:us-east-1:${ACCOUNT}:key/0c1f7e9a-2b4d-4f6a-8e1c-3d5b7f9a1c2e` }],
    (more: Inputs) => {
      const secret = a("secretsmanager/secret:Secret", "users", { name: "AmazonMSK_users", ...more });
      return [
        secret,
        a("msk/scramSecretAssociation:ScramSecretAssociation", "users", {
          clusterArn: `arn:aws:kafka:us-east-1:${ACCOUNT}:cluster/orders/6b1f2c3d-4e5a-4b6c-8d7e-9f0a1b2c3d4e-1`,
          secretArnLists: [secret["arn"]],
        }),
      ];
    },
  ),
  differing(
    "source endpoint as the target of a migration",
    "aws.dms.replication-task.target-endpoint",
    "dms/latest/APIReference/API_CreateReplicationTask.html",
    ["source", "target"],
    (endpointType) => {
      const target = a("dms/endpoint:Endpoint", "target", {
        endpointId: "target",
        endpointType,
        engineName: "postgres",
        sslMode: "require",
        secretsManagerArn: `arn:aws:secretsmanager:us-east-1:${ACCOUNT}:secret:target-AbCdEf`,
        secretsManagerAccessRoleArn: roleArn("dms"),
        databaseName: "orders",
      });
      return [
        target,
        a("dms/replicationTask:ReplicationTask", "orders", {
          replicationTaskId: "orders",
          migrationType: "full-load",
          replicationInstanceArn: `arn:aws:dms:us-east-1:${ACCOUNT}:rep:ORDERS`,
          sourceEndpointArn: `arn:aws:dms:us-east-1:${ACCOUNT}:endpoint:SOURCE`,
          targetEndpointArn: target["endpointArn"],
          tableMappings: JSON.stringify({
            rules: [
              {
                "rule-type": "selection",
                "rule-id": "1",
                "rule-name": "1",
                "object-locator": { "schema-name": "public", "table-name": "%" },
                "rule-action": "include",
              },
            ],
          }),
        }),
      ];
    },
  ),
  differing(
    "resolver on a data source of another API",
    "aws.appsync.resolver.data-source-api",
    "appsync/latest/APIReference/API_CreateResolver.html",
    [true, false],
    (isOther) => {
      const [orders, shop] = ["orders", "shop"].map((name) =>
        a("appsync/graphQLApi:GraphQLApi", name, {
          name,
          authenticationType: "AWS_IAM",
          schema: "type Query { order: String }",
        }),
      ) as [BuiltResource, BuiltResource];
      const source = a("appsync/dataSource:DataSource", "none", {
        apiId: (isOther ? shop : orders)["id"],
        name: "none",
        type: "NONE",
      });
      return [
        orders,
        shop,
        source,
        a("appsync/resolver:Resolver", "order", {
          apiId: orders["id"],
          type: "Query",
          field: "order",
          dataSource: source["name"],
          requestTemplate: "{}",
          responseTemplate: "{}",
        }),
      ];
    },
  ),
  differing(
    "hook on a project that is part of a pipeline",
    "aws.codebuild.webhook.source",
    "codebuild/latest/APIReference/API_CreateWebhook.html",
    ["CODEPIPELINE", "GITHUB"],
    (type) => {
      const project = a("codebuild/project:Project", "orders", {
        serviceRole: roleArn("build"),
        artifacts: { type: type === "CODEPIPELINE" ? type : "NO_ARTIFACTS" },
        environment: {
          computeType: "BUILD_GENERAL1_SMALL",
          image: "aws/codebuild/amazonlinux2-x86_64-standard:5.0",
          type: "LINUX_CONTAINER",
        },
        source: type === "CODEPIPELINE" ? { type } : { type, location: "https://github.com/acme/orders.git" },
      });
      return [project, a("codebuild/webhook:Webhook", "orders", { projectName: project["name"] })];
    },
  ),
  differing(
    "deployment configuration of another platform",
    "aws.codedeploy.deployment-group.server-configuration",
    "codedeploy/latest/userguide/deployment-configurations.html",
    ["CodeDeployDefault.ECSAllAtOnce", "CodeDeployDefault.OneAtATime"],
    (deploymentConfigName) => {
      const app = a("codedeploy/application:Application", "orders", { name: "orders", computePlatform: "Server" });
      return [
        app,
        a("codedeploy/deploymentGroup:DeploymentGroup", "orders", {
          appName: app["name"],
          deploymentGroupName: "orders",
          serviceRoleArn: roleArn("deploy"),
          deploymentConfigName,
          autoscalingGroups: ["web"],
        }),
      ];
    },
  ),
  differing(
    "three access keys of one user",
    "duplicate-resources",
    "IAM/latest/UserGuide/reference_iam-quotas.html",
    [3, 2],
    (count) => {
      const user = a("iam/user:User", "robot", { name: "robot" });
      return [
        user,
        ...Array.from({ length: count }, (_, index) =>
          a("iam/accessKey:AccessKey", `robot-${String(index)}`, { user: user["name"] }),
        ),
      ];
    },
  ),
  differing(
    "secret of a cache for images by another name",
    "aws.ecr.pull-through-cache-rule.secret-name",
    "AmazonECR/latest/userguide/pull-through-cache.html",
    ["docker-hub", "ecr-pullthroughcache/docker-hub"],
    (name) => {
      const secret = a("secretsmanager/secret:Secret", "hub", { name });
      return [
        secret,
        a("ecr/pullThroughCacheRule:PullThroughCacheRule", "hub", {
          ecrRepositoryPrefix: "docker-hub",
          upstreamRegistryUrl: "registry-1.docker.io",
          credentialArn: secret["arn"],
        }),
      ];
    },
  ),
  differing(
    "subnets of replication in one zone",
    "db-subnet-group-zones",
    "dms/latest/userguide/subnet-group.html",
    [
      [A, A],
      [A, B],
    ],
    (zones) =>
      inZones(zones, (subnets) => [
        a("dms/replicationSubnetGroup:ReplicationSubnetGroup", "main", {
          replicationSubnetGroupId: "main",
          replicationSubnetGroupDescription: "main",
          subnetIds: ids(subnets),
        }),
      ]),
  ),
  differing(
    "search domain of two zones in one zone",
    "vpc-membership",
    "opensearch-service/latest/developerguide/vpc.html",
    [
      [A, A],
      [A, B],
    ],
    (zones) =>
      inZones(zones, (subnets) => [
        a("opensearch/domain:Domain", "orders", {
          engineVersion: "OpenSearch_2.19",
          clusterConfig: {
            instanceType: "r7g.large.search",
            instanceCount: 2,
            zoneAwarenessEnabled: true,
            zoneAwarenessConfig: { availabilityZoneCount: 2 },
          },
          ebsOptions: { ebsEnabled: true, volumeSize: 50, volumeType: "gp3" },
          encryptAtRest: { enabled: true },
          nodeToNodeEncryption: { enabled: true },
          domainEndpointOptions: { enforceHttps: true, tlsSecurityPolicy: "Policy-Min-TLS-1-2-PFS-2023-10" },
          vpcOptions: { subnetIds: ids(subnets), securityGroupIds: [GROUP] },
        }),
      ]),
  ),
  differing(
    "brokers in two subnets of one zone",
    "vpc-membership",
    "msk/latest/developerguide/msk-create-cluster.html",
    [
      [A, A],
      [A, B],
    ],
    (zones) =>
      inZones(zones, (subnets) => [
        a("msk/cluster:Cluster", "orders", {
          clusterName: "orders",
          kafkaVersion: "3.6.0",
          numberOfBrokerNodes: 2,
          brokerNodeGroupInfo: {
            instanceType: "kafka.m7g.large",
            clientSubnets: ids(subnets),
            securityGroups: [GROUP],
          },
        }),
      ]),
  ),
];
