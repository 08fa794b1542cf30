using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Operators;

/// <summary>The tests that every log of operators must pass. They run in memory and on real databases.</summary>
public abstract class OperatorLogSuite
{
    private const DodoEnvironment Test = DodoEnvironment.Test;
    private static readonly DateTimeOffset Noon = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    protected abstract Task<IOperatorLog> OpenAsync(string account);

    internal static OperatorAction Action(string id, int minute = 0) =>
        new()
        {
            Environment = Test,
            Id = id,
            StartedAt = Noon.AddMinutes(minute),
            Operator = "Ann <ann@example.com>",
            Action = "webhook.replay",
            Subject = "msg_1",
        };

    [Fact]
    public async Task An_action_is_kept_as_it_was_added_and_added_once()
    {
        var log = await OpenAsync(_account);
        var action = Action("act_1") with { Operator = "größe\t\"quoted\"", Subject = null };

        Assert.True(await log.AddAsync(action));
        Assert.False(await log.AddAsync(action with { Operator = "Mallory" }));

        Assert.Equal(action, await log.FindAsync(Test, "act_1"));
        Assert.Null(await log.FindAsync(Test, "act_2"));
        Assert.Null(await log.FindAsync(DodoEnvironment.Live, "act_1"));
    }

    [Fact]
    public async Task A_result_is_written_once_by_one_of_two_nodes()
    {
        IOperatorLog[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        await nodes[0].AddAsync(Action("act_1"));
        await nodes[0].AddAsync(Action("act_2"));

        var written = await Task.WhenAll(
            Enumerable
                .Range(0, 20)
                .Select(i =>
                    Task.Run(() => nodes[i % 2].EndAsync(Test, "act_1", OperatorResult.Done, Noon.AddMinutes(i)))
                )
        );

        Assert.Single(written, was => was);
        Assert.False(await nodes[1].EndAsync(Test, "act_1", OperatorResult.Failed, Noon));
        Assert.False(await nodes[1].EndAsync(Test, "act_3", OperatorResult.Failed, Noon));
        var kept = (await nodes[1].FindAsync(Test, "act_1"))!;
        Assert.Equal((OperatorResult.Done, Noon.AddMinutes(Array.IndexOf(written, true))), (kept.Result, kept.EndedAt));
        Assert.Equal(OperatorResult.Started, (await nodes[1].FindAsync(Test, "act_2"))!.Result);
    }

    [Fact]
    public async Task Pages_are_the_newest_first_and_contain_each_action_once()
    {
        var log = await OpenAsync(_account);
        for (var i = 0; i < 7; i++)
            await log.AddAsync(Action($"act_{i}", minute: i / 2));
        await log.AddAsync(Action("act_live") with { Environment = DodoEnvironment.Live });
        await (await OpenAsync($"{_account}-other")).AddAsync(Action("act_other"));

        var pages = new List<string>();
        OperatorAction? last = null;
        while (await log.ListAsync(Test, 3, last) is { Count: > 0 } page)
        {
            pages.AddRange(page.Select(action => action.Id));
            last = page[^1];
        }

        Assert.Equal(["act_6", "act_5", "act_4", "act_3", "act_2", "act_1", "act_0"], pages);
    }

    [Fact]
    public async Task Wrong_arguments_are_refused()
    {
        var log = await OpenAsync(_account);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            log.AddAsync(Action("act_1") with { Result = OperatorResult.Done })
        );
        await Assert.ThrowsAsync<ArgumentException>(() => log.AddAsync(Action(new string('a', 65))));
        await Assert.ThrowsAsync<ArgumentException>(() => log.EndAsync(Test, "act_1", OperatorResult.Started, Noon));
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => log.ListAsync(Test, 0));
    }
}

/// <summary>The suite for the in-memory log. Each account has its own.</summary>
public sealed class InMemoryOperatorLogTests : OperatorLogSuite
{
    private readonly System.Collections.Concurrent.ConcurrentDictionary<string, IOperatorLog> _logs = new(
        StringComparer.Ordinal
    );

    protected override Task<IOperatorLog> OpenAsync(string account) =>
        Task.FromResult(_logs.GetOrAdd(account, _ => new InMemoryOperatorLog()));
}

/// <summary>The suite for a real PostgreSQL server.</summary>
public sealed class EntityFrameworkOperatorLogTests(PostgresDatabases databases)
    : OperatorLogInDatabase(databases.DocumentedAsync);

/// <summary>The same suite for the statements that every database gets.</summary>
public sealed class PortableOperatorLogTests(PostgresDatabases databases)
    : OperatorLogInDatabase(databases.PortableAsync);

/// <summary>The suite for SQLite.</summary>
public sealed class SqliteOperatorLogTests(SqliteDatabases databases)
    : OperatorLogInDatabase(databases.DocumentedAsync);

public abstract class OperatorLogInDatabase(Func<Task<string>> database) : OperatorLogSuite, IAsyncDisposable
{
    private readonly List<Node> _nodes = [];

    public async ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        foreach (var node in _nodes)
            await node.DisposeAsync();
    }

    protected override async Task<IOperatorLog> OpenAsync(string account)
    {
        var node = new Node(await database());
        _nodes.Add(node);
        return EntityFrameworkOperatorLog.Create(node, account);
    }
}
