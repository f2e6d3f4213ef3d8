import { spawn } from "node:child_process";
import { existsSync, openSync } from "node:fs";
import { COMMAND } from "../kit/command";

const FULL = "/dev/full";

async function preflight(
  stdout: "pipe" | number,
  ...args: string[]
): Promise<{ code: number | null; err: string; first: string }> {
  const command = spawn(process.execPath, [COMMAND, ...args], { stdio: ["ignore", stdout, "pipe"] });
  let [err, first] = ["", ""];
  command.stderr?.on("data", (chunk: Buffer) => (err += chunk.toString()));
  command.stdout?.once("data", (chunk: Buffer) => {
    first = chunk.toString();
    command.stdout?.destroy();
  });
  const code = await new Promise<number | null>((resolve) => command.on("close", resolve));
  return { code, err, first };
}

it("is no fault where its reader has seen enough", async () => {
  const { code, err, first } = await preflight("pipe", "rules", "--format", "json");
  expect(first).toMatch(/^\[\n/);
  expect({ code, err }).toEqual({ code: 0, err: "" });
});

(existsSync(FULL) ? it : it.skip)("says in one line that the disk is full, and exits 2", async () => {
  expect(await preflight(openSync(FULL, "w"), "rules")).toMatchObject({
    code: 2,
    err: "preflight: standard output cannot be written: there is no space left\n",
  });
});
