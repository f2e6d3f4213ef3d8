import type { Reader } from "./walk";

interface Left {
  /** Why the check does not run it. */
  because: string;
  /** What the check does in its place, so that what comes after finds what it needs. */
  instead?: (reader: Reader) => void;
}

const NETWORK = "needs the network";
const CLOUD = "needs the Pulumi CLI and an organization in Pulumi Cloud";
const STACK = "needs the Pulumi CLI and a stack";
const RELEASE = "makes a release";
const TESTS = "is what runs this check";

/** The commands in documents that the check does not run, exactly as they stand there. */
export const NOT_RUN: Readonly<Record<string, Left | undefined>> = {
  "git clone CHECKOUT preflight": {
    because: `${NETWORK}; the working copy stands in`,
    instead: (reader) => {
      reader.clone("preflight");
    },
  },
  'git clone --depth 1 "$PREFLIGHT_REPOSITORY" .preflight': {
    because: `${NETWORK}; the working copy stands in`,
    instead: (reader) => {
      reader.clone(".preflight");
    },
  },
  "npm ci": { because: `${NETWORK}; the working copy comes with what it installs` },
  "npm ci --prefix .preflight": { because: `${NETWORK}; the working copy comes with what it installs` },
  "npm ci --prefix infra": {
    because: `${NETWORK}; the packages of the tests stand in`,
    instead: (reader) => {
      reader.install("infra");
    },
  },
  "npm install @pulumi/pulumi @pulumi/aws typescript @types/node": {
    because: `${NETWORK}; the packages of the tests stand in`,
    instead: (reader) => {
      reader.install(".");
    },
  },
  "npm ci && npm test": { because: TESTS },
  "npm test": { because: TESTS },
  "npx jest sqs-long-polling": { because: "fails for a stub; the guide runs it for a rule that is written" },
  "npm run docs": { because: "compiles for a while; the guide runs it" },
  "npm pack --dry-run": { because: RELEASE },
  "npx jest every-rule examples fixes -t sqs-long-polling": { because: "is run for all rules, and takes long" },
  'alias preflight="node $PWD/dist/src/cli/main.js"': { because: "aliases do not reach the shells of the check" },
  "preflight check path/to/program": { because: "is said of a program of the reader's" },
  "pulumi stack export --show-secrets --file state.json": {
    because: `${STACK}; one that the CLI exported stands in`,
    instead: (reader) => {
      reader.copy("tests/cli/fixtures/state.json", "state.json");
    },
  },
  "PULUMI_DEBUG_GRPC=calls.log pulumi preview": {
    because: `${STACK}; the log of one is in its place`,
    instead: (reader) => {
      reader.copy("tests/cli/fixtures/calls.log", "calls.log");
    },
  },
  "pulumi preview --json --show-sames > preview.json": {
    because: `${STACK}; what the CLI printed of one stands in`,
    instead: (reader) => {
      reader.copy("tests/cli/fixtures/preview.json", "preview.json");
    },
  },
  "pulumi preview --policy-pack path/to/preflight": { because: STACK },
  "pulumi up --policy-pack path/to/preflight": { because: STACK },
  "pulumi preview --policy-pack .preflight --stack prod": { because: STACK },
  "pulumi preview --policy-pack path/to/preflight --policy-pack-config docs/ci/organization.json": { because: STACK },
  'npm version 0.2.0 --message "Release %s"': { because: RELEASE },
  "git push --follow-tags": { because: RELEASE },
  "npm audit signatures": { because: RELEASE },
  "pulumi policy enable YOUR-ORG/preflight 0.2.0 --policy-group tests": { because: CLOUD },
  "pulumi policy publish YOUR-ORG": { because: CLOUD },
  "pulumi policy enable YOUR-ORG/preflight latest": { because: CLOUD },
  "pulumi policy enable YOUR-ORG/preflight latest --config advisory.json": { because: CLOUD },
  "pulumi policy enable YOUR-ORG/preflight latest --config docs/ci/organization.json": { because: CLOUD },
  "pulumi policy validate-config YOUR-ORG/preflight 0.1.0 --config docs/ci/organization.json": { because: CLOUD },
  'pulumi deployment settings edit --stack "$1" --pre-run-command "git clone --depth 1 $2 /tmp/preflight" --pre-run-command "npm ci --prefix /tmp/preflight" --env PULUMI_OPTION_POLICY_PACK=/tmp/preflight':
    { because: CLOUD },
};
