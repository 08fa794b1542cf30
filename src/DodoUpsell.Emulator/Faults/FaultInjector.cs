using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using DodoUpsell.Emulator.Activities;
using DodoUpsell.Emulator.Engine;
using DodoUpsell.Emulator.Wire;

namespace DodoUpsell.Emulator.Faults;

/// <summary>
/// Stands between the handler or server and the engine, and applies faults to requests and responses.
/// </summary>
internal sealed class FaultInjector(EmulatorState state, EmulatorEngine engine)
{
    private const string Page =
        "<html><head><title>Bad gateway</title></head><body><h1>Bad gateway</h1></body></html>\n";

    /// <exception cref="ConnectionBrokenException">The caller must break the connection.</exception>
    public async ValueTask<WireResponse> HandleAsync(WireRequest request, CancellationToken cancellationToken)
    {
        // Faults never apply to control calls, because the call that clears the faults must succeed.
        var fault = request.IsControl ? null : state.Faults.FindFor(request);
        if (fault is null)
        {
            var usual = Handle(request);
            Note(request, usual, fault);
            return Dated(usual);
        }

        var answer = Spoil(fault, request);
        Note(request, answer, fault);
        if (fault.Delay > TimeSpan.Zero)
            await Task.Delay(fault.Delay, state.WaitingTime, cancellationToken).ConfigureAwait(false);

        return Dated(answer ?? throw new ConnectionBrokenException());
    }

    // The console would fill the timeline with its own requests.
    private void Note(WireRequest request, WireResponse? answer, EmulatedFault? fault)
    {
        if (request.IsControl && request.Method is "GET")
            return;

        state.Activities.Add(
            new RequestActivity(
                state.Activities.Now,
                request.Method,
                request.Target,
                request.Authorization is not null,
                BodyStart.Of(request.Body),
                answer?.Status,
                answer?.ContentType,
                answer is null ? default : BodyStart.Of(answer.Body),
                fault?.Kind
            )
        );
    }

    private WireResponse Handle(WireRequest request)
    {
        var answer = engine.Handle(request);
        return state.OmitPreviewTotals ? PreviewTotals.Omit(request, answer) : answer;
    }

    private WireResponse Dated(WireResponse answer) =>
        state.DateHeaderClock is { } clock
            ? answer with
            {
                Headers =
                [
                    .. answer.Headers,
                    KeyValuePair.Create("Date", clock.GetUtcNow().ToString("r", CultureInfo.InvariantCulture)),
                ],
            }
            : answer;

    // Null means a broken connection.
    private WireResponse? Spoil(EmulatedFault fault, WireRequest request)
    {
        var isHandled =
            fault.Kind
            is EmulatedFaultKind.DropAfterCommit
                or EmulatedFaultKind.StatusAfterCommit
                or EmulatedFaultKind.Delay
                or EmulatedFaultKind.TruncateBody;
        var real = isHandled ? Handle(request) : null;
        return fault.Kind switch
        {
            EmulatedFaultKind.Status => Error((int?)fault.Status ?? 503),
            EmulatedFaultKind.StatusAfterCommit => Error((int?)fault.Status ?? 500),
            EmulatedFaultKind.HtmlBody => new WireResponse(
                (int?)fault.Status ?? 502,
                "text/html",
                Encoding.UTF8.GetBytes(Page)
            ),
            EmulatedFaultKind.TruncateBody => real! with { Body = real.Body[..(real.Body.Length / 2)] },
            EmulatedFaultKind.Delay => real,
            _ => null,
        };
    }

    private static WireResponse Error(int status) =>
        WireResponse.Json(
            new JsonObject
            {
                ["code"] = status is 429 ? "TOO_MANY_REQUESTS" : "INTERNAL_SERVER_ERROR",
                ["message"] = "this response is an injected fault",
            },
            status
        );
}
