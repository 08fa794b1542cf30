-- Adds the tables of quotes, withdrawals and operators' actions to a database that was created by docs/store.postgresql.sql before they
-- existed. The other tables do not change, so servers of the version before can run meanwhile. The script is one transaction.

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

-- dodo_withdrawals
CREATE TABLE dodo_withdrawals (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    withdrawal_id character varying(200) NOT NULL,
    write_id uuid NOT NULL,
    contract_id character varying(200) NOT NULL,
    slot character varying(200),
    customer_id character varying(200) NOT NULL,
    state integer NOT NULL,
    version integer NOT NULL,
    stated_at timestamp with time zone NOT NULL,
    confirmed_at timestamp with time zone,
    ended_at timestamp with time zone,
    due_at timestamp with time zone,
    attempts integer NOT NULL,
    statement text,
    acknowledgement text,
    work text NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT pk_dodo_withdrawals PRIMARY KEY (account, environment, withdrawal_id)
);

CREATE INDEX ix_dodo_withdrawals_customer ON dodo_withdrawals (account, environment, customer_id, stated_at);

CREATE INDEX ix_dodo_withdrawals_due ON dodo_withdrawals (account, environment, due_at, withdrawal_id) WHERE due_at IS NOT NULL;

CREATE INDEX ix_dodo_withdrawals_state ON dodo_withdrawals (account, environment, state, stated_at);

CREATE UNIQUE INDEX ux_dodo_withdrawals_slot ON dodo_withdrawals (account, environment, slot) WHERE slot IS NOT NULL;

-- dodo_operator_actions
CREATE TABLE dodo_operator_actions (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    action_id character varying(64) NOT NULL,
    started_at timestamp with time zone NOT NULL,
    operator text NOT NULL,
    action text NOT NULL,
    subject text,
    result integer NOT NULL,
    ended_at timestamp with time zone,
    CONSTRAINT pk_dodo_operator_actions PRIMARY KEY (account, environment, action_id)
);
CREATE INDEX ix_dodo_operator_actions_started_at ON dodo_operator_actions (account, environment, started_at, action_id);

COMMIT;
