using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>One run: a customer, the customer's clicks and the faults. The same seed produces the same run.</summary>
internal abstract record Scenario
{
    public required int Number { get; init; }

    public required int Seed { get; init; }

    public required Conditions Conditions { get; init; }

    /// <summary>The number of steps after which each process dies, or null if it does not die.</summary>
    public required IReadOnlyList<int?> Deaths { get; init; }

    /// <summary>The clock offset of each process.</summary>
    public required IReadOnlyList<TimeSpan> ClockOffsets { get; init; }

    /// <summary>The number of concurrent clicks.</summary>
    public required int Clicks { get; init; }

    /// <summary>What the customer does on a hosted page.</summary>
    public required PageVisit Visit { get; init; }

    /// <summary>Whether the customer clicks only after the seller has changed the price.</summary>
    public virtual bool Hesitates => false;

    /// <summary>Whether the customer clicks again in the second hour.</summary>
    public bool LooksAgain => Seed % 3 == 0;

    /// <summary>Whether the customer returns after an hour and clicks again.</summary>
    public required bool ReturnsAfterHour { get; init; }

    /// <summary>Whether the customer returns the next day and clicks again.</summary>
    public required bool ReturnsNextDay { get; init; }

    /// <summary>Whether the same click was executed before with the live API key and the same ledger.</summary>
    public bool HasLiveTwin { get; init; }

    /// <summary>The refund that the seller makes before the app has read the payment.</summary>
    public RefundBeforeLook Refund { get; init; }

    public string CustomerId => $"cus_run_{Number}";

    /// <summary>Adds the customer and the customer's data to the emulator.</summary>
    public abstract void Prepare(DodoEmulator emulator);

    /// <summary>Returns the available clicks.</summary>
    public abstract Task<IReadOnlyList<Click>> OpenAsync(Node shop);

    /// <summary>What the seller does between the clicks of the first hour.</summary>
    public virtual void Meanwhile(DodoEmulator emulator) { }

    /// <summary>Returns the violated invariants.</summary>
    public abstract IEnumerable<string> Judge(Ending ending);

    /// <summary>Returns the random number generator of a run.</summary>
    protected static Random Dice(int seed, int number) => new(unchecked((seed * 486187739) + number));

    protected static IReadOnlyList<int?> DrawDeaths(Random random, int processes, int longest) =>
        [.. Enumerable.Range(0, processes).Select(_ => random.Next(3) == 0 ? random.Next(1, longest) : (int?)null)];

    // Usually up to the offset that the SDK allows, less the resolution of one second of the Date header; occasionally
    // much larger.
    protected static IReadOnlyList<TimeSpan> DrawOffsets(Random random, int processes) =>
        [
            .. Enumerable
                .Range(0, processes)
                .Select(_ =>
                    random.Next(50) switch
                    {
                        < 24 => TimeSpan.Zero,
                        < 48 => TimeSpan.FromSeconds(random.Next(-297, 298)),
                        _ => TimeSpan.FromMinutes(random.Next(20, 300) * (random.Next(2) == 0 ? 1 : -1)),
                    }
                ),
        ];
}

/// <summary>Specifies what a customer does on a hosted page.</summary>
internal enum PageVisit
{
    Never,
    Pays,
    PaysTwice,
    IsDeclined,
    PaysAndClicksAgain,
    PaysInLastMinute,
}

/// <summary>Specifies the refund that is made before the app has read the payment.</summary>
internal enum RefundBeforeLook
{
    Nothing,
    All,
    Part,
}
