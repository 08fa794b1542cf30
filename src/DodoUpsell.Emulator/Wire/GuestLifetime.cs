using Microsoft.Extensions.Hosting;

namespace DodoUpsell.Emulator.Wire;

/// <summary>
/// The lifetime of a server that is a guest in somebody's process. The usual one would catch Ctrl+C and
/// SIGTERM for itself, and the process would no longer end by them.
/// </summary>
internal sealed class GuestLifetime : IHostLifetime
{
    public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
