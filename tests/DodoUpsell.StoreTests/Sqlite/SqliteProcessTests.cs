using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Sqlite;

/// <summary>Tests several processes that use one file, and processes that are killed.</summary>
public sealed class SqliteProcessTests(SqliteDatabases databases, ITestOutputHelper output)
{
    private const string Account = "shop";

    [Fact]
    public async Task Two_processes_that_claim_the_same_keys_get_each_key_once()
    {
        var database = await databases.CreateWithTablesAsync();
        using var first = new ClaimingProcess(database, Account, 300);
        using var second = new ClaimingProcess(database, Account, 300);
        await Task.WhenAll(first.IsReadyAsync(), second.IsReadyAsync());

        var granted = await Task.WhenAll(first.GrantedAsync(), second.GrantedAsync());

        output.WriteLine($"300 of 300 keys claimed: {granted[0].Count} by one process, {granted[1].Count} by the other");
        Assert.Equal(300, granted.Sum(keys => keys.Count));
        Assert.Equal(300, granted.SelectMany(keys => keys).Distinct().Count());
    }

    [Fact]
    public async Task Claims_survive_the_kill_of_their_process()
    {
        var database = await databases.CreateWithTablesAsync();
        using var killed = new ClaimingProcess(database, Account, int.MaxValue);
        await killed.IsReadyAsync();

        var granted = await killed.GrantedAsync(killAfter: 50);

        Assert.True(granted.Count >= 50);
        Assert.Equal("ok", await TestDatabase.ScalarAsync<string>(database, "PRAGMA integrity_check"));
        await using var node = new Node(database);
        foreach (var key in granted)
        {
            Assert.False((await node.Ledger(Account).ClaimAsync(ClaimingProcess.Claim(key))).Granted);
            Assert.Equal(ChargeState.Claimed, (await node.Ledger(Account).FindAsync(key))!.State);
        }
    }
}
