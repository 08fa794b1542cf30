namespace DodoUpsell.EntityFrameworkCore.Contexts;

/// <summary>
/// Detects a database that considers two different keys equal, before a row is used for the wrong key.
/// </summary>
internal static class KeyComparison
{
    /// <summary>Returns the row if its stored key is exactly the requested one (ordinal).</summary>
    /// <exception cref="InvalidOperationException">The stored key differs from the requested one.</exception>
    public static TRow Exact<TRow>(TRow row, string stored, string asked) =>
        string.Equals(stored, asked, StringComparison.Ordinal) ? row : throw Differs();

    /// <summary>Throws an exception if the stored key differs from the requested one (ordinal).</summary>
    /// <exception cref="InvalidOperationException">The stored key differs from the requested one.</exception>
    public static void Require(string stored, string asked)
    {
        if (!string.Equals(stored, asked, StringComparison.Ordinal))
            throw Differs();
    }

    private static InvalidOperationException Differs() =>
        new(
            "The database considers two different keys equal. Pass UseDodoUpsells a keyCollation that is "
                + "case-sensitive, such as Latin1_General_100_BIN2 on SQL Server or utf8mb4_bin on MySQL."
        );
}
