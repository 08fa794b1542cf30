using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// The kinds of columns. Each says all it needs, so that a convention of the app's own context does not change it.
/// </summary>
internal static class Columns
{
    /// <summary>Text that identifies: bounded, because it is in an index.</summary>
    public static PropertyBuilder Key(this PropertyBuilder property, string name, int maxLength, string? collation) =>
        property.HasColumnName(name).HasMaxLength(maxLength).ValueGeneratedNever().UseCollation(collation);

    /// <summary>
    /// Text of any length: ids of the API are as long as it makes them, and one that is too long must not lose a
    /// payment.
    /// </summary>
    public static void Text(this PropertyBuilder property, string name) =>
        property.HasColumnName(name).Metadata.SetMaxLength(null);

    /// <summary>A time in UTC.</summary>
    public static void Time(this PropertyBuilder property, string name) =>
        property.HasColumnName(name).Metadata.SetColumnType(null);
}
