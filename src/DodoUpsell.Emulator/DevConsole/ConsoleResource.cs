using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>
/// The console at <c>/_emulator</c>, for the developer. Its forms are control calls, so pages of other sites cannot
/// send them.
/// </summary>
internal sealed class ConsoleResource(EmulatorState state, ConsoleActions actions) : IResource
{
    private const string Root = ConsoleLayout.Root;

    // The text is chosen by its key, so that a link cannot put words on the page.
    private static readonly Dictionary<string, string> Notices = new(StringComparer.Ordinal)
    {
        ["clock"] = "The clock was advanced.",
        ["fault"] = "The fault was added.",
        ["faults"] = "All faults were cleared.",
        ["reset"] = "The emulator was reset.",
        ["refund"] = "The refund was made.",
        ["dispute"] = "The dispute was opened.",
        ["moved"] = "The dispute was changed.",
        ["renewal"] = "The clock has reached the billing date.",
        ["card"] = "The card was saved.",
        ["webhook"] = "The endpoint was added.",
        ["replay"] = "The message is sent again.",
    };

    private readonly TimelinePage _timeline = new(state);
    private readonly RequestPage _request = new(state);
    private readonly PaymentPages _payments = new(state);
    private readonly SubscriptionPages _subscriptions = new(state);
    private readonly CustomerPages _customers = new(state);
    private readonly WebhookPages _webhooks = new(state);

    private delegate WireResponse Page(RouteCall call, ConsoleNotice? notice);

    public void Map(RouteTable routes)
    {
        var timeline = Map(routes, ConsoleLayout.Home, (call, notice) => _timeline.Show(call.Query, notice));
        Map(routes, "/_emulator/", (call, notice) => _timeline.Show(call.Query, notice));
        Map(routes, $"{Root}/requests/{{number}}", (call, _) => _request.Show(call));
        Map(routes, $"{Root}/payments", (_, notice) => _payments.List(notice));
        var payment = Map(routes, $"{Root}/payments/{{id}}", (call, notice) => _payments.Show(call.Path("id"), notice));
        Map(routes, $"{Root}/subscriptions", (_, notice) => _subscriptions.List(notice));
        var subscription = Map(
            routes,
            $"{Root}/subscriptions/{{id}}",
            (call, notice) => _subscriptions.Show(call.Path("id"), notice)
        );
        Map(routes, $"{Root}/customers", (_, notice) => _customers.List(notice));
        var customer = Map(
            routes,
            $"{Root}/customers/{{id}}",
            (call, notice) => _customers.Show(call.Path("id"), notice)
        );
        var webhooks = Map(routes, WebhookPages.Root, (_, notice) => _webhooks.List(notice));
        var delivery = Map(
            routes,
            $"{Root}/deliveries/{{id}}",
            (call, notice) => _webhooks.Show(call.Path("id"), notice)
        );
        Map(routes, $"{Root}/state", (_, notice) => StatePage.Show(state, notice));
        routes.Map("GET", $"{Root}/console.js", _ => Script());
        routes.Map("GET", $"{Root}/version", _ => Version());

        Map(routes, ClockForms.Action, "clock", actions.AdvanceClock, timeline);
        Map(routes, FaultForms.Action, "fault", actions.AddFault, timeline);
        Map(routes, $"{FaultForms.Action}/clear", "faults", _ => actions.ClearFaults(), timeline);
        Map(routes, ResetForms.Action, "reset", actions.Reset, timeline);
        Map(routes, $"{Root}/payments/{{id}}/refund", "refund", actions.Refund, payment);
        Map(routes, $"{Root}/payments/{{id}}/dispute", "dispute", actions.OpenDispute, payment);
        Map(routes, $"{Root}/disputes/{{id}}", "moved", actions.MoveDispute, DisputedPayment);
        Map(routes, $"{Root}/subscriptions/{{id}}/renew", "renewal", actions.Renew, subscription);
        Map(routes, $"{Root}/customers/{{id}}/cards", "card", actions.SaveCard, customer);
        Map(routes, WebhookPages.Root, "webhook", actions.AddWebhook, webhooks);
        Map(routes, $"{Root}/deliveries/{{id}}/replay", "replay", actions.Replay, delivery);
    }

    private Page Map(RouteTable routes, string path, Page page)
    {
        routes.Map("GET", path, call => Shown(page, call, Notice(call.Query.Text("done"))));
        return page;
    }

    // After an action, the page is fetched by GET, so that reloading it does not repeat the action.
    private void Map(RouteTable routes, string path, string notice, Func<RouteCall, string> action, Page page) =>
        routes.Map(
            "POST",
            path,
            call =>
            {
                try
                {
                    return WireResponse.SeeOther($"{action(call)}?done={notice}");
                }
                catch (ApiException error)
                {
                    return Shown(page, call, new ConsoleNotice(error.Message, error.Status));
                }
            }
        );

    private WireResponse Shown(Page page, RouteCall call, ConsoleNotice? notice)
    {
        lock (state.Gate)
        {
            try
            {
                return page(call, notice);
            }
            catch (ApiException error)
            {
                return ConsoleLayout.Page(
                    state,
                    ConsoleLayout.Home,
                    "Not found",
                    Html.Of($"""<p><a href="{ConsoleLayout.Home}">Go to the timeline</a></p>"""),
                    new ConsoleNotice(error.Message, error.Status)
                );
            }
        }
    }

    private WireResponse DisputedPayment(RouteCall call, ConsoleNotice? notice) =>
        _payments.Show(state.Disputes.Get(call.Path("id")).Payment.Id, notice);

    private static ConsoleNotice? Notice(string? key) =>
        key is not null && Notices.TryGetValue(key, out var text) ? new ConsoleNotice(text) : null;

    private static WireResponse Script() =>
        new(200, "text/javascript; charset=utf-8", Encoding.UTF8.GetBytes(PageAsset.ConsoleScript.Text))
        {
            Headers =
            [
                KeyValuePair.Create("Cache-Control", "no-cache"),
                KeyValuePair.Create("X-Content-Type-Options", "nosniff"),
            ],
        };

    // The time is part of it, because a clock that follows real time changes without an activity.
    private WireResponse Version() =>
        WireResponse.Json(
            new JsonObject { ["version"] = state.Activities.Version, ["now"] = ConsoleText.Time(state.Now) }
        );
}
