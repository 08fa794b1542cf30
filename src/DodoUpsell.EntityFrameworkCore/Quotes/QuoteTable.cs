using DodoUpsell.EntityFrameworkCore.Contexts;
using DodoUpsell.EntityFrameworkCore.Offers;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Quotes;

/// <summary>Configures the table <c>dodo_plan_quotes</c>.</summary>
internal static class QuoteTable
{
    private const int MaxQuoteIdLength = 128;

    public static void Add(ModelBuilder model, string? schema, string? keyCollation) =>
        model.Entity<QuoteRow>(row => Quotes(row, schema, keyCollation));

    private static void Quotes(EntityTypeBuilder<QuoteRow> row, string? schema, string? keyCollation)
    {
        row.Owned("dodo_plan_quotes", schema, keyCollation, nameof(QuoteRow.QuoteId));
        row.OwnedIndex("ix_dodo_plan_quotes_subject", nameof(QuoteRow.SubjectId), nameof(QuoteRow.MadeAt));
        row.OwnedIndex("ix_dodo_plan_quotes_kept_until", nameof(QuoteRow.KeptUntil));
        row.Property(quote => quote.QuoteId).Key("quote_id", MaxQuoteIdLength, keyCollation);
        row.Property(quote => quote.SubjectId).Key("subject_id", OfferTable.MaxSubjectIdLength, keyCollation);
        row.Property(quote => quote.CustomerId).Text("customer_id");
        row.Property(quote => quote.Quote).Text("quote");
        row.Property(quote => quote.MadeAt).Time("made_at");
        row.Property(quote => quote.KeptUntil).Time("kept_until");
        row.Property(quote => quote.ConfirmedAt).Time("confirmed_at");
    }
}
