using System.Runtime.InteropServices;

namespace DodoUpsell.Emulator.Tool;

/// <summary>
/// Handles Ctrl+C and SIGTERM from its construction on, which is before the ready line is printed. The command line
/// library registers its own handlers later; until then, a signal would end the process at once.
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
