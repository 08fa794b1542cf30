using DodoUpsell.Http;

namespace DodoUpsell;

/// <summary>Provides options for individual calls. Pass it to <see cref="IDodoClient.WithOptions"/>.</summary>
public sealed record RequestOptions
{
    /// <summary>
    /// Gets the value that replaces <see cref="DodoUpsellOptions.TotalTimeout"/>, or null to keep it.
    /// </summary>
    public TimeSpan? TotalTimeout { get; init; }

    /// <summary>
    /// Gets the value that replaces <see cref="DodoUpsellOptions.AttemptTimeout"/>, or null to keep it.
    /// </summary>
    public TimeSpan? AttemptTimeout { get; init; }

    /// <summary>
    /// Gets the value that replaces <see cref="DodoUpsellOptions.MaxRetries"/>, between 0 and 10, or null to keep it.
    /// </summary>
    public int? MaxRetries { get; init; }

    /// <summary>
    /// Gets the headers to send in addition. They are copied when the options are passed. Headers that the SDK sets
    /// itself (authorization, content) cannot be replaced.
    /// </summary>
    /// <remarks>
    /// Names must be HTTP tokens and values visible ASCII. <see cref="IDodoClient.WithOptions"/> rejects headers that a
    /// connection would drop or fail on.
    /// </remarks>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>
    /// Gets the callback that receives the last response of each call, before the result is returned or the error
    /// thrown.
    /// </summary>
    public Action<DodoResponse>? OnResponse { get; init; }

    /// <summary>Returns the name of the type only, because header values may be secrets.</summary>
    public override string ToString() => nameof(RequestOptions);

    /// <summary>Returns a validated copy that the caller cannot change.</summary>
    /// <exception cref="ArgumentException">A value is invalid, or a header could not be sent unchanged.</exception>
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
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be greater than zero and at most 1 hour.");
        }
    }
}
