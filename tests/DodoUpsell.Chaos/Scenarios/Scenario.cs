using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>One run: a customer, a key, clicks, and what goes wrong. The same seed draws the same run.</summary>
internal sealed record Scenario
{
    private static readonly string?[] Cards =
    [
        TestCards.Visa, TestCards.Visa, TestCards.Visa, TestCards.Mastercard, TestCards.GenericDecline, TestCards.InsufficientFunds,
        TestCards.AttachesThenFails, TestCards.ThreeDSecure, null,
    ];

    public required int Number { get; init; }

    public required int Seed { get; init; }

    public required string Flow { get; init; }

    /// <summary>The saved card; null for a customer without one.</summary>
    public required string? Card { get; init; }

    /// <summary>How many clicks come at once.</summary>
    public required int Clicks { get; init; }

    /// <summary>How likely each answer of the API goes wrong.</summary>
    public required double FaultRate { get; init; }

    /// <summary>How likely a webhook never arrives.</summary>
    public required double WebhookLoss { get; init; }

    /// <summary>After how many steps each process dies; null for one that lives.</summary>
    public required IReadOnlyList<int?> Deaths { get; init; }

    /// <summary>What the customer does on a page.</summary>
    public required PageVisit Visit { get; init; }

    public string CustomerId => $"cus_run_{Number}";

    public string Key => $"run-{Number}";

    public static Scenario Draw(int number, int seed, int processes, string? flow)
    {
        var random = new Random(unchecked((seed * 486187739) + number));
        return new Scenario
        {
            Number = number,
            Seed = random.Next(),
            Flow = flow ?? (random.Next(2) == 0 ? "upsell" : "crosssell"),
            Card = Cards[random.Next(Cards.Length)],
            Clicks = Clicked(random),
            FaultRate = random.Next(4) == 0 ? 0 : random.NextDouble() * 0.4,
            WebhookLoss = random.Next(3) switch { 0 => 0, 1 => random.NextDouble(), _ => 1 },
            Deaths = [.. Enumerable.Range(0, processes).Select(_ => random.Next(3) == 0 ? random.Next(1, 40) : (int?)null)],
            Visit = (PageVisit)random.Next(Enum.GetValues<PageVisit>().Length),
        };
    }

    // Mostly a double click or a few; now and then a storm.
    private static int Clicked(Random random) => random.Next(10) switch
    {
        < 5 => random.Next(1, 4),
        < 9 => random.Next(4, 20),
        _ => random.Next(20, 101),
    };
}

/// <summary>What a customer does who is sent to a page.</summary>
internal enum PageVisit
{
    Never,
    Pays,
    PaysTwice,
    IsDeclined,
    PaysAndClicksAgain,
}
