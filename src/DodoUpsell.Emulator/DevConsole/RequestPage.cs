using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Faults;
using DodoUpsell.Emulator.Pages;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.DevConsole;

/// <summary>One request with its response.</summary>
internal sealed class RequestPage(EmulatorState state)
{
    public WireResponse Show(RouteCall call)
    {
        if (
            !long.TryParse(call.Path("number"), out var number)
            || state.Activities.Find(number) is not RequestActivity request
        )
            throw ApiException.NotFound($"request {call.Path("number")} of the last {ActivityLog.Capacity} activities");

        return ConsoleLayout.Page(
            state,
            ConsoleLayout.Home,
            $"{request.Method} {request.Target.Split('?')[0]}",
            Html.Of(
                $"""
                <section class="card"><dl class="facts">
                {ConsoleText.Fact("Response", TimelineRow.Answer(request))}
                {ConsoleText.Fact("Time", ConsoleText.Time(request.At))}
                {ConsoleText.Fact("URL", Html.Of($"<code>{request.Target}</code>"))}
                {ConsoleText.Fact("API key", request.HasKey ? SecretMask.Mask : "none")}
                {ConsoleText.Fact("Fault", request.Fault is { } fault ? FaultInput.Name(fault) : null)}
                </dl></section>
                {ConsoleText.Block("request", "Request body", BodyText.Of(request.Body))}
                {ConsoleText.Block(
                    "response",
                    "Response body",
                    BodyText.Of(request.Answer),
                    request.Status is null ? "The client saw a broken connection instead of a response." : "No body."
                )}
                {ConsoleText.Block("curl", "As curl", CurlText.Of(request, call.Origin))}
                """
            )
        );
    }
}
