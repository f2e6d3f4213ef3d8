import { CLOUDTRAIL_TRAIL } from "../../src/aws/type-tokens";
import { allOf, anyOf, equals, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
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
    "one may record the management events, unless the contract names a framework.",
  references: [
    "https://docs.aws.amazon.com/awscloudtrail/latest/userguide/receive-cloudtrail-log-files-from-multiple-regions.html",
  ],
  stack(stack, context) {
    const { servesFramework, report, undecided } = context;
    const trails = stack.managed(CLOUDTRAIL_TRAIL);
    // A framework requires the management events of all regions in one trail.
    const reaches = anyOf(trails.map(servesFramework ? recordsAccount : reachesAllRegions));
    for (const trail of trails) {
      checkSwitch(trail, context);
      if ((!servesFramework && selectsEvents(trail)) || reaches === true) {
        continue;
      }
      if (reaches === UNKNOWN) {
        undecided(trail, "isMultiRegionTrail");
      } else {
        const isSelection = reachesAllRegions(trail) === true;
        report({
          at: trail,
          property: isSelection ? selectorOf(trail) : "isMultiRegionTrail",
          message: isSelection
            ? "The trail leaves out management events, and no trail of the stack records all of them. Set " +
              '`readWriteType: "All"` and `includeManagementEvents: true` in one of its `eventSelectors`.'
            : "The trail records a single region, and no trail of the stack records all of them. Set " +
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

const SELECTORS = ["eventSelectors", "advancedEventSelectors"];

/** The first list of selectors that a trail has. */
const selectorOf = (trail: Resource): string => SELECTORS.find((property) => selects(trail, property)) ?? "";

const selectsEvents = (trail: Resource): boolean => selectorOf(trail) !== "";

function selects(trail: Resource, property: string): boolean {
  const selectors = trail.list(property);
  return selectors !== undefined && !(known(selectors) && selectors.length === 0);
}

/** Whether a trail records the management events of all regions, those that read and those that write. */
const recordsAccount = (trail: Resource): Certainty =>
  allOf([
    reachesAllRegions(trail),
    anyOf([
      !selectsEvents(trail),
      ...listed(trail, "eventSelectors").map((selector) =>
        allOf([
          equals(selector.str("readWriteType") ?? "All", "All"),
          selector.bool("includeManagementEvents") ?? true,
        ]),
      ),
      ...listed(trail, "advancedEventSelectors").map(takesManagement),
    ]),
  ]);

/** Whether an advanced selector has the management events, without a choice between those that read and that write. */
function takesManagement(selector: View): Certainty {
  const fields = listed(selector, "fieldSelectors");
  const isField = (field: View, name: string): Certainty => equals(field.str("field"), name);
  return allOf([
    anyOf(
      fields.map((field) =>
        allOf([
          isField(field, "eventCategory"),
          anyOf(listed(field, "equals").map((value) => equals(value.str(), "Management"))),
        ]),
      ),
    ),
    not(anyOf(fields.map((field) => isField(field, "readOnly")))),
  ]);
}

function listed(view: View, property: string): View[] {
  const items = view.list(property) ?? [];
  return known(items) ? items : [view.at(property)];
}
