import { restApiAt } from "../../src/aws/delivery/api-gateway";
import {
  APIGATEWAY_REST_API,
  APIGATEWAY_STAGE,
  CLOUDFRONT_DISTRIBUTION,
  LB_LOAD_BALANCER,
} from "../../src/aws/type-tokens";
import { allOf, anyOf, equals, not, type Certainty } from "../../src/graph/certainty";
import type { Resource } from "../../src/graph/resource";
import { reachabilityOf } from "../../src/aws/network/reachability";
import { mayReferTo, type Stack } from "../../src/graph/stack";
import { known, UNKNOWN } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { defineRule } from "../../src/rules/rule";

const ASSOCIATIONS = [
  "aws:wafv2/webAclAssociation:WebAclAssociation",
  "aws:wafregional/webAclAssociation:WebAclAssociation",
];
const FIREWALL_MANAGER = "aws:fms/policy:Policy";
const ENTRIES = [LB_LOAD_BALANCER, APIGATEWAY_STAGE, APIGATEWAY_REST_API];

export default defineRule({
  id: "waf-associated",
  category: "network",
  description: "Endpoints that take requests from the internet must have a web ACL",
  severity: "low",
  level: "only-if-required",
  contractKeys: ["webFirewall"],
  failures: [],
  why:
    "Attackers probe everything on the internet within minutes. A web ACL blocks known attacks and floods of requests " +
    "before they reach the application.",
  fix: {
    typescript: `new aws.wafv2.WebAclAssociation("api", { resourceArn: loadBalancer.arn, webAclArn: webAcl.arn });
// on a distribution: webAclId: webAcl.arn, of a web ACL with the scope CLOUDFRONT in us-east-1`,
    python: `aws.wafv2.WebAclAssociation("api", resource_arn=load_balancer.arn, web_acl_arn=web_acl.arn)
# on a distribution: web_acl_id=web_acl.arn, of a web ACL with the scope CLOUDFRONT in us-east-1`,
    yaml: `resources:
  api: # on a distribution: webAclId, of a web ACL with the scope CLOUDFRONT in us-east-1
    type: aws:wafv2:WebAclAssociation
    properties:
      resourceArn: \${loadBalancer.arn}
      webAclArn: \${webAcl.arn}`,
  },
  limits:
    "Load balancers and APIs behind a distribution of the stack, which is checked instead of them; load balancers that the " +
    "internet does not reach; network load balancers and HTTP APIs, which take no web ACL; distributions of buckets only; " +
    "stacks with policies of Firewall Manager; web ACLs that are associated in another stack; what a web ACL does. A framework " +
    "of the contract requires one of every load balancer for applications, stage and distribution.",
  references: [
    "https://docs.aws.amazon.com/waf/latest/developerguide/how-aws-waf-works-resources.html",
    "https://docs.aws.amazon.com/securityhub/latest/userguide/elb-controls.html",
  ],
  stack(stack, { servesFramework, report, undecided }) {
    if (stack.ofType(FIREWALL_MANAGER).length > 0) {
      return;
    }
    for (const entry of stack.managed(LB_LOAD_BALANCER, APIGATEWAY_STAGE, CLOUDFRONT_DISTRIBUTION)) {
      const isBare = allOf([
        not(hasWebAcl(stack, entry)),
        servesFramework ? takesWebAcl(entry) : takesFromInternet(stack, entry),
      ]);
      if (isBare === UNKNOWN) {
        undecided(entry);
      } else if (isBare) {
        report({
          at: entry,
          message:
            `This takes requests${servesFramework ? "" : " from the internet"}, and no web ACL filters them. ` +
            (entry.type === CLOUDFRONT_DISTRIBUTION
              ? 'Set `webAclId` to the `arn` of an aws.wafv2.WebAcl with `scope: "CLOUDFRONT"`.'
              : 'Add an aws.wafv2.WebAcl with `scope: "REGIONAL"`, and an aws.wafv2.WebAclAssociation.'),
        });
      }
    }
  },
});

/** Whether an entry has a web ACL: its own, one of an origin of a distribution, or one for all of an API. */
function hasWebAcl(stack: Stack, entry: Resource): Certainty {
  if (entry.type !== CLOUDFRONT_DISTRIBUTION) {
    return isAssociated(stack, entry);
  }
  const behind = stack.refs(entry.at("origins"), ...ENTRIES).resources;
  return anyOf([
    !entry.at("webAclId").isAbsent && entry.str("webAclId") !== "",
    ...behind.map((one) => isAssociated(stack, one)),
  ]);
}

function isAssociated(stack: Stack, entry: Resource): Certainty {
  const api = entry.type === APIGATEWAY_STAGE ? restApiAt(stack, entry.at("restApi")) : undefined;
  // The ARN of a stage may be written with the API's id and the stage's name.
  const isNamed = [entry, ...(api ? [api] : [])].some(
    (one) => stack.referrers(one, "resourceArn", ...ASSOCIATIONS).length > 0,
  );
  return isNamed || (stack.once(hasUnclearAssociation) && UNKNOWN);
}

/** True where it is not known yet what an association is for. */
const hasUnclearAssociation = (stack: Stack): boolean =>
  stack.ofType(...ASSOCIATIONS).some((association) => mayReferTo(stack, association.at("resourceArn"), ...ENTRIES));

/** Whether a web ACL can be associated: a framework requires one wherever that is so. */
function takesWebAcl(entry: Resource): Certainty {
  return entry.type !== LB_LOAD_BALANCER || equals(entry.str("loadBalancerType") ?? "application", "application");
}

function takesFromInternet(stack: Stack, entry: Resource): Certainty {
  switch (entry.type) {
    case CLOUDFRONT_DISTRIBUTION:
      return hasServer(entry);
    case APIGATEWAY_STAGE:
      return isPublicStage(stack, entry);
    default:
      return isPublicBalancer(stack, entry);
  }
}

/** Whether a distribution has an origin that computes its responses. */
function hasServer(distribution: Resource): Certainty {
  const origins = distribution.list("origins") ?? [];
  return known(origins)
    ? allOf([
        distribution.bool("enabled") ?? true,
        anyOf(origins.map((origin) => (origin.isUnknown ? UNKNOWN : computesResponses(origin)))),
      ])
    : UNKNOWN;
}

/** False for buckets, and for buckets that serve a website. */
function computesResponses(origin: View): Certainty {
  const domain = origin.str("domainName");
  const sources = origin.resource.propertyDependencies.get("origins") ?? [];
  const isOfBuckets = sources.every(({ type }) => type.startsWith("aws:s3/") || type.startsWith("aws:cloudfront/"));
  const isWebsite = known(domain)
    ? /\.s3-website[.-]/.test(domain)
    : domain === UNKNOWN && sources.length === 0
      ? UNKNOWN
      : sources.length > 0 && isOfBuckets;
  return allOf([!origin.at("customOriginConfig").isAbsent, not(isWebsite)]);
}

function isPublicStage(stack: Stack, stage: Resource): Certainty {
  const api = restApiAt(stack, stage.at("restApi"));
  if (!api || api.external || isBehindDistribution(stack, stage, api)) {
    return false;
  }
  const types = api.list("endpointConfiguration", "types") ?? [];
  return known(types) ? allOf(types.map((type) => (type.isUnknown ? UNKNOWN : type.value !== "PRIVATE"))) : UNKNOWN;
}

/** Whether an application load balancer is on the internet; its subnets and groups count as open while they are not known. */
function isPublicBalancer(stack: Stack, balancer: Resource): Certainty {
  const type = balancer.str("loadBalancerType") ?? "application";
  const { reachable, hasAddress } = reachabilityOf(stack, balancer);
  return allOf([
    type === UNKNOWN ? UNKNOWN : type === "application",
    hasAddress,
    !isBehindDistribution(stack, balancer),
    reachable !== false,
  ]);
}

function isBehindDistribution(stack: Stack, ...entries: Resource[]): boolean {
  return entries.some((entry) => stack.referrers(entry, "origins", CLOUDFRONT_DISTRIBUTION).length > 0);
}
