#!/bin/sh
# Has Pulumi Deployments run the pack in every preview and update of a stack. The second argument is the address of the
# copy of preflight: sh pulumi-deployments.sh acme/shop/prod https://git.example.com/acme/preflight.git
set -eu
pulumi deployment settings edit --stack "$1" \
  --pre-run-command "git clone --depth 1 $2 /tmp/preflight" \
  --pre-run-command "npm ci --prefix /tmp/preflight" \
  --env PULUMI_OPTION_POLICY_PACK=/tmp/preflight
