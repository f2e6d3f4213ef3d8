import type { ServiceConstraints } from "../form";

export default {
  date: "2026-11-30",
  constraints: {
    "aws.amplify.app.repository-token": {
      type: "aws:amplify/app:App",
      when: { repository: { matches: /^https:\/\/(?:github\.com|gitlab\.com|bitbucket\.org)\// } },
      require: { atLeastOne: ["accessToken", "oauthToken"] },
      must: "A repository outside of AWS requires `accessToken` or `oauthToken`.",
      awsError: "You should at least provide one valid token",
      source: "https://docs.aws.amazon.com/amplify/latest/APIReference/API_CreateApp.html",
      accepts: [
        { repository: "https://github.com/x/y", accessToken: "x" },
        { repository: "https://gitlab.com/x/y", oauthToken: "x" },
        { repository: "https://git-codecommit.us-east-1.amazonaws.com/v1/repos/y" },
      ],
      rejects: [{ repository: "https://github.com/x/y" }],
    },
  },
} satisfies ServiceConstraints;
