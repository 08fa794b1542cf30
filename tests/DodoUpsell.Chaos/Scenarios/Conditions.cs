using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>The conditions of a run: faults of the API, the network and the processes.</summary>
internal sealed record Conditions
{
    /// <summary>The probability of a fault for each response of the API.</summary>
    public required double FaultRate { get; init; }

    /// <summary>The probability that a webhook never arrives.</summary>
    public required double WebhookLoss { get; init; }

    /// <summary>The delay after which a payment is listed.</summary>
    public required TimeSpan ListingLag { get; init; }

    /// <summary>Specifies when a charge of a saved card becomes final in the emulator.</summary>
    public required PaymentSettlement Settlement { get; init; }

    /// <summary>Specifies when a payment on a hosted page becomes final.</summary>
    public required PaymentSettlement PageSettlement { get; init; }

    /// <summary>Whether payments that wait for the customer are never cancelled by the API.</summary>
    public required bool KeepWaiting { get; init; }

    /// <summary>The tax rate in percent for customers in Germany.</summary>
    public required decimal TaxPercent { get; init; }

    /// <summary>The probability that a preview has no total.</summary>
    public required double TotalsOmitted { get; init; }

    /// <summary>The probability that a process is suspended at a step, for up to two hours.</summary>
    public required double Pauses { get; init; }

    /// <summary>
    /// The index of the ledger step at which a process sleeps for one to two hours, or null if it does not.
    /// </summary>
    public int? LongSleepAt { get; init; }

    /// <summary>Whether the app has added an HTTP handler that resends failed requests.</summary>
    public required bool RetriesBlindly { get; init; }

    /// <summary>The probability that a handler of the app fails.</summary>
    public required double HandlerFailures { get; init; }

    /// <summary>Whether payments are listed within the time that the API guarantees.</summary>
    public bool IsListedInTime => ListingLag <= TimeSpan.FromMinutes(30);

    public static Conditions Draw(Random random, bool mayListLate = false)
    {
        var conditions = DrawUsual(random);

        // Later than the API guarantees: after a lost charge was released and before the next click. A process that
        // slept until then could not see it.
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
