import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.ssoadmin.permission-set.session": {
      type: "aws:ssoadmin/permissionSet:PermissionSet",
      when: { sessionDuration: { present: true } },
      require: { sessionDuration: { not: { matches: /^PT(?:1[3-9]|[2-9]\d|\d{3,})H/ } } },
      must: 'A session takes one hour to twelve hours, such as "PT8H".',
      source: "https://docs.aws.amazon.com/singlesignon/latest/userguide/howtosessionduration.html",
      accepts: [{ sessionDuration: "PT12H" }, { sessionDuration: "PT1H30M" }, { sessionDuration: "PT90M" }],
      rejects: [{ sessionDuration: "PT13H" }, { sessionDuration: "PT24H" }],
    },
  },
} satisfies ServiceConstraints;
