using DodoUpsell.Emulator.Customers;

namespace DodoUpsell.Emulator.Portal;

/// <summary>A sign-in to the customer portal. Its id alone grants access, so it must not be logged.</summary>
internal sealed record PortalSession(string Id, Customer Customer, string? ReturnUrl, DateTimeOffset ExpiresAt);
