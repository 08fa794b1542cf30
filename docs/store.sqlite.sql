CREATE TABLE "dodo_charges" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "charge_key" TEXT NOT NULL,
    "write_id" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "flow" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "claimed_at" TEXT NOT NULL,
    "sent_at" TEXT NULL,
    "settled_at" TEXT NULL,
    "next_check_at" TEXT NULL,
    "checks" INTEGER NOT NULL,
    "payment_id" TEXT NULL,
    "subscription_id" TEXT NULL,
    "subscription_ids" TEXT NOT NULL,
    "charged_amount" INTEGER NULL,
    "charged_currency" TEXT NULL,
    "price_shown_amount" INTEGER NULL,
    "price_shown_currency" TEXT NULL,
    "decline_code" TEXT NULL,
    "refusal_reason" INTEGER NULL,
    "refusal_code" TEXT NULL,
    "refusal_explanation" TEXT NULL,
    "action_url" TEXT NULL,
    "checkout_url" TEXT NULL,
    "checkout_session_id" TEXT NULL,
    "checkout_expires_at" TEXT NULL,
    "checkout_reason" INTEGER NULL,
    "details" TEXT NULL,
    "attempts" TEXT NOT NULL,
    "attempt_id" TEXT NULL,
    CONSTRAINT "pk_dodo_charges" PRIMARY KEY ("account", "environment", "charge_key"),
    CONSTRAINT "ck_dodo_charges_environment" CHECK (environment IN (1, 2))
);


CREATE TABLE "dodo_consent_receipts" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "number" INTEGER NOT NULL,
    "offer_id" TEXT NOT NULL,
    "subject_id" TEXT NULL,
    "json" TEXT NULL,
    "content_hash" TEXT NOT NULL,
    "previous_hash" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "erased_at" TEXT NULL,
    CONSTRAINT "pk_dodo_consent_receipts" PRIMARY KEY ("account", "environment", "number")
);


CREATE TABLE "dodo_offer_assignments" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "experiment_key" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "variant" TEXT NOT NULL,
    "assigned_at" TEXT NOT NULL,
    CONSTRAINT "pk_dodo_offer_assignments" PRIMARY KEY ("account", "environment", "experiment_key", "subject_id")
);


CREATE TABLE "dodo_offer_customers" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "customer_id" TEXT NOT NULL,
    "user_id" TEXT NOT NULL,
    "linked_at" TEXT NOT NULL,
    CONSTRAINT "pk_dodo_offer_customers" PRIMARY KEY ("account", "environment", "customer_id")
);


CREATE TABLE "dodo_offer_money" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "source_id" TEXT NOT NULL,
    "kind" INTEGER NOT NULL,
    "payment_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "occurred_at" TEXT NOT NULL,
    "offer_id" TEXT NULL,
    "is_renewal" INTEGER NOT NULL,
    "product_ids" TEXT NOT NULL,
    CONSTRAINT "pk_dodo_offer_money" PRIMARY KEY ("account", "environment", "source_id")
);


CREATE TABLE "dodo_offer_pauses" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "rule_id" TEXT NOT NULL,
    "reason" INTEGER NOT NULL,
    "offers_over_limit" INTEGER NOT NULL,
    "offers_compared" INTEGER NOT NULL,
    "paused_at" TEXT NOT NULL,
    "resumes_at" TEXT NULL,
    CONSTRAINT "pk_dodo_offer_pauses" PRIMARY KEY ("account", "environment", "rule_id")
);


CREATE TABLE "dodo_offers" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "offer_id" TEXT NOT NULL,
    "write_id" TEXT NOT NULL,
    "slot" TEXT NULL,
    "subject_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "rule_id" TEXT NOT NULL,
    "experiment_key" TEXT NULL,
    "variant" TEXT NULL,
    "placement" TEXT NOT NULL,
    "purchase_id" TEXT NULL,
    "parent_id" TEXT NULL,
    "depth" INTEGER NOT NULL,
    "state" INTEGER NOT NULL,
    "version" INTEGER NOT NULL,
    "made_at" TEXT NOT NULL,
    "expires_at" TEXT NOT NULL,
    "accepted_at" TEXT NULL,
    "ended_at" TEXT NULL,
    "shown_amount" INTEGER NOT NULL,
    "shown_currency" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "consent" TEXT NULL,
    "payment_id" TEXT NULL,
    "subscription_id" TEXT NULL,
    "charged_amount" INTEGER NULL,
    "charged_currency" TEXT NULL,
    "failure" INTEGER NULL,
    CONSTRAINT "pk_dodo_offers" PRIMARY KEY ("account", "environment", "offer_id")
);


CREATE TABLE "dodo_operator_actions" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "action_id" TEXT NOT NULL,
    "started_at" TEXT NOT NULL,
    "operator" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "subject" TEXT NULL,
    "result" INTEGER NOT NULL,
    "ended_at" TEXT NULL,
    CONSTRAINT "pk_dodo_operator_actions" PRIMARY KEY ("account", "environment", "action_id")
);


CREATE TABLE "dodo_plan_quotes" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "quote_id" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "customer_id" TEXT NOT NULL,
    "quote" TEXT NOT NULL,
    "made_at" TEXT NOT NULL,
    "kept_until" TEXT NOT NULL,
    "confirmed_at" TEXT NULL,
    CONSTRAINT "pk_dodo_plan_quotes" PRIMARY KEY ("account", "environment", "quote_id")
);


CREATE TABLE "dodo_settlements" (
    "account" TEXT NOT NULL,
    "settlement_id" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "kind" INTEGER NOT NULL,
    "payment_id" TEXT NULL,
    "amount" INTEGER NULL,
    "currency" TEXT NULL,
    "source_id" TEXT NULL,
    "charge" TEXT NOT NULL,
    "charge_key" TEXT NOT NULL,
    "leased_charge_key" TEXT NULL,
    "occurred_at" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TEXT NOT NULL,
    "lease_token" TEXT NULL,
    "waits_behind" INTEGER NOT NULL,
    "leased_until" TEXT NULL,
    "finished_at" TEXT NULL,
    "last_error" TEXT NULL,
    "traceparent" TEXT NULL,
    CONSTRAINT "pk_dodo_settlements" PRIMARY KEY ("account", "environment", "settlement_id")
);


CREATE TABLE "dodo_subscription_locks" (
    "account" TEXT NOT NULL,
    "environment" INTEGER NOT NULL,
    "subscription_id" TEXT NOT NULL,
    "write_id" TEXT NOT NULL,
    "holder" TEXT NOT NULL,
    "partly_paid_until" TEXT NULL,
    "locked_at" TEXT NOT NULL,
    "version" INTEGER NOT NULL,
    CONSTRAINT "pk_dodo_subscription_locks" PRIMARY KEY ("account", "environment", "subscription_id")
);


CREATE TABLE "dodo_webhook_deliveries" (
    "account" TEXT NOT NULL,
    "webhook_id" TEXT NOT NULL,
    "event_type" TEXT NOT NULL,
    "body" BLOB NOT NULL,
    "sent_at" TEXT NOT NULL,
    "occurred_at" TEXT NOT NULL,
    "state_at" TEXT NULL,
    "fresh_at" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "leased_subject" TEXT NULL,
    "received_at" TEXT NOT NULL,
    "state" INTEGER NOT NULL,
    "attempts" INTEGER NOT NULL,
    "due_at" TEXT NOT NULL,
    "lease_token" TEXT NULL,
    "waits_behind" INTEGER NOT NULL,
    "leased_until" TEXT NULL,
    "finished_at" TEXT NULL,
    "last_error" TEXT NULL,
    "traceparent" TEXT NULL,
    CONSTRAINT "pk_dodo_webhook_deliveries" PRIMARY KEY ("account", "webhook_id")
);


CREATE INDEX "ix_dodo_charges_attempt_id" ON "dodo_charges" ("account", "environment", "attempt_id");


CREATE INDEX "ix_dodo_charges_next_check_at" ON "dodo_charges" ("account", "environment", "next_check_at", "charge_key") WHERE next_check_at IS NOT NULL;


CREATE INDEX "ix_dodo_charges_settled_at" ON "dodo_charges" ("account", "environment", "settled_at") WHERE state >= 4;


CREATE INDEX "ix_dodo_charges_state" ON "dodo_charges" ("account", "environment", "state", "claimed_at", "charge_key");


CREATE INDEX "ix_dodo_consent_receipts_subject" ON "dodo_consent_receipts" ("account", "environment", "subject_id") WHERE subject_id IS NOT NULL;


CREATE UNIQUE INDEX "ux_dodo_consent_receipts_offer" ON "dodo_consent_receipts" ("account", "environment", "offer_id");


CREATE INDEX "ix_dodo_offer_assignments_assigned_at" ON "dodo_offer_assignments" ("account", "environment", "assigned_at", "experiment_key", "subject_id");


CREATE INDEX "ix_dodo_offer_assignments_subject" ON "dodo_offer_assignments" ("account", "environment", "subject_id");


CREATE INDEX "ix_dodo_offer_customers_user" ON "dodo_offer_customers" ("account", "environment", "user_id");


CREATE INDEX "ix_dodo_offer_money_occurred_at" ON "dodo_offer_money" ("account", "environment", "occurred_at", "source_id");


CREATE INDEX "ix_dodo_offer_money_offer" ON "dodo_offer_money" ("account", "environment", "offer_id") WHERE offer_id IS NOT NULL;


CREATE INDEX "ix_dodo_offer_money_subject" ON "dodo_offer_money" ("account", "environment", "subject_id");


CREATE INDEX "ix_dodo_offers_accepting" ON "dodo_offers" ("account", "environment", "accepted_at", "offer_id") WHERE state = 1;


CREATE INDEX "ix_dodo_offers_ended_at" ON "dodo_offers" ("account", "environment", "ended_at") WHERE ended_at IS NOT NULL;


CREATE INDEX "ix_dodo_offers_made_at" ON "dodo_offers" ("account", "environment", "made_at", "offer_id");


CREATE INDEX "ix_dodo_offers_open" ON "dodo_offers" ("account", "environment", "expires_at", "offer_id") WHERE state = 0;


CREATE INDEX "ix_dodo_offers_rule" ON "dodo_offers" ("account", "environment", "rule_id", "accepted_at") WHERE accepted_at IS NOT NULL;


CREATE INDEX "ix_dodo_offers_subject" ON "dodo_offers" ("account", "environment", "subject_id", "made_at");


CREATE INDEX "ix_dodo_offers_subscription" ON "dodo_offers" ("account", "environment", "subscription_id") WHERE subscription_id IS NOT NULL;


CREATE UNIQUE INDEX "ux_dodo_offers_slot" ON "dodo_offers" ("account", "environment", "slot") WHERE slot IS NOT NULL;


CREATE INDEX "ix_dodo_operator_actions_started_at" ON "dodo_operator_actions" ("account", "environment", "started_at", "action_id");


CREATE INDEX "ix_dodo_plan_quotes_kept_until" ON "dodo_plan_quotes" ("account", "environment", "kept_until");


CREATE INDEX "ix_dodo_plan_quotes_subject" ON "dodo_plan_quotes" ("account", "environment", "subject_id", "made_at");


CREATE INDEX "ix_dodo_settlements_behind" ON "dodo_settlements" ("account", "environment", "charge_key", "due_at", "occurred_at", "settlement_id") WHERE waits_behind = 1;


CREATE INDEX "ix_dodo_settlements_charge_key" ON "dodo_settlements" ("account", "environment", "charge_key");


CREATE INDEX "ix_dodo_settlements_finished" ON "dodo_settlements" ("account", "environment", "state", "finished_at", "settlement_id") WHERE finished_at IS NOT NULL;


CREATE INDEX "ix_dodo_settlements_leased_until" ON "dodo_settlements" ("account", "environment", "leased_until") WHERE state = 1;


CREATE INDEX "ix_dodo_settlements_queue" ON "dodo_settlements" ("account", "environment", "due_at", "occurred_at", "settlement_id") WHERE state = 0 AND waits_behind = 0;


CREATE INDEX "ix_dodo_settlements_state" ON "dodo_settlements" ("account", "environment", "state", "occurred_at", "settlement_id");


CREATE UNIQUE INDEX "ux_dodo_settlements_leased" ON "dodo_settlements" ("account", "environment", "leased_charge_key") WHERE leased_charge_key IS NOT NULL;


CREATE INDEX "ix_dodo_webhook_deliveries_behind" ON "dodo_webhook_deliveries" ("account", "subject", "due_at", "received_at", "webhook_id") WHERE waits_behind = 1;


CREATE INDEX "ix_dodo_webhook_deliveries_finished" ON "dodo_webhook_deliveries" ("account", "state", "finished_at", "webhook_id") WHERE finished_at IS NOT NULL;


CREATE INDEX "ix_dodo_webhook_deliveries_leased_until" ON "dodo_webhook_deliveries" ("account", "leased_until") WHERE state = 1;


CREATE INDEX "ix_dodo_webhook_deliveries_queue" ON "dodo_webhook_deliveries" ("account", "due_at", "received_at", "webhook_id") WHERE state = 0 AND waits_behind = 0;


CREATE INDEX "ix_dodo_webhook_deliveries_state" ON "dodo_webhook_deliveries" ("account", "state", "received_at", "webhook_id");


CREATE INDEX "ix_dodo_webhook_deliveries_subject" ON "dodo_webhook_deliveries" ("account", "subject", "fresh_at", "occurred_at");


CREATE UNIQUE INDEX "ux_dodo_webhook_deliveries_leased" ON "dodo_webhook_deliveries" ("account", "leased_subject") WHERE leased_subject IS NOT NULL;
