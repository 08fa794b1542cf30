using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;
using DodoUpsell.PlanChanges;

namespace DodoUpsell;

/// <summary>
/// Represents the price and result of a plan change at the time of the preview. Either the price shown is charged, or
/// nothing is.
/// </summary>
/// <remarks>
/// All amounts come from the API. Keep the quote on the server between two requests (<see cref="ToJson"/>,
/// <see cref="Parse"/>) and send at most its <see cref="Id"/> to the browser: a client that can write a quote can
/// choose its plan and mode. The seal detects accidental changes but not forgery.
/// </remarks>
public sealed record PlanChangeQuote
{
    /// <summary>Gets the globally unique id of the quote.</summary>
    public required string Id { get; init; }

    /// <summary>Gets the request that was quoted.</summary>
    public required PlanChangeRequest Request { get; init; }

    /// <summary>
    /// Gets the reason why the change is not possible, or null if it is possible. A refused quote has no amounts, and
    /// confirming it returns the refusal.
    /// </summary>
    public PlanChangeRefusal? Refusal { get; init; }

    /// <summary>Gets whether the quote can be confirmed.</summary>
    [JsonIgnore]
    public bool IsPossible => Refusal is null;

    /// <summary>Gets the id of the customer who owns the subscription.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Gets the kind of the change.</summary>
    public PlanChangeKind Kind { get; init; }

    /// <summary>Gets the customer's current plan.</summary>
    public QuotedPlan? From { get; init; }

    /// <summary>Gets the plan after the change.</summary>
    public QuotedPlan? To { get; init; }

    /// <summary>Gets the proration mode, which determines the amount charged now.</summary>
    public ProrationMode Mode { get; init; }

    /// <summary>Gets the time at which the change takes effect: now, or at the next renewal.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Gets the line items that make up the amount.</summary>
    public IReadOnlyList<PlanChangeLineItem> Lines { get; init; } = [];

    /// <summary>Gets the amount charged on confirmation, including tax. Zero for a scheduled change.</summary>
    public Money DueNow { get; init; }

    /// <summary>
    /// Gets the amount that a scheduled change charges at the renewal, as currently known. For other changes it equals
    /// <see cref="DueNow"/>.
    /// </summary>
    public Money DueAtEffect { get; init; }

    /// <summary>Gets the tax included in <see cref="DueAtEffect"/>, or null if there is none.</summary>
    public Money? Tax { get; init; }

    /// <summary>
    /// Gets the credit that the change grants for the next renewals of this subscription. Zero if there is none. Credit
    /// is not paid out.
    /// </summary>
    public Money CreditGranted { get; init; }

    /// <summary>Gets the credit that pays for a part of the change. Zero if there is none.</summary>
    public Money CreditUsed { get; init; }

    /// <summary>
    /// Gets the amount by which the charge is raised to reach the minimum charge. It becomes credit. Zero if there is
    /// none.
    /// </summary>
    public Money MinimumTopUp { get; init; }

    /// <summary>Gets the discount codes that are kept.</summary>
    public IReadOnlyList<string> DiscountsKept { get; init; } = [];

    /// <summary>Gets the discount codes that end with the change.</summary>
    public IReadOnlyList<string> DiscountsLost { get; init; } = [];

    /// <summary>Gets the discount codes that the change adds.</summary>
    public IReadOnlyList<string> DiscountsAdded { get; init; } = [];

    /// <summary>
    /// Gets the discount codes of the new plan that apply to a limited number of periods. Renewals cost more when they
    /// end.
    /// </summary>
    public IReadOnlyList<string> DiscountsEnding { get; init; } = [];

    /// <summary>
    /// Gets the label of the saved payment method to charge, such as <c>Visa •••• 4242</c>, or null if nothing is due
    /// now, the customer pays on a page, or the method is not known.
    /// </summary>
    public string? PaymentMethodLabel { get; init; }

    /// <summary>Gets the id of the saved payment method that renewals are charged to. Keep it on the server.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets the time at which the quote was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Gets the time until which the quote can be confirmed.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets a hash of the other properties, which detects accidental changes.</summary>
    public string Seal { get; init; } = "";

    /// <summary>
    /// Gets the price of each renewal after the change, before tax unless the plan's prices include it.
    /// </summary>
    [JsonIgnore]
    public Money NewRecurring => To?.Recurring ?? default;

    /// <summary>Gets the date of the next renewal after the change.</summary>
    [JsonIgnore]
    public DateTimeOffset NextBillingDate => To?.NextBillingDate ?? default;

    /// <summary>Gets whether the change moves the renewal date.</summary>
    [JsonIgnore]
    public bool BillingDateMoves =>
        From is not null && To is not null && !Request.IsScheduled && From.NextBillingDate != To.NextBillingDate;

    /// <summary>
    /// Gets the charge key that confirmation uses. Confirming the quote again repeats the same charge key.
    /// </summary>
    [JsonIgnore]
    public ChargeKey Key => new($"planchange-{Id}");

    /// <summary>Gets the discount codes to send, or null to send none and keep those that the API preserves.</summary>
    [JsonInclude]
    internal IReadOnlyList<string>? CodesToSend { get; init; }

    /// <summary>
    /// Returns a short description of the quote in English, with amounts and dates formatted for the culture: <c>You
    /// pay $50.00 now, then $80.00 a month from 16 Feb.</c>
    /// </summary>
    /// <param name="culture">The culture for amounts and dates, or null for
    /// <see cref="CultureInfo.CurrentCulture"/>.</param>
    public string Describe(CultureInfo? culture = null) => QuoteText.Of(this, culture ?? CultureInfo.CurrentCulture);

    /// <summary>Returns the quote as JSON, to store it on the server between two requests.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DodoJsonContext.Default.PlanChangeQuote);

    /// <summary>Reads a quote that was written by <see cref="ToJson"/>.</summary>
    /// <exception cref="FormatException">The text is not a quote.</exception>
    public static PlanChangeQuote Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return
                JsonSerializer.Deserialize(json, DodoJsonContext.Default.PlanChangeQuote) is { Request: not null } quote
                ? quote
                : throw new FormatException("The text is not a plan change quote: it is null, or it has no request.");
        }
        catch (JsonException e)
        {
            throw new FormatException("The text is not a plan change quote: " + e.Message, e);
        }
    }

    /// <summary>Returns the kind only.</summary>
    public override string ToString() => $"{nameof(PlanChangeQuote)} ({Refusal?.Reason.ToString() ?? Kind.ToString()})";

    /// <summary>Returns whether the quote sends what the change now means, because the present plan is the quoted one.</summary>
    internal bool IsFor(ResolvedPlanChange change) =>
        To!.ProductId == change.ProductId
        && From!.ProductId == change.Subscription.ProductId
        && From.Quantity == change.Subscription.Quantity
        && PlanParts.Same(From.Addons, AddonSelection.Keep.From(change.Subscription.Addons))
        && From.DiscountCodes.SequenceEqual(change.PresentCodes, StringComparer.Ordinal);

    /// <summary>Returns the preview of exactly what <see cref="ToRequest"/> sends.</summary>
    internal ChangePlanRequest ToPreview() => ToRequest(metadata: null) with { CollectViaPaymentLink = null };

    internal ChangePlanRequest ToRequest(Metadata? metadata) =>
        new()
        {
            ProductId = To!.ProductId,
            Quantity = To.Quantity,
            Addons = To.Addons,
            DiscountCodes = CodesToSend,
            ProrationBillingMode = Mode,
            EffectiveAt = Request.Timing,
            OnPaymentFailure = Request.OnPaymentFailure,
            AdaptiveCurrencyFeesInclusive = Request.AdaptiveCurrencyFeesInclusive,
            CollectViaPaymentLink = Request.CollectViaPaymentLink && !DueNow.IsZero ? true : null,
            CancelScheduledChangePlan = Request.ReplaceScheduled ? true : null,
            Metadata = metadata,
        };
}
