import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

// Besides white space, which AWS skips.
const NOT_BASE64 = /[^A-Za-z0-9+/=_\s-]/;
const WHOLE_BASE64 = /^[A-Za-z0-9+/\s]{8,}(?:={1,2}\s*)?$/;
// How what an instance reads at its first start begins: scripts, cloud-init, PowerShell and batch, MIME parts.
const BEGINNING = /^\s*(?:#!|#cloud-|<powershell>|<script>|Content-Type:|MIME-Version:)/i;

const decode = (text: string): string => Buffer.from(text, "base64").toString("latin1");

export default defineRule({
  id: "launch-template-user-data",
  category: "validity",
  description: "User data of launch templates must be base64, encoded once",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "The provider encodes the user data of an instance, but not that of a launch template. AWS rejects plain text there; it " +
    "accepts what has been encoded twice, and no instance runs it.",
  fix: {
    typescript: `userData: Buffer.from(script).toString("base64"),`,
    python: `user_data=base64.b64encode(script.encode()).decode(),`,
    yaml: `userData:
  fn::toBase64: |
    #!/bin/bash
    dnf install -y amazon-cloudwatch-agent`,
  },
  limits:
    "Plain text that consists only of characters of base64, and what the user data does. User data that has been encoded " +
    "twice is advisory, since instances run without it today.",
  references: [
    "https://docs.aws.amazon.com/AWSEC2/latest/UserGuide/user-data.html",
    "https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_RequestLaunchTemplateData.html",
  ],
  resource: {
    types: ["aws:ec2/launchTemplate:LaunchTemplate"],
    check(template, { report, undecided }) {
      const text = template.str("userData");
      if (text === UNKNOWN) {
        undecided(template, "userData");
      } else if (known(text) && NOT_BASE64.test(text)) {
        report({
          at: template,
          property: "userData",
          fix: { userData: Buffer.from(text).toString("base64") },
          message: "The user data is plain text, and a launch template accepts base64 only. Encode it.",
          awsError: "Invalid BASE64 encoding of user data",
        });
      } else if (known(text)) {
        const once = decode(text);
        if (WHOLE_BASE64.test(once) && BEGINNING.test(decode(once))) {
          report({
            at: template,
            property: "userData",
            message:
              "The user data has been encoded twice, so instances get base64 instead of a script and run nothing. Encode it once.",
            level: "advisory",
          });
        }
      }
    },
  },
  remediation: {
    does: "sets `userData` to the same content in base64",
    leaves: "User data that has been encoded twice, since instances would begin to run what they have not run so far.",
  },
});
