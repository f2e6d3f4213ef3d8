/**
 * Node 20 never returns from printing, in colours, an error whose stack has a file right under `node_modules/@scope/`,
 * and the SDK prints each error of a program so, with such files from its source maps.
 */
const PLAIN_INSPECT = `import util from "node:util";
const { inspect } = util;
util.inspect = Object.assign((value, options) => inspect(value, { ...options, colors: false }), inspect);`;

/** The file descriptor of a pipe that ends when this process does, even where it is killed. */
const LIFELINE = 3;

/**
 * Ends the program, with what it has started, when the lifeline does. In a thread of its own, since the program may be
 * busy; threads of the program load this as well, and processes that it forks, whose channel has the lifeline's number.
 */
const END_WITH_PARENT = `import { isMainThread, Worker } from "node:worker_threads";
if (isMainThread && !process.channel) {
  const group = process.platform === "win32" ? process.pid : -process.pid;
  const wait = 'const end = () => process.kill(' + group + ', "SIGKILL");' +
    'new (require("node:net").Socket)({ fd: ${String(LIFELINE)} }).on("error", end).on("close", end).resume();';
  new Worker(wait, { eval: true, execArgv: [], env: {}, stdin: false }).unref();
}`;

/**
 * Adapts the SDK of a program. A version that has none of these parts stays as it is.
 *
 * - It finds no position in frames without a function, as those at the top level of an ES module.
 * - It sends the place of each resource in the program's source with all frames of packages around it, whose places take
 *   long to find.
 * - It sends the engine three messages a resource that are for debugging, and that are not read here.
 * - It writes down the stack of each of its promises, for a report on those that never end. Through the source maps of
 *   ts-node that was a quarter of a program's time.
 * - It loads npm's own installer, which only the code of functions in a program needs: a tenth of what was left.
 *
 * @param runner the SDK's file that runs a program
 */
const adaptedSdk = (runner: string): string => `import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
const require = createRequire(${JSON.stringify(runner)});
const adapt = (part, change) => {
  try {
    change(require("@pulumi/pulumi/" + part));
  } catch {}
};
const withLateInstaller = (load) => {
  const packager = require.resolve("@pulumi/pulumi/runtime/closure/codePaths");
  const uses = [...readFileSync(packager, "utf8").matchAll(/\\barborist\\b(?!["'])\\S*/g)].map(String);
  const installer = createRequire(packager).resolve("@npmcli/arborist");
  if (require.cache[installer] || uses.join() !== "arborist,arborist.Arborist({") return;
  const late = { __esModule: true, get Arborist() { return require(installer).Arborist; } };
  require.cache[installer] = { id: installer, loaded: true, exports: late };
  try {
    load();
  } finally {
    delete require.cache[installer];
  }
};
try {
  withLateInstaller(() => require("@pulumi/pulumi"));
} catch {}
adapt("resource", ({ Resource }) => {
  Resource.framePositionRegExp &&= /^\\s*at (?:.* \\(|async )?(?<file>\\S.*?):(?<line>[0-9]+):(?<column>[0-9]+)\\)?$/;
  const { stackTrace } = Resource;
  Resource.stackTrace &&= (skip) => {
    const { prepareStackTrace: written } = Error;
    if (typeof written !== "function") return stackTrace.call(Resource, skip + 1);
    Error.prepareStackTrace = (error, sites) =>
      written(error, sites.filter((site) => !/^(?:data|node):|[\\\\/]node_modules[\\\\/]/.test(site.getFileName())));
    try {
      return stackTrace.call(Resource, -1);
    } finally {
      Error.prepareStackTrace = written;
    }
  };
});
adapt("log", (log) => {
  log.debug &&= () => Promise.resolve();
});
adapt("runtime/debuggable", (debuggable) => {
  const { debuggablePromise, debugPromiseLeaks } = debuggable;
  if (debugPromiseLeaks) return;
  debuggable.debuggablePromise &&= (...given) => {
    const { stackTraceLimit } = Error;
    Error.stackTraceLimit = 0;
    try {
      return debuggablePromise(...given);
    } finally {
      Error.stackTraceLimit = stackTraceLimit;
    }
  };
});`;

/** In one word: the SDK looks for `--import` on its own to find out whether the program brings a loader. */
const preload = (code: string): string => `--import=data:text/javascript,${encodeURIComponent(code)}`;

/**
 * The options of Node.js that load what goes before a program.
 * @param runner the SDK's file that runs it
 */
export const preloads = (runner: string): string[] => [PLAIN_INSPECT, END_WITH_PARENT, adaptedSdk(runner)].map(preload);
