import { createRequire } from "node:module";

/** Loads what @pulumi/policy brings along: its server knows only messages and servers of its own copies. */
export const ofSdk = createRequire(require.resolve("@pulumi/policy"));
