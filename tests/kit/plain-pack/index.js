// The pack as the SDK alone would serve it: nothing of it is replaced.
"use strict";
const patches = require("../../../dist/src/pulumi/sdk-patches");

patches.install = (_analyzer, start) => {
  start();
};
require("../../../dist/index.js");
