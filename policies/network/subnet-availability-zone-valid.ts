import { homeRegionOfZone, regionInForce } from "../../stack/region";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const ONE = "availabilityZone";
const SEVERAL = "availabilityZones";

/** Where the types that are placed in zones name them. */
const PLACES: ReadonlyMap<string, string> = new Map([
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
  const mend = `name a zone of ${region}, such as ${region}a, or take one of aws.getAvailabilityZones().names`;
  return zone === region
    ? `${zone} is a region, and no availability zone; ${mend}.`
    : `${zone} is a zone of ${home}, but this is made in ${region}, where AWS refuses it; ${mend}.`;
}

export default defineRule({
  id: "subnet-availability-zone-valid",
  category: "network",
  description: "Availability zones belong to the region",
  severity: "high",
  level: "mandatory",
  failures: ["F2"],
  why:
    "AWS makes nothing in a zone of another region: the deployment stops at the first subnet. A zone that is written " +
    "down is the first thing to break when a program moves to another region.",
  fix: {
    typescript:
      'const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;\n' +
      'new aws.ec2.Subnet("private-0", { vpcId: vpc.id, cidrBlock: "10.0.0.0/24", availabilityZone: zones[0] });',
    python:
      'zones = aws.get_availability_zones(state="available").names\n' +
      'aws.ec2.Subnet("private-0", vpc_id=vpc.id, cidr_block="10.0.0.0/24", availability_zone=zones[0])',
    yaml:
      "variables:\n  zones:\n    fn::invoke:\n      function: aws:getAvailabilityZones\n      arguments:\n" +
      "        state: available\n      return: names\nresources:\n  private-0:\n    type: aws:ec2:Subnet\n" +
      "    properties:\n      vpcId: ${vpc.id}\n      cidrBlock: 10.0.0.0/24\n" +
      "      availabilityZone: ${zones[0]}",
  },
  limits:
    "Ids of zones (use1-az1); letters that a region does not have; resources of which the region is set neither by " +
    "themselves, their provider, the configuration nor the environment.",
  resource: {
    types: [...PLACES.keys()],
    check(resource, { project, report, undecided }) {
      const place = resource.at(PLACES.get(resource.type) ?? ONE);
      const zones = place.list() ?? [];
      const unknown = known(zones) ? zones.find(({ isUnknown }) => isUnknown) : place;
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
  },
});
