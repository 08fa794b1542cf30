using System.Collections.Concurrent;
using DodoUpsell.StoreTests.Support;
using DodoUpsell.Webhooks;

namespace DodoUpsell.StoreTests.Charging;

/// <summary>
/// The tests that every ledger must pass, including races. They run for the in-memory ledger and for a real database.
/// </summary>
public abstract class ChargeLedgerSuite
{
    private static readonly DateTimeOffset Now = new DateTimeOffset(2026, 1, 15, 12, 0, 0, TimeSpan.Zero).AddTicks(
        1234567
    );
    private static readonly DateTimeOffset Later = Now.AddMinutes(3);

    private readonly string _account = $"account-{Guid.NewGuid():N}";

    /// <summary>
    /// Opens the ledger of an account as another server does, with its own connections if the ledger uses any.
    /// </summary>
    protected abstract Task<IChargeLedger> OpenAsync(string account);

    [Fact]
    public async Task A_free_key_is_granted_and_found()
    {
        var ledger = await OpenAsync(_account);
        var record = Record("order-1");

        var claim = await ledger.ClaimAsync(record);

        Assert.True(claim.Granted);
        AssertRecord.Same(record, claim.Record);
        AssertRecord.Same(record, await ledger.FindAsync("order-1"));
        Assert.Null(await ledger.FindAsync("order-2"));
    }

    [Fact]
    public async Task Of_a_hundred_clicks_at_once_on_two_servers_one_is_granted_and_the_others_see_its_record()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];

        var claims = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    Task.Run(() => nodes[i % 2].ClaimAsync(Record("order-1") with { CustomerId = $"cus_{i}" }))
                )
        );

        var granted = Assert.Single(claims, claim => claim.Granted).Record;
        Assert.All(claims, claim => AssertRecord.Same(granted, claim.Record));
        AssertRecord.Same(granted, await nodes[0].FindAsync("order-1"));
    }

    [Fact]
    public async Task Many_keys_claimed_at_once_are_all_granted_once()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];

        var claims = await Task.WhenAll(
            Enumerable.Range(0, 200).Select(i => Task.Run(() => nodes[i % 2].ClaimAsync(Record($"order-{i / 2}"))))
        );

        Assert.Equal(100, claims.Count(claim => claim.Granted));
        Assert.Equal(100, claims.Where(claim => claim.Granted).Select(claim => claim.Record.Key).Distinct().Count());
    }

    [Fact]
    public async Task The_same_claim_twice_is_granted_once()
    {
        var ledger = await OpenAsync(_account);
        var record = Record("order-1");

        Assert.True((await ledger.ClaimAsync(record)).Granted);
        Assert.False((await ledger.ClaimAsync(record)).Granted);
    }

    [Fact]
    public async Task Of_fifty_changes_of_one_version_on_two_servers_one_wins()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        var record = (await nodes[0].ClaimAsync(Record("order-1"))).Record;

        var changes = await Task.WhenAll(
            Enumerable
                .Range(0, 50)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var changed = record with
                        {
                            Version = 1,
                            State = ChargeState.Waiting,
                            PaymentId = $"pay_{i}",
                            Attempts = [record.Attempts[0] with { PaymentId = $"pay_{i}" }],
                        };
                        return (Won: await nodes[i % 2].TryUpdateAsync(changed), Record: changed);
                    })
                )
        );

        AssertRecord.Same(Assert.Single(changes, change => change.Won).Record, await nodes[1].FindAsync("order-1"));
    }

    [Fact]
    public async Task A_chain_of_changes_raced_by_two_servers_loses_none()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        await nodes[0].ClaimAsync(Record("order-1"));

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        for (var made = 0; made < 5; )
                        {
                            var current = (await nodes[i % 2].FindAsync("order-1"))!;

                            // Some calls change the record, others add an attempt. On a database, they must not
                            // deadlock.
                            var next = current with
                            {
                                Version = current.Version + 1,
                                Checks = current.Checks + 1,
                            };
                            next =
                                i % 4 < 2
                                    ? next with
                                    {
                                        Attempts =
                                        [
                                            current.Attempts[0] with
                                            {
                                                Status = $"{i}",
                                            },
                                            .. current.Attempts.Skip(1),
                                        ],
                                    }
                                    : next with
                                    {
                                        Attempts =
                                        [
                                            .. current.Attempts,
                                            new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now },
                                        ],
                                    };
                            if (await nodes[i % 2].TryUpdateAsync(next))
                                made++;
                        }
                    })
                )
        );

        var last = (await nodes[0].FindAsync("order-1"))!;
        Assert.Equal((80, 80, 1 + 40), (last.Version, last.Checks, last.Attempts.Count));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    [InlineData(-1)]
    public async Task A_change_of_another_version_changes_nothing(int version)
    {
        var ledger = await OpenAsync(_account);
        var record = (await ledger.ClaimAsync(Record("order-1"))).Record;

        Assert.False(
            await ledger.TryUpdateAsync(record with { Version = version, State = ChargeState.Succeeded, Attempts = [] })
        );

        AssertRecord.Same(record, await ledger.FindAsync("order-1"));
    }

    [Fact]
    public async Task A_change_of_an_unknown_key_adds_nothing()
    {
        var ledger = await OpenAsync(_account);

        Assert.False(await ledger.TryUpdateAsync(Record("order-1") with { Version = 1 }));

        Assert.Null(await ledger.FindAsync("order-1"));
    }

    [Fact]
    public async Task Every_property_is_kept_by_a_claim()
    {
        var ledger = await OpenAsync(_account);
        var full = Sample.Full();

        await ledger.ClaimAsync(full);

        AssertRecord.Same(full, await ledger.FindAsync(full.Key));
    }

    [Fact]
    public async Task Every_property_is_kept_by_a_change_and_nothing_of_what_was_before()
    {
        var ledger = await OpenAsync(_account);
        var full = Sample.Full();
        var bare = new ChargeRecord
        {
            Environment = full.Environment,
            Key = full.Key,
            Fingerprint = "f",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            Version = full.Version - 1,
        };
        await ledger.ClaimAsync(bare);

        Assert.True(await ledger.TryUpdateAsync(full));
        AssertRecord.Same(full, await ledger.FindAsync(full.Key));

        Assert.True(await ledger.TryUpdateAsync(bare with { Version = full.Version + 1 }));
        AssertRecord.Same(bare with { Version = full.Version + 1 }, await ledger.FindAsync(full.Key));
    }

    [Fact]
    public async Task Attempts_keep_their_order()
    {
        var ledger = await OpenAsync(_account);
        var record = (await ledger.ClaimAsync(Record("order-1"))).Record;
        for (var version = 1; version <= 12; version++)
        {
            record = record with
            {
                Version = version,
                Attempts =
                [
                    .. record.Attempts,
                    new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now },
                ],
            };
            Assert.True(await ledger.TryUpdateAsync(record));
        }

        AssertRecord.Same(record, await ledger.FindAsync("order-1"));
    }

    [Fact]
    public async Task Attempts_may_be_changed_added_reordered_exchanged_and_dropped()
    {
        var ledger = await OpenAsync(_account);
        var record = (await ledger.ClaimAsync(Record("order-1"))).Record;
        var (a, b, c) = (record.Attempts[0], Record("b").Attempts[0], Record("c").Attempts[0]);
        ChargeAttempt[][] steps =
        [
            [a with { Status = "failed" }],
            [a, b],
            [b, a],
            [b, c],
            [b with { ErrorCode = "X" }, c],
            [c],
            [a],
            [],
        ];
        foreach (var attempts in steps)
        {
            record = record with { Version = record.Version + 1, Attempts = attempts };
            Assert.True(await ledger.TryUpdateAsync(record));
            AssertRecord.Same(record, await ledger.FindAsync("order-1"));
        }
    }

    [Fact]
    public async Task What_is_due_is_taken_the_longest_waiting_first_and_given_back_after_its_time()
    {
        var ledger = await OpenAsync(_account);
        await ClaimAsync(ledger, Record("due-2") with { NextCheckAt = Now });
        await ClaimAsync(ledger, Record("due-1") with { NextCheckAt = Now.AddMinutes(-1) });
        await ClaimAsync(ledger, Record("due-3") with { NextCheckAt = Now });
        await ClaimAsync(ledger, Record("not-yet") with { NextCheckAt = Now.AddMilliseconds(1) });
        await ClaimAsync(ledger, Record("never") with { NextCheckAt = null });

        var two = await ledger.LeaseDueAsync(Now, Later, maxCount: 2);
        var rest = await ledger.LeaseDueAsync(Now, Later, maxCount: 10);
        var none = await ledger.LeaseDueAsync(Later.AddSeconds(-1), Later, maxCount: 10);
        var again = await ledger.LeaseDueAsync(Later, Later.AddMinutes(3), maxCount: 10);

        Assert.Equal("due-1", two[0].Key.Value);
        Assert.Equal(
            ["due-1", "due-2", "due-3"],
            two.Concat(rest).Select(record => record.Key.Value).Order(StringComparer.Ordinal)
        );
        Assert.Equal("not-yet", Assert.Single(none).Key.Value);
        Assert.Equal(
            ["due-1", "due-2", "due-3", "not-yet"],
            again.Select(record => record.Key.Value).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task What_is_taken_is_as_it_is_kept_and_can_be_changed()
    {
        var ledger = await OpenAsync(_account);
        await ClaimAsync(ledger, Record("order-1"));

        var taken = Assert.Single(await ledger.LeaseDueAsync(Now, Later, maxCount: 10));

        AssertRecord.Same(Record("order-1") with { NextCheckAt = Later, Attempts = taken.Attempts }, taken);
        AssertRecord.Same(taken, await ledger.FindAsync("order-1"));
        Assert.True(
            await ledger.TryUpdateAsync(taken with { Version = 1, NextCheckAt = null, State = ChargeState.Succeeded })
        );
        Assert.Empty(await ledger.LeaseDueAsync(Later.AddHours(1), Later.AddHours(2), maxCount: 10));
    }

    [Fact]
    public async Task Takers_on_two_servers_never_get_the_same_record_and_leave_none()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        await Task.WhenAll(Enumerable.Range(0, 120).Select(i => ClaimAsync(nodes[i % 2], Record($"order-{i}"))));
        var taken = new ConcurrentBag<string>();

        await Task.WhenAll(
            Enumerable
                .Range(0, 16)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        while (await nodes[i % 2].LeaseDueAsync(Now, Later, maxCount: 7) is { Count: > 0 } batch)
                        {
                            foreach (var record in batch)
                                taken.Add(record.Key.Value);
                        }
                    })
                )
        );

        Assert.Equal(120, taken.Count);
        Assert.Equal(120, taken.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_is_taken_while_it_is_changed_is_never_half_of_both()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        await ClaimAsync(nodes[0], Record("order-1"));

        var changes = Task.Run(async () =>
        {
            for (var i = 1; i <= 40; i++)
            {
                var current = (await nodes[0].FindAsync("order-1"))!;
                await nodes[0]
                    .TryUpdateAsync(
                        current with
                        {
                            Version = i,
                            NextCheckAt = Now,
                            PaymentId = $"pay_{i}",
                            Attempts = [current.Attempts[0] with { PaymentId = $"pay_{i}" }],
                        }
                    );
            }
        });
        var takes = Task.Run(async () =>
        {
            var seen = new List<ChargeRecord>();
            while (!changes.IsCompleted)
                seen.AddRange(await nodes[1].LeaseDueAsync(Now, Later, maxCount: 5));
            return seen;
        });
        await changes;

        Assert.All(
            await takes,
            record =>
            {
                Assert.Equal(record.Version == 0 ? null : $"pay_{record.Version}", record.PaymentId);
                Assert.Equal(record.PaymentId, Assert.Single(record.Attempts).PaymentId);
            }
        );
        Assert.Equal(40, (await nodes[1].FindAsync("order-1"))!.Version);
    }

    [Fact]
    public async Task Accounts_do_not_see_each_other()
    {
        var mine = await OpenAsync(_account);
        var other = await OpenAsync(_account + "-other");
        var ended = Record("order-1") with { State = ChargeState.Succeeded, SettledAt = Now };
        await ClaimAsync(mine, ended);

        Assert.Null(await other.FindAsync("order-1"));
        Assert.Empty(await other.ListAsync(ChargeState.Succeeded));
        Assert.Empty(await other.LeaseDueAsync(Later, Later.AddHours(1), maxCount: 10));
        Assert.False(await other.TryUpdateAsync(ended with { Version = 1 }));
        Assert.Equal(0, await other.PruneAsync(Later));
        await ClaimAsync(other, Record("order-1"));
        AssertRecord.Same(
            ended with
            {
                Attempts = (await mine.FindAsync("order-1"))!.Attempts,
            },
            await mine.FindAsync("order-1")
        );
    }

    [Fact]
    public async Task A_list_has_one_state_the_oldest_first_and_ends_at_its_limit()
    {
        var ledger = await OpenAsync(_account);
        foreach (var i in (int[])[3, 1, 2, 0])
            await ClaimAsync(
                ledger,
                Record($"order-{i}") with
                {
                    ClaimedAt = Now.AddMinutes(i),
                    State = ChargeState.Waiting,
                }
            );
        await ClaimAsync(ledger, Record("other") with { State = ChargeState.Sending });

        Assert.Equal(
            ["order-0", "order-1", "order-2", "order-3"],
            (await ledger.ListAsync(ChargeState.Waiting)).Select(record => record.Key.Value)
        );
        Assert.Equal(
            ["order-0", "order-1"],
            (await ledger.ListAsync(ChargeState.Waiting, maxCount: 2)).Select(record => record.Key.Value)
        );
        Assert.All(await ledger.ListAsync(ChargeState.Waiting), record => Assert.Single(record.Attempts));
        Assert.Empty(await ledger.ListAsync(ChargeState.Declined));
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Pages_by_age_contain_each_charge_of_a_state_once(bool newestFirst)
    {
        var ledger = await OpenAsync(_account);
        for (var i = 0; i < 7; i++)
            await ClaimAsync(
                ledger,
                Record($"order-{i}") with
                {
                    ClaimedAt = Now.AddMinutes(i / 2),
                    State = ChargeState.Waiting,
                }
            );
        await ClaimAsync(ledger, Record("other") with { State = ChargeState.Sending });
        var live = Record("live") with { State = ChargeState.Waiting, Environment = DodoEnvironment.Live };
        await ledger.ClaimAsync(live);
        var query = new ChargeQuery
        {
            State = ChargeState.Waiting,
            NewestFirst = newestFirst,
            MaxCount = 3,
        };

        async Task<List<string>> AllAsync(ChargeQuery pages)
        {
            var keys = new List<string>();
            while (await ledger.ListAsync(DodoEnvironment.Test, pages) is { Count: > 0 } page)
            {
                Assert.InRange(page.Count, 1, 3);
                keys.AddRange(page.Select(record => record.Key.Value));
                pages = pages with { After = page[^1] with { State = ChargeState.Succeeded } };
            }

            return keys;
        }

        var expected = Enumerable.Range(0, 7).Select(i => $"order-{i}");
        Assert.Equal(newestFirst ? expected.Reverse() : expected, await AllAsync(query));
        var old = expected.Take(4);
        Assert.Equal(
            newestFirst ? old.Reverse() : old,
            await AllAsync(query with { ClaimedBefore = Now.AddMinutes(2) })
        );
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() =>
            ledger.ListAsync(DodoEnvironment.Test, query with { MaxCount = 0 })
        );
    }

    [Theory]
    [InlineData(ChargeState.Claimed, false)]
    [InlineData(ChargeState.Sending, false)]
    [InlineData(ChargeState.Waiting, false)]
    [InlineData(ChargeState.CheckoutOpen, false)]
    [InlineData(ChargeState.Succeeded, true)]
    [InlineData(ChargeState.Declined, true)]
    [InlineData(ChargeState.Refused, true)]
    [InlineData(ChargeState.NotCharged, true)]
    [InlineData(ChargeState.Refunded, true)]
    public async Task Only_what_ended_before_the_moment_is_removed(ChargeState state, bool isRemoved)
    {
        var ledger = await OpenAsync(_account);
        await ClaimAsync(ledger, Record("old") with { State = state, SettledAt = Now.AddMilliseconds(-1) });
        await ClaimAsync(ledger, Record("young") with { State = state, SettledAt = Now });
        await ClaimAsync(ledger, Record("unsettled") with { State = state });

        Assert.Equal(isRemoved ? 1 : 0, await ledger.PruneAsync(Now));

        Assert.Equal(isRemoved, await ledger.FindAsync("old") is null);
        Assert.NotNull(await ledger.FindAsync("young"));
        Assert.NotNull(await ledger.FindAsync("unsettled"));
        Assert.Equal(isRemoved, (await ledger.ClaimAsync(Record("old"))).Granted);
    }

    [Fact]
    public async Task Two_servers_that_remove_a_lot_at_once_do_not_stand_in_each_others_way()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        await Task.WhenAll(
            Enumerable
                .Range(0, 700)
                .Select(i =>
                    ClaimAsync(
                        nodes[i % 2],
                        Record($"order-{i}") with
                        {
                            State = ChargeState.Succeeded,
                            SettledAt = Now,
                        }
                    )
                )
        );

        var removed = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(i => Task.Run(() => nodes[i % 2].PruneAsync(Later)))
        );

        Assert.Equal(700, removed.Sum());
        Assert.Empty(await nodes[0].ListAsync(ChargeState.Succeeded));
    }

    [Theory]
    [InlineData("order-1")]
    [InlineData("O'Reilly \"quoted\" `ticked`")]
    [InlineData("100% _like_ [a-z] \\ escaped \\' ; DROP TABLE dodo_charges; --")]
    [InlineData("größe/ñandú/заказ/注文/طلب")]
    [InlineData("e\u0301 is not \u00e9")]
    [InlineData("{0} :name @name $1 ?")]
    [InlineData("a")]
    public async Task Keys_may_have_any_letters(string text)
    {
        var ledger = await OpenAsync(_account);
        var record = Record(text);
        await ClaimAsync(ledger, record);

        Assert.False((await ledger.ClaimAsync(Record(text))).Granted);
        Assert.True(
            await ledger.TryUpdateAsync(record with { Version = 1, State = ChargeState.Succeeded, SettledAt = Now })
        );
        Assert.Equal(text, (await ledger.FindAsync(text))!.Key.Value);
        Assert.Equal(1, await ledger.PruneAsync(Later));
    }

    [Theory]
    [InlineData('k')]
    [InlineData('注')]
    public async Task Keys_may_have_200_characters(char letter)
    {
        var ledger = await OpenAsync(_account);
        var longest = new string(letter, ChargeKey.MaxLength);
        await ClaimAsync(ledger, Record(longest));
        await ClaimAsync(ledger, Record(longest[..^1] + "!"));

        Assert.Equal(longest, (await ledger.FindAsync(longest))!.Key.Value);
    }

    [Theory]
    [InlineData("Order-1", "order-1")]
    [InlineData("straße", "strasse")]
    [InlineData("e\u0301", "\u00e9")]
    [InlineData("a  b", "a b")]
    public async Task Keys_that_look_alike_are_two(string one, string other)
    {
        var ledger = await OpenAsync(_account);
        await ClaimAsync(ledger, Record(one));
        await ClaimAsync(ledger, Record(other));

        Assert.Equal(one, (await ledger.FindAsync(one))!.Key.Value);
        Assert.Equal(other, (await ledger.FindAsync(other))!.Key.Value);
    }

    [Fact]
    public async Task A_cancelled_call_does_nothing_and_says_so()
    {
        var ledger = await OpenAsync(_account);
        await ClaimAsync(ledger, Record("order-1"));
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.ClaimAsync(Record("order-2"), cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ledger.TryUpdateAsync(Record("order-1") with { Version = 1 }, null, cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.FindAsync("order-1", cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.LeaseDueAsync(Now, Later, 10, cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() =>
            ledger.ListAsync(ChargeState.Claimed, 10, cancelled)
        );
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ledger.PruneAsync(Later, cancelled));

        Assert.Null(await ledger.FindAsync("order-2"));
        AssertRecord.Same(
            Record("order-1") with
            {
                Attempts = (await ledger.FindAsync("order-1"))!.Attempts,
            },
            await ledger.FindAsync("order-1")
        );
    }

    [Fact]
    public async Task Environments_are_kept_apart()
    {
        var ledger = await OpenAsync(_account);
        var test = Record("order-1") with { State = ChargeState.Succeeded, SettledAt = Now };
        var live = test with { Environment = DodoEnvironment.Live, CustomerId = "cus_live" };
        await ClaimAsync(ledger, test);
        Assert.Null(await ledger.FindAsync(DodoEnvironment.Live, "order-1"));
        Assert.Null(await ledger.FindByAttemptAsync(DodoEnvironment.Live, test.Attempts[0].Id));
        Assert.Empty(await ledger.ListAsync(DodoEnvironment.Live, ChargeState.Succeeded));
        Assert.Empty(await ledger.LeaseDueAsync(DodoEnvironment.Live, Later, Later.AddHours(1), 10));
        Assert.False(await ledger.TryUpdateAsync(live with { Version = 1 }));
        Assert.Equal(0, await ledger.PruneAsync(DodoEnvironment.Live, Later));

        await ClaimAsync(ledger, live);

        AssertRecord.Same(test, await ledger.FindAsync("order-1"));
        AssertRecord.Same(live, await ledger.FindAsync(DodoEnvironment.Live, "order-1"));
        AssertRecord.Same(live, await ledger.FindByAttemptAsync(DodoEnvironment.Live, live.Attempts[0].Id));
        Assert.Equal(
            "cus_live",
            Assert.Single(await ledger.LeaseDueAsync(DodoEnvironment.Live, Now, Later, 10)).CustomerId
        );
        Assert.Equal("cus_1", Assert.Single(await ledger.LeaseDueAsync(Now, Later, 10)).CustomerId);
        Assert.Equal(1, await ledger.PruneAsync(DodoEnvironment.Live, Later));
        Assert.NotNull(await ledger.FindAsync("order-1"));
    }

    [Fact]
    public async Task A_record_is_found_by_its_newest_attempt_only()
    {
        var ledger = await OpenAsync(_account);
        var record = Record("order-1");
        await ClaimAsync(ledger, record);
        AssertRecord.Same(record, await ledger.FindByAttemptAsync(DodoEnvironment.Test, record.Attempts[0].Id));

        var again = record with
        {
            Version = 1,
            Attempts = [.. record.Attempts, new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };
        Assert.True(await ledger.TryUpdateAsync(again));

        Assert.Null(await ledger.FindByAttemptAsync(DodoEnvironment.Test, record.Attempts[0].Id));
        AssertRecord.Same(again, await ledger.FindByAttemptAsync(DodoEnvironment.Test, again.Attempts[1].Id));
        Assert.True(await ledger.TryUpdateAsync(again with { Version = 2, Attempts = [] }));
        Assert.Null(await ledger.FindByAttemptAsync(DodoEnvironment.Test, again.Attempts[1].Id));
    }

    [Fact]
    public async Task Of_a_hundred_updates_at_once_on_two_servers_the_one_that_wins_records_its_settlement()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        var record = Record("order-1");
        await ClaimAsync(nodes[0], record);

        var changes = await Task.WhenAll(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        var changed = record with
                        {
                            Version = 1,
                            State = ChargeState.Succeeded,
                            SettledAt = Now,
                            PaymentId = $"pay_{i}",
                        };
                        return (
                            Won: await nodes[i % 2].TryUpdateAsync(changed, changed.Settlement($"settlement-{i}")),
                            Record: changed,
                            Id: $"settlement-{i}"
                        );
                    })
                )
        );

        var winner = Assert.Single(changes, change => change.Won);
        var kept = Assert.Single(await nodes[1].Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting));
        Assert.Equal(winner.Id, kept.Settlement.Id);
        AssertRecord.Same(winner.Record, kept.Settlement.Charge);
        AssertRecord.Same(winner.Record, await nodes[1].FindAsync("order-1"));
    }

    [Fact]
    public async Task Updates_and_settlements_of_many_charges_at_once_do_not_wait_for_each_other_for_ever()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        for (var key = 0; key < 3; key++)
            await ClaimAsync(nodes[0], Record($"order-{key}"));

        await Task.WhenAll(
            Enumerable
                .Range(0, 12)
                .Select(i =>
                    Task.Run(async () =>
                    {
                        for (var made = 0; made < 5; )
                        {
                            var current = (await nodes[i % 2].FindAsync($"order-{i % 3}"))!;
                            var next = current with { Version = current.Version + 1 };
                            if (await nodes[i % 2].TryUpdateAsync(next, next.Settlement($"{next.Key}-{next.Version}")))
                                made++;
                        }
                    })
                )
        );

        var kept = await nodes[0].Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting, 1000);
        Assert.Equal(
            Enumerable
                .Range(0, 3)
                .SelectMany(key => Enumerable.Range(1, 20).Select(version => $"order-{key}-{version}"))
                .Order(StringComparer.Ordinal),
            kept.Select(delivery => delivery.Settlement.Id).Order(StringComparer.Ordinal)
        );
    }

    [Fact]
    public async Task A_settlement_whose_id_is_there_does_not_keep_its_charge_from_going_on()
    {
        var ledger = await OpenAsync(_account);
        var record = Record("order-1");
        await ClaimAsync(ledger, record);
        Assert.True(await ledger.Settlements.AddAsync(record.Settlement("refund-1")));

        Assert.True(
            await ledger.TryUpdateAsync(
                record with
                {
                    Version = 1,
                    State = ChargeState.Refunded,
                },
                record.Settlement("refund-1")
            )
        );

        Assert.Equal(ChargeState.Refunded, (await ledger.FindAsync("order-1"))!.State);
        Assert.Equal(
            ChargeState.Claimed,
            Assert
                .Single(await ledger.Settlements.ListAsync(DodoEnvironment.Test, InboxState.Waiting))
                .Settlement.Charge.State
        );
    }

    [Fact]
    public async Task A_settlement_of_another_charge_is_refused_and_nothing_changes()
    {
        var ledger = await OpenAsync(_account);
        var record = Record("order-1");
        await ClaimAsync(ledger, record);

        await Assert.ThrowsAsync<ArgumentException>(() =>
            ledger.TryUpdateAsync(record with { Version = 1 }, Record("order-2").Settlement("settlement-1"))
        );
        await Assert.ThrowsAsync<ArgumentException>(() =>
            ledger.TryUpdateAsync(
                record with
                {
                    Version = 1,
                },
                (record with { Environment = DodoEnvironment.Live }).Settlement("settlement-1")
            )
        );

        AssertRecord.Same(record, await ledger.FindAsync("order-1"));
    }

    [Fact]
    public async Task Of_a_hundred_attempts_to_lock_at_once_on_two_servers_one_wins_for_each_version()
    {
        IChargeLedger[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        Assert.Null(await nodes[0].FindLockAsync(DodoEnvironment.Test, "sub_1"));
        for (var version = 0; version < 3; version++)
        {
            var attempts = await Task.WhenAll(
                Enumerable
                    .Range(0, 100)
                    .Select(i =>
                        Task.Run(async () =>
                        {
                            var held = new SubscriptionLock
                            {
                                Environment = DodoEnvironment.Test,
                                SubscriptionId = "sub_1",
                                Holder = $"order-{version}-{i}",
                                LockedAt = Now,
                                PartlyPaidUntil = version == 1 ? Later : null,
                                Version = version,
                            };
                            return (Won: await nodes[i % 2].TryLockAsync(held), Lock: held);
                        })
                    )
            );

            var kept = (await nodes[1].FindLockAsync(DodoEnvironment.Test, "sub_1"))!;
            var winner = Assert.Single(attempts, attempt => attempt.Won).Lock;
            Assert.Equal(
                (winner.Holder, version, winner.PartlyPaidUntil is null),
                (kept.Holder, kept.Version, kept.PartlyPaidUntil is null)
            );
        }

        Assert.False(
            await nodes[0]
                .TryLockAsync(
                    new SubscriptionLock
                    {
                        Environment = DodoEnvironment.Test,
                        SubscriptionId = "sub_1",
                        Holder = "late",
                        LockedAt = Now,
                        Version = 4,
                    }
                )
        );
        Assert.False(
            await nodes[0]
                .TryLockAsync(
                    new SubscriptionLock
                    {
                        Environment = DodoEnvironment.Test,
                        SubscriptionId = "sub_2",
                        Holder = "early",
                        LockedAt = Now,
                        Version = 1,
                    }
                )
        );
        Assert.Null(await nodes[0].FindLockAsync(DodoEnvironment.Test, "sub_2"));
    }

    [Fact]
    public async Task Locks_are_kept_apart_by_environment_and_are_not_pruned()
    {
        var ledger = await OpenAsync(_account);
        var test = new SubscriptionLock
        {
            Environment = DodoEnvironment.Test,
            SubscriptionId = "sub_1",
            Holder = "order-1",
            LockedAt = Now,
        };
        Assert.True(await ledger.TryLockAsync(test));
        Assert.Null(await ledger.FindLockAsync(DodoEnvironment.Live, "sub_1"));
        Assert.True(await ledger.TryLockAsync(test with { Environment = DodoEnvironment.Live, Holder = "order-2" }));

        Assert.Equal(0, await ledger.PruneAsync(Now.AddYears(10)));

        Assert.Equal("order-1", (await ledger.FindLockAsync(DodoEnvironment.Test, "sub_1"))!.Holder.Value);
        Assert.Equal("order-2", (await ledger.FindLockAsync(DodoEnvironment.Live, "sub_1"))!.Holder.Value);
        Assert.Null(await (await OpenAsync(_account + "-other")).FindLockAsync(DodoEnvironment.Test, "sub_1"));
    }

    private static async Task ClaimAsync(IChargeLedger ledger, ChargeRecord record) =>
        Assert.True((await ledger.ClaimAsync(record)).Granted);

    private static ChargeRecord Record(string key) =>
        new()
        {
            Environment = DodoEnvironment.Test,
            Key = key,
            Fingerprint = "0F",
            Flow = "upsell",
            CustomerId = "cus_1",
            ClaimedAt = Now,
            NextCheckAt = Now,
            Attempts = [new ChargeAttempt { Id = Guid.NewGuid().ToString("N"), StartedAt = Now }],
        };
}
