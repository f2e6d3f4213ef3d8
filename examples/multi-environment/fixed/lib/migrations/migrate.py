"""Applies the migrations beside this file that the database does not have yet, in the order of their names.

Each is a transaction of its own. The database is reached through the Data API, which takes one statement at a time.
"""

import logging
import os
import re
from pathlib import Path

import boto3

logger = logging.getLogger()
logger.setLevel(logging.INFO)

data_api = boto3.client("rds-data")

CLUSTER = {
    "resourceArn": os.environ["DATABASE_CLUSTER_ARN"],
    "secretArn": os.environ["DATABASE_SECRET_ARN"],
}
DATABASE = {**CLUSTER, "database": os.environ["DATABASE_NAME"]}

HISTORY = """
CREATE TABLE IF NOT EXISTS schema_migrations (
    name text PRIMARY KEY,
    applied_at timestamptz NOT NULL DEFAULT now()
)
"""


def handler(_event, _context):
    data_api.execute_statement(**DATABASE, sql=HISTORY)
    records = data_api.execute_statement(**DATABASE, sql="SELECT name FROM schema_migrations")["records"]
    applied = {name["stringValue"] for (name,) in records}
    pending = [path for path in sorted(Path(__file__).parent.glob("*.sql")) if path.stem not in applied]
    for path in pending:
        apply(path)
        logger.info("applied %s", path.stem)
    return {"applied": [path.stem for path in pending]}


def apply(path):
    transaction = {"transactionId": data_api.begin_transaction(**DATABASE)["transactionId"]}
    try:
        # First, so that of two runs at the same time one waits for the other, and fails before it changes anything.
        data_api.execute_statement(
            **DATABASE,
            **transaction,
            sql="INSERT INTO schema_migrations (name) VALUES (:name)",
            parameters=[{"name": "name", "value": {"stringValue": path.stem}}],
        )
        for statement in statements(path.read_text()):
            data_api.execute_statement(**DATABASE, **transaction, sql=statement)
    except Exception:
        data_api.rollback_transaction(**CLUSTER, **transaction)
        raise
    data_api.commit_transaction(**CLUSTER, **transaction)


def statements(text):
    """The statements of a migration, each of which ends in a semicolon at the end of a line."""
    return [statement.strip() for statement in re.split(r";[ \t]*(?:\n|$)", text) if statement.strip()]
