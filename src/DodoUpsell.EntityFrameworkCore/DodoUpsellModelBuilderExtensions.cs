using DodoUpsell.EntityFrameworkCore.Charging;
using DodoUpsell.EntityFrameworkCore.Locks;
using DodoUpsell.EntityFrameworkCore.Offers;
using DodoUpsell.EntityFrameworkCore.Operators;
using DodoUpsell.EntityFrameworkCore.Quotes;
using DodoUpsell.EntityFrameworkCore.Settlements;
using DodoUpsell.EntityFrameworkCore.Webhooks;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Provides a method that adds the tables of DodoUpsell to the model of an app's own context.</summary>
public static class DodoUpsellModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables of charges, settlements, subscription locks, webhook deliveries, offers, quotes of plan changes and
    /// actions of operators. Their names begin with <c>dodo_</c>.
    /// </summary>
    /// <remarks>Call this method in <c>OnModelCreating</c>, then add a migration.</remarks>
    /// <param name="modelBuilder">The model builder of your context.</param>
    /// <param name="schema">The schema of the tables, or null for the context's default schema.</param>
    /// <param name="keyCollation">The collation of key columns, or null for the database's default. Required if the
    /// default ignores case, as on SQL Server (use <c>Latin1_General_100_BIN2</c>) and MySQL (use
    /// <c>utf8mb4_bin</c>).</param>
    public static ModelBuilder UseDodoUpsells(
        this ModelBuilder modelBuilder,
        string? schema = null,
        string? keyCollation = null
    )
    {
        ArgumentNullException.ThrowIfNull(modelBuilder);
        ChargeTable.Add(modelBuilder, schema, keyCollation);
        LockTable.Add(modelBuilder, schema, keyCollation);
        SettlementTable.Add(modelBuilder, schema, keyCollation);
        DeliveryTable.Add(modelBuilder, schema, keyCollation);
        OfferTable.Add(modelBuilder, schema, keyCollation);
        OfferMemoryTables.Add(modelBuilder, schema, keyCollation);
        OperatorTable.Add(modelBuilder, schema, keyCollation);
        QuoteTable.Add(modelBuilder, schema, keyCollation);
        return modelBuilder;
    }
}
