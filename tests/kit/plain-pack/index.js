// The pack as the SDK alone would serve it: no call is taken over.
"use strict";
const dispatch = require("../../../dist/pack/dispatch");

dispatch.dispatched = (examiners, session, start) => {
  start();
};
require("../../../dist/index.js");
