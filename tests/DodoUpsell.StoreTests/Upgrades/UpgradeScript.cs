using DodoUpsell.TestKit;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>The upgrade scripts of the documentation, and the tables that they upgrade.</summary>
internal static class UpgradeScript
{
    /// <summary>Returns an upgrade script.</summary>
    public static string Read(string name) =>
        File.ReadAllText(RepositoryFolder.PathOf("docs", "upgrades", $"{name}.postgresql.sql"));

    /// <summary>Returns the script that created the tables of an earlier version.</summary>
    public static string ReadOldTables(string name) =>
        File.ReadAllText(
            RepositoryFolder.PathOf("tests", "DodoUpsell.StoreTests", "Upgrades", $"{name}.postgresql.sql")
        );
}
