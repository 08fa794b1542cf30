using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class ProductsClient(Transport transport) : IProductsClient
{
    public AsyncPageable<ProductListItem> ListAsync(
        ListProductsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("archived", request.Archived)
            .Add("recurring", request.Recurring)
            .Add("brand_id", request.BrandId);
        return transport.List(
            Operations.Products.List,
            Operations.Products.List.Route,
            filters,
            request.PageSize,
            ProductListItemJson.ReadList,
            cancellationToken
        );
    }

    public Task<Product> GetAsync(string productId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Products.Find,
            Operations.Products.Find.Path(productId),
            ProductJson.Read,
            cancellationToken
        );
}
