import type { RecordedStack } from "../../src/graph/recorded";
import { differences, findingsOf, NONE, type Findings } from "../kit/findings";
import { describePrograms, recording, runnable } from "../kit/programs";
import { SHAPES, type Shape } from "../../src/testing/stack";
import { CLASSIC_RULES, FORMS, VPC_RULES, type Form } from "../kit/transform/forms";
import { splitApart, takenIn, type Reformed } from "../kit/transform/parts";

/**
 * What may differ by design: the rule that requires separate resources for parts of buckets; the rules on tags,
 * which a rule of a security group has only as a resource of its own; security groups that name each other, which rules
 * of their own fix, and groups that have rules of both forms; where a missing rule is to be added, and that a deployed
 * group without `egress` may have got some by hand; and what does not wait for the policy of a role or the
 * versions of a bucket, which are there with them once they are inside.
 */
const BY_DESIGN = new Set([
  "s3-replication-versioning",
  "s3-deprecated-arguments",
  "required-tags",
  "cost-allocation-tags",
  "security-group-cycle",
  "security-group-rules-mixed",
  "listener-port-admitted",
  "security-group-egress",
  "iam-policy-before-consumer",
]);

const PROPERTIES = new Set(FORMS.flatMap(({ owner, properties }) => properties.map((one) => `${owner} ${one}`)));

const typeOf = (urn: string): string => urn.split("::")[2]?.split("$").at(-1) ?? "";

/** A part is at a path of its owner in one form, and at one of its own in the other. */
function place(
  urn: string,
  path: string,
  owners: ReadonlyMap<string, string>,
): { urn: string; path: string } | undefined {
  const owner = owners.get(urn);
  const [property = ""] = path.split(/[.[]/, 1);
  return owner !== undefined || PROPERTIES.has(`${typeOf(urn)} ${property}`)
    ? { urn: owner ?? urn, path: "(a part)" }
    : undefined;
}

const once = <T>(list: readonly T[]): T[] => [...new Map(list.map((one) => [JSON.stringify(one), one])).values()];

/** Findings with those on parts moved to their owners, each once and without its message, which is about the form. */
function atOwners({ found, undecided }: Findings, owners: ReadonlyMap<string, string>): Findings {
  return {
    found: once(
      found
        .filter(({ rule }) => !BY_DESIGN.has(rule))
        .map((one) => {
          const at = one.urn === undefined ? undefined : place(one.urn, one.path, owners);
          return at ? { ...one, ...at, message: "" } : one;
        }),
    ),
    undecided: once(undecided.map((one) => ({ ...one, from: [], ...place(one.urn, one.path, owners) }))),
  };
}

/** Changes a stack by all of these forms. */
function byAll(
  recorded: RecordedStack,
  forms: readonly Form[],
  change: (recorded: RecordedStack, form: Form) => Reformed,
) {
  const owners = new Map<string, string>();
  let changed = recorded;
  for (const form of forms) {
    const reformed = change(changed, form);
    changed = reformed.recorded;
    reformed.owners.forEach((owner, part) => owners.set(part, owner));
  }
  return { recorded: changed, owners };
}

const NO_OWNERS = new Map<string, string>();

describePrograms((program) => {
  it.each(SHAPES)("has the same findings with the parts of its resources inside of them (%s)", async (shape) => {
    const recorded = await recording(program, shape);
    const whole = byAll(recorded, FORMS, takenIn);
    const before = atOwners(findingsOf(program, recorded), whole.owners);
    expect(differences(before, atOwners(findingsOf(program, whole.recorded), NO_OWNERS))).toEqual(NONE);
  });

  it.each([CLASSIC_RULES, VPC_RULES].flatMap(({ name }) => SHAPES.map((shape): [string, Shape] => [name, shape])))(
    "has the same findings with resources of their own for all parts, such as %s (%s)",
    async (name, shape) => {
      const whole = byAll(await recording(program, shape), FORMS, takenIn).recorded;
      const forms = FORMS.filter((form) => form.owner !== CLASSIC_RULES.owner || form.name === name);
      const { recorded, owners } = byAll(whole, forms, (one, form) => splitApart(one, form, shape));
      const before = atOwners(findingsOf(program, whole), NO_OWNERS);
      expect(differences(before, atOwners(findingsOf(program, recorded), owners))).toEqual(NONE);
    },
  );
});

it("takes parts of every form in, from one program or another", async () => {
  const taken = new Set<string>();
  for (const program of runnable) {
    let recorded = await recording(program, "preview");
    for (const form of FORMS) {
      const reformed = takenIn(recorded, form);
      recorded = reformed.recorded;
      if (reformed.owners.size > 0) {
        taken.add(form.name);
      }
    }
  }
  expect([...taken].sort()).toEqual(FORMS.map(({ name }) => name).sort());
});
