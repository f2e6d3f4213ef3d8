/** What surrounds the checks of a stack that a test builds. */
export const context = {
  contract: {},
  contractProblems: [],
  day: "2026-11-22",
  project: {
    name: "shop",
    stack: "dev",
    config: new Map<string, string>(),
    deploying: false,
    hasConfiguration: true,
  },
};
