import rule from "../../../policies/validity/launch-template-user-data";
import { ruleTest } from "../../../src/testing/rule-test";
import { resource, unknown, type BuiltResource, type Input } from "../../../src/testing/stack";

const template = (userData: Input): BuiltResource =>
  resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { imageId: "ami-0a1b2c3d", userData });
const encode = (text: string): string => Buffer.from(text).toString("base64");
const SCRIPT = "#!/bin/bash\nset -eu\ndnf install -y nginx\nsystemctl enable --now nginx\n";
const wrapped = encode(SCRIPT.repeat(3)).replace(/(.{76})/g, "$1\n");

ruleTest(rule, {
  valid: [
    { name: "encoded once", stack: [template(encode(SCRIPT))] },
    { name: "encoded in lines of 76 characters", stack: [template(`${wrapped}\n`)] },
    { name: "the marker of a secret that cannot be read", stack: [template("[secret]")] },
    { name: "none", stack: [template(undefined)] },
    { name: "an empty one", stack: [template("")] },
    { name: "a compressed one", stack: [template(Buffer.from([0x1f, 0x8b, 8, 0, 255, 254]).toString("base64"))] },
    { name: "content that happens to be base64", stack: [template(encode("c29tZXRoaW5n"))] },
    { name: "a URL-safe alphabet", stack: [template("_-8=")] },
    {
      name: "an instance, whose user data the provider encodes",
      stack: [resource("aws:ec2/instance:Instance", "web", { userData: SCRIPT })],
    },
    {
      name: "a template that the stack only reads",
      stack: [resource("aws:ec2/launchTemplate:LaunchTemplate", "web", { userData: SCRIPT }, { external: true })],
    },
  ],
  invalid: [
    {
      name: "a script in plain text",
      stack: [template(SCRIPT)],
      findings: [{ resource: "web", path: "userData", message: /plain text.*Invalid BASE64 encoding of user data/ }],
      secrets: ["nginx"],
      fixed: { web: { userData: encode(SCRIPT) } },
    },
    {
      name: "cloud-init in plain text",
      stack: [template("#cloud-config\npackages: [nginx]\n")],
      findings: [{ resource: "web", path: "userData" }],
    },
    ...[SCRIPT, "#cloud-config\n{}\n", "<powershell>\nGet-Date\n</powershell>", "MIME-Version: 1.0\n"].map((text) => ({
      name: `encoded twice: ${text.slice(0, 12)}`,
      stack: [template(encode(encode(text)))],
      findings: [
        {
          resource: "web",
          path: "userData",
          stays: true as const,
          level: "advisory" as const,
          message: /encoded twice/,
        },
      ],
    })),
  ],
  undecided: [{ name: "one that is not known yet", stack: [template(unknown)], at: ["web.userData"] }],
});
