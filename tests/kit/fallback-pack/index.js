// The pack on an SDK that sends what our reader cannot read: each call is left to the SDK after all.
"use strict";
const requests = require("../../../dist/src/pulumi/requests");

const fail = () => {
  throw new Error("not the message that was expected");
};
requests.readAnalyzeRequest = fail;
requests.readAnalyzeStackRequest = fail;
require("../../../dist/index.js");
