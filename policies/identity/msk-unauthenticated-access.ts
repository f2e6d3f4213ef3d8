import { anyOf, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN } from "../../src/graph/value";
import { defineRule } from "../../src/rules/rule";

/** Whether clients can authenticate at all: where they cannot, the cluster admits everyone who reaches it. */
function hasAuthentication(cluster: Resource): Certainty {
  const authentication = cluster.at("clientAuthentication");
  const authorities = authentication.list("tls", "certificateAuthorityArns") ?? [];
  return anyOf([
    authentication.bool("sasl", "iam") ?? false,
    authentication.bool("sasl", "scram") ?? false,
    authorities === UNKNOWN ? UNKNOWN : authorities.length > 0,
  ]);
}

export default defineRule({
  id: "msk-unauthenticated-access",
  category: "identity",
  description: "MSK clusters must authenticate their clients",
  severity: "medium",
  level: "only-if-required",
  why:
    "Where a cluster admits clients without authentication, any client on the network reads and writes every topic. " +
    "A cluster without any way to authenticate does so by default.",
  fix: {
    typescript: `clientAuthentication: { sasl: { iam: true } },`,
    python: `client_authentication={"sasl": {"iam": True}},`,
    yaml: `clientAuthentication:
  sasl:
    iam: true`,
  },
  limits: "Serverless clusters, which always authenticate.",
  references: [
    "https://docs.aws.amazon.com/msk/latest/developerguide/kafka_apis_iam.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/msk-controls.html",
  ],
  resource: {
    types: ["aws:msk/cluster:Cluster"],
    check(cluster, { decide }) {
      const admitsAll = cluster.bool("clientAuthentication", "unauthenticated");
      decide(admitsAll === undefined ? hasAuthentication(cluster) : not(admitsAll), {
        at: cluster,
        property: "clientAuthentication",
        message:
          "The cluster admits clients without authentication" +
          `${admitsAll === undefined ? ", since it has no way to authenticate them" : ""}. ` +
          "Set `clientAuthentication: { sasl: { iam: true }, unauthenticated: false }`.",
      });
    },
  },
});
