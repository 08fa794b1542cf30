using DodoUpsell.EntityFrameworkCore.Contexts;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>Configures what the tables of offers have in common: their rows belong to an account and environment.</summary>
internal static class OwnedTable
{
    /// <summary>Configures a table whose primary key consists of the owner and the given columns.</summary>
    public static void Owned<TRow>(
        this EntityTypeBuilder<TRow> row,
        string table,
        string? schema,
        string? keyCollation,
        params string[] keys
    )
        where TRow : OwnedRow
    {
        row.ToTable(table, schema);
        row.HasKey([nameof(OwnedRow.Account), nameof(OwnedRow.Environment), .. keys]).HasName($"pk_{table}");
        row.Property(owned => owned.Account).Key("account", AccountName.MaxLength, keyCollation);
        row.Property(owned => owned.Environment)
            .HasColumnName("environment")
            .HasConversion<int>()
            .ValueGeneratedNever();
    }

    /// <summary>Configures an index whose first columns are the owner.</summary>
    public static IndexBuilder<TRow> OwnedIndex<TRow>(
        this EntityTypeBuilder<TRow> row,
        string name,
        params string[] columns
    )
        where TRow : OwnedRow =>
        row.HasIndex([nameof(OwnedRow.Account), nameof(OwnedRow.Environment), .. columns], name);
}
