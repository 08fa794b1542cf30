using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Products;

internal sealed class ProductsResource(World world) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/products", List);
        routes.Map(
            "GET",
            "/products/{id}",
            call => WireResponse.Json(ProductJson.Full(world.Products.Get(call.Path("id"))))
        );
    }

    private WireResponse List(RouteCall call)
    {
        var archived = call.Query.Flag("archived") ?? false;
        var recurring = call.Query.Flag("recurring");
        var brand = call.Query.Text("brand_id") ?? World.BusinessId;

        return WireResponse.Items(
            world
                .Products.NewestFirst()
                .Where(product => product.IsArchived == archived)
                .Where(product => recurring is null || product.IsRecurring == recurring)
                .Where(_ => string.Equals(brand, World.BusinessId, StringComparison.Ordinal))
                .Page(call.Query)
                .Select(ProductJson.Row)
        );
    }
}
