import { restApisAt } from "../../src/aws/delivery/api-gateway";
import { APIGATEWAY_STAGE, APIGATEWAY_USAGE_PLAN, WAFV2_WEB_ACL_ASSOCIATION } from "../../src/aws/type-tokens";
import { isAlreadyOrdered, makeWait, waitsForOneOf } from "../../src/graph/ordering";
import type { Resource } from "../../src/graph/resource";
import type { Stack } from "../../src/graph/stack";
import { known } from "../../src/graph/value";
import type { View } from "../../src/graph/view";
import { variablesOf } from "../../src/source/variables";
import { defineRule } from "../../src/rules/rule";

const CLASSIC_ASSOCIATION = "aws:wafregional/webAclAssociation:WebAclAssociation";

/** A property that names a stage, and the stages of the stack that it may name. */
interface StageUse {
  at: View;
  stages: Resource[];
  awsError?: string;
}

/** The stages of the APIs that a property names; where the stage's name is known, those with this name. */
function stagesAt(stack: Stack, view: View, name: string | undefined): Resource[] {
  const apis = restApisAt(stack, view);
  return stack.managed(APIGATEWAY_STAGE).filter((stage) => {
    const isOfApi = restApisAt(stack, stage.at("restApi")).some((api) => apis.includes(api));
    return isOfApi && (name === undefined || stage.str("stageName") === name);
  });
}

function usesInPlans(stack: Stack): StageUse[] {
  return stack.managed(APIGATEWAY_USAGE_PLAN).flatMap((plan) => {
    const entries = plan.list("apiStages") ?? [];
    return (known(entries) ? entries : []).flatMap((entry) => {
      const name = entry.str("stage");
      return known(name)
        ? [{ at: entry.at("stage"), stages: stagesAt(stack, entry.at("apiId"), name), awsError: "API Stage not found" }]
        : [];
    });
  });
}

function usesInAssociations(stack: Stack): StageUse[] {
  return stack.managed(WAFV2_WEB_ACL_ASSOCIATION, CLASSIC_ASSOCIATION).map((association) => {
    const at = association.at("resourceArn");
    const [, name] = /\/stages\/([^/]+)$/.exec(String(at.str())) ?? [];
    return {
      at,
      stages: stagesAt(stack, at, name),
      ...(association.type === WAFV2_WEB_ACL_ASSOCIATION && {
        awsError: "AWS WAF couldn’t perform the operation because your resource doesn’t exist",
      }),
    };
  });
}

export default defineRule({
  id: "api-gateway-stage-order",
  category: "validity",
  description: "Usage plans and web ACLs must wait for the stage that they name",
  severity: "high",
  level: "mandatory",
  basis: "aws-rejects",
  why:
    "A stage that is named by a string creates no dependency on the stage, so the usage plan or the association may be " +
    "created first, and AWS rejects the name of a stage that does not exist.",
  fix: {
    typescript: `apiStages: [{ apiId: api.id, stage: stage.stageName }],  // and for a web ACL: resourceArn: stage.arn`,
    python: `api_stages=[{"api_id": api.id, "stage": stage.stage_name}],  # and for a web ACL: resource_arn=stage.arn`,
    yaml: `apiStages: # and for a web ACL: resourceArn: \${stage.arn}
  - apiId: \${api.id}
    stage: \${stage.stageName}`,
  },
  limits:
    "Stages that the stack does not create, and HTTP APIs. Where one property names stages of several APIs, waiting for one " +
    "stage of that name is enough.",
  references: [
    "https://docs.aws.amazon.com/apigateway/latest/api/API_CreateUsagePlan.html",
    "https://docs.aws.amazon.com/waf/latest/APIReference/API_AssociateWebACL.html",
  ],
  stack(stack, { project, report, undecided }) {
    for (const plan of stack.managed(APIGATEWAY_USAGE_PLAN).filter((one) => one.at("apiStages").isUnknown)) {
      undecided(plan, "apiStages");
    }
    for (const { at, stages, awsError } of [...usesInPlans(stack), ...usesInAssociations(stack)]) {
      const [first] = stages;
      if (first && !waitsForOneOf(stack, at.resource, stages)) {
        const output = at.path === "resourceArn" ? "arn" : "stageName";
        const wait = makeWait(stack, at.resource, [first], variablesOf(project.files));
        report({
          at,
          // An existing plan or association that names a new stage is rejected as well.
          onlyAtCreation: stages.some(({ exists }) => exists === true),
          ...(isAlreadyOrdered(at.resource, stages) && { level: "advisory" }),
          missingDependencies: [first],
          message:
            `This names the stage ${first.name} by a string, so nothing makes it wait for the stage. ` +
            `${wait.startsWith("add") ? `Use the \`${output}\` of the stage itself, or ` : ""}${wait}.`,
          ...(awsError !== undefined && { awsError }),
        });
      }
    }
  },
});
