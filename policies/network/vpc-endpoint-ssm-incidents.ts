import { defineEndpointRule } from "../../src/rules/interface-endpoint";

export default defineEndpointRule({
  id: "vpc-endpoint-ssm-incidents",
  service: "ssm-incidents",
  name: "Incident Manager",
});
