import type { Test } from "./form";

/** The version of a launch template, which is a number, "$Latest" or "$Default": not what is often written instead. */
export const TEMPLATE_VERSION: Test = {
  not: { matches: /^(?:\$?latest|\$?LATEST|Latest|\$?default|\$?DEFAULT|Default|v\d+|\d+\.\d+)$/ },
};
