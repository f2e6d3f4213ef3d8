import { loadBalancer } from "./delivery";
import "./switching";

// B35: the only output; eight more values and connectionInfo are missing.
export const albDnsName = loadBalancer.dnsName;
