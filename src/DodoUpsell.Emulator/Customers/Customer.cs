using System.Text.Json.Nodes;

namespace DodoUpsell.Emulator.Customers;

/// <summary>A buyer, identified by id. Several customers may share an e-mail address.</summary>
internal sealed class Customer
{
    public required string Id { get; init; }

    public required DateTimeOffset CreatedAt { get; init; }

    public required string Email { get; set; }

    public required string Name { get; set; }

    public string? PhoneNumber { get; set; }

    public JsonObject Metadata { get; set; } = [];
}
