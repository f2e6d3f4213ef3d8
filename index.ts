// What Pulumi starts as the policy pack; `import` of the package gets src/library.ts.
import { preflight } from "./src/pulumi/preflight";

preflight({ name: "preflight", displayName: "Preflight for AWS", tags: ["aws", "security", "reliability"] });
