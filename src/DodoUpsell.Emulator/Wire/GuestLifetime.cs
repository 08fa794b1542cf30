using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Emulator.Wire;

/// <summary>
/// The host lifetime of a server inside another process. The default lifetime would handle Ctrl+C and SIGTERM itself,
/// and the process would no longer be ended by them.
/// </summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
