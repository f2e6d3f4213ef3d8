// A test runner for Stryker that loads the sources and all tests once, as Jest would see them, and switches from mutant
// to mutant in the same process. Jest loads every module again for each test file: a hundred times the work.
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { performance } from "node:perf_hooks";
import { Script } from "node:vm";
import { INSTRUMENTER_CONSTANTS } from "@stryker-mutator/api/core";
import { commonTokens, declareClassPlugin, PluginKind, tokens } from "@stryker-mutator/api/plugin";
import { determineHitLimitReached, DryRunStatus, MutantRunStatus, TestStatus } from "@stryker-mutator/api/test-runner";
import { transformSync } from "@swc/core";
import { expect } from "expect";
import { bind } from "jest-each";
import { fn } from "jest-mock";

/** Milliseconds after which a test that does not come back is taken to run without end; most take less than two. */
const ENDLESS = 4_000;

const ENDLESS_CODE = "ERR_SCRIPT_EXECUTION_TIMEOUT";

/** The same for a test that is slow by itself, at most. */
const LONGEST = 20_000;

/** The same where no mutant can be the cause. */
const AT_LEISURE = 600_000;

/** Tests that judge one mutant, at most: what nearly all tests run through is not run through by all of them each time. */
const MOST_TESTS = 400;

/** What it weighs that a test is of the source's own file, in kills. */
const OWN = 20;

/** Calls `globalThis.running` in the same context: only so can a loop without end be broken from outside. */
const runner = new Script("running()");

/** A map or set of a whole module: what it holds from one run, the next one reads. */
const MODULE_MEMORY = /^const \w+ = new (Weak)?(Map|Set)(<.*>)?\(\);$/m;

const instrumenter = (globalThis[INSTRUMENTER_CONSTANTS.NAMESPACE] ??= {});

class InProcessRunner {
  static inject = tokens(commonTokens.options);

  constructor(options) {
    this.root = process.cwd();
    this.testFiles = options.inProcess.testFiles;
    this.setupFiles = options.inProcess.setupFiles;
    this.leftOut = options.inProcess.leftOut;
    this.require = createRequire(join(this.root, "package.json"));
    // By test: how many mutants it has killed, and how long it took the last time.
    this.kills = new Map();
    this.times = new Map();
    // By mutant: the path of its source.
    this.sourceOf = new Map();
  }

  capabilities() {
    return { reloadEnvironment: true };
  }

  init() {
    const { extensions } = this.require;
    const { ".json": json } = extensions;
    // As in Jest, a source comes before the table of its name.
    delete extensions[".json"];
    const compiled = new Map();
    extensions[".ts"] = (module, filename) => {
      const code = compiled.get(filename) ?? this.compile(filename);
      compiled.set(filename, code);
      module._compile(code, filename);
    };
    extensions[".json"] = json;
    return Promise.resolve();
  }

  compile(filename) {
    const source = readFileSync(filename, "utf8");
    for (const [, ids] of source.matchAll(/stryCov_\w+\((.*?)\)/g)) {
      for (const id of ids.match(/\d+/g) ?? []) {
        this.sourceOf.set(id, this.pathOf(filename));
      }
    }
    return transformSync(source, {
      filename,
      configFile: false,
      swcrc: false,
      jsc: { target: "es2022", parser: { syntax: "typescript" } },
      module: { type: "commonjs" },
    }).code;
  }

  pathOf(file) {
    return relative(this.root, file).replaceAll(sep, "/");
  }

  /** Loads sources and tests, for the first time or anew. */
  load() {
    const loaded = Object.keys(this.require.cache).filter(
      (path) => path.startsWith(this.root + sep) && !path.includes(`${sep}node_modules${sep}`),
    );
    for (const path of loaded) {
      delete this.require.cache[path];
    }
    this.tests = new Map();
    this.suite = { name: "", before: [], after: [], parent: undefined };
    this.defineGlobals();
    for (const file of [...this.setupFiles, ...this.testFiles]) {
      this.file = file;
      this.require(join(this.root, file));
    }
  }

  defineGlobals() {
    const describe = (name, define) => {
      const { suite } = this;
      this.suite = { name: nameOf(suite, name), before: [], after: [], parent: suite };
      define();
      this.suite = suite;
    };
    describe.each = bind(describe, false);
    // What stands in the way of a test, such as a Python that is not there, says so where all tests are run.
    describe.skip = () => undefined;
    const it = (name, run) => {
      const fullName = nameOf(this.suite, name);
      if (this.leftOut.includes(fullName)) {
        return;
      }
      let id = idOf(this.file, fullName);
      for (let count = 2; this.tests.has(id); count++) {
        id = idOf(this.file, `${fullName} ${String(count)}`);
      }
      this.tests.set(id, { id, name: fullName, file: this.file, suite: this.suite, run });
    };
    it.each = bind(it, false);
    Object.assign(globalThis, {
      describe,
      it,
      test: it,
      expect,
      beforeAll: (hook) => this.suite.before.push(hook),
      afterAll: (hook) => this.suite.after.push(hook),
      jest: {
        fn,
        requireActual: (path) => createRequire(join(this.root, this.file))(path),
        setTimeout: () => undefined,
      },
    });
  }

  /** Runs tests with the hooks of their suites; `onResult` answers true to stop. */
  async runTests(tests, onResult, timeout = ENDLESS) {
    const opened = new Set();
    for (const test of tests) {
      instrumenter.currentTestId = test.id;
      const start = performance.now();
      let failure;
      let endless = false;
      try {
        await open(test.suite, opened);
        globalThis.running = test.run;
        await settled(runner.runInThisContext({ timeout }), timeout);
      } catch (error) {
        endless = error?.code === ENDLESS_CODE;
        failure = error instanceof Error ? error.message : String(error);
      }
      const time = performance.now() - start;
      this.times.set(test.id, time);
      if (onResult(test, { failure, endless, time })) {
        break;
      }
    }
    instrumenter.currentTestId = undefined;
    for (const suite of opened) {
      for (const hook of suite.after) {
        await hook();
      }
    }
  }

  async dryRun({ coverageAnalysis }) {
    instrumenter.activeMutant = undefined;
    try {
      this.load();
    } catch (error) {
      return { status: DryRunStatus.Error, errorMessage: String(error?.stack ?? error) };
    }
    const tests = [];
    await this.runTests(
      this.tests.values(),
      ({ id, name, file }, { failure, time }) => {
        const status = failure === undefined ? TestStatus.Success : TestStatus.Failed;
        const failureMessage = failure && { failureMessage: failure };
        tests.push({ id, name, fileName: join(this.root, file), timeSpentMs: time, status, ...failureMessage });
        return false;
      },
      AT_LEISURE,
    );
    return {
      status: DryRunStatus.Complete,
      tests,
      ...(coverageAnalysis !== "off" && {
        mutantCoverage: this.fewJudges(instrumenter.mutantCoverage ?? { static: {}, perTest: {} }),
      }),
    };
  }

  async mutantRun(options) {
    const { activeMutant, hitLimit, sandboxFileName } = options;
    const isForLoading = options.mutantActivation === "static";
    instrumenter.hitLimit = hitLimit;
    instrumenter.hitCount = hitLimit === undefined ? undefined : 0;
    instrumenter.activeMutant = activeMutant.id;
    if (this.tests === undefined || isForLoading) {
      instrumenter.activeMutant = isForLoading ? activeMutant.id : undefined;
      this.load();
    }
    let result = await this.firstFailure(options);
    const without = result.failure && (await this.runWithout(result.failure.id));
    if (without ? without.failure !== undefined : remembers(sandboxFileName)) {
      // What a module remembers of an earlier run decided: this one is judged by itself, and leaves nothing either.
      instrumenter.activeMutant = undefined;
      this.load();
      result = await this.firstFailure(options);
      instrumenter.activeMutant = undefined;
      this.load();
    } else if (result.failure?.endless) {
      // On a busy machine a test that is only slow looks the same.
      result = await this.firstFailure(options, Math.max(ENDLESS, Math.ceil(Math.min(LONGEST, 20 * without.time))));
    }
    const { failure, count } = result;
    if (failure?.endless) {
      return { status: MutantRunStatus.Timeout, reason: failure.message };
    }
    const timeout = determineHitLimitReached(instrumenter.hitCount, instrumenter.hitLimit);
    if (timeout) {
      return timeout;
    }
    if (failure === undefined) {
      return { status: MutantRunStatus.Survived, nrOfTests: count };
    }
    this.kills.set(failure.id, (this.kills.get(failure.id) ?? 0) + 1);
    return {
      status: MutantRunStatus.Killed,
      killedBy: [failure.id],
      failureMessage: failure.message,
      nrOfTests: count,
    };
  }

  /** The coverage, with no more tests for one mutant than may judge it: all of its own file, and some of all others. */
  fewJudges({ static: atLoad, perTest }) {
    const tests = new Map();
    for (const [test, hits] of Object.entries(perTest)) {
      for (const mutant of Object.keys(hits)) {
        tests
          .set(mutant, tests.get(mutant) ?? [])
          .get(mutant)
          .push(test);
      }
    }
    const few = Object.fromEntries(Object.keys(perTest).map((test) => [test, {}]));
    for (const [mutant, all] of tests) {
      const own = `tests/${this.sourceOf.get(mutant)?.replace(/\.ts$/, ".test.ts")}`;
      const isOwn = (test) => this.tests.get(test).file === own;
      const others = all.filter((test) => !isOwn(test));
      const step = Math.max(1, others.length / MOST_TESTS);
      for (const test of [...all.filter(isOwn), ...others.filter((_, index) => index % step < 1)]) {
        few[test][mutant] = perTest[test][mutant];
      }
    }
    return { static: atLoad, perTest: few };
  }

  async firstFailure({ activeMutant: { id }, sandboxFileName, testFilter }, timeout = ENDLESS) {
    const own = `tests/${this.pathOf(sandboxFileName).replace(/\.ts$/, ".test.ts")}`;
    // First what is likeliest to fail for the time that it takes.
    const weigh = (test) =>
      ((test.file === own ? OWN : 1) + (this.kills.get(test.id) ?? 0)) / Math.max(1, this.times.get(test.id) ?? 1);
    const tests = (testFilter ?? [...this.tests.keys()])
      .map((name) => ({ test: this.tests.get(name), weight: weigh(this.tests.get(name)) }))
      .sort((left, right) => right.weight - left.weight)
      .map(({ test }) => test);
    let failure;
    let count = 0;
    instrumenter.activeMutant = id;
    await this.runTests(
      tests,
      (test, { failure: message, endless }) => {
        count++;
        failure = message === undefined ? undefined : { id: test.id, message, endless };
        return failure !== undefined;
      },
      timeout,
    );
    return { failure, count };
  }

  /** What comes of a test while no mutant is active. */
  async runWithout(id) {
    const { hitCount } = instrumenter;
    let result;
    instrumenter.activeMutant = undefined;
    await this.runTests(
      [this.tests.get(id)],
      (_test, outcome) => {
        result = outcome;
        return true;
      },
      AT_LEISURE,
    );
    instrumenter.hitCount = hitCount;
    return result;
  }
}

// Short, because a report names up to some hundred tests for each mutant.
const idOf = (file, name) => createHash("sha256").update(`${file} ${name}`).digest("base64url").slice(0, 8);

const nameOf = ({ name }, own) => (name === "" ? own : `${name} ${own}`);

/** What a promise comes to; a rejection like that of a loop without end where it never settles. */
async function settled(result, timeout) {
  if (typeof result?.then !== "function") {
    return;
  }
  let timer;
  const late = new Promise((_done, fail) => {
    timer = setTimeout(() => {
      fail(Object.assign(new Error("The test has not ended"), { code: ENDLESS_CODE }));
    }, timeout);
  });
  try {
    await Promise.race([result, late]);
  } finally {
    clearTimeout(timer);
  }
}

async function open(suite, opened) {
  if (suite.parent) {
    await open(suite.parent, opened);
  }
  if (!opened.has(suite)) {
    opened.add(suite);
    for (const hook of suite.before) {
      await hook();
    }
  }
}

const remembers = (file) => MODULE_MEMORY.test(readFileSync(file, "utf8"));

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, "in-process", InProcessRunner)];
export const strykerValidationSchema = { properties: { inProcess: { type: "object" } } };
