using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row of <c>dodo_offer_pauses</c>: a rule that paused itself.</summary>
internal sealed class PauseRow : OwnedRow
{
    public required string RuleId { get; init; }

    public OfferPauseReason Reason { get; init; }

    public int Count { get; init; }

    public int Of { get; init; }

    public DateTime PausedAt { get; init; }

    public DateTime? ResumesAt { get; init; }

    public static PauseRow From(string account, OfferPause pause) =>
        new()
        {
            Account = account,
            Environment = pause.Environment,
            RuleId = pause.RuleId,
            Reason = pause.Reason,
            Count = pause.Count,
            Of = pause.Of,
            PausedAt = StoredTime.Of(pause.PausedAt),
            ResumesAt = StoredTime.Of(pause.ResumesAt),
        };

    public OfferPause ToPause() =>
        new()
        {
            Environment = Environment,
            RuleId = RuleId,
            Reason = Reason,
            Count = Count,
            Of = Of,
            PausedAt = StoredTime.Read(PausedAt),
            ResumesAt = StoredTime.Read(ResumesAt),
        };
}
