using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Products;

internal sealed class ProductsResource(EmulatorState state) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/products", List);
        routes.Map(
            "GET",
            "/products/{id}",
            call => WireResponse.Json(ProductJson.Full(state.Products.Get(call.Path("id"))))
        );
    }

    private WireResponse List(RouteCall call)
    {
        var archived = call.Query.Flag("archived") ?? false;
        var recurring = call.Query.Flag("recurring");
        var brand = call.Query.Text("brand_id") ?? EmulatorState.BusinessId;

        return WireResponse.Items(
            state
                .Products.NewestFirst()
                .Where(product => product.IsArchived == archived)
                .Where(product => recurring is null || product.IsRecurring == recurring)
                .Where(_ => string.Equals(brand, EmulatorState.BusinessId, StringComparison.Ordinal))
                .Page(call.Query)
                .Select(ProductJson.Row)
        );
    }
}
