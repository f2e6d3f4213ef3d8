import type { Resource } from "./resource";

// Packages whose components make resources that their users pass few arguments to. A URN holds the types of the parents.
const IN_PACKAGE =
  /(?:::|\$)(?:awsx|eks|aws-apigateway|aws-iam|aws-static-website|aws-quickstart-[a-z-]+):[^:$]+:[^:$]+\$/;

/** True for a resource that a component of a published package made, so that the program cannot mend all of it. */
export function isMadeByPackage({ urn }: Resource): boolean {
  return IN_PACKAGE.test(urn);
}
