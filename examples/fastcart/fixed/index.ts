import "./backup";
import { cache, checkpoints, database, databaseSecretArn, stream } from "./data";
import { key } from "./foundation";
import "./monitoring";
import { vpc } from "./network";
import { cluster, service } from "./processing";

export const vpcId = vpc.id;
export const streamName = stream.name;
export const streamArn = stream.arn;
export const checkpointTable = checkpoints.name;
export const databaseEndpoint = database.endpoint;
export const databaseSecret = databaseSecretArn;
export const cacheEndpoint = cache.primaryEndpointAddress;
export const clusterName = cluster.name;
export const serviceName = service.name;
export const kmsKeyId = key.keyId;
