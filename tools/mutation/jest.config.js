// @ts-check
// The tests that evaluate mutants: those that need no process of their own. Stryker runs, for a change of a file, the tests
// that import the file or a neighbour of it.
"use strict";
const { join } = require("node:path");
const base = require("../../jest.config.js");

const FOLDERS = ["aws", "contract", "graph", "policies", "pulumi", "report", "rules", "source"];

/** They start processes, read all examples, or load every rule. */
const LEFT_OUT = [
  "tests/contract/(?:lazy|properties|schema)\\.test\\.ts",
  "tests/policies/[^/]+\\.test\\.ts",
  "tests/pulumi/(?:analyzer-info|server)\\.test\\.ts",
  "tests/report/(?:examples|html)\\.test\\.ts",
];

const rootDir = join(__dirname, "../..");

/** @type {import("jest").Config} */
module.exports = {
  ...base,
  projects: undefined,
  testMatch: ["**/*.test.ts"],
  rootDir,
  roots: FOLDERS.map((folder) => join(rootDir, "tests", folder)),
  testPathIgnorePatterns: ["/node_modules/", "/dist/", ...LEFT_OUT],
  globalSetup: undefined,
  globalTeardown: undefined,
  setupFilesAfterEnv: [...(base.setupFilesAfterEnv ?? []), "<rootDir>/tests/kit/no-shrinking.ts"],
};
