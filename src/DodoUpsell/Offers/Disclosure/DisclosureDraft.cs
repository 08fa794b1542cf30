using System.Globalization;
using System.Text.Json;

namespace DodoUpsell.Offers;

/// <summary>
/// A disclosure that is being written: its lines in the customer's culture, and at the end its id, which is a hash of
/// everything that is shown.
/// </summary>
internal sealed class DisclosureDraft(
    string offerId,
    DateTimeOffset expiresAt,
    OfferCulture culture,
    OfferMessages messages,
    OfferOptions options
)
{
    private readonly List<OfferLine> _lines = [];

    public string OfferId => offerId;

    public void Add(
        OfferLineKind kind,
        OfferMessage message,
        Money? amount,
        params IReadOnlyList<(string Name, string Value)> values
    ) => _lines.Add(new OfferLine(kind, Text(message, values), amount));

    public void AddItem(string name, int quantity, Money? amount) =>
        Add(
            OfferLineKind.Item,
            quantity == 1 ? OfferMessage.Item : OfferMessage.Items,
            amount,
            ("name", name),
            ("quantity", quantity.ToString(CultureInfo.InvariantCulture))
        );

    public void AddRecurrence(OfferRecurrence recurrence)
    {
        var amount = recurrence.TaxIncluded
            ? Amount(recurrence.Amount)
            : Text(OfferMessage.PlusTax, ("amount", Amount(recurrence.Amount)));
        Add(
            OfferLineKind.Recurrence,
            recurrence.NextAt is null ? OfferMessage.Recurrence : OfferMessage.RecurrenceFrom,
            recurrence.Amount,
            ("amount", amount),
            ("interval", Interval(recurrence.IntervalCount, recurrence.Interval)),
            ("date", recurrence.NextAt is { } next ? Date(next) : "")
        );
    }

    public string Amount(Money money) => money.ToString(culture.Format);

    public string Date(DateTimeOffset date) => date.ToUniversalTime().ToString("D", culture.Format);

    public string Interval(int count, TimeInterval unit)
    {
        var (one, several) = unit.Value switch
        {
            "Day" => (OfferMessage.EveryDay, OfferMessage.EveryDays),
            "Week" => (OfferMessage.EveryWeek, OfferMessage.EveryWeeks),
            "Month" => (OfferMessage.EveryMonth, OfferMessage.EveryMonths),
            _ => (OfferMessage.EveryYear, OfferMessage.EveryYears),
        };
        return Text(count == 1 ? one : several, ("count", count.ToString(CultureInfo.InvariantCulture)));
    }

    /// <summary>Returns whether a recurrence can be put into words.</summary>
    public static bool IsKnown(int count, TimeInterval unit) => count > 0 && unit.IsKnown;

    /// <summary>Completes what was written.</summary>
    /// <param name="amounts">The disclosure with its amounts, without lines and texts.</param>
    /// <param name="paymentMethodId">The id of the payment method. Two cards can have the same label.</param>
    public OfferDisclosure Complete(OfferAmounts amounts, string? paymentMethodId)
    {
        var disclosure = new OfferDisclosure
        {
            Id = "",
            Culture = culture.Name,
            Lines = _lines,
            DueNow = amounts.DueNow,
            Tax = amounts.Tax,
            Discount = amounts.Discount,
            Recurrence = amounts.Recurrence,
            DifferenceToPlan = amounts.DifferenceToPlan,
            CreditGranted = amounts.CreditGranted,
            PaymentMethodLabel = amounts.PaymentMethodLabel,
            ExpiresAt = expiresAt,
            TermsUrl = options.TermsUrl,
            AcceptText = StatutoryWords.Of(culture.Name, options.AcceptTexts),
            DeclineText = Text(OfferMessage.Decline),
        };
        return disclosure with { Id = IdOf(disclosure, paymentMethodId) };
    }

    private string IdOf(OfferDisclosure disclosure, string? paymentMethodId)
    {
        var shown = JsonSerializer.Serialize(disclosure, OfferJsonContext.Default.OfferDisclosure);
        return "dsc_" + ReceiptChain.Sha256($"{offerId}\n{paymentMethodId}\n{shown}")[..40];
    }

    private string Text(OfferMessage message, params IReadOnlyList<(string Name, string Value)> values) =>
        messages.Format(message, culture.Format, culture.Name, values);
}

/// <summary>The amounts of a disclosure.</summary>
internal sealed record OfferAmounts(Money DueNow)
{
    public Money? Tax { get; init; }

    public Money? Discount { get; init; }

    public OfferRecurrence? Recurrence { get; init; }

    public Money? DifferenceToPlan { get; init; }

    public Money? CreditGranted { get; init; }

    public string? PaymentMethodLabel { get; init; }
}
