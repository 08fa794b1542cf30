-- Adds the tables of offers to a database that was created by docs/store.postgresql.sql before offers existed. The other tables do not change,
-- so servers of the version before can run meanwhile. The script is one transaction.

BEGIN;

CREATE TABLE dodo_consent_receipts (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    number bigint NOT NULL,
    offer_id character varying(200) NOT NULL,
    subject_id character varying(210),
    json text,
    content_hash text NOT NULL,
    previous_hash text NOT NULL,
    hash text NOT NULL,
    erased_at timestamp with time zone,
    CONSTRAINT pk_dodo_consent_receipts PRIMARY KEY (account, environment, number)
);

CREATE TABLE dodo_offer_assignments (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    experiment_key character varying(100) NOT NULL,
    subject_id character varying(210) NOT NULL,
    variant text NOT NULL,
    assigned_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_dodo_offer_assignments PRIMARY KEY (account, environment, experiment_key, subject_id)
);

CREATE TABLE dodo_offer_customers (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    customer_id character varying(200) NOT NULL,
    user_id character varying(200) NOT NULL,
    linked_at timestamp with time zone NOT NULL,
    CONSTRAINT pk_dodo_offer_customers PRIMARY KEY (account, environment, customer_id)
);

CREATE TABLE dodo_offer_money (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    source_id character varying(256) NOT NULL,
    kind integer NOT NULL,
    payment_id text NOT NULL,
    subject_id character varying(210) NOT NULL,
    amount bigint NOT NULL,
    currency text NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    offer_id character varying(200),
    is_renewal boolean NOT NULL,
    product_ids text NOT NULL,
    CONSTRAINT pk_dodo_offer_money PRIMARY KEY (account, environment, source_id)
);

CREATE TABLE dodo_offer_pauses (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    rule_id character varying(64) NOT NULL,
    reason integer NOT NULL,
    offers_over_limit integer NOT NULL,
    offers_compared integer NOT NULL,
    paused_at timestamp with time zone NOT NULL,
    resumes_at timestamp with time zone,
    CONSTRAINT pk_dodo_offer_pauses PRIMARY KEY (account, environment, rule_id)
);

CREATE TABLE dodo_offers (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    offer_id character varying(200) NOT NULL,
    write_id uuid NOT NULL,
    slot character varying(500),
    subject_id character varying(210) NOT NULL,
    customer_id text NOT NULL,
    rule_id character varying(64) NOT NULL,
    experiment_key text,
    variant text,
    placement text NOT NULL,
    purchase_id text,
    parent_id text,
    depth integer NOT NULL,
    state integer NOT NULL,
    version integer NOT NULL,
    made_at timestamp with time zone NOT NULL,
    expires_at timestamp with time zone NOT NULL,
    accepted_at timestamp with time zone,
    ended_at timestamp with time zone,
    shown_amount bigint NOT NULL,
    shown_currency text NOT NULL,
    terms text NOT NULL,
    consent text,
    payment_id text,
    subscription_id text,
    charged_amount bigint,
    charged_currency text,
    failure integer,
    CONSTRAINT pk_dodo_offers PRIMARY KEY (account, environment, offer_id)
);

CREATE INDEX ix_dodo_consent_receipts_subject ON dodo_consent_receipts (account, environment, subject_id) WHERE subject_id IS NOT NULL;
CREATE UNIQUE INDEX ux_dodo_consent_receipts_offer ON dodo_consent_receipts (account, environment, offer_id);
CREATE INDEX ix_dodo_offer_assignments_assigned_at ON dodo_offer_assignments (account, environment, assigned_at, experiment_key, subject_id);
CREATE INDEX ix_dodo_offer_assignments_subject ON dodo_offer_assignments (account, environment, subject_id);
CREATE INDEX ix_dodo_offer_customers_user ON dodo_offer_customers (account, environment, user_id);
CREATE INDEX ix_dodo_offer_money_occurred_at ON dodo_offer_money (account, environment, occurred_at, source_id);
CREATE INDEX ix_dodo_offer_money_offer ON dodo_offer_money (account, environment, offer_id) WHERE offer_id IS NOT NULL;
CREATE INDEX ix_dodo_offer_money_subject ON dodo_offer_money (account, environment, subject_id);
CREATE INDEX ix_dodo_offers_accepting ON dodo_offers (account, environment, accepted_at, offer_id) WHERE state = 1;
CREATE INDEX ix_dodo_offers_ended_at ON dodo_offers (account, environment, ended_at) WHERE ended_at IS NOT NULL;
CREATE INDEX ix_dodo_offers_made_at ON dodo_offers (account, environment, made_at, offer_id);
CREATE INDEX ix_dodo_offers_open ON dodo_offers (account, environment, expires_at, offer_id) WHERE state = 0;
CREATE INDEX ix_dodo_offers_rule ON dodo_offers (account, environment, rule_id, accepted_at) WHERE accepted_at IS NOT NULL;
CREATE INDEX ix_dodo_offers_subject ON dodo_offers (account, environment, subject_id, made_at);
CREATE INDEX ix_dodo_offers_subscription ON dodo_offers (account, environment, subscription_id) WHERE subscription_id IS NOT NULL;
CREATE UNIQUE INDEX ux_dodo_offers_slot ON dodo_offers (account, environment, slot) WHERE slot IS NOT NULL;

COMMIT;
