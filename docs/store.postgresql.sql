CREATE TABLE dodo_charges (
    account character varying(100) NOT NULL,
    environment integer NOT NULL,
    charge_key character varying(200) NOT NULL,
    write_id uuid NOT NULL,
    fingerprint text NOT NULL,
    flow text NOT NULL,
    customer_id text NOT NULL,
    state integer NOT NULL,
    version integer NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    settled_at timestamp with time zone,
    next_check_at timestamp with time zone,
    checks integer NOT NULL,
    payment_id text,
    subscription_id text,
    subscription_ids text NOT NULL,
    charged_amount bigint,
    charged_currency text,
    price_shown_amount bigint,
    price_shown_currency text,
    decline_code text,
    refusal_reason integer,
    refusal_code text,
    refusal_explanation text,
    action_url text,
    checkout_url text,
    checkout_session_id text,
    checkout_expires_at timestamp with time zone,
    checkout_reason integer,
    details text,
    attempts text NOT NULL,
    attempt_id character varying(200),
    CONSTRAINT pk_dodo_charges PRIMARY KEY (account, environment, charge_key),
    CONSTRAINT ck_dodo_charges_environment CHECK (environment IN (1, 2))
);


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


CREATE TABLE dodo_settlements (
    account character varying(100) NOT NULL,
    settlement_id character varying(256) NOT NULL,
    environment integer NOT NULL,
    kind integer NOT NULL,
    payment_id text,
    amount bigint,
    currency text,
    source_id text,
    charge text NOT NULL,
    charge_key character varying(200) NOT NULL,
    leased_charge_key character varying(200),
    occurred_at timestamp with time zone NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    lease_token uuid,
    waits_behind integer NOT NULL,
    leased_until timestamp with time zone,
    finished_at timestamp with time zone,
    last_error text,
    traceparent text,
    CONSTRAINT pk_dodo_settlements PRIMARY KEY (account, environment, settlement_id)
);


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


CREATE TABLE dodo_webhook_deliveries (
    account character varying(100) NOT NULL,
    webhook_id character varying(256) NOT NULL,
    event_type text NOT NULL,
    body bytea NOT NULL,
    sent_at timestamp with time zone NOT NULL,
    occurred_at timestamp with time zone NOT NULL,
    state_at timestamp with time zone,
    fresh_at timestamp with time zone NOT NULL,
    subject character varying(400) NOT NULL,
    leased_subject character varying(400),
    received_at timestamp with time zone NOT NULL,
    state integer NOT NULL,
    attempts integer NOT NULL,
    due_at timestamp with time zone NOT NULL,
    lease_token uuid,
    waits_behind integer NOT NULL,
    leased_until timestamp with time zone,
    finished_at timestamp with time zone,
    last_error text,
    traceparent text,
    CONSTRAINT pk_dodo_webhook_deliveries PRIMARY KEY (account, webhook_id)
);


CREATE INDEX ix_dodo_charges_attempt_id ON dodo_charges (account, environment, attempt_id);


CREATE INDEX ix_dodo_charges_next_check_at ON dodo_charges (account, environment, next_check_at, charge_key) WHERE next_check_at IS NOT NULL;


CREATE INDEX ix_dodo_charges_settled_at ON dodo_charges (account, environment, settled_at) WHERE state >= 4;


CREATE INDEX ix_dodo_charges_state ON dodo_charges (account, environment, state, claimed_at, charge_key);


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


CREATE INDEX ix_dodo_operator_actions_started_at ON dodo_operator_actions (account, environment, started_at, action_id);


CREATE INDEX ix_dodo_plan_quotes_kept_until ON dodo_plan_quotes (account, environment, kept_until);


CREATE INDEX ix_dodo_plan_quotes_subject ON dodo_plan_quotes (account, environment, subject_id, made_at);


CREATE INDEX ix_dodo_settlements_behind ON dodo_settlements (account, environment, charge_key, due_at, occurred_at, settlement_id) WHERE waits_behind = 1;


CREATE INDEX ix_dodo_settlements_charge_key ON dodo_settlements (account, environment, charge_key);


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
