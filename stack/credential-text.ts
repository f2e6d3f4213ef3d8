import { wordsOf } from "./words";

/** What the name of a variable, parameter or key says of its value. */
export type Secrecy = "password" | "key" | "reference-or-secret" | "none";

const PASSWORDS: ReadonlySet<string> = new Set(["PASSWORD", "PASSWD", "PASSPHRASE", "PASSCODE"]);
// PWD alone is the working directory of a process.
const SHORT_PASSWORDS: ReadonlySet<string> = new Set(["PASS", "PWD", "PW"]);
const SECRETS: ReadonlySet<string> = new Set(["SECRET", "TOKEN", "CREDENTIAL", "CREDENTIALS", "AUTHTOKEN"]);
const KEYS: ReadonlySet<string> = new Set(["APIKEY", "SECRETKEY", "ACCESSKEY", "PRIVATEKEY"]);
// What stands before KEY, or before SECRET where no name of a stored secret is meant.
const BEFORE_KEY: ReadonlySet<string> = new Set([
  "API",
  "SECRET",
  "ACCESS",
  "PRIVATE",
  "SIGNING",
  "ENCRYPTION",
  "AUTH",
]);
const BEFORE_SECRET: ReadonlySet<string> = new Set([
  "API",
  "APP",
  "AUTH",
  "CLIENT",
  "CONSUMER",
  "COOKIE",
  "HMAC",
  "JWT",
  "NEXTAUTH",
  "OAUTH",
  "SESSION",
  "SHARED",
  "SIGNING",
  "WEBHOOK",
]);

/**
 * Tells a name such as DB_PASSWORD, apiKey or JWT_SECRET from PASSWORD_MIN_LENGTH, SECRET_ARN or TOKEN_URL: the last
 * words decide. What ends in SECRET or TOKEN may also hold the name of a stored one.
 */
export function secrecyOf(name: string): Secrecy {
  const words = wordsOf(name).filter((word) => !/^V?\d+$/.test(word));
  const last = (words.at(-1) ?? "").replace(/(?<!\d)\d+$/, "");
  const before = words.at(-2) ?? "";
  if (words.includes("PUBLIC") || words.includes("PUBLISHABLE")) {
    return "none";
  }
  if (PASSWORDS.has(last) || last.endsWith("PASSWORD") || (SHORT_PASSWORDS.has(last) && name !== "PWD")) {
    return "password";
  }
  if (
    KEYS.has(last) ||
    (last === "KEY" && BEFORE_KEY.has(before)) ||
    (last === "SECRET" && BEFORE_SECRET.has(before))
  ) {
    return "key";
  }
  return SECRETS.has(last) ? "reference-or-secret" : "none";
}

const NO_CREDENTIALS: readonly RegExp[] = [
  /^\s*$/,
  /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled|disabled|required|optional|auto)$/i,
  /^\[secret\]$/i,
  // Names and places of credentials that are kept elsewhere.
  /^arn:/,
  /^alias\//,
  /:\/\//,
  /^(?:\/|\.{1,2}\/|~\/)[\w./-]*$/,
  /\.(?:pem|key|crt|json|txt|ya?ml|p12|jks)$/i,
  /^(?:ssm|secretsmanager|vault|asm|op|env|file):/i,
  // What is put in later: ${…}, $(…), {{…}}, <…>, %…%, back ticks.
  /\$[({]|\{\{|`|^\$|^%|^<[^<>]*>$/,
  /^([*x•.-])\1*$/i,
];

/** True for a text that may be a credential, to judge by its form: no number, switch, URL, path, ARN or template. */
export function mayBeCredential(text: string): boolean {
  return !NO_CREDENTIALS.some((form) => form.test(text)) && !isNumber(text);
}

const isNumber = (text: string): boolean => !Number.isNaN(Number(text));

/** True for what reads like the name of something: words of small letters and digits, one word, or a path. */
export function isNameLike(text: string): boolean {
  const parts = text.split(/[-_/.:@ ]/);
  return (
    (text.includes("/") && parts.every((part) => /^\w*$/.test(part))) ||
    (parts.length > 1 && parts.every((part) => /^[a-z0-9]*$/.test(part))) ||
    /^(?:[a-z]{1,20}|[A-Z_]{1,30})$/.test(text)
  );
}

/** True when a value is a credential by its own form and that of its name. */
export function isCredential(name: string, text: string): boolean {
  const secrecy = secrecyOf(name);
  return (
    secrecy !== "none" &&
    mayBeCredential(text) &&
    (secrecy !== "reference-or-secret" || !isNameLike(text) || isPlaceholder(text))
  );
}

/** A credential inside a longer text. */
export interface Excerpt {
  credential: string;
  /** It with what is around it, to find in a source. */
  excerpt: string;
}

const CONNECTION = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/?#@"'<>]{0,200}(:([^\s@/"'<>]{1,500})@)[\w.[-]/gi;
const CONNECTION_PARAMETER = /[?;&\s](?:password|pwd)=([^;&\s"'@<>]{1,500})/gi;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;

/** The passwords of connection strings: `postgres://user:password@host`, `…;Password=password`. */
export function connectionPasswords(text: string): Excerpt[] {
  const inUrls = [...text.matchAll(CONNECTION)].map((match) => excerptOf(match[1], match[2]));
  const inParameters = /:\/\/|;/.test(text)
    ? [...text.matchAll(CONNECTION_PARAMETER)].map((match) => excerptOf(match[0], match[1]))
    : [];
  return [...inUrls, ...inParameters].filter(({ credential }) => isLiteral(credential));
}

const excerptOf = (excerpt: string | undefined, credential: string | undefined): Excerpt => ({
  credential: String(credential),
  excerpt: String(excerpt),
});

const isLiteral = (text: string): boolean => !/^(?:[${%<*]|\[secret\]|\\\()/i.test(text);

/** The private keys in a text. */
export function privateKeys(text: string): Excerpt[] {
  return PRIVATE_KEY.test(text) ? [{ credential: text, excerpt: text }] : [];
}

const ASSIGNMENT = /(?<![-\w])([A-Za-z_]\w{0,100})=("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s;&"'|]{1,500})/g;
const OPTION =
  /--([a-z-]{0,30}(?:password|passwd|secret|token|api-key))[ =]("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s;&"'|]{1,500})/gi;

/** The credentials that a script sets: `export DB_PASSWORD=…`, `--password …`. */
export function assignedCredentials(script: string): Excerpt[] {
  return [ASSIGNMENT, OPTION].flatMap((form) =>
    [...script.matchAll(form)]
      .filter(([, name, value]) => isCredential(String(name), unquoted(value)))
      .map(([excerpt, , value]) => excerptOf(excerpt, unquoted(value))),
  );
}

const unquoted = (value: string | undefined): string => String(value).replace(/^(["'])(.*)\1$/, "$2");

const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|pass(?:word|w0rd|wd)|p[@4]ss(?:w[o0]rd)?|placeholder|dummy|your[-_ ]|insert[-_ ]|letmein|qwerty|admin123|temp(?:orary)?[-_ ]?pass)|^(?:secret|test|admin|root|example|default|todo|tbd|fixme)\d*!?$/i;

/** True for what stands where somebody should have put a credential: ChangeMe…, password123, your-api-key. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

const STAND_IN =
  /^[<[("{]?(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|todo|tbd|fixme|initial|empty|to[-_ ]be[-_ ](?:set|filled|replaced)|(?:set|fill|update)[-_ ]?(?:me|later|manually)|your[-_ ][\w -]{1,60})[>\])"}.!]?$/i;

/** True for what nobody would take for a credential: a text that only keeps the place in a store. */
export function isStandIn(text: string): boolean {
  return STAND_IN.test(text);
}
