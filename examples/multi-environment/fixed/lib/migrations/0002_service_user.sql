CREATE ROLE payment_service LOGIN;

GRANT rds_iam TO payment_service;

GRANT SELECT, INSERT, UPDATE ON payments TO payment_service;
