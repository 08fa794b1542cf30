using DodoUpsell.TestKit;
using Npgsql;

namespace WebhookLoad;

/// <summary>Kills the receiver while it handles, again and again, and counts what became of each delivery.</summary>
internal static class Kills
{
    // The database itself counts, whoever completes a delivery.
    private const string Count = """
        CREATE TABLE completions (webhook_id text NOT NULL);
        CREATE FUNCTION count_completion() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO completions VALUES (NEW.webhook_id);
            RETURN NULL;
        END $$;
        CREATE TRIGGER completed AFTER UPDATE ON dodo_webhook_deliveries FOR EACH ROW
            WHEN (OLD.state <> 2 AND NEW.state = 2) EXECUTE FUNCTION count_completion();
        """;

    /// <returns>True if every acknowledged delivery was completed exactly once.</returns>
    public static async Task<bool> RunAsync(PostgresServer server, int kills)
    {
        var database = await Tables.CreateAsync(server, "kills");
        await using var source = NpgsqlDataSource.Create(database);
        await ExecuteAsync(source, Count);
        var random = new Random(1);
        var acknowledged = new HashSet<string>(StringComparer.Ordinal);
        var underWay = new HashSet<string>(StringComparer.Ordinal);
        for (var kill = 1; kill <= kills; kill++)
        {
            var receiver = await ReceiverProcess.StartAsync(database, TimeSpan.FromMilliseconds(100));
            using var sender = new Sender(receiver.Address, $"kill{kill}");
            var sending = sender.RunAsync(connections: 2, CancellationToken.None);
            for (var enough = random.Next(20, 200); sender.Acknowledged.Count < enough; )
                await Task.Delay(1);
            await receiver.KillAsync();
            await sending;
            acknowledged.UnionWith(sender.Acknowledged);
            await AddAsync(source, "SELECT lease_token::text FROM dodo_webhook_deliveries WHERE state = 1", underWay);
        }

        await using (await ReceiverProcess.StartAsync(database, TimeSpan.Zero))
        {
            const string Open = "SELECT count(*) FROM dodo_webhook_deliveries WHERE state <> 2";
            for (var patience = 600; patience > 0 && await ScalarAsync(source, Open) > 0; patience--)
                await Task.Delay(1000);
        }

        var completed = new HashSet<string>(StringComparer.Ordinal);
        var twice = 0;
        await using (var command = source.CreateCommand("SELECT webhook_id FROM completions"))
        await using (var reader = await command.ExecuteReaderAsync())
        {
            while (await reader.ReadAsync())
                twice += completed.Add(reader.GetString(0)) ? 0 : 1;
        }

        var lost = acknowledged.Count(id => !completed.Contains(id));
        Console.WriteLine(
            $"{kills} kills, {acknowledged.Count} deliveries acknowledged, {underWay.Count} leased by a process that was killed: "
                + $"{lost} lost, {twice} completed twice"
        );
        return lost == 0 && twice == 0 && underWay.Count > 0;
    }

    private static async Task ExecuteAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task AddAsync(NpgsqlDataSource source, string sql, HashSet<string> values)
    {
        await using var command = source.CreateCommand(sql);
        await using var reader = await command.ExecuteReaderAsync();
        while (await reader.ReadAsync())
            values.Add(reader.GetString(0));
    }

    private static async Task<long> ScalarAsync(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
