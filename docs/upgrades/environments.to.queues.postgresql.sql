-- Upgrades tables of docs/store.postgresql.sql that were created before deliveries and settlements were leased from a queue. Stop all nodes
-- before you run it. The script is one transaction.
--
-- The indexes are built while the tables are locked, which takes a few seconds for a million rows.

BEGIN;

ALTER TABLE dodo_settlements ADD COLUMN waits_behind integer NOT NULL DEFAULT 0;
ALTER TABLE dodo_settlements ALTER COLUMN waits_behind DROP DEFAULT;
ALTER TABLE dodo_webhook_deliveries ADD COLUMN waits_behind integer NOT NULL DEFAULT 0;
ALTER TABLE dodo_webhook_deliveries ALTER COLUMN waits_behind DROP DEFAULT;

DROP INDEX ix_dodo_charges_next_check_at;
DROP INDEX ix_dodo_charges_state;
DROP INDEX ix_dodo_settlements_due;
DROP INDEX ux_dodo_settlements_leased;
DROP INDEX ix_dodo_webhook_deliveries_due;
DROP INDEX ix_dodo_webhook_deliveries_subject;
DROP INDEX ux_dodo_webhook_deliveries_leased;

CREATE INDEX ix_dodo_charges_next_check_at ON dodo_charges (account, environment, next_check_at, charge_key) WHERE next_check_at IS NOT NULL;
CREATE INDEX ix_dodo_charges_settled_at ON dodo_charges (account, environment, settled_at) WHERE state >= 4;
CREATE INDEX ix_dodo_charges_state ON dodo_charges (account, environment, state, claimed_at, charge_key);
CREATE INDEX ix_dodo_settlements_behind ON dodo_settlements (account, environment, charge_key, due_at, occurred_at, settlement_id) WHERE waits_behind = 1;
CREATE INDEX ix_dodo_settlements_finished ON dodo_settlements (account, environment, state, finished_at, settlement_id) WHERE finished_at IS NOT NULL;
CREATE INDEX ix_dodo_settlements_leased_until ON dodo_settlements (account, environment, leased_until) WHERE state = 1;
CREATE INDEX ix_dodo_settlements_queue ON dodo_settlements (account, environment, due_at, occurred_at, settlement_id) WHERE state = 0 AND waits_behind = 0;
CREATE INDEX ix_dodo_settlements_state ON dodo_settlements (account, environment, state, occurred_at, settlement_id);
CREATE UNIQUE INDEX ux_dodo_settlements_leased ON dodo_settlements (account, environment, leased_charge_key) WHERE leased_charge_key IS NOT NULL;
CREATE INDEX ix_dodo_webhook_deliveries_behind ON dodo_webhook_deliveries (account, subject, due_at, received_at, webhook_id) WHERE waits_behind = 1;
CREATE INDEX ix_dodo_webhook_deliveries_finished ON dodo_webhook_deliveries (account, state, finished_at, webhook_id) WHERE finished_at IS NOT NULL;
CREATE INDEX ix_dodo_webhook_deliveries_leased_until ON dodo_webhook_deliveries (account, leased_until) WHERE state = 1;
CREATE INDEX ix_dodo_webhook_deliveries_queue ON dodo_webhook_deliveries (account, due_at, received_at, webhook_id) WHERE state = 0 AND waits_behind = 0;
CREATE INDEX ix_dodo_webhook_deliveries_state ON dodo_webhook_deliveries (account, state, received_at, webhook_id);
CREATE INDEX ix_dodo_webhook_deliveries_subject ON dodo_webhook_deliveries (account, subject, fresh_at, occurred_at);
CREATE UNIQUE INDEX ux_dodo_webhook_deliveries_leased ON dodo_webhook_deliveries (account, leased_subject) WHERE leased_subject IS NOT NULL;

COMMIT;

ANALYZE dodo_charges;
ANALYZE dodo_settlements;
ANALYZE dodo_webhook_deliveries;
