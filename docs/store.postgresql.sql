CREATE TABLE dodo_charges (
    account character varying(100) NOT NULL,
    charge_key character varying(200) NOT NULL,
    write_id uuid NOT NULL,
    fingerprint text NOT NULL,
    flow text NOT NULL,
    customer_id text NOT NULL,
    state integer NOT NULL,
    version integer NOT NULL,
    attempt_count integer NOT NULL,
    claimed_at timestamp with time zone NOT NULL,
    sent_at timestamp with time zone,
    settled_at timestamp with time zone,
    next_check_at timestamp with time zone,
    checks integer NOT NULL,
    payment_id text,
    subscription_id text,
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
    CONSTRAINT pk_dodo_charges PRIMARY KEY (account, charge_key)
);


CREATE TABLE dodo_charge_attempts (
    attempt_id character varying(100) NOT NULL,
    account character varying(100) NOT NULL,
    charge_key character varying(200) NOT NULL,
    ordinal integer NOT NULL,
    is_checkout boolean NOT NULL,
    started_at timestamp with time zone NOT NULL,
    payment_id text,
    payment_method_id text,
    status text,
    error_code text,
    CONSTRAINT pk_dodo_charge_attempts PRIMARY KEY (attempt_id),
    CONSTRAINT fk_dodo_charge_attempts_charge FOREIGN KEY (account, charge_key) REFERENCES dodo_charges (account, charge_key) ON DELETE CASCADE
);


CREATE UNIQUE INDEX ux_dodo_charge_attempts_ordinal ON dodo_charge_attempts (account, charge_key, ordinal);


CREATE INDEX ix_dodo_charges_next_check_at ON dodo_charges (account, next_check_at);


CREATE INDEX ix_dodo_charges_state ON dodo_charges (account, state, claimed_at);
