import { API_STAGE, REST_API, restApiAt } from "../../stack/api-gateway";
import { allOf, anyOf, not, type Certainty } from "../../stack/certainty";
import { DISTRIBUTION } from "../../stack/edge-functions";
import { LOAD_BALANCER } from "../../stack/load-balancing";
import type { Resource } from "../../stack/resource";
import { admitsTheWorld, groupsOf, rulesOfGroup } from "../../stack/security-groups";
import { isUnplaced, type Stack } from "../../stack/stack";
import { known, UNKNOWN } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const ASSOCIATIONS = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];
const FIREWALL_MANAGER = "aws:fms/policy:Policy";
const ENTRIES = [LOAD_BALANCER, API_STAGE, REST_API];

export default defineRule({
  id: "waf-associated",
  category: "network",
  description: "What takes requests from the internet has a web ACL",
  severity: "low",
  level: "advisory",
  failures: [],
  why:
    "Anything on the internet is probed within minutes. A web ACL turns away what AWS knows as attacks, and floods of " +
    "requests, before they reach the application.",
  fix: {
    typescript:
      'new aws.wafv2.WebAclAssociation("api", { resourceArn: loadBalancer.arn, webAclArn: webAcl.arn });\n' +
      "// on a distribution: webAclId: webAcl.arn, of a web ACL with the scope CLOUDFRONT in us-east-1",
    python:
      'aws.wafv2.WebAclAssociation("api", resource_arn=load_balancer.arn, web_acl_arn=web_acl.arn)\n' +
      "# on a distribution: web_acl_id=web_acl.arn, of a web ACL with the scope CLOUDFRONT in us-east-1",
    yaml:
      "resources:\n" +
      "  api: # on a distribution: webAclId, of a web ACL with the scope CLOUDFRONT in us-east-1\n" +
      "    type: aws:wafv2:WebAclAssociation\n    properties:\n      resourceArn: ${loadBalancer.arn}\n" +
      "      webAclArn: ${webAcl.arn}",
  },
  limits:
    "Load balancers and APIs behind a distribution of the stack, which is judged in their place; load balancers that do not " +
    "admit the whole internet; network load balancers and HTTP APIs, which take no web ACL; distributions of nothing but " +
    "buckets; stacks with policies of Firewall Manager; web ACLs that are associated elsewhere; what a web ACL does.",
  stack(stack, { report, undecided }) {
    if (stack.ofType(FIREWALL_MANAGER).length > 0) {
      return;
    }
    for (const entry of stack.ofType(LOAD_BALANCER, API_STAGE, DISTRIBUTION).filter(({ outside }) => !outside)) {
      const isBare = allOf([not(hasWebAcl(stack, entry)), takesFromInternet(stack, entry)]);
      if (isBare === UNKNOWN) {
        undecided(entry);
      } else if (isBare) {
        report({
          at: entry,
          message:
            "this takes requests from the whole internet, and no web ACL filters them; " +
            (entry.type === DISTRIBUTION
              ? "set webAclId to the arn of an aws.wafv2.WebAcl with the scope CLOUDFRONT."
              : "add an aws.wafv2.WebAcl with the scope REGIONAL, and an aws.wafv2.WebAclAssociation."),
        });
      }
    }
  },
});

/** Whether a web ACL is before an entry: its own, one of what a distribution stands before, or one for all of an API. */
function hasWebAcl(stack: Stack, entry: Resource): Certainty {
  if (entry.type !== DISTRIBUTION) {
    return isAssociated(stack, entry);
  }
  const behind = stack.refs(entry.at("origins"), ...ENTRIES).resources;
  return anyOf([
    !entry.at("webAclId").isAbsent && entry.str("webAclId") !== "",
    ...behind.map((one) => isAssociated(stack, one)),
  ]);
}

function isAssociated(stack: Stack, entry: Resource): Certainty {
  const api = entry.type === API_STAGE ? restApiAt(stack, entry.at("restApi")) : undefined;
  // The ARN of a stage may be written with the API's id and the stage's name.
  const isNamed = [entry, ...(api ? [api] : [])].some(
    (one) => stack.referrers(one, "resourceArn", ...ASSOCIATIONS).length > 0,
  );
  return isNamed || (stack.once(hasUnclearAssociation) && UNKNOWN);
}

/** True where it is not known yet what an association is for. */
const hasUnclearAssociation = (stack: Stack): boolean =>
  stack.ofType(...ASSOCIATIONS).some((association) => isUnplaced(stack, association.at("resourceArn"), ...ENTRIES));

function takesFromInternet(stack: Stack, entry: Resource): Certainty {
  switch (entry.type) {
    case DISTRIBUTION:
      return hasServer(entry);
    case API_STAGE:
      return isPublicStage(stack, entry);
    default:
      return isPublicBalancer(stack, entry);
  }
}

/** Whether a distribution has an origin that computes its answers. */
function hasServer(distribution: Resource): Certainty {
  const origins = distribution.list("origins") ?? [];
  return known(origins)
    ? distribution.bool("enabled") !== false &&
        anyOf(origins.map((origin) => (origin.isUnknown ? UNKNOWN : computesAnswers(origin))))
    : UNKNOWN;
}

/** False for buckets, and for buckets that serve a website. */
function computesAnswers(origin: View): boolean {
  const domain = origin.str("domainName");
  const sources = origin.resource.propertyDependencies.get("origins") ?? [];
  const isWebsite = known(domain)
    ? /\.s3-website[.-]/.test(domain)
    : sources.length > 0 &&
      sources.every(({ type }) => type.startsWith("aws:s3/") || type.startsWith("aws:cloudfront/"));
  return !origin.at("customOriginConfig").isAbsent && !isWebsite;
}

function isPublicStage(stack: Stack, stage: Resource): Certainty {
  const api = restApiAt(stack, stage.at("restApi"));
  if (!api || api.outside || isBehindDistribution(stack, stage, api)) {
    return false;
  }
  const types = api.list("endpointConfiguration", "types") ?? [];
  return known(types) ? allOf(types.map((type) => (type.isUnknown ? UNKNOWN : type.value !== "PRIVATE"))) : UNKNOWN;
}

function isPublicBalancer(stack: Stack, balancer: Resource): Certainty {
  const type = balancer.str("loadBalancerType") ?? "application";
  const isInternal = balancer.bool("internal") ?? false;
  const { resources: groups, complete } = groupsOf(stack, balancer);
  const isOpen = complete && groups.length > 0 ? anyOf(groups.map((group) => isOpenGroup(stack, group))) : true;
  return allOf([
    type === UNKNOWN ? UNKNOWN : type === "application",
    not(isInternal),
    !isBehindDistribution(stack, balancer),
    isOpen,
  ]);
}

/** False for a group whose rules are all there and for certain addresses only. */
function isOpenGroup(stack: Stack, group: Resource): boolean {
  const { rules, complete } = rulesOfGroup(stack, group, "ingress");
  return group.outside || !complete || rules.some((rule) => admitsTheWorld(stack, rule) !== false);
}

function isBehindDistribution(stack: Stack, ...entries: Resource[]): boolean {
  return entries.some((entry) => stack.referrers(entry, "origins", DISTRIBUTION).length > 0);
}
