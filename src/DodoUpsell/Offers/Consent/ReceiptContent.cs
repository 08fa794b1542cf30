using System.Text.Json;

namespace DodoUpsell.Offers;

/// <summary>
/// The content of a consent receipt: what was shown, who pressed the button when, and what was charged. It is hashed as
/// text, so a stored receipt is never written again.
/// </summary>
internal sealed record ReceiptContent
{
    public const int CurrentSchema = 1;

    public int SchemaVersion { get; init; } = CurrentSchema;

    public required DodoEnvironment Environment { get; init; }

    public required string OfferId { get; init; }

    public required string RuleId { get; init; }

    public string? Variant { get; init; }

    public required string SubjectId { get; init; }

    public required string CustomerId { get; init; }

    public string? PurchaseId { get; init; }

    /// <summary>Gets everything that was shown: texts, amounts, the words on the buttons, the URL of the terms.</summary>
    public required OfferDisclosure Disclosure { get; init; }

    public required DateTimeOffset DisclosedAt { get; init; }

    public string? PressedDisclosureId { get; init; }

    public DateTimeOffset? PressedAt { get; init; }

    public OfferActor? PressedBy { get; init; }

    public string? Culture { get; init; }

    public IReadOnlyList<CheckoutItem>? Items { get; init; }

    public IReadOnlyList<string> DiscountCodes { get; init; } = [];

    /// <summary>Gets the line items of a plan change's quote, as the API sent them.</summary>
    public IReadOnlyList<PlanChangeLineItem>? QuoteLines { get; init; }

    public string? CardLastFour { get; init; }

    /// <summary>Gets whether the customer paid on a page, where another payment method can be used.</summary>
    public bool PaidOnPage { get; init; }

    public string? PaymentId { get; init; }

    public string? SubscriptionId { get; init; }

    public required Money Charged { get; init; }

    /// <summary>Gets whether the payment was refunded in full before it was seen.</summary>
    public bool Refunded { get; init; }

    public required DateTimeOffset SettledAt { get; init; }

    /// <summary>Returns the content of the receipt of a charge, or null if the change of the offer needs none.</summary>
    public static ConsentReceiptContent? Of(OfferRecord before, OfferRecord after, ChargeRecord? charge)
    {
        if (charge?.State is not (ChargeState.Succeeded or ChargeState.Refunded))
            return null;
        var terms = OfferTerms.Parse(before.Terms);
        var consent = OfferConsent.Parse(before.Consent);
        var content = new ReceiptContent
        {
            Environment = after.Environment,
            OfferId = after.Id,
            RuleId = after.RuleId,
            Variant = after.Variant,
            SubjectId = after.SubjectId,
            CustomerId = after.CustomerId,
            PurchaseId = after.PurchaseId,
            Disclosure = terms.Disclosure,
            DisclosedAt = terms.DisclosedAt,
            PressedDisclosureId = consent?.DisclosureId,
            PressedAt = consent?.PressedAt,
            PressedBy = consent?.PressedBy,
            Culture = consent?.Culture,
            Items = terms.Items,
            DiscountCodes = terms.DiscountCodes,
            QuoteLines = terms.Quote is { } quote ? PlanChangeQuote.Parse(quote).Lines : null,
            CardLastFour = terms.CardLastFour,
            PaidOnPage = IsPaidOnPage(charge),
            PaymentId = charge.PaymentId,
            SubscriptionId = charge.SubscriptionId,
            Charged = after.Charged ?? Money.Zero(after.Shown.Currency),
            Refunded = charge.State == ChargeState.Refunded,
            SettledAt = charge.SettledAt ?? after.EndedAt ?? default,
        };
        return new ConsentReceiptContent
        {
            OfferId = after.Id,
            Json = JsonSerializer.Serialize(content, OfferJsonContext.Default.ReceiptContent),
        };
    }

    /// <summary>Reads the content of a stored receipt, or returns null if it cannot be read.</summary>
    public static ReceiptContent? Parse(string? json)
    {
        try
        {
            return json is null ? null : JsonSerializer.Deserialize(json, OfferJsonContext.Default.ReceiptContent);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(ReceiptContent);

    private static bool IsPaidOnPage(ChargeRecord charge) =>
        charge.Attempts.Any(attempt =>
            attempt.IsCheckout
            && attempt.PaymentId is not null
            && string.Equals(attempt.PaymentId, charge.PaymentId, StringComparison.Ordinal)
        );
}
