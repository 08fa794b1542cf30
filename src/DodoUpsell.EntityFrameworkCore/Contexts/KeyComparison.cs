namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Notices a database that takes two different keys for the same one, before a row is used for another's.
/// </summary>
internal static class KeyComparison
{
    /// <summary>Returns the row if it is the one that was asked for.</summary>
    /// <exception cref="InvalidOperationException">The stored text differs from the one that was asked for.</exception>
    public static TRow Exact<TRow>(TRow row, string stored, string asked) =>
        string.Equals(stored, asked, StringComparison.Ordinal) ? row : throw Differs();

    /// <summary>Throws if the stored text differs from the one that was asked for.</summary>
    /// <exception cref="InvalidOperationException">It differs.</exception>
    public static void Require(string stored, string asked)
    {
        if (!string.Equals(stored, asked, StringComparison.Ordinal))
            throw Differs();
    }

    private static InvalidOperationException Differs() =>
        new(
            "The database takes two different keys for the same one. Give UseDodoUpsells a keyCollation that "
                + "tells upper from lower case, such as Latin1_General_100_BIN2 on SQL Server or utf8mb4_bin on MySQL."
        );
}
