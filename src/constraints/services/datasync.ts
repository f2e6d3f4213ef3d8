import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.datasync.location-hdfs.simple-user": {
      type: "aws:datasync/locationHdfs:LocationHdfs",
      when: { authenticationType: "SIMPLE" },
      require: { simpleUser: { present: true } },
      must: "The authentication SIMPLE requires `simpleUser`.",
      source: "https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateLocationHdfs.html",
      accepts: [
        { authenticationType: "SIMPLE", simpleUser: "x" },
        { authenticationType: "KERBEROS", kerberosPrincipal: "x", kerberosKeytab: "x", kerberosKrb5Conf: "x" },
      ],
      rejects: [{ authenticationType: "SIMPLE" }],
    },
    "aws.datasync.location-hdfs.kerberos": {
      type: "aws:datasync/locationHdfs:LocationHdfs",
      when: { authenticationType: "KERBEROS" },
      require: { kerberosPrincipal: { present: true } },
      must: "The authentication KERBEROS requires `kerberosPrincipal`.",
      source: "https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateLocationHdfs.html",
      accepts: [{ authenticationType: "KERBEROS", kerberosPrincipal: "x" }],
      rejects: [{ authenticationType: "KERBEROS" }],
    },
    "aws.datasync.efs-location.in-transit": {
      type: "aws:datasync/efsLocation:EfsLocation",
      when: [{ accessPointArn: { present: true } }, { fileSystemAccessRoleArn: { present: true } }],
      require: { inTransitEncryption: "TLS1_2" },
      defaults: { inTransitEncryption: "NONE" },
      must: 'An access point or a role requires `inTransitEncryption` "TLS1_2".',
      source: "https://docs.aws.amazon.com/datasync/latest/userguide/API_CreateLocationEfs.html",
      accepts: [{ accessPointArn: "x", inTransitEncryption: "TLS1_2" }, { subdirectory: "/x" }],
      rejects: [{ accessPointArn: "x", inTransitEncryption: "NONE" }, { fileSystemAccessRoleArn: "x" }],
    },
    "aws.datasync.task.remove-with-all": {
      type: "aws:datasync/task:Task",
      when: { "options.preserveDeletedFiles": "REMOVE" },
      require: { "options.transferMode": { not: "ALL" } },
      must: 'Deleting at the destination excludes `options.transferMode` "ALL".',
      source: "https://docs.aws.amazon.com/datasync/latest/userguide/API_Options.html",
      accepts: [{ options: { preserveDeletedFiles: "REMOVE", transferMode: "CHANGED" } }],
      rejects: [{ options: { preserveDeletedFiles: "REMOVE", transferMode: "ALL" } }],
    },
  },
} satisfies ServiceConstraints;
