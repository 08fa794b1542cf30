using DodoUpsell.Diagnostics;
using DodoUpsell.Http;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace DodoUpsell.DependencyInjection;

/// <summary>
/// The options as they are now. A change that is wrong is logged and not taken over: the last good ones keep working.
/// </summary>
internal sealed class CurrentOptions(IOptionsMonitor<DodoUpsellOptions> monitor, string name, ILogger log)
{
    // The first read may throw: an app with wrong settings must not start.
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
