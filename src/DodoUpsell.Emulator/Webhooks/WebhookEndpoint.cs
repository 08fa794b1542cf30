using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>A webhook endpoint.</summary>
internal sealed class WebhookEndpoint
{
    private static readonly TimeSpan Overlap = TimeSpan.FromHours(24);
    private readonly List<(string Secret, DateTimeOffset Until)> _former = [];

    public required string Id { get; init; }

    /// <summary>Gets a number that increases with each endpoint, used as the cursor of the list.</summary>
    public required int Number { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required DateTimeOffset UpdatedAt { get; set; }

    public required string Url { get; set; }

    public required string Secret { get; set; }

    public string Description { get; set; } = string.Empty;

    public bool IsDisabled { get; set; }

    /// <summary>Gets or sets the event types that the endpoint receives. Empty means all types.</summary>
    public IReadOnlyList<string> FilterTypes { get; set; } = [];

    public IReadOnlyDictionary<string, string> Headers { get; init; } =
        new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);

    public JsonObject Metadata { get; set; } = [];

    public int? RateLimit { get; set; }

    public string? IdempotencyKey { get; init; }

    public bool Shuffle { get; init; }

    public bool Duplicate { get; init; }

    public static WebhookEndpoint Create(EmulatorState state, EmulatedWebhook webhook) =>
        new()
        {
            Id = state.Ids.Next("ep"),
            Number = state.Ids.Count,
            CreatedAt = state.Now,
            UpdatedAt = state.Now,
            Url = webhook.Url.OriginalString,
            Secret = webhook.Secret,
            Shuffle = webhook.Shuffle,
            Duplicate = webhook.Duplicate,
        };

    public bool Wants(string type) =>
        !IsDisabled && (FilterTypes.Count == 0 || FilterTypes.Contains(type, StringComparer.Ordinal));

    /// <summary>Sets a new secret. Messages are signed with the old one as well for another 24 hours.</summary>
    public void Rotate(string secret, DateTimeOffset now)
    {
        _former.Insert(0, (Secret, now + Overlap));
        Secret = secret;
        UpdatedAt = now;
    }

    public IEnumerable<string> ValidSecrets(DateTimeOffset now) =>
        _former.Where(former => former.Until > now).Select(former => former.Secret).Prepend(Secret);
}
