import { X509Certificate } from "node:crypto";

import { dayAfter } from "../../src/contract/day";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const DEFAULT_DAYS = 30;

export default defineRule({
  id: "certificate-expiry",
  category: "encryption",
  description: "Imported certificates must be valid for some time",
  severity: "medium",
  level: "advisory-unless-required",
  contractKeys: ["certificateExpiryDays"],
  why:
    "AWS renews the certificates that it issues. One that is imported as text ends on its day, and from then on no client " +
    "connects.",
  fix: {
    typescript: `certificateBody: fs.readFileSync("shop.example.com.pem", "utf8"), // the renewed one`,
    python: `certificate_body=open("shop.example.com.pem").read(),  # the renewed one`,
    yaml: `certificateBody:
  fn::readFile: ./shop.example.com.pem # the renewed one`,
  },
  limits: "Certificates whose text is not known, or is not in PEM.",
  references: ["https://docs.aws.amazon.com/acm/latest/userguide/import-certificate.html"],
  resource: {
    types: ["aws:acm/certificate:Certificate", "aws:iam/serverCertificate:ServerCertificate"],
    check(certificate, { contract, day, decide, undecided }) {
      const text = certificate.str("certificateBody");
      const end = known(text) && text !== "" ? endOf(text) : undefined;
      if (text === UNKNOWN) {
        undecided(certificate, "certificateBody");
      } else if (end !== undefined) {
        const days = contract.certificateExpiryDays ?? DEFAULT_DAYS;
        decide(end >= dayAfter(day, days), {
          at: certificate,
          property: "certificateBody",
          message:
            `The certificate ${end < day ? `expired on ${end}` : `expires on ${end}, in less than ${String(days)} days`}, ` +
            "and clients refuse it from then on. Import the renewed certificate.",
        });
      }
    },
  },
});

/** The last day of a certificate in PEM; absent where the text is not one. */
function endOf(text: string): string | undefined {
  try {
    return new Date(new X509Certificate(text).validTo).toISOString().slice(0, 10);
  } catch {
    return undefined;
  }
}
