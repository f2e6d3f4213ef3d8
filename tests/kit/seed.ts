import fc from "fast-check";
import { SEED } from "./transform/random";

// The same cases in every run.
fc.configureGlobal({ seed: SEED });
