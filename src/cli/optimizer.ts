import { setFlagsFromString } from "node:v8";

/**
 * V8 compiles once more, into faster code, what has run for a while. A check is over before most of that pays off, and on
 * two cores it takes its time from the program: V8 waits eight times as long here. A large state takes as long as without.
 * By the version of Node.js, since V8 prints an error for an option that it does not have.
 */
const LATE: Readonly<Record<string, string>> = {
  20: "--interrupt-budget=540672",
  22: "--invocation-count-for-turbofan=24000 --invocation-count-for-osr=6400",
};

const [major = ""] = process.versions.node.split(".");
const late = LATE[major];
if (late !== undefined) {
  setFlagsFromString(late);
}
