// What docs/quality.json, which `npm run quality` writes, says in a paragraph.
"use strict";
const { readFileSync } = require("node:fs");
const { join } = require("node:path");

const number = (value) => value.toLocaleString("en");

/** The figures by which the pack is judged, without those of speed. */
function qualityFigures(root) {
  const { mutation, faults, corpus } = JSON.parse(readFileSync(join(root, "docs/quality.json"), "utf8"));
  const { mutants, found } = mutation.figures.all;
  const { tried, survived } = faults.figures;
  return (
    `The tests notice ${((100 * found) / mutants).toFixed(1)} % of ${number(mutants)} small changes of the sources ` +
    `([mutation testing](docs/mutation.md)). Of ${number(tried)} resources of arbitrary shape, the pack's server survived ` +
    `${tried === survived ? "all" : number(survived)}. ${corpus.figures.programs} programs of good practice have no ` +
    "mandatory finding. [All figures](docs/quality.md), with what the pack costs beside an empty one."
  );
}

module.exports = { qualityFigures };
