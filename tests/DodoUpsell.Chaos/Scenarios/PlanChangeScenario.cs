using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>One run of plan changes: a subscription, quotes of it, confirmations at once, and what goes wrong. The same seed draws the same run.</summary>
internal sealed record PlanChangeScenario
{
    private static readonly string[] Cards = [TestCards.Visa, TestCards.Visa, TestCards.Visa, TestCards.GenericDecline, TestCards.InsufficientFunds, TestCards.ThreeDSecure];
    private static readonly ProrationMode[] Modes = [ProrationMode.DifferenceImmediately, ProrationMode.DifferenceImmediately, ProrationMode.ProratedImmediately, ProrationMode.FullImmediately, ProrationMode.DoNotBill];

    public required int Number { get; init; }

    public required int Seed { get; init; }

    public required string Card { get; init; }

    /// <summary>Whether the present plan is the lower one, so that the change is an upgrade.</summary>
    public required bool IsUpgrade { get; init; }

    public required ProrationMode Mode { get; init; }

    public required bool IsScheduled { get; init; }

    /// <summary>How often each quote is confirmed at once.</summary>
    public required int Clicks { get; init; }

    /// <summary>Whether a second quote of the same subscription is confirmed at the same time.</summary>
    public required bool HasRival { get; init; }

    public required bool CustomerAuthenticates { get; init; }

    public required double FaultRate { get; init; }

    public required IReadOnlyList<int?> Deaths { get; init; }

    public string CustomerId => $"cus_run_{Number}";

    public string SubscriptionId => $"sub_run_{Number}";

    public PlanChangeRequest Request => new()
    {
        SubscriptionId = SubscriptionId,
        ProductId = IsUpgrade ? DemoSeed.ProPlan : DemoSeed.BasicPlan,
        Mode = IsScheduled ? null : Mode,
        Timing = IsScheduled ? PlanChangeTiming.NextBillingDate : PlanChangeTiming.Immediately,
    };

    public PlanChangeRequest Rival => new() { SubscriptionId = SubscriptionId, Quantity = 3 };

    public static PlanChangeScenario Draw(int number, int seed, int processes)
    {
        var random = new Random(unchecked((seed * 486187739) + number));
        return new PlanChangeScenario
        {
            Number = number,
            Seed = random.Next(),
            Card = Cards[random.Next(Cards.Length)],
            IsUpgrade = random.Next(3) != 0,
            Mode = Modes[random.Next(Modes.Length)],
            IsScheduled = random.Next(8) == 0,
            Clicks = random.Next(1, 8),
            HasRival = random.Next(3) == 0,
            CustomerAuthenticates = random.Next(2) == 0,
            FaultRate = random.Next(4) == 0 ? 0 : random.NextDouble() * 0.4,
            Deaths = [.. Enumerable.Range(0, processes).Select(_ => random.Next(3) == 0 ? random.Next(1, 60) : (int?)null)],
        };
    }
}
