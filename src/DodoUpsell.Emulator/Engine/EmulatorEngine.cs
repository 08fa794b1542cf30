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
/// Answers requests, one at a time, in the API's order of checks: key, then 404, then body, then business.
/// </summary>
internal sealed class EmulatorEngine
{
    private readonly World _world;
    private readonly RouteTable _api = new();
    private readonly RouteTable _control = new();

    public EmulatorEngine(World world, IEnumerable<IResource> control)
    {
        _world = world;
        var payments = new PaymentProcessor(world);
        IResource[] resources =
        [
            new CustomersResource(world),
            new PaymentMethodsResource(world),
            new ProductsResource(world),
            new CheckoutSessionsResource(world, payments),
            new PaymentsResource(world, payments),
            new InvoicesResource(world),
            new AddonsResource(world),
            new DiscountsResource(world),
            new SubscriptionsResource(world, payments),
            new PlanChangesResource(world, payments),
            new ManualRetriesResource(world, payments),
            new RefundsResource(world),
            new WalletsResource(world),
            new EntitlementsResource(world),
            new PortalSessionsResource(world),
            new WebhooksResource(world),
            new HostedPagesResource(world, payments),
            new PortalPage(world),
            new SupportedCountriesResource(),
        ];
        foreach (var resource in resources)
            resource.Map(_api);

        foreach (var resource in control)
            resource.Map(_control);
    }

    /// <summary>
    /// Every request and its answer, of every emulator in the process: tests hold them against the contract.
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
            _world.Clock.CatchUp();
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

        lock (_world.Gate)
        {
            _world.Origins.Request = request.Origin;
            try
            {
                return match.Handler(match.Call);
            }
            finally
            {
                _world.Origins.Request = null;
            }
        }
    }

    // Not under the gate: advancing the clock runs timers of other code, which may call the API itself.
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
        var accepted = _world.Options.ApiKey is { } expected
            ? string.Equals(key, expected, StringComparison.Ordinal)
            : !string.IsNullOrEmpty(key);
        if (!accepted)
            throw new ApiException(401, ErrorCodes.Unauthorized, "the API key is missing or not valid");
    }
}
