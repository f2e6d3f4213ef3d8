import { HIDDEN_SECRET, UNKNOWN_STRING } from "./value";
import { wordsOf } from "./words";

/** What the name of a variable, parameter or key reveals about its value. */
export type Secrecy = "password" | "key" | "reference-or-secret" | "none";

const PASSWORDS: ReadonlySet<string> = new Set(["PASSWORD", "PASSWD", "PASSPHRASE", "PASSCODE"]);
// PWD alone is the working directory of a process.
const SHORT_PASSWORDS: ReadonlySet<string> = new Set(["PASS", "PWD", "PW"]);
const SECRETS: ReadonlySet<string> = new Set(["SECRET", "TOKEN", "CREDENTIAL", "CREDENTIALS", "AUTHTOKEN"]);
const KEYS: ReadonlySet<string> = new Set(["APIKEY", "SECRETKEY", "ACCESSKEY", "PRIVATEKEY"]);
// Words before KEY, or before SECRET where the value is not the name of a stored secret.
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
 * Distinguishes a name such as DB_PASSWORD, apiKey or JWT_SECRET from PASSWORD_MIN_LENGTH, SECRET_ARN or TOKEN_URL: the
 * last words decide. A variable whose name ends in SECRET or TOKEN may also hold the name of a stored secret.
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

/** Strings that stand for a value that is filled in later, or that name where it is kept. */
const REFERENCES: readonly RegExp[] = [
  /^\s*$/,
  /^arn:/,
  /^(?:ssm|secretsmanager|vault|asm|op|env|file):/i,
  // ${…}, $(…), {{…}}, <…>, %NAME%, $NAME, `…`, %s, and paths in the input of a state machine.
  /\$\{[^{}]*\}|\$\([^()]*\)|\{\{[^{}]*\}\}|`[^`]*`/,
  /^(?:<[^<>]*>|%[A-Z_]\w*%|%[a-z]|\{\w*\}|\$[A-Z_][A-Z\d_]*|\$\$?(?:\.\w.*|\[.*))$/,
  // What API Gateway takes from a request, and PowerShell from its environment.
  /^\$?(?:context|integration|method|request|response|stageVariables)\.\w[\w.-]*$/,
  /^\$env:\w+$/i,
  /^([*x•.-])\1*$/i,
];

/** True for a string that is filled in later, masked, not known, or the location of a stored credential. */
export function isReference(text: string): boolean {
  return REFERENCES.some((form) => form.test(text)) || holdsUnknown(text);
}

const NO_CREDENTIALS: readonly RegExp[] = [
  /^(?:true|false|yes|no|on|off|none|null|nil|undefined|enabled|disabled|required|optional|auto)$/i,
  // Names and locations of credentials that are stored outside the program.
  /^alias\//,
  /:\/\//,
  /^(?:\/|\.{1,2}\/|~\/)[\w./-]*$/,
  /\.(?:pem|key|crt|json|txt|ya?ml|p12|jks)$/i,
  // Hashes of passwords: bcrypt, Argon2, scrypt and those of crypt.
  /^\$(?:2[abxy]|argon2(?:id|i|d)|scrypt|[156y])\$/,
];

/** True for a string that may be a credential by its form: not a number, switch, URL, path, ARN or template. */
export function mayBeCredential(text: string): boolean {
  return !isReference(text) && !NO_CREDENTIALS.some((form) => form.test(text)) && !isNumber(text);
}

const isNumber = (text: string): boolean => !Number.isNaN(Number(text));

/** Shorter numbers are lengths, ports and switches. */
const DIGITS = /^\d{5,}$/;

/** True where a part of the string is not known: the engine's marker of an unknown value, or of a hidden secret. */
const holdsUnknown = (text: string): boolean =>
  text.includes(UNKNOWN_STRING) || text.toLowerCase().includes(HIDDEN_SECRET);

/** True for a string that looks like a name: words of small letters and digits, one word, or a path. */
export function isNameLike(text: string): boolean {
  const parts = text.split(/[-_/.:@ ]/);
  return (
    (text.includes("/") && parts.every((part) => /^\w*$/.test(part))) ||
    (parts.length > 1 && parts.every((part) => /^[a-z0-9]*$/.test(part))) ||
    /^(?:[a-z]{1,20}|[A-Z_]{1,30})$/.test(text)
  );
}

// Words of letters in one case that separators join, as in `jwt-signing-secret`, `JWT_SECRET` and `X-Api-Key`.
const JOINED_WORDS = /^(?:[a-z]+(?:[-_.:][a-z]+)+|[A-Z]+(?:[-_][A-Z]+)+|[Xx](?:-[A-Z]?[a-z]+)+)$/;
// `my-super-secret` is a weak secret rather than the name of one.
const CASUAL: ReadonlySet<string> = new Set(["MY", "OUR", "SUPER", "TOP", "VERY", "SOME", "THE", "THIS"]);

/**
 * True for the name of a credential, which is not one itself: the path `prod/app/client-secret` of a stored secret, the
 * header `x-api-key`, the name `jwt-signing-secret`.
 */
export function isNameOfCredential(text: string): boolean {
  const isPath = text.includes("/") && isNameLike(text);
  return (
    secrecyOf(text) !== "none" &&
    !isPlaceholder(text) &&
    (isPath || (JOINED_WORDS.test(text) && !wordsOf(text).some((word) => CASUAL.has(word))))
  );
}

/** True when a value is a credential by its own form and that of its name. */
export function isCredential(name: string, text: string): boolean {
  const secrecy = secrecyOf(name);
  if (secrecy === "password" && DIGITS.test(text)) {
    return true;
  }
  return (
    secrecy !== "none" &&
    mayBeCredential(text) &&
    !isNameOfCredential(text) &&
    (secrecy !== "reference-or-secret" || !isNameLike(text) || isPlaceholder(text))
  );
}

/** A credential inside a longer string. */
export interface Excerpt {
  credential: string;
  /** The credential with the characters around it, to find in a source. */
  excerpt: string;
}

const CONNECTION = /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s:/?#@"'<>]{0,200}(:([^\s@/"'<>]{1,500})@)[\w.[-]/gi;
const CONNECTION_PARAMETER = /(?:^|[?;&\s])(?:password|pwd|accountkey|sharedaccesskey)=([^;&\s"'@<>]{1,500})/gi;
/** A string with such parameters: after a URL, between semicolons, or the words that PostgreSQL takes. */
const WITH_PARAMETERS = /:\/\/|;|(?:^|\s)(?:host|hostaddr|dbname)=/i;
const PRIVATE_KEY = /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----/;
/** `-----BEGIN` in base64, and what follows. */
const PACKED_KEY = /LS0tLS1CRUdJTi[A-Za-z0-9+/=\s]{40,20000}/;

/** The passwords in connection strings: `postgres://user:password@host`, `…;Password=password`, `host=… password=…`. */
export function connectionPasswords(text: string): Excerpt[] {
  const inUrls = [...text.matchAll(CONNECTION)].map((match) => excerptOf(match[1], match[2]));
  const inParameters = WITH_PARAMETERS.test(text)
    ? [...text.matchAll(CONNECTION_PARAMETER)].map((match) => excerptOf(match[0], match[1]))
    : [];
  return [...inUrls, ...inParameters].filter(({ credential }) => isLiteral(credential));
}

const excerptOf = (excerpt: string | undefined, credential: string | undefined): Excerpt => ({
  credential: String(credential),
  excerpt: String(excerpt),
});

/** In a URL, `%24` is a character, and `$name` what a shell or a template puts there. */
const isLiteral = (text: string): boolean =>
  !/^(?:[{<*]|\$[{(]|\$(?:[a-z_]+|[A-Z_][A-Z\d_]*)$|%(?![\da-f]{2})|\\\()/.test(text) && !holdsUnknown(text);

/** The first line of a key's body is enough to find it in a source. */
const KEY_BODY = /PRIVATE KEY-----\s{1,8}([A-Za-z0-9+/=]{16,80})/;

/** The private keys in a string, also in base64. */
export function privateKeys(text: string): Excerpt[] {
  const [packed] = PRIVATE_KEY.test(text) ? [] : (PACKED_KEY.exec(text) ?? []);
  const key = packed === undefined ? text : Buffer.from(packed, "base64").toString();
  return PRIVATE_KEY.test(key) ? [{ credential: key, excerpt: KEY_BODY.exec(key)?.[1] ?? key }] : [];
}

/** Tokens that their issuers mark with a prefix. */
const ISSUED: readonly RegExp[] = [
  /(?<![\w/+])(?:AKIA|ASIA)[A-Z2-7]{16}(?![\w/+])/g,
  /(?<!\w)gh[pousr]_[A-Za-z0-9]{36,251}(?!\w)/g,
  /(?<!\w)github_pat_\w{22,255}/g,
  /(?<!\w)glpat-[\w-]{20,100}/g,
  /(?<!\w)xox[abeoprs]-[\w-]{10,250}/g,
  /(?<!\w)https:\/\/hooks\.slack\.com\/services\/T\w{5,20}\/B\w{5,20}\/\w{16,32}/g,
  /(?<!\w)[rs]k_live_[A-Za-z0-9]{16,250}/g,
  /(?<!\w)npm_[A-Za-z0-9]{36}(?!\w)/g,
  /(?<!\w)pypi-AgE[\w-]{50,250}/g,
  /(?<!\w)SG\.[\w-]{22}\.[\w-]{43}(?!\w)/g,
  /(?<!\w)AIza[\w-]{35}(?![\w-])/g,
  /(?<!\w)dop_v1_[\da-f]{64}(?!\w)/g,
  /(?<!\w)hvs\.[\w-]{24,250}/g,
  /(?<!\w)pul-[\da-f]{40}(?!\w)/g,
  /(?<!\w)sk-(?:ant|proj|svcacct)-[\w-]{20,250}/g,
  /(?<!\w)dckr_pat_[\w-]{20,60}/g,
  /(?<!\w)NRAK-[A-Z\d]{27}(?!\w)/g,
  /(?<!\w)eyJ[\w-]{10,500}\.eyJ[\w-]{10,2000}\.[\w-]{20,1000}/g,
];

/** Headers and settings that carry a token. */
const CARRIED: readonly RegExp[] = [
  /(?<=:_(?:authToken|auth|password)=)[\w.~+/=-]{8,2000}/g,
  /(?<=\bBearer )[\w.~+/=-]{16,2000}/gi,
  /(?<=\bBasic )(?=[A-Za-z0-9+/]*[A-Z\d])[A-Za-z0-9+/]{8,500}={0,2}(?![\w+/-])/g,
];

/** A word in every one of these forms, so that most strings are done with after one search. */
const TOKEN_MARKS =
  /AKIA|ASIA|gh[pousr]_|github_pat_|glpat-|xox[abeoprs]-|hooks\.slack|k_live_|npm_|pypi-|SG\.|AIza|dop_v1_|hvs\.|pul-|sk-|dckr_|NRAK-|eyJ|:_auth|:_password|bearer |Basic /i;

/** The tokens in a string, by their known forms; those of documentation end in EXAMPLE, and are left out. */
export const knownTokens = (text: string): Excerpt[] => tokensIn(text, [...ISSUED, ...CARRIED]);

/** The tokens in a source that their issuers mark. */
export const issuedTokens = (text: string): Excerpt[] => tokensIn(text, ISSUED);

function tokensIn(text: string, forms: readonly RegExp[]): Excerpt[] {
  if (!TOKEN_MARKS.test(text)) {
    return [];
  }
  return forms
    .flatMap((form) => [...text.matchAll(form)])
    .map(([token]) => ({ credential: token, excerpt: token }))
    .filter(({ credential }) => !credential.includes("EXAMPLE") && !holdsUnknown(credential));
}

const ASSIGNMENT = /(?<![-\w])([A-Za-z_]\w{0,100})=("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s;&"'|]{1,500})/g;
const OPTION =
  /(?<![\w-])--?([a-z-]{0,30}(?:password|passwd|passphrase|secret|token|api-key|access-key))[ =]("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s;&"'|]{1,500})/gi;
/** `password: …` and `password = …` of files that a script writes. */
const ENTRY =
  /^[ \t]{0,40}(?:-[ \t]{1,4})?["']?([A-Za-z_][\w.-]{0,100})["']?[ \t]{0,4}[:=][ \t]{1,4}("[^"\n]{0,500}"|'[^'\n]{0,500}'|[^\s"'|,]{1,500}),?[ \t]{0,9}$/gm;
/** `"password": "…"` inside a line of JSON. */
const PAIR = /"([A-Za-z_][\w.-]{0,100})"[ \t]{0,4}:[ \t]{0,4}("[^"\n]{1,500}")/g;
/** The passwords of clients and of SQL, whose option has no such name. */
const CLIENTS: readonly RegExp[] = [
  /\b(?:redis-cli|valkey-cli)\b[^\n|;]{0,200} -a ()("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'|;&]{1,200})/g,
  /\b(?:mongo|mongosh|mongodump|mongorestore)\b[^\n|;]{0,200} -p ()("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'|;&-][^\s"'|;&]{0,200})/g,
  /\bldap(?:add|modify|passwd|search)\b[^\n|;]{0,300} -w ()("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'|;&]{1,200})/g,
  /\bsqlcmd\b[^\n|;]{0,200} -P ()("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'|;&]{1,200})/g,
  /\bnet user ([\w.-]{1,60}|"[^"\n]{1,60}") ("[^"\n]{1,200}"|[^\s"'|;&/][^\s"'|;&]{0,200})(?=[^\n]{0,40} \/add\b)/gi,
  /\bConvertTo-SecureString (?:-String )?()("[^"\n]{1,200}"|'[^'\n]{1,200}')(?=[^\n]{0,60}-AsPlainText)/gi,
  /\b(?:mysql|mysqldump|mysqladmin|mariadb)\b[^\n|;]{0,200} -p()("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'|;&]{1,200})/g,
  /\b(?:sshpass|docker login|podman login)\b[^\n|;]{0,200} -p()[ ]?("[^"\n]{1,200}"|'[^'\n]{1,200}'|[^\s"'|;&]{1,200})/g,
  /\bcurl\b[^\n|;]{0,400} (?:-u|--user)[ =]["']?([^\s:"']{1,100}):([^\s"']{1,200})/g,
  /\b(?:IDENTIFIED BY|WITH(?: ENCRYPTED| LOGIN)? PASSWORD|SET PASSWORD =)\b()\s{0,4}('[^'\n]{1,200}')/gi,
  /\becho ["']?([\w-]{1,40}):([^\s"']{1,200})["']? ?\| ?(?:sudo )?chpasswd/g,
];

/** The credentials that a script sets: `export DB_PASSWORD=…`, `--password …`, `mysql -p…`. */
export function assignedCredentials(script: string): Excerpt[] {
  const named = [ASSIGNMENT, OPTION, ENTRY, PAIR].flatMap((form) =>
    [...script.matchAll(form)]
      .filter(([, name, value]) => isCredential(String(name), unquoted(value)) && !isVariable(unquoted(value)))
      .map(([excerpt, , value]) => excerptOf(excerpt.trim(), unquoted(value))),
  );
  const others = CLIENTS.flatMap((form) =>
    [...script.matchAll(form)]
      .filter(([, , value]) => mayBeCredential(unquoted(value)) && !isVariable(unquoted(value)))
      .map(([excerpt, , value]) => excerptOf(excerpt, unquoted(value))),
  );
  const found = new Set<string>();
  return [...named, ...others].filter(({ credential }) => !found.has(credential) && found.add(credential));
}

/** In a shell, `$name` is what a variable holds, and `$(…` the first word of a command. */
const isVariable = (text: string): boolean => /^(?:\$\w+$|\$[({]|`)/.test(text);

/** Names of values that are random and public. */
const PUBLIC_NAME =
  /(?:ID|IDS|HASH|SHA|SHA256|DIGEST|CHECKSUM|COMMIT|VERSION|ARN|URL|URI|KEYID|TAG|IMAGE|CERTIFICATE|FINGERPRINT)$/;

/** True for a long string without a pattern, under a name that does not explain it. */
export function looksRandom(name: string, text: string): boolean {
  return (
    /^(?=[^\d]*\d)(?=[^A-Za-z]*[A-Za-z])[A-Za-z\d+/=]{24,200}$/.test(text) &&
    !isNameLike(text) &&
    !PUBLIC_NAME.test(wordsOf(name).join("")) &&
    !/PUBLIC/i.test(name) &&
    (/^[\da-f]+$/i.test(text) ? text.length >= 32 : entropyOf(text) >= 4)
  );
}

/** The bits of information in each character of a string. */
function entropyOf(text: string): number {
  const counts = new Map<string, number>();
  for (const character of text) {
    counts.set(character, (counts.get(character) ?? 0) + 1);
  }
  return [...counts.values()].reduce((sum, count) => {
    const share = count / text.length;
    return sum - share * Math.log2(share);
  }, 0);
}

const unquoted = (value: string | undefined): string => String(value).replace(/^(["'])(.*)\1$/, "$2");

const PLACEHOLDER =
  /^(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this|with)|pass(?:word|w0rd|wd)|p[@4]ss(?:w[o0]rd)?|placeholder|dummy|your[-_ ]|insert[-_ ]|letmein|qwerty|admin123|temp(?:orary)?[-_ ]?pass)|^(?:secret|test|admin|root|example|default|todo|tbd|fixme)\d*!?$/i;

/** True for a placeholder where a credential belongs: ChangeMe…, password123, your-api-key. */
export function isPlaceholder(text: string): boolean {
  return PLACEHOLDER.test(text);
}

const STAND_IN =
  /^[<[("{]?(?:change[-_ ]?(?:me|it|this)|replace[-_ ]?(?:me|this)|placeholder|dummy|todo|tbd|fixme|initial|empty|to[-_ ]be[-_ ](?:set|filled|replaced)|(?:set|fill|update)[-_ ]?(?:me|later|manually)|your[-_ ][\w -]{1,60})[>\])"}.!]?$/i;

/** True for a string that only reserves a place in a store of secrets, and that no client could use as a credential. */
export function isStandIn(text: string): boolean {
  return STAND_IN.test(text);
}
