using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Discounts;

internal sealed class DiscountsResource(EmulatorState state) : IResource
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
        var discount = state.Discounts.Get(call.Path("discount_id"));
        return discount.IsDeleted ? throw ApiException.NotFound($"discount `{discount.Id}`") : discount;
    }

    private WireResponse List(RouteCall call)
    {
        var code = call.Query.Text("code");
        var type = call.Query.Choice("discount_type", DiscountTerms.Types);
        var active = call.Query.Flag("active");
        var productId = call.Query.Text("product_id");
        return WireResponse.Items(
            state
                .Discounts.NewestFirst()
                .Where(discount => !discount.IsDeleted)
                .Where(discount =>
                    code is null || discount.Terms.Code.Contains(code, StringComparison.OrdinalIgnoreCase)
                )
                .Where(discount => type is null || string.Equals(discount.Terms.Type, type, StringComparison.Ordinal))
                .Where(discount => active is null || discount.IsRedeemable(state.Now) == active)
                .Where(discount => productId is null || discount.Terms.Covers(productId))
                .Page(call.Query)
                .Select(DiscountJson.Full)
        );
    }

    private WireResponse Create(RouteCall call)
    {
        var terms = DiscountInput.Create(call.Body(), state.Ids.DiscountCode) with { Rates = state.ExchangeRates };
        DiscountTermsCheck.Require(terms);
        if (terms.ExpiresAt <= state.Now)
            throw ApiException.InvalidParameters("`expires_at` is in the past");

        DiscountCodes.RequireFree(state, terms.Code, except: null);
        var discount = new Discount
        {
            Id = state.Ids.Next("dsc"),
            CreatedAt = state.Now,
            Terms = terms,
        };
        state.Discounts.Put(discount);
        return WireResponse.Json(DiscountJson.Full(discount));
    }

    // Checks whether the code can be used at all, not whether a given customer or cart can use it.
    private WireResponse GetByCode(RouteCall call)
    {
        var discount =
            DiscountCodes.Find(state, call.Path("code"))
            ?? throw ApiException.NotFound($"discount code `{call.Path("code")}`");
        DiscountRules.RequireLive(discount, state.Now);
        return WireResponse.Json(DiscountJson.Full(discount));
    }

    private WireResponse Update(RouteCall call)
    {
        var discount = Find(call);
        var terms = DiscountInput.Patch(call.Body(), discount.Terms);
        DiscountTermsCheck.Require(terms);
        DiscountCodes.RequireFree(state, terms.Code, except: discount);
        discount.Terms = terms;
        return WireResponse.Json(DiscountJson.Full(discount));
    }

    private WireResponse Delete(RouteCall call)
    {
        Find(call).IsDeleted = true;
        return WireResponse.NoContent;
    }
}
