-- Adds the tables of quotes to a database that was created by docs/store.postgresql.sql before they existed. The other tables do not change, so
-- servers of the version before can run meanwhile. The script is one transaction.

BEGIN;

-- dodo_plan_quotes
CREATE TABLE dodo_plan_quotes (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    quote_id character varying(128) NOT NULL,
    subject_id character varying(210) NOT NULL,
    customer_id text NOT NULL,
    quote text NOT NULL,
    made_at timestamp with time zone NOT NULL,
    kept_until timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    CONSTRAINT pk_dodo_plan_quotes PRIMARY KEY (account, environment, quote_id)
);

CREATE INDEX ix_dodo_plan_quotes_kept_until ON dodo_plan_quotes (account, environment, kept_until);
CREATE INDEX ix_dodo_plan_quotes_subject ON dodo_plan_quotes (account, environment, subject_id, made_at);

COMMIT;
