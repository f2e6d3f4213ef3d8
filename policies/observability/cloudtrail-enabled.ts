import { CLOUDTRAIL_TRAIL } from "../../src/aws/type-tokens";
import { anyOf, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule, type Context } from "../../src/rules/rule";

export default defineRule({
  id: "cloudtrail-enabled",
  category: "observability",
  description: "CloudTrail trails must record, and in every region",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A trail shows afterwards who did what in an account. One that is switched off shows nothing, and one for a single " +
    "region misses what an intruder does in the others, which is where intruders go.",
  fix: {
    typescript: `enableLogging: true,
isMultiRegionTrail: true,`,
    python: `enable_logging=True,
is_multi_region_trail=True,`,
    yaml: `enableLogging: true
isMultiRegionTrail: true`,
  },
  limits:
    "Stacks without a trail, as the account or the organization may have one; trails that select events, since another " +
    "one may record the management events.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
  ],
  stack(stack, context) {
    const { report, undecided } = context;
    const trails = stack.managed(CLOUDTRAIL_TRAIL);
    const reaches = anyOf(trails.map(reachesAllRegions));
    for (const trail of trails) {
      checkSwitch(trail, context);
      if (selectsEvents(trail) || reaches === true) {
        continue;
      }
      if (reaches === UNKNOWN) {
        undecided(trail, "isMultiRegionTrail");
      } else {
        report({
          at: trail,
          property: "isMultiRegionTrail",
          message:
            "The trail records a single region, and no trail of the stack records all of them. Set " +
            "`isMultiRegionTrail: true`.",
        });
      }
    }
  },
  remediation: {
    does: "sets `enableLogging: true` for trails that record management events only",
    leaves:
      "Trails that select events, and the choice of the trail that records all regions, as further copies of events cost " +
      "money.",
    resource: { types: [CLOUDTRAIL_TRAIL], check: checkSwitch },
  },
});

function checkSwitch(trail: Resource, { report, undecided }: Context): void {
  const logs = trail.bool("enableLogging");
  if (logs === UNKNOWN) {
    undecided(trail, "enableLogging");
  } else if (logs === false) {
    report({
      at: trail,
      property: "enableLogging",
      // A trail that selects events may be off because of its costs.
      ...(!selectsEvents(trail) && { fix: { enableLogging: true } }),
      message: "The trail is switched off and records nothing. Set `enableLogging: true`.",
    });
  }
}

const reachesAllRegions = (trail: Resource): Certainty => trail.bool("isMultiRegionTrail") ?? false;

function selectsEvents(trail: Resource): boolean {
  return ["eventSelectors", "advancedEventSelectors"].some((property) => {
    const selectors = trail.list(property);
    return selectors !== undefined && !(known(selectors) && selectors.length === 0);
  });
}
