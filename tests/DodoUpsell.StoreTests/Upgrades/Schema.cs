using Npgsql;

namespace DodoUpsell.StoreTests.Upgrades;

/// <summary>Reads the tables of a database, to compare an upgraded one with a new one.</summary>
internal static class Schema
{
    /// <summary>Returns the columns, indexes and constraints of a database, as text.</summary>
    public static async Task<List<string>> ShapeAsync(string database)
    {
        const string Query = """
            SELECT concat_ws(' ', table_name, column_name, data_type, character_maximum_length, is_nullable,
                column_default) AS line FROM information_schema.columns WHERE table_schema = 'public'
            UNION SELECT indexdef FROM pg_indexes WHERE schemaname = 'public'
            UNION SELECT concat_ws(' ', conrelid::regclass, conname, pg_get_constraintdef(oid)) FROM pg_constraint
                WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
            ORDER BY line
            """;
        await using var source = NpgsqlDataSource.Create(database);
        await using var command = source.CreateCommand(Query);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
            lines.Add(reader.GetString(0));
        return lines;
    }
}
