using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>What to do differently for some calls; give it to <see cref="IDodoClient.WithOptions"/>.</summary>
public sealed record RequestOptions
{
    /// <summary>Instead of <see cref="DodoUpsellOptions.TotalTimeout"/>; null keeps it.</summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>Instead of <see cref="DodoUpsellOptions.AttemptTimeout"/>; null keeps it.</summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>Instead of <see cref="DodoUpsellOptions.MaxRetries"/>, 0 to 10; null keeps it.</summary>
    public int? MaxRetries { get; init; }

    /// <summary>
    /// Headers to send as well, copied when the options are given. The ones that this SDK sets itself (authorization,
    /// content) cannot be replaced.
    /// </summary>
    /// <remarks>
    /// Names are tokens and values visible ASCII: what a connection would drop or fail on is refused by
    /// <see cref="IDodoClient.WithOptions"/>.
    /// </remarks>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Called with the last answer of each call, before its error is thrown or its result returned.</summary>
    public Action<DodoResponse>? OnResponse { get; init; }

    /// <summary>The name of the type; header values may be secrets.</summary>
    public override string ToString() => nameof(RequestOptions);

    /// <summary>Returns a copy that the caller cannot change any more.</summary>
    /// <exception cref="ArgumentException">A value is wrong, or a header could not be sent as it is.</exception>
    internal RequestOptions Checked()
    {
        Positive(TotalTimeout, nameof(TotalTimeout));
        Positive(AttemptTimeout, nameof(AttemptTimeout));
        Check.Between(MaxRetries, 0, DodoUpsellOptionsValidator.MostRetries, nameof(MaxRetries));
        return Headers is null ? this : this with { Headers = ExtraHeaders.Check(Headers, nameof(Headers)) };
    }

    private static void Positive(TimeSpan? value, string name)
    {
        if (value is { } given && (given <= TimeSpan.Zero || given > DodoUpsellOptionsValidator.LongestTimeout))
        {
            throw new ArgumentOutOfRangeException(
                name,
                value,
                $"{name} must be positive and at most {DodoUpsellOptionsValidator.LongestTimeout.TotalHours:0} hours."
            );
        }
    }
}
