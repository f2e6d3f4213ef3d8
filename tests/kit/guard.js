// Loaded before a pack (`node --require`): refuses the network, processes, threads, every file but those that GUARD names
// (`{folders, files, kept}`, as JSON), and writing but below the folder `kept`. Each attempt is reported on standard error,
// so that one whose error is caught is seen too. Node's own permission model knows nothing of the network, and tells
// nobody of what it refuses.
"use strict";
const childProcess = require("node:child_process");
const cluster = require("node:cluster");
const dgram = require("node:dgram");
const dns = require("node:dns");
const fs = require("node:fs");
const Module = require("node:module");
const net = require("node:net");
const { basename, dirname, join, resolve, sep } = require("node:path");
const { fileURLToPath } = require("node:url");
const workers = require("node:worker_threads");

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost"]);
const READS =
  /^(?:access|createReadStream|exists|lstat|open|openAsBlob|opendir|readdir|readFile|readlink|realpath|stat|statfs|watch|watchFile)(?:Sync)?$/;
const WRITES =
  /^(?:appendFile|chmod|chown|copyFile|cp|createWriteStream|lchmod|lchown|link|lutimes|mkdir|mkdtemp|rename|rm|rmdir|symlink|truncate|unlink|utimes|writeFile)(?:Sync)?$/;
/** What looks at a link and not at the file that it leads to. */
const LINK_ITSELF = /^(?:lstat|readlink|realpath)/;

const { writeSync } = fs;
const realpath = fs.realpathSync.native;
const { folders, files, kept } = JSON.parse(process.env.GUARD);

function refuse(what) {
  writeSync(2, `GUARD refused ${what}\n`);
  throw Object.assign(new Error(`refused: ${what}`), { code: "ERR_GUARD" });
}

const refused = (what) => (first) =>
  refuse(["number", "string"].includes(typeof first) ? `${what} ${String(first)}` : what);

/** Puts what `guarded` makes of them in the place of an object's functions with such names. */
function guardAll(api, names, guarded) {
  for (const [name, { value }] of Object.entries(Object.getOwnPropertyDescriptors(api))) {
    if (typeof value === "function" && names.test(name)) {
      api[name] = Object.assign(guarded(name, value), value);
    }
  }
}

net.Socket.prototype.connect = refused("connect");
dgram.Socket.prototype.bind = refused("bind");
dgram.Socket.prototype.send = refused("send");
dgram.Socket.prototype.connect = refused("connect");
for (const api of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  guardAll(api, /^(?:lookup|resolve|reverse)/, (name, original) => {
    return function guarded(host, ...rest) {
      return LOOPBACK.has(host) ? original.call(this, host, ...rest) : refused(name)(host);
    };
  });
}
const { listen } = net.Server.prototype;
net.Server.prototype.listen = function guarded(first, ...rest) {
  return LOOPBACK.has(first?.host) ? listen.call(this, first, ...rest) : refused("listen")(first?.host ?? first);
};

guardAll(childProcess, /^(?:exec|fork|spawn)/, refused);
cluster.fork = refused("cluster.fork");
workers.Worker = function guarded(file) {
  return refused("Worker")(file);
};
process.kill = () => refuse("kill");
process.binding = refused("binding");
process.dlopen = (_module, file) => refuse(`dlopen ${String(file)}`);

function pathOf(path) {
  return resolve(path instanceof URL ? fileURLToPath(path) : String(path));
}

function isAllowed(path) {
  return files.includes(path) || folders.some((folder) => path === folder || path.startsWith(folder + sep));
}

/** Where a path leads, as far as it is there. */
function leadsTo(path) {
  try {
    return realpath(path);
  } catch {
    return path === dirname(path) ? path : join(leadsTo(dirname(path)), basename(path));
  }
}

function guardedFile(name, original) {
  return function guarded(path, ...rest) {
    if (typeof path === "number") {
      return original.call(this, path, ...rest);
    }
    const asked = pathOf(path);
    // The second argument of `open` may be the way to open it.
    const isOpenedToWrite = name.startsWith("open") && ["string", "number"].includes(typeof rest[0]) && rest[0] !== "r";
    const isWrite = WRITES.test(name) || isOpenedToWrite;
    return (!isWrite || asked === kept || asked.startsWith(kept + sep)) &&
      isAllowed(asked) &&
      (LINK_ITSELF.test(name) || isAllowed(leadsTo(asked)))
      ? original.call(this, path, ...rest)
      : refuse(`${name} ${asked}`);
  };
}

for (const api of [fs, fs.promises]) {
  guardAll(api, new RegExp(`${READS.source}|${WRITES.source}`), guardedFile);
}
for (const api of [fs.realpath, fs.realpathSync]) {
  api.native = guardedFile("realpath", api.native);
}
const resolveFilename = Module._resolveFilename;
Module._resolveFilename = (...args) => {
  const file = resolveFilename(...args);
  return Module.isBuiltin(file) || isAllowed(file) ? file : refuse(`require ${file}`);
};
Module.syncBuiltinESMExports();
