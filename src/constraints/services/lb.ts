import {
  EC2_SUBNET,
  EC2_VPC,
  LAMBDA_ALIAS,
  LAMBDA_FUNCTION,
  LB_LISTENER,
  LB_LISTENER_RULE,
  LB_LOAD_BALANCER,
  LB_TARGET_GROUP,
  LB_TARGET_GROUP_ATTACHMENT,
} from "../../aws/type-tokens";
import { named } from "../cases";
import { securityGroupIds } from "../security-group-ids";
import type { Constraint, ServiceConstraints } from "../form";

const API = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference";
const CREATE_BALANCER = `${API}/API_CreateLoadBalancer.html`;
const CREATE_LISTENER = `${API}/API_CreateListener.html`;
const CREATE_GROUP = `${API}/API_CreateTargetGroup.html`;
const ACTION = `${API}/API_Action.html`;
const REDIRECT = `${API}/API_RedirectActionConfig.html`;

const balancerArn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:loadbalancer/app/shop/0123456789abcdef";
const listenerArn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:listener/app/shop/0123456789abcdef/0123";
const groupArn = "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/shop/0123456789abcdef";
const certificateArn = "arn:aws:acm:us-east-1:111122223333:certificate/12345678-1234-1234-1234-123456789012";

/** The actions after which another one answers. */
const BEFORE_ROUTING = ["authenticate-cognito", "authenticate-oidc", "jwt-validation"];
const REDIRECT_PORT = /^(?:#\{port\}|\d{1,5})$/;

const subnets = ["subnet-0a", "subnet-0b"];
const forward = { type: "forward", targetGroupArn: groupArn };
const http = { loadBalancerArn: balancerArn, port: 80, protocol: "HTTP", defaultActions: [forward] };
const https = { loadBalancerArn: balancerArn, port: 443, protocol: "HTTPS", certificateArn, defaultActions: [forward] };
const cognito = {
  userPoolArn: "arn:aws:cognito-idp:us-east-1:111122223333:userpool/x",
  userPoolClientId: "x",
  userPoolDomain: "x",
};
const ip = { targetType: "ip", port: 8080, protocol: "HTTP", vpcId: "vpc-0a" };
const rule = { listenerArn, priority: 10, actions: [forward], conditions: [{ pathPattern: { values: ["/api/*"] } }] };

const ATTRIBUTES = "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html";
const CREATE_TARGETS =
  "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html";
const toOrders = {
  type: "forward",
  targetGroupArn: "arn:aws:elasticloadbalancing:us-east-1:111122223333:targetgroup/orders/1",
};
const identityProvider = {
  authorizationEndpoint: "https://id.example.com/a",
  tokenEndpoint: "https://id.example.com/t",
  userInfoEndpoint: "https://id.example.com/u",
  issuer: "https://id.example.com",
  clientId: "x",
  clientSecret: "y",
};
const secured = { port: 443, protocol: "HTTPS", certificateArn: "arn:aws:acm:us-east-1:111122223333:certificate/x" };

/** What AWS requires of actions that authenticate users. They are in `list`, beside what else a case of the type needs. */
function signingIn(owner: string, type: string, list: string, rest: object): Record<string, Constraint> {
  const having = (more: object): Record<string, unknown> => ({
    ...rest,
    [list]: [
      { type: "authenticate-oidc", order: 1, authenticateOidc: { ...identityProvider, ...more } },
      { ...toOrders, order: 2 },
    ],
  });
  const shared = { type, each: list, source: `${API}/API_AuthenticateOidcActionConfig.html` };
  const unauthenticated = ["deny", "allow", "authenticate"];
  const session = { min: 1, max: 604800 };
  const isSecure = { startsWith: "https://" };
  return {
    [`aws.lb.${owner}.unauthenticated`]: {
      ...shared,
      require: {
        "authenticateOidc.onUnauthenticatedRequest": unauthenticated,
        "authenticateCognito.onUnauthenticatedRequest": unauthenticated,
      },
      must: 'Requests that are not authenticated are treated as "deny", "allow" or "authenticate".',
      accepts: [having({ onUnauthenticatedRequest: "deny" })],
      rejects: [having({ onUnauthenticatedRequest: "reject" })],
    },
    [`aws.lb.${owner}.session`]: {
      ...shared,
      require: { "authenticateOidc.sessionTimeout": session, "authenticateCognito.sessionTimeout": session },
      must: "A session lasts for at most 604,800 seconds.",
      accepts: [having({ sessionTimeout: 604800 })],
      rejects: [having({ sessionTimeout: 700000 })],
    },
    [`aws.lb.${owner}.oidc-https`]: {
      ...shared,
      require: {
        "authenticateOidc.authorizationEndpoint": isSecure,
        "authenticateOidc.tokenEndpoint": isSecure,
        "authenticateOidc.userInfoEndpoint": isSecure,
        "authenticateOidc.issuer": isSecure,
      },
      must: "The endpoints and the issuer of the identity provider are URLs that begin with https.",
      accepts: [having({})],
      rejects: [having({ issuer: "id.example.com" }), having({ tokenEndpoint: "http://id.example.com/t" })],
    },
  };
}

export default {
  date: "2026-11-29",
  constraints: {
    "aws.lb.load-balancer.one-form-of-subnets": {
      type: LB_LOAD_BALANCER,
      require: { exactlyOne: ["subnets", "subnetMappings"] },
      must: "A load balancer must be in the subnets of `subnets` or of `subnetMappings`: set one of the two.",
      source: CREATE_BALANCER,
      accepts: [{ subnets }, { loadBalancerType: "network", subnetMappings: [{ subnetId: "subnet-0a" }] }],
      rejects: [{ name: "shop" }, { subnets, subnetMappings: [{ subnetId: "subnet-0a" }] }],
    },
    "aws.lb.load-balancer.application-without-addresses": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "application" },
      defaults: { "/loadBalancerType": "application" },
      each: "subnetMappings",
      require: { allocationId: { present: false }, privateIpv4Address: { present: false } },
      must: "Only network load balancers have addresses of your own: leave out `allocationId` and `privateIpv4Address`.",
      source: CREATE_BALANCER,
      accepts: [
        { subnetMappings: [{ subnetId: "subnet-0a" }, { subnetId: "subnet-0b" }] },
        { loadBalancerType: "network", subnetMappings: [{ subnetId: "subnet-0a", allocationId: "eipalloc-0a" }] },
      ],
      rejects: [{ subnetMappings: [{ subnetId: "subnet-0a", allocationId: "eipalloc-0a" }] }],
    },
    "aws.lb.load-balancer.internal-without-elastic-ip": {
      type: LB_LOAD_BALANCER,
      when: { internal: true },
      each: "subnetMappings",
      require: { allocationId: { present: false } },
      must: "An internal load balancer has no elastic IP addresses: leave out `allocationId`, or use `privateIpv4Address`.",
      source: CREATE_BALANCER,
      accepts: [
        { loadBalancerType: "network", subnetMappings: [{ subnetId: "subnet-0a", allocationId: "eipalloc-0a" }] },
        {
          loadBalancerType: "network",
          internal: true,
          subnetMappings: [{ subnetId: "subnet-0a", privateIpv4Address: "10.0.0.5" }],
        },
      ],
      rejects: [
        {
          loadBalancerType: "network",
          internal: true,
          subnetMappings: [{ subnetId: "subnet-0a", allocationId: "eipalloc-0a" }],
        },
      ],
    },
    "aws.lb.load-balancer.public-without-private-address": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "network", internal: false },
      defaults: { "/internal": false },
      each: "subnetMappings",
      require: { privateIpv4Address: { present: false } },
      must: "Private addresses of your own are for internal load balancers: set `internal: true`, or use `allocationId`.",
      source: CREATE_BALANCER,
      accepts: [
        {
          loadBalancerType: "network",
          internal: true,
          subnetMappings: [{ subnetId: "subnet-0a", privateIpv4Address: "10.0.0.5" }],
        },
      ],
      rejects: [
        { loadBalancerType: "network", subnetMappings: [{ subnetId: "subnet-0a", privateIpv4Address: "10.0.0.5" }] },
      ],
    },
    "aws.lb.load-balancer.no-public-ipv4-only-application": {
      type: LB_LOAD_BALANCER,
      when: { ipAddressType: "dualstack-without-public-ipv4" },
      defaults: { loadBalancerType: "application" },
      require: { loadBalancerType: "application", internal: { not: true } },
      must: 'Only application load balancers that the internet reaches have `ipAddressType: "dualstack-without-public-ipv4"`.',
      source: CREATE_BALANCER,
      accepts: [{ subnets, ipAddressType: "dualstack-without-public-ipv4" }],
      rejects: [
        { subnets, ipAddressType: "dualstack-without-public-ipv4", internal: true },
        { subnets, ipAddressType: "dualstack-without-public-ipv4", loadBalancerType: "network" },
      ],
    },
    "aws.lb.load-balancer.idle-timeout": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "application" },
      defaults: { loadBalancerType: "application" },
      require: { idleTimeout: { min: 1, max: 4000 } },
      must: "The idle timeout must be 1 to 4000 seconds.",
      source: `${API}/API_LoadBalancerAttribute.html`,
      accepts: [
        { subnets, idleTimeout: 4000 },
        { subnets, idleTimeout: 6000, loadBalancerType: "network" },
      ],
      rejects: [{ subnets, idleTimeout: 5000 }],
    },
    "aws.lb.listener.https-certificate": {
      type: LB_LISTENER,
      when: { protocol: ["HTTPS", "TLS"] },
      require: { certificateArn: { present: true } },
      must: "A listener for HTTPS or TLS requires `certificateArn`.",
      source: CREATE_LISTENER,
      accepts: [https, { ...https, protocol: "TLS" }, http],
      rejects: [
        { ...https, certificateArn: "" },
        { ...http, protocol: "HTTPS" },
      ],
    },
    "aws.lb.listener.certificate-protocol": {
      type: LB_LISTENER,
      when: { certificateArn: { present: true }, protocol: { present: true } },
      require: { protocol: { matches: /^(?:https|tls)$/i } },
      must: "Only listeners for HTTPS or TLS have a certificate: change `protocol`, or leave out `certificateArn`.",
      source: CREATE_LISTENER,
      accepts: [https, http, { ...https, protocol: "https" }],
      rejects: [{ ...http, certificateArn }],
    },
    "aws.lb.listener.action-forward": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { type: "forward" },
      require: { atLeastOne: ["targetGroupArn", "forward"] },
      must: "An action that forwards requires `targetGroupArn`, or several target groups in `forward`.",
      source: ACTION,
      accepts: [
        http,
        { ...http, defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: groupArn, weight: 1 }] } }] },
      ],
      rejects: [{ ...http, defaultActions: [{ type: "forward" }] }],
    },
    "aws.lb.listener.action-redirect": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { type: "redirect" },
      require: { redirect: { present: true } },
      must: "An action that redirects requires `redirect`.",
      source: ACTION,
      accepts: [
        {
          ...http,
          defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
        },
      ],
      rejects: [{ ...http, defaultActions: [{ type: "redirect" }] }],
    },
    "aws.lb.listener.action-fixed-response": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { type: "fixed-response" },
      require: { fixedResponse: { present: true } },
      must: "An action with a fixed response requires `fixedResponse`.",
      source: ACTION,
      accepts: [
        {
          ...http,
          defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
        },
      ],
      rejects: [{ ...http, defaultActions: [{ type: "fixed-response" }] }],
    },
    "aws.lb.listener.action-cognito": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { type: "authenticate-cognito" },
      require: { authenticateCognito: { present: true } },
      must: "An action that authenticates with Cognito requires `authenticateCognito`.",
      source: ACTION,
      accepts: [
        { ...https, defaultActions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward] },
      ],
      rejects: [{ ...https, defaultActions: [{ type: "authenticate-cognito" }, forward] }],
    },
    "aws.lb.listener.action-oidc": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { type: "authenticate-oidc" },
      require: { authenticateOidc: { present: true } },
      must: "An action that authenticates with OpenID Connect requires `authenticateOidc`.",
      source: ACTION,
      accepts: [
        { ...https, defaultActions: [{ type: "authenticate-oidc", authenticateOidc: { clientId: "x" } }, forward] },
      ],
      rejects: [{ ...https, defaultActions: [{ type: "authenticate-oidc" }, forward] }],
    },
    "aws.lb.listener.authentication-needs-https": {
      type: LB_LISTENER,
      when: { protocol: "HTTP" },
      each: "defaultActions",
      require: { type: { not: ["authenticate-cognito", "authenticate-oidc", "jwt-validation"] } },
      must: "Only listeners for HTTPS authenticate users.",
      source: ACTION,
      accepts: [
        { ...https, defaultActions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward] },
        http,
      ],
      rejects: [{ ...http, defaultActions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward] }],
    },
    "aws.lb.listener.last-action": {
      type: LB_LISTENER,
      require: { defaultActions: { some: { type: ["forward", "redirect", "fixed-response"] } } },
      must: "The actions must end with one that forwards, redirects or gives a fixed response.",
      source: CREATE_LISTENER,
      accepts: [
        { ...https, defaultActions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward] },
      ],
      rejects: [{ ...https, defaultActions: [{ type: "authenticate-cognito", authenticateCognito: cognito }] }],
    },
    "aws.lb.listener.redirect-loop": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { "redirect.statusCode": { present: true } },
      require: [
        { "redirect.protocol": { present: true, not: "#{protocol}" } },
        { "redirect.port": { present: true, not: "#{port}" } },
        { "redirect.host": { present: true, not: "#{host}" } },
        { "redirect.path": { present: true, not: "/#{path}" } },
      ],
      must: "A redirect changes at least one of `redirect.protocol`, `redirect.port`, `redirect.host` and `redirect.path`.",
      source: REDIRECT,
      accepts: [
        {
          ...http,
          defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
        },
        { ...http, defaultActions: [{ type: "redirect", redirect: { host: "www.#{host}", statusCode: "HTTP_301" } }] },
      ],
      rejects: [
        { ...http, defaultActions: [{ type: "redirect", redirect: { statusCode: "HTTP_301" } }] },
        {
          ...http,
          defaultActions: [{ type: "redirect", redirect: { protocol: "#{protocol}", statusCode: "HTTP_302" } }],
        },
      ],
    },
    "aws.lb.listener.redirect-path": {
      type: LB_LISTENER,
      each: "defaultActions",
      require: { "redirect.path": { startsWith: "/" } },
      must: 'The path of a redirect must begin with "/".',
      source: REDIRECT,
      accepts: [
        { ...http, defaultActions: [{ type: "redirect", redirect: { path: "/new/#{path}", statusCode: "HTTP_301" } }] },
      ],
      rejects: [{ ...http, defaultActions: [{ type: "redirect", redirect: { path: "new", statusCode: "HTTP_301" } }] }],
    },
    "aws.lb.listener.redirect-status": {
      type: LB_LISTENER,
      each: "defaultActions",
      require: { "redirect.statusCode": ["HTTP_301", "HTTP_302"] },
      must: 'The status of a redirect must be "HTTP_301" or "HTTP_302".',
      source: REDIRECT,
      accepts: [
        { ...http, defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_302" } }] },
      ],
      rejects: [
        { ...http, defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "301" } }] },
      ],
    },
    "aws.lb.listener.fixed-response-status": {
      type: LB_LISTENER,
      each: "defaultActions",
      require: { "fixedResponse.statusCode": { matches: /^[245]\d\d$/ } },
      must: "The status of a fixed response must be one of 2XX, 4XX and 5XX.",
      source: `${API}/API_FixedResponseActionConfig.html`,
      accepts: [
        {
          ...http,
          defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "503" } }],
        },
      ],
      rejects: [
        {
          ...http,
          defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "301" } }],
        },
      ],
    },
    "aws.lb.listener.fixed-response-length": {
      type: LB_LISTENER,
      each: "defaultActions",
      require: { "fixedResponse.messageBody": { maxLength: 1024 } },
      must: "The body of a fixed response must have at most 1024 characters.",
      source: `${API}/API_FixedResponseActionConfig.html`,
      accepts: [
        {
          ...http,
          defaultActions: [
            {
              type: "fixed-response",
              fixedResponse: { contentType: "text/plain", statusCode: "404", messageBody: "Not found" },
            },
          ],
        },
      ],
      rejects: [
        {
          ...http,
          defaultActions: [
            {
              type: "fixed-response",
              fixedResponse: { contentType: "text/html", statusCode: "404", messageBody: "x".repeat(1025) },
            },
          ],
        },
      ],
    },
    "aws.lb.listener.forward-count": {
      type: LB_LISTENER,
      each: "defaultActions",
      require: { "forward.targetGroups": { maxItems: 5 } },
      must: "A listener forwards to at most 5 target groups.",
      source: `${API}/API_ForwardActionConfig.html`,
      accepts: [
        {
          ...http,
          defaultActions: [
            { type: "forward", forward: { targetGroups: [{ arn: `${groupArn}1` }, { arn: `${groupArn}2` }] } },
          ],
        },
      ],
      rejects: [
        {
          ...http,
          defaultActions: [
            {
              type: "forward",
              forward: { targetGroups: [1, 2, 3, 4, 5, 6].map((index) => ({ arn: `${groupArn}${String(index)}` })) },
            },
          ],
        },
      ],
    },
    "aws.lb.listener.forward-weight": {
      type: LB_LISTENER,
      each: "defaultActions.forward.targetGroups",
      require: { weight: { min: 0, max: 999 } },
      must: "The weight of a target group must be 0 to 999.",
      source: `${API}/API_TargetGroupTuple.html`,
      accepts: [
        { ...http, defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: groupArn, weight: 999 }] } }] },
      ],
      rejects: [
        {
          ...http,
          defaultActions: [{ type: "forward", forward: { targetGroups: [{ arn: groupArn, weight: 1000 }] } }],
        },
      ],
    },
    "aws.lb.listener.network-forwards-only": {
      type: LB_LISTENER,
      when: { protocol: ["TCP", "UDP", "TCP_UDP", "TLS"] },
      each: "defaultActions",
      require: { type: "forward" },
      must: "The listener of a network load balancer only forwards.",
      source: ACTION,
      accepts: [{ ...http, protocol: "TCP" }, http],
      rejects: [
        {
          ...http,
          protocol: "TCP",
          defaultActions: [{ type: "redirect", redirect: { port: "443", protocol: "HTTPS", statusCode: "HTTP_301" } }],
        },
      ],
    },
    "aws.lb.listener.verify-needs-trust-store": {
      type: LB_LISTENER,
      when: { "mutualAuthentication.mode": "verify" },
      require: { "mutualAuthentication.trustStoreArn": { present: true } },
      must: "Clients must be verified with the certificates of `mutualAuthentication.trustStoreArn`.",
      source: `${API}/API_MutualAuthenticationAttributes.html`,
      accepts: [
        { ...https, mutualAuthentication: { mode: "passthrough" } },
        { ...https, mutualAuthentication: { mode: "verify", trustStoreArn: "arn:aws:elasticloadbalancing:x" } },
      ],
      rejects: [{ ...https, mutualAuthentication: { mode: "verify" } }],
    },
    "aws.lb.listener-rule.priority": {
      type: LB_LISTENER_RULE,
      require: { priority: { min: 1, max: 50000 } },
      must: "The priority of a rule must be 1 to 50000.",
      source: `${API}/API_CreateRule.html`,
      accepts: [rule],
      rejects: [
        { ...rule, priority: 0 },
        { ...rule, priority: 60000 },
      ],
    },
    "aws.lb.listener-rule.action-forward": {
      type: LB_LISTENER_RULE,
      each: "actions",
      where: { type: "forward" },
      require: { atLeastOne: ["targetGroupArn", "forward"] },
      must: "An action that forwards requires `targetGroupArn`, or several target groups in `forward`.",
      source: ACTION,
      accepts: [rule],
      rejects: [{ ...rule, actions: [{ type: "forward" }] }],
    },
    "aws.lb.listener-rule.action-redirect": {
      type: LB_LISTENER_RULE,
      each: "actions",
      where: { type: "redirect" },
      require: { redirect: { present: true } },
      must: "An action that redirects requires `redirect`.",
      source: ACTION,
      accepts: [
        { ...rule, actions: [{ type: "redirect", redirect: { host: "www.example.com", statusCode: "HTTP_301" } }] },
      ],
      rejects: [{ ...rule, actions: [{ type: "redirect" }] }],
    },
    "aws.lb.listener-rule.action-fixed-response": {
      type: LB_LISTENER_RULE,
      each: "actions",
      where: { type: "fixed-response" },
      require: { fixedResponse: { present: true } },
      must: "An action with a fixed response requires `fixedResponse`.",
      source: ACTION,
      accepts: [
        {
          ...rule,
          actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
        },
      ],
      rejects: [{ ...rule, actions: [{ type: "fixed-response" }] }],
    },
    "aws.lb.listener-rule.last-action": {
      type: LB_LISTENER_RULE,
      require: { actions: { some: { type: ["forward", "redirect", "fixed-response"] } } },
      must: "The actions must end with one that forwards, redirects or gives a fixed response.",
      source: `${API}/API_CreateRule.html`,
      accepts: [rule],
      rejects: [{ ...rule, actions: [{ type: "authenticate-cognito", authenticateCognito: cognito }] }],
    },
    "aws.lb.listener-rule.path-values": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "pathPattern.values": { maxItems: 5 } },
      must: "A rule must have at most 5 values in its conditions.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
      accepts: [{ ...rule, conditions: [{ pathPattern: { values: ["/a", "/b", "/c", "/d", "/e"] } }] }],
      rejects: [{ ...rule, conditions: [{ pathPattern: { values: ["/a", "/b", "/c", "/d", "/e", "/f"] } }] }],
    },
    "aws.lb.listener-rule.host-values": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "hostHeader.values": { maxItems: 5 } },
      must: "A rule must have at most 5 values in its conditions.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
      accepts: [{ ...rule, conditions: [{ hostHeader: { values: ["a.com", "b.com"] } }] }],
      rejects: [
        { ...rule, conditions: [{ hostHeader: { values: ["a.com", "b.com", "c.com", "d.com", "e.com", "f.com"] } }] },
      ],
    },
    "aws.lb.target-group.needs-port-and-vpc": {
      type: LB_TARGET_GROUP,
      when: { targetType: ["instance", "ip", "alb"] },
      defaults: { targetType: "instance" },
      require: { port: { present: true }, protocol: { present: true }, vpcId: { present: true } },
      must: "A target group for instances, addresses or load balancers requires `port`, `protocol` and `vpcId`.",
      source: CREATE_GROUP,
      accepts: [ip, { targetType: "lambda" }, { port: 80, protocol: "HTTP", vpcId: "vpc-0a" }],
      rejects: [
        { targetType: "ip", port: 8080, protocol: "HTTP" },
        { port: 80, vpcId: "vpc-0a" },
      ],
    },
    "aws.lb.target-group.health-check-timeout": {
      type: LB_TARGET_GROUP,
      when: { protocol: ["HTTP", "HTTPS"] },
      require: { "healthCheck.timeout": { below: { property: "healthCheck.interval" } } },
      must: "A health check ends before the next begins: `healthCheck.timeout` must be smaller than `healthCheck.interval`.",
      awsError: "Health check interval must be greater than the timeout",
      source: CREATE_GROUP,
      accepts: [
        { ...ip, healthCheck: { timeout: 5, interval: 10 } },
        { ...ip, healthCheck: { timeout: 60 } },
      ],
      rejects: [
        { ...ip, healthCheck: { timeout: 30, interval: 30 } },
        { ...ip, healthCheck: { timeout: 60, interval: 30 } },
      ],
    },
    "aws.lb.target-group.health-check-numbers": {
      type: LB_TARGET_GROUP,
      require: {
        "healthCheck.interval": { min: 5, max: 300 },
        "healthCheck.timeout": { min: 2, max: 120 },
        "healthCheck.healthyThreshold": { min: 2, max: 10 },
        "healthCheck.unhealthyThreshold": { min: 2, max: 10 },
      },
      must: "A health check must have an interval of 5 to 300 seconds, a timeout of 2 to 120 seconds, and thresholds of 2 to 10.",
      source: CREATE_GROUP,
      accepts: [{ ...ip, healthCheck: { interval: 300, timeout: 120, healthyThreshold: 2, unhealthyThreshold: 10 } }],
      rejects: [
        { ...ip, healthCheck: { healthyThreshold: 1 } },
        { ...ip, healthCheck: { interval: 3 } },
        { ...ip, healthCheck: { timeout: 1 } },
      ],
    },
    "aws.lb.target-group.health-check-protocol": {
      type: LB_TARGET_GROUP,
      when: { protocol: ["HTTP", "HTTPS"] },
      require: { "healthCheck.protocol": { matches: /^https?$/i } },
      must: "The health check of a target group for HTTP or HTTPS must use HTTP or HTTPS.",
      source: CREATE_GROUP,
      accepts: [
        { ...ip, healthCheck: { protocol: "HTTPS" } },
        { ...ip, healthCheck: { protocol: "http" } },
        { ...ip, protocol: "TCP", healthCheck: { protocol: "TCP" } },
      ],
      rejects: [{ ...ip, healthCheck: { protocol: "TCP" } }],
    },
    "aws.lb.target-group.health-check-tcp-path": {
      type: LB_TARGET_GROUP,
      when: { "healthCheck.protocol": "TCP" },
      require: { "healthCheck.path": { present: false }, "healthCheck.matcher": { present: false } },
      must: "A health check over TCP only connects: leave out `healthCheck.path` and `healthCheck.matcher`.",
      source: CREATE_GROUP,
      accepts: [
        { ...ip, protocol: "TCP", healthCheck: { protocol: "HTTP", path: "/health" } },
        { ...ip, protocol: "TCP", healthCheck: { protocol: "TCP" } },
      ],
      rejects: [{ ...ip, protocol: "TCP", healthCheck: { protocol: "TCP", path: "/health" } }],
    },
    "aws.lb.target-group.health-check-path": {
      type: LB_TARGET_GROUP,
      when: { protocolVersion: ["HTTP1", "HTTP2"] },
      defaults: { protocolVersion: "HTTP1" },
      require: { "healthCheck.path": { startsWith: "/" } },
      must: 'The path of a health check must begin with "/".',
      source: CREATE_GROUP,
      accepts: [
        { ...ip, healthCheck: { path: "/health" } },
        { ...ip, protocolVersion: "GRPC", healthCheck: { path: "/AWS.ALB/healthcheck" } },
      ],
      rejects: [{ ...ip, healthCheck: { path: "health" } }],
    },
    "aws.lb.target-group.cookie-stickiness": {
      type: LB_TARGET_GROUP,
      when: {
        targetType: ["instance", "ip"],
        "stickiness.type": ["lb_cookie", "app_cookie"],
        "stickiness.enabled": true,
      },
      defaults: { targetType: "instance", "stickiness.enabled": true },
      require: { protocol: ["HTTP", "HTTPS"] },
      must: 'Cookies are for target groups for HTTP or HTTPS: others use `stickiness: { type: "source_ip" }`.',
      source: `${API}/API_TargetGroupAttribute.html`,
      accepts: [
        { ...ip, stickiness: { type: "lb_cookie" } },
        { ...ip, protocol: "TCP", stickiness: { type: "lb_cookie", enabled: false } },
        { ...ip, protocol: "TCP", stickiness: { type: "source_ip" } },
        { ...ip, targetType: "alb", protocol: "TCP", stickiness: { type: "lb_cookie" } },
      ],
      rejects: [{ ...ip, protocol: "TCP", stickiness: { type: "lb_cookie" } }],
    },
    "aws.lb.target-group.address-stickiness": {
      type: LB_TARGET_GROUP,
      when: { "stickiness.type": "source_ip", "stickiness.enabled": true },
      defaults: { "stickiness.enabled": true },
      require: { protocol: { not: ["HTTP", "HTTPS"] } },
      must: 'Target groups for HTTP or HTTPS use cookies: set `stickiness: { type: "lb_cookie" }`.',
      source: `${API}/API_TargetGroupAttribute.html`,
      accepts: [{ ...ip, protocol: "UDP", stickiness: { type: "source_ip" } }],
      rejects: [{ ...ip, stickiness: { type: "source_ip" } }],
    },
    "aws.lb.target-group.app-cookie-name": {
      type: LB_TARGET_GROUP,
      when: { "stickiness.type": "app_cookie" },
      require: { "stickiness.cookieName": { present: true } },
      must: "Stickiness by a cookie of the application requires its name in `stickiness.cookieName`.",
      source: `${API}/API_TargetGroupAttribute.html`,
      accepts: [{ ...ip, stickiness: { type: "app_cookie", cookieName: "session" } }],
      rejects: [{ ...ip, stickiness: { type: "app_cookie" } }],
    },
    "aws.lb.target-group.slow-start": {
      type: LB_TARGET_GROUP,
      require: { slowStart: { anyOf: [0, { min: 30, max: 900 }] } },
      must: "A slow start takes 30 to 900 seconds; 0 switches it off.",
      source: `${API}/API_TargetGroupAttribute.html`,
      accepts: [
        { ...ip, slowStart: 0 },
        { ...ip, slowStart: 30 },
      ],
      rejects: [{ ...ip, slowStart: 10 }],
    },
    "aws.lb.target-group.slow-start-algorithm": {
      type: LB_TARGET_GROUP,
      when: { slowStart: { above: 0 } },
      require: { loadBalancingAlgorithmType: { not: ["least_outstanding_requests", "weighted_random"] } },
      must: "A slow start is for round robin alone: leave out `slowStart` or `loadBalancingAlgorithmType`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
      accepts: [
        { ...ip, slowStart: 60, loadBalancingAlgorithmType: "round_robin" },
        { ...ip, slowStart: 0, loadBalancingAlgorithmType: "weighted_random" },
      ],
      rejects: [{ ...ip, slowStart: 60, loadBalancingAlgorithmType: "least_outstanding_requests" }],
    },
    "aws.lb.target-group.deregistration-delay": {
      type: LB_TARGET_GROUP,
      require: { deregistrationDelay: { min: 0, max: 3600 } },
      must: "Targets must be deregistered after 0 to 3600 seconds.",
      source: `${API}/API_TargetGroupAttribute.html`,
      accepts: [{ ...ip, deregistrationDelay: "30" }],
      rejects: [{ ...ip, deregistrationDelay: 4000 }],
    },
    "aws.lb.load-balancer.group-ids": securityGroupIds(
      "aws:lb/loadBalancer:LoadBalancer",
      "securityGroups",
      "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
      { internal: true, subnets: ["subnet-0a", "subnet-0b"] },
    ),
    "aws.lb.listener.policy-name": {
      type: "aws:lb/listener:Listener",
      require: { sslPolicy: { startsWith: "ELBSecurityPolicy-" } },
      must: 'The name of a security policy begins with "ELBSecurityPolicy-".',
      awsError: "SSLPolicyNotFound",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/describe-ssl-policies.html",
      accepts: [{ protocol: "HTTPS", certificateArn: "x", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }],
      rejects: [{ protocol: "HTTPS", certificateArn: "x", sslPolicy: "TLS-1-2" }],
    },
    "aws.lb.listener.policy-protocol": {
      type: "aws:lb/listener:Listener",
      when: { protocol: ["HTTP", "TCP", "UDP", "TCP_UDP"] },
      require: { sslPolicy: { present: false } },
      must: "Only HTTPS and TLS listeners have `sslPolicy`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
      accepts: [
        { protocol: "HTTP" },
        { protocol: "HTTPS", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06", certificateArn: "x" },
      ],
      rejects: [{ protocol: "HTTP", sslPolicy: "ELBSecurityPolicy-TLS13-1-2-2021-06" }],
    },
    "aws.lb.listener.port": {
      type: "aws:lb/listener:Listener",
      require: { port: { min: 1, max: 65535 } },
      must: "`port` must be from 1 to 65535.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
      accepts: [{ port: 443, protocol: "HTTPS", certificateArn: "x" }],
      rejects: [{ port: 70000 }, { port: 0 }],
    },
    "aws.lb.target-group.geneve-port": {
      type: "aws:lb/targetGroup:TargetGroup",
      when: { protocol: "GENEVE" },
      require: { port: 6081 },
      must: "The protocol GENEVE requires `port: 6081`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/gateway/target-groups.html",
      accepts: [{ protocol: "GENEVE", port: 6081, vpcId: "x" }],
      rejects: [{ protocol: "GENEVE", port: 8080, vpcId: "x" }],
    },
    "aws.lb.target-group.function-settings": {
      type: "aws:lb/targetGroup:TargetGroup",
      when: { targetType: "lambda" },
      require: { port: { present: false }, protocol: { present: false }, vpcId: { present: false } },
      must: "A function has no port, protocol or VPC: leave out `port`, `protocol` and `vpcId`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
      level: "advisory",
      accepts: [{ targetType: "lambda" }],
      rejects: [{ targetType: "lambda", port: 80, protocol: "HTTP", vpcId: "x" }],
    },
    "aws.lb.target-group.balancer-protocol": {
      type: "aws:lb/targetGroup:TargetGroup",
      when: { targetType: "alb" },
      require: { protocol: "TCP" },
      must: 'Targets that are application load balancers require `protocol: "TCP"`.',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html",
      accepts: [{ targetType: "alb", protocol: "TCP", port: 443, vpcId: "x" }],
      rejects: [{ targetType: "alb", protocol: "HTTP", port: 443, vpcId: "x" }],
    },
    "aws.lb.listener-rule.condition-count": {
      type: "aws:lb/listenerRule:ListenerRule",
      require: { conditions: { maxItems: 5 } },
      must: "A rule must have at most five conditions.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-limits.html",
      accepts: [{ conditions: [{ hostHeader: { values: ["shop.io"] } }] }],
      rejects: [
        {
          conditions: Array.from({ length: 6 }, (_, index) => ({ queryStrings: [{ key: "x", value: String(index) }] })),
        },
      ],
    },
    "aws.lb.target-group.udp-addresses": {
      type: LB_TARGET_GROUP,
      when: { protocol: ["UDP", "TCP_UDP"] },
      require: { preserveClientIp: true },
      must: "Targets of UDP always see the address of the client: leave out `preserveClientIp`.",
      source: ATTRIBUTES,
      accepts: [{ port: 53, protocol: "UDP", vpcId: "vpc-1", healthCheck: { protocol: "TCP" } }],
      rejects: [
        { port: 53, protocol: "UDP", vpcId: "vpc-1", preserveClientIp: "false", healthCheck: { protocol: "TCP" } },
      ],
    },
    "aws.lb.target-group.reserved-cookie": {
      type: LB_TARGET_GROUP,
      when: { "stickiness.type": "app_cookie" },
      require: { "stickiness.cookieName": { not: { matches: /^AWSALB/ } } },
      must: "Names of cookies that begin with AWSALB are those of the load balancer: choose another one.",
      source: ATTRIBUTES,
      accepts: [
        { ...ip, stickiness: { type: "app_cookie", cookieName: "sid" } },
        { ...ip, stickiness: { type: "lb_cookie", cookieName: "AWSALB" } },
      ],
      rejects: [
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", stickiness: { type: "app_cookie", cookieName: "AWSALBAPP-x" } },
      ],
    },
    "aws.lb.target-group.cookie-duration": {
      type: LB_TARGET_GROUP,
      when: { protocol: ["HTTP", "HTTPS"], "stickiness.type": ["lb_cookie", "app_cookie"] },
      require: { "stickiness.cookieDuration": { min: 1, max: 604800 } },
      must: "A cookie lasts from a second to a week.",
      source: ATTRIBUTES,
      accepts: [
        { ...ip, protocol: "TCP", stickiness: { type: "source_ip", cookieDuration: 0 } },
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", stickiness: { type: "lb_cookie", cookieDuration: 604800 } },
      ],
      rejects: [
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", stickiness: { type: "lb_cookie", cookieDuration: 700000 } },
      ],
    },
    "aws.lb.target-group.health-check-on": {
      type: LB_TARGET_GROUP,
      when: { targetType: ["instance", "ip", "alb"] },
      defaults: { targetType: "instance" },
      require: { "healthCheck.enabled": true },
      must: "Only the health check of a function can be off: leave out `healthCheck.enabled`.",
      source: CREATE_TARGETS,
      accepts: [
        { targetType: "lambda", healthCheck: { enabled: false } },
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { enabled: true } },
      ],
      rejects: [{ port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { enabled: false } }],
    },
    "aws.lb.target-group.version-protocol": {
      type: LB_TARGET_GROUP,
      when: { protocolVersion: ["HTTP2", "GRPC"] },
      require: { protocol: ["HTTP", "HTTPS"] },
      must: "Only a group of HTTP or HTTPS has `protocolVersion`.",
      source: CREATE_TARGETS,
      accepts: [{ port: 443, protocol: "HTTPS", protocolVersion: "HTTP2", vpcId: "vpc-1" }],
      rejects: [{ port: 443, protocol: "TCP", protocolVersion: "HTTP2", vpcId: "vpc-1" }],
    },
    "aws.lb.target-group.proxy-protocol": {
      type: LB_TARGET_GROUP,
      when: { proxyProtocolV2: true },
      require: { protocol: { not: ["HTTP", "HTTPS", "GENEVE"] } },
      must: "Only a group of a network load balancer has `proxyProtocolV2`.",
      source: ATTRIBUTES,
      accepts: [{ port: 443, protocol: "TCP", vpcId: "vpc-1", proxyProtocolV2: true }],
      rejects: [{ port: 443, protocol: "HTTPS", vpcId: "vpc-1", proxyProtocolV2: true }],
      level: "advisory",
    },
    "aws.lb.target-group.mitigation": {
      type: LB_TARGET_GROUP,
      when: { loadBalancingAnomalyMitigation: "on" },
      defaults: { loadBalancingAlgorithmType: "round_robin" },
      require: { loadBalancingAlgorithmType: "weighted_random" },
      must: 'Mitigation of anomalies requires `loadBalancingAlgorithmType: "weighted_random"`.',
      source: ATTRIBUTES,
      accepts: [
        {
          port: 80,
          protocol: "HTTP",
          vpcId: "vpc-1",
          loadBalancingAnomalyMitigation: "on",
          loadBalancingAlgorithmType: "weighted_random",
        },
      ],
      rejects: [
        { ...ip, loadBalancingAnomalyMitigation: "on" },
        {
          port: 80,
          protocol: "HTTP",
          vpcId: "vpc-1",
          loadBalancingAnomalyMitigation: "on",
          loadBalancingAlgorithmType: "round_robin",
        },
      ],
    },
    "aws.lb.target-group.failover": {
      type: LB_TARGET_GROUP,
      when: { protocol: "GENEVE" },
      each: "targetFailovers",
      require: { onDeregistration: { sameAs: "onUnhealthy" } },
      must: "`onDeregistration` and `onUnhealthy` must have the same value.",
      source: ATTRIBUTES,
      accepts: [
        { ...ip, targetFailovers: [{ onDeregistration: "rebalance", onUnhealthy: "no_rebalance" }] },
        {
          port: 6081,
          protocol: "GENEVE",
          vpcId: "vpc-1",
          targetFailovers: [{ onDeregistration: "rebalance", onUnhealthy: "rebalance" }],
        },
      ],
      rejects: [
        {
          port: 6081,
          protocol: "GENEVE",
          vpcId: "vpc-1",
          targetFailovers: [{ onDeregistration: "rebalance", onUnhealthy: "no_rebalance" }],
        },
      ],
    },
    "aws.lb.listener.response-type": {
      type: LB_LISTENER,
      each: "defaultActions",

      require: {
        "fixedResponse.contentType": [
          "text/plain",
          "text/css",
          "text/html",
          "application/javascript",
          "application/json",
        ],
      },
      must: "A fixed response is plain text, CSS, HTML, JavaScript or JSON.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html",
      accepts: [
        {
          loadBalancerArn: "x",
          port: 80,
          protocol: "HTTP",
          defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } }],
        },
      ],
      rejects: [
        {
          loadBalancerArn: "x",
          port: 80,
          protocol: "HTTP",
          defaultActions: [{ type: "fixed-response", fixedResponse: { contentType: "text/xml", statusCode: "200" } }],
        },
      ],
    },
    "aws.lb.listener.forward-stickiness": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { "forward.stickiness.enabled": true },
      require: { "forward.stickiness.duration": { min: 1, max: 604800 } },
      must: "Requests stay with a group from a second to a week.",
      source:
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html",
      accepts: [
        {
          loadBalancerArn: "x",
          port: 80,
          protocol: "HTTP",
          defaultActions: [
            {
              type: "forward",
              forward: { targetGroups: [{ arn: "a" }, { arn: "b" }], stickiness: { enabled: true, duration: 3600 } },
            },
          ],
        },
      ],
      rejects: [
        {
          loadBalancerArn: "x",
          port: 80,
          protocol: "HTTP",
          defaultActions: [
            {
              type: "forward",
              forward: { targetGroups: [{ arn: "a" }, { arn: "b" }], stickiness: { enabled: true, duration: 700000 } },
            },
          ],
        },
      ],
    },
    "aws.lb.listener.one-forward": {
      type: LB_LISTENER,
      each: "defaultActions",
      where: { type: "forward" },
      require: { atMostOne: ["targetGroupArn", "forward"] },
      must: "An action forwards to one group or to several: leave out `targetGroupArn` or `forward`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html",
      accepts: [
        {
          loadBalancerArn: "x",
          port: 80,
          protocol: "HTTP",
          defaultActions: [{ type: "forward", targetGroupArn: "a" }],
        },
      ],
      rejects: [
        {
          loadBalancerArn: "x",
          port: 80,
          protocol: "HTTP",
          defaultActions: [{ type: "forward", targetGroupArn: "a", forward: { targetGroups: [{ arn: "b" }] } }],
        },
      ],
      level: "advisory",
    },
    "aws.lb.listener-rule.redirect-loop": {
      type: LB_LISTENER_RULE,
      each: "actions",
      where: { type: "redirect", redirect: { present: true } },
      require: {
        atLeastOne: ["redirect.host", "redirect.path", "redirect.port", "redirect.protocol", "redirect.query"],
      },
      must: "A redirect must change the host, the path, the port, the protocol or the query.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "redirect", redirect: { statusCode: "HTTP_302", path: "/new" } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "redirect", redirect: { statusCode: "HTTP_302" } }],
        },
      ],
    },
    "aws.lb.listener-rule.redirect-status": {
      type: LB_LISTENER_RULE,
      each: "actions",

      require: { "redirect.statusCode": ["HTTP_301", "HTTP_302"] },
      must: "A redirect has the status HTTP_301 or HTTP_302.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RedirectActionConfig.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "redirect", redirect: { statusCode: "HTTP_302", path: "/new" } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "redirect", redirect: { statusCode: "302", path: "/new" } }],
        },
      ],
    },
    "aws.lb.listener-rule.fixed-response-status": {
      type: LB_LISTENER_RULE,
      each: "actions",

      require: { "fixedResponse.statusCode": { matches: /^[245]\d\d$/ } },
      must: "A fixed response has a status of 2, 4 or 5 hundred.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "404" } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "302" } }],
        },
      ],
    },
    "aws.lb.listener-rule.forward-count": {
      type: LB_LISTENER_RULE,
      each: "actions",

      require: { "forward.targetGroups": { maxItems: 5 } },
      must: "An action forwards to at most five target groups.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ForwardActionConfig.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "forward", forward: { targetGroups: [{ arn: "a" }, { arn: "b" }] } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            { type: "forward", forward: { targetGroups: ["a", "b", "c", "d", "e", "f"].map((arn) => ({ arn })) } },
          ],
        },
      ],
    },
    "aws.lb.listener-rule.response-type": {
      type: LB_LISTENER_RULE,
      each: "actions",

      require: {
        "fixedResponse.contentType": [
          "text/plain",
          "text/css",
          "text/html",
          "application/javascript",
          "application/json",
        ],
      },
      must: "A fixed response is plain text, CSS, HTML, JavaScript or JSON.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/plain", statusCode: "200" } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "fixed-response", fixedResponse: { contentType: "text/xml", statusCode: "200" } }],
        },
      ],
    },
    "aws.lb.listener-rule.forward-stickiness": {
      type: LB_LISTENER_RULE,
      each: "actions",
      where: { "forward.stickiness.enabled": true },
      require: { "forward.stickiness.duration": { min: 1, max: 604800 } },
      must: "Requests stay with a group from a second to a week.",
      source:
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupStickinessConfig.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            {
              type: "forward",
              forward: { targetGroups: [{ arn: "a" }, { arn: "b" }], stickiness: { enabled: true, duration: 3600 } },
            },
          ],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            {
              type: "forward",
              forward: { targetGroups: [{ arn: "a" }, { arn: "b" }], stickiness: { enabled: true, duration: 700000 } },
            },
          ],
        },
      ],
    },
    "aws.lb.listener-rule.one-forward": {
      type: LB_LISTENER_RULE,
      each: "actions",
      where: { type: "forward" },
      require: { atMostOne: ["targetGroupArn", "forward"] },
      must: "An action forwards to one group or to several: leave out `targetGroupArn` or `forward`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Action.html",
      accepts: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "forward", targetGroupArn: "a" }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [{ type: "forward", targetGroupArn: "a", forward: { targetGroups: [{ arn: "b" }] } }],
        },
      ],
      level: "advisory",
    },
    "aws.lb.listener-rule.one-condition": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: {
        exactlyOne: ["hostHeader", "httpHeader", "httpRequestMethod", "pathPattern", "queryStrings", "sourceIp"],
      },
      must: "A condition is about one thing: write several conditions.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_RuleCondition.html",
      accepts: [
        {
          listenerArn: "x",
          actions: [{ type: "forward", targetGroupArn: "a" }],
          conditions: [{ pathPattern: { values: ["/a"] } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          actions: [{ type: "forward", targetGroupArn: "a" }],
          conditions: [{ pathPattern: { values: ["/a"] }, hostHeader: { values: ["a.example.com"] } }],
        },
      ],
    },
    "aws.lb.listener-rule.host-condition": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "httpHeader.httpHeaderName": { not: { matches: /^host$/i } } },
      must: "The host is a condition of its own: set `hostHeader`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html",
      accepts: [
        {
          listenerArn: "x",
          actions: [{ type: "forward", targetGroupArn: "a" }],
          conditions: [{ httpHeader: { httpHeaderName: "x-a", values: ["b"] } }],
        },
      ],
      rejects: [
        {
          listenerArn: "x",
          actions: [{ type: "forward", targetGroupArn: "a" }],
          conditions: [{ httpHeader: { httpHeaderName: "Host", values: ["b"] } }],
        },
      ],
    },
    "aws.lb.load-balancer.log-bucket": {
      type: LB_LOAD_BALANCER,
      when: { "accessLogs.enabled": true },
      require: { "accessLogs.bucket": { present: true }, "accessLogs.prefix": { not: { matches: /AWSLogs|^\/|\/$/ } } },
      must: "Logs require a bucket; the prefix has no slash at either end and no AWSLogs.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/enable-access-logging.html",
      accepts: [{ subnets: ["a", "b"], accessLogs: { enabled: true, bucket: "logs", prefix: "shop" } }],
      rejects: [{ subnets: ["a", "b"], accessLogs: { enabled: true, bucket: "logs", prefix: "/AWSLogs" } }],
    },
    "aws.lb.load-balancer.mitigation": {
      type: LB_LOAD_BALANCER,
      require: { desyncMitigationMode: ["monitor", "defensive", "strictest"] },
      must: '`desyncMitigationMode` must be "monitor", "defensive" or "strictest".',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
      accepts: [{ subnets: ["a", "b"], desyncMitigationMode: "monitor" }],
      rejects: [{ subnets: ["a", "b"], desyncMitigationMode: "strict" }],
    },
    "aws.lb.load-balancer.client-keep-alive": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "application" },
      defaults: { loadBalancerType: "application" },
      require: { clientKeepAlive: { min: 60, max: 604800 } },
      must: "`clientKeepAlive` must be from 60 to 604,800.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
      accepts: [{ subnets: ["a", "b"], clientKeepAlive: 604800 }],
      rejects: [
        { subnets: ["a", "b"], clientKeepAlive: 604801 },
        { subnets: ["a", "b"], clientKeepAlive: 59 },
      ],
    },
    "aws.lb.load-balancer.forwarded-for": {
      type: LB_LOAD_BALANCER,
      require: { xffHeaderProcessingMode: ["append", "preserve", "remove"] },
      must: '`xffHeaderProcessingMode` must be "append", "preserve" or "remove".',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
      accepts: [{ subnets: ["a", "b"], xffHeaderProcessingMode: "append" }],
      rejects: [{ subnets: ["a", "b"], xffHeaderProcessingMode: "replace" }],
    },
    "aws.lb.load-balancer.client-routing": {
      type: LB_LOAD_BALANCER,
      require: {
        dnsRecordClientRoutingPolicy: [
          "any_availability_zone",
          "availability_zone_affinity",
          "partial_availability_zone_affinity",
        ],
      },
      must: '`dnsRecordClientRoutingPolicy` must be "any_availability_zone", "availability_zone_affinity" or "partial_availability_zone_affinity".',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_LoadBalancerAttribute.html",
      accepts: [{ loadBalancerType: "network", subnets: ["a"], dnsRecordClientRoutingPolicy: "any_availability_zone" }],
      rejects: [{ loadBalancerType: "network", subnets: ["a"], dnsRecordClientRoutingPolicy: "zonal" }],
    },
    "aws.lb.load-balancer.gateway-without-groups": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "gateway" },
      require: { securityGroups: { present: false } },
      must: "A gateway load balancer has no security groups: leave out `securityGroups`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateLoadBalancer.html",
      accepts: [{ loadBalancerType: "gateway", subnets: ["a"] }],
      rejects: [{ loadBalancerType: "gateway", subnets: ["a"], securityGroups: ["sg-1"] }],
    },
    "aws.lb.listener.alpn": {
      type: LB_LISTENER,
      require: { alpnPolicy: ["HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred", "None"] },
      must: '`alpnPolicy` must be "HTTP1Only", "HTTP2Only", "HTTP2Optional", "HTTP2Preferred" or "None".',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
      accepts: [{ ...secured, protocol: "TLS", defaultActions: [toOrders], alpnPolicy: "HTTP1Only" }],
      rejects: [{ ...secured, protocol: "TLS", defaultActions: [toOrders], alpnPolicy: "h2" }],
    },
    "aws.lb.listener.alpn-protocol": {
      type: LB_LISTENER,
      when: { alpnPolicy: { present: true } },
      require: { protocol: { matches: /^tls$/i } },
      must: "`alpnPolicy` is for listeners of the protocol TLS.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateListener.html",
      accepts: [{ ...secured, protocol: "TLS", alpnPolicy: "HTTP2Preferred", defaultActions: [toOrders] }],
      rejects: [
        {
          port: 443,
          protocol: "TCP",
          alpnPolicy: "HTTP2Preferred",
          defaultActions: [toOrders],
        },
      ],
    },
    "aws.lb.listener.idle-timeout": {
      type: LB_LISTENER,
      require: { tcpIdleTimeoutSeconds: { min: 60, max: 6000 } },
      must: "`tcpIdleTimeoutSeconds` must be from 60 to 6,000.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_ListenerAttribute.html",
      accepts: [
        {
          port: 443,
          protocol: "TCP",
          defaultActions: [toOrders],
          tcpIdleTimeoutSeconds: 6000,
        },
      ],
      rejects: [
        {
          port: 443,
          protocol: "TCP",
          defaultActions: [toOrders],
          tcpIdleTimeoutSeconds: 6001,
        },
        {
          port: 443,
          protocol: "TCP",
          defaultActions: [toOrders],
          tcpIdleTimeoutSeconds: 59,
        },
      ],
    },
    ...signingIn("listener", LB_LISTENER, "defaultActions", secured),
    ...signingIn("listener-rule", LB_LISTENER_RULE, "actions", {
      priority: 1,
      conditions: [{ pathPattern: { values: ["/a"] } }],
    }),
    "aws.lb.listener-rule.forward-weight": {
      type: LB_LISTENER_RULE,
      each: "actions.forward.targetGroups",
      require: { weight: { min: 0, max: 999 } },
      must: "A weight is from 0 to 999.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupTuple.html",
      accepts: [
        {
          priority: 1,
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            {
              type: "forward",
              forward: {
                targetGroups: [
                  { arn: "a", weight: 999 },
                  { arn: "b", weight: 0 },
                ],
              },
            },
          ],
        },
      ],
      rejects: [
        {
          priority: 1,
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            {
              type: "forward",
              forward: {
                targetGroups: [
                  { arn: "a", weight: 1000 },
                  { arn: "b", weight: 1 },
                ],
              },
            },
          ],
        },
      ],
    },
    "aws.lb.listener-rule.fixed-response-length": {
      type: LB_LISTENER_RULE,
      each: "actions",
      require: { "fixedResponse.messageBody": { maxLength: 1024 } },
      must: "A fixed response has at most 1,024 characters.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_FixedResponseActionConfig.html",
      accepts: [
        {
          priority: 1,
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            {
              type: "fixed-response",
              fixedResponse: { contentType: "text/plain", statusCode: "200", messageBody: "ok" },
            },
          ],
        },
      ],
      rejects: [
        {
          priority: 1,
          conditions: [{ pathPattern: { values: ["/a"] } }],
          actions: [
            {
              type: "fixed-response",
              fixedResponse: {
                contentType: "text/plain",
                statusCode: "200",
                messageBody: "a".repeat(1025),
              },
            },
          ],
        },
      ],
    },
    "aws.lb.listener-rule.path-length": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "pathPattern.values": { every: { maxLength: 128 } } },
      must: "A path pattern has at most 128 characters.",
      source:
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_PathPatternConditionConfig.html",
      accepts: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ pathPattern: { values: ["/a"] } }],
        },
      ],
      rejects: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [
            {
              pathPattern: {
                values: [
                  "/aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa",
                ],
              },
            },
          ],
        },
      ],
    },
    "aws.lb.listener-rule.host-length": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "hostHeader.values": { every: { maxLength: 128 } } },
      must: "A host name in a condition has at most 128 characters.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HostHeaderConditionConfig.html",
      accepts: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ hostHeader: { values: ["orders.example.com"] } }],
        },
      ],
      rejects: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [
            {
              hostHeader: {
                values: [
                  "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa.com",
                ],
              },
            },
          ],
        },
      ],
    },
    "aws.lb.listener-rule.header-name": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "httpHeader.httpHeaderName": { maxLength: 40 } },
      must: "The name of a header has at most 40 characters.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpHeaderConditionConfig.html",
      accepts: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ httpHeader: { values: ["a"], httpHeaderName: "X-Tenant" } }],
        },
      ],
      rejects: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ httpHeader: { values: ["a"], httpHeaderName: "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx" } }],
        },
      ],
    },
    "aws.lb.listener-rule.method-form": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "httpRequestMethod.values": { every: { maxLength: 40, matches: /^[A-Z_-]+$/ } } },
      must: "A method is written in capitals, such as `GET`.",
      source:
        "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_HttpRequestMethodConditionConfig.html",
      accepts: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ httpRequestMethod: { values: ["GET", "POST"] } }],
        },
      ],
      rejects: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ httpRequestMethod: { values: ["get"] } }],
        },
      ],
    },
    "aws.lb.listener-rule.source-blocks": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "sourceIp.values": { every: { matches: /\/\d{1,3}$/ } } },
      must: "Source addresses are blocks with a prefix length, such as 192.0.2.10/32.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_SourceIpConditionConfig.html",
      accepts: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ sourceIp: { values: ["192.0.2.10/32"] } }],
        },
      ],
      rejects: [
        {
          priority: 1,
          actions: [toOrders],
          conditions: [{ sourceIp: { values: ["192.0.2.10"] } }],
        },
      ],
    },
    "aws.lb.target-group.address-type": {
      type: LB_TARGET_GROUP,
      require: { ipAddressType: ["ipv4", "ipv6"] },
      must: '`ipAddressType` must be "ipv4" or "ipv6".',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_CreateTargetGroup.html",
      accepts: [{ port: 80, protocol: "HTTP", vpcId: "vpc-1", ipAddressType: "ipv4" }],
      rejects: [{ port: 80, protocol: "HTTP", vpcId: "vpc-1", ipAddressType: "dualstack" }],
    },
    "aws.lb.target-group.cross-zone": {
      type: LB_TARGET_GROUP,
      require: { loadBalancingCrossZoneEnabled: ["true", "false", "use_load_balancer_configuration"] },
      must: "Cross-zone balancing is `true`, `false` or `use_load_balancer_configuration`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetGroupAttribute.html",
      accepts: [{ port: 80, protocol: "HTTP", vpcId: "vpc-1", loadBalancingCrossZoneEnabled: "true" }],
      rejects: [{ port: 80, protocol: "HTTP", vpcId: "vpc-1", loadBalancingCrossZoneEnabled: "enabled" }],
    },
    "aws.lb.target-group.matcher-codes": {
      type: LB_TARGET_GROUP,
      when: [{ protocol: ["HTTP", "HTTPS"], protocolVersion: ["HTTP1", "HTTP2"] }],
      require: { "healthCheck.matcher": { matches: /^(?:[2-4]\d\d(?:-[2-4]\d\d)?)(?:, ?[2-4]\d\d(?:-[2-4]\d\d)?)*$/ } },
      defaults: { protocolVersion: "HTTP1" },
      must: "A matcher has codes from 200 to 499, such as 200, 200,302 or 200-299.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html",
      accepts: [
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { matcher: "200-299,302" } },
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { matcher: "200, 302" } },
        { port: 80, protocol: "HTTP", protocolVersion: "GRPC", vpcId: "vpc-1", healthCheck: { matcher: "0-99" } },
      ],
      rejects: [
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { matcher: "200-599" } },
        { port: 80, protocol: "HTTP", vpcId: "vpc-1", healthCheck: { matcher: "2xx" } },
      ],
    },
    "aws.lb.target-group.matcher-grpc": {
      type: LB_TARGET_GROUP,
      when: { protocolVersion: "GRPC" },
      require: { "healthCheck.matcher": { matches: /^\d{1,2}(?:-\d{1,2})?(?:,\d{1,2}(?:-\d{1,2})?)*$/ } },
      must: "A matcher of gRPC has codes from 0 to 99.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_Matcher.html",
      accepts: [{ port: 80, protocol: "HTTP", protocolVersion: "GRPC", vpcId: "vpc-1", healthCheck: { matcher: "0" } }],
      rejects: [
        { port: 80, protocol: "HTTP", protocolVersion: "GRPC", vpcId: "vpc-1", healthCheck: { matcher: "200" } },
      ],
    },
    "aws.lb.target-group-attachment.port": {
      type: LB_TARGET_GROUP_ATTACHMENT,
      require: { port: { min: 1, max: 65535 } },
      must: "`port` must be from 1 to 65,535.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html",
      accepts: [{ port: 65535 }],
      rejects: [{ port: 65536 }, { port: 0 }],
    },
    "aws.lb.target-group-attachment.instance": {
      type: LB_TARGET_GROUP_ATTACHMENT,
      refers: { targetGroupArn: LB_TARGET_GROUP },
      when: { targetId: { matches: /^i-[0-9a-f]+$/ } },
      defaults: { "targetGroupArn->targetType": "instance" },
      require: { "targetGroupArn->targetType": "instance" },
      must: 'An instance is a target of groups with `targetType: "instance"`.',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html",
      accepts: [
        { targetId: "i-0123456789abcdef0", targetGroupArn: {} },
        { targetId: "10.0.1.7", targetGroupArn: { targetType: "ip" } },
      ],
      rejects: [{ targetId: "i-0123456789abcdef0", targetGroupArn: { targetType: "ip" } }],
    },
    "aws.lb.target-group-attachment.address": {
      type: LB_TARGET_GROUP_ATTACHMENT,
      refers: { targetGroupArn: LB_TARGET_GROUP },
      when: { targetId: { matches: /^\d+\.\d+\.\d+\.\d+$/ } },
      defaults: { "targetGroupArn->targetType": "instance" },
      require: { "targetGroupArn->targetType": "ip" },
      must: 'An address is a target of groups with `targetType: "ip"`.',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/APIReference/API_TargetDescription.html",
      accepts: [{ targetId: "10.0.1.7", targetGroupArn: { targetType: "ip" } }],
      rejects: [{ targetId: "10.0.1.7", targetGroupArn: {} }],
    },
    "aws.lb.target-group-attachment.function": {
      type: LB_TARGET_GROUP_ATTACHMENT,
      refers: { targetGroupArn: LB_TARGET_GROUP, targetId: [LAMBDA_FUNCTION, LAMBDA_ALIAS] },
      defaults: { "targetGroupArn->targetType": "instance" },
      require: { "targetGroupArn->targetType": "lambda" },
      must: 'A function is a target of groups with `targetType: "lambda"`.',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/lambda-functions.html",
      accepts: [{ targetId: {}, targetGroupArn: { targetType: "lambda" } }],
      rejects: [
        { targetId: {}, targetGroupArn: {} },
        { targetId: {}, targetGroupArn: { targetType: "ip" } },
      ],
    },
    "aws.lb.target-group-attachment.balancer": {
      type: LB_TARGET_GROUP_ATTACHMENT,
      refers: { targetGroupArn: LB_TARGET_GROUP, targetId: LB_LOAD_BALANCER },
      defaults: { "targetGroupArn->targetType": "instance" },
      require: { "targetGroupArn->targetType": "alb" },
      must: 'A load balancer is a target of groups with `targetType: "alb"`.',
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/application-load-balancer-target.html",
      accepts: [{ targetId: {}, targetGroupArn: { targetType: "alb" } }],
      rejects: [{ targetId: {}, targetGroupArn: { targetType: "ip" } }],
    },
    "aws.lb.listener-rule.application-balancer": {
      type: LB_LISTENER_RULE,
      refers: { listenerArn: LB_LISTENER, "listenerArn->loadBalancerArn": LB_LOAD_BALANCER },
      defaults: {
        "listenerArn->loadBalancerArn->loadBalancerType": "application",
        "listenerArn->loadBalancerArn->ipAddressType": "ipv4",
      },
      require: [
        { "listenerArn->loadBalancerArn->loadBalancerType": "application" },
        {
          "listenerArn->loadBalancerArn->loadBalancerType": "network",
          "listenerArn->loadBalancerArn->ipAddressType": "dualstack",
        },
      ],
      must: "Only listeners of application load balancers, and of network load balancers with IPv6, have rules.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/listener-rules.html",
      accepts: [
        { ...rule, listenerArn: { loadBalancerArn: {} } },
        {
          priority: 10,
          actions: [forward],
          conditions: [{ sourceIp: { ipAddressType: "ipv6" } }],
          listenerArn: { loadBalancerArn: { loadBalancerType: "network", ipAddressType: "dualstack" } },
        },
      ],
      rejects: [{ ...rule, listenerArn: { loadBalancerArn: { loadBalancerType: "network" } } }],
    },
    "aws.lb.listener-rule.target-protocol": {
      type: LB_LISTENER_RULE,
      // Rules by the family of addresses are those of network load balancers.
      when: { conditions: { none: { "sourceIp.ipAddressType": { present: true } } } },
      each: "actions",
      refers: { targetGroupArn: LB_TARGET_GROUP },
      where: { "targetGroupArn->targetType": { not: "lambda" } },
      defaults: { "targetGroupArn->targetType": "instance" },
      require: { "targetGroupArn->protocol": { matches: /^HTTPS?$/i } },
      must: "A rule forwards to target groups of the protocol HTTP or HTTPS.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/load-balancer-target-groups.html",
      accepts: [
        { ...rule, actions: [{ type: "forward", targetGroupArn: { protocol: "HTTP" } }] },
        { ...rule, actions: [{ type: "forward", targetGroupArn: { targetType: "lambda" } }] },
        {
          priority: 10,
          conditions: [{ sourceIp: { ipAddressType: "ipv6" } }],
          actions: [{ type: "forward", targetGroupArn: { protocol: "TCP" } }],
        },
      ],
      rejects: [{ ...rule, actions: [{ type: "forward", targetGroupArn: { protocol: "TCP" } }] }],
    },
    "aws.lb.listener.target-vpc": {
      type: LB_LISTENER,
      each: "defaultActions",
      refers: {
        targetGroupArn: LB_TARGET_GROUP,
        "targetGroupArn->vpcId": EC2_VPC,
        "/loadBalancerArn": LB_LOAD_BALANCER,
        "/loadBalancerArn->subnets": EC2_SUBNET,
        "/loadBalancerArn->subnets->vpcId": EC2_VPC,
      },
      require: { "targetGroupArn->vpcId": { sameResourceAs: "/loadBalancerArn->subnets->vpcId" } },
      must: "A load balancer forwards to target groups of its own VPC.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/create-target-group.html",
      accepts: [
        {
          ...http,
          loadBalancerArn: { subnets: [{ vpcId: named("left") }] },
          defaultActions: [{ type: "forward", targetGroupArn: { ...ip, vpcId: named("left") } }],
        },
      ],
      rejects: [
        {
          ...http,
          loadBalancerArn: { subnets: [{ vpcId: named("left") }] },
          defaultActions: [{ type: "forward", targetGroupArn: { ...ip, vpcId: named("right") } }],
        },
      ],
    },
    "aws.lb.target-group.health-check-port": {
      type: LB_TARGET_GROUP,
      require: { "healthCheck.port": { matches: /^(?:traffic-port|\d{1,5})$/ } },
      must: 'The port of a health check is a number or "traffic-port".',
      source: CREATE_GROUP,
      accepts: [
        { ...ip, healthCheck: { port: "traffic-port" } },
        { ...ip, healthCheck: { port: "8080" } },
      ],
      rejects: [{ ...ip, healthCheck: { port: "http" } }],
    },
    "aws.lb.target-group.health-check-transport": {
      type: LB_TARGET_GROUP,
      require: { "healthCheck.protocol": { matches: /^(?:https?|tcp)$/i } },
      must: 'A health check uses "HTTP", "HTTPS" or "TCP".',
      source: CREATE_GROUP,
      accepts: [
        { ...ip, protocol: "UDP", port: 53, healthCheck: { protocol: "TCP" } },
        { ...ip, protocol: "TLS", healthCheck: { protocol: "tcp" } },
      ],
      rejects: [
        { ...ip, protocol: "UDP", port: 53, healthCheck: { protocol: "UDP" } },
        { ...ip, protocol: "TLS", healthCheck: { protocol: "TLS" } },
      ],
    },
    "aws.lb.target-group.health-check-short": {
      type: LB_TARGET_GROUP,
      when: { protocol: ["HTTP", "HTTPS"], targetType: ["instance", "ip"], "healthCheck.interval": 5 },
      defaults: { targetType: "instance" },
      require: { "healthCheck.timeout": { present: true } },
      must: "With an interval of 5 seconds set `healthCheck.timeout` to less: its default is not shorter.",
      awsError: "Health check interval must be greater than the timeout",
      source: CREATE_GROUP,
      accepts: [
        { ...ip, healthCheck: { interval: 5, timeout: 2 } },
        { ...ip, healthCheck: { interval: 10 } },
      ],
      rejects: [{ ...ip, healthCheck: { interval: 5 } }],
    },
    "aws.lb.target-group.network-check-timeout": {
      type: LB_TARGET_GROUP,
      when: { protocol: ["TCP", "TLS", "UDP", "TCP_UDP"] },
      require: { "healthCheck.timeout": { max: { property: "healthCheck.interval" } } },
      must: "`healthCheck.timeout` is at most `healthCheck.interval`.",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/target-group-health-checks.html",
      accepts: [{ ...ip, protocol: "TCP", healthCheck: { protocol: "TCP", timeout: 10, interval: 10 } }],
      rejects: [{ ...ip, protocol: "TCP", healthCheck: { protocol: "TCP", timeout: 30, interval: 10 } }],
    },
    "aws.lb.target-group.tls-stickiness": {
      type: LB_TARGET_GROUP,
      when: { protocol: "TLS", targetType: ["instance", "ip"], "stickiness.type": "source_ip" },
      defaults: { targetType: "instance", "stickiness.enabled": true },
      require: { "stickiness.enabled": false },
      must: "Target groups for TLS have no stickiness: leave out `stickiness`.",
      awsError: "You cannot enable stickiness on target groups with the TLS protocol",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/network/edit-target-group-attributes.html",
      accepts: [
        { ...ip, protocol: "TLS", stickiness: { type: "source_ip", enabled: false } },
        { ...ip, protocol: "TCP", stickiness: { type: "source_ip" } },
      ],
      rejects: [{ ...ip, protocol: "TLS", stickiness: { type: "source_ip" } }],
    },
    "aws.lb.target-group.random-stickiness": {
      type: LB_TARGET_GROUP,
      when: { loadBalancingAlgorithmType: "weighted_random", stickiness: { present: true } },
      defaults: { "stickiness.enabled": true },
      require: { "stickiness.enabled": false },
      must: "Random balancing leaves no client with its target: leave out `stickiness` or `loadBalancingAlgorithmType`.",
      awsError: "You cannot have both stickiness and weighted random algorithm enabled on the same target group",
      source: "https://docs.aws.amazon.com/elasticloadbalancing/latest/application/edit-target-group-attributes.html",
      accepts: [
        { ...ip, loadBalancingAlgorithmType: "weighted_random", stickiness: { type: "lb_cookie", enabled: false } },
        { ...ip, loadBalancingAlgorithmType: "weighted_random" },
      ],
      rejects: [{ ...ip, loadBalancingAlgorithmType: "weighted_random", stickiness: { type: "lb_cookie" } }],
    },
    "aws.lb.target-group.algorithm-protocol": {
      type: LB_TARGET_GROUP,
      when: { targetType: ["instance", "ip"], protocol: ["TCP", "TLS", "UDP", "TCP_UDP", "GENEVE"] },
      defaults: { targetType: "instance" },
      require: { loadBalancingAlgorithmType: { present: false }, slowStart: { max: 0 } },
      must: "Only application load balancers have `loadBalancingAlgorithmType` and `slowStart`: leave them out.",
      awsError: "The provided target group attribute is not supported",
      source: ATTRIBUTES,
      accepts: [
        { ...ip, protocol: "TCP", slowStart: 0 },
        { ...ip, loadBalancingAlgorithmType: "round_robin" },
      ],
      rejects: [
        { ...ip, protocol: "TCP", loadBalancingAlgorithmType: "round_robin" },
        { ...ip, protocol: "TCP", slowStart: 60 },
      ],
    },
    "aws.lb.load-balancer.gateway-scheme": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "gateway" },
      require: { internal: { not: true } },
      must: "A gateway load balancer is neither internal nor public: leave out `internal`.",
      source: CREATE_BALANCER,
      accepts: [
        { loadBalancerType: "gateway", subnets },
        { loadBalancerType: "network", internal: true, subnets },
      ],
      rejects: [{ loadBalancerType: "gateway", internal: true, subnets }],
    },
    "aws.lb.load-balancer.gateway-addresses": {
      type: LB_LOAD_BALANCER,
      when: { loadBalancerType: "gateway" },
      each: "subnetMappings",
      require: { allocationId: { present: false }, privateIpv4Address: { present: false } },
      must: "A gateway load balancer has no addresses of your own: leave out `allocationId` and `privateIpv4Address`.",
      source: CREATE_BALANCER,
      accepts: [{ loadBalancerType: "gateway", subnetMappings: [{ subnetId: "subnet-0a" }] }],
      rejects: [
        { loadBalancerType: "gateway", subnetMappings: [{ subnetId: "subnet-0a", allocationId: "eipalloc-0a" }] },
      ],
    },
    "aws.lb.listener.gateway-port": {
      type: LB_LISTENER,
      refers: { loadBalancerArn: LB_LOAD_BALANCER },
      when: { "loadBalancerArn->loadBalancerType": "gateway" },
      require: { port: { present: false }, protocol: { present: false } },
      must: "The listener of a gateway load balancer takes all traffic: leave out `port` and `protocol`.",
      source: CREATE_LISTENER,
      accepts: [
        { loadBalancerArn: { loadBalancerType: "gateway" }, defaultActions: [forward] },
        { ...http, loadBalancerArn: {} },
      ],
      rejects: [
        { loadBalancerArn: { loadBalancerType: "gateway" }, port: 6081, protocol: "GENEVE", defaultActions: [forward] },
      ],
    },
    "aws.lb.listener.port-set": {
      type: LB_LISTENER,
      refers: { loadBalancerArn: LB_LOAD_BALANCER },
      when: { "loadBalancerArn->loadBalancerType": ["application", "network"] },
      defaults: { "loadBalancerArn->loadBalancerType": "application" },
      require: { port: { present: true } },
      must: "A listener requires `port`.",
      source: CREATE_LISTENER,
      accepts: [
        { loadBalancerArn: {}, port: 80, defaultActions: [forward] },
        { loadBalancerArn: { loadBalancerType: "gateway" }, defaultActions: [forward] },
      ],
      rejects: [{ loadBalancerArn: {}, protocol: "HTTP", defaultActions: [forward] }],
    },
    "aws.lb.listener.network-protocol": {
      type: LB_LISTENER,
      refers: { loadBalancerArn: LB_LOAD_BALANCER },
      when: { "loadBalancerArn->loadBalancerType": "network" },
      require: { protocol: { present: true } },
      must: "The listener of a network load balancer requires `protocol`.",
      source: CREATE_LISTENER,
      accepts: [
        { loadBalancerArn: { loadBalancerType: "network" }, port: 80, protocol: "TCP", defaultActions: [forward] },
        { loadBalancerArn: {}, port: 80, defaultActions: [forward] },
      ],
      rejects: [{ loadBalancerArn: { loadBalancerType: "network" }, port: 80, defaultActions: [forward] }],
    },
    "aws.lb.listener.routing-actions": {
      type: LB_LISTENER,
      when: { defaultActions: { minItems: 2 } },
      require: { defaultActions: { some: { type: BEFORE_ROUTING } } },
      must: "Of several actions one answers and the others authenticate: use `forward` for several target groups.",
      source: ACTION,
      accepts: [
        { ...https, defaultActions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward] },
        http,
      ],
      rejects: [{ ...http, defaultActions: [forward, { ...forward, targetGroupArn: `${groupArn}2` }] }],
    },
    "aws.lb.listener-rule.routing-actions": {
      type: LB_LISTENER_RULE,
      when: { actions: { minItems: 2 } },
      require: { actions: { some: { type: BEFORE_ROUTING } } },
      must: "Of several actions one answers and the others authenticate: use `forward` for several target groups.",
      source: ACTION,
      accepts: [{ ...rule, actions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward] }, rule],
      rejects: [{ ...rule, actions: [forward, { ...forward, targetGroupArn: `${groupArn}2` }] }],
    },
    "aws.lb.listener.redirect-downgrade": {
      type: LB_LISTENER,
      when: { protocol: "HTTPS" },
      each: "defaultActions",
      require: { "redirect.protocol": { not: "HTTP" } },
      must: "HTTPS is not redirected to HTTP: change `redirect.protocol`.",
      source: REDIRECT,
      accepts: [
        { ...https, defaultActions: [{ type: "redirect", redirect: { host: "www.#{host}", statusCode: "HTTP_301" } }] },
        { ...http, defaultActions: [{ type: "redirect", redirect: { protocol: "HTTPS", statusCode: "HTTP_301" } }] },
      ],
      rejects: [
        {
          ...https,
          defaultActions: [{ type: "redirect", redirect: { protocol: "HTTP", port: "80", statusCode: "HTTP_301" } }],
        },
      ],
    },
    "aws.lb.listener.redirect-port": {
      type: LB_LISTENER,
      each: "defaultActions",
      require: { "redirect.port": { matches: REDIRECT_PORT } },
      must: 'The port of a redirect is a number or "#{port}".',
      source: REDIRECT,
      accepts: [
        { ...http, defaultActions: [{ type: "redirect", redirect: { port: "443", statusCode: "HTTP_301" } }] },
        {
          ...http,
          defaultActions: [{ type: "redirect", redirect: { port: "#{port}", path: "/new", statusCode: "HTTP_301" } }],
        },
      ],
      rejects: [
        { ...http, defaultActions: [{ type: "redirect", redirect: { port: "https", statusCode: "HTTP_301" } }] },
      ],
    },
    "aws.lb.listener-rule.redirect-port": {
      type: LB_LISTENER_RULE,
      each: "actions",
      require: { "redirect.port": { matches: REDIRECT_PORT } },
      must: 'The port of a redirect is a number or "#{port}".',
      source: REDIRECT,
      accepts: [{ ...rule, actions: [{ type: "redirect", redirect: { port: "443", statusCode: "HTTP_301" } }] }],
      rejects: [{ ...rule, actions: [{ type: "redirect", redirect: { port: "${port}", statusCode: "HTTP_301" } }] }],
    },
    "aws.lb.listener.mutual-mode": {
      type: LB_LISTENER,
      require: { "mutualAuthentication.mode": { matches: /^(?:off|passthrough|verify)$/i } },
      must: '`mutualAuthentication.mode` must be "off", "passthrough" or "verify".',
      source: `${API}/API_MutualAuthenticationAttributes.html`,
      accepts: [{ ...https, mutualAuthentication: { mode: "passthrough" } }],
      rejects: [{ ...https, mutualAuthentication: { mode: "on" } }],
    },
    "aws.lb.listener-rule.authentication-needs-https": {
      type: LB_LISTENER_RULE,
      each: "actions",
      refers: { "/listenerArn": LB_LISTENER },
      where: { type: BEFORE_ROUTING },
      require: { "/listenerArn->protocol": { not: { matches: /^http$/i } } },
      must: "Only rules of listeners for HTTPS authenticate users.",
      source: ACTION,
      accepts: [
        {
          ...rule,
          listenerArn: secured,
          actions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward],
        },
        { ...rule, listenerArn: { port: 80, protocol: "HTTP" } },
      ],
      rejects: [
        {
          ...rule,
          listenerArn: { port: 80, protocol: "HTTP" },
          actions: [{ type: "authenticate-cognito", authenticateCognito: cognito }, forward],
        },
      ],
    },
    "aws.lb.listener-rule.host-dot": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "hostHeader.values": { every: { matches: /\.[A-Za-z*?]*$/ } } },
      must: "A host name in a condition has a dot, only letters after the last one, and no port.",
      source: `${API}/API_HostHeaderConditionConfig.html`,
      accepts: [
        { ...rule, conditions: [{ hostHeader: { values: ["*.example.com"] } }] },
        { ...rule, conditions: [{ hostHeader: { values: ["example.*", "example.com."] } }] },
      ],
      rejects: [
        { ...rule, conditions: [{ hostHeader: { values: ["localhost"] } }] },
        { ...rule, conditions: [{ hostHeader: { values: ["example.com:8443"] } }] },
      ],
    },
    "aws.lb.listener-rule.host-by-header": {
      type: LB_LISTENER_RULE,
      each: "conditions",
      require: { "httpHeader.httpHeaderName": { not: { matches: /^host$/i } } },
      must: "A condition on the host is `hostHeader`, not `httpHeader`.",
      source: `${API}/API_HttpHeaderConditionConfig.html`,
      accepts: [{ ...rule, conditions: [{ httpHeader: { httpHeaderName: "X-Tenant", values: ["a"] } }] }],
      rejects: [{ ...rule, conditions: [{ httpHeader: { httpHeaderName: "Host", values: ["example.com"] } }] }],
    },
  },
} satisfies ServiceConstraints;
