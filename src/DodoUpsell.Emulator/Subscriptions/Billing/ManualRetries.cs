using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Subscriptions.Billing;

/// <summary>
/// Retries the open invoice of a failed renewal at the merchant's request, apart from the scheduled retries.
/// </summary>
internal sealed class ManualRetries(EmulatorState state, PaymentProcessor payments)
{
    private const int Allowed = 3;

    private readonly Recovery _recovery = new(state, payments);

    /// <summary>Returns whether a retry would be sent, and if not, the code of the error.</summary>
    public JsonObject State(Payment payment)
    {
        (var subscription, var outstanding) = Find(payment);
        var refusal = Refusal(payment, subscription, outstanding);
        var isLimited = refusal?.Code is ErrorCodes.ManualRetryLimitReached;
        return new JsonObject
        {
            ["can_retry"] = refusal is null,
            ["reason"] = refusal?.Code,
            ["sends_allowed"] = Allowed,
            ["sends_used"] = outstanding?.ManualRetries ?? 0,
            ["retry_available_at"] = isLimited ? WireTime.Write(NextAt(outstanding!)) : null,
        };
    }

    public JsonObject Send(Payment payment)
    {
        (var subscription, var outstanding) = Find(payment);
        if (Refusal(payment, subscription, outstanding) is { } refusal)
            throw refusal;

        outstanding!.InvoiceId ??= state.Ids.Next("inv");
        outstanding.ManualRetries++;
        outstanding.LastManualRetryAt = state.Now;
        var sent = _recovery.RetryNow(subscription!, outstanding);
        return new JsonObject
        {
            ["payment_id"] = sent.Id,
            ["invoice_id"] = outstanding.InvoiceId,
            ["status"] = sent.Status,
            ["is_manual_retry"] = true,
            ["retry_attempt"] = sent.RetryAttempt,
            ["sends_allowed"] = Allowed,
            ["sends_used"] = outstanding.ManualRetries,
            ["retry_available_at"] = WireTime.Write(NextAt(outstanding)),
        };
    }

    private (Subscription? Subscription, OutstandingInvoice? OutstandingInvoice) Find(Payment payment) =>
        payment.SubscriptionId is { } id
        && state.Subscriptions.TryGet(id, out var subscription)
        && subscription.OutstandingInvoice is { } outstanding
        && outstanding.Payments.Contains(payment)
            ? (subscription, outstanding)
            : (null, null);

    // The documentation names two of the codes, the hard decline and the limit. The others are the general codes for
    // such cases.
    private ApiException? Refusal(Payment payment, Subscription? subscription, OutstandingInvoice? outstanding)
    {
        if (subscription is null || outstanding is not { IsRenewal: true })
            return ApiException.Unprocessable(
                ErrorCodes.UnsupportedAction,
                $"payment `{payment.Id}` has no open renewal invoice"
            );
        if (subscription.Status is not SubscriptionStatus.OnHold)
            return ApiException.Unprocessable(
                ErrorCodes.UnsupportedAction,
                $"the subscription is {subscription.Status}, not on_hold"
            );
        if (subscription.HasOpenPayment)
            return new ApiException(409, ErrorCodes.PreviousPaymentPending, "the last payment is not final yet");
        if (LastDecline(subscription, outstanding) is { } code && DeclineCodes.IsHard(code))
            return ApiException.Unprocessable(
                ErrorCodes.ManualRetryHardDecline,
                $"the saved method was declined with {code}; ask the customer for another one"
            );

        return outstanding.ManualRetries >= Allowed || NextAt(outstanding) > state.Now
            ? new ApiException(
                429,
                ErrorCodes.ManualRetryLimitReached,
                $"{outstanding.ManualRetries} of {Allowed} manual retries of the invoice are used"
            )
            : null;
    }

    private static string? LastDecline(Subscription subscription, OutstandingInvoice outstanding) =>
        outstanding.Payments.LastOrDefault(payment => payment.Method == subscription.Method)?.ErrorCode;

    /// <summary>Returns the time of the next allowed retry, or null if none is left.</summary>
    private DateTimeOffset? NextAt(OutstandingInvoice outstanding) =>
        outstanding.ManualRetries >= Allowed
            ? null
            : outstanding.LastManualRetryAt?.Later(state.Options.Subscriptions.ManualRetryCooldown) ?? state.Now;
}
