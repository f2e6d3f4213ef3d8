import { defineEndpointRule } from "../../src/rules/interface-endpoint";

export default defineEndpointRule({
  id: "vpc-endpoint-ssm-contacts",
  service: "ssm-contacts",
  name: "the contacts of Incident Manager",
});
