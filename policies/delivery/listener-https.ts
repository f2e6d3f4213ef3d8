import { LB_LISTENER } from "../../src/aws/type-tokens";
import { allOf, anyOf, not, type Certainty } from "../../src/graph/certainty";
import {
  actionsOf,
  loadBalancerOf,
  protocolOf,
  redirectsToHttps,
  rulesOf,
  type Action,
} from "../../src/aws/delivery/load-balancing";
import type { Resource } from "../../src/graph/resource";
import { UNKNOWN, type Unknown } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule, type Context } from "../../src/rules/rule";

const REDIRECT = 'redirect: { protocol: "HTTPS", port: "443", statusCode: "HTTP_301" }';

/** Whether an action serves a request over HTTP: by forwarding it, or by a redirect to HTTP. */
function serves(action: Action): Certainty {
  const isRedirected = redirectsToHttps(action);
  return isRedirected === UNKNOWN
    ? UNKNOWN
    : !isRedirected && (action.type === "redirect" || action.type === "forward" || action.type === undefined);
}

/** The values of a list at the end of each of some views; unknown where one of the lists is. */
function listed(views: readonly View[], ...keys: string[]): View[] | Unknown {
  const lists = views.map((view) => view.list(...keys) ?? []);
  const known = lists.filter((list) => list !== UNKNOWN);
  return known.length < lists.length ? UNKNOWN : known.flat();
}

/** Whether a value of a condition of a listener rule passes a test. */
function hasValue(
  rule: Resource,
  condition: "pathPattern" | "hostHeader",
  test: (value: string) => boolean,
): Certainty {
  const conditions = listed([rule], "conditions");
  const values = conditions === UNKNOWN ? UNKNOWN : listed(conditions, condition, "values");
  return values === UNKNOWN
    ? UNKNOWN
    : anyOf(values.map((view) => view.str()).map((value) => (value === UNKNOWN ? UNKNOWN : test(value ?? ""))));
}

const matchesEverything = (value: string): boolean => value === "*" || value === "/*";

/** Whether a rule matches every request. */
function matchesAll(rule: Resource): Certainty {
  const conditions = listed([rule], "conditions");
  return conditions === UNKNOWN
    ? UNKNOWN
    : conditions.length === 1 &&
        anyOf([hasValue(rule, "pathPattern", matchesEverything), hasValue(rule, "hostHeader", matchesEverything)]);
}

/** Whether a rule is for the paths that certificate authorities request over HTTP to prove a domain. */
const isChallenge = (rule: Resource): Certainty =>
  hasValue(rule, "pathPattern", (path) => path.startsWith("/.well-known/"));

/** A listener or listener rule, and whether it answers requests over HTTP that it may have to redirect. */
interface Owner {
  owner: Resource;
  answers: Certainty;
}

function checkActions({ owner, answers }: Owner, balancer: Resource, { report, undecided }: Context): void {
  for (const action of actionsOf(owner)) {
    const isServed = allOf([serves(action), answers]);
    if (isServed === UNKNOWN) {
      undecided(action.view);
    } else if (isServed) {
      const what = action.type === "redirect" ? "redirects, but not to HTTPS" : "accepts requests over plain HTTP";
      report({
        at: action.view,
        message:
          `The load balancer ${balancer.name} is internet-facing and ${what} here. Use \`type: "redirect", ${REDIRECT}\`, ` +
          'and serve from a listener with `protocol: "HTTPS"` and a certificate.',
      });
    }
  }
}

export default defineRule({
  id: "listener-https",
  category: "delivery",
  description: "Internet-facing load balancers must serve HTTPS only",
  severity: "high",
  level: "advisory-unless-required",
  contractKeys: ["https"],
  failures: ["P8"],
  why:
    "Anyone on the way can read and change what is sent over HTTP. A redirect keeps the old address working without " +
    "sending anything that matters over it.",
  fix: {
    typescript: `new aws.lb.Listener("http", {
  loadBalancerArn: balancer.arn,
  port: 80,
  protocol: "HTTP",
  defaultActions: [{ type: "redirect", ${REDIRECT} }],
});`,
    python: `aws.lb.Listener("http", load_balancer_arn=balancer.arn, port=80, protocol="HTTP",
    default_actions=[{"type": "redirect",
        "redirect": {"protocol": "HTTPS", "port": "443", "status_code": "HTTP_301"}}])`,
    yaml: `resources:
  http:
    type: aws:lb:Listener
    properties:
      loadBalancerArn: \${balancer.arn}
      port: 80
      protocol: HTTP
      defaultActions:
        - type: redirect
          redirect:
            protocol: HTTPS
            port: "443"
            statusCode: HTTP_301`,
  },
  limits:
    "Internal load balancers, network load balancers, fixed responses, and rules for /.well-known/, where certificate " +
    "authorities look for their proof over HTTP.",
  references: [
    "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-https-listener.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
  ],
  stack(stack, context) {
    for (const listener of stack.managed(LB_LISTENER)) {
      const protocol = protocolOf(stack, listener);
      if (protocol !== "HTTP" && protocol !== UNKNOWN) {
        continue;
      }
      const { resources } = loadBalancerOf(stack, listener);
      const [balancer] = resources.length === 1 ? resources : [];
      const isInternal = balancer ? (balancer.bool("internal") ?? false) : UNKNOWN;
      const rules = rulesOf(stack, listener).filter(({ external }) => !external);
      const isDiverted = anyOf(
        rules.map((rule) => allOf([matchesAll(rule), anyOf(actionsOf(rule).map(redirectsToHttps))])),
      );
      if (isInternal === true) {
        continue;
      }
      const answering: Owner[] = [
        { owner: listener, answers: not(isDiverted) },
        ...rules.map((rule): Owner => ({ owner: rule, answers: not(isChallenge(rule)) })),
      ];
      const owners = answering.filter(({ answers }) => answers !== false);
      if (balancer && isInternal === false && protocol === "HTTP") {
        owners.forEach((owner) => {
          checkActions(owner, balancer, context);
        });
      } else if (anyOf(owners.flatMap(({ owner }) => actionsOf(owner)).map(serves)) !== false) {
        const unknown = balancer ? balancer.at("internal") : listener.at("loadBalancerArn");
        context.undecided(protocol === UNKNOWN ? listener.at("protocol") : unknown);
      }
    }
  },
});
