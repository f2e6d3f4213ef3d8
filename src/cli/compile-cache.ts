// Node.js 22 and newer can keep compiled code from run to run, in a folder of their own: imported before all that is
// compiled. `NODE_DISABLE_COMPILE_CACHE=1` turns it off.
import * as nodeModule from "node:module";

(nodeModule as { enableCompileCache?: () => unknown }).enableCompileCache?.();
