namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row that belongs to one account and environment.</summary>
internal abstract class OwnedRow
{
    public required string Account { get; init; }

    public required DodoEnvironment Environment { get; init; }
}
