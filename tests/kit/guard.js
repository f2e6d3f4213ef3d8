// Loaded before the pack (`node --require`), beside Node's permission model: what that does not hold back is refused
// here. Each attempt is told on standard error, so that one whose error is caught is seen too.
"use strict";
const dgram = require("node:dgram");
const dns = require("node:dns");
const inspector = require("node:inspector");
const net = require("node:net");

const LOOPBACK = new Set(["127.0.0.1", "::1", "localhost", "0.0.0.0", "::"]);

function refuse(what) {
  process.stderr.write(`GUARD refused ${what}\n`);
  throw Object.assign(new Error(`refused: ${what}`), { code: "ERR_GUARD" });
}

net.Socket.prototype.connect = function connect(...args) {
  return refuse(`a connection to ${JSON.stringify(args[0])}`);
};
dgram.Socket.prototype.send = (...args) => refuse(`a datagram to ${JSON.stringify(args.slice(1))}`);
dgram.Socket.prototype.connect = dgram.Socket.prototype.send;

for (const api of [dns, dns.promises, dns.Resolver.prototype, dns.promises.Resolver.prototype]) {
  for (const [name, value] of Object.entries(Object.getOwnPropertyDescriptors(api))) {
    if (typeof value.value === "function" && /^(lookup|resolve|reverse)/.test(name)) {
      api[name] = function guarded(host, ...rest) {
        return LOOPBACK.has(host) ? value.value.call(this, host, ...rest) : refuse(`a look-up of ${String(host)}`);
      };
    }
  }
}

const { listen } = net.Server.prototype;
net.Server.prototype.listen = function guarded(...args) {
  const { host } = typeof args[0] === "object" && args[0] !== null ? args[0] : {};
  return host === undefined || LOOPBACK.has(host) ? listen.apply(this, args) : refuse(`listening on ${host}`);
};

// The SDK opens an inspector on its own process as it loads, which the permission model forbids; it asks for nothing but
// the sources of functions that a program hands to the cloud, and a pack hands over none.
inspector.Session.prototype.connect = () => undefined;
inspector.Session.prototype.post = (_method, ...rest) => rest.at(-1)?.(null, {});
