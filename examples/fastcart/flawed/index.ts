import { cache, database } from "./data";
import { vpc } from "./network";
import { cluster } from "./processing";

export const vpcId = vpc.id;
export const clusterName = cluster.name;
export const databaseEndpoint = database.endpoint;
// F16: an Output turned into text.
export const cacheEndpoint = `redis://${cache.primaryEndpointAddress}`;
// F16: the names of the stream and of the service are missing.
