using System.Transactions;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// Tests the stored state after the connection, the server or the caller's transaction fails during an operation.
/// </summary>
public sealed class BrokenConnectionTests(PostgresDatabases databases) : IAsyncLifetime
{
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly string _account = $"account-{Guid.NewGuid():N}";
    private string _database = "";
    private Node? _healthy;

    private IChargeLedger Healthy => _healthy!.Ledger(_account);

    public async ValueTask InitializeAsync()
    {
        _database = await databases.DocumentedAsync();
        _healthy = new Node(_database);
    }

    public async ValueTask DisposeAsync()
    {
        if (_healthy is not null)
            await _healthy.DisposeAsync();
    }

    [Fact]
    public async Task A_claim_whose_answer_was_lost_is_granted_when_the_strategy_repeats_it()
    {
        var losing = new LosesTheAnswerToWrites(times: 2);
        await using var node = new Node(_database, retries: true, losing);

        var claim = await node.Ledger(_account).ClaimAsync(Record());

        Assert.Equal(2, losing.Lost);
        Assert.True(claim.Granted);
        AssertRecord.Same(claim.Record, await Healthy.FindAsync("order-1"));
        Assert.False((await Healthy.ClaimAsync(Record())).Granted);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_change_whose_answer_was_lost_is_made_once_and_known_to_be_made(bool addsAnAttempt)
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        var changed = addsAnAttempt ? Changed(record) : record with { Version = 1, State = ChargeState.Sending };
        var losing = new LosesTheAnswerToWrites(times: 1);
        await using var node = new Node(_database, retries: true, losing);

        Assert.True(await node.Ledger(_account).TryUpdateAsync(changed));

        Assert.Equal(1, losing.Lost);
        AssertRecord.Same(changed, await Healthy.FindAsync("order-1"));
    }

    [Fact]
    public async Task A_change_that_is_too_late_is_not_taken_for_a_lost_answer()
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        Assert.True(await Healthy.TryUpdateAsync(record with { Version = 1, PaymentId = "theirs" }));
        await using var node = new Node(_database, retries: true, new LosesTheAnswerToWrites(times: 1));

        Assert.False(await node.Ledger(_account).TryUpdateAsync(record with { Version = 1, PaymentId = "ours" }));

        Assert.Equal("theirs", (await Healthy.FindAsync("order-1"))!.PaymentId);
    }

    [Fact]
    public async Task Without_a_strategy_a_lost_answer_is_an_error_and_the_claim_stands()
    {
        await using var node = new Node(_database, retries: false, new LosesTheAnswerToWrites(times: 1));

        await Assert.ThrowsAnyAsync<Exception>(() => node.Ledger(_account).ClaimAsync(Record()));

        Assert.Equal(ChargeState.Claimed, (await Healthy.FindAsync("order-1"))!.State);
    }

    [Fact]
    public async Task A_claim_whose_server_dies_leaves_nothing()
    {
        await using var node = new Node(
            _database,
            retries: false,
            new DiesBefore(_database, "INSERT INTO dodo_charges")
        );

        await Assert.ThrowsAnyAsync<Exception>(() => node.Ledger(_account).ClaimAsync(Record()));

        Assert.Null(await Healthy.FindAsync("order-1"));
        Assert.True((await Healthy.ClaimAsync(Record())).Granted);
    }

    [Fact]
    public async Task A_change_whose_server_dies_leaves_the_record_as_it_was_and_can_be_made_again()
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        await using var node = new Node(_database, retries: false, new DiesBefore(_database, "UPDATE dodo_charges"));

        await Assert.ThrowsAnyAsync<Exception>(() => node.Ledger(_account).TryUpdateAsync(Changed(record)));

        AssertRecord.Same(record, await Healthy.FindAsync("order-1"));
        Assert.True(await Healthy.TryUpdateAsync(Changed(record)));
    }

    [Fact]
    public async Task With_a_strategy_a_change_survives_the_death_of_the_server_process()
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        await using var node = new Node(
            _database,
            retries: true,
            new DiesBefore(_database, "UPDATE dodo_charges", times: 1)
        );

        Assert.True(await node.Ledger(_account).TryUpdateAsync(Changed(record)));

        AssertRecord.Same(Changed(record), await Healthy.FindAsync("order-1"));
    }

    [Fact]
    public async Task A_settlement_whose_answer_was_lost_is_there_once_and_known_to_be_there()
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        var losing = new LosesTheAnswerToWrites(times: 1);
        await using var node = new Node(_database, retries: true, losing);

        Assert.True(
            await node.Ledger(_account).TryUpdateAsync(Changed(record), Changed(record).Settlement("settlement-1"))
        );

        Assert.Equal(1, losing.Lost);
        AssertRecord.Same(Changed(record), await Healthy.FindAsync("order-1"));
        AssertRecord.Same(
            Changed(record).Settlement("settlement-1"),
            Assert.Single(await SettlementsAsync()).Settlement
        );
    }

    [Fact]
    public async Task A_settlement_that_is_too_late_is_not_taken_for_a_lost_answer()
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        Assert.True(
            await Healthy.TryUpdateAsync(
                Changed(record) with
                {
                    PaymentId = "theirs",
                },
                Changed(record).Settlement("theirs")
            )
        );
        await using var node = new Node(_database, retries: true, new LosesTheAnswerToWrites(times: 1));

        Assert.False(await node.Ledger(_account).TryUpdateAsync(Changed(record), Changed(record).Settlement("ours")));

        Assert.Equal("theirs", Assert.Single(await SettlementsAsync()).Settlement.Id);
    }

    [Theory]
    [InlineData("the server dies")]
    [InlineData("the settlement is refused")]
    public async Task A_settlement_that_fails_leaves_neither_the_change_nor_the_settlement(string failure)
    {
        var database = await databases.CreateWithTablesAsync();
        await using var healthy = new Node(database);
        var ledger = healthy.Ledger(_account);
        var record = (await ledger.ClaimAsync(Record())).Record;
        await using var failing = new Node(
            database,
            retries: false,
            failure == "the server dies" ? [new DiesBefore(database, "UPDATE dodo_charges")] : []
        );
        if (failure != "the server dies")
            await PostgresDatabases.ExecuteAsync(
                database,
                "ALTER TABLE dodo_settlements ADD CONSTRAINT not_now CHECK (attempts > 0) NOT VALID"
            );

        await Assert.ThrowsAnyAsync<Exception>(() =>
            failing.Ledger(_account).TryUpdateAsync(Changed(record), Changed(record).Settlement("settlement-1"))
        );

        AssertRecord.Same(record, await ledger.FindAsync("order-1"));
        await PostgresDatabases.ExecuteAsync(
            database,
            "ALTER TABLE dodo_settlements DROP CONSTRAINT IF EXISTS not_now"
        );
        Assert.Empty(await ledger.Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting));
        Assert.True(await ledger.TryUpdateAsync(Changed(record), Changed(record).Settlement("settlement-1")));
        Assert.Single(await ledger.Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting));
    }

    [Fact]
    public async Task A_lock_whose_answer_was_lost_is_known_to_be_held()
    {
        await using var node = new Node(_database, retries: true, new LosesTheAnswerToWrites(times: 1));
        var held = new SubscriptionLock
        {
            Environment = DodoEnvironment.Test,
            SubscriptionId = "sub_1",
            Holder = "order-1",
            LockedAt = Now,
        };

        Assert.True(await node.Ledger(_account).TryLockAsync(held));

        await using var other = new Node(_database, retries: true, new LosesTheAnswerToWrites(times: 1));
        Assert.True(await other.Ledger(_account).TryLockAsync(held with { Version = 1, Holder = "order-2" }));
        Assert.False(await Healthy.TryLockAsync(held with { Version = 1, Holder = "order-3" }));
        Assert.Equal("order-2", (await Healthy.FindLockAsync(DodoEnvironment.Test, "sub_1"))!.Holder.Value);
    }

    [Fact]
    public async Task The_callers_transaction_does_not_take_a_claim_back()
    {
        using (new TransactionScope(TransactionScopeAsyncFlowOption.Enabled))
        {
            Assert.True((await Healthy.ClaimAsync(Record())).Granted);
            await using var other = new Node(_database);
            Assert.False((await other.Ledger(_account).ClaimAsync(Record())).Granted);
        }

        Assert.False((await Healthy.ClaimAsync(Record())).Granted);
    }

    [Fact]
    public async Task An_insert_that_fails_for_another_reason_is_an_error_and_leaves_the_key_free()
    {
        var database = await databases.CreateWithTablesAsync();
        await PostgresDatabases.ExecuteAsync(
            database,
            "ALTER TABLE dodo_charges ADD CONSTRAINT not_him CHECK (customer_id <> 'cus_1')"
        );
        await using var node = new Node(database);

        var e = await Assert.ThrowsAsync<DbUpdateException>(() => node.Ledger(_account).ClaimAsync(Record()));

        Assert.Equal("not_him", Assert.IsType<PostgresException>(e.InnerException).ConstraintName);
        Assert.Null(await node.Ledger(_account).FindAsync("order-1"));
    }

    [Fact]
    public async Task Text_that_no_database_takes_does_not_lose_a_payment()
    {
        var record = (await Healthy.ClaimAsync(Record())).Record;
        var half = "😀"[..1];

        Assert.True(
            await Healthy.TryUpdateAsync(
                record with
                {
                    Version = 1,
                    PaymentId = new string('p', 5000),
                    DeclineCode = $"a\0b{half}c😀",
                    Details = "\0",
                    Attempts = [record.Attempts[0] with { ErrorCode = $"a\0b{half}c😀\"" }],
                }
            )
        );

        var kept = (await Healthy.FindAsync("order-1"))!;
        Assert.Equal(5000, kept.PaymentId!.Length);
        Assert.Equal("a\uFFFDb\uFFFDc😀", kept.DeclineCode);
        Assert.Equal("\uFFFD", kept.Details);
        Assert.Equal("a\0b\uFFFDc😀\"", kept.Attempts[0].ErrorCode);
    }

    private Task<IReadOnlyList<SettlementDelivery>> SettlementsAsync() =>
        Healthy.Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting);

    private static ChargeRecord Changed(ChargeRecord record) =>
        record with
        {
            Version = 1,
            State = ChargeState.Waiting,
            Attempts =
            [
                record.Attempts[0] with
                {
                    PaymentId = "pay_1",
                },
                new ChargeAttempt { Id = record.Attempts[0].Id + "-2", StartedAt = Now },
            ],
        };

    private static ChargeRecord Record() =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = "order-1",
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };
}
