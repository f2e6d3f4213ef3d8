import { posix } from "node:path";
import { createContext, runInContext } from "node:vm";
import ts from "typescript";
import { answerInvoke } from "../../src/engine/invokes";
import { Recorder, type Registered } from "../../src/engine/recorder";
import type { RecordedStack, Wire } from "../../src/graph/recorded";
import { functionResult } from "../../src/aws/types";
import { STACK_TYPE } from "../../src/graph/stack";
import { SIGNATURE, SIGNATURES, UNKNOWN_STRING } from "../../src/graph/value";
import { isProperty, TYPES } from "../../src/testing/aws-schema";
import { madeUp, OUTPUTS_BY_TYPE, readBack } from "./made-up";
import { unknownArguments } from "./pulumi-yaml";

/** How an example program runs. */
export interface ExampleRun {
  /** The configuration in force, by full key. */
  config: Readonly<Record<string, string>>;
  /** True for the stack as it is deployed, with all outputs known. */
  exists?: boolean;
}

type Properties = Record<string, Wire>;

const PROJECT = "shop";
const STACK = "dev";
const DEFAULT_REGION = "us-east-1";

// An argument that an older @pulumi/aws takes, for the rule about it.
const REMOVED = { type: "aws:ec2/eip:Eip", argument: "vpc" };

/** The message of Pulumi's SDK where a program converts an output to a string. */
const stringified = (method: string): string =>
  `Calling [${method}] on an [Output<T>] is not supported.\n\nTo get the value of an Output<T> as an Output<string> ` +
  "consider either:\n1: o.apply(v => `prefix${v}suffix`)\n2: pulumi.interpolate `prefix${v}suffix`;";

/** A value with the URNs of the resources that it comes from. */
interface Resolved {
  value: unknown;
  from: ReadonlySet<string>;
}

function isPlainObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function hasUnknowns(value: unknown): boolean {
  return typeof value === "object" && value !== null
    ? Object.values(value).some(hasUnknowns)
    : value === UNKNOWN_STRING;
}

/** Marks objects of this kit, in whichever realm they are looked at. */
const RESOLVE = Symbol("resolve");

interface Resolvable {
  [RESOLVE]: () => Promise<Resolved>;
}

const isResolvable = (value: unknown): value is Resolvable =>
  typeof value === "object" && value !== null && RESOLVE in value;

/** Waits for everything inside a value. */
async function resolved(input: unknown): Promise<Resolved> {
  if (isResolvable(input)) {
    return input[RESOLVE]();
  }
  if (typeof (input as { then?: unknown } | null | undefined)?.then === "function") {
    return resolved(await input);
  }
  if (typeof input === "function") {
    throw new Error("a function as a property is not supported in examples");
  }
  if (typeof input !== "object" || input === null) {
    return { value: input, from: new Set() };
  }
  const keys = Object.keys(input);
  const parts = await Promise.all(Object.values(input).map(resolved));
  const from = new Set(parts.flatMap((part) => [...part.from]));
  const values = parts.map(({ value }) => value);
  return {
    value: Array.isArray(input) ? values : Object.fromEntries(keys.map((key, index) => [key, values[index]])),
    from,
  };
}

/** An `Output` as in Pulumi's SDK: `apply`, properties of properties, and the message that its string is. */
class Output {
  private constructor(
    private readonly state: Promise<Resolved>,
    private readonly run: Run,
  ) {}

  static of(state: Promise<Resolved>, run: Run): Output {
    run.pending.push(state);
    state.catch(() => undefined); // reported at the end of the run
    return new Proxy(new Output(state, run), {
      has: (target, key) => key === RESOLVE || key in target,
      get: (target, key) => {
        switch (key) {
          case RESOLVE:
            return () => state;
          case "apply":
            return (change: (value: unknown) => unknown) => target.apply(change);
          case "toString":
          case "toJSON":
            return () => stringified(key);
          case Symbol.toPrimitive:
            return () => stringified("toString");
          case "then":
            return undefined;
          default:
            return typeof key === "symbol" ? undefined : Output.of(target.property(key), run);
        }
      },
    });
  }

  apply(change: (value: unknown) => unknown): Output {
    const changed = this.state.then(async ({ value, from }) => {
      if (hasUnknowns(value)) {
        return { value: UNKNOWN_STRING, from };
      }
      const next = await resolved(change(value));
      return { value: next.value, from: new Set([...from, ...next.from]) };
    });
    return Output.of(changed, this.run);
  }

  private async property(key: string): Promise<Resolved> {
    const { value, from } = await this.state;
    const isUnknown = value === UNKNOWN_STRING;
    return { value: isUnknown ? value : (value as Record<string, unknown> | null | undefined)?.[key], from };
  }
}

/** The key under which an object of the program keeps its resource. */
const DECLARED = Symbol("declared");

interface Holder {
  [DECLARED]: Declared;
}

/** The options of a resource that the kit reads. */
interface Options {
  dependsOn?: unknown;
  parent?: Holder;
  provider?: Holder;
  providers?: unknown;
  ignoreChanges?: string[];
}

/** A resource or component of a program. */
class Declared {
  private readonly children: Declared[] = [];

  private constructor(
    readonly run: Run,
    readonly type: string,
    /** What the engine answers once it is registered. */
    readonly registered: Promise<Registered>,
    private readonly isComponent: boolean,
  ) {
    run.pending.push(registered);
    registered.catch(() => undefined); // reported at the end of the run
  }

  /** A resource that the stack manages. */
  static managed(run: Run, type: string, name: string, inputs: unknown, options: Options = {}): Declared {
    return Declared.under(options.parent, new Declared(run, type, register(run, type, name, inputs, options), false));
  }

  static component(run: Run, type: string, name: string, options: Options = {}): Declared {
    return Declared.under(options.parent, new Declared(run, type, register(run, type, name, {}, options, false), true));
  }

  /** A resource that the program only reads. */
  static external(run: Run, type: string, name: string, id: unknown, state: unknown = {}): Declared {
    const read = async (): Promise<Registered> =>
      run.recorder.read({
        type,
        name,
        id: String((await resolved(id)).value),
        parent: run.rootUrn,
        state: withoutUndefined((await resolved(state)).value) as Properties,
        dependencies: [],
        provider: "",
        package: packageOf(type),
      });
    return new Declared(run, type, read(), false);
  }

  private static under(parent: Holder | undefined, declared: Declared): Declared {
    parent?.[DECLARED].children.push(declared);
    return declared;
  }

  /** The URNs that whatever depends on this waits for: its own, and those of a component's parts. */
  async urns(): Promise<string[]> {
    const { urn } = await this.registered;
    const parts = this.isComponent ? await Promise.all(this.children.map((child) => child.urns())) : [];
    return [urn, ...parts.flat()];
  }

  output(property: string): Output {
    const value = async (): Promise<Resolved> => {
      const { urn, id, outputs } = await this.registered;
      const absent = this.run.exists ? undefined : UNKNOWN_STRING;
      const known = property === "urn" ? urn : property === "id" ? id || UNKNOWN_STRING : (outputs[property] ?? absent);
      return { value: known, from: new Set([urn]) };
    };
    return Output.of(value(), this.run);
  }
}

const packageOf = (type: string): { name: string; version: string; url: string } => {
  const [name = ""] = type.replace(/^pulumi:providers:/, "").split(":");
  return { name, version: "", url: "" };
};

async function register(
  run: Run,
  type: string,
  name: string,
  inputs: unknown,
  options: Options,
  custom = true,
): Promise<Registered> {
  if (typeof name !== "string" || name === "") {
    throw new Error(`${type} needs a name`);
  }
  const properties: Properties = {};
  const propertyDependencies: Record<string, string[]> = {};
  for (const [key, input] of Object.entries(isPlainObject(inputs) ? inputs : {})) {
    const { value, from } = await resolved(input);
    if (value !== undefined) {
      properties[key] = withoutUndefined(value);
      propertyDependencies[key] = [...from];
    }
  }
  const unknown = (type.startsWith("aws:") ? unknownArguments(type, properties) : []).filter(
    (problem) => problem !== `${REMOVED.type} has no ${REMOVED.argument}`,
  );
  if (unknown.length > 0) {
    throw new Error(`${name}: ${unknown.join(", ")}`);
  }
  const parent = (await options.parent?.[DECLARED].registered)?.urn ?? run.rootUrn;
  const awaited = await Promise.all((await declaredIn(options.dependsOn)).map((one) => one.urns()));
  const [provider = ""] = await references(options.provider);
  const [handedDown = provider] = await references(options.providers);
  const registered = run.recorder.register({
    type,
    name,
    custom,
    remote: false,
    parent,
    inputs: type === "pulumi:providers:aws" ? forProvider(properties) : properties,
    dependencies: [...new Set([...awaited.flat(), ...Object.values(propertyDependencies).flat()])],
    propertyDependencies,
    provider: custom ? provider : "",
    providers: custom || handedDown === "" ? {} : { aws: handedDown },
    package: packageOf(type),
  });
  if (options.ignoreChanges) {
    run.ignoreChanges.set(registered.urn, [...options.ignoreChanges]);
  }
  return registered;
}

/** The SDK sends everything but strings to a provider as JSON. */
const forProvider = (properties: Properties): Properties =>
  Object.fromEntries(
    Object.entries(properties).map(([key, value]) => [key, typeof value === "string" ? value : JSON.stringify(value)]),
  );

const withoutUndefined = (value: unknown): Wire => JSON.parse(JSON.stringify(value)) as Wire;

/** The providers that an option names, as `urn::id`. */
async function references(option: unknown): Promise<string[]> {
  const registered = await Promise.all((await declaredIn(option)).map((one) => one.registered));
  return registered.map(({ urn, id }) => `${urn}::${id || UNKNOWN_STRING}`);
}

/** The resources that an option names: one, several, or by package. */
async function declaredIn(option: unknown): Promise<Declared[]> {
  const given: unknown = await option;
  if (given === undefined || given === null) {
    return [];
  }
  const { [DECLARED]: declared } = given as Partial<Holder>;
  return declared ? [declared] : (await Promise.all(Object.values(given).map(declaredIn))).flat();
}

/** One run of a program. */
class Run {
  /** All that a program has started, so that no error is lost. */
  readonly pending: Promise<unknown>[] = [];
  readonly ignoreChanges = new Map<string, string[]>();
  readonly recorder: Recorder;
  readonly rootUrn: string;
  readonly exists: boolean;
  readonly config: Readonly<Record<string, string>>;

  constructor({ config, exists = false }: ExampleRun) {
    this.config = config;
    this.exists = exists;
    this.recorder = new Recorder({
      project: PROJECT,
      stack: STACK,
      organization: "organization",
      config,
      dryRun: !exists,
      outputsByType: OUTPUTS_BY_TYPE,
      ...(exists && { computed: (resource, property) => madeUp(resource, property, this.region) as Wire }),
    });
    this.rootUrn = this.recorder.register({
      type: STACK_TYPE,
      name: `${PROJECT}-${STACK}`,
      custom: false,
      remote: false,
      parent: "",
      inputs: {},
      dependencies: [],
      propertyDependencies: {},
      provider: "",
      providers: {},
      package: packageOf("pulumi"),
    }).urn;
  }

  get region(): string {
    return this.config["aws:region"] ?? DEFAULT_REGION;
  }

  output(input: unknown): Output {
    return Output.of(resolved(input), this);
  }

  /** Waits until nothing is left to do, and fails with the first error. */
  async settle(): Promise<void> {
    for (const one of this.pending) {
      await one; // it may start more
    }
  }

  recorded(): RecordedStack {
    const recorded = this.recorder.recorded();
    const resources = recorded.resources.map((resource) => {
      const ignoreChanges = this.ignoreChanges.get(resource.urn);
      const isDeployed = this.exists && resource.custom;
      return {
        ...resource,
        ...(ignoreChanges && { ignoreChanges }),
        ...(isDeployed && { outputs: readBack(resource.type, resource.outputs) as Properties }),
      };
    });
    return { ...recorded, resources };
  }
}

/** A resource as a program sees it: each of its properties is an output. */
function visible(declared: Declared): object {
  return new Proxy(
    {},
    {
      has: (_target, key) => key === RESOLVE || key === DECLARED,
      get: (_target, key) => {
        if (key === DECLARED) {
          return declared;
        }
        if (key === RESOLVE) {
          return () => resolved(declared.output("id"));
        }
        if (typeof key === "symbol" || key === "then" || key === "toJSON") {
          return undefined;
        }
        if (declared.type.startsWith("aws:") && key !== "urn" && !isProperty(declared.type, key)) {
          throw new Error(`${declared.type} has no property ${key}`);
        }
        return declared.output(key);
      },
    },
  );
}

/** A class whose instances a function creates. */
function constructible(create: (...args: never[]) => object, statics: object = {}): object {
  function Constructor(): void {
    // The proxy constructs.
  }
  return new Proxy(Object.assign(Constructor, statics), {
    construct: (_target, args) => create(...(args as never[])),
  });
}

/** The class of a resource type, with `get`, which reads an existing resource. */
function resourceClass(run: Run, type: string): object {
  const get = (name: string, id: unknown, state?: unknown): object =>
    visible(Declared.external(run, type, name, id, state));
  const create = (name: string, args: unknown, options?: Options): object =>
    visible(Declared.managed(run, type, name, args, options));
  return constructible(create, { get });
}

/** A data source: `getX` gives a promise, `getXOutput` an output. */
function dataSource(run: Run, token: string, givesOutput: boolean): (args?: unknown) => unknown {
  const answer = async (args: unknown): Promise<Resolved> => {
    const { value, from } = await resolved(args);
    return hasUnknowns(value)
      ? { value: UNKNOWN_STRING, from }
      : { value: answerInvoke(token, value as Properties, { provider: {}, region: run.region }), from };
  };
  return (args = {}) => {
    const answered = answer(args);
    return givesOutput ? Output.of(answered, run) : answered.then(({ value }) => value);
  };
}

/** Enumerations such as `aws.lambda.Runtime`, which are in small modules of their own. */
function enumeration(module: string, name: string): unknown {
  const path = ["@pulumi/aws/types/enums", ...(module === "index" ? [] : [module]), "index.js"].join("/");
  try {
    // eslint-disable-next-line @typescript-eslint/no-require-imports -- loaded only where an example names one
    return (require(path) as Record<string, unknown>)[name];
  } catch {
    return undefined;
  }
}

/** As `aws.iam.assumeRolePolicyForPrincipal`. */
const assumeRolePolicyForPrincipal = (principal: unknown): object => ({
  Version: "2012-10-17",
  Statement: [{ Sid: "AllowAssumeRole", Effect: "Allow", Principal: principal, Action: "sts:AssumeRole" }],
});

function member(run: Run, module: string, name: string): unknown {
  if (name === "assumeRolePolicyForPrincipal") {
    return assumeRolePolicyForPrincipal;
  }
  const [, source] = /^(get\w+?)(?:Output)?$/.exec(name) ?? [];
  if (source !== undefined) {
    const token = `aws:${module}/${source}:${source}`;
    if (functionResult(token) === undefined) {
      throw new Error(`@pulumi/aws has no function ${token}`);
    }
    return dataSource(run, token, name !== source);
  }
  const type = TYPES.find((token) => token.startsWith(`aws:${module}/`) && token.endsWith(`:${name}`));
  const found = type === undefined ? enumeration(module, name) : resourceClass(run, type);
  if (found === undefined) {
    throw new Error(`@pulumi/aws has no ${module === "index" ? "" : `${module}.`}${name}`);
  }
  return found;
}

const namespace = (get: (key: string) => unknown): object =>
  new Proxy({}, { get: (_target, key) => (typeof key === "symbol" || key === "then" ? undefined : get(key)) });

function awsOf(run: Run): object {
  return namespace((key) => {
    if (key === "Provider") {
      return resourceClass(run, "pulumi:providers:aws");
    }
    if (key === "config") {
      return { region: run.config["aws:region"] };
    }
    const isModule = TYPES.some((token) => token.startsWith(`aws:${key}/`));
    return isModule ? namespace((name) => member(run, key, name)) : member(run, "index", key);
  });
}

const randomOf = (run: Run): object =>
  namespace((name) => resourceClass(run, `random:index/${name.charAt(0).toLowerCase()}${name.slice(1)}:${name}`));

function configClass(run: Run): object {
  return class {
    constructor(private readonly namespace = PROJECT) {}

    get = (key: string): string | undefined => run.config[`${this.namespace}:${key}`];
    require = (key: string): string => {
      const value = this.get(key);
      if (value === undefined) {
        throw new Error(`the configuration of the example has no ${this.namespace}:${key}`);
      }
      return value;
    };
    getSecret = (key: string): Output => run.output(this.get(key));
    requireSecret = (key: string): Output => run.output(this.require(key));
    getObject = (key: string): unknown => {
      const value = this.get(key);
      return value === undefined ? undefined : (JSON.parse(value) as unknown);
    };
    requireObject = (key: string): unknown => JSON.parse(this.require(key)) as unknown;
    getNumber = this.getObject;
    getBoolean = this.getObject;
    requireNumber = this.requireObject;
    requireBoolean = this.requireObject;
  };
}

function assetClasses(): object {
  const marked = (signature: string, key: string): object =>
    constructible((value: unknown) => ({ [SIGNATURE]: signature, [key]: value }));
  const { asset, archive } = SIGNATURES;
  return {
    StringAsset: marked(asset, "text"),
    FileAsset: marked(asset, "path"),
    RemoteAsset: marked(asset, "uri"),
    AssetArchive: marked(archive, "assets"),
    FileArchive: marked(archive, "path"),
    RemoteArchive: marked(archive, "uri"),
  };
}

function componentClass(run: Run): object {
  return class ComponentResource implements Holder {
    readonly [DECLARED]: Declared;

    constructor(type: string, name: string, _args?: unknown, options?: Options) {
      this[DECLARED] = Declared.component(run, type, name, options);
    }

    get urn(): Output {
      return this[DECLARED].output("urn");
    }

    registerOutputs(outputs: unknown = {}): void {
      run.pending.push(
        Promise.all([this[DECLARED].registered, resolved(outputs)]).then(([{ urn }, { value }]) => {
          run.recorder.registerOutputs(urn, withoutUndefined(value) as Properties);
        }),
      );
    }
  };
}

function stackReferenceClass(run: Run): object {
  return class {
    private readonly declared: Declared;

    constructor(name: string) {
      this.declared = Declared.external(run, "pulumi:pulumi:StackReference", name, name, { name });
    }

    // The exports of another stack are not known here.
    getOutput = (): Output => {
      const value = async (): Promise<Resolved> => {
        const { urn } = await this.declared.registered;
        return { value: UNKNOWN_STRING, from: new Set([urn]) };
      };
      return Output.of(value(), run);
    };
    requireOutput = this.getOutput;
  };
}

function pulumiOf(run: Run): object {
  const output = (value: unknown): Output => run.output(value);
  const concat = (...parts: unknown[]): Output => output(parts).apply((all) => (all as unknown[]).join(""));
  return {
    ...assetClasses(),
    asset: assetClasses(),
    ComponentResource: componentClass(run),
    Config: configClass(run),
    StackReference: stackReferenceClass(run),
    Output: { create: output },
    output,
    all: output,
    secret: output,
    unsecret: output,
    concat,
    interpolate: (strings: readonly string[], ...values: unknown[]) =>
      concat(...strings.flatMap((part, index) => (index < values.length ? [part, values[index]] : [part]))),
    jsonStringify: (value: unknown) => output(value).apply((plain) => JSON.stringify(plain)),
    jsonParse: (value: unknown) => output(value).apply((text) => JSON.parse(String(text)) as unknown),
    getProject: () => PROJECT,
    getStack: () => STACK,
    getOrganization: () => "organization",
    log: namespace(() => () => undefined),
    runtime: { isDryRun: () => !run.exists },
  };
}

/** TypeScript as CommonJS; fails where it cannot be parsed. */
function compiled(path: string, text: string): string {
  const { outputText, diagnostics = [] } = ts.transpileModule(text, {
    fileName: path,
    reportDiagnostics: true,
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022, esModuleInterop: true },
  });
  const [first] = diagnostics;
  if (first) {
    throw new SyntaxError(`${path}: ${ts.flattenDiagnosticMessageText(first.messageText, " ")}`);
  }
  return outputText;
}

/**
 * What a program registers, in this process: without the engine, the SDK and @pulumi/aws. `aws`, `pulumi` and `random`
 * are there without imports; files may import them, and each other, by relative path.
 * @param files the program's files by path; `index.ts` runs
 */
export async function runExample(files: Readonly<Record<string, string>>, options: ExampleRun): Promise<RecordedStack> {
  const run = new Run(options);
  const packages = { aws: awsOf(run), pulumi: pulumiOf(run), random: randomOf(run) };
  const context = createContext({
    ...packages,
    console: namespace(() => () => undefined),
    Buffer,
    process: { env: {} },
  });
  const modules = new Map<string, object>();
  const load = (path: string): object => {
    const known = modules.get(path);
    const text = files[path];
    if (known || text === undefined) {
      return known ?? {};
    }
    const module = { exports: {} };
    modules.set(path, module.exports);
    const require = (name: string): object => {
      const found = {
        "@pulumi/aws": packages.aws,
        "@pulumi/pulumi": packages.pulumi,
        "@pulumi/random": packages.random,
      };
      const relative = posix.join(posix.dirname(path), name);
      const file = [`${relative}.ts`, `${relative}/index.ts`].find((candidate) => candidate in files);
      if (Object.hasOwn(found, name)) {
        return found[name as keyof typeof found];
      }
      if (!name.startsWith(".") || file === undefined) {
        throw new Error(`an example cannot import ${name}`);
      }
      return load(file);
    };
    const body = `(function (exports, require, module) {${compiled(path, text)}\n})`;
    (runInContext(body, context, { filename: path }) as (...args: unknown[]) => void)(module.exports, require, module);
    modules.set(path, module.exports);
    return module.exports;
  };
  const exported = load("index.ts");
  await run.settle();
  const { value } = await resolved(exported);
  run.recorder.registerOutputs(run.rootUrn, withoutUndefined(value) as Properties);
  return run.recorded();
}
