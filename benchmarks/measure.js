// What the benchmarks share: medians, spreads, and how much memory a process took at most.
"use strict";
const { writeFileSync } = require("node:fs");

const sorted = (numbers) => [...numbers].sort((left, right) => left - right);

exports.quantile = (numbers, part) => sorted(numbers)[Math.round((numbers.length - 1) * part)];

/** `median 12 ms, 10 to 15 ms` */
exports.spread = (numbers, unit) => {
  const [low, middle, high] = [0, 0.5, 1].map((part) => exports.quantile(numbers, part).toFixed(0));
  return `median ${middle} ${unit}, ${low} to ${high} ${unit}`;
};

/** The ratio of the medians, and the least and greatest ratio of a round. */
exports.ratio = (numbers, floor) => {
  const rounds = numbers.map((number, round) => number / floor[round]);
  const middle = exports.quantile(numbers, 0.5) / exports.quantile(floor, 0.5);
  return {
    middle,
    text: `ratio of the medians ${middle.toFixed(2)}; by round ${exports.quantile(rounds, 0).toFixed(2)} to ${exports.quantile(rounds, 1).toFixed(2)}`,
  };
};

/** The value behind an option of the command line. */
exports.option = (name) => {
  const at = process.argv.indexOf(name);
  return at < 0 ? undefined : process.argv[at + 1];
};

/** Writes what was measured into the file that `--json` names. */
exports.keep = (measured) => {
  const file = exports.option("--json");
  if (file !== undefined) {
    writeFileSync(file, `${JSON.stringify(measured, undefined, 2)}\n`);
  }
};
