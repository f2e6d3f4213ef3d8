import { tableOf } from "../../contract/facts";
import { table } from "../../facts/tables";
import { LISTENER } from "../../stack/load-balancing";
import { known, UNKNOWN } from "../../stack/value";
import { defineRule } from "../rule";

const { recommended } = table("elb-tls-policies");

export default defineRule({
  id: "listener-tls-policy",
  category: "delivery",
  description: "Encrypted listeners take TLS 1.2 or newer only",
  severity: "high",
  level: "mandatory",
  failures: ["P8"],
  controls: [{ framework: "AWS FSBP", reference: "ELB.17" }],
  why:
    "TLS 1.0 and 1.1 are broken, and payment standards forbid them. A listener without a policy of its own still takes " +
    "them, since AWS goes by a policy of 2016 then; only its console chooses a newer one.",
  fix: {
    typescript: `sslPolicy: "${recommended}",`,
    python: `ssl_policy="${recommended}",`,
    yaml: "sslPolicy: ELBSecurityPolicy-TLS13-1-2-Res-PQ-2025-09",
  },
  limits: "Policies that are not in the dated table of those that take older versions, and classic load balancers.",
  resource: {
    types: [LISTENER],
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
            ? `${policy} still takes`
            : `no policy is set, and ${policies.whereUnset}, which counts then, takes`;
          report({
            at: listener,
            property: "sslPolicy",
            mend: { sslPolicy: policies.recommended },
            message: `${what} TLS 1.0 or 1.1; set sslPolicy: "${policies.recommended}".`,
          });
        }
      }
    },
  },
  remediation: {
    does: `sets \`sslPolicy: "${recommended}"\``,
  },
});
