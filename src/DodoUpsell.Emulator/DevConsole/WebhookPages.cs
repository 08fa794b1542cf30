using System.Globalization;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Webhooks;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>The webhook endpoints and deliveries, and one delivery with its attempts.</summary>
internal sealed class WebhookPages(EmulatorState state)
{
    public const string Section = "deliveries";
    private const int LongestReason = 120;

    public const string Root = $"{ConsoleLayout.Root}/webhooks";

    public WireResponse List(ConsoleNotice? notice)
    {
        var endpoints = state.WebhookEndpoints.NewestFirst().Select(Endpoint).ToList();
        var deliveries = state.WebhookDeliveries.NewestFirst().Take(ActivityList.MaximumRows).Select(Row).ToList();
        return ConsoleLayout.Page(
            state,
            Root,
            "Webhooks",
            Html.Of(
                $"""
                <section class="card" aria-labelledby="endpoints-heading"><h2 id="endpoints-heading">Endpoints</h2>
                <div id="endpoints" data-live>{ConsoleText.Table(
                    "Endpoints",
                    ["URL", "Status", "Secret", "Endpoint"],
                    endpoints,
                    "No endpoint yet. Events are not delivered."
                )}</div>
                <details{new Html(endpoints.Count == 0 ? " open" : "")}><summary>Add an endpoint</summary>
                <form method="post" action="{Root}">
                <div class="field">
                <label for="url">URL</label>
                <input id="url" name="url" type="url" required autocomplete="off" placeholder="http://127.0.0.1:5000/webhooks/dodo">
                </div>
                <div class="field">
                <label for="secret">Secret</label>
                <input id="secret" name="secret" autocomplete="off" spellcheck="false" placeholder="The default secret" aria-describedby="secret-hint">
                <span class="hint" id="secret-hint">Base64, with or without <code>whsec_</code>. Empty for <code>EmulatedWebhook.DefaultSecret</code>.</span>
                </div>
                <button type="submit" class="second">Add the endpoint</button>
                </form></details></section>
                <section class="card" aria-labelledby="deliveries-heading"><h2 id="deliveries-heading">Deliveries</h2>
                <div id="deliveries" data-live>{ConsoleText.Table(
                    "Deliveries",
                    ["Event", "Status", "Last response", "Attempts", "Time", "Message"],
                    deliveries,
                    "Nothing was delivered yet."
                )}</div></section>
                """
            ),
            notice
        );
    }

    public WireResponse Show(string id, ConsoleNotice? notice)
    {
        var delivery = state.WebhookDeliveries.Get(id);
        var sent = state
            .Activities.NewestFirst()
            .OfType<DeliveryActivity>()
            .FirstOrDefault(activity => activity.Delivery == delivery);
        return ConsoleLayout.Page(
            state,
            Root,
            delivery.Event.Type,
            Html.Of(
                $"""
                <section class="card" id="delivery" data-live><dl class="facts">
                {ConsoleText.Fact("Status", ConsoleText.Status(delivery.Status))}
                {ConsoleText.Fact("Message", Html.Of($"<code>{delivery.Id}</code>"))}
                {ConsoleText.Fact("Object", Html.Of($"<code>{delivery.Event.SubjectId}</code>"))}
                {ConsoleText.Fact("To", delivery.Endpoint.Url)}
                {ConsoleText.Fact("Event at", ConsoleText.Time(delivery.Event.Timestamp))}
                {ConsoleText.Fact("Next attempt", delivery.NextAttemptAt is { } next ? ConsoleText.Time(next) : null)}
                </dl></section>
                <section class="card" aria-labelledby="attempts-heading"><h2 id="attempts-heading">Attempts</h2>
                <div id="attempts" data-live>{ConsoleText.Table(
                    "Attempts",
                    ["Time", "Response", "Answer"],
                    [.. delivery.Attempts.Select(Attempt).Reverse()],
                    "Not sent yet."
                )}</div>
                {ConsoleText.Button($"{ConsoleText.Path(Section, delivery.Id)}/replay", "Send it again", Html.Empty)}
                </section>
                {ConsoleText.Block("body", "Body", BodyText.Of(Body(delivery, sent)))}
                {(sent is null ? Html.Empty : ConsoleText.Block("headers", "Headers", Headers(sent.Message)))}
                {(sent is null ? Html.Empty : ConsoleText.Block("curl", "As curl", CurlText.Of(sent.Message)))}
                """
            ),
            notice
        );
    }

    // As it was sent last; otherwise as it would be sent now.
    private JsonNode? Body(WebhookDelivery delivery, DeliveryActivity? sent) =>
        JsonNode.Parse((sent?.Message ?? WebhookMessage.Create(state, delivery)).Body);

    private static string Headers(WebhookMessage message) =>
        string.Join(
            '\n',
            [
                $"webhook-id: {message.Id}",
                $"webhook-timestamp: {message.Timestamp}",
                $"webhook-signature: {message.Signature}",
                .. message.Headers.Keys.Select(name => $"{name}: {SecretMask.Mask}"),
            ]
        );

    private static Html Endpoint(WebhookEndpoint endpoint) =>
        ConsoleText.Row(
            endpoint.Url,
            endpoint.IsDisabled ? ConsoleText.Tag("disabled", "bad") : ConsoleText.Tag("enabled", "good"),
            SecretMask.Mask,
            ConsoleText.Code(endpoint.Id)
        );

    private static Html Row(WebhookDelivery delivery) =>
        ConsoleText.Row(
            Html.Of($"""<a href="{ConsoleText.Path(Section, delivery.Id)}"><code>{delivery.Event.Type}</code></a>"""),
            ConsoleText.Status(delivery.Status),
            Response(delivery.Attempts.LastOrDefault()),
            delivery.Attempts.Count,
            ConsoleText.ShortTime(delivery.Event.Timestamp),
            ConsoleText.Code(delivery.Id)
        );

    private static Html Attempt(WebhookAttempt attempt) =>
        ConsoleText.Row(
            ConsoleText.ShortTime(attempt.At),
            attempt.Status is { } status ? Answer(status, attempt.Succeeded ? "good" : "bad") : attempt.Error,
            string.IsNullOrWhiteSpace(attempt.Answer)
                ? null
                : Html.Of($"""<code class="reply">{SecretMask.Json(attempt.Answer)}</code>""")
        );

    /// <summary>Returns the start of what a receiver answered, or why there was no answer.</summary>
    public static string? Reason(WebhookAttempt attempt) =>
        (attempt.Error ?? attempt.Answer) is { } text
            ? SecretMask.Json(text.Length > LongestReason ? $"{text[..LongestReason]}…" : text)
            : null;

    private static Html Response(WebhookAttempt? attempt) =>
        attempt switch
        {
            null => Html.Empty,
            { Status: { } status, Succeeded: true } => Answer(status, "good"),
            { Status: { } status } => Html.Of(
                $"""{Answer(status, "bad")} <span class="small reason">{Reason(attempt)}</span>"""
            ),
            _ => Html.Of($"""<span class="small reason">{Reason(attempt)}</span>"""),
        };

    private static Html Answer(int status, string kind) =>
        ConsoleText.Tag(status.ToString(CultureInfo.InvariantCulture), kind);
}
