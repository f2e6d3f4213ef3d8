import { foreignTexts, regionInForce } from "../../stack/region";
import { known } from "../../stack/value";
import { defineRule } from "../rule";

export default defineRule({
  id: "region-hardcoded",
  category: "naming",
  description: "Zones and services are named of the region in force",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A zone or an endpoint service of a region that is written into the program is not found by what lies in another one, " +
    "so that the program runs in that region only, whatever the configuration says.",
  fix: {
    typescript:
      'const zones = aws.getAvailabilityZonesOutput({ state: "available" }).names;\n' +
      "const region = aws.getRegionOutput().region;",
    python:
      'zones = aws.get_availability_zones_output(state="available").names\n' +
      "region = aws.get_region_output().region",
    yaml:
      "variables:\n  zones:\n    fn::invoke:\n      function: aws:getAvailabilityZones\n      arguments:\n" +
      "        state: available\n      return: names\n  region:\n    fn::invoke:\n" +
      "      function: aws:getRegion\n      return: region",
  },
  limits:
    "ARNs and images, which may well lie in another region; endpoints that say with serviceRegion which; regions that " +
    "nothing in the program or the configuration sets. With a region in the contract, region-matches-contract reports it.",
  resource: {
    check(resource, { contract, project, report }) {
      const region = contract.region === undefined ? regionInForce(resource, project) : undefined;
      if (!known(region)) {
        return;
      }
      for (const { at, mention } of foreignTexts(resource, region)) {
        const mayLieElsewhere =
          mention.what === "an ARN" || mention.what === "an image" || (mention.what === "a service name" && crosses());
        if (!mayLieElsewhere) {
          report({
            at,
            message:
              `${mention.what} here names ${mention.region}, and this lies in ${region}; ` +
              "take it from aws.getAvailabilityZones or build it with aws.getRegion.",
          });
        }
      }

      function crosses(): boolean {
        const entries = resource.entries();
        return known(entries) && entries.some(([name, place]) => name === "serviceRegion" && !place.isAbsent);
      }
    },
  },
});
