using DodoUpsell.Http;
using DodoUpsell.Http.Json;

namespace DodoUpsell;

internal sealed class DiscountsClient(Transport transport) : IDiscountsClient
{
    public AsyncPageable<Discount> ListAsync(
        ListDiscountsRequest? request = null,
        CancellationToken cancellationToken = default
    )
    {
        request ??= new();
        request.Validate();
        var filters = new QueryString()
            .Add("code", request.Code)
            .Add("discount_type", request.DiscountType)
            .Add("active", request.Active)
            .Add("product_id", request.ProductId);
        return transport.List(
            Operations.Discounts.List,
            Operations.Discounts.List.Route,
            filters,
            request.PageSize,
            DiscountJson.ReadList,
            cancellationToken
        );
    }

    public Task<Discount> CreateAsync(CreateDiscountRequest request, CancellationToken cancellationToken = default)
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Discounts.Create,
            Operations.Discounts.Create.Route,
            request,
            CreateDiscountRequestJson.WriteMembers,
            DiscountJson.Read,
            cancellationToken
        );
    }

    public Task<Discount> GetAsync(string discountId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Discounts.Find,
            Operations.Discounts.Find.Path(discountId),
            DiscountJson.Read,
            cancellationToken
        );

    public Task<Discount> GetByCodeAsync(string code, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Discounts.FindByCode,
            Operations.Discounts.FindByCode.Path(code),
            DiscountJson.Read,
            cancellationToken
        );

    public Task<Discount> UpdateAsync(
        string discountId,
        UpdateDiscountRequest request,
        CancellationToken cancellationToken = default
    )
    {
        Check.NotNull(request, nameof(request)).Validate();
        return transport.SendAsync(
            Operations.Discounts.Update,
            Operations.Discounts.Update.Path(discountId),
            request,
            UpdateDiscountRequestJson.WriteMembers,
            DiscountJson.Read,
            cancellationToken
        );
    }

    public Task DeleteAsync(string discountId, CancellationToken cancellationToken = default) =>
        transport.SendAsync(
            Operations.Discounts.Remove,
            Operations.Discounts.Remove.Path(discountId),
            cancellationToken
        );
}
