import "./backup";
import "./failover";
import { databases, orders, receipts } from "./data";
import { services } from "./service";
import { domainName } from "./settings";

export const url = `https://${domainName}`;
export const primaryApi = services.primary.api.apiEndpoint;
export const standbyApi = services.standby.api.apiEndpoint;
export const ordersTable = orders.name;
export const primaryDatabase = databases.primary.cluster.endpoint;
export const standbyDatabase = databases.standby.cluster.readerEndpoint;
export const receiptsBucket = receipts.primary.bucket;
