// A pack of rules that do what no rule may do, registered and served as preflight's own.
"use strict";
const { PolicyPack } = require("@pulumi/policy");
const { EnforcementLevel } = require("@pulumi/pulumi/proto/analyzer_pb");
const { Resource } = require("../../../dist/src/graph/resource");
const { Analyzer } = require("../../../dist/src/pulumi/analyzer");
const { PolicyRunner, registeredLevel } = require("../../../dist/src/pulumi/policy-runner");
const { toPolicies } = require("../../../dist/src/pulumi/policies");
const { install } = require("../../../dist/src/pulumi/sdk-patches");
const { Session } = require("../../../dist/src/pulumi/session");
const { rules } = require("../../../dist/policies");

const SECRET = "hunter2";

const unreadable = (property) =>
  Object.defineProperty(new Error(SECRET), property, {
    get() {
      throw new Error(SECRET);
    },
  });

/** What a rule may do instead of a check: `context` is what each of its checks gets. */
const ODD = {
  "throws-an-error": () => {
    throw new TypeError(`the secret is ${SECRET}`);
  },
  "throws-a-text": () => {
    throw SECRET;
  },
  "throws-nothing": () => {
    throw null;
  },
  "throws-an-error-without-stack": () => {
    throw unreadable("stack");
  },
  "throws-an-error-without-name": () => {
    throw unreadable("name");
  },
  "throws-an-error-without-message": () => {
    throw unreadable("message");
  },
  "throws-what-looks-unknown": () => {
    const { UnknownValueError } = require("@pulumi/policy/proxy");
    throw new UnknownValueError("dd056dcd-154b-4c76-9bd3-c8f88648b5ff", [SECRET]);
  },
  "runs-out-of-stack": function recurse(context) {
    return [recurse(context)];
  },
  "rejects-later": () => Promise.reject(new Error(SECRET)),
  "never-settles": () => new Promise(() => undefined),
  "reports-after-its-end": async ({ report }) => {
    await new Promise(setImmediate);
    report({ message: SECRET });
  },
  "reports-nothing": ({ report }) => {
    report(undefined);
  },
  "reports-an-empty-message": ({ report }) => {
    report({ message: "" });
  },
  "reports-a-number": ({ report }) => {
    report({ message: 5 });
  },
  "reports-an-unknown-level": ({ report }) => {
    report({ message: "x.", level: "remediate" });
  },
  "reports-at-a-text": ({ report }) => {
    report({ message: "x.", at: "db" });
  },
  "is-undecided-about-nothing": ({ undecided }) => {
    undecided(undefined);
  },
};

/** Rules that do what they may, before and after the odd ones. */
const EVEN = {
  "finds-something": ({ report }) => {
    report({ message: "something is there." });
  },
  "finds-something-elsewhere": ({ report }) => {
    const urn = "urn:pulumi:dev::shop::other::other";
    const resource = new Resource({ urn, name: "other", type: "other", inputs: { a: 1 } });
    report({ message: "something is elsewhere.", at: resource.at("a") });
  },
};

const rule = (id, check) => ({
  id,
  category: "project",
  description: "Everything is as it should be",
  severity: "low",
  level: "mandatory",
  failures: [],
  why: "",
  fix: { typescript: "x", python: "x" },
  resource: { everyProvider: true, check: (resource, context) => check(context) },
  stack: (stack, context) => check(context),
  root: (context) => check(context),
});

const isOurs = ({ id }) => id === "contract" || id === "preflight";
const [contract, preflight] = rules.filter(isOurs);
const odd = Object.entries(ODD).map(([id, check]) => rule(id, check));
const even = Object.entries(EVEN).map(([id, check]) => rule(id, check));
const all = [contract, ...odd, ...even, preflight];

const session = new Session(process.env, new Set(all.map(({ id }) => id)));
const runners = all.map((one) => new PolicyRunner(one, session));
const start = () => new PolicyPack("odd-rules", { policies: toPolicies(runners, session) });

// As the SDK alone would serve it, or as this pack does.
if (process.env.PLAIN === "true") {
  start();
} else {
  const levels = new Map(all.map((one) => [one.id, EnforcementLevel[registeredLevel(one).toUpperCase()]]));
  install(new Analyzer(runners, session, { name: "odd-rules", version: "1.0.0", levels }), start);
}
