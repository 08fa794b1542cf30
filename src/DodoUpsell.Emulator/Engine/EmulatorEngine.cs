using DodoUpsell.Emulator.Addons;
using DodoUpsell.Emulator.Checkout;
using DodoUpsell.Emulator.Customers;
using DodoUpsell.Emulator.Discounts;
using DodoUpsell.Emulator.Entitlements;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.PaymentMethods;
using DodoUpsell.Emulator.Payments;
using DodoUpsell.Emulator.Portal;
using DodoUpsell.Emulator.Products;
using DodoUpsell.Emulator.Reference;
using DodoUpsell.Emulator.Refunds;
using DodoUpsell.Emulator.Subscriptions;
using DodoUpsell.Emulator.Subscriptions.Billing;
using DodoUpsell.Emulator.Subscriptions.PlanChanges;
using DodoUpsell.Emulator.Wallets;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Engine;

/// <summary>
/// Handles requests, one at a time, in the API's order of checks: key, then 404, then body, then business rules.
/// </summary>
internal sealed class EmulatorEngine
{
    private readonly EmulatorState _state;
    private readonly RouteTable _api = new();
    private readonly RouteTable _control = new();

    public EmulatorEngine(EmulatorState state, IEnumerable<IResource> control)
    {
        _state = state;
        var payments = new PaymentProcessor(state);
        IResource[] resources =
        [
            new CustomersResource(state),
            new PaymentMethodsResource(state),
            new ProductsResource(state),
            new CheckoutSessionsResource(state, payments),
            new PaymentsResource(state, payments),
            new InvoicesResource(state),
            new AddonsResource(state),
            new DiscountsResource(state),
            new SubscriptionsResource(state, payments),
            new PlanChangesResource(state, payments),
            new ManualRetriesResource(state, payments),
            new RefundsResource(state),
            new WalletsResource(state),
            new EntitlementsResource(state),
            new PortalSessionsResource(state),
            new WebhooksResource(state),
            new HostedPagesResource(state, payments),
            new PortalPage(state),
            new SupportedCountriesResource(),
        ];
        foreach (var resource in resources)
            resource.Map(_api);

        foreach (var resource in control)
            resource.Map(_control);
    }

    /// <summary>
    /// Gets or sets a callback for every request and response of every emulator in the process. Tests validate them
    /// against the contract.
    /// </summary>
    internal static Action<WireRequest, WireResponse>? Exchanged { get; set; }

    public WireResponse Handle(WireRequest request)
    {
        var response = Answer(request);
        Exchanged?.Invoke(request, response);
        return response;
    }

    private WireResponse Answer(WireRequest request)
    {
        try
        {
            _state.Clock.CatchUp();
            return request.IsControl ? Control(request) : Api(request);
        }
        catch (ApiException error)
        {
            return WireResponse.Error(error);
        }
    }

    private WireResponse Api(WireRequest request)
    {
        var match = _api.Find(request);
        if (match?.Access != RouteAccess.Anyone)
            RequireKey(request);

        if (match is null)
            throw ApiException.NotFound("the requested route");

        lock (_state.Gate)
        {
            _state.Origins.Request = request.Origin;
            try
            {
                return match.Handler(match.Call);
            }
            finally
            {
                _state.Origins.Request = null;
            }
        }
    }

    // Not under the lock: advancing the clock runs timers of other code, which may call the API.
    private WireResponse Control(WireRequest request) =>
        _control.Find(request) is { } match
            ? match.Handler(match.Call)
            : throw ApiException.NotFound("the requested control route");

    private void RequireKey(WireRequest request)
    {
        const string scheme = "Bearer ";
        var key =
            request.Authorization is { } header && header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase)
                ? header[scheme.Length..].Trim()
                : null;
        var accepted = _state.Options.ApiKey is { } expected
            ? string.Equals(key, expected, StringComparison.Ordinal)
            : !string.IsNullOrEmpty(key);
        if (!accepted)
            throw new ApiException(401, ErrorCodes.Unauthorized, "the API key is missing or not valid");
    }
}
