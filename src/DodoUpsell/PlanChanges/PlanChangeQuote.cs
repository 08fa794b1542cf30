using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;
using DodoUpsell.PlanChanges;

namespace DodoUpsell;

/// <summary>
/// What a plan change costs and brings, frozen: the price that is shown is the price that is charged, or nothing is.
/// </summary>
/// <remarks>
/// Every amount is the API's. Keep the quote on the server between two requests (<see cref="ToJson"/>,
/// <see cref="Parse"/>) and give the browser its <see cref="Id"/> at most: whoever can write a quote can choose its
/// plan and mode. Its seal finds accidents, not forgers.
/// </remarks>
public sealed record PlanChangeQuote
{
    /// <summary>Gets the quote's own id, unique for ever.</summary>
    public required string Id { get; init; }

    /// <summary>Gets what was asked for.</summary>
    public required PlanChangeRequest Request { get; init; }

    /// <summary>
    /// Gets why the change is not possible; null when it is. A quote that is refused has no amounts, and confirming it
    /// returns the refusal.
    /// </summary>
    public PlanChangeRefusal? Refusal { get; init; }

    /// <summary>Gets whether it can be confirmed.</summary>
    [JsonIgnore]
    public bool IsPossible => Refusal is null;

    /// <summary>Gets whose subscription it is.</summary>
    public string CustomerId { get; init; } = "";

    /// <summary>Gets what kind of change it is.</summary>
    public PlanChangeKind Kind { get; init; }

    /// <summary>Gets the plan that the customer has.</summary>
    public QuotedPlan? From { get; init; }

    /// <summary>Gets the plan that the customer gets.</summary>
    public QuotedPlan? To { get; init; }

    /// <summary>Gets what is charged now.</summary>
    public ProrationMode Mode { get; init; }

    /// <summary>Gets when it takes effect: now, or at the next renewal.</summary>
    public DateTimeOffset EffectiveAt { get; init; }

    /// <summary>Gets how the amount comes about.</summary>
    public IReadOnlyList<PlanChangeLineItem> Lines { get; init; } = [];

    /// <summary>Gets what is charged when the change is confirmed, tax included; zero for a scheduled change.</summary>
    public Money DueNow { get; init; }

    /// <summary>
    /// Gets what a scheduled change charges at the renewal, as far as is known today; the same as <see cref="DueNow"/>
    /// for others.
    /// </summary>
    public Money DueAtEffect { get; init; }

    /// <summary>Gets the tax in <see cref="DueAtEffect"/>; null when there is none.</summary>
    public Money? Tax { get; init; }

    /// <summary>
    /// Credit that the change grants, for the next renewals of this subscription; zero for none. It is not paid out.
    /// </summary>
    public Money CreditGranted { get; init; }

    /// <summary>Credit that pays a part of the change; zero for none.</summary>
    public Money CreditUsed { get; init; }

    /// <summary>
    /// By how much the charge is raised to the least that can be charged; it becomes credit. Zero for none.
    /// </summary>
    public Money MinimumTopUp { get; init; }

    /// <summary>Discount codes that stay.</summary>
    public IReadOnlyList<string> DiscountsKept { get; init; } = [];

    /// <summary>Discount codes that end with the change.</summary>
    public IReadOnlyList<string> DiscountsLost { get; init; } = [];

    /// <summary>Discount codes that come with it.</summary>
    public IReadOnlyList<string> DiscountsAdded { get; init; } = [];

    /// <summary>
    /// Discount codes of the new plan that hold for some periods only: renewals cost more once they end.
    /// </summary>
    public IReadOnlyList<string> DiscountsEnding { get; init; } = [];

    /// <summary>
    /// Gets the saved method that is charged, as customers know it, such as <c>Visa •••• 4242</c>; null when nothing is
    /// due now, it is paid on a page, or it is not known.
    /// </summary>
    public string? PaymentMethodLabel { get; init; }

    /// <summary>Gets the saved method that renewals are charged to. Keep it on the server.</summary>
    public string? PaymentMethodId { get; init; }

    /// <summary>Gets when it was issued.</summary>
    public required DateTimeOffset IssuedAt { get; init; }

    /// <summary>Gets until when it can be confirmed.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Gets a hash of the rest, which shows that nothing was changed by accident.</summary>
    public string Seal { get; init; } = "";

    /// <summary>Gets what each renewal costs then, before tax unless the plan's prices contain it.</summary>
    [JsonIgnore]
    public Money NewRecurring => To?.Recurring ?? default;

    /// <summary>Gets when it renews next after the change.</summary>
    [JsonIgnore]
    public DateTimeOffset NextBillingDate => To?.NextBillingDate ?? default;

    /// <summary>Gets whether the renewal date moves with the change.</summary>
    [JsonIgnore]
    public bool BillingDateMoves =>
        From is not null && To is not null && !Request.IsScheduled && From.NextBillingDate != To.NextBillingDate;

    /// <summary>Gets the charge key that confirming it uses: a second confirmation is a repeat.</summary>
    [JsonIgnore]
    public ChargeKey Key => new($"planchange-{Id}");

    /// <summary>The codes to send; null to send none and keep what the API preserves.</summary>
    [JsonInclude]
    internal IReadOnlyList<string>? CodesToSend { get; init; }

    /// <summary>
    /// The quote in a sentence or two, in English, with amounts and dates as the culture writes them: <c>You pay $50.00
    /// now, then $80.00 a month from 16 Feb.</c>
    /// </summary>
    /// <param name="culture">For amounts and dates; <see cref="CultureInfo.CurrentCulture"/> when null.</param>
    public string Describe(CultureInfo? culture = null) => QuoteText.Of(this, culture ?? CultureInfo.CurrentCulture);

    /// <summary>The quote as JSON, to keep it on the server between two requests.</summary>
    public string ToJson() => JsonSerializer.Serialize(this, DodoJsonContext.Default.PlanChangeQuote);

    /// <summary>Reads a quote that <see cref="ToJson"/> wrote.</summary>
    /// <exception cref="FormatException">The text is not a quote.</exception>
    public static PlanChangeQuote Parse(string json)
    {
        ArgumentNullException.ThrowIfNull(json);
        try
        {
            return
                JsonSerializer.Deserialize(json, DodoJsonContext.Default.PlanChangeQuote) is { Request: not null } quote
                ? quote
                : throw new FormatException(
                    "The text is not a quote of a plan change: it says nothing, or not what was asked for."
                );
        }
        catch (JsonException e)
        {
            throw new FormatException("The text is not a quote of a plan change: " + e.Message, e);
        }
    }

    /// <summary>The kind only.</summary>
    public override string ToString() => $"{nameof(PlanChangeQuote)} ({Refusal?.Reason.ToString() ?? Kind.ToString()})";

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
