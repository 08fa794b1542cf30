using System.Globalization;
using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Events;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Pages;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>One activity as a row of a list.</summary>
internal sealed class TimelineRow(EmulatorState state)
{
    public Html Of(Activity activity) =>
        activity switch
        {
            RequestActivity request => Row(
                request,
                $"{ConsoleLayout.Root}/requests/{request.Number}",
                "Request",
                Html.Of($"<code>{request.Method} {request.Target}</code>"),
                request.Fault is { } fault ? $"fault: {FaultInput.Name(fault)}" : null,
                Answer(request)
            ),
            EventActivity raised => Row(
                raised,
                Owner(raised.Event) is { } owner ? ConsoleText.Path(owner.Section, owner.Id) : null,
                "Event",
                Html.Of($"<code>{raised.Event.Type}</code>"),
                Subject(raised.Event),
                Html.Empty
            ),
            DeliveryActivity delivery => Row(
                delivery,
                ConsoleText.Path("deliveries", delivery.Delivery.Id),
                "Webhook",
                Html.Of($"<code>{delivery.Delivery.Event.Type}</code>"),
                $"to {delivery.Message.Url.Authority}{delivery.Message.Url.AbsolutePath}{Failure(delivery)}",
                Answer(delivery)
            ),
            _ => Html.Empty,
        };

    public static Html Answer(RequestActivity request) =>
        request.Status is { } status
            ? ConsoleText.Tag(
                status.ToString(CultureInfo.InvariantCulture),
                status switch
                {
                    >= 400 => "bad",
                    >= 300 => "info",
                    _ => "good",
                }
            )
            : ConsoleText.Tag("no response", "bad");

    public static Html Answer(DeliveryActivity delivery) =>
        delivery.Attempt.Status is { } status
            ? ConsoleText.Tag(
                status.ToString(CultureInfo.InvariantCulture),
                delivery.Attempt.Succeeded ? "good" : "bad"
            )
            : ConsoleText.Tag("no response", "bad");

    /// <summary>Returns whether an activity is about an object of a section.</summary>
    public bool IsAbout(Activity activity, string section, string id)
    {
        var raised = activity switch
        {
            EventActivity @event => @event.Event,
            DeliveryActivity delivery => delivery.Delivery.Event,
            _ => null,
        };
        return raised is not null
            ? Owner(raised) == (section, id)
            : activity is RequestActivity request && request.Target.Contains(id, StringComparison.Ordinal);
    }

    // A developer needs to see why the receiver refused, without a click.
    private static string Failure(DeliveryActivity delivery)
    {
        var text = delivery.Attempt.Succeeded ? null : WebhookPages.Reason(delivery.Attempt);
        return string.IsNullOrWhiteSpace(text) ? string.Empty : $": {text}";
    }

    // Refunds and disputes are shown with their payment.
    private (string Section, string Id)? Owner(RaisedEvent raised) =>
        raised.SubjectId switch
        {
            var id when state.Payments.TryGet(id, out _) => ("payments", id),
            var id when state.Subscriptions.TryGet(id, out _) => ("subscriptions", id),
            var id when state.Refunds.TryGet(id, out var refund) => ("payments", refund.Payment.Id),
            var id when state.Disputes.TryGet(id, out var dispute) => ("payments", dispute.Payment.Id),
            _ => null,
        };

    private string Subject(RaisedEvent raised) =>
        raised.SubjectId switch
        {
            var id when state.Payments.TryGet(id, out var payment) =>
                $"{ConsoleText.Amount(payment)} · {payment.Customer.Name}",
            var id when state.Subscriptions.TryGet(id, out var subscription) =>
                $"{subscription.Plan.Product.Name ?? subscription.Plan.Product.Id} · {subscription.Customer.Name}",
            var id when state.Refunds.TryGet(id, out var refund) =>
                $"{MoneyText.Of(refund.Amount, refund.Payment.Cart.Currency)} · {refund.Payment.Customer.Name}",
            var id when state.Disputes.TryGet(id, out var dispute) =>
                $"{MoneyText.Of(dispute.Amount, dispute.Payment.Cart.Currency)} · {dispute.Payment.Customer.Name}",
            var id => id,
        };

    private static Html Row(Activity activity, string? link, string kind, Html what, string? more, Html answer)
    {
        var content = Html.Of(
            $"""
            <span class="kind">{kind}</span><span class="what">{what}{(
                more is null ? Html.Empty : Html.Of($"""<span class="more-about">{more}</span>""")
            )}</span><span class="answer">{answer}</span><time datetime="{activity.At.UtcDateTime:O}">{ConsoleText.ShortTime(
                activity.At
            )}</time>
            """
        );
        return link is null
            ? Html.Of($"""<li class="{kind}"><span class="row">{content}</span></li>""")
            : Html.Of($"""<li class="{kind}"><a class="row" href="{link}">{content}</a></li>""");
    }
}
