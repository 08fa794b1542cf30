using DodoUpsell.Emulator.Common;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Portal;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>The page behind a customer portal link. It only shows who is signed in.</summary>
internal sealed class PortalPage(EmulatorState state) : IResource
{
    public void Map(RouteTable routes) => routes.Map("GET", "/portal/{id}", Show, RouteAccess.Anyone);

    private WireResponse Show(RouteCall call)
    {
        if (!state.PortalSessions.TryGet(call.Path("id"), out var session) || state.Now >= session.ExpiresAt)
            return PageLayout.Error(404, ErrorCodes.NotFound, "This link is invalid or has expired.");

        var methods = state.Indexes.MethodsByCustomer.Of(session.Customer.Id).Where(method => !method.IsRemoved);
        return PageLayout.Page(
            "Customer portal",
            Html.Of(
                $"""
                <p>Signed in as {session.Customer.Name} ({session.Customer.Email})</p>
                <h2>Saved cards</h2>
                <ul>{Html.Join(methods.Select(Card))}</ul>
                {(
                    PageAddress.Read(session.ReturnUrl) is { } address
                        ? Html.Of($"""<p><a href="{address.AbsoluteUri}">Return to the shop</a></p>""")
                        : Html.Empty
                )}
                """
            )
        );
    }

    private static Html Card(PaymentMethod method) =>
        Html.Of(
            $"""
            <li>{method.Card.Network} ending in {method.Card.LastFour}, good until {method.ExpiryMonth}/{method.ExpiryYear}</li>
            """
        );
}
