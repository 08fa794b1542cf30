using System.Data.Common;

namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>Reads the columns of a row by name.</summary>
internal static class ColumnReader
{
    public static string Text(this DbDataReader row, string column) => row.GetString(row.GetOrdinal(column));

    public static string? TextOrNull(this DbDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal) ? null : row.GetString(ordinal);

    public static int Number(this DbDataReader row, string column) => row.GetInt32(row.GetOrdinal(column));

    public static int? NumberOrNull(this DbDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal) ? null : row.GetInt32(ordinal);

    public static long? AmountOrNull(this DbDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal) ? null : row.GetInt64(ordinal);

    public static DateTime Time(this DbDataReader row, string column) => row.GetDateTime(row.GetOrdinal(column));

    public static DateTime? TimeOrNull(this DbDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal) ? null : row.GetDateTime(ordinal);

    public static Guid? IdOrNull(this DbDataReader row, string column) =>
        row.GetOrdinal(column) is var ordinal && row.IsDBNull(ordinal) ? null : row.GetGuid(ordinal);
}
