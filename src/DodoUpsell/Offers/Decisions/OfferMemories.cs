using DodoUpsell.Charging;

namespace DodoUpsell.Offers;

/// <summary>What the store remembers of a subject, and of the rules.</summary>
internal sealed record OfferMemories(
    IReadOnlyList<OfferRecord> Offers,
    IReadOnlyList<OfferPause> Pauses,
    IReadOnlyList<OfferAssignment> Assignments
)
{
    public OfferMemory Memory { get; } = OfferMemory.Of(Offers);

    public static async Task<OfferMemories> ReadAsync(
        OfferEngine engine,
        OfferSubject subject,
        CancellationToken cancellationToken
    )
    {
        using var reads = new ParallelReads(cancellationToken);
        var offers = reads.Start(stop => engine.Store.ListAsync(engine.Environment, subject.Id, stop));
        var pauses = reads.Start(stop => engine.Store.ListPausesAsync(engine.Environment, stop));
        var assignments = reads.Start(stop => engine.Store.ListAssignmentsAsync(engine.Environment, subject.Id, stop));
        await reads.CompleteAsync().ConfigureAwait(false);
        return new(
            await offers.ConfigureAwait(false),
            await pauses.ConfigureAwait(false),
            await assignments.ConfigureAwait(false)
        );
    }

    public IReadOnlySet<string> PausedAt(DateTimeOffset now) =>
        Pauses
            .Where(pause => !(pause.ResumesAt <= now))
            .Select(pause => pause.RuleId)
            .ToHashSet(StringComparer.Ordinal);

    /// <summary>Returns the name of the type only.</summary>
    public override string ToString() => nameof(OfferMemories);
}
