namespace DodoUpsell.AspNetCore;

/// <summary>Represents the options of the endpoints of one brand.</summary>
public sealed class DodoUpsellEndpointOptions
{
    /// <summary>
    /// Gets the origins besides the app's own whose pages may change something, such as <c>https://app.example.com</c>.
    /// Empty by default.
    /// </summary>
    /// <remarks>Browsers of those pages also need a CORS policy of your app.</remarks>
    public ICollection<string> TrustedOrigins { get; } = new List<string>();
}
