import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkConstraint, type Outcome } from "../../src/constraints/check";
import { groupOf, type Conditions, type Constraint, type Inputs, type Test } from "../../src/constraints/form";
import { isConstraintId } from "../../src/constraints/ids";
import { constraintsOf, constraintsOfService, SERVICES } from "../../src/constraints/load";
import { Named } from "../../src/constraints/cases";
import { Stack } from "../../src/graph/stack";
import { UNKNOWN_STRING } from "../../src/graph/value";
import { traceReads } from "../../src/graph/view";
import { codeIn } from "../../src/rules/language";
import { isProperty, isType, propertiesOf } from "../../src/testing/aws-schema";
import { build, resource, type BuiltResource, type Input } from "../../src/testing/stack";

const all = SERVICES.flatMap((service) => constraintsOfService(service));

/** The program of a case: where a property is in `refers`, its arguments are another resource, which it names. */
function programOf({ type, each = "", refers = {} }: Constraint, inputs: Inputs): BuiltResource[] {
  const others = new Map<string, BuiltResource>();
  let count = 0;
  const created = (of: string, name: string, own: Inputs, path: string): BuiltResource => {
    const other = resource(of, name, withOthers(own as Input, `${path}->`) as Record<string, Input>);
    others.set(name, other);
    return other;
  };
  const referredTo = (of: string, value: unknown, path: string): Input =>
    Array.isArray(value)
      ? value.map((item) => referredTo(of, item, path))
      : value instanceof Named
        ? (others.get(value.name) ?? created(of, value.name, {}, path))["id"]
        : typeof value === "object" && value !== null
          ? created(of, `other${String((count += 1))}`, value as Inputs, path)["id"]
          : (value as Input);
  function withOthers(value: Input, path: string): Input {
    const prefixes = [path, ...(path.startsWith(`${each}.`) ? [path.slice(each.length + 1)] : []), `/${path}`];
    const [of] = prefixes.flatMap((one) => [refers[one] ?? []].flat());
    if (of !== undefined) {
      return referredTo(of, value, path);
    }
    if (Array.isArray(value)) {
      return value.map((item) => withOthers(item, path));
    }
    return typeof value === "object" && value !== null && !(value instanceof Named)
      ? Object.fromEntries(
          Object.entries(value).map(([key, item]) => [
            key,
            withOthers(item as Input, path === "" || path.endsWith("->") ? `${path}${key}` : `${path}.${key}`),
          ]),
        )
      : value;
  }
  const own = resource(type, "orders", withOthers(inputs as Input, "") as Record<string, Input>);
  return [...others.values(), own];
}

function outcomes(constraint: Constraint, program: BuiltResource[]): Outcome[] {
  const stack = Stack.from(build(program, "preview"));
  const [orders] = stack.ofType(constraint.type).filter(({ name }) => name === "orders");
  return orders ? checkConstraint(constraint, orders, stack) : [];
}

const rejectionsIn = (constraint: Constraint, program: BuiltResource[]): Outcome[] =>
  outcomes(constraint, program).filter(({ holds }) => holds === false);

const rejections = (constraint: Constraint, inputs: Inputs): Outcome[] =>
  rejectionsIn(constraint, programOf(constraint, inputs));

/** The inputs with one of their own properties not known yet: each in turn. */
const withUnknowns = (inputs: Inputs): [string, Inputs][] =>
  Object.keys(inputs).map((key) => [key, { ...inputs, [key]: UNKNOWN_STRING }]);

it("has a file for each service, and no other", () => {
  const files = readdirSync(join(__dirname, "../../src/constraints/services")).map((file) => file.replace(/\.ts$/, ""));
  expect(files.sort()).toEqual([...SERVICES]);
});

it("has each id once, and finds a constraint by its id and by its type", () => {
  const ids = all.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { id, type } of all) {
    expect([id, isConstraintId(id), constraintsOf(type).some((one) => one.id === id)]).toEqual([id, true, true]);
  }
  expect(["aws.sqs.queue.none", "aws.none.queue.fifo", "name-charset"].filter(isConstraintId)).toEqual([]);
  expect(constraintsOf("aws:none/none:None")).toEqual([]);
});

/** The properties that a test compares with. */
function otherPaths(test: Test): string[] {
  if (typeof test !== "object") {
    return [];
  }
  return Object.entries(test).flatMap(([key, value]: [string, unknown]) =>
    ["sameAs", "subdomainOf", "versionOf", "overlaps", "hostOf"].includes(key)
      ? [String(value)]
      : typeof value === "object" && value !== null && "property" in value
        ? [String(value.property)]
        : typeof value === "object" && value !== null && !(value instanceof RegExp)
          ? otherPaths(value as Test)
          : [],
  );
}

describe.each(SERVICES)("%s", (service) => {
  const constraints = constraintsOfService(service);

  it.each(constraints.map((constraint) => [constraint.id, constraint] as const))("%s", (id, constraint) => {
    const { type, must, awsError = "", source, accepts, rejects, date } = constraint;
    expect(awsError).not.toMatch(/\.$/);
    expect(id).toMatch(new RegExp(`^aws\\.${service}\\.[a-z0-9-]+\\.[a-z0-9-]+$`));
    expect([type, isType(type), type.startsWith(`aws:${service}/`)]).toEqual([type, true, true]);
    expect(date).toMatch(/^\d{4}-\d\d-\d\d$/);
    expect(source).toMatch(/^https:\/\/(?:docs|repost)\.aws\.amazon\.com\/\S+$/);
    expect(must).toMatch(/^[A-Z`].{10,220}\.$/);
    expect(must.replace(/`[^`]*`/g, "").match(/[.!?] /g) ?? []).toEqual([]);
    expect([...must.matchAll(/`([^`]*)`/g)].filter(([, code = ""]) => codeIn(code, "python") === undefined)).toEqual(
      [],
    );
    expect(accepts.length).toBeGreaterThan(0);
    expect(rejects.length).toBeGreaterThan(0);

    const reads = new Set<string>();
    const misspelt = new Set<string>();
    traceReads((of, read) => {
      const path = read.replace(/\[\d+\]/g, "");
      reads.add(path);
      if (!isProperty(of, path)) {
        misspelt.add(`${of} ${path}`);
      }
    });
    try {
      for (const inputs of [...accepts, ...rejects]) {
        expect([inputs, Object.keys(inputs).filter((key) => !propertiesOf(type).includes(key))]).toEqual([inputs, []]);
      }
      for (const inputs of accepts) {
        const program = programOf(constraint, inputs);
        // What AWS accepts is accepted by every constraint.
        for (const other of constraintsOf(type)) {
          const found = rejectionsIn(other, program).map(({ situation }) => `${other.id}: ${situation}`);
          expect([inputs, found]).toEqual([inputs, []]);
        }
      }
      for (const inputs of rejects) {
        const found = rejections(constraint, inputs);
        expect([inputs, found.length > 0]).toEqual([inputs, true]);
        for (const { situation } of found) {
          expect(situation).toMatch(/^`.*\.$/);
          expect(situation).not.toMatch(/undefined|\[object|Symbol\(|NaN/);
        }
      }
      for (const [key, inputs] of rejects.flatMap(withUnknowns)) {
        const wrong = rejections(constraint, inputs).filter(
          ({ at, property }) =>
            at.at(...property.split(".")).isUnknown &&
            !at.resource.isComputed(at.property || (property.split(".")[0] ?? "")),
        );
        expect([key, wrong.map(({ property }) => property)]).toEqual([key, []]);
      }
    } finally {
      traceReads(undefined);
    }
    expect([...misspelt]).toEqual([]);

    // A path that no case reads would be misspelt without notice.
    const group = groupOf(constraint.require);
    const named = [
      ...[constraint.when, constraint.where, group ? undefined : constraint.require].flatMap((part) =>
        part === undefined
          ? []
          : [part]
              .flat()
              .flatMap((one) =>
                Object.entries(one as Conditions).flatMap(([path, test]) => [path, ...otherPaths(test)]),
              ),
      ),
      ...(group?.properties ?? []),
    ].map((path) => path.replace(/^(?:.*->|\/|\.\.\/)/, ""));
    const read = [...reads];
    expect(named.filter((path) => !read.some((one) => one === path || one.endsWith(`.${path}`)))).toEqual([]);
  });
});
