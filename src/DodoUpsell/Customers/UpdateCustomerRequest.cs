using System.Text.Json.Serialization;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

/// <summary>
/// Specifies the changes to a customer (<c>PATCH /customers/{customer_id}</c>). Properties that are not set are
/// unchanged.
/// </summary>
public sealed record UpdateCustomerRequest : ApiObject
{
    /// <summary>Gets the new e-mail address.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Email { get; init; }

    /// <summary>Gets the new name.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> Name { get; init; }

    /// <summary>Gets the new phone number.</summary>
    [JsonConverter(typeof(PatchConverter<string?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<string?> PhoneNumber { get; init; }

    /// <summary>Gets the metadata that replaces your metadata on the customer.</summary>
    [JsonConverter(typeof(PatchConverter<Metadata?>))]
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public Patch<Metadata?> Metadata { get; init; }

    internal void Validate()
    {
        if (Email.IsSet)
            Check.NotBlankIfGiven(Email.Value, nameof(Email));
        if (Metadata.IsSet)
            Check.Metadata(Metadata.Value, nameof(Metadata));
    }
}
