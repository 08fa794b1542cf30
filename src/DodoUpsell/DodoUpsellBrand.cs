namespace DodoUpsell;

/// <summary>
/// Names one registration of <c>AddDodoUpsells</c>. Inject all of them as <c>IEnumerable&lt;DodoUpsellBrand&gt;</c>.
/// </summary>
/// <param name="ServiceKey">The service key of the brand, or null for the registration without one.</param>
public sealed record DodoUpsellBrand(string? ServiceKey);
