import { anyOf, type Certainty } from "../../stack/certainty";
import { actionsOf, LISTENER, loadBalancerOf, protocolOf, rulesOf, type Action } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import { known, UNKNOWN } from "../../stack/value";
import type { Read, View } from "../../stack/view";
import { defineRule, type Context } from "../rule";

const REDIRECT = 'redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" }';

/** True for an action that leads a client to HTTPS; a redirect without a protocol keeps that of the request. */
function redirects({ view, type }: Action): Certainty {
  const protocol = view.str("redirect", "protocol");
  if (type === UNKNOWN || (type === "redirect" && protocol === UNKNOWN)) {
    return UNKNOWN;
  }
  return type === "redirect" && known(protocol) && protocol.toUpperCase() === "HTTPS";
}

/** True for an action that answers a request over HTTP: with a response of the application, or a redirect to HTTP. */
function serves(action: Action): Certainty {
  const isRedirected = redirects(action);
  return isRedirected === UNKNOWN
    ? UNKNOWN
    : !isRedirected && (action.type === "redirect" || action.type === "forward" || action.type === undefined);
}

const listAt = (view: View, ...keys: string[]): View[] => {
  const list = view.list(...keys);
  return known(list) ? list : [];
};

const values = (rule: Resource, condition: "pathPattern" | "hostHeader"): Read<string>[] =>
  listAt(rule, "conditions").flatMap((one) => listAt(one, condition, "values").map((value) => value.str()));

/** True for a rule that every request fits. */
const fitsAll = (rule: Resource): boolean =>
  listAt(rule, "conditions").length === 1 &&
  [...values(rule, "pathPattern"), ...values(rule, "hostHeader")].some((value) => value === "*" || value === "/*");

/** True for the paths on which certificate authorities ask for a proof, over HTTP. */
const isChallenge = (rule: Resource): boolean =>
  values(rule, "pathPattern").some((path) => known(path) && path.startsWith("/.well-known/"));

function judge(owner: Resource, balancer: Resource, { report, undecided }: Context): void {
  for (const action of actionsOf(owner)) {
    const isServed = serves(action);
    if (isServed === UNKNOWN) {
      undecided(action.view);
    } else if (isServed) {
      const what = action.type === "redirect" ? "redirects, but not to HTTPS" : "takes requests over plain HTTP";
      report({
        at: action.view,
        message:
          `the load balancer ${balancer.name} is on the internet, and here it ${what}; redirect instead ` +
          `(type: "redirect", ${REDIRECT}), and serve from a listener with protocol: "HTTPS" and a certificate.`,
      });
    }
  }
}

export default defineRule({
  id: "listener-https",
  category: "delivery",
  description: "Load balancers on the internet serve HTTPS only",
  severity: "high",
  level: "raised-by-contract",
  contractKeys: ["https"],
  failures: ["P8"],
  controls: [{ framework: "AWS FSBP", reference: "ELB.1" }],
  why:
    "What is sent over HTTP can be read and changed by everybody on the way. A redirect keeps the old address working " +
    "without sending anything that matters over it.",
  fix: {
    typescript:
      'new aws.lb.Listener("http", {\n  loadBalancerArn: balancer.arn,\n  port: 80,\n  protocol: "HTTP",\n' +
      `  defaultActions: [{ type: "redirect", ${REDIRECT} }],\n});`,
    python:
      'aws.lb.Listener("http", load_balancer_arn=balancer.arn, port=80, protocol="HTTP",\n' +
      '    default_actions=[{"type": "redirect",\n' +
      '        "redirect": {"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}}])',
    yaml:
      "resources:\n  http:\n    type: aws:lb:Listener\n    properties:\n" +
      "      loadBalancerArn: ${balancer.arn}\n      port: 80\n      protocol: HTTP\n      defaultActions:\n" +
      "        - type: redirect\n          redirect:\n            protocol: HTTPS\n" +
      '            port: "443"\n            statusCode: HTTP_301',
  },
  limits:
    "Internal load balancers, network load balancers, fixed responses, and rules for /.well-known/, over which " +
    "certificates are proved.",
  stack(stack, context) {
    for (const listener of stack.ofType(LISTENER).filter(({ outside }) => !outside)) {
      const protocol = protocolOf(stack, listener);
      if (protocol !== "HTTP" && protocol !== UNKNOWN) {
        continue;
      }
      const { resources } = loadBalancerOf(stack, listener);
      const [balancer] = resources.length === 1 ? resources : [];
      const isInternal = balancer ? (balancer.bool("internal") ?? false) : UNKNOWN;
      const rules = rulesOf(stack, listener).filter(({ outside }) => !outside);
      const isDiverted = rules.some((rule) => fitsAll(rule) && actionsOf(rule).some((one) => redirects(one) === true));
      if (isInternal === true) {
        continue;
      }
      const owners = [...(isDiverted ? [] : [listener]), ...rules.filter((rule) => !isChallenge(rule))];
      if (balancer && isInternal === false && protocol === "HTTP") {
        owners.forEach((owner) => {
          judge(owner, balancer, context);
        });
      } else if (anyOf(owners.flatMap(actionsOf).map(serves)) !== false) {
        const place = balancer ? balancer.at("internal") : listener.at("loadBalancerArn");
        context.undecided(protocol === UNKNOWN ? listener.at("protocol") : place);
      }
    }
  },
});
