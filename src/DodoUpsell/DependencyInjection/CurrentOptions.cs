using DodoUpsell.Diagnostics;
using DodoUpsell.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// Provides the current options. If changed options are invalid, the error is logged and the last valid options remain
/// in use.
/// </summary>
internal sealed class CurrentOptions(IOptionsMonitor<DodoUpsellOptions> monitor, string name, ILogger log)
{
    // The first read may throw: an app with invalid settings must not start.
    private DodoUpsellOptions _lastGood = monitor.Get(name);
    private string? _reported;

    public DodoUpsellOptions Get()
    {
        try
        {
            return _lastGood = monitor.Get(name);
        }
        catch (Exception e) when (e is OptionsValidationException or ArgumentException)
        {
            if (!string.Equals(_reported, e.Message, StringComparison.Ordinal))
                Log.OptionsNotTakenOver(log, Redactor.Clean(e.Message, SecretTexts.Of(_lastGood)));
            _reported = e.Message;
            return _lastGood;
        }
    }
}
