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

    /// <summary>Headers to send as well. The ones that this SDK sets itself (authorization, content) cannot be replaced.</summary>
    public IReadOnlyDictionary<string, string>? Headers { get; init; }

    /// <summary>Called with the last answer of each call, before its error is thrown or its result returned.</summary>
    public Action<DodoResponse>? OnResponse { get; init; }

    /// <summary>The name of the type; header values may be secrets.</summary>
    public override string ToString() => nameof(RequestOptions);

    internal void Validate()
    {
        Positive(TotalTimeout, nameof(TotalTimeout));
        Positive(AttemptTimeout, nameof(AttemptTimeout));
        Check.Between(MaxRetries, 0, DodoUpsellOptionsValidator.MostRetries, nameof(MaxRetries));
        foreach (var (name, value) in Headers ?? new Dictionary<string, string>(StringComparer.Ordinal))
        {
            Check.NotBlank(name, nameof(Headers));
            if (value.AsSpan().ContainsAny('\r', '\n', '\0')) throw new ArgumentException($"The header {name} has a line break in its value.", nameof(Headers));
            if (Reserved.Contains(name)) throw new ArgumentException($"The header {name} is set by the SDK and cannot be replaced.", nameof(Headers));
        }
    }

    private static readonly HashSet<string> Reserved = new(StringComparer.OrdinalIgnoreCase) { "Authorization", "Accept", "Host", "Content-Type", "Content-Length", "Transfer-Encoding" };

    private static void Positive(TimeSpan? value, string name)
    {
        if (value is { } given && (given <= TimeSpan.Zero || given > DodoUpsellOptionsValidator.LongestTimeout))
        {
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be positive and at most {DodoUpsellOptionsValidator.LongestTimeout.TotalHours:0} hours.");
        }
    }
}
