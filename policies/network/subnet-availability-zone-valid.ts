import { homeRegionOfZone, regionInForce } from "../../src/aws/region";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { atCreation } from "../../src/rules/at-creation";
import { defineRule } from "../../src/rules/rule";

const ONE = "availabilityZone";
const SEVERAL = "availabilityZones";

/** Where the types that are placed in zones name them. */
const ZONES_AT: ReadonlyMap<string, string> = new Map([
  ["aws:ec2/subnet:Subnet", ONE],
  ["aws:ec2/defaultSubnet:DefaultSubnet", ONE],
  ["aws:ec2/instance:Instance", ONE],
  ["aws:ebs/volume:Volume", ONE],
  ["aws:autoscaling/group:Group", SEVERAL],
  ["aws:elb/loadBalancer:LoadBalancer", SEVERAL],
  ["aws:rds/instance:Instance", ONE],
  ["aws:rds/cluster:Cluster", SEVERAL],
  ["aws:rds/clusterInstance:ClusterInstance", ONE],
  ["aws:docdb/cluster:Cluster", SEVERAL],
  ["aws:docdb/clusterInstance:ClusterInstance", ONE],
  ["aws:neptune/cluster:Cluster", SEVERAL],
  ["aws:neptune/clusterInstance:ClusterInstance", ONE],
  ["aws:elasticache/cluster:Cluster", ONE],
  ["aws:elasticache/replicationGroup:ReplicationGroup", "preferredCacheClusterAzs"],
]);

function message(zone: string, home: string, region: string): string {
  const fix = `Name a zone of ${region}, such as "${region}a", or look the zones up with the function getAvailabilityZones of aws.`;
  return zone === region
    ? `"${zone}" is a region, not an availability zone. ${fix}`
    : `"${zone}" is a zone of ${home}, but this is created in ${region}, where AWS rejects it. ${fix}`;
}

export default defineRule({
  id: "subnet-availability-zone-valid",
  category: "network",
  description: "Availability zones must belong to the region",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  failures: ["F2"],
  why:
    "AWS creates nothing in a zone of another region: the deployment stops at the first subnet. A zone that is hard-coded " +
    "is the first thing to break when a program moves to another region.",
  fix: {
    typescript: `const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;
new aws.ec2.Subnet("private-0", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: zones[0] });`,
    python: `zones = aws.get_availability_zones(state="available").names
aws.ec2.Subnet("private-0", vpc_id=vpc.id, cidr_block="10.0.0.0/24", availability_zone=zones[0])`,
    yaml: `variables:
  zones:
    fn::invoke:
      function: aws:getAvailabilityZones
      arguments:
        state: available
      return: names
resources:
  private-0:
    type: aws:ec2:Subnet
    properties:
      vpcId: \${vpc.id}
      cidrBlock: 10.0.0.0/24
      availabilityZone: \${zones[0]}`,
  },
  limits:
    "Ids of zones (use1-az1); letters that a region does not have; resources whose region is set neither by themselves, " +
    "their provider, the configuration nor the environment.",
  references: [
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_CreateSubnet.html",
  ],
  ...atCreation({
    types: [...ZONES_AT.keys()],
    check(resource, { project, report, undecided }) {
      const zonesAt = resource.at(ZONES_AT.get(resource.type) ?? ONE);
      const zones = zonesAt.list() ?? [];
      const unknown = known(zones) ? zones.find(({ isUnknown }) => isUnknown) : zonesAt;
      const region = regionInForce(resource, project);
      if (unknown) {
        undecided(unknown);
      }
      const wrong = (known(zones) ? zones : []).flatMap((at: View) => {
        const zone = at.str();
        const home = known(zone) ? homeRegionOfZone(zone) : undefined;
        return known(zone) && home !== undefined && (home !== region || zone === region) ? [{ at, zone, home }] : [];
      });
      if (region === UNKNOWN && wrong.length > 0) {
        undecided(resource, "region");
      } else if (known(region)) {
        for (const { at, zone, home } of wrong) {
          report({ at, message: message(zone, home, region) });
        }
      }
    },
  }),
});
