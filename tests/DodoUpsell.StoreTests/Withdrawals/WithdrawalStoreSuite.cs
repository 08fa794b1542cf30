using DodoUpsell.StoreTests.Support;

namespace DodoUpsell.StoreTests.Withdrawals;

/// <summary>
/// The tests that every store of withdrawals must pass, including races. They run for the in-memory store and for real
/// databases.
/// </summary>
public abstract class WithdrawalStoreSuite
{
    private const DodoEnvironment Test = DodoEnvironment.Test;

    // Finer than what databases store.
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 7, 1, 12, 0, 0, TimeSpan.Zero).AddTicks(
        1234567
    );

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    /// <summary>
    /// Opens the store of an account as another server does, with its own connections if the store uses any.
    /// </summary>
    protected abstract Task<IWithdrawalStore> OpenAsync(string account);

    [Fact]
    public async Task Every_property_is_kept()
    {
        var store = await OpenAsync(_account);
        var full = Sample.Full<WithdrawalRecord>() with { Environment = Test };
        var bare = Draft("wdr_bare", "pay_bare");

        Assert.True(await store.AddAsync(full));
        Assert.True(await store.AddAsync(bare));

        AssertRecord.SameProperties(full, await store.FindAsync(Test, full.Id));
        AssertRecord.SameProperties(full, await store.FindByContractAsync(Test, full.Slot!));
        AssertRecord.SameProperties(bare, await store.FindAsync(Test, bare.Id));
        Assert.Null(await store.FindAsync(Test, "wdr_other"));
        Assert.Null(await store.FindByContractAsync(Test, "pay_bare"));
    }

    [Fact]
    public async Task Every_property_of_a_change_is_kept()
    {
        var store = await OpenAsync(_account);
        var full = Sample.Full<WithdrawalRecord>() with { Environment = Test, Id = "wdr_1", Version = 1 };
        await store.AddAsync(Draft("wdr_1", "pay_1"));

        Assert.True(await store.TryUpdateAsync(full));

        AssertRecord.SameProperties(full, await store.FindAsync(Test, "wdr_1"));
    }

    [Fact]
    public async Task An_id_is_added_once()
    {
        var store = await OpenAsync(_account);

        Assert.True(await store.AddAsync(Draft("wdr_1", "pay_1")));
        Assert.False(await store.AddAsync(Draft("wdr_1", "pay_2")));

        Assert.Equal("pay_1", (await store.FindAsync(Test, "wdr_1"))!.ContractId);
    }

    [Fact]
    public async Task Of_many_changes_of_a_version_at_once_on_two_servers_one_is_stored()
    {
        IWithdrawalStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        await nodes[0].AddAsync(Draft("wdr_1", "pay_1"));

        var done = await AtOnceAsync(
            32,
            i => nodes[i % 2].TryUpdateAsync(Draft("wdr_1", "pay_1") with { Version = 1, Attempts = i })
        );

        Assert.Equal(1, done.Count(one => one));
        Assert.Equal(Array.IndexOf(done, true), (await nodes[1].FindAsync(Test, "wdr_1"))!.Attempts);
    }

    [Fact]
    public async Task Of_many_withdrawals_from_one_contract_confirmed_at_once_one_is_stored_and_all_find_it()
    {
        IWithdrawalStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        var drafts = Enumerable.Range(0, 24).Select(i => Draft($"wdr_{i}", "pay_1")).ToList();
        foreach (var draft in drafts)
            await nodes[0].AddAsync(draft);

        var done = await AtOnceAsync(24, i => nodes[i % 2].TryUpdateAsync(Confirmed(drafts[i])));

        var winner = $"wdr_{Array.IndexOf(done, true)}";
        Assert.Equal(1, done.Count(one => one));
        Assert.Equal(winner, (await nodes[0].FindByContractAsync(Test, "pay_1"))!.Id);
        Assert.Equal(winner, (await nodes[1].FindByContractAsync(Test, "pay_1"))!.Id);
        Assert.Equal(23, (await nodes[1].ListAsync(Test, WithdrawalState.Stated, 100)).Count);
    }

    [Fact]
    public async Task Environments_and_accounts_are_apart()
    {
        var (store, other) = (await OpenAsync(_account), await OpenAsync(_account + "-b"));
        var draft = Draft("wdr_1", "pay_1");
        await store.AddAsync(draft);
        await store.TryUpdateAsync(Confirmed(draft));
        var live = draft with { Environment = DodoEnvironment.Live };
        await store.AddAsync(live);
        await other.AddAsync(draft);

        Assert.True(await store.TryUpdateAsync(Confirmed(live)));
        Assert.True(await other.TryUpdateAsync(Confirmed(draft)));
        Assert.Single(await store.ListDueAsync(Test, Now.AddDays(1), 10));
        Assert.Single(await store.ListAsync(DodoEnvironment.Live, "cus_1"));
        Assert.Single(await other.ListAsync(Test, WithdrawalState.Confirmed, 10));
    }

    [Fact]
    public async Task Due_withdrawals_are_listed_in_order_and_others_are_not()
    {
        var store = await OpenAsync(_account);
        foreach (
            var (id, due) in new (string, double?)[] { ("b", 2), ("a", 1), ("c", 1), ("later", 9), ("done", null) }
        )
        {
            await store.AddAsync(
                Confirmed(Draft($"wdr_{id}", $"pay_{id}")) with
                {
                    Version = 0,
                    DueAt = due is { } minutes ? Now.AddMinutes(minutes) : null,
                }
            );
        }

        Assert.Equal(
            ["wdr_a", "wdr_c", "wdr_b"],
            (await store.ListDueAsync(Test, Now.AddMinutes(2), 10)).Select(one => one.Id)
        );
        Assert.Equal(["wdr_a"], (await store.ListDueAsync(Test, Now.AddMinutes(2), 1)).Select(one => one.Id));
    }

    [Fact]
    public async Task The_withdrawals_of_a_customer_are_listed_newest_first()
    {
        var store = await OpenAsync(_account);
        await store.AddAsync(Draft("wdr_1", "pay_1"));
        await store.AddAsync(Draft("wdr_2", "pay_2") with { StatedAt = Now.AddMinutes(1) });
        await store.AddAsync(Draft("wdr_3", "pay_3") with { CustomerId = "cus_2" });

        Assert.Equal(["wdr_2", "wdr_1"], (await store.ListAsync(Test, "cus_1")).Select(one => one.Id));
    }

    [Fact]
    public async Task Erasing_removes_drafts_empties_what_ended_and_keeps_what_is_under_way()
    {
        var store = await OpenAsync(_account);
        await store.AddAsync(Draft("wdr_draft", "pay_1"));
        await store.AddAsync(Confirmed(Draft("wdr_open", "pay_2")) with { Version = 0 });
        await store.AddAsync(Ended("wdr_ended", "pay_3"));
        await store.AddAsync(Ended("wdr_other", "pay_4") with { CustomerId = "cus_2" });

        Assert.Equal(2, await store.EraseAsync(Test, "cus_1", Now.AddDays(1)));
        Assert.Equal(0, await store.EraseAsync(Test, "cus_1", Now.AddDays(2)));

        Assert.Null(await store.FindAsync(Test, "wdr_draft"));
        Assert.NotNull((await store.FindAsync(Test, "wdr_open"))!.Statement);
        Assert.NotNull((await store.FindAsync(Test, "wdr_other"))!.Acknowledgement);
        var ended = (await store.FindByContractAsync(Test, "pay_3"))!;
        Assert.Null(ended.Statement);
        Assert.Null(ended.Acknowledgement);
        Assert.NotNull(ended.ErasedAt);
        Assert.Equal(1, ended.Version);
    }

    [Fact]
    public async Task Pruning_removes_old_drafts_and_what_was_completed_long_ago_only()
    {
        var store = await OpenAsync(_account);
        await store.AddAsync(Draft("wdr_old", "pay_1") with { StatedAt = Now.AddDays(-8) });
        await store.AddAsync(Draft("wdr_new", "pay_2"));
        await store.AddAsync(Ended("wdr_done", "pay_3") with { EndedAt = Now.AddDays(-1096) });
        await store.AddAsync(Ended("wdr_recent", "pay_4"));
        await store.AddAsync(Ended("wdr_untold", "pay_5") with { EndedAt = Now.AddDays(-1096), DueAt = Now });
        await store.AddAsync(Ended("wdr_review", "pay_6") with { State = WithdrawalState.NeedsReview, EndedAt = null });

        Assert.Equal(2, await store.PruneAsync(Test, Now.AddDays(-7), Now.AddDays(-1095)));

        Assert.Null(await store.FindAsync(Test, "wdr_old"));
        Assert.Null(await store.FindByContractAsync(Test, "pay_3"));
        foreach (var id in new[] { "wdr_new", "wdr_recent", "wdr_untold", "wdr_review" })
            Assert.NotNull(await store.FindAsync(Test, id));
    }

    private static WithdrawalRecord Draft(string id, string contract) =>
        new()
        {
            Environment = Test,
            Id = id,
            ContractId = contract,
            CustomerId = "cus_1",
            StatedAt = Now,
            Statement = """{"name":"Zoë – Łódź"}""",
            Work = "{}",
        };

    private static WithdrawalRecord Confirmed(WithdrawalRecord draft) =>
        draft with
        {
            Version = draft.Version + 1,
            State = WithdrawalState.Confirmed,
            Slot = draft.ContractId,
            ConfirmedAt = Now.AddMinutes(1),
            DueAt = Now.AddMinutes(1),
            Acknowledgement = "Received.\n",
        };

    private static WithdrawalRecord Ended(string id, string contract) =>
        Confirmed(Draft(id, contract)) with
        {
            Version = 0,
            State = WithdrawalState.Completed,
            DueAt = null,
            EndedAt = Now.AddMinutes(2),
        };

    private static async Task<T[]> AtOnceAsync<T>(int count, Func<int, Task<T>> action)
    {
        var start = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var all = Enumerable
            .Range(0, count)
            .Select(i =>
                Task.Run(async () =>
                {
                    await start.Task;
                    return await action(i);
                })
            )
            .ToArray();
        start.SetResult();
        return await Task.WhenAll(all);
    }
}
