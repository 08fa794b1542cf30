using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>What the API and the world around it are like in a run.</summary>
internal sealed record Conditions
{
    /// <summary>How likely each answer of the API goes wrong.</summary>
    public required double FaultRate { get; init; }

    /// <summary>How likely a webhook never arrives.</summary>
    public required double WebhookLoss { get; init; }

    /// <summary>How late a payment is listed.</summary>
    public required TimeSpan ListingLag { get; init; }

    /// <summary>When a charge of a saved card is final, as the tool takes it.</summary>
    public required PaymentSettlement Settlement { get; init; }

    /// <summary>When a payment on a page is final.</summary>
    public required PaymentSettlement PageSettlement { get; init; }

    /// <summary>Whether payments that wait for the customer are never cancelled.</summary>
    public required bool KeepWaiting { get; init; }

    /// <summary>The tax in percent, which buyers in Germany pay.</summary>
    public required decimal TaxPercent { get; init; }

    /// <summary>How likely a preview lacks its total.</summary>
    public required double TotalsOmitted { get; init; }

    /// <summary>How likely a process stands still at a step, for up to two hours.</summary>
    public required double Pauses { get; init; }

    /// <summary>
    /// At which of its first steps with the ledger a process sleeps for an hour or two; null for none.
    /// </summary>
    public int? LongSleepAt { get; init; }

    /// <summary>Whether the app has put a handler over the SDK's connection that sends again what failed.</summary>
    public required bool RetriesBlindly { get; init; }

    /// <summary>How likely a handler of the app fails.</summary>
    public required double HandlerFailures { get; init; }

    /// <summary>Whether payments are listed as soon as the API promises.</summary>
    public bool IsListedInTime => ListingLag <= TimeSpan.FromMinutes(30);

    public static Conditions Draw(Random random, bool mayListLate = false)
    {
        var conditions = DrawUsual(random);

        // Later than the API says: after a lost charge was given up, and before the next click. Who slept until then
        // could not see it.
        return mayListLate && random.Next(7) == 0
            ? conditions with
            {
                ListingLag = TimeSpan.FromMinutes(76),
                FaultRate = 0.2 + (random.NextDouble() * 0.3),
                WebhookLoss = 1,
                Pauses = 0,
                LongSleepAt = null,
            }
            : conditions;
    }

    private static Conditions DrawUsual(Random random) =>
        new()
        {
            FaultRate = random.Next(4) == 0 ? 0 : random.NextDouble() * 0.4,
            WebhookLoss = random.Next(3) switch
            {
                0 => 0,
                1 => random.NextDouble(),
                _ => 1,
            },
            ListingLag = random.Next(2) == 0 ? TimeSpan.Zero : random.NextDouble() * TimeSpan.FromMinutes(30),
            Settlement = random.Next(6) switch
            {
                0 => PaymentSettlement.Immediate,
                1 => PaymentSettlement.OnClock(Minutes(random, 1, 180)),
                _ => PaymentSettlement.AfterReads(random.Next(3)),
            },
            PageSettlement =
                random.Next(2) == 0 ? PaymentSettlement.Immediate : PaymentSettlement.OnClock(Minutes(random, 1, 180)),
            KeepWaiting = random.Next(4) == 0,
            TaxPercent = random.Next(2) == 0 ? 0 : 19,
            TotalsOmitted = random.Next(10) switch
            {
                0 => 1,
                1 => random.NextDouble(),
                _ => 0,
            },
            Pauses = random.Next(3) == 0 ? random.NextDouble() * 0.05 : 0,
            LongSleepAt = random.Next(5) == 0 ? random.Next(1, 13) : null,
            RetriesBlindly = random.Next(5) == 0,
            HandlerFailures = random.Next(2) == 0 ? 0 : random.NextDouble() * 0.6,
        };

    public DodoEmulatorOptions ToOptions(int idSeed, HttpMessageHandler webhooks, TimeProvider? timeSource = null) =>
        new()
        {
            IdSeed = idSeed,
            TimeSource = timeSource,
            Webhook = Postman.Webhook,
            WebhookHandler = webhooks,
            ListingLag = ListingLag,
            Settlement = Settlement,
            PageSettlement = PageSettlement,
            KeepWaitingPayments = KeepWaiting,
            TaxPercent = TaxPercent,
            TaxedCountries = ["DE"],
        };

    private static TimeSpan Minutes(Random random, int from, int to) =>
        TimeSpan.FromSeconds(random.Next(from * 60, to * 60));
}
