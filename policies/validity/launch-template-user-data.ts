import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

// Besides white space, which AWS skips.
const NOT_BASE64 = /[^A-Za-z0-9+/=_\s-]/;
const WHOLE_BASE64 = /^[A-Za-z0-9+/\s]{8,}(?:={1,2}\s*)?$/;
// How what an instance reads at its first start begins: scripts, cloud-init, PowerShell and batch, MIME parts.
const BEGINNING = /^\s*(?:#!|#cloud-|<powershell>|<script>|Content-Type:|MIME-Version:)/i;

const decode = (text: string): string => Buffer.from(text, "base64").toString("latin1");

export default defineRule({
  id: "launch-template-user-data",
  category: "validity",
  description: "User data of launch templates is base64, once",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "An instance encodes its user data for itself, a launch template does not. Plain text is refused; what has been encoded " +
    "twice is taken, and no instance runs it.",
  fix: {
    typescript: 'userData: Buffer.from(script).toString("base64"),',
    python: "user_data=base64.b64encode(script.encode()).decode(),",
    yaml: "userData:\n  fn::toBase64: |\n    #!/bin/bash\n    dnf install -y amazon-cloudwatch-agent",
  },
  limits: "Plain text without any character that base64 does not have, and what the user data does.",
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
          mend: { userData: Buffer.from(text).toString("base64") },
          message:
            "the user data is plain text, and a launch template takes it in base64 only; encode it: " +
            'Buffer.from(text).toString("base64") in TypeScript, base64.b64encode(text.encode()).decode() in Python.',
          answer: "Invalid BASE64 encoding of user data",
        });
      } else if (known(text)) {
        const once = decode(text);
        if (WHOLE_BASE64.test(once) && BEGINNING.test(decode(once))) {
          report({
            at: template,
            property: "userData",
            message:
              "the user data has been encoded twice, so that instances get base64 instead of a script, and run nothing; " +
              "encode it once.",
            level: "advisory",
          });
        }
      }
    },
  },
  remediation: {
    does: "sets `userData` to what is there in base64",
    leaves: "What has been encoded twice, as instances would begin to run what none has run so far.",
  },
});
