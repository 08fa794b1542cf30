using DodoUpsell.EntityFrameworkCore.Contexts;

namespace DodoUpsell.EntityFrameworkCore.Offers;

/// <summary>A row of <c>dodo_offer_customers</c>: the user that a customer is linked to.</summary>
internal sealed class LinkRow : OwnedRow
{
    public required string CustomerId { get; init; }

    public required string UserId { get; init; }

    public DateTime LinkedAt { get; init; }

    public static LinkRow Of(
        string account,
        DodoEnvironment environment,
        string userId,
        string customerId,
        DateTimeOffset now
    ) =>
        new()
        {
            Account = account,
            Environment = environment,
            CustomerId = customerId,
            UserId = userId,
            LinkedAt = StoredTime.Of(now),
        };
}
