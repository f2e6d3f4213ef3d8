import { spawnSync } from "node:child_process";
import { COMMAND } from "../kit/command";

it("keeps compiled code where Node.js can, before anything else is loaded", () => {
  const preload =
    `data:text/javascript,import module from "node:module";` +
    `module.enableCompileCache = () => console.error(` +
    `Object.keys(module._cache).map((file) => file.split(/[\\\\/]/).slice(-2).join("/")).join(" "));` +
    `module.syncBuiltinESMExports();`;
  const { status, stdout, stderr } = spawnSync(process.execPath, ["--import", preload, COMMAND, "--version"], {
    encoding: "utf8",
  });
  expect(stderr.trim()).toBe("cli/main.js cli/compile-cache.js");
  expect(stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
  expect(status).toBe(0);
});
