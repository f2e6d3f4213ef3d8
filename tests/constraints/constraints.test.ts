import { readdirSync } from "node:fs";
import { join } from "node:path";
import { checkConstraint, type Outcome } from "../../src/constraints/check";
import { groupOf, type Conditions, type Constraint, type Inputs, type Test } from "../../src/constraints/form";
import { isConstraintId } from "../../src/constraints/ids";
import { constraintsOf, constraintsOfService, SERVICES } from "../../src/constraints/load";
import type { Wire } from "../../src/graph/recorded";
import { Resource } from "../../src/graph/resource";
import { decode, UNKNOWN_STRING } from "../../src/graph/value";
import { traceReads } from "../../src/graph/view";
import { codeIn } from "../../src/rules/language";
import { isProperty, isType, propertiesOf } from "../../src/testing/aws-schema";

const all = SERVICES.flatMap((service) => constraintsOfService(service));

const resourceOf = (type: string, inputs: Inputs): Resource =>
  new Resource({
    urn: `urn:pulumi:dev::shop::${type}::orders`,
    type,
    name: "orders",
    inputs: decode(structuredClone(inputs) as Wire),
  });

const rejections = (constraint: Constraint, inputs: Inputs): Outcome[] =>
  checkConstraint(constraint, resourceOf(constraint.type, inputs)).filter(({ holds }) => holds === false);

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
    key === "sameAs" || key === "subdomainOf"
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
    traceReads((_type, path) => reads.add(path.replace(/\[\d+\]/g, "")));
    try {
      for (const inputs of [...accepts, ...rejects]) {
        expect([inputs, Object.keys(inputs).filter((key) => !propertiesOf(type).includes(key))]).toEqual([inputs, []]);
      }
      for (const inputs of accepts) {
        // What AWS accepts is accepted by every constraint.
        for (const other of constraintsOf(type)) {
          const found = rejections(other, inputs).map(({ situation }) => `${other.id}: ${situation}`);
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
          ({ at, property }) => at.at(...property.split(".")).isUnknown,
        );
        expect([key, wrong.map(({ property }) => property)]).toEqual([key, []]);
      }
    } finally {
      traceReads(undefined);
    }
    expect([...reads].filter((path) => !isProperty(type, path))).toEqual([]);

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
    ].map((path) => path.replace(/^(?:\/|\.\.\/)/, ""));
    const read = [...reads];
    expect(named.filter((path) => !read.some((one) => one === path || one.endsWith(`.${path}`)))).toEqual([]);
  });
});
