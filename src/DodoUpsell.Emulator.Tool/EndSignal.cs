using System.Runtime.InteropServices;

namespace DodoUpsell.Emulator.Tool;

/// <summary>
/// Hears Ctrl+C and SIGTERM from the moment it is made, so before anybody can know that the server is ready.
/// The command line library begins to listen a little later, and until then ends the process at once.
/// </summary>
internal sealed class EndSignal : IDisposable
{
    private readonly TaskCompletionSource _received = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly PosixSignalRegistration[] _registrations;

    public EndSignal() =>
        _registrations = [
            .. new[] { PosixSignal.SIGINT, PosixSignal.SIGTERM }.Select(signal =>
                PosixSignalRegistration.Create(signal, End)
            ),
        ];

    public Task Received => _received.Task;

    public void Dispose()
    {
        foreach (var registration in _registrations)
            registration.Dispose();
    }

    private void End(PosixSignalContext context)
    {
        context.Cancel = true;
        _received.TrySetResult();
    }
}
