using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>What a run came to, by the emulator, by the ledger, and by what the app was told.</summary>
internal sealed record Ending
{
    public required IReadOnlyList<Click> Clicks { get; init; }

    /// <summary>The money that the customer paid in this run.</summary>
    public required IReadOnlyList<EmulatedCharge> Charges { get; init; }

    /// <summary>The payments that were made on a page that showed their price.</summary>
    public required Func<IReadOnlySet<string>> PaidOnPages { get; init; }

    public required IReadOnlySet<string> Refunded { get; init; }

    public required IReadOnlyDictionary<string, ChargeRecord> Records { get; init; }

    public required IReadOnlyList<SeenOutcome> Outcomes { get; init; }

    public required IReadOnlyList<Told> Told { get; init; }

    /// <summary>How many change-plan requests reached the API, by charge key.</summary>
    public required IReadOnlyDictionary<string, int> SentChanges { get; init; }

    /// <summary>The customer's subscription; null without one.</summary>
    public JsonObject? Subscription { get; init; }

    /// <summary>When a key was given up as not charged, by the API's time.</summary>
    public IReadOnlyList<(string Key, DateTimeOffset At)> GivenUp { get; init; } = [];

    /// <summary>When a payment was created, by the API's time.</summary>
    public Func<string, DateTimeOffset> CreatedAt { get; init; } = _ => DateTimeOffset.MaxValue;

    public int Presses { get; init; }

    public int Kills { get; init; }

    /// <summary>Whether the core was there at all.</summary>
    public bool WithCore { get; init; } = true;

    public IReadOnlyList<EmulatedCharge> ChargesOf(string key) =>
        [.. Charges.Where(charge => charge.Metadata["dodoupsell_key"]?.GetValue<string>() == key)];
}
