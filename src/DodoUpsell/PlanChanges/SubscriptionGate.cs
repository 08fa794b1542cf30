using System.Text.Json;
using DodoUpsell.Charging;
using DodoUpsell.Http.Json;

namespace DodoUpsell.PlanChanges;

/// <summary>Lets one change of a subscription, or payment of its dues, through at a time, over all nodes: a record of the ledger names the one that is inside.</summary>
/// <remarks>Nobody has to leave: whoever is inside is out as soon as its own charge has come to an end.</remarks>
internal sealed class SubscriptionGate(ChargeEngine engine)
{
    private const string Flow = "planchange-gate";

    private IChargeLedger Ledger => engine.Ledger;

    /// <summary>Whether what was claimed under the key may go on; if not, something else of the same subscription is under way.</summary>
    public async Task<bool> EnterAsync(ChargeKey key, string subscriptionId, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (await Ledger.FindAsync(engine.Dodo.Environment, KeyOf(subscriptionId), cancellationToken).ConfigureAwait(false) is not { } gate)
            {
                var opened = await Ledger.ClaimAsync(New(key, subscriptionId, partlyPaidUntil: null), cancellationToken).ConfigureAwait(false);
                if (opened.Granted) return true;
                gate = opened.Record;
            }

            var inside = Details(gate);
            var holder = await HolderAsync(inside, cancellationToken).ConfigureAwait(false);
            if (holder is not null && holder.State.IsOpen() && holder.Key != key) return false;
            var next = New(key, subscriptionId, PartlyPaid(inside, holder)) with { Version = gate.Version + 1 };
            if (await Ledger.TryUpdateAsync(next, null, cancellationToken).ConfigureAwait(false)) return true;
        }
    }

    /// <summary>Until when an upgrade that was paid for in part counts; null without one.</summary>
    public async Task<DateTimeOffset?> PartlyPaidUntilAsync(string subscriptionId, CancellationToken cancellationToken)
    {
        if (await Ledger.FindAsync(engine.Dodo.Environment, KeyOf(subscriptionId), cancellationToken).ConfigureAwait(false) is not { } gate) return null;
        var inside = Details(gate);
        return PartlyPaid(inside, await Ledger.FindAsync(engine.Dodo.Environment, inside.Holder, cancellationToken).ConfigureAwait(false));
    }

    // A holder that was lost sight of may have ended by now.
    private async Task<ChargeRecord?> HolderAsync(GateDetails inside, CancellationToken cancellationToken)
    {
        var holder = await Ledger.FindAsync(engine.Dodo.Environment, inside.Holder, cancellationToken).ConfigureAwait(false);
        var mayHaveEnded = holder is { State: ChargeState.Waiting } or { State: ChargeState.Sending, Checks: > 0 } || (holder is { State: ChargeState.Claimed or ChargeState.Sending } && holder.NextCheckAt <= engine.Clock.GetUtcNow());
        return mayHaveEnded ? await engine.Recorder.CheckAsync(holder!, cancellationToken).ConfigureAwait(false) : holder;
    }

    private static DateTimeOffset? PartlyPaid(GateDetails inside, ChargeRecord? holder)
    {
        if (holder is not { State: ChargeState.Succeeded } || !PlanChangeReading.Concerns(holder) || PlanChangeDetails.Of(holder) is not { IsPartlyPaidUp: true } change) return inside.PartlyPaidUntil;
        return inside.PartlyPaidUntil > change.NextBillingDate ? inside.PartlyPaidUntil : change.NextBillingDate;
    }

    // Nothing is charged under the gate's own key, so that its record is never open and never looked for; without an end it is never
    // forgotten while somebody is inside.
    private ChargeRecord New(ChargeKey holder, string subscriptionId, DateTimeOffset? partlyPaidUntil) => new()
    {
        Environment = engine.Dodo.Environment,
        Key = KeyOf(subscriptionId),
        Fingerprint = Flow,
        Flow = Flow,
        CustomerId = "",
        SubscriptionId = subscriptionId,
        State = ChargeState.NotCharged,
        ClaimedAt = engine.Clock.GetUtcNow(),
        Details = JsonSerializer.Serialize(new GateDetails { Holder = holder.Value, PartlyPaidUntil = partlyPaidUntil }, DodoJsonContext.Default.GateDetails),
    };

    private static GateDetails Details(ChargeRecord gate) => JsonSerializer.Deserialize(gate.Details ?? "", DodoJsonContext.Default.GateDetails)
        ?? throw new InvalidOperationException("The record that lets one change of a subscription through at a time says nothing: do not change records of the ledger.");

    private static ChargeKey KeyOf(string subscriptionId) => new($"planchange-gate:{subscriptionId}");
}

/// <summary>Who is inside, and what is remembered of those before.</summary>
internal sealed record GateDetails
{
    public required string Holder { get; init; }

    public DateTimeOffset? PartlyPaidUntil { get; init; }
}
