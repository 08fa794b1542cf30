using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace DodoUpsell.AspNetCore.Diagnostics;

/// <summary>Every log line of the endpoints. Event ids are stable. No line has ids of people, bodies or addresses.</summary>
internal static partial class EndpointLog
{
    public static ILogger Of(IServiceProvider services) =>
        services.GetRequiredService<ILoggerFactory>().CreateLogger("DodoUpsell");

    [LoggerMessage(2000, LogLevel.Error, "The customer resolver failed. The request was refused with 500")]
    public static partial void ResolverFailed(ILogger logger, Exception exception);
}
