import { API_STAGE, restApisAt } from "../../stack/api-gateway";
import { makeWait, waitsForOneOf } from "../../stack/ordering";
import type { Resource } from "../../stack/resource";
import type { Stack } from "../../stack/stack";
import { known } from "../../stack/value";
import type { View } from "../../stack/view";
import { defineRule } from "../rule";

const USAGE_PLAN = "aws:apigateway/usagePlan:UsagePlan";
const WEB_ACL_ASSOCIATION = "aws:wafv2/webAclAssociation:WebAclAssociation";
const CLASSIC_ASSOCIATION = "aws:wafregional/webAclAssociation:WebAclAssociation";

/** The stages of the APIs at a place, of this name where it is known. */
function stagesAt(stack: Stack, view: View, name: string | undefined): Resource[] {
  const apis = restApisAt(stack, view);
  return stack.ofType(API_STAGE).filter((stage) => {
    const isOfApi = restApisAt(stack, stage.at("restApi")).some((api) => apis.includes(api));
    return !stage.outside && isOfApi && (name === undefined || stage.str("stageName") === name);
  });
}

/** The places that name stages, each with the stages that it may be. */
function usesOf(stack: Stack): { at: View; stages: Resource[]; answer?: string }[] {
  const inPlans = stack.ofType(USAGE_PLAN).flatMap((plan) => {
    const entries = plan.list("apiStages") ?? [];
    return (known(entries) ? entries : []).flatMap((entry) => {
      const name = entry.str("stage");
      return known(name)
        ? [{ at: entry.at("stage"), stages: stagesAt(stack, entry.at("apiId"), name), answer: "API Stage not found" }]
        : [];
    });
  });
  const inAssociations = stack.ofType(WEB_ACL_ASSOCIATION, CLASSIC_ASSOCIATION).map((association) => {
    const at = association.at("resourceArn");
    const [, name] = /\/stages\/([^/]+)$/.exec(String(at.str())) ?? [];
    return {
      at,
      stages: stagesAt(stack, at, name),
      ...(association.type === WEB_ACL_ASSOCIATION && {
        answer: "AWS WAF couldn’t perform the operation because your resource doesn’t exist",
      }),
    };
  });
  return [...inPlans, ...inAssociations].filter((use) => !use.at.resource.outside);
}

export default defineRule({
  id: "api-gateway-stage-order",
  category: "validity",
  description: "Usage plans and web ACLs wait for the stage that they are for",
  severity: "high",
  level: "mandatory",
  failures: [],
  why:
    "A stage that is named by a text of the program ties nothing to the stage itself, so that the usage plan or the " +
    "association can be made first, and AWS refuses what names a stage that does not exist.",
  fix: {
    typescript: "apiStages: [{ apiId: api.id, stage: stage.stageName }],  // and for a web ACL: resourceArn: stage.arn",
    python: 'api_stages=[{"api_id": api.id, "stage": stage.stage_name}],  # and for a web ACL: resource_arn=stage.arn',
    yaml:
      "apiStages: # and for a web ACL: resourceArn: ${stage.arn}\n  - apiId: ${api.id}\n" +
      "    stage: ${stage.stageName}",
  },
  limits:
    "Stages that the stack does not make, and HTTP APIs. Where one property names stages of several APIs, waiting for one " +
    "stage of that name is enough.",
  stack(stack, { report, project }) {
    for (const { at, stages, answer } of usesOf(stack)) {
      const { resource } = at;
      const [first] = stages;
      if (first && !waitsForOneOf(stack, resource, stages)) {
        const output = at.path === "resourceArn" ? "arn" : "stageName";
        report({
          at,
          awaits: [first],
          message:
            `it names the stage ${first.name} by a text, so that nothing makes it wait for the stage; use ` +
            `${first.name}.${output}, or ${makeWait(stack, resource, [first], project.files?.settings?.runtime)}.`,
          ...(answer !== undefined && { answer }),
        });
      }
    }
  },
});
