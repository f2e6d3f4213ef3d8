/**
 * These run all the rules over the example programs hundreds of times, which takes almost three times as long with the code
 * that counts which branches run. Other tests run the same programs, and are counted.
 */
const NOT_COUNTED = [
  "**/tests/metamorphic/{additions,components,order,renaming,skipped}.test.ts",
  "**/tests/security/canary.test.ts",
];

/** @type {import("jest").Config} */
const shared = {
  roots: ["<rootDir>/tests"],
  // Types are checked by tsc, once.
  transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: "tests/tsconfig.json" }] },
  // Test files share what programs registered, so that each program runs once.
  globalSetup: "<rootDir>/tests/kit/recordings-setup.ts",
  globalTeardown: "<rootDir>/tests/kit/recordings-teardown.ts",
  setupFilesAfterEnv: ["<rootDir>/tests/kit/seed.ts"],
  // Programs and servers start in processes of their own, on machines with two cores.
  testTimeout: 180_000,
  // The SDK keeps things on the global object between files.
  testEnvironmentOptions: { globalsCleanup: "off" },
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/examples/"],
};

/** @type {import("jest").Config} */
module.exports = {
  ...shared,
  projects: [
    { ...shared, testMatch: ["**/*.test.ts", ...NOT_COUNTED.map((files) => `!${files}`)] },
    { ...shared, testMatch: NOT_COUNTED, coveragePathIgnorePatterns: ["/"] },
  ],
  testSequencer: "<rootDir>/tests/kit/sequencer.js",
  // Jest would leave one core of two idle, and most of the time is the transformation of small files.
  maxWorkers: "100%",
  // What a file runs at the same time is in processes of their own.
  maxConcurrency: 2,
  // Constraints are data, and have no branches.
  collectCoverageFrom: ["policies/**/*.ts", "src/**/*.ts", "!**/*.examples.ts", "!src/constraints/services/**"],
  coverageThreshold: {
    "./policies/": { branches: 95 },
    "./src/graph/": { branches: 95 },
    "./src/aws/": { branches: 95 },
  },
};
