import { accountOf, isEmulated } from "../../stack/account";
import { identifiersIn, keyOfPlace, placeholderIn, type Placeholder } from "../../stack/placeholders";
import type { Resource } from "../../stack/resource";
import type { View } from "../../stack/view";
import { defineRule, type Context, type Finding } from "../rule";

const MENDS: Readonly<Record<Placeholder["what"], string>> = {
  account: "take the account from aws.getCallerIdentity(), or the arn of the resource that is meant",
  certificate: "give the arn of an aws.acm.Certificate, or take it from the configuration",
  id: "give the id of the resource that is meant, or look it up (aws.ec2.getVpc, aws.ec2.getSubnets, …)",
  name: "give the name or arn of the resource that is meant, or take it from the configuration",
};

export default defineRule({
  id: "placeholder-identifier",
  category: "validity",
  description: "Identifiers name something that exists",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "An account, certificate, network or name that only stands in for the real one is refused when it is looked up, " +
    "or gives rights to nobody. Nothing shows it before the deployment.",
  fix: {
    typescript: 'certificateArn: certificate.arn, // or new pulumi.Config().require("certificateArn")',
    python: 'certificate_arn=certificate.arn,  # or pulumi.Config().require("certificateArn")',
    yaml: "certificateArn: ${certificate.arn} # or ${certificateArn} from the configuration",
  },
  limits:
    "What a data source answered; names that the program gives itself; tags, descriptions, parameters, secrets, code, " +
    "templates and definitions of APIs; emulators of AWS. An example account or a number such as sg-12345678 only where " +
    "the sources or the configuration hold it. A name such as your-bucket is advisory, since it may be the real one.",
  resource: {
    check(resource, context) {
      for (const { at, text } of identifiersIn(resource)) {
        const found = placeholderIn(text, keyOfPlace(at));
        // A variable may hold anything; an ARN in it is meant as one.
        const isMeant = !at.path.includes("environment") || text.startsWith("arn:");
        if (found && isMeant && (found.isPlain || mustBeWrong(resource, found, context))) {
          context.report(findingOf(at, found));
        }
      }
    },
  },
});

/** A name may be the real one, whatever it looks like; an account, an id or a certificate cannot. */
function findingOf(at: View, found: Placeholder): Finding {
  const { text, what } = found;
  return what === "name"
    ? { at, level: "advisory", message: `"${text}" looks like a name that is still to be put in; ${MENDS.name}.` }
    : {
        at,
        message: `"${text}" stands in for ${article(what)} and names none; ${MENDS[what]}.`,
        ...answerTo(at, found),
      };
}

const article = (what: string): string => (/^[ai]/.test(what) ? `an ${what}` : `a ${what}`);

/** True for what the program wrote itself; of an emulator, any account may be the right one. */
const mustBeWrong = (resource: Resource, { text }: Placeholder, context: Context): boolean =>
  isWritten(text, context) && !isEmulated(resource) && accountOf(resource) !== text;

/** True where the program or its configuration holds the text itself. */
function isWritten(text: string, { project }: Context): boolean {
  return [...project.config.values(), ...(project.files?.literals ?? [])].some((literal) => literal.includes(text));
}

function answerTo({ path, resource }: View, { what }: Placeholder): { answer: string } | undefined {
  if (what === "account" && /\.Principal\b/.test(path)) {
    return { answer: "Invalid principal in policy" };
  }
  return resource.type === "aws:lb/listener:Listener" && path.endsWith("certificateArn")
    ? { answer: "CertificateNotFound" }
    : undefined;
}
