// A policy pack that checks nothing and records what the engine sends: the inputs of each resource, then the stack.
"use strict";
const { writeFileSync } = require("node:fs");
const { PolicyPack } = require("@pulumi/policy");

const raw = (props) => props.__getSpecialProxyTarget;
const inputs = {};

new PolicyPack("recorder", {
  policies: [
    {
      name: "inputs",
      description: "Keeps what each resource is made from.",
      enforcementLevel: "advisory",
      validateResource: ({ urn, props }) => {
        inputs[urn] = raw(props);
      },
    },
    {
      name: "stack",
      description: "Writes down the stack.",
      enforcementLevel: "advisory",
      validateStack: ({ resources }) => {
        const stack = resources.map(
          ({ urn, type, name, props, parent, provider, dependencies, propertyDependencies }) => ({
            urn,
            type,
            name,
            inputs: inputs[urn],
            outputs: raw(props),
            parent: parent?.urn,
            provider: provider?.urn,
            dependencies: dependencies.map((resource) => resource.urn),
            propertyDependencies: Object.fromEntries(
              Object.entries(propertyDependencies).map(([property, from]) => [
                property,
                from.map((resource) => resource.urn),
              ]),
            ),
          }),
        );
        writeFileSync(process.env.RECORDER_FILE, JSON.stringify(stack));
      },
    },
  ],
});
