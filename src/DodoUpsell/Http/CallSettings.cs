namespace DodoUpsell.Http;

/// <summary>The settings of one call: the options as they are now, and what the caller wants otherwise.</summary>
internal sealed class CallSettings(DodoUpsellOptions options, RequestOptions? caller)
{
    public Uri Address { get; } = options.Address;

    /// <summary>Gets what must not be shown, read only when a call fails.</summary>
    public IReadOnlyList<string> Secrets => SecretTexts.Of(options, caller);

    public string ApiKey { get; } = options.ApiKey.Reveal();

    public TimeSpan TotalTimeout { get; } = caller?.TotalTimeout ?? options.TotalTimeout;

    public TimeSpan AttemptTimeout { get; } = caller?.AttemptTimeout ?? options.AttemptTimeout;

    public int MaxRetries { get; } = caller?.MaxRetries ?? options.MaxRetries;

    public int MaxResponseBytes { get; } = options.MaxResponseBytes;

    public IReadOnlyDictionary<string, string>? Headers => caller?.Headers;

    public bool KeepsHeaders => caller?.OnResponse is not null;

    /// <summary>Shows the caller the answer as it came.</summary>
    public void Report(Operation operation, ApiResponse response, int attempt)
    {
        if (caller?.OnResponse is not { } onResponse)
            return;
        onResponse(
            new DodoResponse(operation.Call, response.Status, response.Headers!, response.Body.ToArray(), attempt)
        );
    }
}
