namespace DodoUpsell;

/// <summary>
/// Is told what happens with offers, for the seller's own analytics. Register implementations with
/// <c>AddOfferObserver</c>.
/// </summary>
/// <remarks>
/// It is called after the change is stored, at most once for each change, and never delays or fails an offer: it runs in
/// the background, and an exception is logged. For what must not be lost, use an <see cref="IChargeSettlementHandler"/>
/// or a report.
/// </remarks>
public interface IOfferObserver
{
    /// <summary>Handles an offer that was made or has changed its state.</summary>
    /// <param name="change">The change.</param>
    /// <param name="cancellationToken">A token that is cancelled when the app stops.</param>
    Task OnChangedAsync(OfferChange change, CancellationToken cancellationToken = default);
}

/// <summary>Represents a change of an offer's state.</summary>
public sealed record OfferChange
{
    /// <summary>Gets the offer after the change.</summary>
    public required Offer Offer { get; init; }

    /// <summary>Gets the id of the subject.</summary>
    public required string SubjectId { get; init; }

    /// <summary>Gets the state before the change, or null if the offer was made.</summary>
    public OfferState? From { get; init; }

    /// <summary>Gets the reason why an accepted offer failed, or null if it did not.</summary>
    public OfferFailure? Failure { get; init; }

    /// <summary>Gets the amount charged, or null if the offer is not paid.</summary>
    public Money? Charged { get; init; }

    /// <summary>Gets the time of the change, in UTC.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>Returns the states only.</summary>
    public override string ToString() => $"{nameof(OfferChange)} ({From?.ToString() ?? "none"} to {Offer.State})";
}
