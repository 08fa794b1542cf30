using System.Security.Claims;
using DodoUpsell;
using Microsoft.AspNetCore.Mvc;
using UpsellShop.Data;

namespace UpsellShop;

/// <summary>Opens the hosted checkout for an article.</summary>
internal static class Checkout
{
    public static void MapCheckout(this IEndpointRouteBuilder endpoints) =>
        endpoints.MapPost("/buy", BuyAsync).RequireAuthorization();

    private static async Task<IResult> BuyAsync(
        [FromForm] string product,
        HttpContext context,
        IDodoClient dodo,
        IOfferFlow offers,
        ShopContext shop,
        CancellationToken cancellationToken
    )
    {
        if (Catalogue.Articles.All(article => article.ProductId != product))
            return Results.NotFound();
        var customerId = await CustomerOfAsync(context.User, dodo, offers, shop, cancellationToken);
        var session = await dodo.CheckoutSessions.CreateAsync(
            new()
            {
                ProductCart = [new() { ProductId = product, Quantity = 1 }],
                Customer = CustomerReference.Existing(customerId),
                ReturnUrl = $"{context.Request.Scheme}://{context.Request.Host}/thank-you",
                ShowSavedPaymentMethods = true,
            },
            cancellationToken: cancellationToken
        );
        return Results.Redirect(session.CheckoutUrl!);
    }

    /// <summary>Returns the customer of a user. The first purchase creates it.</summary>
    private static async Task<string> CustomerOfAsync(
        ClaimsPrincipal user,
        IDodoClient dodo,
        IOfferFlow offers,
        ShopContext shop,
        CancellationToken cancellationToken
    )
    {
        var userId = user.FindFirstValue(ClaimTypes.NameIdentifier)!;
        var shopper = await shop.Shoppers.FindAsync([userId], cancellationToken);
        if (shopper is null)
        {
            var customer = await dodo.Customers.CreateAsync(
                new() { Email = $"{Guid.NewGuid():N}@example.com", Name = user.Identity!.Name! },
                cancellationToken: cancellationToken
            );
            shopper = await shop.AddShopperAsync(userId, customer.CustomerId, cancellationToken);
        }

        // From now on, offers know that this customer is this user. A repeated call changes nothing.
        await offers.LinkAsync(userId, shopper.CustomerId, cancellationToken);
        return shopper.CustomerId;
    }
}
