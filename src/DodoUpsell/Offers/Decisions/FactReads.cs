using DodoUpsell.Diagnostics;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.Offers;

/// <summary>Reads facts without which other rules can still be decided.</summary>
internal static class FactReads
{
    /// <summary>Returns what was read, or the default value if the API could not be read.</summary>
    public static async Task<T?> TryAsync<T>(ILogger log, OfferFact fact, Func<Task<T>> read)
    {
        try
        {
            return await read().ConfigureAwait(false);
        }
        catch (DodoException e)
        {
            Log.OfferFactUnknown(log, fact, e.GetType().Name);
            return default;
        }
    }
}
