using System.Collections.Frozen;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Entitlements;

/// <summary>The licence key of a grant.</summary>
internal sealed record GrantedLicense(
    string Id,
    string Key,
    string Status,
    int ActivationsUsed,
    int? ActivationsLimit,
    DateTimeOffset? ExpiresAt
)
{
    private const string Active = "active";
    private const string Disabled = "disabled";

    private static readonly FrozenSet<string> Statuses = FrozenSet.Create(
        StringComparer.Ordinal,
        Active,
        "expired",
        Disabled
    );

    public static GrantedLicense Read(string grantId, JsonInput input, bool isRevoked) =>
        new(
            input.OptionalText("id") ?? $"lic_{grantId}",
            input.OptionalText("key") ?? $"KEY-{grantId.ToUpperInvariant()}",
            input.OptionalChoice("status", Statuses) ?? (isRevoked ? Disabled : Active),
            input.OptionalInt32("activations_used", minimum: 0) ?? 0,
            input.OptionalInt32("activations_limit", minimum: 1),
            input.OptionalTime("expires_at")
        );

    public JsonObject ToJson() =>
        new()
        {
            ["id"] = Id,
            ["key"] = Key,
            ["status"] = Status,
            ["activations_used"] = ActivationsUsed,
            ["activations_limit"] = ActivationsLimit,
            ["expires_at"] = WireTime.Write(ExpiresAt),
        };
}
