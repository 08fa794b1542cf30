using DodoUpsell.EntityFrameworkCore.Charging;
using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row of <c>dodo_offer_money</c>: one movement of money of a subject.</summary>
internal sealed class MoneyRow : OwnedRow
{
    public required string SourceId { get; init; }

    public OfferMoneyKind Kind { get; init; }

    public required string PaymentId { get; init; }

    public required string SubjectId { get; init; }

    public long Amount { get; init; }

    public required string Currency { get; init; }

    public DateTime OccurredAt { get; init; }

    public string? OfferId { get; init; }

    public bool IsRenewal { get; init; }

    /// <summary>Gets the ids of the products, as JSON.</summary>
    public required string ProductIds { get; init; }

    public static MoneyRow Of(string account, OfferMoney money) =>
        new()
        {
            Account = account,
            Environment = money.Environment,
            SourceId = money.SourceId,
            Kind = money.Kind,
            PaymentId = StoredText.Of(money.PaymentId),
            SubjectId = money.SubjectId,
            Amount = money.Amount.MinorUnits,
            Currency = money.Amount.Currency.Value,
            OccurredAt = StoredTime.Of(money.OccurredAt),
            OfferId = money.OfferId,
            IsRenewal = money.IsRenewal,
            ProductIds = AttemptsJson.Of(money.ProductIds),
        };

    public OfferMoney ToMoney() =>
        new()
        {
            Environment = Environment,
            SourceId = SourceId,
            Kind = Kind,
            PaymentId = PaymentId,
            SubjectId = SubjectId,
            Amount = ChargeRows.Money(Amount, Currency)!.Value,
            OccurredAt = StoredTime.Read(OccurredAt),
            OfferId = OfferId,
            IsRenewal = IsRenewal,
            ProductIds = AttemptsJson.ReadIds(ProductIds),
        };
}
