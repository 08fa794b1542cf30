namespace DodoUpsell.Chaos;

/// <summary>Checks the invariants of every flow. Contains the names of the counters of violations.</summary>
internal static class Judgement
{
    public const string MoreThanOneCharge = "keys_with_more_than_one_charge";
    public const string Unseen = "charges_without_settled_record";
    public const string WithoutCharge = "records_without_charge";
    public const string TwoKeys = "payments_recorded_under_two_keys";
    public const string NonFinal = "non_final_records_left";
    public const string TooEarly = "given_up_too_early";
    public const string Access = "access_without_charge";
    public const string Untold = "untold_settlements";
    public const string ToldTwice = "settlements_told_under_two_ids";
    public const string AboveShown = "charged_above_price_shown";
    public const string RefundedAsPaid = "refunded_taken_for_paid";
    public const string SentTwice = "changes_sent_more_than_once";
    public const string ChangedFree = "changes_without_charge";
    public const string ChargedUnchanged = "charges_without_change";
    public const string AboveQuote = "charged_above_quote";
    public const string Harm = "harm_to_the_plan";
    public const string SideBySide = "rival_changes_both_made";
    public const string Disagrees = "ledger_and_plan_disagree";
    public const string Crashed = "runs_that_crashed";

    public static IReadOnlyList<string> All { get; } =
    [
        MoreThanOneCharge,
        Unseen,
        WithoutCharge,
        TwoKeys,
        NonFinal,
        TooEarly,
        Access,
        Untold,
        ToldTwice,
        AboveShown,
        RefundedAsPaid,
        SentTwice,
        ChangedFree,
        ChargedUnchanged,
        AboveQuote,
        SideBySide,
        Disagrees,
        Harm,
        Crashed,
        .. OfferJudgement.All,
    ];

    /// <summary>Returns the violated invariants of a key, which hold for every flow.</summary>
    public static IEnumerable<string> Of(Ending ending, string key, IReadOnlyList<string> charges)
    {
        if (charges.Count > 1)
            yield return MoreThanOneCharge;
        if (!ending.WithCore)
            yield break;

        var record = ending.Records.GetValueOrDefault(key);
        var settled = record is { State: ChargeState.Succeeded or ChargeState.Refunded } ? record.PaymentId : null;
        if (charges.Any(payment => payment != settled))
            yield return Unseen;
        if (settled is not null && !charges.Contains(settled))
            yield return WithoutCharge;
        if (
            record is
            { State: ChargeState.Claimed or ChargeState.Sending or ChargeState.Waiting or ChargeState.CheckoutOpen }
        )
            yield return NonFinal;

        if (
            ending.GivenUp.Any(given =>
                given.Key == key && charges.Any(payment => ending.CreatedAt(payment) < given.At)
            )
        )
            yield return TooEarly;

        var told = ending
            .Told.Where(fact => fact.Key == key && fact.Kind == nameof(ChargeSettlementKind.Outcome))
            .ToList();
        var granted = ending
            .Outcomes.Where(outcome => outcome.Key == key)
            .Select(outcome => outcome.GrantedPayment)
            .Concat(told.Where(fact => fact.State == nameof(ChargeState.Succeeded)).Select(fact => fact.PaymentId))
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        if (granted.Any(payment => !charges.Contains(payment)))
            yield return Access;

        // Every final state must be delivered to the app's handlers as a settlement, and repeats of a settlement must
        // have the same id.
        if (
            record is not null
            && record.State
                is not (ChargeState.Claimed or ChargeState.Sending or ChargeState.Waiting or ChargeState.CheckoutOpen)
            && !told.Any(fact => fact.State == record.State.ToString() && fact.PaymentId == record.PaymentId)
        )
            yield return Untold;
        if (
            told.Where(fact => fact.State is nameof(ChargeState.Succeeded) or nameof(ChargeState.Refunded))
                .Select(fact => fact.Id)
                .Distinct(StringComparer.Ordinal)
                .Count() > 1
        )
            yield return ToldTwice;
        if (
            ending.Refunded.Overlaps(granted)
            || (record is { State: ChargeState.Succeeded, PaymentId: { } paid } && ending.Refunded.Contains(paid))
        )
            yield return RefundedAsPaid;
    }
}
