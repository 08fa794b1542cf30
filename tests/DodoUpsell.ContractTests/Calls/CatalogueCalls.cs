namespace DodoUpsell.ContractTests.Calls;

/// <summary>
/// The calls of <see cref="IProductsClient"/>, <see cref="IAddonsClient"/> and <see cref="IReferenceClient"/>.
/// </summary>
internal static class CatalogueCalls
{
    public static IEnumerable<SdkCall> All =>
        [
            new(
                "Products.ListAsync",
                "full",
                (dodo, _) =>
                    dodo
                        .Products.ListAsync(
                            new()
                            {
                                Recurring = true,
                                Archived = true,
                                BrandId = Known.Brand,
                                PageSize = 25,
                            }
                        )
                        .Untyped()
            ),
            new("Products.ListAsync", "minimal", (dodo, _) => dodo.Products.ListAsync().Untyped()),
            new("Products.GetAsync", "full", (dodo, id) => dodo.Products.GetAsync(id.Product).Untyped()),
            new("Products.GetAsync", "one-time", (dodo, _) => dodo.Products.GetAsync(Known.TeamPlan).Untyped()),
            new("Products.GetAsync", "usage-based", (dodo, _) => dodo.Products.GetAsync(Known.MeteredApi).Untyped()),
            new("Products.GetAsync", "sparse", (dodo, _) => dodo.Products.GetAsync(Known.Handbook).Untyped()),
            new("Addons.ListAsync", "full", (dodo, _) => dodo.Addons.ListAsync(new() { PageSize = 25 }).Untyped()),
            new("Addons.ListAsync", "minimal", (dodo, _) => dodo.Addons.ListAsync().Untyped()),
            new("Addons.GetAsync", "full", (dodo, id) => dodo.Addons.GetAsync(id.Addon).Untyped()),
            new("Addons.GetAsync", "sparse", (dodo, _) => dodo.Addons.GetAsync(Known.Backup).Untyped()),
            new(
                "Reference.ListSupportedCountriesAsync",
                "full",
                (dodo, _) => dodo.Reference.ListSupportedCountriesAsync().Untyped()
            ),
        ];
}
