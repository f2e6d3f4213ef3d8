import fc from "fast-check";

// The same cases in every run, so that a red run is about the change; PREFLIGHT_SEED tries others.
fc.configureGlobal({ seed: Number(process.env["PREFLIGHT_SEED"] ?? 20261122) });
