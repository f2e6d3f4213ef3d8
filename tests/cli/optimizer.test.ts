import { spawnSync } from "node:child_process";
import { COMMAND } from "../kit/command";

it("sets options of V8 that this version of Node.js has, before the command is loaded", () => {
  const preload =
    `data:text/javascript,import v8 from "node:v8"; import module from "node:module";` +
    `const set = v8.setFlagsFromString;` +
    `v8.setFlagsFromString = (options) => { console.log(options, Object.keys(module._cache).length); set(options); };` +
    `module.syncBuiltinESMExports();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", preload, COMMAND, "--version"], {
    encoding: "utf8",
  });
  // V8 prints an error for an option that it does not have.
  expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
  const [major = ""] = process.versions.node.split(".");
  expect(/^--\S+=\d+.* 3\n/.test(stdout)).toBe(["20", "22"].includes(major));
});
