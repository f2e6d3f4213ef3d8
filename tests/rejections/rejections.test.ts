import { policies, roles } from "./identity";
import { balancers, names, networks } from "./network";
import { testRejections } from "./run";
import { logs, services } from "./services";
import { buckets, databases, distributions, firewalls, tables } from "./storage";
import { apis, containers, events, functions, mappings } from "./workloads";

const KINDS = {
  roles,
  mappings,
  policies,
  balancers,
  containers,
  functions,
  names,
  databases,
  tables,
  buckets,
  distributions,
  firewalls,
  networks,
  events,
  apis,
  logs,
  services,
};

testRejections(KINDS);
