import { anyOf, type Certainty } from "../../stack/certainty";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule, type Context } from "../rule";

const TRAIL = "aws:cloudtrail/trail:Trail";

export default defineRule({
  id: "cloudtrail-enabled",
  category: "observability",
  description: "Trails record, and in every region",
  severity: "medium",
  level: "advisory",
  failures: [],
  why:
    "A trail is what tells afterwards who did what in an account. One that is switched off tells nothing, and one for a " +
    "single region misses what an intruder does in the others, which is where they go.",
  fix: {
    typescript: "enableLogging: true,\nisMultiRegionTrail: true,",
    python: "enable_logging=True,\nis_multi_region_trail=True,",
    yaml: "enableLogging: true\nisMultiRegionTrail: true",
  },
  limits:
    "Stacks without a trail, as the account or the organization may have one; trails that say which events they select, " +
    "whose management events another one may record.",
  stack(stack, context) {
    const { report, undecided } = context;
    const trails = stack.ofType(TRAIL).filter(({ outside }) => !outside);
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
            "the trail records a single region, and none of the stack records all; set isMultiRegionTrail: true.",
        });
      }
    }
  },
  remediation: {
    does: "sets `enableLogging: true` for trails that record management events only",
    leaves:
      "Trails that select events, and which trail is to record all regions, as further copies of events cost money.",
    resource: { types: [TRAIL], check: checkSwitch },
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
      // What a trail of chosen events costs may be the reason why it is off.
      ...(!selectsEvents(trail) && { mend: { enableLogging: true } }),
      message: "the trail is switched off and records nothing; set enableLogging: true, or leave it out.",
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
