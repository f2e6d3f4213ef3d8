/** @type {import("jest").Config} */
module.exports = {
  roots: ["<rootDir>/tests"],
  testMatch: ["**/*.test.ts"],
  // Types are checked by tsc, once.
  transform: { "^.+\\.ts$": ["ts-jest", { tsconfig: "tests/tsconfig.json" }] },
  // Test files share what programs registered, so that each program runs once.
  globalSetup: "<rootDir>/tests/kit/recordings-setup.ts",
  globalTeardown: "<rootDir>/tests/kit/recordings-teardown.ts",
  setupFilesAfterEnv: ["<rootDir>/tests/kit/seed.ts"],
  // Jest would leave one core of two idle, and most of the time is the transformation of small files.
  maxWorkers: "100%",
  // What a file runs at the same time is in processes of their own.
  maxConcurrency: 2,
  // Programs and servers start in processes of their own, on machines with two cores.
  testTimeout: 180_000,
  // The SDK keeps things on the global object between files.
  testEnvironmentOptions: { globalsCleanup: "off" },
  collectCoverageFrom: ["policies/**/*.ts", "src/**/*.ts", "!**/*.examples.ts"],
  coverageThreshold: {
    "./policies/": { branches: 95 },
    "./src/graph/": { branches: 95 },
    "./src/aws/": { branches: 95 },
  },
  testPathIgnorePatterns: ["/node_modules/", "/dist/"],
  modulePathIgnorePatterns: ["<rootDir>/dist/", "<rootDir>/examples/"],
};
