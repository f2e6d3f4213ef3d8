import "./alarms";
import { api } from "./api";
import "./release";
import { distribution } from "./site";
import { balancer, partners } from "./web";

export const bookings = api.apiEndpoint;
export const counter = balancer.dnsName;
export const partnerAddress = partners.dnsName;
export const help = distribution.domainName;
