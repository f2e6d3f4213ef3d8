import "./backup";
import "./failover";
import { database, orders, receipts } from "./data";
import { service } from "./service";
import { domainName } from "./settings";

export const url = `https://${domainName}`;
export const primaryApi = service.api.apiEndpoint;
export const ordersTable = orders.name;
export const primaryDatabase = database.cluster.endpoint;
export const receiptsBucket = receipts.bucket;
