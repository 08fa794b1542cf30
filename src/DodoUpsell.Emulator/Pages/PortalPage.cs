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
        {
            return PageLayout.Error(
                404,
                ErrorCodes.NotFound,
                "This link is invalid or has expired",
                Html.Of($"""<p class="muted">Open the portal again from the shop.</p>""")
            );
        }

        var methods = state.Indexes.MethodsByCustomer.Of(session.Customer.Id).Where(method => !method.IsRemoved);
        var cards = methods.Select(Card).ToList();
        return PageLayout.Message(
            Icons.Person,
            "Customer portal",
            Html.Of(
                $"""
                <p class="muted">Signed in as {session.Customer.Name} ({session.Customer.Email})</p>
                <h2>Saved cards</h2>
                {(cards.Count == 0 ? Html.Of($"<p>No card is saved.</p>") : Html.Of($"<dl>{Html.Join(cards)}</dl>"))}
                {ResultPage.Back(PageAddress.Read(session.ReturnUrl)?.AbsoluteUri)}
                """
            )
        );
    }

    private static Html Card(PaymentMethod method) =>
        Html.Of(
            $"<dt>{PaymentFields.Network(method.Card)} ending in {method.Card.LastFour}</dt><dd>{method.ExpiryMonth}/{method.ExpiryYear}</dd>"
        );
}
