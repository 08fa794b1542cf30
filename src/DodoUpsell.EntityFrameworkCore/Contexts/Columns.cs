using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Configures columns by kind. Each method sets everything that it needs, so that conventions of the app's own context
/// do not change the columns.
/// </summary>
internal static class Columns
{
    /// <summary>
    /// Configures a text column that is part of a key or an index and therefore has a maximum length.
    /// </summary>
    public static PropertyBuilder Key(this PropertyBuilder property, string name, int maxLength, string? collation) =>
        property.HasColumnName(name).HasMaxLength(maxLength).ValueGeneratedNever().UseCollation(collation);

    /// <summary>
    /// Configures a text column without a maximum length. The length of the API's ids is not limited, and a payment
    /// must not be lost because an id is too long.
    /// </summary>
    public static void Text(this PropertyBuilder property, string name) =>
        property.HasColumnName(name).Metadata.SetMaxLength(null);

    /// <summary>Configures a column for a time in UTC.</summary>
    public static void Time(this PropertyBuilder property, string name) =>
        property.HasColumnName(name).Metadata.SetColumnType(null);
}
