using DodoUpsell.EntityFrameworkCore.Charging;
using DodoUpsell.EntityFrameworkCore.Locks;
using DodoUpsell.EntityFrameworkCore.Settlements;
using DodoUpsell.EntityFrameworkCore.Webhooks;

namespace Microsoft.EntityFrameworkCore;

/// <summary>Adds the tables of DodoUpsell to an app's own context.</summary>
public static class DodoUpsellModelBuilderExtensions
{
    /// <summary>
    /// Adds the tables <c>dodo_charges</c>, <c>dodo_settlements</c>, <c>dodo_subscription_locks</c> and
    /// <c>dodo_webhook_deliveries</c>.
    /// </summary>
    /// <remarks>Call it in <c>OnModelCreating</c>, then add a migration.</remarks>
    /// <param name="modelBuilder">The model of your context.</param>
    /// <param name="schema">The schema of the tables; null for the context's default.</param>
    /// <param name="keyCollation"> How the database compares keys; null for its own way. Needed where that ignores
    /// case, as SQL Server and MySQL do: <c>Latin1_General_100_BIN2</c>, <c>utf8mb4_bin</c>.
    /// </param>
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
        return modelBuilder;
    }
}
