"""Moves customers between the blue and the green side of the payment platform.

Invoke it with {"target": "green"}; "steps" sets the target's share of the traffic after each step (default 10, 50, 100)
and "settle_seconds" how long a step is watched. If the target is not well after a step, the listener gets back what it
had before the first, and the invocation fails.
"""

import logging
import os
import time

import boto3

logger = logging.getLogger()
logger.setLevel(logging.INFO)

load_balancing = boto3.client("elbv2")
parameters = boto3.client("ssm")

LISTENER_ARN = os.environ["LISTENER_ARN"]
SSM_PARAM_NAME = os.environ["SSM_PARAM_NAME"]
TARGET_GROUPS = {"blue": os.environ["BLUE_TG_ARN"], "green": os.environ["GREEN_TG_ARN"]}

DEFAULT_STEPS = (10, 50, 100)
DEFAULT_SETTLE_SECONDS = 30
MAXIMUM_WATCH_SECONDS = 240


class SwitchError(Exception):
    """The traffic could not be moved; it is where it was."""


def handler(event, _context):
    target, steps, settle_seconds = read_request(event)
    other = "green" if target == "blue" else "blue"
    before = current_actions()
    require_healthy(target)
    try:
        for share in steps:
            set_weights({target: share, other: 100 - share})
            logger.info("%s gets %d %% of the traffic", target, share)
            time.sleep(settle_seconds)
            require_healthy(target)
        require_weights({target: steps[-1], other: 100 - steps[-1]})
        if steps[-1] == 100:
            parameters.put_parameter(Name=SSM_PARAM_NAME, Value=target, Type="String", Overwrite=True)
    except Exception:
        logger.exception("the switch to %s failed; the listener gets back what it had", target)
        load_balancing.modify_listener(ListenerArn=LISTENER_ARN, DefaultActions=before)
        raise
    active = parameters.get_parameter(Name=SSM_PARAM_NAME)["Parameter"]["Value"]
    return {"active": active, "weights": current_weights()}


def read_request(event):
    target = event.get("target")
    if target not in TARGET_GROUPS:
        raise SwitchError(f"target must be blue or green, not {target!r}")
    steps = event.get("steps", DEFAULT_STEPS)
    if not steps or list(steps) != sorted(steps) or not all(0 < share <= 100 for share in steps):
        raise SwitchError(f"steps must rise and lie between 1 and 100: {steps!r}")
    settle_seconds = event.get("settle_seconds", DEFAULT_SETTLE_SECONDS)
    if not 0 <= settle_seconds * len(steps) <= MAXIMUM_WATCH_SECONDS:
        raise SwitchError(f"all steps together can be watched for {MAXIMUM_WATCH_SECONDS} seconds at most")
    return target, steps, settle_seconds


def current_actions():
    listeners = load_balancing.describe_listeners(ListenerArns=[LISTENER_ARN])["Listeners"]
    return listeners[0]["DefaultActions"]


def current_weights():
    sides = {arn: side for side, arn in TARGET_GROUPS.items()}
    groups = [group for action in current_actions() for group in action["ForwardConfig"]["TargetGroups"]]
    return {sides[group["TargetGroupArn"]]: group["Weight"] for group in groups}


def set_weights(weights):
    groups = [{"TargetGroupArn": TARGET_GROUPS[side], "Weight": weight} for side, weight in weights.items()]
    load_balancing.modify_listener(
        ListenerArn=LISTENER_ARN,
        DefaultActions=[{"Type": "forward", "ForwardConfig": {"TargetGroups": groups}}],
    )


def require_weights(wanted):
    found = current_weights()
    if found != wanted:
        raise SwitchError(f"the listener's weights are {found}, not {wanted}: did somebody else change them?")


def require_healthy(side):
    targets = load_balancing.describe_target_health(TargetGroupArn=TARGET_GROUPS[side])["TargetHealthDescriptions"]
    # A group that gets no traffic yet reports its targets as healthy too: its load balancer checks them all the same.
    sick = [target["Target"]["Id"] for target in targets if target["TargetHealth"]["State"] == "unhealthy"]
    healthy = [target for target in targets if target["TargetHealth"]["State"] == "healthy"]
    if sick or not healthy:
        raise SwitchError(f"{side} has {len(healthy)} healthy targets and {len(sick)} unhealthy ones: {sick}")
