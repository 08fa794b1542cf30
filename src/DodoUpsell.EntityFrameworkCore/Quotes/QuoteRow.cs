using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;

namespace DodoUpsell.EntityFrameworkCore.Quotes;

/// <summary>A row of <c>dodo_plan_quotes</c>: a quote of a plan change. Times are in UTC.</summary>
internal sealed class QuoteRow : OwnedRow
{
    public required string QuoteId { get; init; }

    public required string SubjectId { get; init; }

    public required string CustomerId { get; init; }

    public required string Quote { get; init; }

    public DateTime MadeAt { get; init; }

    public DateTime KeptUntil { get; init; }

    public DateTime? ConfirmedAt { get; init; }

    public static QuoteRow From(string account, PlanChangeQuoteRecord quote) =>
        new()
        {
            Account = account,
            Environment = quote.Environment,
            QuoteId = quote.Id,
            SubjectId = quote.SubjectId,
            CustomerId = quote.CustomerId,
            Quote = quote.Quote,
            MadeAt = StoredTime.Of(quote.MadeAt),
            KeptUntil = StoredTime.Of(quote.KeptUntil),
            ConfirmedAt = StoredTime.Of(quote.ConfirmedAt),
        };

    public PlanChangeQuoteRecord ToRecord() =>
        new()
        {
            Environment = Environment,
            Id = QuoteId,
            SubjectId = SubjectId,
            CustomerId = CustomerId,
            Quote = Quote,
            MadeAt = StoredTime.Read(MadeAt),
            KeptUntil = StoredTime.Read(KeptUntil),
            ConfirmedAt = StoredTime.Read(ConfirmedAt),
        };
}
