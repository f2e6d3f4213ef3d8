import { LB_LISTENER } from "../../src/aws/type-tokens";
import { tableOf } from "../../src/contract/facts";
import { table } from "../../src/aws/data/tables";
import { known, UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

const { recommended } = table("elb-tls-policies");

export default defineRule({
  id: "listener-tls-policy",
  category: "delivery",
  description: "Encrypted listeners must accept only TLS 1.2 or newer",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["https"],
  failures: ["P8"],
  why:
    "TLS 1.0 and 1.1 are broken, and payment standards forbid them. A listener without a policy still accepts them: the " +
    "API then chooses a policy of 2016, and only AWS's console a newer one.",
  fix: {
    typescript: `sslPolicy: "${recommended}",`,
    python: `ssl_policy="${recommended}",`,
    yaml: `sslPolicy: ${recommended}`,
  },
  limits: "Policies that are not in the dated table of those that accept older versions, and classic load balancers.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
  ],
  resource: {
    types: [LB_LISTENER],
    check(listener, { contract, report, undecided }) {
      const policies = tableOf(contract, "elb-tls-policies");
      const protocol = listener.str("protocol");
      const policy = listener.str("sslPolicy");
      const isWeak = policy === undefined || policy === "" || (known(policy) && policies.belowTls12.includes(policy));
      if (protocol === UNKNOWN) {
        if (isWeak) {
          undecided(listener, "protocol");
        }
      } else if (protocol !== undefined && /^(https|tls)$/i.test(protocol)) {
        if (policy === UNKNOWN) {
          undecided(listener, "sslPolicy");
        } else if (isWeak) {
          const what = policy
            ? `The policy "${policy}" accepts TLS 1.0 or 1.1.`
            : `No policy is set, so the listener uses "${policies.whereUnset}", which accepts TLS 1.0 and 1.1.`;
          report({
            at: listener,
            property: "sslPolicy",
            fix: { sslPolicy: policies.recommended },
            message: `${what} Set \`sslPolicy: "${policies.recommended}"\`.`,
          });
        }
      }
    },
  },
  remediation: {
    does: `sets \`sslPolicy: "${recommended}"\``,
  },
});
