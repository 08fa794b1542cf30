namespace DodoUpsell;

/// <summary>
/// Represents what offers brought in one currency: the offers that were made in a period, and what they earned until
/// the report was made.
/// </summary>
/// <remarks>
/// The webhooks of payments, refunds and disputes must reach the SDK. All amounts include tax. Money of other purchases
/// of the same customers is not included.
/// </remarks>
public sealed record OfferReport
{
    /// <summary>Gets the start of the period, in UTC.</summary>
    public required DateTimeOffset From { get; init; }

    /// <summary>Gets the end of the period, in UTC. Offers that were made at this time are not included.</summary>
    public required DateTimeOffset To { get; init; }

    /// <summary>Gets the currency in which the offers were made.</summary>
    public required Currency Currency { get; init; }

    /// <summary>Gets one row for each rule and variant, ordered by rule and variant.</summary>
    public required IReadOnlyList<OfferReportRow> Rows { get; init; }

    /// <summary>
    /// Gets the experiments of the catalogue, each over its whole life until <see cref="To"/>, whatever the period.
    /// </summary>
    public required IReadOnlyList<OfferExperimentReport> Experiments { get; init; }

    /// <summary>Returns the currency only.</summary>
    public override string ToString() => $"{nameof(OfferReport)} ({Currency})";
}

/// <summary>Represents what one rule, or one variant of it, brought.</summary>
public sealed record OfferReportRow
{
    /// <summary>Gets the id of the rule.</summary>
    public required string RuleId { get; init; }

    /// <summary>Gets the name of the variant, or null if the rule had no experiment.</summary>
    public string? Variant { get; init; }

    /// <summary>Gets the number of offers that were shown.</summary>
    public int Shown { get; init; }

    /// <summary>Gets the number of offers that were accepted and paid, scheduled or free of charge.</summary>
    public int Accepted { get; init; }

    /// <summary>Gets the number of offers that were declined.</summary>
    public int Declined { get; init; }

    /// <summary>Gets the number of offers that expired unanswered.</summary>
    public int Expired { get; init; }

    /// <summary>Gets the number of offers that were accepted but not paid.</summary>
    public int Failed { get; init; }

    /// <summary>Gets the number of offers that can still be accepted or are being paid.</summary>
    public int Open { get; init; }

    /// <summary>Gets the number of offers that were withheld because the subject belongs to a holdout.</summary>
    public int Withheld { get; init; }

    /// <summary>Gets the number of offers for which money was received.</summary>
    public int Paid { get; init; }

    /// <summary>Gets the money received for the offers themselves, before refunds and disputes.</summary>
    public required Money Gross { get; init; }

    /// <summary>Gets the money that was refunded of <see cref="Gross"/>.</summary>
    public required Money Refunded { get; init; }

    /// <summary>Gets the money of <see cref="Gross"/> that was lost in disputes and not refunded before.</summary>
    public required Money Disputed { get; init; }

    /// <summary>Gets the revenue: <see cref="Gross"/> less <see cref="Refunded"/> and <see cref="Disputed"/>.</summary>
    public Money Net => Gross - Refunded - Disputed;

    /// <summary>
    /// Gets the money received for renewals of subscriptions that the offers started or changed, net of refunds and lost
    /// disputes. It is not part of <see cref="Net"/>.
    /// </summary>
    public required Money Renewals { get; init; }

    /// <summary>Returns the rule only.</summary>
    public override string ToString() => $"{nameof(OfferReportRow)} ({RuleId})";
}
