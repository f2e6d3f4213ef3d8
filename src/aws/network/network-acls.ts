import type { Certainty } from "../../graph/certainty";
import type { Resource } from "../../graph/resource";
import { mayReferTo, type Stack } from "../../graph/stack";
import { known, UNKNOWN } from "../../graph/value";
import type { View } from "../../graph/view";
import { EC2_NETWORK_ACL, EC2_NETWORK_ACL_RULE, EC2_SUBNET } from "../type-tokens";
import { DEFAULT_SUBNET } from "./vpc";

const DEFAULT_ACL = "aws:ec2/defaultNetworkAcl:DefaultNetworkAcl";
/** The types of network ACLs. */
export const ACLS: readonly string[] = [EC2_NETWORK_ACL, DEFAULT_ACL];

const ACL_ASSOCIATION = "aws:ec2/networkAclAssociation:NetworkAclAssociation";

/** One rule of a network ACL for incoming traffic. */
export interface AclRule {
  at: View;
  number: number;
  /** Unknown for any other word. */
  isAllowed: Certainty;
  cidrs: View[];
  isEveryPort: boolean;
  opensTcpPort: (port: number) => boolean;
}

/** A network ACL with its rules for incoming traffic, in the order in which AWS evaluates them. */
export interface NetworkAcl {
  resource: Resource;
  rules: AclRule[];
  /** False where a rule is not known. */
  complete: boolean;
}

const ALL = new Set(["-1", "all"]);
const TCP = new Set(["6", "tcp"]);

/** A rule; absent where a part of it is not known. */
function toRule(at: View, numberAt: "ruleNo" | "ruleNumber", actionAt: "action" | "ruleAction"): AclRule | undefined {
  const protocol = at.str("protocol");
  const number = at.num(numberAt);
  const action = at.str(actionAt);
  const from = at.num("fromPort") ?? 0;
  const to = at.num("toPort") ?? 65535;
  const cidrs = [at.at("cidrBlock"), at.at("ipv6CidrBlock")].filter(({ isAbsent, value }) => !isAbsent && value !== "");
  if (!known(protocol) || !known(number) || !known(action) || !known(from) || !known(to)) {
    return undefined;
  }
  if (cidrs.some(({ isUnknown }) => isUnknown)) {
    return undefined;
  }
  const isAll = ALL.has(protocol.toLowerCase());
  const isTcp = TCP.has(protocol.toLowerCase());
  const word = action.toLowerCase();
  return {
    at,
    number,
    isAllowed: word === "allow" ? true : word === "deny" ? false : UNKNOWN,
    cidrs,
    isEveryPort: isAll || (isTcp && from <= 0 && to >= 65535),
    opensTcpPort: (port) => isAll || (isTcp && from <= port && port <= to),
  };
}

/** The network ACLs of the stack. */
export function networkAclsOf(stack: Stack): NetworkAcl[] {
  const isUnclear = stack
    .managed(EC2_NETWORK_ACL_RULE)
    .some((rule) => mayReferTo(stack, rule.at("networkAclId"), EC2_NETWORK_ACL, DEFAULT_ACL));
  return stack.managed(EC2_NETWORK_ACL, DEFAULT_ACL).map((resource) => {
    const inline = resource.list("ingress") ?? [];
    const separate = stack
      .referrers(resource, "networkAclId", EC2_NETWORK_ACL_RULE)
      .filter((rule) => !rule.external && rule.bool("egress") !== true);
    const rules = [
      ...(known(inline) ? inline.map((at) => toRule(at, "ruleNo", "action")) : []),
      ...separate.map((at) => toRule(at, "ruleNumber", "ruleAction")),
    ];
    const read = rules.filter((rule) => rule !== undefined);
    return {
      resource,
      rules: read.sort((left, right) => left.number - right.number),
      complete: !isUnclear && known(inline) && read.length === rules.length,
    };
  });
}

/** The subnets that an ACL is for. */
export function subnetsOfAcl(stack: Stack, acl: Resource): Resource[] {
  const associations = stack.referrers(acl, "networkAclId", ACL_ASSOCIATION);
  return [acl.at("subnetIds"), ...associations.map((association) => association.at("subnetId"))].flatMap(
    (view) => stack.refs(view, EC2_SUBNET, DEFAULT_SUBNET).resources,
  );
}
