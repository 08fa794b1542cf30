using DodoUpsell.Emulator.Engine;

namespace DodoUpsell.Emulator.Webhooks;

/// <summary>Posts a message and reports the result. Errors are part of the report.</summary>
internal sealed class WebhookSender(EmulatorState state)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(15);

    // A redirect is not a 2xx, and a system proxy must not come between two programs on one machine. The rest of a
    // response is not drained either; its connection is closed.
    private static readonly SocketsHttpHandler Sockets = new()
    {
        AllowAutoRedirect = false,
        UseCookies = false,
        UseProxy = false,
        MaxResponseDrainSize = 0,
    };

    public async Task<WebhookAttempt> SendAsync(
        WebhookMessage message,
        DateTimeOffset at,
        CancellationToken cancellationToken
    )
    {
        using var timeout = new CancellationTokenSource(Patience, state.WaitingTime);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, timeout.Token);
        using var http = new HttpMessageInvoker(state.Options.WebhookHandler ?? Sockets, disposeHandler: false);
        try
        {
            using var request = message.ToRequest();
            using var response = await http.SendAsync(request, either.Token).ConfigureAwait(false);
            var answer = await AnswerStart.ReadAsync(response.Content, either.Token).ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            return new WebhookAttempt(at, (int)response.StatusCode, answer, Error: null);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            throw;
        }
        catch (OperationCanceledException) when (timeout.IsCancellationRequested)
        {
            return new WebhookAttempt(at, Status: null, Answer: null, $"no response within {Patience.TotalSeconds} s");
        }
        catch (Exception error)
        {
            // The receiver may run in this process and throw any exception; over a network that would be a failed
            // attempt.
            return new WebhookAttempt(at, Status: null, Answer: null, error.Message);
        }
    }
}
