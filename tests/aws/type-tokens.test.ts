import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as tokens from "../../src/aws/type-tokens";
import { isType } from "../../src/testing/aws-schema";

const ROOT = join(__dirname, "../..");

/** The TypeScript files of rules and of what they rest on, with their texts. */
const sources = ["src", "policies"].flatMap((folder) =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: "utf8" })
    .map((name) => `${folder}/${name.replaceAll("\\", "/")}`)
    .filter((file) => file.endsWith(".ts") && !file.endsWith(".examples.ts"))
    .map((file) => [file, readFileSync(join(ROOT, file), "utf8")] as const),
);

/** `EC2_SECURITY_GROUP` for `aws:ec2/securityGroup:SecurityGroup`. */
function nameOf(token: string): string {
  const [, service = "", name = ""] = /^aws:([\w-]+)\/\w+:(\w+)$/.exec(token) ?? [];
  return [service, name].map((part) => part.replaceAll(/(?<=[a-z\d])(?=[A-Z])/g, "_").toUpperCase()).join("_");
}

it("are named after their types, which @pulumi/aws has", () => {
  expect(Object.entries(tokens).filter(([name, token]) => name !== nameOf(token) || !isType(token))).toEqual([]);
});

it("are there once each", () => {
  const values: string[] = Object.values(tokens);
  expect(new Set(values).size).toBe(values.length);
});

it("are defined as a constant in one file each", () => {
  const files = new Map<string, string[]>();
  for (const [file, text] of sources) {
    for (const [, token = ""] of text.matchAll(/^\s*(?:export )?const \w+(?:: \w+)? = "(aws:[\w-]+\/\w+:\w+)"/gm)) {
      files.set(token, [...(files.get(token) ?? []), file]);
    }
  }
  expect(files.size).toBeGreaterThan(Object.keys(tokens).length);
  expect([...files].filter(([, defined]) => defined.length > 1)).toEqual([]);
});
