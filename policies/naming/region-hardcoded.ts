import { otherRegionsIn, regionInForce } from "../../src/aws/region";
import { known } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

export default defineRule({
  id: "region-hardcoded",
  category: "naming",
  description: "Zones and services must be those of the resource's region",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A resource cannot use an availability zone or an endpoint service of another region. With a region in its code, a " +
    "program runs in that region only, whatever its configuration is.",
  fix: {
    typescript: `const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;
const region = aws.getRegionOutput().region;`,
    python: `zones = aws.get_availability_zones_output(state="available").names
region = aws.get_region_output().region`,
    yaml: `variables:
  zones:
    fn::invoke:
      function: aws:getAvailabilityZones
      arguments:
        state: available
      return: names
  region:
    fn::invoke:
      function: aws:getRegion
      return: region`,
  },
  limits:
    "ARNs and images, which may well be in another region; endpoints with a serviceRegion; regions that neither the program " +
    "nor the configuration sets. With a region in the contract, region-matches-contract reports it.",
  references: ["https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/using-regions-availability-zones.html"],
  resource: {
    check(resource, { contract, project, report }) {
      const region = contract.region === undefined ? regionInForce(resource, project) : undefined;
      if (!known(region)) {
        return;
      }
      for (const { at, mention } of otherRegionsIn(resource, region)) {
        const mayDiffer =
          mention.what === "an ARN" || mention.what === "an image" || (mention.what === "a service name" && crosses());
        if (!mayDiffer) {
          report({
            at,
            message:
              `The value names ${mention.region} (${mention.what}), and the resource is in ${region}. ` +
              (mention.what === "an availability zone"
                ? "Look the zones up (aws.getAvailabilityZones)."
                : "Build it with the region in force (aws.getRegion)."),
          });
        }
      }

      function crosses(): boolean {
        const entries = resource.entries();
        return known(entries) && entries.some(([name, view]) => name === "serviceRegion" && !view.isAbsent);
      }
    },
  },
});
