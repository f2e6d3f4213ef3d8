import type { StackResourceFacts } from "../../src/graph/stack";
import { UNKNOWN, type Value } from "../../src/graph/value";
import { Operation } from "../../src/pulumi/operation";

const BUCKET = "aws:s3/bucket:Bucket";
const COMPONENT = "aws:s3:BucketEventSubscription";

const urnOf = (name: string, type = BUCKET): string => `urn:pulumi:dev::shop::${type}::${name}`;

/** A resource as it comes before it is created. */
const before = (name: string, inputs: Value, type = BUCKET): Parameters<Operation["add"]>[0] => ({
  urn: urnOf(name, type),
  type,
  name,
  inputs,
});

/** A resource as it comes at the end. */
const after = (name: string, outputs: Value, type = BUCKET): StackResourceFacts => ({
  urn: urnOf(name, type),
  type,
  name,
  outputs,
  dependencies: [],
  propertyDependencies: {},
});

/** The names of the resources that rules read, with their inputs or, for those that are not created, "skipped". */
function managed(
  operation: Operation,
  resources: StackResourceFacts[],
  hasConfiguration = true,
): Record<string, unknown> {
  const { resources: found } = operation.stack(resources, hasConfiguration);
  return Object.fromEntries(
    found
      .filter(({ external }) => !external)
      .map(({ name, skipped, value }) => [name, skipped && value === UNKNOWN ? "skipped" : value]),
  );
}

/** An operation that has these inputs by name. */
function operationWith(inputs: Record<string, Value>): Operation {
  const operation = new Operation();
  for (const [name, given] of Object.entries(inputs)) {
    operation.add(before(name, given));
  }
  return operation;
}

describe("a resource before it is created", () => {
  it("is checked by its inputs", () => {
    const resource = new Operation().add({ ...before("logs", { bucket: UNKNOWN }), ignoreChanges: ["tags"] });
    expect(resource).toMatchObject({ name: "logs", external: false, exists: UNKNOWN, ignoreChanges: ["tags"] });
    expect(resource.str("bucket")).toBe(UNKNOWN);
  });

  it.each<[string, Value]>([
    ["an empty object", {}],
    ["null", null],
    ["an empty list", []],
    ["an empty string", ""],
  ])("is not checked yet where its inputs are %s", (_name, inputs) => {
    expect(new Operation().add(before("logs", inputs)).external).toBe(true);
  });

  it.each<[string, Value]>([
    ["an unknown", UNKNOWN],
    ["a list", ["x"]],
    ["a number", 0],
  ])("is checked where its inputs are %s", (_name, inputs) => {
    expect(new Operation().add(before("logs", inputs)).external).toBe(false);
  });

  it.each([COMPONENT, "random:index/randomId:RandomId", "pulumi:pulumi:Stack", "my/aws:s3/bucket:Bucket"])(
    "is checked without inputs where it is a %s",
    (type) => {
      expect(new Operation().add(before("x", {}, type)).external).toBe(false);
    },
  );
});

describe("in a preview or an update", () => {
  it("resources have the inputs that came before", () => {
    const operation = operationWith({ logs: { bucket: "logs" } });
    expect(managed(operation, [after("logs", { id: "logs-1", bucket: "of AWS" })])).toEqual({
      logs: { bucket: "logs" },
    });
  });

  it("a resource that exists is distinguished from a new one", () => {
    const operation = operationWith({ old: { bucket: "a" }, new: { bucket: "b" } });
    const { resources } = operation.stack([after("old", { id: "x" }), after("new", { id: UNKNOWN })], true);
    expect(resources.map(({ name, exists }) => [name, exists])).toEqual([
      ["new", false],
      ["old", true],
    ]);
  });

  it("a new resource that is skipped has unknown inputs, one without inputs has none", () => {
    const operation = operationWith({ skipped: {}, bare: {}, logs: { bucket: "logs" } });
    const resources = [after("skipped", {}), after("bare", { id: UNKNOWN, arn: UNKNOWN }), after("logs", { id: "x" })];
    expect(managed(operation, resources)).toEqual({ skipped: "skipped", bare: {}, logs: { bucket: "logs" } });
  });

  it("a resource without inputs that exists is checked by them", () => {
    const operation = operationWith({ bare: {}, logs: { bucket: "logs" } });
    expect(managed(operation, [after("bare", { id: "b", acl: "private" }), after("logs", { id: "x" })])).toEqual({
      bare: {},
      logs: { bucket: "logs" },
    });
  });

  it("a resource that came at the end only is external: the program has it no more, and --target keeps it", () => {
    const operation = operationWith({ logs: { bucket: "logs" } });
    expect(managed(operation, [after("logs", { id: "x" }), after("kept", { id: "y", bucket: "kept" })])).toEqual({
      logs: { bucket: "logs" },
    });
  });

  it("all resources may be skipped", () => {
    const resources = [after("a", {}), after("b", {})];
    expect(managed(operationWith({ a: {}, b: {} }), resources)).toEqual({ a: "skipped", b: "skipped" });
  });

  it("a component without inputs is checked", () => {
    const operation = new Operation();
    operation.add(before("subscription", {}, COMPONENT));
    operation.add(before("logs", { bucket: "logs" }));
    const resources = [after("subscription", {}, COMPONENT), after("logs", { id: "x" })];
    expect(managed(operation, resources)).toEqual({ subscription: {}, logs: { bucket: "logs" } });
  });

  it("resources are checked by their outputs where all rules on single resources are disabled", () => {
    const resources = [after("logs", { id: "x", bucket: "logs" }), after("skipped", {}), after("c", {}, COMPONENT)];
    expect(managed(new Operation(), resources)).toEqual({
      logs: { id: "x", bucket: "logs" },
      skipped: "skipped",
      c: {},
    });
  });
});

describe("in `pulumi policy analyze`, which has no configuration", () => {
  it("a resource without inputs is external: the program may only read it", () => {
    const operation = operationWith({ read: {}, logs: { bucket: "logs" } });
    const resources = [after("read", { id: "r", bucket: "read" }), after("logs", { id: "x" })];
    expect(managed(operation, resources, false)).toEqual({ logs: { bucket: "logs" } });
  });
});

describe("where every resource exists and none has inputs, as Pulumi Cloud discovers them", () => {
  const outputs: Value = {
    id: "files",
    arn: "arn:aws:s3:::files",
    bucket: "files",
    forceDestroy: false,
    tags: {},
    tagsAll: {},
    acl: null,
    policy: "",
    grants: [],
    websites: [{}],
    objectLockEnabled: UNKNOWN,
  };

  it.each([true, false])("they have the inputs that their outputs show (configuration: %s)", (hasConfiguration) => {
    const operation = operationWith({ files: {} });
    operation.add(before("provider", {}, "pulumi:providers:aws"));
    const resources = [after("files", outputs), after("provider", { region: "x" }, "pulumi:providers:aws")];
    expect(managed(operation, resources, hasConfiguration)).toEqual({
      files: { bucket: "files", forceDestroy: false, websites: [{}], objectLockEnabled: UNKNOWN },
      provider: {},
    });
  });

  it("they are read under older names of their types, and where nothing is known of a type", () => {
    const operation = new Operation();
    const older = "aws:s3/bucketV2:BucketV2";
    const strange = "aws:strange/thing:Thing";
    operation.add(before("files", {}, older));
    operation.add(before("thing", {}, strange));
    const resources = [after("files", outputs, older), after("thing", { id: "x", arn: "y", size: 1 }, strange)];
    expect(managed(operation, resources)).toEqual({
      files: { bucket: "files", forceDestroy: false, websites: [{}], objectLockEnabled: UNKNOWN },
      thing: { arn: "y", size: 1 },
    });
  });

  it("is not so where one of them is new", () => {
    const operation = operationWith({ files: {}, new: {} });
    expect(managed(operation, [after("files", outputs), after("new", { id: UNKNOWN })])).toEqual({
      files: {},
      new: {},
    });
  });

  it("is not so where one of them has inputs", () => {
    const operation = operationWith({ files: {}, logs: { bucket: "logs" } });
    const resources = [after("files", outputs), after("logs", { id: "x" })];
    expect(managed(operation, resources)).toEqual({ files: {}, logs: { bucket: "logs" } });
  });

  it("is not so where outputs are no object", () => {
    expect(managed(operationWith({ files: {} }), [after("files", UNKNOWN)])).toEqual({ files: {} });
    expect(managed(operationWith({ files: {} }), [after("files", null)])).toEqual({ files: "skipped" });
  });
});

describe("the checks that are postponed", () => {
  const postponed = (operation: Operation, resources: StackResourceFacts[]): string[] =>
    operation.postponed(operation.stack(resources, true)).map(({ name }) => name);

  it("are those of resources without inputs that were not skipped", () => {
    const operation = operationWith({ skipped: {}, bare: {}, logs: { bucket: "logs" } });
    const resources = [after("skipped", {}), after("bare", { id: UNKNOWN }), after("logs", { id: "x" })];
    expect(postponed(operation, resources)).toEqual(["bare"]);
  });

  it("are none once the resource came with inputs", () => {
    const operation = operationWith({ logs: {} });
    operation.add(before("logs", { bucket: "logs" }));
    expect(postponed(operation, [after("logs", { id: "x" })])).toEqual([]);
  });

  it("are those of resources that got their first inputs from a remediation", () => {
    const operation = new Operation();
    operation.beforeRemediation(before("bare", {}));
    expect(operation.add(before("bare", { bucket: "remediated" })).external).toBe(true);
    operation.beforeRemediation(before("logs", { bucket: "logs" }));
    expect(operation.add(before("logs", { bucket: "remediated" })).external).toBe(false);
    operation.beforeRemediation(before("other", {}));
    expect(operation.add(before("another", { bucket: "another" })).external).toBe(false);
    const resources = [after("bare", { id: UNKNOWN }), after("logs", { id: "x" }), after("another", { id: "y" })];
    expect(postponed(operation, resources)).toEqual(["bare"]);
    expect(managed(operation, resources)["bare"]).toEqual({ bucket: "remediated" });
  });
});
