using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

internal sealed class DiscountsResource(World world) : IResource
{
    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/discounts", List);
        routes.Map("POST", "/discounts", Create);
        routes.Map("GET", "/discounts/code/{code}", GetByCode);
        routes.Map("GET", "/discounts/{discount_id}", call => WireResponse.Json(DiscountJson.Full(Find(call))));
        routes.Map("PATCH", "/discounts/{discount_id}", Update);
        routes.Map("DELETE", "/discounts/{discount_id}", Delete);
    }

    private Discount Find(RouteCall call)
    {
        var discount = world.Discounts.Get(call.Path("discount_id"));
        return discount.IsDeleted ? throw ApiException.NotFound($"discount `{discount.Id}`") : discount;
    }

    private WireResponse List(RouteCall call)
    {
        var code = call.Query.Text("code");
        var type = call.Query.Choice("discount_type", DiscountTerms.Types);
        var active = call.Query.Flag("active");
        var productId = call.Query.Text("product_id");
        return WireResponse.Items(
            world
                .Discounts.NewestFirst()
                .Where(discount => !discount.IsDeleted)
                .Where(discount =>
                    code is null || discount.Terms.Code.Contains(code, StringComparison.OrdinalIgnoreCase)
                )
                .Where(discount => type is null || string.Equals(discount.Terms.Type, type, StringComparison.Ordinal))
                .Where(discount => active is null || discount.IsRedeemable(world.Now) == active)
                .Where(discount => productId is null || discount.Terms.Covers(productId))
                .Page(call.Query)
                .Select(DiscountJson.Full)
        );
    }

    private WireResponse Create(RouteCall call)
    {
        var terms = DiscountInput.Create(call.Body(), world.Ids.DiscountCode) with { Rates = world.ExchangeRates };
        DiscountTermsCheck.Require(terms);
        if (terms.ExpiresAt <= world.Now)
            throw ApiException.InvalidParameters("`expires_at` is in the past");

        DiscountCodes.RequireFree(world, terms.Code, except: null);
        var discount = new Discount
        {
            Id = world.Ids.Next("dsc"),
            CreatedAt = world.Now,
            Terms = terms,
        };
        world.Discounts.Put(discount);
        return WireResponse.Json(DiscountJson.Full(discount));
    }

    // It tells whether the code can be used at all, not whether a customer or a cart can use it.
    private WireResponse GetByCode(RouteCall call)
    {
        var discount =
            DiscountCodes.Find(world, call.Path("code"))
            ?? throw ApiException.NotFound($"discount code `{call.Path("code")}`");
        DiscountRules.RequireLive(discount, world.Now);
        return WireResponse.Json(DiscountJson.Full(discount));
    }

    private WireResponse Update(RouteCall call)
    {
        var discount = Find(call);
        var terms = DiscountInput.Patch(call.Body(), discount.Terms);
        DiscountTermsCheck.Require(terms);
        DiscountCodes.RequireFree(world, terms.Code, except: discount);
        discount.Terms = terms;
        return WireResponse.Json(DiscountJson.Full(discount));
    }

    private WireResponse Delete(RouteCall call)
    {
        Find(call).IsDeleted = true;
        return WireResponse.NoContent;
    }
}
