import { balancer, distribution } from "./delivery";
import "./operations";

export const shop = balancer.dnsName;
export const magazine = distribution.domainName;
