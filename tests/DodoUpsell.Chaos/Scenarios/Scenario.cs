using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>One run: a customer, what they click on, and what goes wrong. The same seed draws the same run.</summary>
internal abstract record Scenario
{
    public required int Number { get; init; }

    public required int Seed { get; init; }

    public required Conditions Conditions { get; init; }

    /// <summary>After how many steps each process dies; null for one that lives.</summary>
    public required IReadOnlyList<int?> Deaths { get; init; }

    /// <summary>How far each process's clock is off.</summary>
    public required IReadOnlyList<TimeSpan> ClockOffsets { get; init; }

    /// <summary>How many clicks come at once.</summary>
    public required int Clicks { get; init; }

    /// <summary>What the customer does on a page.</summary>
    public required PageVisit Visit { get; init; }

    /// <summary>Whether the customer clicks now and then in the second hour.</summary>
    public bool LooksAgain => Seed % 3 == 0;

    /// <summary>Whether the customer comes back after an hour and clicks again.</summary>
    public required bool ReturnsAfterHour { get; init; }

    /// <summary>Whether the customer comes back the next day and clicks again.</summary>
    public required bool ReturnsNextDay { get; init; }

    /// <summary>Whether the same was clicked with the live key before, in the same ledger.</summary>
    public bool HasLiveTwin { get; init; }

    /// <summary>What the seller sends back before the app has looked.</summary>
    public RefundBeforeLook Refund { get; init; }

    public string CustomerId => $"cus_run_{Number}";

    /// <summary>Puts the customer and what they have into the API.</summary>
    public abstract void Prepare(DodoEmulator emulator);

    /// <summary>What can be clicked on.</summary>
    public abstract Task<IReadOnlyList<Click>> OpenAsync(Node shop);

    /// <summary>What must not be, and is.</summary>
    public abstract IEnumerable<string> Judge(Ending ending);

    /// <summary>The random numbers of a run.</summary>
    protected static Random Dice(int seed, int number) => new(unchecked((seed * 486187739) + number));

    protected static IReadOnlyList<int?> DrawDeaths(Random random, int processes, int longest) =>
        [.. Enumerable.Range(0, processes).Select(_ => random.Next(3) == 0 ? random.Next(1, longest) : (int?)null)];

    // As far as the SDK allows, less what a second of the Date header may hide; and now and then much further.
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

/// <summary>What a customer does who is sent to a page.</summary>
internal enum PageVisit
{
    Never,
    Pays,
    PaysTwice,
    IsDeclined,
    PaysAndClicksAgain,
    PaysInLastMinute,
}

/// <summary>What goes back to the customer before the app has seen the payment.</summary>
internal enum RefundBeforeLook
{
    Nothing,
    All,
    Part,
}
