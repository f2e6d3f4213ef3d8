import fc from "fast-check";

// A mutation run only needs to know whether a property fails, not for the smallest case in which it does.
fc.configureGlobal({ ...fc.readConfigureGlobal(), endOnFailure: true });
