// A pack whose only policy does all that no pack of ours may do, and hides each error.
"use strict";
const childProcess = require("node:child_process");
const dgram = require("node:dgram");
const dns = require("node:dns");
const fs = require("node:fs");
const http = require("node:http");
const https = require("node:https");
const net = require("node:net");
const { join } = require("node:path");
const workers = require("node:worker_threads");
const { PolicyPack } = require("@pulumi/policy");

const program = process.env.PREFLIGHT_PROJECT;
const outside = process.env.OUTSIDE;

const TRESPASSES = [
  () => net.connect(1, "127.0.0.1"),
  () => http.get("http://127.0.0.1:1/"),
  () => https.get("https://127.0.0.1:1/"),
  () => fetch("http://127.0.0.1:8080/"),
  () => dns.lookup("example.com", () => undefined),
  () => dns.promises.resolve4("example.com"),
  () => dgram.createSocket("udp4").send("x", 1, "127.0.0.1"),
  () => net.createServer().listen(0, "0.0.0.0"),
  () => net.createServer().listen(0),
  () => childProcess.execFileSync("true"),
  () => childProcess.spawn("true"),
  () => childProcess.fork("x.js"),
  () => new workers.Worker("x.js"),
  () => process.kill(process.ppid, 0),
  () => fs.readFileSync(join(outside, "secret")),
  () => fs.readFileSync(join(program, "..", "secret")),
  () => fs.readFileSync(join(program, "link")),
  () => fs.readFileSync(join(program, "linked-folder", "secret")),
  () => fs.promises.readFile(join(outside, "secret")),
  () => fs.openSync(join(outside, "secret"), "r"),
  () => fs.createReadStream(join(outside, "secret")),
  () => fs.existsSync(join(outside, "secret")),
  () => fs.readdirSync(outside),
  () => fs.readlinkSync(`/proc/${String(process.ppid)}/cwd`),
  () => require(join(outside, "secret.json")),
  () => fs.writeFileSync(join(program, "written"), "x"),
  () => fs.openSync(join(program, "written"), "w"),
  () => fs.rmSync(join(program, "Pulumi.yaml")),
];

new PolicyPack("trespassing", {
  policies: [
    {
      name: "trespasses",
      description: "Does what no policy may do",
      enforcementLevel: "advisory",
      validateResource: async (_args, report) => {
        for (const [place, trespass] of TRESPASSES.entries()) {
          process.stderr.write(`TRESPASS ${String(place)}\n`);
          try {
            await trespass();
          } catch {
            // The next one is tried all the same.
          }
        }
        report("done");
      },
    },
  ],
});
