using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Represents the delivery settings of an entitlement. The derived types correspond to the values of
/// <see cref="EntitlementIntegrationType"/>; there is also one for unknown settings.
/// </summary>
/// <remarks>The wire format has no type discriminator. The derived type is recognised by its properties.</remarks>
[JsonConverter(typeof(IntegrationConfigConverter))]
public abstract record IntegrationConfig : ApiObject
{
    private protected IntegrationConfig() { }
}

/// <summary>Represents a capability of your own product.</summary>
public sealed record FeatureFlagIntegration : IntegrationConfig
{
    /// <summary>Gets your id of the capability.</summary>
    public required string FeatureId { get; init; }

    /// <summary>Gets the kind of capability.</summary>
    public FeatureType FeatureType { get; init; }
}

/// <summary>Represents access to a GitHub repository or organisation.</summary>
public sealed record GitHubIntegration : IntegrationConfig
{
    /// <summary>Gets the short name of the repository or organisation.</summary>
    public required string TargetId { get; init; }

    /// <summary>Gets the access that the customer is granted.</summary>
    public GitHubAccess Permission { get; init; }
}

/// <summary>Represents membership of a Discord server.</summary>
public sealed record DiscordIntegration : IntegrationConfig
{
    /// <summary>Gets the id of the Discord server.</summary>
    public required string GuildId { get; init; }

    /// <summary>Gets the id of the role that the customer is given on the server, or null if there is none.</summary>
    public string? RoleId { get; init; }
}

/// <summary>Represents membership of a Telegram chat.</summary>
public sealed record TelegramIntegration : IntegrationConfig
{
    /// <summary>Gets the id of the chat. Groups have negative ids.</summary>
    public required string ChatId { get; init; }
}

/// <summary>Represents access to a Figma file.</summary>
public sealed record FigmaIntegration : IntegrationConfig
{
    /// <summary>Gets the id of the Figma file.</summary>
    public required string FigmaFileId { get; init; }
}

/// <summary>Represents a Framer template.</summary>
public sealed record FramerIntegration : IntegrationConfig
{
    /// <summary>Gets the id of the Framer template.</summary>
    public required string FramerTemplateId { get; init; }
}

/// <summary>Represents a Notion template.</summary>
public sealed record NotionIntegration : IntegrationConfig
{
    /// <summary>Gets the id of the Notion template.</summary>
    public required string NotionTemplateId { get; init; }
}

/// <summary>Represents files to download.</summary>
public sealed record DigitalFilesIntegration : IntegrationConfig
{
    /// <summary>Gets the files.</summary>
    public DigitalProductDelivery? DigitalFiles { get; init; }
}

/// <summary>Represents license keys.</summary>
public sealed record LicenseKeyIntegration : IntegrationConfig
{
    /// <summary>Gets the message that is shown to the customer on activation.</summary>
    public string? ActivationMessage { get; init; }

    /// <summary>Gets the maximum number of installations per key, or null for no limit.</summary>
    public int? ActivationsLimit { get; init; }

    /// <summary>
    /// Gets the validity period of a key, in units of <see cref="DurationInterval"/>, or null if keys never expire.
    /// </summary>
    public int? DurationCount { get; init; }

    /// <summary>Gets the unit of <see cref="DurationCount"/>.</summary>
    public TimeInterval? DurationInterval { get; init; }

    /// <summary>Gets how license keys are issued.</summary>
    public FulfillmentMode? FulfillmentMode { get; init; }
}

/// <summary>
/// Represents delivery settings of a kind that this version of the SDK does not know. See
/// <see cref="ApiObject.AdditionalProperties"/>.
/// </summary>
public sealed record UnknownIntegration : IntegrationConfig;
