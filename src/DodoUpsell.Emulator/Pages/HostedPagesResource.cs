using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Pages;

/// <summary>
/// The pages behind <c>checkout_url</c> and <c>payment_link</c>. They need no API key: the URL is enough to pay.
/// </summary>
internal sealed class HostedPagesResource(EmulatorState state, PaymentProcessor payments) : IResource
{
    private readonly CheckoutOpening _opening = new(state, payments);
    private readonly PagePayment _payment = new(state, payments);

    public void Map(RouteTable routes)
    {
        routes.Map("GET", "/session/{id}", call => Guard(call, ShowSession), RouteAccess.Anyone);
        routes.Map("POST", "/session/{id}", call => Guard(call, PaySession), RouteAccess.Anyone);
        routes.Map("GET", "/pay/{id}", call => Guard(call, ShowPayment), RouteAccess.Anyone);
        routes.Map("POST", "/pay/{id}", call => Guard(call, PayPayment), RouteAccess.Anyone);
        routes.Map("POST", "/pay/{id}/authentication", call => Guard(call, Authenticate), RouteAccess.Anyone);
    }

    // The refusal is shown to a person, so it is a page and not JSON.
    private WireResponse Guard(RouteCall call, RouteHandler action)
    {
        try
        {
            return action(call);
        }
        catch (ApiException error)
        {
            state.CheckoutSessions.TryGet(call.Path("id"), out var session);
            state.Payments.TryGet(call.Path("id"), out var payment);
            return RefusalPage.Show(error, session, session?.Payment ?? payment);
        }
    }

    private static WireResponse After(Payment payment) =>
        payment.Status is IntentStatus.RequiresCustomerAction
            ? WireResponse.SeeOther(payment.Link!)
            : WireResponse.SeeOther(ReturnAddress.Of(payment) ?? $"/pay/{Uri.EscapeDataString(payment.Id)}");

    private CheckoutSession OpenSession(RouteCall call)
    {
        var session = state.CheckoutSessions.Get(call.Path("id"));
        if (session.Url is null)
            throw ApiException.NotFound($"the page of checkout session `{session.Id}`");

        if (session.Payment is { Status: not (IntentStatus.RequiresPaymentMethod or IntentStatus.Cancelled) })
            throw new ApiException(409, ErrorCodes.CheckoutSessionConsumed, "This checkout has already been used.");

        return state.Now < session.ExpiresAt && session.Payment is not { IsFinal: true }
            ? session
            : throw new ApiException(410, ErrorCodes.NotFound, "This checkout has expired.");
    }

    private PaymentPageModel Model(CheckoutSession session) =>
        Payable(
            PaymentPageModel.Of(
                session,
                session.Payment?.Cart ?? _opening.Preview(session.Request),
                _payment.Saved(session)
            )
        );

    private static PaymentPageModel Payable(PaymentPageModel model) =>
        model.OffersCard || model.OffersUpi
            ? model
            : throw ApiException.Unprocessable(
                ErrorCodes.NoEligiblePaymentMethods,
                "No payment method is available for this checkout."
            );

    private WireResponse ShowSession(RouteCall call)
    {
        if (
            state.CheckoutSessions.TryGet(call.Path("id"), out var known)
            && known.Payment is { Status: IntentStatus.RequiresCustomerAction } waiting
        )
        {
            return WireResponse.SeeOther(waiting.Link!);
        }

        return PaymentPage.Show(Model(OpenSession(call)));
    }

    private WireResponse PaySession(RouteCall call)
    {
        var session = OpenSession(call);
        var model = Model(session);
        var form = PaymentForm.Read(call.Form(), model, state.Now);
        if (form.Errors.Count == 0 && session.Payment is null && model.AsksForCountry)
            model = ForCountry(session, model, form);

        if (form.Errors.Count > 0)
            return PaymentPage.Show(model, form);

        var payment =
            session.Payment
            ?? _opening.StartOnPage(
                session,
                _payment.Buyer(session, form),
                session.Request.BillingAddress ?? new(model.Country ?? form.Country),
                call.Origin
            );
        _payment.Pay(payment, form);
        return After(payment);
    }

    // The tax may depend on the country. Nobody is charged another total than the one that the page showed.
    private PaymentPageModel ForCountry(CheckoutSession session, PaymentPageModel model, PaymentForm form)
    {
        var cart = _opening.Preview(session.Request, form.Country);
        if (form.ShownTotal is { } shown && shown != cart.Total)
        {
            var total = MoneyText.Of(cart.Total, cart.Currency);
            form.Refuse("country", $"With the tax of your country, the total is {total}. Pay again to accept it.");
        }

        return model with
        {
            Cart = cart,
        };
    }

    private WireResponse ShowPayment(RouteCall call)
    {
        var payment = state.Payments.Get(call.Path("id"));
        return payment.Status switch
        {
            IntentStatus.RequiresCustomerAction => AuthenticationPage.Show(payment),
            IntentStatus.RequiresPaymentMethod => PaymentPage.Show(PaymentPageModel.Of(payment)),
            _ => ResultPage.Show(payment, CancelUrl(payment)),
        };
    }

    private string? CancelUrl(Payment payment) =>
        payment.CheckoutSessionId is { } id && state.CheckoutSessions.TryGet(id, out var session)
            ? session.Request.CancelUrl
            : null;

    private WireResponse PayPayment(RouteCall call)
    {
        var payment = Waiting(call, IntentStatus.RequiresPaymentMethod);
        var model = PaymentPageModel.Of(payment);
        var form = PaymentForm.Read(call.Form(), model, state.Now);
        if (form.Errors.Count > 0)
            return PaymentPage.Show(model, form);

        _payment.Pay(payment, form);
        return After(payment);
    }

    private WireResponse Authenticate(RouteCall call)
    {
        var payment = Waiting(call, IntentStatus.RequiresCustomerAction);
        var isApproved = call.Form().Text("outcome") switch
        {
            "approve" => true,
            "fail" => false,
            _ => throw ApiException.InvalidParameters("The outcome must be approve or fail."),
        };
        payments.Authenticate(payment, isApproved);
        return After(payment);
    }

    private Payment Waiting(RouteCall call, string status)
    {
        var payment = state.Payments.Get(call.Path("id"));
        return string.Equals(payment.Status, status, StringComparison.Ordinal)
            ? payment
            : throw new ApiException(
                409,
                ErrorCodes.CheckoutSessionConsumed,
                $"This payment is {payment.Status}; no action is needed on this page."
            );
    }
}
