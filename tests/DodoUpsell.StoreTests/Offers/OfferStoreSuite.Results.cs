using DodoUpsell.StoreTests.Support;
using static DodoUpsell.StoreTests.Offers.OfferSamples;

namespace DodoUpsell.StoreTests.Offers;

public abstract partial class OfferStoreSuite
{
    [Fact]
    public async Task Every_property_of_a_movement_of_money_is_kept()
    {
        var store = await OpenAsync(_account);
        var full = Sample.Full<OfferMoney>() with { Environment = Test };
        var bare = Payment("pay_bare") with { ProductIds = [] };

        Assert.True(await store.AddMoneyAsync(full));
        Assert.True(await store.AddMoneyAsync(bare));

        AssertRecord.SameProperties(full, await store.FindMoneyAsync(Test, full.SourceId));
        AssertRecord.SameProperties(bare, await store.FindMoneyAsync(Test, "pay_bare"));
        Assert.Null(await store.FindMoneyAsync(Test, "pay_other"));
    }

    [Fact]
    public async Task A_movement_is_added_once_and_completed_once_by_its_offer()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];

        var added = await AtOnceAsync(32, i => nodes[i % 2].AddMoneyAsync(Payment("pay_1")));
        Assert.Single(added, isAdded => isAdded);
        var completed = await AtOnceAsync(
            32,
            i => nodes[i % 2].AddMoneyAsync(Payment("pay_1", offer: $"ofr_{i}") with { IsRenewal = true })
        );
        Assert.Single(completed, isCompleted => isCompleted);
        Assert.False(await nodes[0].AddMoneyAsync(Payment("pay_1")));

        var winner = completed.Index().Single(result => result.Item).Index;
        AssertRecord.SameProperties(
            Payment("pay_1", offer: $"ofr_{winner}") with
            {
                IsRenewal = true,
            },
            await nodes[1].FindMoneyAsync(Test, "pay_1")
        );
    }

    [Fact]
    public async Task The_results_of_a_rule_are_counted_since_a_time()
    {
        var store = await OpenAsync(_account);
        async Task AddAsync(string id, OfferState state, OfferFailure? failure, int minutes, string rule = "rule-1")
        {
            await store.AddAsync(
                Offer(id) with
                {
                    RuleId = rule,
                    State = state,
                    Failure = failure,
                    AcceptedAt = Now.AddMinutes(minutes),
                }
            );
        }

        await AddAsync("ofr_1", OfferState.Accepted, null, 0);
        await AddAsync("ofr_2", OfferState.Accepted, null, 1);
        await AddAsync("ofr_3", OfferState.Failed, OfferFailure.Declined, 0);
        await AddAsync("ofr_4", OfferState.Failed, OfferFailure.Refused, 0);
        await AddAsync("ofr_5", OfferState.Failed, OfferFailure.Refused, 2);
        await AddAsync("ofr_6", OfferState.Failed, OfferFailure.NotCompleted, 0);
        await AddAsync("ofr_7", OfferState.Accepting, null, 0);
        await AddAsync("ofr_old", OfferState.Accepted, null, -1);
        await AddAsync("ofr_other", OfferState.Accepted, null, 0, "rule-2");
        await store.AddAsync(Offer("ofr_never"));
        foreach (var (source, offer, kind) in Movements)
            await store.AddMoneyAsync(Payment(source, offer: offer) with { Kind = kind });

        Assert.Equal(new OfferCounts(2, 1, 2, 2), await store.CountAsync(Test, "rule-1", Now));
        Assert.Equal(new OfferCounts(0, 0, 0, 0), await store.CountAsync(Test, "rule-3", Now));
    }

    private static readonly (string, string?, OfferMoneyKind)[] Movements =
    [
        ("dsp_1", "ofr_1", OfferMoneyKind.DisputeLost),
        ("dsp_2", "ofr_1", OfferMoneyKind.DisputeLost),
        ("dsp_3", "ofr_old", OfferMoneyKind.DisputeLost),
        ("dsp_4", null, OfferMoneyKind.DisputeLost),
        ("dsp_5:opened", "ofr_2", OfferMoneyKind.DisputeOpened),
        ("ref_1", "ofr_2", OfferMoneyKind.Refund),
    ];

    [Fact]
    public async Task A_rule_is_paused_once_until_it_is_resumed_or_its_time_is_over()
    {
        IOfferStore[] nodes = [await OpenAsync(_account), await OpenAsync(_account)];
        var pause = Pause("rule-1") with { ResumesAt = Now.AddHours(1) };

        Assert.Single(await AtOnceAsync(16, i => nodes[i % 2].PauseAsync(pause)), isPaused => isPaused);
        Assert.True(await nodes[0].PauseAsync(Pause("rule-0")));

        var listed = await nodes[1].ListPausesAsync(Test);
        Assert.Equal(["rule-0", "rule-1"], listed.Select(kept => kept.RuleId));
        AssertRecord.SameProperties(pause, listed[1]);
        var later = Sample.Full<OfferPause>() with { Environment = Test, RuleId = "rule-1" };
        Assert.False(await nodes[0].PauseAsync(later with { PausedAt = Now.AddMinutes(59) }));
        Assert.False(await nodes[0].PauseAsync(Pause("rule-0") with { PausedAt = Now.AddYears(1) }));
        later = later with { PausedAt = Now.AddMinutes(61) };
        Assert.True(await nodes[0].PauseAsync(later));
        AssertRecord.SameProperties(later, (await nodes[1].ListPausesAsync(Test))[1]);

        var resumed = Now.AddMinutes(5);
        Assert.Single(
            await AtOnceAsync(16, i => nodes[i % 2].ResumeAsync(Test, "rule-0", resumed)),
            isFirst => isFirst
        );
        AssertRecord.SameProperties(
            Pause("rule-0") with
            {
                ResumesAt = resumed,
            },
            (await nodes[1].ListPausesAsync(Test))[0]
        );
        Assert.False(await nodes[0].ResumeAsync(Test, "rule-unknown", resumed));
        Assert.False(await nodes[0].ResumeAsync(Test, "rule-1", later.ResumesAt!.Value));
        Assert.True(await nodes[0].PauseAsync(Pause("rule-0") with { PausedAt = resumed }));
    }

    [Fact]
    public async Task What_was_made_is_read_in_order_and_each_once_while_more_is_added()
    {
        var store = await OpenAsync(_account);
        const int Count = 1100;
        for (var i = 0; i < Count; i++)
        {
            // Several of the same time.
            var at = Now.AddSeconds(i / 7);
            await store.AddAsync(Offer($"ofr_{i:0000}") with { MadeAt = at });
            await store.AssignAsync(Assignment($"exp-{i % 3}", $"user:{i:0000}", "a") with { AssignedAt = at });
            await store.AddMoneyAsync(Payment($"pay_{i:0000}") with { OccurredAt = at });
        }

        var end = Now.AddSeconds(Count);
        await store.AddAsync(Offer("ofr_end") with { MadeAt = end });
        await store.AssignAsync(Assignment("exp", "user:end", "a") with { AssignedAt = end });
        var added = 0;
        async Task AddAsync()
        {
            if (++added % 50 != 0)
                return;
            await store.AddAsync(Offer($"ofr_before_{added}") with { MadeAt = Now.AddSeconds(-1) });
            await store.AddAsync(Offer($"ofr_0_{added}") with { MadeAt = Now });
            await store.AssignAsync(Assignment("exp-0", $"user:0_{added}", "a"));
            await store.AddMoneyAsync(Payment($"pay_0_{added}"));
        }

        var offers = new List<OfferRecord>();
        await foreach (var offer in store.ReadMadeAsync(Test, Now, end))
        {
            offers.Add(offer);
            await AddAsync();
        }

        var assigned = new List<OfferAssignment>();
        await foreach (var assignment in store.ReadAssignedAsync(Test, Now, end))
        {
            assigned.Add(assignment);
            await AddAsync();
        }

        var money = new List<OfferMoney>();
        await foreach (var movement in store.ReadMoneyAsync(Test, Now))
        {
            money.Add(movement);
            await AddAsync();
        }

        AssertRead(Count, offers, offer => offer.Id, offer => offer.MadeAt);
        AssertRead(Count, assigned, row => $"{row.ExperimentKey} {row.SubjectId}", row => row.AssignedAt);
        AssertRead(Count, money, movement => movement.SourceId, movement => movement.OccurredAt);
    }

    [Fact]
    public async Task Only_the_period_is_read()
    {
        var store = await OpenAsync(_account);
        for (var i = 0; i < 4; i++)
        {
            var at = Now.AddSeconds(i);
            await store.AddAsync(Offer($"ofr_{i}") with { MadeAt = at });
            await store.AssignAsync(Assignment("exp", $"user:{i}", "a") with { AssignedAt = at });
            await store.AddMoneyAsync(Payment($"pay_{i}") with { OccurredAt = at });
        }

        var (from, to) = (Now.AddSeconds(1), Now.AddSeconds(3));
        Assert.Equal(
            ["ofr_1", "ofr_2"],
            (await store.ReadMadeAsync(Test, from, to).ToListAsync()).Select(offer => offer.Id)
        );
        Assert.Equal(
            ["user:1", "user:2"],
            (await store.ReadAssignedAsync(Test, from, to).ToListAsync()).Select(row => row.SubjectId)
        );
        Assert.Equal(
            ["pay_1", "pay_2", "pay_3"],
            (await store.ReadMoneyAsync(Test, from).ToListAsync()).Select(money => money.SourceId)
        );
    }

    private static void AssertRead<T>(int atLeast, List<T> read, Func<T, string> id, Func<T, DateTimeOffset> time)
    {
        Assert.True(read.Count >= atLeast);
        Assert.Equal(read.Count, read.Select(id).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(read.Select(time).Order(), read.Select(time));
    }
}
