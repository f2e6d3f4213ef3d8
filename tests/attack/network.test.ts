import type { BuiltResource, Input } from "../../src/testing/stack";
import { internet, publicSubnet, vpc } from "../kit/network";
import { a, attack, type Pair } from "./kit";

const ADMIN = "security-group-open-admin-port";
const DATABASE = "security-group-database-open";
const OFFICE = "203.0.113.0/29";

const [edge, ...routes] = publicSubnet("edge", "us-east-1a", { mapPublicIpOnLaunch: true });
const network = [vpc, internet, ...(edge ? [edge] : []), ...routes];
const edgeId = edge?.["id"];

const entry = (more: Record<string, Input>): Record<string, Input> => ({
  description: "remote",
  protocol: "tcp",
  fromPort: 22,
  toPort: 22,
  ...more,
});
const group = (...ingress: Input[]): BuiltResource =>
  a("ec2/securityGroup:SecurityGroup", "machines", { vpcId: vpc["id"], description: "machines", ingress });
const machine = (of: BuiltResource, more: Record<string, Input> = {}): BuiltResource =>
  a("ec2/instance:Instance", "machine", {
    ami: "ami-0f1e2d3c4b5a69788",
    instanceType: "t4g.small",
    subnetId: edgeId,
    vpcSecurityGroupIds: [of["id"]],
    metadataOptions: { httpTokens: "required" },
    rootBlockDevice: { encrypted: true },
    ...more,
  });

/** A machine in a group with these rules, and the same with one for an office. */
const rulesPair = (name: string, ...rules: Input[]): Pair => {
  const of = (...ingress: Input[]): BuiltResource[] => {
    const machines = group(...ingress);
    return [...network, machines, machine(machines)];
  };
  return { name, rule: ADMIN, bad: of(...rules), good: of(entry({ cidrBlocks: [OFFICE] })) };
};

attack("the internet, in a group of a machine", [
  rulesPair("as one block", entry({ cidrBlocks: ["0.0.0.0/0"] })),
  rulesPair("beside an office", entry({ cidrBlocks: [OFFICE, "0.0.0.0/0"] })),
  rulesPair("as two halves", entry({ cidrBlocks: ["0.0.0.0/1", "128.0.0.0/1"] })),
  rulesPair("as three blocks", entry({ cidrBlocks: ["0.0.0.0/2", "64.0.0.0/2", "128.0.0.0/1"] })),
  rulesPair("without what is private", entry({ cidrBlocks: ["0.0.0.0/1", "128.0.0.0/2", "192.0.0.0/3"] })),
  rulesPair("as two rules", entry({ cidrBlocks: ["0.0.0.0/1"] }), entry({ cidrBlocks: ["128.0.0.0/1"] })),
  rulesPair(
    "as two rules with different ports",
    entry({ cidrBlocks: ["0.0.0.0/1"], fromPort: 20, toPort: 30 }),
    entry({ cidrBlocks: ["128.0.0.0/1"], fromPort: 0, toPort: 65535 }),
  ),
  rulesPair("of IPv6", entry({ ipv6CidrBlocks: ["::/0"] })),
  rulesPair("of IPv6, with a zero", entry({ ipv6CidrBlocks: ["0::/0"] })),
  rulesPair("of IPv6, in full", entry({ ipv6CidrBlocks: ["0:0:0:0:0:0:0:0/0"] })),
  rulesPair("of IPv6, as all that is routed", entry({ ipv6CidrBlocks: ["2000::/3"] })),
  rulesPair("with host bits", entry({ cidrBlocks: ["10.0.0.0/0"] })),
  rulesPair("on every port", entry({ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] })),
  rulesPair("on all protocols by name", entry({ protocol: "all", fromPort: 0, toPort: 0, cidrBlocks: ["0.0.0.0/0"] })),
  rulesPair("by the number of TCP", entry({ protocol: "6", cidrBlocks: ["0.0.0.0/0"] })),
  rulesPair("with ports as text", entry({ fromPort: "22", toPort: "22", cidrBlocks: ["0.0.0.0/0"] })),
  rulesPair("on a range around the port", entry({ fromPort: 3000, toPort: 4000, cidrBlocks: ["0.0.0.0/0"] })),
  {
    name: "in a prefix list of the stack",
    rule: ADMIN,
    bad: prefixed("0.0.0.0/1", "128.0.0.0/1"),
    good: prefixed(OFFICE),
  },
  {
    name: "in a rule of its own",
    rule: ADMIN,
    bad: separate("vpc/securityGroupIngressRule:SecurityGroupIngressRule", {
      ipProtocol: "tcp",
      cidrIpv4: "0.0.0.0/0",
    }),
    good: separate("vpc/securityGroupIngressRule:SecurityGroupIngressRule", { ipProtocol: "tcp", cidrIpv4: OFFICE }),
  },
  {
    name: "in a classic rule",
    rule: ADMIN,
    bad: separate("ec2/securityGroupRule:SecurityGroupRule", {
      type: "ingress",
      protocol: "tcp",
      cidrBlocks: ["0.0.0.0/0"],
    }),
    good: separate("ec2/securityGroupRule:SecurityGroupRule", {
      type: "ingress",
      protocol: "tcp",
      cidrBlocks: [OFFICE],
    }),
  },
]);

function prefixed(...cidrs: string[]): BuiltResource[] {
  const list = a("ec2/managedPrefixList:ManagedPrefixList", "clients", {
    addressFamily: "IPv4",
    maxEntries: 5,
    entries: cidrs.map((cidr) => ({ cidr })),
  });
  const machines = group(entry({ prefixListIds: [list["id"]] }));
  return [...network, list, machines, machine(machines)];
}

function separate(type: string, inputs: Record<string, Input>): BuiltResource[] {
  const machines = group();
  const rule = a(type, "remote", {
    securityGroupId: machines["id"],
    description: "remote",
    fromPort: 22,
    toPort: 22,
    ...inputs,
  });
  return [...network, machines, rule, machine(machines)];
}

/** What is in a group that opens SSH to the internet, and in one that opens it to an office. */
const memberPair = (name: string, members: (of: BuiltResource) => BuiltResource[]): Pair => {
  const of = (cidr: string): BuiltResource[] => {
    const machines = group(entry({ cidrBlocks: [cidr] }));
    return [...network, machines, ...members(machines)];
  };
  return { name, rule: ADMIN, bad: of("0.0.0.0/0"), good: of(OFFICE) };
};
const templateOf = (inputs: Record<string, Input>): BuiltResource =>
  a("ec2/launchTemplate:LaunchTemplate", "machines", {
    imageId: "ami-0f1e2d3c4b5a69788",
    instanceType: "t4g.small",
    metadataOptions: { httpTokens: "required" },
    ...inputs,
  });
const scaled = (template: BuiltResource): BuiltResource =>
  a("autoscaling/group:Group", "machines", {
    minSize: 2,
    maxSize: 4,
    vpcZoneIdentifiers: [edgeId],
    launchTemplate: { id: template["id"], version: "$Latest" },
  });

attack("members of an open group", [
  memberPair("a launch template", (of) => {
    const template = templateOf({ vpcSecurityGroupIds: [of["id"]] });
    return [template, scaled(template)];
  }),
  memberPair("an interface of a launch template", (of) => {
    const template = templateOf({
      networkInterfaces: [{ associatePublicIpAddress: "true", securityGroups: [of["id"]] }],
    });
    return [template, scaled(template)];
  }),
  memberPair("a launch template that one instance starts from", (of) => {
    const template = templateOf({
      networkInterfaces: [{ subnetId: edgeId, associatePublicIpAddress: "true", securityGroups: [of["id"]] }],
    });
    return [template, a("ec2/instance:Instance", "one", { launchTemplate: { id: template["id"], version: "1" } })];
  }),
  memberPair("a launch template of a fleet", (of) => {
    const template = templateOf({ vpcSecurityGroupIds: [of["id"]] });
    return [
      template,
      a("ec2/fleet:Fleet", "machines", {
        launchTemplateConfigs: [
          {
            launchTemplateSpecification: { launchTemplateId: template["id"], version: "1" },
            overrides: [{ subnetId: edgeId }],
          },
        ],
        targetCapacitySpecification: { defaultTargetCapacityType: "spot", totalTargetCapacity: 1 },
      }),
    ];
  }),
  memberPair("a launch template of a node group", (of) => {
    const template = templateOf({ vpcSecurityGroupIds: [of["id"]] });
    return [
      template,
      a("eks/nodeGroup:NodeGroup", "nodes", {
        clusterName: "shop",
        nodeRoleArn: "arn:aws:iam::464738291005:role/nodes",
        subnetIds: [edgeId],
        scalingConfig: { minSize: 1, maxSize: 2, desiredSize: 1 },
        launchTemplate: { id: template["id"], version: "1" },
      }),
    ];
  }),
  memberPair("a spot request", (of) => [
    a("ec2/spotInstanceRequest:SpotInstanceRequest", "machine", {
      ami: "ami-0f1e2d3c4b5a69788",
      instanceType: "t4g.small",
      subnetId: edgeId,
      vpcSecurityGroupIds: [of["id"]],
      metadataOptions: { httpTokens: "required" },
      rootBlockDevice: { encrypted: true },
    }),
  ]),
  memberPair("a spot fleet", (of) => [
    a("ec2/spotFleetRequest:SpotFleetRequest", "machines", {
      iamFleetRole: "arn:aws:iam::464738291005:role/fleet",
      targetCapacity: 2,
      launchSpecifications: [
        { ami: "ami-0f1e2d3c4b5a69788", instanceType: "t4g.small", subnetId: edgeId, vpcSecurityGroupIds: [of["id"]] },
      ],
    }),
  ]),
  memberPair("a compute environment of Batch", (of) => [
    a("batch/computeEnvironment:ComputeEnvironment", "jobs", {
      type: "MANAGED",
      serviceRole: "arn:aws:iam::464738291005:role/batch",
      computeResources: {
        type: "EC2",
        maxVcpus: 4,
        instanceTypes: ["m7g.large"],
        instanceRole: "arn:aws:iam::464738291005:instance-profile/batch",
        subnets: [edgeId],
        securityGroupIds: [of["id"]],
      },
    }),
  ]),
  memberPair("the primary node of EMR", (of) => [
    a("emr/cluster:Cluster", "jobs", {
      releaseLabel: "emr-7.10.0",
      serviceRole: "arn:aws:iam::464738291005:role/emr",
      ec2Attributes: {
        instanceProfile: "arn:aws:iam::464738291005:instance-profile/emr",
        subnetId: edgeId,
        additionalMasterSecurityGroups: of["id"],
      },
    }),
  ]),
  memberPair("an attachment to an instance's interface", (of) => {
    const closed = a("ec2/securityGroup:SecurityGroup", "closed", { vpcId: vpc["id"], description: "closed" });
    const attached = machine(closed);
    return [
      closed,
      attached,
      a("ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment", "remote", {
        securityGroupId: of["id"],
        networkInterfaceId: attached["primaryNetworkInterfaceId"],
      }),
    ];
  }),
  memberPair("an interface with an Elastic IP address", (of) => {
    const face = a("ec2/networkInterface:NetworkInterface", "face", { subnetId: edgeId, securityGroups: [of["id"]] });
    return [face, a("ec2/eip:Eip", "face", { domain: "vpc", networkInterface: face["id"] })];
  }),
]);

const byDefault = (cidr: string): BuiltResource[] => [
  ...network,
  a("ec2/defaultSecurityGroup:DefaultSecurityGroup", "default", {
    vpcId: vpc["id"],
    ingress: [entry({ cidrBlocks: [cidr] })],
  }),
  a("ec2/instance:Instance", "machine", {
    ami: "ami-0f1e2d3c4b5a69788",
    instanceType: "t4g.small",
    subnetId: edgeId,
    metadataOptions: { httpTokens: "required" },
    rootBlockDevice: { encrypted: true },
  }),
];

attack("the default group of a VPC", [
  { name: "an instance that names no group", rule: ADMIN, bad: byDefault("0.0.0.0/0"), good: byDefault(OFFICE) },
]);

/** A machine whose group opens the port of a service that it runs itself. */
const servicePair = (name: string, port: number, rule = DATABASE): Pair => {
  const of = (cidr: string): BuiltResource[] => {
    const machines = group(entry({ fromPort: port, toPort: port, cidrBlocks: [cidr] }));
    return [...network, machines, machine(machines)];
  };
  return { name, rule, bad: of("0.0.0.0/0"), good: of(OFFICE) };
};

attack("services that a machine runs itself", [
  servicePair("PostgreSQL", 5432),
  servicePair("MySQL", 3306),
  servicePair("Redis", 6379),
  servicePair("MongoDB", 27017),
  servicePair("Memcached", 11211),
  servicePair("OpenSearch", 9200, ADMIN),
  servicePair("dashboards of OpenSearch", 5601, ADMIN),
  servicePair("Docker", 2375, ADMIN),
  servicePair("the nodes of Kubernetes", 10250, ADMIN),
  servicePair("WinRM", 5985, ADMIN),
  servicePair("VNC", 5900, ADMIN),
  servicePair("SMB", 445, ADMIN),
  servicePair("Telnet", 23, ADMIN),
  servicePair("etcd", 2379),
  servicePair("CouchDB", 5984),
  servicePair("Neo4j", 7687),
  servicePair("ZooKeeper", 2181),
  servicePair("a shard of MongoDB", 27018),
]);

const databasePair = (name: string, ingress: Record<string, Input>): Pair => {
  const of = (rule: Record<string, Input>): BuiltResource[] => {
    const data = a("ec2/securityGroup:SecurityGroup", "data", {
      vpcId: vpc["id"],
      description: "data",
      ingress: [{ description: "clients", protocol: "tcp", fromPort: 5439, toPort: 5439, ...rule }],
    });
    const subnets = a("redshift/subnetGroup:SubnetGroup", "sales", { name: "sales", subnetIds: [edgeId ?? ""] });
    return [
      ...network,
      data,
      subnets,
      a("redshift/cluster:Cluster", "sales", {
        clusterSubnetGroupName: subnets["name"],
        clusterIdentifier: "sales",
        nodeType: "ra3.large",
        manageMasterPassword: true,
        masterUsername: "analyst",
        encrypted: true,
        publiclyAccessible: "True",
        vpcSecurityGroupIds: [data["id"]],
      }),
    ];
  };
  return { name, rule: DATABASE, bad: of(ingress), good: of({ cidrBlocks: [OFFICE] }) };
};

attack("databases in open groups", [
  databasePair("the internet", { cidrBlocks: ["0.0.0.0/0"] }),
  databasePair("the internet in halves, on every port", {
    cidrBlocks: ["128.0.0.0/1", "0.0.0.0/1"],
    fromPort: 0,
    toPort: 65535,
  }),
]);
