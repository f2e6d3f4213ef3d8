import { defineEmrEncryptionRule } from "../../src/rules/emr-encryption";

export default defineEmrEncryptionRule({
  id: "emr-encrypted-in-transit",
  description: "EMR security configurations must encrypt data in transit",
  why: "The nodes of a cluster send each other the data that they work on.",
  scope: "InTransit",
  consequence: "The nodes of clusters with this configuration send data in plain text",
});
