using System.Text.Json.Nodes;
using DodoUpsell.Emulator;

namespace DodoUpsell.Chaos;

/// <summary>
/// The result of a run according to the emulator, the ledger and the settlements that the app received.
/// </summary>
internal sealed record Ending
{
    public required IReadOnlyList<Click> Clicks { get; init; }

    /// <summary>The charges that the customer paid in this run.</summary>
    public required IReadOnlyList<EmulatedCharge> Charges { get; init; }

    /// <summary>The payments that were made on a hosted page that showed their price.</summary>
    public required Func<IReadOnlySet<string>> PaidOnPages { get; init; }

    public required IReadOnlySet<string> Refunded { get; init; }

    public required IReadOnlyDictionary<string, ChargeRecord> Records { get; init; }

    public required IReadOnlyList<SeenOutcome> Outcomes { get; init; }

    public required IReadOnlyList<Told> Told { get; init; }

    /// <summary>The number of change-plan requests that reached the API, by charge key.</summary>
    public required IReadOnlyDictionary<string, int> SentChanges { get; init; }

    /// <summary>The customer's subscription, or null if there is none.</summary>
    public JsonObject? Subscription { get; init; }

    /// <summary>The time at which a key was released as not charged, by the API's clock.</summary>
    public IReadOnlyList<(string Key, DateTimeOffset At)> GivenUp { get; init; } = [];

    /// <summary>The time at which a payment was created, by the API's clock.</summary>
    public Func<string, DateTimeOffset> CreatedAt { get; init; } = _ => DateTimeOffset.MaxValue;

    /// <summary>What became of the offer, or null if the run has none.</summary>
    public OfferEnd? Offer { get; init; }

    public int Presses { get; init; }

    public int Kills { get; init; }

    /// <summary>Whether the charging core was used.</summary>
    public bool WithCore { get; init; } = true;

    public IReadOnlyList<EmulatedCharge> ChargesOf(string key) =>
        [.. Charges.Where(charge => charge.Metadata["dodoupsell_key"]?.GetValue<string>() == key)];
}
