import { balancer, distribution } from "./delivery";
import "./events";
import "./operations";
import "./stores";

export const shop = balancer.dnsName;
export const magazine = distribution.domainName;
