import { existsSync } from "node:fs";
import { longRun } from "../kit/long-run";
import { PackServer } from "../kit/pack-server";
import { previewOf } from "../../tools/benchmarks/stack";

const SEED = 20261130;
const RESOURCES = 200;
const TIMES = 3;

// `npm run endurance` does the same with 20,000 resources, and holds the memory against what it was.
(existsSync("/proc/self/status") ? it : it.skip)(
  "one process answers the same in any order, with calls in parallel and cancelled ones",
  async () => {
    const recorded = {
      project: "shop",
      stack: "prod",
      organization: "o",
      config: {},
      resources: previewOf(RESOURCES, SEED),
    };
    const server = await PackServer.start(recorded, {
      env: { PREFLIGHT_DAY: "2026-11-22", PREFLIGHT_PROJECT: __dirname },
    });
    try {
      const { differing, megabytes } = await longRun(server, recorded, TIMES);
      expect(differing).toBe(0);
      expect(megabytes).toHaveLength(TIMES);
      expect([server.isRunning, server.errors]).toEqual([true, ""]);
    } finally {
      server.stop();
    }
  },
);
