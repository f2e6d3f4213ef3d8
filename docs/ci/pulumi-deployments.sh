#!/bin/sh
# Has Pulumi Deployments ask the pack in every preview and update of a stack: sh pulumi-deployments.sh acme/shop/prod
set -eu
pulumi deployment settings edit --stack "$1" \
  --pre-run-command "git clone --depth 1 --branch v0.1.0 https://github.com/pulumi-preflight/pulumi-preflight-aws.git /tmp/preflight" \
  --pre-run-command "npm ci --prefix /tmp/preflight" \
  --env PULUMI_OPTION_POLICY_PACK=/tmp/preflight
