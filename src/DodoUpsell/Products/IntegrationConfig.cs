using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// The details of an entitlement's delivery, one case per <see cref="EntitlementIntegrationType"/> or one not known
/// yet.
/// </summary>
/// <remarks>Nothing on the wire names the case; it is told by its own members.</remarks>
[JsonConverter(typeof(IntegrationConfigConverter))]
public abstract record IntegrationConfig : ApiObject
{
    private protected IntegrationConfig() { }
}

/// <summary>A capability of your own product.</summary>
public sealed record FeatureFlagIntegration : IntegrationConfig
{
    /// <summary>Your id of the capability.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Gets what kind of capability it is.</summary>
    public FeatureType FeatureType { get; init; }
}

/// <summary>Access to a GitHub repository or organisation.</summary>
public sealed record GitHubIntegration : IntegrationConfig
{
    /// <summary>Gets the repository or organisation by its short name.</summary>
    public required string TargetId { get; init; }

    /// <summary>Gets what the customer may do there.</summary>
    public GitHubAccess Permission { get; init; }
}

/// <summary>Membership of a Discord server.</summary>
public sealed record DiscordIntegration : IntegrationConfig
{
    /// <summary>Gets the server.</summary>
    public required string GuildId { get; init; }

    /// <summary>Gets the role that the customer gets there, if any.</summary>
    public string? RoleId { get; init; }
}

/// <summary>Membership of a Telegram chat.</summary>
public sealed record TelegramIntegration : IntegrationConfig
{
    /// <summary>Gets the chat; groups have negative numbers.</summary>
    public required string ChatId { get; init; }
}

/// <summary>Access to a Figma file.</summary>
public sealed record FigmaIntegration : IntegrationConfig
{
    /// <summary>Gets the file.</summary>
    public required string FigmaFileId { get; init; }
}

/// <summary>A Framer template.</summary>
public sealed record FramerIntegration : IntegrationConfig
{
    /// <summary>Gets the template.</summary>
    public required string FramerTemplateId { get; init; }
}

/// <summary>A Notion template.</summary>
public sealed record NotionIntegration : IntegrationConfig
{
    /// <summary>Gets the template.</summary>
    public required string NotionTemplateId { get; init; }
}

/// <summary>Files to download.</summary>
public sealed record DigitalFilesIntegration : IntegrationConfig
{
    /// <summary>Gets the files.</summary>
    public DigitalProductDelivery? DigitalFiles { get; init; }
}

/// <summary>License keys.</summary>
public sealed record LicenseKeyIntegration : IntegrationConfig
{
    /// <summary>Gets what the customer is told on activation.</summary>
    public string? ActivationMessage { get; init; }

    /// <summary>On how many installations a key may be activated; null for no limit.</summary>
    public int? ActivationsLimit { get; init; }

    /// <summary>For how many <see cref="DurationInterval"/>s a key is valid; null for ever.</summary>
    public int? DurationCount { get; init; }

    /// <summary>Gets the unit of <see cref="DurationCount"/>.</summary>
    public TimeInterval? DurationInterval { get; init; }

    /// <summary>Gets how keys are issued.</summary>
    public FulfillmentMode? FulfillmentMode { get; init; }
}

/// <summary>
/// A delivery that this version of the SDK does not know; see <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownIntegration : IntegrationConfig;
