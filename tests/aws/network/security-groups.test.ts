import {
  databaseAtPort,
  NETWORKED_DATABASES,
  portsOf,
  SUGGESTIVE_PORTS,
} from "../../../src/aws/databases/database-ports";
import type { Resource } from "../../../src/graph/resource";
import {
  admitsInternet,
  groupsAt,
  groupsOf,
  membersOf,
  opensTcpPort,
  rulesOfGroup,
  securityGroupRules,
} from "../../../src/aws/network/security-groups";
import { Stack } from "../../../src/graph/stack";
import { UNKNOWN } from "../../../src/graph/value";
import { build, resource, text, unknown, type BuiltResource, type Input, type Shape } from "../../../src/testing/stack";

const GROUP = "aws:ec2/securityGroup:SecurityGroup";
const CLASSIC = "aws:ec2/securityGroupRule:SecurityGroupRule";
const INGRESS = "aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule";
const vpc = resource("aws:ec2/vpc:Vpc", "main", { cidrBlock: "10.0.0.0/16" });
const app = resource(GROUP, "app", {});

describe.each(["preview", "up"] as const)("security groups, %s", (shape: Shape) => {
  const stackOf = (...resources: BuiltResource[]): Stack => Stack.from(build([vpc, app, ...resources], shape));
  const find = (stack: Stack, name: string): Resource => {
    const found = stack.resources.find((one) => one.name === name);
    if (!found) {
      throw new Error(`there is no ${name}`);
    }
    return found;
  };

  it("read the same from inline and from separate rules", () => {
    const store = resource(GROUP, "store", {
      ingress: [
        {
          protocol: "tcp",
          fromPort: 5432,
          toPort: 5433,
          cidrBlocks: ["10.0.0.0/8"],
          ipv6CidrBlocks: ["fd00::/8"],
          prefixListIds: ["pl-1"],
          securityGroups: [app.id],
          self: true,
        },
      ],
    });
    const classic = resource(CLASSIC, "classic", {
      type: "ingress",
      securityGroupId: store.id,
      protocol: "6",
      fromPort: 5432,
      toPort: 5433,
      cidrBlocks: ["10.0.0.0/8"],
      ipv6CidrBlocks: ["fd00::/8"],
      prefixListIds: ["pl-1"],
      sourceSecurityGroupId: app.id,
      self: true,
    });
    const vpcRule = resource(INGRESS, "vpcRule", {
      securityGroupId: store.id,
      ipProtocol: "TCP",
      fromPort: "5432",
      toPort: 5433,
      cidrIpv4: "10.0.0.0/8",
      cidrIpv6: "fd00::/8",
      prefixListId: "pl-1",
      referencedSecurityGroupId: app.id,
    });
    const stack = stackOf(store, classic, vpcRule);
    const { rules, complete } = rulesOfGroup(stack, find(stack, "store"), "ingress");
    expect(complete).toBe(true);
    expect(rules.map(({ at }) => [at.resource.name, at.path])).toEqual([
      ["store", "ingress[0]"],
      ["classic", ""],
      ["vpcRule", ""],
    ]);
    for (const rule of rules) {
      expect(rule).toMatchObject({ direction: "ingress", protocol: "tcp", ports: { from: 5432, to: 5433 } });
      expect(rule.cidrs.map(({ value }) => value)).toEqual(["10.0.0.0/8", "fd00::/8"]);
      expect(rule.prefixLists.map(({ value }) => value)).toEqual(["pl-1"]);
      expect(rule.peers.flatMap((peer) => stack.refs(peer, GROUP).resources).map(({ name }) => name)).toEqual(["app"]);
      expect(rule.self).toBe(rule.at.resource.name !== "vpcRule");
    }
  });

  it("show which rules may be theirs", () => {
    const ingress = (name: string, inputs: Record<string, Input>): BuiltResource => resource(INGRESS, name, inputs);
    const completeness = (...resources: BuiltResource[]): boolean => {
      const stack = stackOf(...resources);
      return rulesOfGroup(stack, find(stack, "app"), "ingress").complete;
    };
    expect(completeness(ingress("literal", { securityGroupId: "sg-0123" }))).toBe(true);
    expect(completeness(ingress("any", { securityGroupId: unknown }))).toBe(shape === "up");
    expect(completeness(ingress("read", {}))).toBe(true);
    const stack = stackOf(
      resource(GROUP, "all", { ingress: unknown }),
      resource(GROUP, "read", {}, { external: true }),
    );
    expect(rulesOfGroup(stack, find(stack, "all"), "ingress").complete).toBe(shape === "up");
    expect(rulesOfGroup(stack, find(stack, "read"), "egress")).toEqual({ rules: [], complete: false });
    expect(rulesOfGroup(stack, find(stack, "app"), "egress")).toEqual({ rules: [], complete: true });
  });

  it("may be more than those with inputs while an operation skips some", () => {
    const isComplete = (...resources: BuiltResource[]): boolean => {
      const stack = stackOf(...resources);
      return rulesOfGroup(stack, find(stack, "app"), "ingress").complete;
    };
    const other = resource(GROUP, "other", {});
    const skipped = (inputs: Record<string, Input>): BuiltResource =>
      resource(INGRESS, "skipped", inputs, { external: true });
    expect(isComplete(skipped({}))).toBe(false);
    expect(isComplete(skipped({ securityGroupId: app.id }))).toBe(false);
    expect(isComplete(other, skipped({ securityGroupId: other.id }))).toBe(true);
  });

  it("keep what is not known", () => {
    const stack = stackOf(
      resource(CLASSIC, "any", {
        type: unknown,
        protocol: unknown,
        cidrBlocks: unknown,
        self: unknown,
        securityGroupId: app.id,
      }),
      resource(GROUP, "broken", { ingress: [{ protocol: "udp", fromPort: 1 }, {}] }),
    );
    const rules = securityGroupRules(stack);
    expect(rules.map(({ direction, ports }) => [direction, ports])).toEqual([
      ["ingress", UNKNOWN],
      ["ingress", UNKNOWN],
      [UNKNOWN, shape === "preview" ? UNKNOWN : { from: 0, to: 65535 }],
    ]);
    expect(rules[2]?.cidrs).toHaveLength(1);
    expect(rules[2]?.self).toBe(true);
    expect(rulesOfGroup(stack, find(stack, "app"), "egress").rules).toHaveLength(1);
    expect(rules.map((rule) => opensTcpPort(rule, 80))).toEqual([
      false,
      UNKNOWN,
      shape === "preview" ? UNKNOWN : false,
    ]);
  });

  it("open ports", () => {
    const opens = (protocol: Input, fromPort: Input, toPort: Input, port: number): unknown => {
      const [rule] = securityGroupRules(stackOf(resource(GROUP, "g", { ingress: [{ protocol, fromPort, toPort }] })));
      return rule && opensTcpPort(rule, port);
    };
    expect(opens("tcp", 80, 443, 443)).toBe(true);
    expect(opens("tcp", 80, 443, 444)).toBe(false);
    expect(opens(-1, 0, 0, 5432)).toBe(true);
    expect(opens("all", 0, 0, 5432)).toBe(true);
    expect(opens("tcp", 0, 0, 5432)).toBe(false);
    expect(opens("icmp", -1, -1, 5432)).toBe(false);
    expect(opens("50", 0, 0, 5432)).toBe(false);
    expect(opens("udp", 0, 65535, 5432)).toBe(false);
    expect(opens("tcp", unknown, 443, 80)).toBe(UNKNOWN);
  });

  it("admit the internet, or not", () => {
    const admits = (...cidrBlocks: Input[]): unknown => {
      const stack = stackOf(
        resource(GROUP, "g", { ingress: [{ protocol: "-1", fromPort: 0, toPort: 0, cidrBlocks }] }),
      );
      const [rule] = securityGroupRules(stack);
      return rule && admitsInternet(stack, rule);
    };
    expect(admits("0.0.0.0/0")).toBe(true);
    expect(admits("10.0.0.0/8", "0.0.0.0/0")).toBe(true);
    expect(admits("128.0.0.0/1", "0.0.0.0/1")).toBe(true);
    expect(admits("128.0.0.0/1")).toBe(false);
    expect(admits(vpc.cidrBlock)).toBe(false);
    expect(admits()).toBe(false);
    expect(admits(unknown)).toBe(shape === "preview" ? UNKNOWN : false);
    expect(admits(unknown, "0.0.0.0/0")).toBe(true);
  });

  it("do not add up two halves of the internet on different ports", () => {
    const half = (name: string, cidrIpv4: string, port: Input): BuiltResource =>
      resource(INGRESS, name, { securityGroupId: app.id, ipProtocol: "tcp", fromPort: port, toPort: port, cidrIpv4 });
    const answers = (...resources: BuiltResource[]): unknown[] => {
      const stack = stackOf(...resources);
      return securityGroupRules(stack).map((rule) => admitsInternet(stack, rule));
    };
    expect(answers(half("a", "0.0.0.0/1", 80), half("b", "128.0.0.0/1", 80))).toEqual([true, true]);
    expect(answers(half("a", "0.0.0.0/1", 80), half("b", "128.0.0.0/1", 81))).toEqual([false, false]);
    expect(answers(half("a", "0.0.0.0/1", unknown), half("b", "128.0.0.0/1", unknown))).toEqual([false, false]);
    expect(answers(half("a", "10.0.0.0/8", 80), half("b", "0.0.0.0/0", 80))).toEqual([false, true]);
  });

  it("add up two halves of the internet on the ports that both rules open", () => {
    const ports = { protocol: "tcp", fromPort: 80, toPort: 81 };
    const answers = (other: Record<string, Input>, port?: number): unknown[] => {
      const stack = stackOf(
        resource(GROUP, "g", {
          ingress: [
            { ...ports, cidrBlocks: ["0.0.0.0/1"] },
            { ...ports, cidrBlocks: ["128.0.0.0/1"], ...other },
          ],
        }),
      );
      return securityGroupRules(stack).map((rule) => admitsInternet(stack, rule, port));
    };
    expect(answers({})).toEqual([true, true]);
    expect(answers({ fromPort: 81, toPort: 82 }, 81)).toEqual([true, true]);
    expect(answers({ fromPort: 81, toPort: 82 }, 80)).toEqual([false, false]);
    expect(answers({ fromPort: 79 })).toEqual([true, true]);
    expect(answers({ toPort: 82 })).toEqual([true, true]);
    expect(answers({ fromPort: 82, toPort: 90 })).toEqual([false, false]);
    expect(answers({ protocol: "udp" })).toEqual([false, false]);
    expect(answers({ protocol: "-1" })).toEqual([true, true]);
    const stack = stackOf(
      resource(GROUP, "g", {
        ingress: [{ ...ports, cidrBlocks: ["0.0.0.0/1"] }],
        egress: [{ ...ports, cidrBlocks: ["128.0.0.0/1"] }],
      }),
    );
    expect(securityGroupRules(stack).map((rule) => admitsInternet(stack, rule))).toEqual([false, false]);
  });

  it("are kept apart by direction", () => {
    const stack = stackOf(
      resource(CLASSIC, "out", { type: "egress", securityGroupId: app.id, protocol: "tcp", fromPort: 1, toPort: 2 }),
      resource("aws:vpc/securityGroupEgressRule:SecurityGroupEgressRule", "out-too", {
        securityGroupId: app.id,
        ipProtocol: "-1",
        cidrIpv4: "",
      }),
      resource(CLASSIC, "in", {
        type: "ingress",
        securityGroupId: app.id,
        protocol: "tcp",
        fromPort: 1,
        toPort: 2,
        cidrBlocks: ["", "10.0.0.0/8"],
      }),
    );
    const rulesOf = (direction: "ingress" | "egress"): unknown[] =>
      rulesOfGroup(stack, find(stack, "app"), direction).rules.map(({ at, cidrs, self }) => [
        at.resource.name,
        cidrs.map(({ value }) => value),
        self,
      ]);
    expect(rulesOf("egress")).toEqual([
      ["out", [], false],
      ["out-too", [], false],
    ]);
    expect(rulesOf("ingress")).toEqual([["in", ["10.0.0.0/8"], false]]);
  });

  it("have members", () => {
    const parts = [
      resource("aws:rds/instance:Instance", "db", { vpcSecurityGroupIds: [app.id] }),
      resource("aws:lambda/function:Function", "fn", { vpcConfig: { subnetIds: ["s"], securityGroupIds: [app.id] } }),
      resource("aws:ecs/service:Service", "svc", { networkConfiguration: { securityGroups: [app.id, "sg-0123"] } }),
      resource("aws:lb/loadBalancer:LoadBalancer", "lb", { securityGroups: [] }),
      resource("aws:elasticache/cluster:Cluster", "read", {}, { external: true }),
      resource("aws:s3/bucket:Bucket", "bucket", {}),
    ];
    const stack = stackOf(...parts);
    expect(membersOf(stack, find(stack, "app")).resources.map(({ name }) => name)).toEqual(["svc", "fn", "db"]);
    expect(membersOf(stack, find(stack, "main")).resources).toEqual([]);
    expect(groupsOf(stack, find(stack, "svc")).complete).toBe(false);
    expect(groupsOf(stack, find(stack, "bucket"))).toEqual({ resources: [], complete: true });
    expect(groupsAt(find(stack, "fn"))?.path).toBe("vpcConfig.securityGroupIds");
    expect(groupsAt(find(stack, "bucket"))).toBeUndefined();
  });

  it("have members that launch templates, attachments, EMR clusters and names put into them", () => {
    const template = resource("aws:ec2/launchTemplate:LaunchTemplate", "template", {
      networkInterfaces: [{ securityGroups: ["sg-0123"] }, { securityGroups: [app.id] }],
    });
    const spot = resource("aws:ec2/spotInstanceRequest:SpotInstanceRequest", "spot", { securityGroups: [app.name] });
    const fleet = resource("aws:ec2/spotFleetRequest:SpotFleetRequest", "fleet", {
      launchSpecifications: [{ vpcSecurityGroupIds: [app.id] }],
    });
    const batch = resource("aws:batch/computeEnvironment:ComputeEnvironment", "batch", {
      computeResources: { securityGroupIds: [app.id] },
    });
    const emr = resource("aws:emr/cluster:Cluster", "emr", {
      ec2Attributes: { additionalMasterSecurityGroups: text`${app.id},sg-0123` },
    });
    const card = resource("aws:ec2/networkInterface:NetworkInterface", "card", {});
    const server = resource("aws:ec2/instance:Instance", "server", {});
    const attach = (name: string, networkInterfaceId: Input): BuiltResource =>
      resource("aws:ec2/networkInterfaceSecurityGroupAttachment:NetworkInterfaceSecurityGroupAttachment", name, {
        networkInterfaceId,
        securityGroupId: app.id,
      });
    const endpoint = resource("aws:ec2/vpcEndpoint:VpcEndpoint", "endpoint", {});
    const association = resource("aws:ec2/securityGroupAssociation:SecurityGroupAssociation", "associated", {
      vpcEndpointId: endpoint.id,
      securityGroupId: app.id,
    });
    const stack = stackOf(
      template,
      spot,
      fleet,
      batch,
      emr,
      card,
      server,
      attach("first", card.id),
      attach("second", server.primaryNetworkInterfaceId),
      endpoint,
      association,
    );
    const { resources, complete } = membersOf(stack, find(stack, "app"));
    expect(resources.map(({ name }) => name).sort()).toEqual(
      ["batch", "card", "emr", "endpoint", "fleet", "server", "spot", "template"].sort(),
    );
    expect(complete).toBe(true);
    expect(groupsOf(stack, find(stack, "template")).complete).toBe(false);
    expect(groupsOf(stack, find(stack, "card")).resources.map(({ name }) => name)).toEqual(["app"]);
  });

  it("do not have all of their members where something unknown uses them", () => {
    const isComplete = (...resources: BuiltResource[]): boolean => {
      const stack = stackOf(...resources);
      return membersOf(stack, find(stack, "app")).complete;
    };
    expect(isComplete()).toBe(true);
    expect(isComplete(resource("aws:ssm/parameter:Parameter", "id", { value: app.id }))).toBe(true);
    expect(
      isComplete(
        resource("aws:eks/nodeGroup:NodeGroup", "nodes", { remoteAccess: { sourceSecurityGroupIds: [app.id] } }),
      ),
    ).toBe(true);
    expect(isComplete(resource("command:local:Command", "attach", { create: app.id }))).toBe(false);
    expect(
      isComplete(resource("aws:rds/optionGroup:OptionGroup", "agent", { options: [{ memberships: [app.id] }] })),
    ).toBe(false);
    expect(isComplete(resource("eks:index:Cluster", "cluster", { groups: [app.id] }))).toBe(false);
    const stack = stackOf(resource(GROUP, "read", {}, { external: true }));
    expect(membersOf(stack, find(stack, "read")).complete).toBe(false);
  });

  it.each([
    ["aws:rds/instance:Instance", { engine: "oracle-ee-cdb" }, [1521]],
    ["aws:rds/instance:Instance", { engine: "sqlserver-web" }, [1433]],
    ["aws:rds/instance:Instance", { engine: "postgres", port: 6000 }, [6000]],
    ["aws:rds/instance:Instance", { engine: "postgres", port: unknown }, UNKNOWN],
    ["aws:rds/instance:Instance", { engine: "custom-thing" }, UNKNOWN],
    ["aws:rds/instance:Instance", {}, UNKNOWN],
    ["aws:rds/cluster:Cluster", { engine: "aurora-postgresql" }, [5432]],
    ["aws:rds/proxy:Proxy", { engineFamily: "MYSQL" }, [3306]],
    ["aws:rds/proxy:Proxy", { engineFamily: "constructor" }, UNKNOWN],
    ["aws:rds/proxy:Proxy", {}, UNKNOWN],
    ["aws:docdb/elasticCluster:ElasticCluster", {}, [27017]],
    ["aws:neptune/cluster:Cluster", {}, [8182]],
    ["aws:elasticache/replicationGroup:ReplicationGroup", {}, [6379]],
    ["aws:elasticache/serverlessCache:ServerlessCache", { engine: "memcached" }, [11211]],
    ["aws:dax/cluster:Cluster", {}, [8111, 9111]],
    ["aws:s3/bucket:Bucket", {}, UNKNOWN],
  ] as const)("guard the ports of %s %j", (type, inputs, ports) => {
    const stack = stackOf(resource(type, "one", inputs));
    expect(portsOf(stack, find(stack, "one"))).toEqual(ports);
  });
});

it("ports suggest databases", () => {
  expect(databaseAtPort(5432)).toBe("PostgreSQL");
  expect(databaseAtPort(443)).toBeUndefined();
  expect(SUGGESTIVE_PORTS).toContain(6379);
  expect(NETWORKED_DATABASES).toContain("aws:memorydb/cluster:Cluster");
});
