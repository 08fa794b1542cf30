namespace DodoUpsell.Http;

/// <summary>The settings of one call: the current options, and the caller's deviations from them.</summary>
internal readonly struct CallSettings(DodoUpsellOptions options, RequestOptions? caller)
{
    public Uri Address => options.Address;

    /// <summary>Gets the secrets that must not be shown. Read only if a call fails.</summary>
    public IReadOnlyList<string> Secrets => SecretTexts.Of(options, caller);

    public string ApiKey => options.ApiKey.Reveal();

    public TimeSpan TotalTimeout => caller?.TotalTimeout ?? options.TotalTimeout;

    public TimeSpan AttemptTimeout => caller?.AttemptTimeout ?? options.AttemptTimeout;

    public int MaxRetries => caller?.MaxRetries ?? options.MaxRetries;

    public int MaxResponseBytes => options.MaxResponseBytes;

    public IReadOnlyDictionary<string, string>? Headers => caller?.Headers;

    public bool KeepsHeaders => caller?.OnResponse is not null;

    /// <summary>Passes the raw response to the caller.</summary>
    public void Report(Operation operation, ApiResponse response, int attempt)
    {
        if (caller?.OnResponse is not { } onResponse)
            return;
        onResponse(
            new DodoResponse(operation.Call, response.Status, response.Headers!, response.Body.ToArray(), attempt)
        );
    }
}
