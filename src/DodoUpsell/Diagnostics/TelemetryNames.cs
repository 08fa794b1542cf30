namespace DodoUpsell.Diagnostics;

/// <summary>
/// The names in traces and metrics. <c>docs/telemetry.md</c> lists them, and a test compares the list with what is
/// emitted.
/// </summary>
internal static class TelemetryNames
{
    /// <summary>The name of the activity source and of the meter.</summary>
    public const string Source = "DodoUpsell";

    public const string CallSpan = "dodoupsell.call";
    public const string ChargeSpan = "dodoupsell.charge";
    public const string PlanChangeSpan = "dodoupsell.plan_change";
    public const string WebhookSpan = "dodoupsell.webhook";
    public const string SettlementSpan = "dodoupsell.settlement";
    public const string OfferSpan = "dodoupsell.offer_decision";

    public const string Operation = "dodoupsell.operation";
    public const string Method = "dodoupsell.method";
    public const string Route = "dodoupsell.route";
    public const string Safety = "dodoupsell.safety";
    public const string StatusCode = "dodoupsell.status_code";
    public const string Attempts = "dodoupsell.attempts";
    public const string Error = "dodoupsell.error";
    public const string Flow = "dodoupsell.flow";
    public const string ChargeKey = "dodoupsell.charge_key";
    public const string PaymentId = "dodoupsell.payment_id";
    public const string Outcome = "dodoupsell.outcome";
    public const string Currency = "dodoupsell.currency";
    public const string WebhookId = "dodoupsell.webhook_id";
    public const string EventType = "dodoupsell.event_type";
    public const string SettlementId = "dodoupsell.settlement_id";
    public const string SettlementKind = "dodoupsell.settlement_kind";
    public const string Result = "dodoupsell.result";
    public const string OfferId = "dodoupsell.offer_id";
    public const string OfferRule = "dodoupsell.offer_rule";
    public const string OfferState = "dodoupsell.offer_state";
    public const string OfferPlacement = "dodoupsell.offer_placement";
    public const string WithdrawalState = "dodoupsell.withdrawal_state";
    public const string RefundStatus = "dodoupsell.refund_status";

    public const string Charges = "dodoupsell.charges";
    public const string ChargedAmount = "dodoupsell.charged_amount";
    public const string Reconciliations = "dodoupsell.reconciliations";
    public const string WebhooksReceived = "dodoupsell.webhooks.received";
    public const string WebhooksHandled = "dodoupsell.webhooks.handled";
    public const string WebhookLag = "dodoupsell.webhooks.lag";
    public const string SettlementsHandled = "dodoupsell.settlements.handled";
    public const string SettlementLag = "dodoupsell.settlements.lag";
    public const string Offers = "dodoupsell.offers";
    public const string OfferDecisions = "dodoupsell.offer_decisions";
    public const string OfferDecisionDuration = "dodoupsell.offer_decisions.duration";
    public const string Withdrawals = "dodoupsell.withdrawals";
    public const string WithdrawalRefunds = "dodoupsell.withdrawals.refunds";
}
