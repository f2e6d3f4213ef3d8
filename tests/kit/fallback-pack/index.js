// The pack on an SDK that sends what our reader cannot read: each call is left to the SDK after all.
"use strict";
const wire = require("../../../dist/pack/wire");

const fail = () => {
  throw new Error("not the message that was expected");
};
wire.readAnalyzeRequest = fail;
wire.readAnalyzeStackRequest = fail;
require("../../../dist/index.js");
