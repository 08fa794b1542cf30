-- Upgrades tables of docs/store.postgresql.sql that were created before charges had an environment. Stop all nodes before you run it.
-- The script is one transaction.
--
-- First set, in the same session, whether the charges of each account are test or live charges. The account is the brand's key, and empty
-- in an app with one brand:
--
--   SET dodoupsell.environments = '{"": "live"}';
--   SET dodoupsell.environments = '{"brand-a": "live", "brand-b": "test"}';
--
-- If one account has both test and live charges, set live: the keys of its test charges then remain used in live mode.
-- Settlement handlers are not called for charges that were settled before the upgrade.

BEGIN;

DO $$
DECLARE
    named jsonb := nullif(current_setting('dodoupsell.environments', true), '')::jsonb;
    missing text;
BEGIN
    IF named IS NULL THEN
        RAISE EXCEPTION 'Set the environment of the charges first: SET dodoupsell.environments = ''{"": "live"}'' (the account, then test or live).';
    END IF;

    SELECT string_agg(DISTINCT quote_literal(account), ', ') INTO missing
    FROM dodo_charges WHERE coalesce(named ->> account, '') NOT IN ('test', 'live');
    IF missing IS NOT NULL THEN
        RAISE EXCEPTION 'dodoupsell.environments does not say test or live for these accounts: %', missing;
    END IF;
END $$;

ALTER TABLE dodo_charges
    ADD COLUMN environment integer,
    ADD COLUMN subscription_ids text,
    ADD COLUMN attempt_id character varying(200);

-- The attempts may contain characters that the json types refuse, so the last id is extracted from the text. Quotes inside of values are escaped.
UPDATE dodo_charges SET
    environment = CASE current_setting('dodoupsell.environments')::jsonb ->> account WHEN 'test' THEN 1 WHEN 'live' THEN 2 END,
    subscription_ids = CASE WHEN subscription_id IS NULL THEN '[]' ELSE json_build_array(subscription_id)::text END,
    attempt_id = substring(attempts from '.*\{"id":"([^"]*)"');

ALTER TABLE dodo_charges
    ALTER COLUMN environment SET NOT NULL,
    ALTER COLUMN subscription_ids SET NOT NULL,
    DROP CONSTRAINT pk_dodo_charges,
    ADD CONSTRAINT pk_dodo_charges PRIMARY KEY (account, environment, charge_key),
    ADD CONSTRAINT ck_dodo_charges_environment CHECK (environment IN (1, 2));

DROP INDEX ix_dodo_charges_next_check_at;
DROP INDEX ix_dodo_charges_state;
CREATE INDEX ix_dodo_charges_next_check_at ON dodo_charges (account, environment, next_check_at);
CREATE INDEX ix_dodo_charges_state ON dodo_charges (account, environment, state, claimed_at);
CREATE INDEX ix_dodo_charges_attempt_id ON dodo_charges (account, environment, attempt_id);

CREATE TABLE dodo_subscription_locks (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    subscription_id character varying(256) NOT NULL,
    write_id uuid NOT NULL,
    holder text NOT NULL,
    partly_paid_until timestamp with time zone,
    locked_at timestamp with time zone NOT NULL,
    version integer NOT NULL,
    CONSTRAINT pk_dodo_subscription_locks PRIMARY KEY (account, environment, subscription_id)
);

-- Locks used to be charge records.
INSERT INTO dodo_subscription_locks (account, environment, subscription_id, write_id, holder, partly_paid_until, locked_at, version)
SELECT account, environment, substring(charge_key from length('planchange-gate:') + 1), write_id,
    details::json ->> 'holder', (details::json ->> 'partly_paid_until')::timestamp with time zone, claimed_at, version
FROM dodo_charges WHERE flow = 'planchange-gate' AND charge_key LIKE 'planchange-gate:%';

DELETE FROM dodo_charges WHERE flow = 'planchange-gate' AND charge_key LIKE 'planchange-gate:%';

CREATE TABLE dodo_settlements (
    account character varying(100) NOT NULL,
    settlement_id character varying(256) NOT NULL,
    environment integer NOT NULL,
    charge_key character varying(200) NOT NULL,
    leased_charge_key character varying(200),
    kind integer NOT NULL,
    payment_id text,
    amount bigint,
    currency text,
    source_id text,
    charge text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    lease_token uuid,
    leased_until timestamp with time zone,
    finished_at timestamp with time zone,
    last_error text,
    traceparent text,
    CONSTRAINT pk_dodo_settlements PRIMARY KEY (account, environment, settlement_id)
);

ALTER TABLE dodo_webhook_deliveries ADD COLUMN traceparent text;

CREATE INDEX ix_dodo_settlements_charge_key ON dodo_settlements (account, environment, charge_key);
CREATE INDEX ix_dodo_settlements_due ON dodo_settlements (account, environment, state, due_at);
CREATE UNIQUE INDEX ux_dodo_settlements_leased ON dodo_settlements (account, environment, leased_charge_key);

COMMIT;
