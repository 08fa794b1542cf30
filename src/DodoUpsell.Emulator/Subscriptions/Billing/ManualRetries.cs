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
        (var subscription, var dues) = Find(payment);
        var refusal = Refusal(payment, subscription, dues);
        var isLimited = refusal?.Code is ErrorCodes.ManualRetryLimitReached;
        return new JsonObject
        {
            ["can_retry"] = refusal is null,
            ["reason"] = refusal?.Code,
            ["sends_allowed"] = Allowed,
            ["sends_used"] = dues?.ManualRetries ?? 0,
            ["retry_available_at"] = isLimited ? WireTime.Write(NextAt(dues!)) : null,
        };
    }

    public JsonObject Send(Payment payment)
    {
        (var subscription, var dues) = Find(payment);
        if (Refusal(payment, subscription, dues) is { } refusal)
            throw refusal;

        dues!.InvoiceId ??= state.Ids.Next("inv");
        dues.ManualRetries++;
        dues.LastManualRetryAt = state.Now;
        var sent = _recovery.RetryNow(subscription!, dues);
        return new JsonObject
        {
            ["payment_id"] = sent.Id,
            ["invoice_id"] = dues.InvoiceId,
            ["status"] = sent.Status,
            ["is_manual_retry"] = true,
            ["retry_attempt"] = sent.RetryAttempt,
            ["sends_allowed"] = Allowed,
            ["sends_used"] = dues.ManualRetries,
            ["retry_available_at"] = WireTime.Write(NextAt(dues)),
        };
    }

    private (Subscription? Subscription, Dues? Dues) Find(Payment payment) =>
        payment.SubscriptionId is { } id
        && state.Subscriptions.TryGet(id, out var subscription)
        && subscription.Dues is { } dues
        && dues.Payments.Contains(payment)
            ? (subscription, dues)
            : (null, null);

    // The documentation names two of the codes, the hard decline and the limit. The others are the general codes for
    // such cases.
    private ApiException? Refusal(Payment payment, Subscription? subscription, Dues? dues)
    {
        if (subscription is null || dues is not { IsRenewal: true })
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
        if (LastDecline(subscription, dues) is { } code && DeclineCodes.IsHard(code))
            return ApiException.Unprocessable(
                ErrorCodes.ManualRetryHardDecline,
                $"the saved method was declined with {code}; ask the customer for another one"
            );

        return dues.ManualRetries >= Allowed || NextAt(dues) > state.Now
            ? new ApiException(
                429,
                ErrorCodes.ManualRetryLimitReached,
                $"{dues.ManualRetries} of {Allowed} manual retries of the invoice are used"
            )
            : null;
    }

    private static string? LastDecline(Subscription subscription, Dues dues) =>
        dues.Payments.LastOrDefault(payment => payment.Method == subscription.Method)?.ErrorCode;

    /// <summary>Returns the time of the next allowed retry, or null if none is left.</summary>
    private DateTimeOffset? NextAt(Dues dues) =>
        dues.ManualRetries >= Allowed
            ? null
            : dues.LastManualRetryAt?.Later(state.Options.Subscriptions.ManualRetryCooldown) ?? state.Now;
}
