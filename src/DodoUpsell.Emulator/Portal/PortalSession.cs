using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.Portal;

/// <summary>A sign-in to the customer portal. Its id is all that it takes to get in, so it is not for logs.</summary>
internal sealed record PortalSession(string Id, Customer Customer, string? ReturnUrl, DateTimeOffset ExpiresAt);
