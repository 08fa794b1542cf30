using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json.Nodes;
using System.Xml;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Control;

/// <summary>
/// The control calls over HTTP. They need no API key, and their paths never collide with those of the API.
/// </summary>
internal sealed class ControlResource(EmulatorState state) : IResource
{
    private static readonly FrozenSet<string> Seeds = FrozenSet.Create(StringComparer.Ordinal, "demo", "empty");
    private readonly ControlActions _actions = new(state);
    private readonly BillingControl _billing = new(state);

    public void Map(RouteTable routes)
    {
        routes.Map("POST", "/_emulator/reset", Reset);
        routes.Map("GET", "/_emulator/state", _ => WireResponse.Json(_actions.State()));
        routes.Map(
            "GET",
            "/_emulator/charges",
            _ => WireResponse.Json(new JsonObject { ["items"] = _actions.Charges() })
        );
        routes.Map(
            "PUT",
            "/_emulator/products/{id}",
            call => WireResponse.Json(_actions.PutProduct(call.Path("id"), Body(call)))
        );
        routes.Map(
            "PUT",
            "/_emulator/customers/{id}",
            call => WireResponse.Json(_actions.PutCustomer(call.Path("id"), Body(call)))
        );
        routes.Map(
            "PUT",
            "/_emulator/addons/{id}",
            call => WireResponse.Json(_billing.PutAddon(call.Path("id"), Body(call)))
        );
        routes.Map(
            "PUT",
            "/_emulator/discounts/{id}",
            call => WireResponse.Json(_billing.PutDiscount(call.Path("id"), Body(call)))
        );
        routes.Map(
            "PUT",
            "/_emulator/subscriptions/{id}",
            call => WireResponse.Json(_billing.PutSubscription(call.Path("id"), Body(call)))
        );
        routes.Map(
            "POST",
            "/_emulator/customers/{id}/payment-methods",
            call => WireResponse.Json(_actions.SavePaymentMethod(call.Path("id"), call.Body))
        );
        routes.Map(
            "POST",
            "/_emulator/payments/{id}/refund",
            call => WireResponse.Json(_actions.Refund(call.Path("id"), Body(call).OptionalInt32("amount")))
        );
        routes.Map("GET", "/_emulator/clock", _ => Clock());
        routes.Map("POST", "/_emulator/clock", MoveClock);
    }

    private static JsonInput Body(RouteCall call) => call.HasBody ? call.Body() : JsonInput.Of([]);

    private WireResponse Reset(RouteCall call)
    {
        var seed =
            Body(call).OptionalChoice("seed", Seeds)
            ?? state.Options.Seed.ToString().ToLower(CultureInfo.InvariantCulture);
        _actions.Reset(seed is "demo" ? EmulatorSeed.Demo : EmulatorSeed.Empty);
        return WireResponse.Json(new JsonObject { ["seed"] = seed, ["clock"] = StateReport.Clock(state.Clock) });
    }

    private WireResponse Clock() => WireResponse.Json(StateReport.Clock(state.Clock));

    private WireResponse MoveClock(RouteCall call)
    {
        var body = call.Body();
        var by = (body.OptionalText("advance"), body.OptionalTime("now")) switch
        {
            ({ } duration, null) => Duration(body, duration),
            (null, { } now) => now - state.Now,
            _ => throw ApiException.InvalidBody("give either `advance` or `now`"),
        };
        _actions.AdvanceClock(by);
        return Clock();
    }

    private static TimeSpan Duration(JsonInput body, string text)
    {
        try
        {
            return XmlConvert.ToTimeSpan(text);
        }
        catch (Exception error) when (error is FormatException or OverflowException)
        {
            throw body.Invalid("advance", "expected an ISO 8601 duration such as PT15M");
        }
    }
}
